package diag

import (
	"fmt"
	"io"
	"strings"
)

// WriteText prints findings as lines that editors and terminals link:
//
//	file:line:column: severity: message [rule]
//		hint: what to do
//		file:line:column: related place
func WriteText(w io.Writer, findings []Finding) error {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", f.Pos, f.Severity, oneLine(f.Message), f.Rule)
		for _, r := range f.Related {
			fmt.Fprintf(&b, "\t%s: %s\n", r.Pos, oneLine(r.Message))
		}
		if f.Hint != "" {
			fmt.Fprintf(&b, "\thint: %s\n", oneLine(f.Hint))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// oneLine keeps text of a document from breaking the form of the output.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
}
