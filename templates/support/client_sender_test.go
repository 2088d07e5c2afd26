package support

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sendHook sends a body with a sender, as generated code does.
func sendHook(ctx context.Context, t *testing.T, url string, body io.Reader, opts ...Option) error {
	t.Helper()
	c, err := newSender(opts)
	require.NoError(t, err)
	cfg := c.with(nil)
	k := call{op: "SendPet", method: "POST", pattern: "POST pet"}
	k.sendTo(cfg, url)
	if r, ok := body.(*strings.Reader); ok {
		k.body, k.contentType = make([]byte, r.Len()), "application/json"
		_, _ = r.Read(k.body)
	} else if body != nil {
		k.streamBody("application/octet-stream", body)
	}
	return c.discard(ctx, cfg, &k)
}

func hookMAC(body []byte) string {
	mac := hmac.New(sha256.New, []byte("secret"))
	mac.Write(body)
	return hex.EncodeToString(mac.Sum(nil))
}

func signHook(h http.Header, body []byte) error {
	h.Set("X-Signature", hookMAC(body))
	return nil
}

func verifyHook(h http.Header, body []byte) error {
	if h.Get("X-Signature") != hookMAC(body) {
		return errors.New("wrong signature")
	}
	return nil
}

// TestSenderSigns: the verifier of a receiver sees what the signer of the sender saw, for each kind of body and for each attempt.
func TestSenderSigns(t *testing.T) {
	var attempts atomic.Int32
	handler := newWebhook("POST", 204, []WebhookOption{WithWebhookVerifier(verifyHook)}, func(_ *webhook, r *http.Request) error {
		if attempts.Add(1) == 1 {
			return WebhookStatus(429)
		}
		return nil
	})
	server := httptest.NewServer(handler)
	defer server.Close()
	for name, body := range map[string]func() io.Reader{
		"none":   func() io.Reader { return nil },
		"memory": func() io.Reader { return strings.NewReader(`{"a":1}`) },
		"stream": func() io.Reader { return &seeker{strings.NewReader("bytes")} },
		"empty":  func() io.Reader { return &seeker{strings.NewReader("")} },
	} {
		attempts.Store(0)
		require.NoError(t, sendHook(t.Context(), t, server.URL, body(), WithWebhookSigner(signHook)), name)
		assert.EqualValues(t, 2, attempts.Load(), name)
		err := sendHook(t.Context(), t, server.URL, body())
		e, ok := errors.AsType[*APIError](err)
		require.True(t, ok, "%s: %v", name, err)
		assert.Equal(t, 401, e.StatusCode, name)
	}
	require.NoError(t, sendHook(t.Context(), t, server.URL, nil, WithWebhookSigner(nil), WithWebhookSigner(signHook)))
}

// A seeker is content that is read while it is sent, and can be sent again.
type seeker struct{ *strings.Reader }

func TestSenderSignerFails(t *testing.T) {
	sign := func(http.Header, []byte) error { return errors.New("no key") }
	err := sendHook(t.Context(), t, "http://127.0.0.1:1/", nil, WithWebhookSigner(sign))
	assert.ErrorContains(t, err, "support: SendPet: WithWebhookSigner: no key")
	err = sendHook(t.Context(), t, "http://127.0.0.1:1/", io.MultiReader(strings.NewReader("1"), failing{}), WithWebhookSigner(signHook))
	assert.ErrorContains(t, err, "WithWebhookSigner: reset")
	err = sendHook(t.Context(), t, "http://127.0.0.1:1/", io.LimitReader(spaces{}, maxWebhook+1), WithWebhookSigner(signHook))
	assert.ErrorContains(t, err, "too much to be signed")
}

// TestSenderURL: a URL is sent to as it is, and nothing is sent to what is no URL of HTTP.
func TestSenderURL(t *testing.T) {
	var got []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, password, _ := r.BasicAuth()
		got = append(got, strings.Trim(user+" "+password+" "+r.RequestURI, " "))
	}))
	defer server.Close()
	for _, path := range []string{"", "/", "/a", "/a/", "/a//", "/a%2Fb/", "/a?x=1&y=%20", "/a/?x"} {
		require.NoError(t, sendHook(t.Context(), t, server.URL+path, nil))
	}
	require.NoError(t, sendHook(t.Context(), t, strings.Replace(server.URL, "//", "//me:pass@", 1)+"/#x", nil))
	assert.Equal(t, []string{"/", "/", "/a", "/a/", "/a//", "/a%2Fb/", "/a?x=1&y=%20", "/a/?x", "me pass /"}, got)
	for _, bad := range []string{"", "/a", "//host/a", "file:///etc/passwd", "gopher://host/", "https://", "http:host", "http://:80/", "http://a b/"} {
		err := sendHook(t.Context(), t, bad, nil)
		assert.ErrorContains(t, err, "the URL of the receiver", bad)
	}
}

// TestSenderSecrets: a URL of a receiver is a secret but for the server, and credentials of the API are not for receivers.
func TestSenderSecrets(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		assert.Empty(t, r.Header.Get("X-Key"))
		http.Error(w, "no "+r.URL.RawQuery, http.StatusGone)
	}))
	defer server.Close()
	key := withSecret("WithKey header X-Key", "key", putHeader)
	err := sendHook(t.Context(), t, server.URL+"/hooks/T0KEN?token=hushhush", nil, key)
	e, ok := errors.AsType[*APIError](err)
	require.True(t, ok, "%v", err)
	for _, text := range []string{e.Error(), e.Dump(), e.URL} {
		assert.NotContains(t, text, "T0KEN")
		assert.NotContains(t, text, "hushhush")
	}
	assert.Equal(t, 410, e.StatusCode)
	assert.False(t, e.Retryable())
}

// TestSenderRedirects: a receiver cannot lead to another server.
func TestSenderRedirects(t *testing.T) {
	inner := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("it was reached") }))
	defer inner.Close()
	server := httptest.NewServer(http.RedirectHandler(inner.URL, http.StatusTemporaryRedirect))
	defer server.Close()
	err := sendHook(t.Context(), t, server.URL, strings.NewReader("1"), WithWebhookSigner(signHook))
	e, ok := errors.AsType[*APIError](err)
	require.True(t, ok, "%v", err)
	assert.Equal(t, 307, e.StatusCode)
}

func TestSenderOptions(t *testing.T) {
	c, err := newSender(nil)
	require.NoError(t, err)
	assert.Equal(t, 30*time.Second, c.config.timeout)
	c, err = newSender([]Option{WithTimeout(0)})
	require.NoError(t, err)
	assert.Zero(t, c.config.timeout)
	for _, url := range []string{"https://example.com", "x"} {
		_, err = newSender([]Option{WithBaseURL(url)})
		assert.EqualError(t, err, "support: NewWebhookSender: WithBaseURL is not for senders: each call has its own URL")
	}
	k := call{}
	k.sendTo(c.with([]Option{WithBaseURL("https://example.com")}), "https://example.com")
	assert.ErrorContains(t, k.err, "WithBaseURL is not for senders")
}

// TestCallbackURL: expressions in the whole of a URL, and in parts of it.
func TestCallbackURL(t *testing.T) {
	body := func(w *jsonWriter) {
		w.buf = append(w.buf, `{"url":"https://a.example/x?y=1","n":7,"o":{"a/b~":["u","v w"]},"null":null,"empty":""}`...)
	}
	for _, test := range []struct{ text, pointer, want string }{
		{"{$v}", "/url", "https://a.example/x?y=1"},
		{"{$v}/{$v}", "/n", "7/7"},
		{"https://b.example/{$v}/x", "/url", "https://b.example/https:%2F%2Fa.example%2Fx%3Fy=1/x"},
		{"https://b.example?u={$v}", "/url", "https://b.example?u=https%3A%2F%2Fa.example%2Fx%3Fy%3D1"},
		{"https://b.example/{$v}", "/o/a~1b~0/1", "https://b.example/v%20w"},
		{"{$v}", "/none", ""}, {"{$v}", "/url/x", ""}, {"{$v}", "/o/x/y", ""}, {"{$v}", "/o", ""}, {"{$v}", "", ""}, {"{$v}", "/null", ""}, {"{$v}", "/empty", ""},
	} {
		u := callbackURL{text: test.text}
		u.find("$v", test.pointer, body)
		got, err := u.url()
		assert.Equal(t, test.want, got, "%+v", test)
		if test.want == "" {
			assert.EqualError(t, err, "support: the request for the callback has no $v", fmt.Sprintf("%+v", test))
		}
	}
	u := callbackURL{text: "{$v}"}
	u.find("$v", "", func(w *jsonWriter) { w.err = errors.New("x") })
	_, err := u.url()
	assert.Error(t, err)
	got, err := (&callbackURL{text: "https://b.example/"}).url()
	require.NoError(t, err)
	assert.Equal(t, "https://b.example/", got)
}
