package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// A Text prints findings as lines. The zero Text prints what editors link and other programs read:
//
//	file:line:column: severity: message [rule]
//		file:line:column: related place
//		also at file:line:column, file:line:column and 3 more places
//		hint: what to do
type Text struct {
	Width int    // of the terminal; not 0: the line of the document follows, with a caret below the column
	Color bool   // the severity is coloured
	Limit int    // how many findings of one rule and severity are shown; 0 for all
	More  string // how to see the others
}

// WriteText prints findings as plain lines.
func WriteText(w io.Writer, findings []Finding) error { return Text{}.Write(w, findings) }

// kind is what the limit of a [Text] counts.
type kind struct {
	rule     Rule
	severity Severity
}

// Write prints findings, and how many more of which rules there are.
func (t Text) Write(w io.Writer, findings []Finding) error {
	var b strings.Builder
	var kinds []kind
	seen := map[kind]int{}
	lines := Lines{}
	for i := range findings {
		f := &findings[i]
		k := kind{f.Rule, f.Severity}
		if seen[k] == 0 {
			kinds = append(kinds, k)
		}
		seen[k]++
		if t.Limit == 0 || seen[k] <= t.Limit {
			t.finding(&b, lines, f)
		}
	}
	for _, k := range kinds {
		if hidden := seen[k] - t.Limit; t.Limit > 0 && hidden > 0 {
			fmt.Fprintf(&b, "... %s: %d more [%s]%s\n", t.paint(k.severity, k.severity.String()), hidden, k.rule, t.More)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t Text) finding(b *strings.Builder, lines Lines, f *Finding) {
	fmt.Fprintf(b, "%s: %s: %s [%s]\n", OneLine(f.Pos.String()), t.paint(f.Severity, f.Severity.String()), OneLine(f.Message), f.Rule)
	if t.Width > 0 {
		b.WriteString(t.excerpt(lines, f))
	}
	for _, r := range f.Related {
		fmt.Fprintf(b, "\t%s: %s\n", OneLine(r.Pos.String()), OneLine(r.Message))
	}
	if len(f.Also) > 0 {
		fmt.Fprintf(b, "\talso at %s\n", OneLine(alsoAt(f.Also)))
	}
	if f.Hint != "" {
		fmt.Fprintf(b, "\thint: %s\n", OneLine(f.Hint))
	}
}

// firstPlaces is how many more places of a finding a line names.
const firstPlaces = 2

// alsoAt names places: a.yaml:1:2, a.yaml:3:4 and 5 more places.
func alsoAt(places []Pos) string {
	var names []string
	for _, p := range places[:min(len(places), firstPlaces)] {
		names = append(names, p.String())
	}
	text := strings.Join(names, ", ")
	switch more := len(places) - len(names); more {
	case 0:
		return text
	case 1:
		return text + " and 1 more place"
	default:
		return fmt.Sprintf("%s and %d more places", text, more)
	}
}

// paint gives text the colour of a severity, in the ANSI codes that all terminals know.
func (t Text) paint(s Severity, text string) string {
	if !t.Color {
		return text
	}
	codes := [...]string{Info: "36", Warning: "33", Error: "31"}
	return "\x1b[1;" + codes[s] + "m" + text + "\x1b[0m"
}

// OneLine keeps text of a document, and names of files that it refers to, from breaking the form of the output and from
// commanding a terminal: all control characters, those above ASCII too, and what turns the direction of writing.
func OneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, s)
}
