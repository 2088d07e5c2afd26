package mock

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// preferences are what a request prefers: a status, a named example. Others are not ours to follow.
type preferences struct {
	code    int    // 0: none
	example string // "": none
}

// preferencesOf reads the lines of the header Prefer (RFC 7240, section 2). What cannot be read is ignored, as the RFC has it; of two
// preferences with the same name the first one counts.
func preferencesOf(lines []string) (p preferences) {
	for _, text := range splitQuoted(strings.Join(lines, ","), ',') {
		text = splitQuoted(text, ';')[0] // the rest are parameters
		name, value, _ := strings.Cut(text, "=")
		value = unquoted(strings.TrimSpace(value))
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "code":
			if code, err := strconv.Atoi(value); p.code == 0 && err == nil && code >= http.StatusOK && code <= 599 {
				p.code = code
			}
		case "example":
			if p.example == "" {
				p.example = value
			}
		}
	}
	return p
}

// splitQuoted splits a text where a character stands outside of quotes.
func splitQuoted(text string, at byte) (parts []string) {
	begin, isQuoted := 0, false
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '"':
			isQuoted = !isQuoted
		case text[i] == '\\' && isQuoted:
			i++
		case text[i] == at && !isQuoted:
			parts, begin = append(parts, text[begin:i]), i+1
		}
	}
	return append(parts, text[begin:])
}

// unquoted returns what a quoted string means, or a token as it is (RFC 9110, section 5.6.4).
func unquoted(text string) string {
	if len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' {
		return text
	}
	var b strings.Builder
	for i := 1; i < len(text)-1; i++ {
		if text[i] == '\\' && i+1 < len(text)-1 {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

func (p preferences) codeText() string { return "code=" + strconv.Itoa(p.code) }

// exampleText is the preference for an example as a header has it: a token, or a quoted string.
func (p preferences) exampleText() string {
	isToken := func(c rune) bool { return c > ' ' && c <= '~' && !strings.ContainsRune(`"(),/:;<=>?@[\]{}`, c) }
	if strings.IndexFunc(p.example, func(c rune) bool { return !isToken(c) }) < 0 {
		return "example=" + p.example
	}
	return "example=" + quoted(p.example)
}

// without returns the preferences that were not applied.
func (p preferences) without(applied []string) string {
	var list []string
	if p.code != 0 && !slices.Contains(applied, p.codeText()) {
		list = append(list, p.codeText())
	}
	if p.example != "" && !slices.Contains(applied, p.exampleText()) {
		list = append(list, p.exampleText())
	}
	return strings.Join(list, ", ")
}
