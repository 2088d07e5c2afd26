package support

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"slices"
)

// A message is one item of a response that is a sequence.
type message struct {
	id, name string // of an event
	data     []byte
	response *response
	k        *call
	cfg      *config
	isPing   bool // it is no message at all
}

// openSequence leaves the response to read if it has a wanted type. As with JSON, one without a type claims nothing; and a status other
// than 200 may say that there is nothing.
func (k *call) openSequence(wanted string, isWanted func(mediaType string) bool) {
	k.open = true
	k.foreign = func(resp *http.Response) error {
		t := resp.Header.Get("Content-Type")
		if t == "" || isWanted(t) || resp.StatusCode != http.StatusOK && resp.ContentLength == 0 {
			return nil
		}
		return fmt.Errorf("the content type is %q, not %s", t, wanted)
	}
}

// ping reports whether decode found an event that only keeps the connection alive.
func (m *message) ping() bool { return m != nil && m.isPing }

// decode reads the JSON of a message. check may be nil.
func (m *message) decode(read func(*jsonReader), check func() error) error {
	if m.cfg.checkResponse || m.mayFail() {
		_, err := m.k.decodeJSON(m.data, false, read)
		if err == nil && check != nil {
			err = check()
		}
		if done, err := m.settle(err); done {
			return err
		}
	}
	partly, err := m.k.decodeJSON(m.data, true, read)
	switch {
	case err == nil:
		return nil
	case partly:
		return &DecodeError{m.failed(err)}
	}
	m.isPing = m.isNoise()
	return m.failed(err)
}

// decodeOrNull is decode where null is an item.
func (m *message) decodeOrNull(read func(*jsonReader), check func() error) error {
	if string(bytes.TrimSpace(m.data)) == "null" {
		return nil
	}
	return m.decode(read, check)
}

// accept checks a message that is a text.
func (m *message) accept(check func() error) error {
	if !m.cfg.checkResponse && !m.mayFail() {
		return nil
	}
	_, err := m.settle(check())
	return err
}

// mayFail reports whether a message can tell of a failure.
func (m *message) mayFail() bool { return m.name == "error" || len(m.k.errors) > 0 }

// settle tells what becomes of a message, given what the document has against it. It is not done if the document has something, but that
// is neither a failure nor of interest.
func (m *message) settle(err error) (done bool, _ error) {
	if err == nil {
		return true, nil
	}
	if e := m.failure(); e != nil {
		return true, e
	}
	if m.cfg.checkResponse && !m.isNoise() {
		return true, m.failed(err)
	}
	return false, nil
}

// isNoise reports whether the data of an event with a name of its own is no JSON, as that of a ping.
func (m *message) isNoise() bool {
	return m.name != "" && m.name != "message" && m.name != "error" && !isJSONText(m.data)
}

func (m *message) failed(err error) *APIError {
	return m.k.failed(&response{Response: m.response.Response, data: m.data}, err)
}

// failure gives the error that a message is which its schema does not accept: an event called error, or what fits a failure of the
// document that requires something.
func (m *message) failure() error {
	body, fits := m.k.failureOf(m.data, m.name == "error")
	if !fits {
		return nil
	}
	e := m.failed(fmt.Errorf("the server tells of a failure: %s", bodyExcerpt(m.data)))
	e.Body = body
	return e
}

// failureOf finds what the document says about data that tells of a failure. Where it is called so, it need not fit.
func (k *call) failureOf(data []byte, named bool) (body any, ok bool) {
	var newer any // than the document, but for that it fits
	for _, e := range k.errors {
		x, wrong := k.tried(e, data)
		if wrong != nil && !onlyUnlisted(wrong) {
			continue
		}
		_, needsNothing := k.tried(e, []byte("{}"))
		switch {
		case wrong == nil && needsNothing != nil:
			return x, true
		case needsNothing != nil && newer == nil:
			newer = x
		case wrong == nil && body == nil:
			body = x
		}
	}
	if newer != nil {
		body = newer
	}
	return body, named
}

// tried reads data as a body of failures, and tells what the document has against it.
func (k *call) tried(e errorBody, data []byte) (body any, wrong error) {
	r := jsonReader{data: data}
	if r.peek() != '{' || e.read == nil {
		return nil, errors.New("no object")
	}
	body = e.read(&r)
	wrong = r.finish(k.subject())
	if x, ok := body.(jsonChecker); ok && (wrong == nil || onlyUnlisted(wrong)) {
		wrong = validate(k.subject(), x)
	}
	return body, wrong
}

// onlyUnlisted reports whether all that is wrong are values that an enum does not list.
func onlyUnlisted(wrong error) bool {
	bad, ok := errors.AsType[*InvalidError](wrong)
	return ok && !slices.ContainsFunc(bad.Violations, func(v Violation) bool { return v.Rule != "enum" })
}

// isJSONText reports whether data is one JSON text.
func isJSONText(data []byte) bool {
	r := jsonReader{data: data, tolerant: true}
	r.skip()
	return r.finish("") == nil
}
