package view

import (
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// Marks behind the position of the new document.
const (
	GoneMark = " (gone)"
	NewMark  = " (new)"
)

// Mark returns what is said behind the position in the new document, if only one side has the place.
func Mark(c change.Change) string {
	switch {
	case c.Old.Present && !c.New.Present:
		return GoneMark
	case c.New.Present && !c.Old.Present:
		return NewMark
	}
	return ""
}

// longLine is how much of a line is shown, in bytes: documents in one line exist.
const longLine = 400

// Line returns the line of a side without its indentation, for the side that has something; "" if it is not known. Of a long line it
// is the part around the column.
func Line(s change.Side, lines diag.Lines) string {
	line, ok := lines.Line(s.Pos)
	if !ok || !s.Present {
		return ""
	}
	return strings.TrimSpace(Window(line, int(s.Pos.Column)))
}

// Window returns the part of a long line that is around a column.
func Window(line string, column int) string {
	if len(line) <= longLine {
		return line
	}
	from := min(max(column-1-longLine/4, 0), len(line)-longLine)
	to := from + longLine
	for from > 0 && !utf8.RuneStart(line[from]) {
		from--
	}
	for to < len(line) && !utf8.RuneStart(line[to]) {
		to++
	}
	text := line[from:to]
	if from > 0 {
		text = "…" + text
	}
	if to < len(line) {
		text += "…"
	}
	return text
}
