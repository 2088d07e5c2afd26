package markdown

import (
	"html"
	"strings"
	"unicode"

	"github.com/oas2go/oas2go/generator/diag"
)

// escaper escapes what has a meaning inside a line. A name behind @ would be told of the comment, and a number behind # would be a link:
// a space without width keeps them apart.
var escaper = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "<", `\<`, "&", `\&`, "~", `\~`, "|", `\|`, "$", `\$`,
	"](", `\](`, "][", `\][`, "]:", `\]:`, "[^", `\[^`, "@", "@\u200b", "#", "#\u200b",
)

// plain returns text of a document, or a sentence, as Markdown that shows just it, in the middle of a line.
func plain(text string) string { return strings.TrimSpace(escaper.Replace(diag.OneLine(text))) }

// bold returns plain text in bold.
func bold(text string) string {
	if text = plain(text); text == "" {
		return ""
	}
	return "**" + text + "**"
}

// paragraph returns plain text that may stand at the beginning of a line.
func paragraph(text string) string {
	text = plain(text)
	if text == "" {
		return ""
	}
	digits := strings.TrimLeft(text, "0123456789")
	switch {
	case strings.ContainsRune("#>-+=[:", rune(text[0])):
		return `\` + text
	case len(digits) < len(text) && strings.HasPrefix(digits, "."), len(digits) < len(text) && strings.HasPrefix(digits, ")"):
		return text[:len(text)-len(digits)] + `\` + digits
	}
	return text
}

// code returns text as a code span.
func code(text string) string {
	text = strings.TrimSpace(diag.OneLine(text))
	if text == "" {
		return ""
	}
	ticks := strings.Repeat("`", longestRun(text)+1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return ticks + text + ticks
}

// cell returns a code span that may stand in a table.
func cell(text string) string { return strings.ReplaceAll(code(text), "|", `\|`) }

// apart keeps names and numbers from being links where Markdown is HTML.
var apart = strings.NewReplacer("@", "@\u200b", "#", "#\u200b")

// inHTML returns text inside an element of HTML. Entities are made last: they have a # too.
func inHTML(text string) string { return html.EscapeString(apart.Replace(diag.OneLine(text))) }

// fenced returns text as a block of code.
func fenced(language, text string) string {
	ticks := strings.Repeat("`", max(3, longestRun(text)+1))
	return ticks + language + "\n" + strings.TrimRight(printable(text), "\n") + "\n" + ticks + "\n"
}

// printable replaces what commands a terminal or turns the direction of writing, but keeps the lines.
func printable(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimRightFunc(diag.OneLine(lines[i]), unicode.IsSpace)
	}
	return strings.Join(lines, "\n")
}

// longestRun returns the length of the longest run of backticks.
func longestRun(text string) (longest int) {
	run := 0
	for _, r := range text {
		if r != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// clipped returns the beginning of a text that is longer than most bytes.
func clipped(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "…"
}
