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

// A result is a generated type that a response is read into.
type result interface {
	jsonDecoder
	jsonChecker
	UnmarshalJSON(data []byte) error
}

// receive sends a call and reads the response into x. It returns false without an
// error for a success that has no content, where the document allows that.
func (c *Client) receive(ctx context.Context, cfg *config, k *call, x result) (ok bool, err error) {
	read := func(r *jsonReader) {
		if r.left != nil {
			_ = x.UnmarshalJSON(nil) // it begins with the zero value
		}
		x.decode(r)
	}
	return c.receiveFunc(ctx, cfg, k, read, func() error { return validate(k.subject(), x) })
}

// receiveFunc is receive with functions that read and check. check may be nil.
func (c *Client) receiveFunc(ctx context.Context, cfg *config, k *call, read func(*jsonReader), check func() error) (ok bool, err error) {
	a, err := c.send(ctx, cfg, k, cfg.maxResponse)
	if err != nil {
		return false, err
	}
	return k.take(a, cfg, read, check)
}

// take reads the response of a success. What could not be read of it is noted in misread.
func (k *call) take(a *response, cfg *config, read func(*jsonReader), check func() error) (ok bool, err error) {
	if slices.Contains(k.empty, a.StatusCode) {
		return false, nil
	}
	partly, err := k.decode(a, !cfg.checkResponse, read)
	if partly && !a.plain {
		k.misread = &DecodeError{k.failed(a, err)}
		return true, nil
	}
	if err == nil && cfg.checkResponse && check != nil {
		err = check()
	}
	if err != nil {
		return false, k.failed(a, err)
	}
	return true, nil
}

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
	case !a.plain && !isJSON(a.Header) && !slices.ContainsFunc(statuses(a.StatusCode), k.isAnyType):
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
	for _, status := range statuses(a.StatusCode) {
		read := k.errorReader(status)
		isText := slices.Contains(k.texts, status)
		switch {
		case a.err != nil:
		case isText && (isTextType(a.Header) || read == nil && a.Header.Get("Content-Type") == ""):
			e.Body = string(a.data)
			return e
		case read != nil:
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

func (k *call) isAnyType(status string) bool { return slices.Contains(k.anyType, status) }
