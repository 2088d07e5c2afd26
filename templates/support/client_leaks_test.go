package support

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWatchLeaks: the watch sees each leak, and none where there is none.
func TestWatchLeaks(t *testing.T) {
	server := httptest.NewServer(reply(200, "text/plain", "body"))
	defer server.Close()
	w := watchLeaks(t)
	assert.Empty(t, w.held())
	resp, err := w.client().Get(server.URL)
	require.NoError(t, err)
	assert.Contains(t, w.held(), "1 bodies of responses are not closed")
	assert.Contains(t, w.held(), "1 connections are open")
	assert.Contains(t, w.held(), "a goroutine is left:\ngoroutine ")
	require.NoError(t, resp.Body.Close())

	wait := make(chan struct{})
	content := w.content(strings.NewReader("x"), wait)
	done := make(chan error, 1)
	go func() { _, err := content.Read(make([]byte, 1)); done <- err }()
	assert.Eventually(t, func() bool { return strings.Contains(w.held(), "1 readers are being read") }, 5*time.Second, time.Millisecond)
	close(wait)
	require.NoError(t, <-done)

	_, write := io.Pipe()
	go write.Write([]byte("x"))
	assert.Eventually(t, func() bool { return strings.Contains(w.held(), "io.(*pipe)") }, 5*time.Second, time.Millisecond)
	require.NoError(t, write.Close())
}

// watched makes a client of a server, whose leaks are watched, and the watch.
func watched(t *testing.T, handler http.HandlerFunc, opts ...Option) (*leakWatch, *Client) {
	t.Helper()
	w := watchLeaks(t)
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	c, err := NewClient(server.URL, append(opts, WithHTTPClient(w.client()))...)
	require.NoError(t, err)
	return w, c
}

// stages are the moments at which a server can leave a call alone. The context of the call ends then, and the
// server when the call is gone: it does not see that as long as it has not read the request.
var stages = map[string]func(w http.ResponseWriter, r *http.Request, left chan<- struct{}, gone <-chan struct{}){
	"before the response": func(_ http.ResponseWriter, _ *http.Request, left chan<- struct{}, gone <-chan struct{}) {
		left <- struct{}{}
		<-gone
	},
	"before the request is read": func(_ http.ResponseWriter, r *http.Request, left chan<- struct{}, gone <-chan struct{}) {
		_, _ = r.Body.Read(make([]byte, 1))
		left <- struct{}{}
		<-gone
	},
	"after the header": func(w http.ResponseWriter, _ *http.Request, left chan<- struct{}, gone <-chan struct{}) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(200)
		w.(http.Flusher).Flush()
		left <- struct{}{}
		<-gone
	},
	"within the body": func(w http.ResponseWriter, _ *http.Request, left chan<- struct{}, gone <-chan struct{}) {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, `["a",`)
		w.(http.Flusher).Flush()
		left <- struct{}{}
		<-gone
	},
	"after a failure": func(w http.ResponseWriter, _ *http.Request, left chan<- struct{}, _ <-chan struct{}) {
		w.WriteHeader(503)
		fmt.Fprint(w, "wait")
		left <- struct{}{}
	},
}

// bodiesToSend are ways to send something, that is read if wait is closed.
func bodiesToSend(w *leakWatch, wait <-chan struct{}) map[string]func(*call) {
	endless := func() io.Reader { return w.content(new(endlessFile), wait) }
	return map[string]func(*call){
		"nothing": func(*call) {},
		"json":    func(k *call) { k.body, k.contentType = bytes.Repeat([]byte(" "), 1<<20), "application/json" },
		"form":    func(k *call) { uploads["form"](k, endless()) },
		"bytes":   func(k *call) { uploads["bytes"](k, endless()) },
	}
}

// TestLeaksOfCancelledCalls cancels calls of each kind at each stage.
func TestLeaksOfCancelledCalls(t *testing.T) {
	kinds := map[string]func(ctx context.Context, c *Client, k *call) error{
		"nothing is read": func(ctx context.Context, c *Client, k *call) error { return c.discard(ctx, c.with(nil), k) },
		"json is read": func(ctx context.Context, c *Client, k *call) error {
			_, err := c.receiveFunc(ctx, c.with(nil), k, func(r *jsonReader) { r.skip() }, nil)
			return err
		},
		"the caller reads": func(ctx context.Context, c *Client, k *call) error {
			body, err := c.openResponse(ctx, c.with(nil), k)
			if err != nil {
				return err
			}
			defer body.Close()
			_, err = io.Copy(io.Discard, body)
			return err
		},
		"events": func(ctx context.Context, c *Client, k *call) (last error) {
			c.receiveEvents(ctx, c.with(nil), k, func(_ *message, err error) bool { last = err; return err == nil })
			return last
		},
	}
	for stage, serve := range stages {
		for kind, run := range kinds {
			for sent := range bodiesToSend(new(leakWatch), nil) {
				t.Run(stage+", "+kind+", sent "+sent, func(t *testing.T) {
					left, gone := make(chan struct{}, 10), make(chan struct{})
					w, c := watched(t, func(w http.ResponseWriter, r *http.Request) { serve(w, r, left, gone) }, WithRetries(1))
					ctx, cancel := context.WithCancel(t.Context())
					defer cancel()
					go func() { <-left; cancel() }()
					k := &call{op: "Op", method: "PUT", path: "/"}
					bodiesToSend(w, nil)[sent](k)
					err := run(ctx, c, k)
					// The status counts where nothing is read: a cancel that comes after the header changes nothing.
					if statusSent := stage == "after the header" || stage == "within the body"; kind != "nothing is read" || !statusSent {
						assert.Error(t, err)
					}
					close(gone)
				})
			}
		}
	}
}

// TestLeaksOfUploads: content that the server does not want, that does not come, or comes too late.
func TestLeaksOfUploads(t *testing.T) {
	for name, early := range map[string]bool{"early response": true, "no response": false} {
		for _, sent := range []string{"form", "bytes"} {
			for _, stuck := range []bool{false, true} {
				t.Run(fmt.Sprint(name, " ", sent, " stuck ", stuck), func(t *testing.T) {
					wait := make(chan struct{})
					if !stuck {
						close(wait)
					}
					w := watchLeaks(t)
					url, stop := rawServer(t, func(conn net.Conn) {
						_, _ = conn.Read(make([]byte, 4096))
						if early {
							_, _ = io.WriteString(conn, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
						}
						_, _ = io.Copy(io.Discard, conn)
					})
					t.Cleanup(stop)
					c, err := NewClient(url, WithHTTPClient(w.client()))
					require.NoError(t, err)
					ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
					defer cancel()
					k := &call{op: "Op", method: "PUT", path: "/"}
					bodiesToSend(w, wait)[sent](k)
					assert.Error(t, c.discard(ctx, c.with(nil), k))
					if stuck {
						close(wait) // the one exception: a Read that never returns
					}
				})
			}
		}
	}
}

// TestLeaksOfStreams breaks off streams, from both sides.
func TestLeaksOfStreams(t *testing.T) {
	served := map[string]http.HandlerFunc{
		"goes on": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				fmt.Fprint(w, "data: 1\n\n")
				w.(http.Flusher).Flush()
				time.Sleep(time.Millisecond)
			}
		},
		"ends": func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "data: 1\n\ndata: 2\n\n") },
		"breaks": func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(w, "data: 1\n\ndata: 2\n\ndat")
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		},
		"hangs": func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, "data: 1\n\n")
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		},
	}
	leave := map[string]func(cancel func()) bool{ // whether the loop goes on
		"break":  func(func()) bool { return false },
		"cancel": func(cancel func()) bool { cancel(); return true },
		"panic":  func(func()) bool { panic("of the loop body") },
	}
	for name, serve := range served {
		for how, leave := range leave {
			t.Run(name+", "+how, func(t *testing.T) {
				_, c := watched(t, func(w http.ResponseWriter, r *http.Request) {
					w.Header().Set("Content-Type", "text/event-stream")
					serve(w, r)
				}, WithRetries(1))
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				defer func() {
					if how == "panic" {
						assert.Equal(t, "of the loop body", recover())
					}
				}()
				c.receiveEvents(ctx, c.with(nil), &call{op: "Op", method: "GET", path: "/"}, func(_ *message, err error) bool { return err == nil && leave(cancel) })
			})
		}
	}
}

// TestLeaksOfManyCalls makes 1,000 calls at once, of which some fail and some are cancelled.
func TestLeaksOfManyCalls(t *testing.T) {
	_, c := watched(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		switch r.URL.Path {
		case "/1":
			w.WriteHeader(500)
		case "/2":
			panic(http.ErrAbortHandler)
		case "/3":
			select {
			case <-r.Context().Done():
			case <-time.After(time.Second):
			}
		default:
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprint(w, `["a"]`)
		}
	})
	var all sync.WaitGroup
	limit := make(chan struct{}, 200) // of connections
	for i := range 1000 {
		all.Go(func() {
			limit <- struct{}{}
			defer func() { <-limit }()
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			k := &call{op: "Op", method: "PUT", path: fmt.Sprintf("/%d", i%5), body: []byte("{}"), contentType: "application/json"}
			if i%5 == 3 {
				cancel2 := time.AfterFunc(time.Duration(i)*10*time.Microsecond, cancel)
				defer cancel2.Stop()
			}
			_, err := c.receiveFunc(ctx, c.with([]Option{WithRetries(1)}), k, func(r *jsonReader) { r.skip() }, nil)
			if i%5 == 0 || i%5 == 4 {
				assert.NoError(t, err)
			} else {
				assert.Error(t, err)
			}
			if i%5 == 3 {
				assert.True(t, errors.Is(err, context.Canceled), "%v", err)
			}
		})
	}
	all.Wait()
}
