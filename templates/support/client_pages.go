package support

import (
	"errors"
	"fmt"
)

// A pageTrail is what a loop over pages remembers of the way: the marks of the pages that it has asked for.
type pageTrail struct {
	op    string
	marks map[string]bool
}

// start notes the page that the caller begins with.
func (t *pageTrail) start(mark any) { t.note(fmt.Sprint(mark)) }

// turn notes the next page. One that was read before would be read for ever.
func (t *pageTrail) turn(mark any) error {
	text := fmt.Sprint(mark)
	if t.marks[text] {
		return t.lost(errors.New("the server leads back to a page that was read before"))
	}
	t.note(text)
	return nil
}

func (t *pageTrail) note(text string) {
	if t.marks == nil {
		t.marks = map[string]bool{}
	}
	t.marks[text] = true
}

// lost says why a loop cannot go on.
func (t *pageTrail) lost(err error) error { return &CallError{Operation: t.op, Err: err} }
