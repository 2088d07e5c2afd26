package support

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
)

// ReadArray reads a JSON array from in, one element at a time, so that an array
// may be longer than memory.
//
//	for record, err := range ReadArray[Record](in) { ... }
//
// T is a type of this package that has UnmarshalJSON, or
// [encoding/json.RawMessage] for elements that are a union, which has a
// function to read it. Elements are read as UnmarshalJSON reads them, strictly;
// to call Validate is up to the caller.
//
// An element that does not fit T is an [*InvalidError], with pointers that
// begin with its index: "/17/name". The loop may go on with the next element.
// All other errors are the last thing that the loop gives: broken syntax, which
// is an [*InvalidError] too, an array that is cut off (io.ErrUnexpectedEOF), an
// element of more than 64 MiB, an error of in. Beside an error T is zero.
//
// After the array in may hold nothing but white space. It is read in blocks, so
// somewhat ahead of the loop, up to its end or until the loop is left, and
// once: a second loop does not begin anew.
func ReadArray[T any, P interface {
	*T
	UnmarshalJSON([]byte) error
}](in io.Reader) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		a := arrayInput{blockReader: blockReader{in: in}, subject: fmt.Sprintf("%T", []T(nil)), lead: '['}
		var element, none T
		for !a.ended {
			element = none
			err := a.next(P(&element))
			if err == io.EOF {
				return
			}
			if err != nil {
				element = none
			}
			if !yield(element, err) {
				return
			}
		}
	}
}

const (
	maxElement = 64 << 20    // how many bytes of an element ReadArray holds
	atByte     = " at byte " // stands before the place of a syntax error
)

// An arrayInput is a loop over the elements of an array that comes from a reader.
type arrayInput struct {
	blockReader
	subject string // of errors
	lead    byte   // what stands before the next element: '[' or ','
	index   int    // of that element
	ended   bool   // there is nothing more to give
	strict  jsonReader
}

// next reads an element into v. At the end of the array it returns io.EOF.
func (a *arrayInput) next(v json.Unmarshaler) error {
	text, err := a.element()
	if err != nil {
		a.ended = true
		return err
	}
	if _, isStrict := v.(jsonDecoder); !isStrict { // json.RawMessage takes any text, and others expect JSON
		a.strict = jsonReader{data: text, names: a.strict.names[:0], scratch: a.strict.scratch}
		a.strict.skip()
		err = a.strict.finish(a.subject)
	}
	if err == nil {
		err = v.UnmarshalJSON(text)
	}
	if err != nil {
		err = a.elementError(text, err)
	}
	a.index++
	return err
}

// element returns the text of the next element. It is valid until the next call.
func (a *arrayInput) element() ([]byte, error) {
	c, err := a.peek()
	first := a.lead == '['
	switch {
	case err != nil:
		return nil, a.failed(err)
	case c == ']' && !first:
		return nil, a.end()
	case c != a.lead && !first:
		return nil, a.broken("", "',' or ']'")
	case c != a.lead:
		return nil, a.noArray()
	}
	a.pos++
	a.lead = ','
	if c, err = a.peek(); err != nil {
		return nil, a.failed(err)
	}
	if c == ']' && first {
		return nil, a.end()
	}
	return a.value(c)
}

// value returns the text of the value that begins with c.
func (a *arrayInput) value(c byte) ([]byte, error) {
	b, n := beginAt(c)
	for {
		end, found := b.find(a.buf, a.pos+n)
		n = end - a.pos
		switch {
		case b.depth >= maxDepth: // one level is the array
			a.pos = end - 1
			return nil, a.invalid(Violation{Pointer: a.pointer(), Rule: "nesting", Limit: depthLimit})
		case n > maxElement:
			return nil, fmt.Errorf("support: ReadArray: element %d has more than %d bytes", a.index, maxElement)
		case found:
			a.pos = end
			return a.buf[end-n : end], nil
		}
		if err := a.more(); err != nil {
			return nil, a.failed(err)
		}
	}
}

// end reads the closing bracket, and what follows it.
func (a *arrayInput) end() error {
	a.pos++
	switch _, err := a.peek(); err {
	case nil:
		return a.broken("", "the end of the text")
	case io.EOF:
		return io.EOF
	default:
		return a.failed(err)
	}
}

// noArray returns the error for a text that does not begin like an array.
func (a *arrayInput) noArray() error {
	for len(a.buf)-a.pos < 2*excerptBytes && a.more() == nil { // enough to show what it is
	}
	if c := a.buf[a.pos]; strings.IndexByte(`{"-tfn`, c) < 0 && !isDigit(c) {
		return a.broken("", "a value")
	}
	return a.invalid(Violation{Rule: "type", Limit: "array", Value: excerpt(a.buf, a.pos)})
}

// failed returns the error for a reader that gives no more, although the array has not ended.
func (a *arrayInput) failed(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("support: ReadArray: %w", err)
}

// broken returns the error for broken syntax at the next byte.
func (a *arrayInput) broken(pointer, want string) error {
	return a.invalid(Violation{Pointer: pointer, Rule: "syntax", Limit: want + atByte + strconv.FormatInt(a.before+int64(a.pos), 10)})
}

func (a *arrayInput) invalid(v Violation) error {
	return &InvalidError{Subject: a.subject, Violations: []Violation{v}}
}

func (a *arrayInput) pointer() string { return "/" + strconv.Itoa(a.index) }

// elementError tells where in the array an error of the current element is. After broken syntax nobody knows where the next one begins.
func (a *arrayInput) elementError(text []byte, err error) error {
	r := jsonReader{data: text, tolerant: true}
	r.skip()
	a.ended = r.finish("") != nil
	found, ok := errors.AsType[*InvalidError](err)
	if !ok {
		return fmt.Errorf("support: ReadArray: element %d: %w", a.index, err)
	}
	violations := make([]Violation, len(found.Violations))
	start := a.before + int64(a.pos-len(text))
	for i, v := range found.Violations {
		v.Pointer = a.pointer() + v.Pointer
		if want, at, ok := strings.Cut(v.Limit, atByte); ok && v.Rule == "syntax" {
			if n, err := strconv.ParseInt(at, 10, 64); err == nil {
				v.Limit = want + atByte + strconv.FormatInt(start+n, 10)
			}
		}
		violations[i] = v
	}
	return &InvalidError{Subject: a.subject, Violations: violations}
}
