package support

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
)

// ErrNoBody is why a success without a body is an error, where the document
// describes one.
var ErrNoBody = errors.New("the body is empty")

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

// discard sends a call whose response has no content.
func (c *Client) discard(ctx context.Context, cfg *config, k *call) error {
	k.unneeded = true
	_, err := c.send(ctx, cfg, k, maxErrorBody)
	return err
}

// decode reads the JSON of a response, see decodeJSON.
func (k *call) decode(a *response, tolerant bool, read func(*jsonReader)) (partly bool, err error) {
	switch {
	case a.err != nil:
		return false, a.err
	case len(a.data) == 0:
		return false, ErrNoBody
	case !a.plain && !isJSON(a.Header) && !k.takesAnyType(a.StatusCode):
		return false, fmt.Errorf("the content type is %q, not JSON", a.Header.Get("Content-Type"))
	}
	return k.decodeJSON(a.data, tolerant, read)
}

// subject names the response of a call in errors.
func (k *call) subject() string { return "response of " + k.op }

// failed makes an *APIError of a response.
func (k *call) failed(a *response, err error) *APIError {
	raw := a.data
	if len(raw) > maxErrorBody {
		raw = slices.Clone(raw[:maxErrorBody]) // so that the rest is not kept
	}
	return &APIError{
		Operation: k.op, StatusCode: a.StatusCode, Header: a.Header, RawBody: raw, Err: err, SentRequest: k.told(), secrets: k.echoed(a.Request),
	}
}

// failure is failed for a response that is no success. Its body is decoded if
// the document describes it, as far as it can be read.
func (k *call) failure(a *response) error {
	e := k.failed(a, cmp.Or(a.err, k.unrenewed))
	if a.err != nil {
		return e
	}
	for _, status := range statuses(a.StatusCode) {
		read := k.errorReader(status)
		if slices.Contains(k.texts, status) && (isTextType(a.Header) || read == nil && a.Header.Get("Content-Type") == "") {
			e.Body = string(a.data)
			return e
		}
		if read != nil {
			e.Body = k.errorBody(a, read)
			return e
		}
	}
	return e
}

// errorBody decodes the body of a failure, as far as it can be read. A body of null says nothing.
func (k *call) errorBody(a *response, read func(*jsonReader) any) (body any) {
	if string(bytes.TrimSpace(a.data)) == "null" {
		return nil
	}
	if partly, err := k.decode(a, true, func(r *jsonReader) { body = read(r) }); err == nil || partly && !isWhole(err) {
		return body
	}
	return nil
}

// errorReader finds what reads the body of a status, nil for nothing.
func (k *call) errorReader(status string) func(*jsonReader) any {
	for _, e := range k.errors {
		if e.status == status {
			return e.read
		}
	}
	return nil
}

// takesAnyType reports whether the JSON of a status may be labelled as anything.
func (k *call) takesAnyType(code int) bool {
	return k.anyType != nil && slices.ContainsFunc(statuses(code), func(status string) bool { return slices.Contains(k.anyType, status) })
}
