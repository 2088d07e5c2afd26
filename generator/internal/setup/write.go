package setup

import (
	"regexp"
	"strconv"
	"strings"
)

// Write returns a configuration with APIs: the template, in which everything is a comment, with the APIs in place of its example.
func Write(template []byte, apis []API) []byte {
	if len(apis) == 0 {
		return template
	}
	example := regexp.MustCompile(`(?m)^# apis:\n(?:#   .*\n)+`)
	var b strings.Builder
	b.WriteString("apis:\n")
	none := true
	for _, a := range apis {
		a.write(&b)
		none = none && a.Unusable
	}
	text := b.String()
	if none {
		text = "# " + text // a key without a value is an error
	}
	return example.ReplaceAllLiteral(template, []byte(text))
}

func (a *API) write(b *strings.Builder) {
	start := "  "
	if a.Unusable {
		start = "  # "
	}
	line := func(text string) { b.WriteString(start + text + "\n") }
	for _, c := range a.Comments {
		b.WriteString("  # " + c + "\n")
	}
	line(a.Name + ":")
	line("  document: " + quote(a.Document))
	line("  out: " + quote(a.Out))
	if a.Package != "" {
		line("  package: " + quote(a.Package))
	}
	for _, s := range a.Settings {
		line("  " + s.Key + ": " + s.Value)
	}
}

// plainText fits what YAML takes for a string without quotes.
var plainText = regexp.MustCompile(`^[A-Za-z./][A-Za-z0-9_./-]*$`)

// quote returns a string in YAML.
func quote(text string) string {
	switch text {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n", ".":
		return strconv.Quote(text)
	}
	if plainText.MatchString(text) {
		return text
	}
	return strconv.Quote(text)
}

// quoteAll returns a list in YAML.
func quoteAll(texts []string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = quote(text)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
