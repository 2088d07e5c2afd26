package support

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
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

// TestUploadEnds: however an attempt ends, nothing goes on reading the content, not even a transport that keeps the request.
func TestUploadEnds(t *testing.T) {
	var kept *http.Request
	answer := func(code int) roundTrip {
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
		{"success", answer(204), nil},
		{"failure", answer(413), nil},
		{"worth another", answer(429), nil},
		{"redirect", answer(307), nil},
		{"broken", func(req *http.Request) (*http.Response, error) { _, _ = answer(0)(req); return broken(req) }, nil},
		{"not read", func(req *http.Request) (*http.Response, error) { kept = req; return status(413)(req) }, nil},
		{"not signed", answer(204), []Option{refuse}},
		{"answer of a middleware", nil, []Option{WithMiddleware(func(req *http.Request, _ func(*http.Request) (*http.Response, error)) (*http.Response, error) {
			return answer(413)(req)
		})}},
	}
	for _, test := range tests {
		for name, upload := range uploads {
			t.Run(test.name+" "+name, func(t *testing.T) {
				before := runtime.NumGoroutine()
				c, err := NewClient("http://example.com", append(test.opts, WithHTTPClient(&http.Client{Transport: test.transport}))...)
				require.NoError(t, err)
				content := new(endlessFile)
				k := call{op: "Op", method: "PUT", path: "/", security: [][]string{{"s"}}}
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

// TestUploadOfAnOpenAnswer: as long as an answer is read, the upload goes on.
func TestUploadOfAnOpenAnswer(t *testing.T) {
	var kept *http.Request
	c, err := NewClient("http://example.com", WithHTTPClient(&http.Client{Transport: roundTrip(func(req *http.Request) (*http.Response, error) {
		kept = req
		return status(200)(req)
	})}))
	require.NoError(t, err)
	for name, upload := range uploads {
		k := call{op: "Op", method: "POST", path: "/"}
		upload(&k, new(endlessFile))
		body, err := c.openAnswer(t.Context(), c.with(nil), &k)
		require.NoError(t, err)
		_, err = io.ReadFull(kept.Body, make([]byte, 1000))
		require.NoError(t, err, name)
		require.NoError(t, body.Close())
		_, err = kept.Body.Read(make([]byte, 1000))
		assert.ErrorIs(t, err, http.ErrBodyReadAfterClose, name)
	}
}

// TestUploadOverANetwork: no goroutine is left of calls that a server answers early, and of calls that are given up. Content that does
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
