package support

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// guarded serves those who have the token that it wants, and says with 401 that others have not.
func guarded(want *atomic.Value, served *atomic.Int32) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		served.Add(1)
		if r.Header.Get("X-Auth-Token") != want.Load() {
			reply(401, "application/json", `{"code":401}`)(w, r)
			return
		}
		w.WriteHeader(204)
	}
}

// TestRenewal: after 401 the source is asked for another token, and the request goes again only with that, once, if it can.
func TestRenewal(t *testing.T) {
	broken := errors.New("no more tokens")
	tests := map[string]struct {
		next   func(rejected string) (string, error)
		upload bool
		opts   []Option
		want   string // the error
		sent   int32
	}{
		"another":         {next: func(string) (string, error) { return "new", nil }, sent: 2},
		"without retries": {next: func(string) (string, error) { return "new", nil }, opts: []Option{WithRetries(0)}, sent: 2},
		"the same":        {next: func(r string) (string, error) { return r, nil }, want: `support: Op: HTTP 401 Unauthorized: {"code":401}`, sent: 1},
		"one more that is wrong": {
			next: func(string) (string, error) { return "wrong", nil }, want: `support: Op: HTTP 401 Unauthorized: {"code":401} (2 attempts in `, sent: 2,
		},
		"none": {next: func(string) (string, error) { return "", nil }, want: `support: Op: HTTP 401 Unauthorized: {"code":401}`, sent: 1},
		"failure": {
			next: func(string) (string, error) { return "", broken }, want: "support: Op: HTTP 401 Unauthorized: WithUserToken: no more tokens", sent: 1,
		},
		"a body that is gone": {next: func(string) (string, error) { return "new", nil }, upload: true, want: "support: Op: HTTP 401 Unauthorized", sent: 1},
		"a policy that says no": {
			next: func(string) (string, error) { return "new", nil }, want: "support: Op: HTTP 401", sent: 1,
			opts: []Option{WithRetryPolicy(func(_ context.Context, a Attempt) (bool, time.Duration) { return !a.Retry, a.Wait })},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var want atomic.Value
			var served atomic.Int32
			want.Store("new")
			var rejected []string
			source := WithUserTokenSource(func(ctx context.Context) (string, error) {
				old, ok := RejectedToken(ctx)
				if !ok {
					return "old", nil
				}
				rejected = append(rejected, old)
				return test.next(old)
			})
			c := serve(t, guarded(&want, &served), append(test.opts, source)...)
			k := &call{op: "Op", method: "POST", path: "/", security: schemeUserToken}
			if test.upload {
				uploads["bytes"](k, io.MultiReader(strings.NewReader("abc")))
			}
			err := c.discard(t.Context(), c.with(nil), k)
			assert.Equal(t, test.sent, served.Load())
			if test.want == "" {
				require.NoError(t, err)
				assert.Equal(t, []string{"old"}, rejected)
				return
			}
			require.ErrorContains(t, err, test.want)
			e, ok := errors.AsType[*APIError](err)
			require.True(t, ok)
			assert.Equal(t, 401, e.StatusCode)
			assert.Equal(t, name == "failure", errors.Is(err, broken))
			assert.JSONEq(t, `{"code":401}`, string(e.RawBody))
		})
	}
}

// TestRenewalOfMany: a token ends while many calls are made. Each call succeeds, and asks again at most once.
func TestRenewalOfMany(t *testing.T) {
	var want atomic.Value
	var served, asked atomic.Int32
	want.Store("t1")
	var mu sync.Mutex
	token := "t0"
	source := WithUserTokenSource(func(ctx context.Context) (string, error) {
		mu.Lock()
		defer mu.Unlock()
		if old, ok := RejectedToken(ctx); ok && old == token {
			asked.Add(1)
			token = want.Load().(string)
		}
		return token, nil
	})
	c := serve(t, guarded(&want, &served), source)
	var all sync.WaitGroup
	for range 100 {
		all.Go(func() {
			assert.NoError(t, c.discard(t.Context(), c.with(nil), &call{op: "Op", method: "GET", path: "/", security: schemeUserToken}))
		})
	}
	all.Wait()
	assert.Equal(t, int32(1), asked.Load())
	assert.LessOrEqual(t, served.Load(), int32(200))
}

// tokenServer gives tokens, each of which ends after so many seconds, and counts.
func tokenServer(t *testing.T, seconds int, given *atomic.Int32) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		assert.NoError(t, r.ParseForm())
		id, secret, ok := r.BasicAuth()
		if !ok || id != "me" || secret != "s3cr3t" || r.Form.Get("grant_type") != "client_credentials" || r.Form.Get("scope") != "read write" {
			http.Error(w, `{"error":"invalid_client"}`, http.StatusUnauthorized)
			return
		}
		time.Sleep(50 * time.Millisecond)
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"access_token": fmt.Sprint("t", given.Add(1)), "token_type": "bearer", "expires_in": seconds})
	}
}

// TestClientCredentials: many callers wait for one token, which is replaced before it ends, and if the server refuses it.
func TestClientCredentials(t *testing.T) {
	const scheme = "WithOauth header Authorization"
	var given atomic.Int32
	var refused sync.Map
	mux := http.NewServeMux()
	mux.Handle("/token", tokenServer(t, 2, &given))
	mux.HandleFunc("/base/", func(w http.ResponseWriter, r *http.Request) {
		if _, no := refused.Load(r.Header.Get("Authorization")); no || !strings.HasPrefix(r.Header.Get("Authorization"), "Bearer t") {
			w.WriteHeader(401)
		}
	})
	c := serve(t, mux.ServeHTTP, withClientCredentials(scheme, "/token", "me", "s3cr3t", []string{"read", "write"}), WithHTTPClient(&http.Client{Transport: http.DefaultTransport}))
	send := func(opts ...Option) error {
		return c.discard(t.Context(), c.with(opts), &call{op: "Op", method: "GET", path: "/", security: scheme})
	}
	var all sync.WaitGroup
	for range 100 {
		all.Go(func() { assert.NoError(t, send()) })
	}
	all.Wait()
	assert.Equal(t, int32(1), given.Load())

	refused.Store("Bearer t1", true)
	require.NoError(t, send())
	assert.Equal(t, int32(2), given.Load(), "another one, because the server has refused the first")
	time.Sleep(1900 * time.Millisecond)
	require.NoError(t, send())
	assert.Equal(t, int32(3), given.Load(), "another one, shortly before the end")

	err := send(withClientCredentials(scheme, "/token", "me", "wrong", nil))
	require.ErrorContains(t, err, "support: Op: WithOauth: oauth2: ")
	assert.NotContains(t, err.Error(), "wrong")
	err = send(withClientCredentials(scheme, "http://127.0.0.1:1/token", "me", "s3cr3t", nil))
	assert.ErrorContains(t, err, "support: Op: WithOauth: ")
}

// TestWaitingForToken: whoever waits for the request of somebody else leaves when their own context ends, and asks if that of the other ends.
func TestWaitingForToken(t *testing.T) {
	const scheme = "WithOauth header Authorization"
	entered, release := make(chan struct{}, 9), make(chan struct{})
	var given atomic.Int32
	mux := http.NewServeMux()
	mux.HandleFunc("/token", func(w http.ResponseWriter, r *http.Request) {
		assert.NoError(t, r.ParseForm())
		entered <- struct{}{}
		select {
		case <-release:
		case <-r.Context().Done():
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(w, `{"access_token":"t%d"}`, given.Add(1))
	})
	mux.HandleFunc("/base/", func(http.ResponseWriter, *http.Request) {})
	c := serve(t, mux.ServeHTTP, withClientCredentials(scheme, "/token", "me", "s", nil), WithRetries(0))
	send := func(ctx context.Context) error {
		return c.discard(ctx, c.with(nil), &call{op: "Op", method: "GET", path: "/", security: scheme})
	}
	first, cancel := context.WithCancel(t.Context())
	errs := make(chan error, 3)
	go func() { errs <- send(first) }()
	<-entered
	impatient, stop := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer stop()
	assert.ErrorIs(t, send(impatient), context.DeadlineExceeded)
	done := make(chan error, 1)
	go func() { done <- send(t.Context()) }()
	cancel()
	assert.ErrorIs(t, <-errs, context.Canceled)
	<-entered // of the second, in its own name
	close(release)
	require.NoError(t, <-done)
	assert.Equal(t, int32(1), given.Load())
}

// TestMissingCredential: nothing is sent without what the document asks for, unless something else may give it.
func TestMissingCredential(t *testing.T) {
	sent := 0
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { sent++ }))
	defer server.Close()
	jar, err := cookiejar.New(nil)
	require.NoError(t, err)
	const both = schemeUserToken + " | " + schemeQueryKey + " & " + schemeSession
	tests := map[string]struct {
		security string
		opts     []Option
		call     call
		want     string
	}{
		"nothing":             {security: both, want: "it needs WithUserToken, or WithQueryKey and WithSession (WithoutCredentialCheck sends it without)"},
		"a part":              {security: both, opts: []Option{WithSession("s")}, want: "it needs WithUserToken, or WithQueryKey (Without"},
		"empty":               {security: schemeUserToken, opts: []Option{WithUserToken("")}, want: "it needs WithUserToken"},
		"all":                 {security: both, opts: []Option{WithSession("s"), WithQueryKey("k")}},
		"no security":         {},
		"optional":            {security: both + " | "},
		"switched off":        {security: both, opts: []Option{WithoutCredentialCheck()}},
		"header":              {security: schemeUserToken, opts: []Option{WithHeader("X-Auth-Token", "t")}},
		"another header":      {security: schemeUserToken, opts: []Option{WithHeader("X-Auth", "t")}, want: "WithUserToken"},
		"parameter in header": {security: schemeUserToken, call: call{header: http.Header{"X-Auth-Token": {"t"}}}},
		"parameter in query":  {security: schemeQueryKey, call: call{query: []string{"api_key=k"}}},
		"another parameter":   {security: schemeQueryKey, call: call{query: []string{"api_key2=k"}}, want: "WithQueryKey"},
		"cookie":              {security: schemeSession, opts: []Option{WithHeader("Cookie", "a=b; sid=s")}},
		"another cookie":      {security: schemeSession, opts: []Option{WithHeader("Cookie", "xsid=s")}, want: "WithSession"},
		"transport":           {security: both, opts: []Option{WithHTTPClient(&http.Client{Transport: http.DefaultTransport})}},
		"jar":                 {security: both, opts: []Option{WithHTTPClient(&http.Client{Jar: jar})}},
		"plain http.Client":   {security: schemeUserToken, opts: []Option{WithHTTPClient(&http.Client{Timeout: time.Minute})}, want: "WithUserToken"},
		"middleware": {security: both, opts: []Option{WithMiddleware(func(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
			return next(req)
		})}},
		"certificate": {security: "WithMtls tls", want: "WithMtls"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			sent = 0
			c, err := NewClient(server.URL, test.opts...)
			require.NoError(t, err)
			k := test.call
			k.op, k.method, k.path, k.security = "Op", "GET", "/", test.security
			err = c.discard(t.Context(), c.with(nil), &k)
			if test.want == "" {
				require.NoError(t, err)
				assert.Equal(t, 1, sent)
				return
			}
			require.ErrorContains(t, err, "support: Op: there is no credential: ")
			require.ErrorContains(t, err, test.want)
			assert.Zero(t, sent)
		})
	}
}

func TestBasicSource(t *testing.T) {
	var got string
	var rejected string
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if user, password, _ := r.BasicAuth(); user+password != "u2p" {
			w.WriteHeader(401)
		}
		got = r.Header.Get("Authorization")
	}, withSource("WithLogin header Authorization", basicSource(func(ctx context.Context) (string, string, error) {
		if old, ok := RejectedToken(ctx); ok {
			rejected = old
			return "u2", "p", nil
		}
		return "u", "p", nil
	}), putBasic))
	require.NoError(t, c.discard(t.Context(), c.with(nil), &call{op: "Op", method: "GET", path: "/", security: "WithLogin header Authorization"}))
	assert.Equal(t, "Basic dTI6cA==", got)
	assert.Equal(t, "dTpw", rejected)
	assert.Nil(t, basicSource(nil))
	assert.Empty(t, basicSecret("", ""))
}
