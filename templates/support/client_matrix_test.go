package support

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// textFrom sends a call whose response is text.
func textFrom(ctx context.Context, c *Client, k call, opts ...Option) (text string, err error) {
	k.op = "Op"
	_, err = c.receiveText(ctx, c.with(opts), &k, &text, nil)
	return text, err
}

// TestGzip: a compressed body is read, and the limit on its size is about what it becomes.
func TestGzip(t *testing.T) {
	var sent atomic.Int64
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		assert.Contains(t, r.Header.Get("Accept-Encoding"), "gzip")
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "application/json")
		z := gzip.NewWriter(w)
		defer z.Close()
		if strings.HasSuffix(r.URL.Path, "/parcel") {
			_, _ = io.WriteString(z, goodParcel)
			return
		}
		zeros := make([]byte, 1<<20)
		for range 1 << 10 { // 1 GiB, which is 1 MiB compressed
			if _, err := z.Write(zeros); err != nil {
				return
			}
			sent.Add(1)
		}
	}, WithMaxResponse(1<<20))
	_, err := c.GetParcel(t.Context())
	require.NoError(t, err)
	_, err = textFrom(t.Context(), c, call{method: "GET", path: "/bomb"})
	e, ok := errors.AsType[*APIError](err)
	require.True(t, ok, "%v", err)
	assert.Equal(t, 200, e.StatusCode)
	assert.ErrorContains(t, err, "more than 1048576 bytes")
	assert.Less(t, sent.Load(), int64(1<<10), "the rest is not read")
}

// TestGarbledBody: what came whole and is not what its header says would be so again.
func TestGarbledBody(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = io.WriteString(z, goodParcel)
	require.NoError(t, z.Close())
	wrongSum, corrupt := bytes.Clone(packed.Bytes()), bytes.Clone(packed.Bytes())
	wrongSum[len(wrongSum)-5]++
	copy(corrupt[10:], "\xff\xff\xff\xff")
	for name, body := range map[string][]byte{"no gzip": []byte(goodParcel), "wrong sum": wrongSum, "corrupt": corrupt} {
		requests := 0
		c := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			requests++
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(body)
		})
		_, err := textFrom(t.Context(), c, call{method: "GET", path: "/"})
		e, ok := errors.AsType[*APIError](err)
		require.True(t, ok, "%s: %v", name, err)
		assert.Equal(t, 200, e.StatusCode, name)
		assert.False(t, e.Retryable(), name)
		assert.Equal(t, 1, requests, name)
	}
}

// TestHalfABody: of a success that is cut the method decides. What changes nothing is sent again; what a server has done is not, and a
// body that nobody needs does not matter.
func TestHalfABody(t *testing.T) {
	var requests atomic.Int32
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		cutOff(w, r)
	}, WithRetries(1))
	for method, want := range map[string]int32{"GET": 2, "HEAD": 1, "PUT": 1, "DELETE": 1, "POST": 1} {
		requests.Store(0)
		_, err := textFrom(t.Context(), c, call{method: method, path: "/"})
		if method != "HEAD" {
			assert.ErrorIs(t, err, io.ErrUnexpectedEOF, method)
			e, ok := errors.AsType[*APIError](err)
			require.True(t, ok, "%v", err)
			assert.Equal(t, 200, e.StatusCode)
		}
		assert.Equal(t, want, requests.Load(), method)
		requests.Store(0)
		assert.NoError(t, c.discard(t.Context(), c.with(nil), &call{op: "Op", method: method, path: "/"}), method)
		text, err := textFrom(t.Context(), c, call{method: method, path: "/", empty: []int{200}})
		assert.NoError(t, err, method)
		assert.Empty(t, text)
		assert.Equal(t, int32(2), requests.Load(), "%s: one request each", method)
	}
}

// TestSlowLoris: a server that sends a byte now and then holds nobody longer than the timeout of an attempt.
func TestSlowLoris(t *testing.T) {
	for _, headers := range []bool{true, false} {
		url, stop := rawServer(t, func(conn net.Conn) {
			_, _ = conn.Read(make([]byte, 4096))
			text := "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\nX-Slow: "
			if headers {
				text += "y\r\n\r\n"
			}
			_, err := io.WriteString(conn, text)
			for err == nil {
				time.Sleep(5 * time.Millisecond)
				_, err = io.WriteString(conn, "x")
			}
		})
		c, err := NewClient(url, WithTimeout(100*time.Millisecond), WithRetries(0), WithHTTPClient(&http.Client{Transport: new(http.Transport)}))
		require.NoError(t, err)
		start := time.Now()
		_, err = textFrom(t.Context(), c, call{method: "GET", path: "/"})
		assert.ErrorIs(t, err, context.DeadlineExceeded)
		_, isAPIError := errors.AsType[*APIError](err)
		assert.Equal(t, headers, isAPIError, "with headers there is a response: %v", err)
		assert.Less(t, time.Since(start), time.Minute)
		stop()
	}
}

// TestReset: a connection that is reset before the headers, or behind them.
func TestReset(t *testing.T) {
	for _, headers := range []bool{true, false} {
		for method, want := range map[string]int32{"GET": 2, "POST": 1} {
			var connections atomic.Int32
			url, stop := rawServer(t, func(conn net.Conn) {
				connections.Add(1)
				_, _ = conn.Read(make([]byte, 4096))
				if headers {
					_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nabc")
					time.Sleep(50 * time.Millisecond) // so that they arrive
				}
				_ = conn.(*net.TCPConn).SetLinger(0) // closing it resets it
			})
			c, err := NewClient(url, WithRetries(1), WithHTTPClient(&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}))
			require.NoError(t, err)
			_, err = textFrom(t.Context(), c, call{method: method, path: "/", body: []byte("x")})
			require.Error(t, err)
			e, isAPIError := errors.AsType[*APIError](err)
			if assert.Equal(t, headers, isAPIError, "%v", err); isAPIError {
				assert.Equal(t, "abc", string(e.RawBody))
			}
			assert.Equal(t, want, connections.Load(), "%s, headers %v", method, headers)
			stop()
		}
	}
}

// TestRedirectsOfBytes: to another server they are errors, or followed with nothing of ours.
func TestRedirectsOfBytes(t *testing.T) {
	var got []*http.Request
	var bodies []string
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got = append(got, r)
		body, _ := io.ReadAll(r.Body)
		bodies = append(bodies, string(body))
		if r.URL.Path == "/hop" {
			http.Redirect(w, r, "/bytes?signature=secret", http.StatusFound)
			return
		}
		_, _ = io.WriteString(w, "bytes")
	}))
	defer other.Close()
	target, status := "", 302
	home := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "session", Value: "secret", Path: "/"})
		if strings.HasSuffix(r.URL.Path, "/there") {
			_, _ = io.WriteString(w, "home")
			return
		}
		http.Redirect(w, r, target, status)
	})
	jar, err := cookiejar.New(nil)
	require.NoError(t, err)
	opts := []Option{
		WithUserToken("secret"), WithHeader("X-Own", "secret"), WithHTTPClient(&http.Client{Jar: jar}),
		WithMiddleware(func(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
			req.Header.Set("X-Middle", "secret")
			return next(req)
		}),
	}
	get := func(method string, more ...Option) (string, error) {
		k := call{op: "Op", method: method, path: "/file", accept: "x/y", security: schemeUserToken, elsewhere: followElsewhere}
		switch method {
		case "POST":
			k.body, k.contentType = []byte("{}"), "application/json"
		case "upload":
			k.method = "POST"
			k.streamBody("text/plain", io.MultiReader(strings.NewReader("x")))
		}
		body, err := home.openResponse(t.Context(), home.with(append(opts, more...)), &k)
		if err != nil {
			return "", err
		}
		defer body.Close()
		data, err := io.ReadAll(body)
		return string(data), err
	}
	for _, status = range []int{301, 302, 303, 307, 308} {
		target = other.URL + "/hop?signature=secret"
		_, err := get("GET")
		e, ok := errors.AsType[*APIError](err)
		require.True(t, ok, "%v", err)
		assert.Equal(t, status, e.StatusCode)
		assert.ErrorContains(t, err, "WithRedirects()")
		assert.NotContains(t, err.Error(), "secret")
		assert.Empty(t, got)
		text, err := get("GET", WithRedirects())
		require.NoError(t, err)
		assert.Equal(t, "bytes", text)
		require.Len(t, got, 2)
		for _, r := range got {
			for name, values := range r.Header {
				assert.NotContains(t, strings.Join(values, ","), "secret", name)
				assert.Contains(t, []string{"User-Agent", "Accept-Encoding"}, name)
			}
		}
		got, bodies = nil, nil
		_, err = get("POST")
		assert.ErrorContains(t, err, "WithRedirects()")
		_, err = get("POST", WithRedirects())
		require.NoError(t, err)
		want, method := "", "GET"
		if status >= 307 {
			want, method = "{}", "POST"
		}
		require.Len(t, got, 2)
		assert.Equal(t, []string{want, ""}, bodies, "%d, then 302", status)
		assert.Equal(t, []string{method, "GET"}, []string{got[0].Method, got[1].Method})
		for _, r := range got {
			assert.NotContains(t, fmt.Sprint(r.Header), "secret")
		}
		_, err = get("upload", WithRedirects())
		assert.Equal(t, status >= 307, err != nil, "%v", err)
		if err != nil {
			assert.ErrorContains(t, err, "its body cannot be read again")
		}
		got = nil
		target = "/base/there"
		text, err = get("GET")
		require.NoError(t, err)
		assert.Equal(t, "home", text)
	}
	status, target = 302, "http://127.0.0.1:1/?signature=secret"
	_, err = get("GET", WithRedirects(), WithRetries(0))
	require.Error(t, err)
	assert.NotContains(t, err.Error(), "secret")
	status, target = 302, other.URL+"/bytes"
	own := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	_, err = get("GET", WithHTTPClient(own))
	require.Error(t, err)
	assert.NotContains(t, err.Error(), "WithRedirects", "the policy of the user wins")
}

// TestRedirectToPlainHTTP: nothing leaves https again, and nobody goes round for ever.
func TestRedirectToPlainHTTP(t *testing.T) {
	plain := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("it was followed") }))
	defer plain.Close()
	target := plain.URL
	secure := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, target, http.StatusFound) }))
	defer secure.Close()
	c, err := NewClient(secure.URL, WithHTTPClient(secure.Client()), WithRedirects())
	require.NoError(t, err)
	k := call{op: "Op", method: "GET", path: "/", elsewhere: followElsewhere}
	_, err = c.openResponse(t.Context(), c.with(nil), &k)
	assert.ErrorContains(t, err, "from https to http")

	round := http.NewServeMux()
	a, b := httptest.NewServer(round), httptest.NewServer(round)
	defer a.Close()
	defer b.Close()
	hops := 0
	round.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		hops++
		next := map[string]string{hostOf(t, a.URL): b.URL, hostOf(t, b.URL): a.URL}[r.Host]
		http.Redirect(w, r, next, http.StatusFound)
	})
	c, err = NewClient(a.URL, WithRedirects())
	require.NoError(t, err)
	k = call{op: "Op", method: "GET", path: "/", elsewhere: followElsewhere}
	_, err = c.openResponse(t.Context(), c.with(nil), &k)
	assert.ErrorContains(t, err, "more than 10 times")
	assert.Equal(t, 11, hops)
}

func hostOf(t *testing.T, text string) string {
	u, err := url.Parse(text)
	require.NoError(t, err)
	return u.Host
}

// TestLocation: where the document has redirects only, they are the success and not followed.
func TestLocation(t *testing.T) {
	c := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/other", http.StatusFound) },
		WithHTTPClient(&http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return nil }}))
	var resp *http.Response
	err := c.discard(t.Context(), c.with([]Option{WithResponseInto(&resp)}), &call{op: "Op", method: "GET", path: "/", location: true})
	require.NoError(t, err)
	assert.Equal(t, 302, resp.StatusCode)
	assert.Equal(t, "/other", resp.Header.Get("Location"))
}
