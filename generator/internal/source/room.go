package source

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
)

const (
	maxValues  = 3_000_000 // nodes of all files, aliases not counted; the largest known document has 700,000
	maxWay     = 8_000     // bytes of the names on the way to a value: later stages know values by their way
	maxAliased = 150_000   // nodes that aliases and merge keys add to those that are written
)

// A room is how much the files of a document may hold together, and hold.
type room struct {
	times   int // multiplies the limits; 0 is 1
	values  int
	aliased int
}

// most returns a limit as it is in this room.
func (r *room) most(limit int) int { return limit * max(1, r.times) }

// Larger is the hint of a finding about a limit, which was multiplied by times.
func Larger(times int) string {
	return "if the document is meant to be so large, raise the limits: --limits " + strconv.Itoa(2*max(1, times))
}

// tooFar reports whether the names from the top of the document to a value that begins here, and to one below it, are too long.
func (b *builder) tooFar(below int, line, column uint32) bool {
	if b.way+below <= maxWay {
		return false
	}
	pos := b.pos(line, column)
	pos.Path = nil
	b.findings.Error(pos, diag.RuleTooLarge, "the names from the top of the document to here have more than %d bytes", maxWay)
	return true
}

// full counts a value, and reports whether it is one too many. The first that is has a finding.
func (b *builder) full(line, column uint32) bool {
	b.room.values++
	most := b.room.most(maxValues)
	if b.room.values == most+1 {
		b.findings.Error(b.pos(line, column), diag.RuleTooLarge, "the document has more than %d values", most).Hint = Larger(b.room.times)
	}
	return b.room.values > most
}
