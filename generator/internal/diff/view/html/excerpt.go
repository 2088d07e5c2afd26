package html

import (
	"strings"
	"unicode"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

// A pane is the place of a change in one document.
type pane struct {
	Title string // Old, New
	Class string
	Place string
	Rows  []row
}

// A row is a line of a document, or says that a document does not have the place.
type row struct {
	Number int
	Hit    bool
	Void   string
	Parts  []segment
}

// around is how many lines are shown before and behind the place.
const around = 2

// panes returns the place of a change in both documents.
func panes(c change.Change, lines diag.Lines) []pane {
	old := pane{Title: "Old", Class: "old", Place: diag.OneLine(c.Old.Pos.String()), Rows: rows(c.Old, lines, "not in the old document")}
	new := pane{Title: "New", Class: "new", Place: diag.OneLine(c.New.Pos.String()), Rows: rows(c.New, lines, "no longer here")}
	a, b := hit(old.Rows), hit(new.Rows)
	switch {
	case a != nil && b != nil:
		a.Parts, b.Parts = compareLines(a.Parts[0].Text, b.Parts[0].Text)
	case a != nil && !c.New.Present:
		a.Parts = whole(a.Parts[0].Text, true)
	case b != nil && !c.Old.Present:
		b.Parts = whole(b.Parts[0].Text, false)
	}
	return []pane{old, new}
}

func hit(rows []row) *row {
	for i := range rows {
		if rows[i].Hit {
			return &rows[i]
		}
	}
	return nil
}

// rows returns the lines around a place. A side without it says so behind the line of the object that would hold it.
func rows(s change.Side, lines diag.Lines, void string) (list []row) {
	s.Pos = s.Pos.Written()
	at := int(s.Pos.Line)
	for number := max(1, at-around); number <= at+around; number++ {
		pos := s.Pos
		pos.Line = uint32(number)
		if number != at {
			pos.Column = 1
		}
		text, ok := lines.Line(pos)
		if ok && !(text == "" && number > at) {
			text = view.Window(text, int(pos.Column))
			list = append(list, row{Number: number, Hit: s.Present && number == at, Parts: same(visible(text))})
		}
		if number == at && !s.Present {
			list = append(list, row{Void: void})
		}
	}
	if len(list) == 0 && !s.Present {
		list = append(list, row{Void: void})
	}
	dedent(list)
	return list
}

// dedent removes the indentation that all lines share.
func dedent(list []row) {
	shared := -1
	for _, r := range list {
		if text := r.text(); strings.TrimSpace(text) != "" {
			indent := len(text) - len(strings.TrimLeft(text, " "))
			if shared < 0 || indent < shared {
				shared = indent
			}
		}
	}
	for i := range list {
		if text := list[i].text(); shared > 0 && text != "" {
			list[i].Parts[0].Text = text[min(shared, len(text)):]
		}
	}
}

func (r row) text() string {
	if len(r.Parts) == 0 {
		return ""
	}
	return r.Parts[0].Text
}

// visible shows what would hide, or turn the direction of what follows.
func visible(line string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && (unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control, unicode.Zl, unicode.Zp)) {
			return unicode.ReplacementChar
		}
		return r
	}, line)
}
