package support

import (
	"strconv"
	"unicode/utf8"
)

// minLength is how many characters a string has at least.
type minLength int

// maxLength is how many characters a string has at most.
type maxLength int

// size returns the size of v in bytes, which is at least that in characters.
func (e *evaluation) size(v node) int { return int(e.elements[v].end-e.elements[v].start) - len(`""`) }

func (k minLength) holds(e *evaluation, v node, _ marks) bool {
	if !e.is(v, kindString) || !e.elements[v].escaped && e.size(v) >= utf8.UTFMax*int(k) || e.runes(v) >= int(k) {
		return true
	}
	return e.failAt(v, "minLength", int(k))
}

func (k maxLength) holds(e *evaluation, v node, _ marks) bool {
	return !e.is(v, kindString) || e.size(v) <= int(k) || e.runes(v) <= int(k) || e.failAt(v, "maxLength", int(k))
}

func (e *evaluation) failAt(v node, rule string, limit int) bool {
	if e.quiet > 0 {
		return false
	}
	return e.fail(v, rule, strconv.Itoa(limit))
}
