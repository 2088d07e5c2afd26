package support

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// deliver sends a body to a handler behind a server and returns the status and the text of the response.
func deliver(t *testing.T, h http.Handler, method string, body io.Reader) (int, string) {
	t.Helper()
	server := httptest.NewServer(h)
	defer server.Close()
	req, err := http.NewRequestWithContext(t.Context(), method, server.URL, body)
	require.NoError(t, err)
	resp, err := server.Client().Do(req)
	require.NoError(t, err)
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	return resp.StatusCode, strings.TrimSpace(string(text))
}

func TestWebhook(t *testing.T) {
	h := newWebhook("POST", 204, nil, func(w *webhook, r *http.Request) error {
		if err := w.receive(r, "webhook", func(r *jsonReader) { r.int64() }, nil); err != nil {
			return err
		}
		for range 2 { // reading again gives the rest, which is nothing
			if _, err := io.ReadAll(r.Body); err != nil {
				return err
			}
		}
		return r.Body.Close()
	})
	for body, want := range map[string]int{"1": 204, "x": 400, "": 400} {
		status, _ := deliver(t, h, "POST", strings.NewReader(body))
		assert.Equal(t, want, status, body)
	}
	r := httptest.NewRequest("POST", "/", nil)
	r.Body = nil
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	assert.Equal(t, 400, w.Code)
	status, _ := deliver(t, h, "GET", nil)
	assert.Equal(t, 405, status)
}

// TestWebhookTooLarge: the limit of ours, and one that a handler around it sets.
func TestWebhookTooLarge(t *testing.T) {
	var why error
	h := newWebhook("POST", 204, []WebhookOption{WithWebhookErrorHandler(func(_ *http.Request, _ int, err error) { why = err })},
		func(w *webhook, r *http.Request) error {
			return w.receive(r, "webhook", func(r *jsonReader) { r.skip() }, nil)
		})
	status, text := deliver(t, h, "POST", io.LimitReader(spaces{}, maxWebhook+1))
	assert.Equal(t, 413, status)
	assert.Equal(t, "Request Entity Too Large", text)
	assert.EqualError(t, why, "the body is too large")
	status, _ = deliver(t, http.MaxBytesHandler(h, 8), "POST", strings.NewReader("         1"))
	assert.Equal(t, 413, status)
	status, _ = deliver(t, http.MaxBytesHandler(h, 8), "POST", strings.NewReader("1"))
	assert.Equal(t, 204, status)
}

// TestWebhookCut: a body that breaks off is not what the sender signed.
func TestWebhookCut(t *testing.T) {
	seen := false
	h := newWebhook("POST", 204, []WebhookOption{WithWebhookVerifier(func(http.Header, []byte) error { seen = true; return nil })},
		func(*webhook, *http.Request) error { return nil })
	r := httptest.NewRequest("POST", "/", io.MultiReader(strings.NewReader("1"), failing{}))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	assert.Equal(t, 400, w.Code)
	assert.Equal(t, "Bad Request", strings.TrimSpace(w.Body.String()))
	assert.False(t, seen)
}

type spaces struct{}

func (spaces) Read(p []byte) (int, error) { return copy(p, bytes.Repeat([]byte{' '}, len(p))), nil }

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("reset") }

// TestNewer: which violations a newer sender explains.
func TestNewer(t *testing.T) {
	list := func(v ...Violation) error { return &InvalidError{Subject: "x", Violations: v} }
	oneOf, value := Violation{Pointer: "/a", Rule: "oneOf"}, Violation{Pointer: "/a/b", Rule: "enum", Limit: `["x"]`, Value: `"y"`}
	missing, beside := Violation{Pointer: "/a/c", Rule: "required"}, Violation{Pointer: "/ab", Rule: "enum", Limit: `["x"]`, Value: `"y"`}
	for want, errs := range map[bool][]error{
		true: {
			list(value), list(oneOf, value), list(Violation{Rule: "anyOf"}, oneOf, value), list(oneOf, value, beside),
			list(Violation{Rule: "const", Limit: "1", Value: "-2"}), list(Violation{Rule: "const", Limit: "true", Value: "false"}),
			list(Violation{Rule: "enum", Limit: `["x"]`}), // a secret
			list(Violation{Rule: "additionalProperties", Limit: "false"}), list(Violation{Rule: "unevaluatedProperties", Limit: "false"}),
		},
		false: {
			errors.New("x"), list(oneOf), list(oneOf, beside), list(oneOf, value, missing), list(value, missing), list(missing),
			list(Violation{Rule: "enum", Limit: `["x"]`, Value: "5"}), list(Violation{Rule: "const", Limit: "1", Value: `"1"`}),
			list(Violation{Rule: "maxLength", Limit: "1", Value: `"ab"`}), list(Violation{Rule: "syntax"}), list(Violation{Rule: "not"}, value),
		},
	} {
		for _, err := range errs {
			assert.Equal(t, want, isNewer(err), "%v", err)
		}
	}
	assert.True(t, isNewer(list(missing), "required"))
}
