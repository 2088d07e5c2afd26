package view

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A Piece is a part of a line about a Go name.
type Piece struct {
	Text string
	Code bool
}

// NameLine says what happened to a Go name, in pieces, and a note on it.
func NameLine(n change.Name) (pieces []Piece, note string) {
	code := func(text string) Piece { return Piece{text, true} }
	verb := " is "
	if strings.Contains(n.Name, ", ") {
		verb = " are "
	}
	switch n.Kind {
	case change.Gone:
		return []Piece{code(n.Name), {verb + "gone", false}}, n.Note
	case change.Added:
		note = n.New
		if n.Note != "" {
			note = strings.TrimPrefix(note+"; "+n.Note, "; ")
		}
		return []Piece{code(n.Name), {verb + "new", false}}, note
	case change.Renamed:
		return []Piece{code(n.Name), {" → ", false}, code(n.New)}, n.Note
	default:
		return []Piece{code(n.Name), {": ", false}, code(n.Old), {" → ", false}, code(n.New)}, n.Note
	}
}
