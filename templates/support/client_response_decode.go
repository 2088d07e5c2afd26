package support

import (
	"bytes"
	"errors"
	"slices"
)

// A DecodeError says that parts of a success could not be read: a member of
// another JSON type than the document says, or a text that is no date. They are
// zero in the result beside the error, which has all the rest.
//
// It wraps an [*APIError] with the status, the headers and the body as it came,
// which wraps an [*InvalidError] with the pointers of these parts.
type DecodeError struct {
	// Response is what came. Its Err is the [*InvalidError].
	Response *APIError
}

// Error gives operation, status, and what could not be read.
func (e *DecodeError) Error() string { return e.Response.Error() }

// Unwrap gives Response.
func (e *DecodeError) Unwrap() error { return e.Response }

// decodeJSON reads the JSON of a response. If it is read tolerantly, partly says that err is about values that Go cannot hold, and that
// the rest was read.
func (k *call) decodeJSON(data []byte, tolerant bool, read func(*jsonReader)) (partly bool, err error) {
	r := jsonReader{data: data, tolerant: tolerant, loose: k.tolerate}
	if string(bytes.TrimSpace(data)) == "null" {
		r.tolerant = false // members may be null in place of absent, a whole response only where the document allows it
	}
	read(&r)
	if err = r.finish(k.subject()); err == nil || r.stopped || !tolerant {
		return false, err
	}
	if r.tolerant {
		again := jsonReader{data: data, tolerant: true, loose: k.tolerate, left: r.misread}
		slices.Sort(again.left)
		read(&again)
	}
	return true, err
}

// isWhole reports whether err is about a JSON value as a whole, of which nothing was read.
func isWhole(err error) bool {
	bad, ok := errors.AsType[*InvalidError](err)
	return ok && bad.Violations[0].Pointer == ""
}
