package support

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// handlerCase is a handler with the request that it gets.
type handlerCase struct {
	name, method string
	body         io.Reader
	header       http.Header
	handler      http.HandlerFunc
}

// handlerCases are run over a network and without one.
func handlerCases() []handlerCase {
	write := func(text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, text) }
	}
	status := func(code int, text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code); io.WriteString(w, text) }
	}
	return []handlerCase{
		{name: "nothing", handler: func(http.ResponseWriter, *http.Request) {}},
		{name: "text", handler: write("hello")},
		{name: "JSON that is sniffed", handler: write(`{"a":1}`)},
		{name: "HTML that is sniffed", handler: write("<html><body>x")},
		{name: "an empty write", handler: write("")},
		{name: "more than the buffer", handler: write(strings.Repeat("x", 5000))},
		{name: "as much as the buffer", handler: write(strings.Repeat("x", 2048))},
		{name: "writes that pass the buffer", handler: func(w http.ResponseWriter, _ *http.Request) {
			for range 300 {
				io.WriteString(w, "0123456789")
			}
		}},
		{name: "created", method: "POST", handler: status(201, "made")},
		{name: "no content", handler: status(204, "")},
		{name: "no content with a body", handler: status(204, "x")},
		{name: "not modified", handler: status(304, "x")},
		{name: "a failure", handler: status(404, "gone")},
		{name: "an unknown status", handler: status(599, "")},
		{name: "two statuses", handler: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(202); w.WriteHeader(500) }},
		{name: "informational", handler: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Link", "</x>")
			w.WriteHeader(http.StatusEarlyHints)
			w.Header().Set("X-A", "b")
			io.WriteString(w, "x")
		}},
		{name: "HEAD", method: "HEAD", handler: write("hello")},
		{name: "HEAD with nothing", method: "HEAD", handler: func(http.ResponseWriter, *http.Request) {}},
		{name: "HEAD with a length", method: "HEAD", handler: func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "9") }},
		{name: "a header that comes too late", handler: func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(200)
			w.Header().Set("X-Late", "1")
		}},
		{name: "a type that is none", handler: func(w http.ResponseWriter, _ *http.Request) {
			w.Header()["Content-Type"] = nil
			io.WriteString(w, "hello")
		}},
		{name: "a length that is right", handler: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "5")
			io.WriteString(w, "hello")
		}},
		{name: "a length that is too long", handler: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "9")
			io.WriteString(w, "hello")
		}},
		{name: "a length that is too short", handler: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "2")
			_, err := io.WriteString(w, "hello")
			w.Header().Set("X-Error", fmt.Sprint(err))
		}},
		{name: "a flush", handler: func(w http.ResponseWriter, _ *http.Request) {
			io.WriteString(w, "one")
			w.(http.Flusher).Flush()
			io.WriteString(w, "two")
		}},
		{name: "a controller", handler: func(w http.ResponseWriter, _ *http.Request) {
			c := http.NewResponseController(w)
			fmt.Fprint(w, c.EnableFullDuplex(), c.Flush())
		}},
		{name: "gzip that nobody looked for", handler: func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Header().Set("Content-Type", "text/plain")
			z := gzip.NewWriter(w)
			io.WriteString(z, r.Header.Get("Accept-Encoding"))
			z.Close()
		}},
		{name: "gzip that somebody looked for", header: http.Header{"Accept-Encoding": {"gzip"}}, handler: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write([]byte{1, 2, 3})
		}},
		{name: "what comes back", method: "POST", body: strings.NewReader("some text"), handler: echoRequest},
		{name: "a stream that comes back", method: "PUT", body: io.MultiReader(strings.NewReader("some "), strings.NewReader("text")), handler: echoRequest},
		{name: "no body", handler: echoRequest},
		{name: "POST without a body", method: "POST", handler: echoRequest},
		{name: "DELETE without a body", method: "DELETE", handler: echoRequest},
		{name: "a body that nobody reads", method: "POST", body: strings.NewReader(strings.Repeat("x", 10000)), handler: write("done")},
		{name: "a form", method: "POST", body: strings.NewReader("a=1&b=2"), header: http.Header{"Content-Type": {"application/x-www-form-urlencoded"}},
			handler: func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.FormValue("b"), r.FormValue("q")) }},
		{name: "abort at once", method: "POST", handler: func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }},
		{name: "abort in the middle", method: "POST", handler: func(w http.ResponseWriter, _ *http.Request) {
			io.WriteString(w, "half")
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		}},
		{name: "ServeContent", header: http.Header{"Range": {"bytes=2-4"}}, handler: func(w http.ResponseWriter, r *http.Request) {
			http.ServeContent(w, r, "a.txt", time.Unix(1e9, 0), strings.NewReader("0123456789"))
		}},
		{name: "a redirect", handler: func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/there", http.StatusFound) }},
		{name: "a mux", handler: func(w http.ResponseWriter, r *http.Request) {
			mux := http.NewServeMux()
			mux.HandleFunc("GET /a b/{rest...}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.PathValue("rest")) })
			mux.ServeHTTP(w, r)
		}},
	}
}

// echoRequest tells what a handler sees of a request.
func echoRequest(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	fmt.Fprintf(w, "%s %s %s %s|%s|%q %v|%d %v|%v %v|%s", r.Method, r.RequestURI, r.URL, r.URL.EscapedPath(), r.Proto, body, err, r.ContentLength, r.TransferEncoding,
		r.TLS != nil, r.RemoteAddr != "", r.URL.Query())
	for _, name := range []string{"Content-Length", "Accept-Encoding", "User-Agent", "Host", "X-A"} {
		fmt.Fprintf(w, "|%s=%q", name, r.Header.Values(name))
	}
}

// seen is all that a client sees of a response.
func seen(client *http.Client, baseURL string, c handlerCase) string {
	var body io.Reader
	switch b := c.body.(type) {
	case *strings.Reader:
		text, _ := io.ReadAll(b)
		b.Reset(string(text))
		body = bytes.NewReader(text)
	case nil:
	default:
		body = io.MultiReader(strings.NewReader("some "), strings.NewReader("text"))
	}
	req, err := http.NewRequest(c.method, baseURL+"/a%20b/c%2Fd?q=%20x", body)
	if err != nil {
		return err.Error()
	}
	for name, values := range c.header {
		req.Header[name] = values
	}
	req.Header.Set("User-Agent", "test")
	req.Header.Add("X-A", "1")
	req.Header.Add("X-A", "2")
	resp, err := client.Do(req)
	if err != nil {
		return "an error"
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	dated := resp.Header.Get("Date") != ""
	resp.Header.Del("Date")
	return fmt.Sprintf("%s %d %s %d %v %v\n%v %v\n%q %v", resp.Status, resp.StatusCode, resp.Proto, resp.ContentLength, resp.TransferEncoding, resp.Uncompressed, resp.Header, dated, text, err)
}

// TestHandlerLikeServer: a handler that is called gives what a server with it sends.
func TestHandlerLikeServer(t *testing.T) {
	stopAtRedirects := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	for _, c := range handlerCases() {
		t.Run(c.name, func(t *testing.T) {
			server := httptest.NewServer(c.handler)
			defer server.Close()
			over := server.Client()
			over.CheckRedirect = stopAtRedirects
			want := seen(over, server.URL, c)
			got := seen(&http.Client{Transport: handlerTransport{c.handler}, CheckRedirect: stopAtRedirects}, server.URL, c)
			assert.Equal(t, want, got)
		})
	}
}

// handled makes a client of a handler.
func handled(t *testing.T, h http.HandlerFunc, opts ...Option) *Client {
	t.Helper()
	c, err := NewClient("https://api.example/v1", append(opts, WithHandler(h))...)
	require.NoError(t, err)
	return c
}

func TestWithHandler(t *testing.T) {
	c := handled(t, func(w http.ResponseWriter, r *http.Request) {
		assert.Equal(t, "api.example", r.Host)
		assert.NotNil(t, r.TLS)
		assert.Empty(t, r.URL.Host)
		io.WriteString(w, r.RequestURI)
	})
	k := &call{op: "Get", method: "GET", path: "/x", security: "WithKey header X-Key"}
	a, err := c.send(t.Context(), c.with(nil), k, 100)
	require.NoError(t, err, "no credential is asked for")
	assert.Equal(t, "/v1/x", string(a.data))
}

// TestHandlerPanics: a panic is an error of the call, which is not made again.
func TestHandlerPanics(t *testing.T) {
	calls := 0
	c := handled(t, func(http.ResponseWriter, *http.Request) { calls++; panic("oh") })
	_, err := c.send(t.Context(), c.with(nil), &call{op: "Get", method: "GET", path: "/x"}, 100)
	require.ErrorContains(t, err, "the handler panicked: oh")
	assert.Equal(t, 1, calls)
	c = handled(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(99) })
	_, err = c.send(t.Context(), c.with(nil), &call{op: "Get", method: "GET", path: "/x"}, 100)
	require.ErrorContains(t, err, "invalid WriteHeader code 99")
}

// TestHandlerStreams: what a handler flushes is there before it returns, and nothing is left when the client closes the response, or its
// context ends.
func TestHandlerStreams(t *testing.T) {
	for _, by := range []string{"close", "context"} {
		t.Run(by, func(t *testing.T) {
			watchLeaks(t)
			ended := make(chan error, 1)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			client := &http.Client{Transport: handlerTransport{http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				for i := 0; r.Context().Err() == nil; i++ {
					fmt.Fprintf(w, "data: %d\n\n", i)
					w.(http.Flusher).Flush()
				}
				ended <- r.Context().Err()
			})}}
			req, err := http.NewRequestWithContext(ctx, "GET", "http://x/", nil)
			require.NoError(t, err)
			resp, err := client.Do(req)
			require.NoError(t, err)
			first := make([]byte, 9)
			_, err = io.ReadFull(resp.Body, first)
			require.NoError(t, err)
			assert.Equal(t, "data: 0\n\n", string(first))
			if by == "context" {
				cancel()
				_, err = io.Copy(io.Discard, resp.Body)
				require.ErrorIs(t, err, context.Canceled)
			}
			require.NoError(t, resp.Body.Close())
			require.ErrorIs(t, <-ended, context.Canceled)
		})
	}
}

// TestHandlerWaits: a call ends with its context, also if the handler has not begun to answer, and the body of the request is closed.
func TestHandlerWaits(t *testing.T) {
	watchLeaks(t)
	ended := make(chan struct{})
	client := &http.Client{Transport: handlerTransport{http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
		_, err := r.Body.Read(make([]byte, 1))
		assert.NoError(t, err)
		close(ended)
	})}}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	body := &closeNoter{Reader: strings.NewReader("xx"), closed: make(chan struct{})}
	req, err := http.NewRequestWithContext(ctx, "POST", "http://x/", body)
	require.NoError(t, err)
	_, err = client.Do(req)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	<-ended
	<-body.closed
}

type closeNoter struct {
	io.Reader
	closed chan struct{}
}

func (c *closeNoter) Close() error { close(c.closed); return nil }

// TestHandlerRequestBodyAfterwards: a handler cannot read a body that was closed.
func TestHandlerRequestBodyAfterwards(t *testing.T) {
	b := &handlerBody{body: io.NopCloser(strings.NewReader("x"))}
	require.NoError(t, b.Close())
	require.NoError(t, b.Close())
	_, err := b.Read(nil)
	assert.True(t, errors.Is(err, http.ErrBodyReadAfterClose))
}
