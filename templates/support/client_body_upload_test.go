package support

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An endlessFile has no end and counts how often it is read.
type endlessFile struct{ reads atomic.Int64 }

func (e *endlessFile) Read(data []byte) (int, error) {
	e.reads.Add(1)
	clear(data)
	return len(data), nil
}

// uploads are the two ways to send what is read.
var uploads = map[string]func(*call, io.Reader){
	"form": func(k *call, content io.Reader) {
		k.multipartBody("multipart/form-data", func(w *formWriter) { w.file(partStyle{name: "f"}, &FormFile{Content: content}) })
	},
	"bytes": func(k *call, content io.Reader) { k.streamBody("x/y", content) },
}

// sent gives the body of a call as a server reads it.
func sent(t *testing.T, k *call) io.Reader {
	req := httptest.NewRequestWithContext(t.Context(), "POST", "/", nil)
	require.NoError(t, k.source.attach(req))
	return req.Body
}

// TestUploadEnds: however an attempt ends, nothing goes on reading the content, not even a transport that keeps the request.
func TestUploadEnds(t *testing.T) {
	var kept *http.Request
	respond := func(code int) roundTrip {
		return func(req *http.Request) (*http.Response, error) {
			kept = req
			_, _ = req.Body.Read(make([]byte, 1000))
			return status(code)(req)
		}
	}
	refuse := withCredential("s", func(req *http.Request, _ []byte) error { kept = req; return errBroken })
	tests := []struct {
		name      string
		transport roundTrip
		opts      []Option
	}{
		{"success", respond(204), nil},
		{"failure", respond(413), nil},
		{"worth another", respond(429), nil},
		{"redirect", respond(307), nil},
		{"broken", func(req *http.Request) (*http.Response, error) { _, _ = respond(0)(req); return broken(req) }, nil},
		{"not read", func(req *http.Request) (*http.Response, error) { kept = req; return status(413)(req) }, nil},
		{"not signed", respond(204), []Option{refuse}},
		{"response of a middleware", nil, []Option{WithMiddleware(func(req *http.Request, _ func(*http.Request) (*http.Response, error)) (*http.Response, error) {
			return respond(413)(req)
		})}},
	}
	for _, test := range tests {
		for name, upload := range uploads {
			t.Run(test.name+" "+name, func(t *testing.T) {
				before := runtime.NumGoroutine()
				c, err := NewClient("http://example.com", append(test.opts, WithHTTPClient(&http.Client{Transport: test.transport}))...)
				require.NoError(t, err)
				content := new(endlessFile)
				k := call{op: "Op", method: "PUT", path: "/", security: "s"}
				upload(&k, content)
				_ = c.discard(t.Context(), c.with(nil), &k)
				reads := content.reads.Load()
				_, err = kept.Body.Read(make([]byte, 1000))
				assert.ErrorIs(t, err, http.ErrBodyReadAfterClose)
				assert.Eventually(t, func() bool { return runtime.NumGoroutine() <= before+1 }, 5*time.Second, time.Millisecond) // 1: that of Eventually
				assert.LessOrEqual(t, content.reads.Load(), reads+1, "one Read may have begun")
			})
		}
	}
}

// TestUploadOfAnOpenResponse: as long as a response is read, the upload goes on.
func TestUploadOfAnOpenResponse(t *testing.T) {
	var kept *http.Request
	c, err := NewClient("http://example.com", WithHTTPClient(&http.Client{Transport: roundTrip(func(req *http.Request) (*http.Response, error) {
		kept = req
		return status(200)(req)
	})}))
	require.NoError(t, err)
	for name, upload := range uploads {
		k := call{op: "Op", method: "POST", path: "/"}
		upload(&k, new(endlessFile))
		body, err := c.openResponse(t.Context(), c.with(nil), &k)
		require.NoError(t, err)
		_, err = io.ReadFull(kept.Body, make([]byte, 1000))
		require.NoError(t, err, name)
		require.NoError(t, body.Close())
		_, err = kept.Body.Read(make([]byte, 1000))
		assert.ErrorIs(t, err, http.ErrBodyReadAfterClose, name)
	}
}

// TestUploadOverANetwork: no goroutine is left of calls that a server responds to early, and of calls that are given up. Content that does
// not come holds up no call.
func TestUploadOverANetwork(t *testing.T) {
	for name, upload := range uploads {
		for _, early := range []bool{true, false} {
			for _, comes := range []bool{true, false} {
				t.Run(fmt.Sprint(name, " early ", early, " comes ", comes), func(t *testing.T) {
					before := runtime.NumGoroutine()
					url, stop := rawServer(t, func(conn net.Conn) {
						_, _ = conn.Read(make([]byte, 4096))
						if early {
							_, _ = io.WriteString(conn, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
						}
						_, _ = io.Copy(io.Discard, conn) // until the client gives up
					})
					c, err := NewClient(url, WithHTTPClient(&http.Client{Transport: new(http.Transport)}))
					require.NoError(t, err)
					for range 3 {
						nothing, w := io.Pipe()
						content := io.Reader(nothing)
						if comes {
							content = new(endlessFile)
						}
						timeout := time.Minute
						if !early {
							timeout = 30 * time.Millisecond
						}
						ctx, cancel := context.WithTimeout(t.Context(), timeout)
						k := call{op: "Op", method: "POST", path: "/"}
						upload(&k, content)
						err := c.discard(ctx, c.with(nil), &k)
						assert.Equal(t, !early, errors.Is(err, context.DeadlineExceeded), "%v", err)
						assert.Error(t, err)
						cancel()
						w.Close()
					}
					stop()
					assert.Eventually(t, func() bool { return runtime.NumGoroutine() <= before+1 }, 5*time.Second, time.Millisecond) // 1: that of Eventually
				})
			}
		}
	}
}

// rawServer serves connections by hand.
func rawServer(t *testing.T, serve func(net.Conn)) (url string, stop func()) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				serve(conn)
			}()
		}
	}()
	return "http://" + listener.Addr().String(), func() { listener.Close() }
}

// TestPartHeaders: what a caller puts into a part cannot become a header line, and nothing is sent if it would.
func TestPartHeaders(t *testing.T) {
	value := func(name string) func(*formWriter) {
		return func(w *formWriter) {
			w.value(partStyle{name: "v", style: style{name: "deepObject"}}, func(w *jsonWriter) { w.raw([]byte(`{"` + name + `":1}`)) })
		}
	}
	file := func(f FormFile) func(*formWriter) {
		return func(w *formWriter) {
			f.Content = strings.NewReader("content")
			w.file(partStyle{name: "f"}, &f)
		}
	}
	for _, write := range []func(*formWriter){
		file(FormFile{ContentType: "a\r\nX-Evil: 1"}),
		file(FormFile{ContentType: "a\nX-Evil: 1"}),
		file(FormFile{ContentType: "a\rX-Evil: 1"}),
		file(FormFile{ContentType: "a\x00"}),
		file(FormFile{Header: http.Header{"X-A": {"fine", "a\r\nX-Evil: 1"}}}),
		file(FormFile{Header: http.Header{"X-A": {"\x7f"}}}),
		file(FormFile{Header: http.Header{"X-Evil: 1\r\nX-A": {"a"}}}),
		file(FormFile{Header: http.Header{"X A": {"a"}}}),
		file(FormFile{Header: http.Header{"X-Ä": {"a"}}}),
		file(FormFile{Header: http.Header{"": {"a"}}}),
		file(FormFile{Name: "a\x00b"}),
		value(`a\u0001b`),
	} {
		sent := false
		c, err := NewClient("http://example.com", WithHTTPClient(&http.Client{Transport: roundTrip(func(req *http.Request) (*http.Response, error) {
			sent = true
			return status(204)(req)
		})}))
		require.NoError(t, err)
		k := call{op: "Op", method: "POST", path: "/"}
		k.multipartBody("multipart/form-data", write)
		err = c.discard(t.Context(), c.with(nil), &k)
		assert.ErrorContains(t, err, `support: Op: part "`)
		assert.False(t, sent, "%v", err)
	}

	var k call
	k.multipartBody("multipart/form-data", func(w *formWriter) {
		file(FormFile{
			Name: "a\"\r\nX-Evil: 1", ContentType: "text/plain; charset=\"ä\"",
			Header: http.Header{"content-disposition": {"form-data; name=other"}, "CONTENT-TYPE": {"text/html"}, "X-A": {"b\tc", "d"}},
		})(w)
		value(`a\r\nX-Evil: 1`)(w)
	})
	require.NoError(t, k.err)
	_, params, err := mime.ParseMediaType(k.contentType)
	require.NoError(t, err)
	r := multipart.NewReader(sent(t, &k), params["boundary"])
	for _, want := range []http.Header{
		{"Content-Disposition": {`form-data; name="f"; filename="a\"%0D%0AX-Evil: 1"`}, "Content-Type": {`text/plain; charset="ä"`}, "X-A": {"b\tc", "d"}},
		{"Content-Disposition": {`form-data; name="v[a%0D%0AX-Evil: 1]"`}},
	} {
		part, err := r.NextPart()
		require.NoError(t, err)
		assert.Equal(t, want, http.Header(part.Header))
	}
}
