package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// WriteText prints findings as lines that editors and terminals link:
//
//	file:line:column: severity: message [rule]
//		file:line:column: related place
//		hint: what to do
func WriteText(w io.Writer, findings []Finding) error {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", oneLine(f.Pos.String()), f.Severity, oneLine(f.Message), f.Rule)
		for _, r := range f.Related {
			fmt.Fprintf(&b, "\t%s: %s\n", oneLine(r.Pos.String()), oneLine(r.Message))
		}
		if f.Hint != "" {
			fmt.Fprintf(&b, "\thint: %s\n", oneLine(f.Hint))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// oneLine keeps text of a document, and names of files that it refers to, from breaking the form of the output and from
// commanding a terminal: all control characters, those above ASCII too, and what turns the direction of writing.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, s)
}
