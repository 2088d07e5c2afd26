// Package run holds the tests of all golden cases. This file has what several of them need.
package run

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A shape is what every generated type has.
type shape interface {
	UnmarshalJSON([]byte) error
	Validate() error
}

// read decodes a text into x, then validates it: both must pass for a text to fit the document.
func read(x shape, text string) error {
	if err := x.UnmarshalJSON([]byte(text)); err != nil {
		return err
	}
	return x.Validate()
}

// fits reads a text into x and compares the violations with the wanted lines. No lines means that the text fits.
func fits(t *testing.T, x shape, text string, want ...string) {
	t.Helper()
	assert.Equal(t, want, violations(t, read(x, text)), text)
}

// roundTrip reads a text and writes it again: it must be the same.
func roundTrip(t *testing.T, x interface {
	shape
	AppendJSON([]byte) ([]byte, error)
}, text string) {
	t.Helper()
	require.NoError(t, read(x, text))
	data, err := x.AppendJSON(nil)
	require.NoError(t, err)
	assert.Equal(t, text, string(data))
}

// violations returns the lines of an *InvalidError, whatever package it is of. No error has no lines.
func violations(t *testing.T, err error) (lines []string) {
	t.Helper()
	for at := err; at != nil; at = errors.Unwrap(at) {
		v := reflect.ValueOf(at)
		if v.Kind() != reflect.Pointer || v.Elem().Type().Name() != "InvalidError" {
			continue
		}
		list := v.Elem().FieldByName("Violations")
		for i := range list.Len() {
			lines = append(lines, fmt.Sprint(list.Index(i).Interface()))
		}
		return lines
	}
	if err != nil {
		t.Errorf("%v is no InvalidError", err)
	}
	return nil
}

// A response is what a test server says.
type response struct {
	status int
	body   string // JSON, unless header says otherwise
	header http.Header
}

// A sent is a request as a server saw it.
type sent struct {
	method, uri, body string
	header            http.Header
}

// A server gives one response and keeps the last request.
type server struct {
	response
	url  string
	last sent
}

func newServer(t *testing.T, a response) *server {
	t.Helper()
	s := &server{response: a}
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		s.last = sent{r.Method, r.RequestURI, string(body), r.Header}
		w.Header().Set("Content-Type", "application/json")
		for name, values := range s.header {
			w.Header()[name] = values
		}
		w.WriteHeader(s.status)
		_, _ = io.WriteString(w, s.body)
	}))
	t.Cleanup(h.Close)
	s.url = h.URL
	return s
}
