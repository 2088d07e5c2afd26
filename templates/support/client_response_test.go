package support

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNoBody: a described body that is empty is an error that says so, with the status of the success, and is not asked for again.
func TestNoBody(t *testing.T) {
	var requests atomic.Int32
	status := 200
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		w.WriteHeader(status)
	})
	var text string
	cases := []resultCase{{status: "200", json: func(r *jsonReader) any { return r.int64() }}, {status: "201", media: "x/y", body: func(r io.ReadCloser) any { return r }}}
	for name, read := range map[string]func(*call) error{
		"json": func(k *call) error { _, err := c.receive(t.Context(), c.with(nil), k, new(Parcel)); return err },
		"plain": func(k *call) error {
			_, err := c.receivePlain(t.Context(), c.with(nil), k, false, func(*jsonReader) {}, nil)
			return err
		},
		"xml": func(k *call) error {
			_, err := c.receiveXML(t.Context(), c.with(nil), k, xmlRoot{name: "x"}, new(struct{}), nil)
			return err
		},
		"one of": func(k *call) error { _, err := c.receiveOne(t.Context(), c.with(nil), k, cases...); return err },
		"text":   func(k *call) error { _, err := c.receiveText(t.Context(), c.with(nil), k, &text, nil); return err },
		"bytes":  func(k *call) error { _, err := c.openResponse(t.Context(), c.with(nil), k); return err },
	} {
		for _, status = range []int{200, 202, 204} {
			requests.Store(0)
			err := read(&call{op: "Op", method: "GET", path: "/"})
			if status != 204 && (name == "text" || name == "bytes") {
				assert.NoError(t, err, "%s of status %d may be empty", name, status)
				continue
			}
			assert.ErrorIs(t, err, ErrNoBody, "%s of status %d", name, status)
			e, ok := errors.AsType[*APIError](err)
			require.True(t, ok, "%v", err)
			assert.Equal(t, status, e.StatusCode)
			assert.Equal(t, int32(1), requests.Load())
		}
	}
}

// TestOtherSuccess: a success that the document lacks is read as the first one whose media type came.
func TestOtherSuccess(t *testing.T) {
	cases := []resultCase{
		{status: "200", json: func(r *jsonReader) any { return r.int64() }},
		{status: "201", media: "text/plain", text: func(s string) any { return "plain " + s }},
		{status: "203", media: "text/csv", text: func(s string) any { return "csv " + s }},
		{status: "206", media: "image/*", body: func(r io.ReadCloser) any { data, _ := io.ReadAll(r); r.Close(); return data }},
	}
	for mediaType, want := range map[string]any{
		"application/json": int64(5), "application/vnd.x+json": int64(5), "text/plain; charset=utf-8": "plain 5", "text/csv": "csv 5", "image/png": []byte("5"),
		"text/html": nil, "x/y": nil,
	} {
		requests := 0
		c := serve(t, func(w http.ResponseWriter, r *http.Request) { requests++; reply(202, mediaType, "5")(w, r) })
		got, err := c.receiveOne(t.Context(), c.with(nil), &call{op: "Op", method: "GET", path: "/"}, cases...)
		assert.Equal(t, want, got, mediaType)
		assert.Equal(t, 1, requests)
		if want == nil {
			e, ok := errors.AsType[*APIError](err)
			require.True(t, ok, "%v", err)
			assert.Equal(t, 202, e.StatusCode)
			assert.ErrorContains(t, err, "the document does not describe this status")
		}
	}
	c := serve(t, reply(202, "", ""))
	got, err := c.receiveOne(t.Context(), c.with(nil), &call{op: "Op", method: "GET", path: "/", empty: []int{204}}, cases...)
	assert.NoError(t, err, "without a body it is like the success that has none")
	assert.Nil(t, got)
}

// TestMediaTypesOfSuccesses: with WithResponseValidation text and bytes must be of a type that the document has.
func TestMediaTypesOfSuccesses(t *testing.T) {
	var text string
	for _, test := range []struct {
		media, accept, came string
		ok                  bool
	}{
		{"", "image/png", "image/png", true}, {"", "image/png", "text/html", false}, {"", "image/*", "image/png", true}, {"", "image/png", "", true},
		{"image/png", "image/png, application/json", "application/json", false}, {"", "*/*", "text/html", true},
		{"", "text/csv", "text/csv; charset=utf-8", true}, {"", "text/csv", "text/plain", false},
	} {
		c := serve(t, reply(200, test.came, "x"))
		for _, strict := range []Option{nil, WithResponseValidation()} {
			cfg := c.with([]Option{strict})
			body, err := c.openResponse(t.Context(), cfg, &call{op: "Op", method: "GET", path: "/", media: test.media, accept: test.accept})
			assert.Equal(t, strict == nil || test.ok, err == nil, "%+v: %v", test, err)
			if err == nil {
				body.Close()
			}
			_, err = c.receiveText(t.Context(), cfg, &call{op: "Op", method: "GET", path: "/", media: test.media, accept: test.accept}, &text, nil)
			assert.Equal(t, strict == nil || test.ok, err == nil, "%+v: %v", test, err)
			one := resultCase{status: "200", media: test.accept, body: func(r io.ReadCloser) any { r.Close(); return 1 }}
			_, err = c.receiveOne(t.Context(), cfg, &call{op: "Op", method: "GET", path: "/"}, one)
			if test.media == "" {
				assert.Equal(t, strict == nil || test.ok, err == nil, "%+v: %v", test, err)
			}
		}
	}
}

// TestLabels: JSON that is labelled as something else is read where any type is allowed, and a failure that is text has it as its body.
func TestLabels(t *testing.T) {
	k := func() *call {
		return &call{op: "Op", method: "POST", path: "/", anyType: []string{"2XX", "404"}, texts: []string{"404", "4XX"},
			errors: []errorBody{{"404", func(r *jsonReader) any { return r.int64() }}, {"default", func(r *jsonReader) any { return r.int64() }}}}
	}
	for _, test := range []struct {
		status          int
		mediaType, body string
		want            any
	}{
		{404, "application/octet-stream", "5", int64(5)},
		{404, "application/json", "5", int64(5)},
		{404, "text/plain", "5", "5"},
		{404, "TEXT/html", "<p>", "<p>"},
		{409, "text/plain", "conflict", "conflict"},
		{409, "", "conflict", "conflict"},
		{409, "application/json", "5", int64(5)},
		{409, "x/y", "5", nil},
		{500, "text/plain", "5", nil},
		{500, "application/json", "5", int64(5)},
		{500, "application/json", "null", nil},
	} {
		c := serve(t, reply(test.status, test.mediaType, test.body), WithRetries(0))
		err := c.discard(t.Context(), c.with(nil), k())
		e, ok := errors.AsType[*APIError](err)
		require.True(t, ok, "%v", err)
		assert.Equal(t, test.want, e.Body, "%+v", test)
	}
	for _, status := range []int{200, 202} {
		c := serve(t, reply(status, "text/plain", "7"))
		var n int64
		_, err := c.receiveFunc(t.Context(), c.with(nil), k(), func(r *jsonReader) { n = r.int64() }, nil)
		require.NoError(t, err)
		assert.Equal(t, int64(7), n)
	}
}

// TestContentType: that of the caller wins, but for forms, whose parts nobody could find then.
func TestContentType(t *testing.T) {
	var got []string
	c := serve(t, func(w http.ResponseWriter, r *http.Request) { got = append(got, r.Header.Get("Content-Type")) }, WithHeader("content-type", "application/json;v=2"))
	k := call{op: "Op", method: "POST", path: "/", body: []byte("{}"), contentType: "application/json"}
	require.NoError(t, c.discard(t.Context(), c.with(nil), &k))
	assert.Equal(t, []string{"application/json;v=2"}, got)
	k = call{op: "Op", method: "POST", path: "/"}
	k.multipartBody("multipart/form-data", func(w *formWriter) { w.file(partStyle{name: "f"}, &FormFile{Content: strings.NewReader("x")}) })
	assert.ErrorContains(t, c.discard(t.Context(), c.with(nil), &k), "boundary")
	assert.Len(t, got, 1)
}
