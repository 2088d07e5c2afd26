package dis_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/dis"
)

const taskPath = "/v2/" + project + "/streams/mystream/transfer-tasks"

// unsigned is the request of the golden signature, without that.
func unsigned(t *testing.T, url string) *http.Request {
	t.Helper()
	req, err := http.NewRequest("POST", url, nil)
	require.NoError(t, err)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "huaweicloud-usdk-go/3.0; golden")
	req.Header.Set("X-Project-Id", project)
	req.Header.Set("X-Sdk-Date", "20260101T000000Z")
	return req
}

func signature(t *testing.T, req *http.Request, body string) string {
	t.Helper()
	require.NoError(t, dis.NewSigner("TESTAK", "TESTSK")(req, []byte(body)))
	_, s, found := strings.Cut(req.Header.Get("Authorization"), "Signature=")
	require.True(t, found)
	return s
}

// The golden signature is one that the official SDK made.
func TestSignerGolden(t *testing.T) {
	body := captured + "\n"
	require.Len(t, body, 376)
	sum := sha256.Sum256([]byte(body))
	require.Equal(t, "00b8fb748c8e208a2bc6ad0851ae2448d0787cd8c8aec2e24c72d50948085028", hex.EncodeToString(sum[:]))
	for _, host := range []string{"https://dis.cn-north-4.myhuaweicloud.com", "http://127.0.0.1:45765"} {
		req := unsigned(t, host+taskPath)
		signature(t, req, body)
		assert.Equal(t, "SDK-HMAC-SHA256 Access=TESTAK, SignedHeaders=user-agent;x-project-id;x-sdk-date, "+
			"Signature=f4364538526c2a7240b2125d83626e401bf224f0d5f691ff9baf5a2793f8296b", req.Header.Get("Authorization"))
		assert.Equal(t, "20260101T000000Z", req.Header.Get("X-Sdk-Date"), "the caller's date is kept")
	}
}

// Everything that is signed changes the signature, and nothing else does.
func TestSignerCovers(t *testing.T) {
	const host = "https://dis.example.com"
	golden := signature(t, unsigned(t, host+taskPath), "x")
	for name, change := range map[string]func(*http.Request){
		"method":        func(r *http.Request) { r.Method = "PUT" },
		"path":          func(r *http.Request) { r.URL.Path = strings.Replace(r.URL.Path, "mystream", "other", 1) },
		"query":         func(r *http.Request) { r.URL.RawQuery = "a=1" },
		"user agent":    func(r *http.Request) { r.Header.Set("User-Agent", "x") },
		"date":          func(r *http.Request) { r.Header.Set("X-Sdk-Date", "20260101T000001Z") },
		"header":        func(r *http.Request) { r.Header.Set("X-Other", "1") },
		"second value":  func(r *http.Request) { r.Header.Add("X-Project-Id", "x") },
		"accept":        func(r *http.Request) { r.Header.Set("Accept", "*/*") },
		"token of keys": func(r *http.Request) { r.Header.Set("X-Security-Token", "t") },
	} {
		req := unsigned(t, host+taskPath)
		change(req)
		assert.NotEqual(t, golden, signature(t, req, "x"), name)
	}
	assert.NotEqual(t, golden, signature(t, unsigned(t, host+taskPath), "y"), "body")
	for name, change := range map[string]func(*http.Request){
		"content type":   func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") },
		"host":           func(r *http.Request) { r.Host, r.URL.Host = "other", "other" },
		"underscore":     func(r *http.Request) { r.Header.Set("x_other", "1") },
		"spaces":         func(r *http.Request) { r.Header.Set("X-Project-Id", " "+project+"\t") },
		"trailing slash": func(r *http.Request) { r.URL.Path += "/" },
		"no value":       func(r *http.Request) { r.Header["X-None"] = nil },
	} {
		req := unsigned(t, host+taskPath)
		change(req)
		assert.Equal(t, golden, signature(t, req, "x"), name)
	}
}

// The order of query members does not matter, their escaping neither.
func TestSignerQuery(t *testing.T) {
	sign := func(query string) string {
		return signature(t, unsigned(t, "https://dis.example.com/v2/p?"+query), "")
	}
	assert.Equal(t, sign("a=1&a=2&b=x%20y"), sign("b=x+y&a=2&a=1"))
	assert.Equal(t, sign("a=%7E%2D"), sign("a=~-"))
	assert.NotEqual(t, sign("a=1&b=2"), sign("a=2&b=1"))
	assert.NotEqual(t, sign("a=x+y"), sign("a=x%2By"))
	bad := unsigned(t, "https://dis.example.com/v2/p?a=%zz")
	assert.Error(t, dis.NewSigner("A", "S")(bad, nil))
}

// A segment that holds a slash is not the same as two segments.
func TestSignerPath(t *testing.T) {
	sign := func(path string) string {
		return signature(t, unsigned(t, "https://dis.example.com"+path), "")
	}
	assert.NotEqual(t, sign("/a/b"), sign("/a%2Fb"))
	assert.Equal(t, sign("/a!b"), sign("/a%21b"))
	assert.Equal(t, sign("/%c3%bc"), sign("/%C3%BC"))
	assert.Equal(t, sign(""), sign("/"))
}

// A request that is signed again, for example by a caller's own retry, gets a
// fresh date: the server refuses old ones.
func TestSignerAgain(t *testing.T) {
	req := unsigned(t, "https://dis.example.com"+taskPath)
	first := signature(t, req, "x")
	second := signature(t, req, "x")
	assert.NotEqual(t, first, second)
	date, err := time.Parse("20060102T150405Z", req.Header.Get("X-Sdk-Date"))
	require.NoError(t, err)
	assert.WithinDuration(t, time.Now(), date, time.Minute)
	assert.Equal(t, 1, strings.Count(req.Header.Get("Authorization"), "Signature="))
	assert.NotContains(t, req.Header.Get("Authorization"), ";authorization")
}

func TestSignerRefuses(t *testing.T) {
	req := unsigned(t, "https://dis.example.com"+taskPath)
	assert.Error(t, dis.NewSigner("", "S")(req, nil))
	assert.Error(t, dis.NewSigner("A", "")(req, nil))
	assert.Error(t, dis.NewTemporarySigner("A", "S", "")(req, nil))
	req.Header.Set("X-Sdk-Date", "2026-01-01T00:00:00Z")
	assert.ErrorContains(t, dis.NewSigner("A", "S")(req, nil), "X-Sdk-Date")
	assert.Empty(t, req.Header.Values("Authorization"))
}

func TestTemporarySigner(t *testing.T) {
	req := unsigned(t, "https://dis.example.com"+taskPath)
	require.NoError(t, dis.NewTemporarySigner("A", "S", "the token")(req, nil))
	assert.Equal(t, "the token", req.Header.Get("X-Security-Token"))
	assert.Contains(t, req.Header.Get("Authorization"), "x-sdk-date;x-security-token,")
}
