package remote

import (
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A script answers requests by URL.
type script map[string]*http.Response

func (s script) RoundTrip(r *http.Request) (*http.Response, error) {
	response, ok := s[r.URL.String()]
	if !ok {
		return nil, errors.New("nobody is at " + r.URL.String())
	}
	response.Request = r
	return response, nil
}

func response(status int, body io.Reader, location string) *http.Response {
	return &http.Response{StatusCode: status, Status: http.StatusText(status), Header: http.Header{"Location": {location}}, Body: io.NopCloser(body)}
}

// endless gives bytes without end, and counts them.
type endless struct{ n int }

func (e *endless) Read(p []byte) (int, error) { e.n += len(p); return len(p), nil }

func TestGet(t *testing.T) {
	huge := &endless{}
	s := script{
		"https://a.example/ok":    response(200, strings.NewReader("text"), ""),
		"https://a.example/moved": response(302, strings.NewReader(""), "https://a.example/ok"),
		"https://a.example/plain": response(302, strings.NewReader(""), "http://a.example/ok"),
		"https://a.example/loop":  response(302, strings.NewReader(""), "https://a.example/loop"),
		"https://a.example/none":  response(404, strings.NewReader("text"), ""),
		"https://a.example/huge":  response(200, huge, ""),
		"https://a.example/cut":   response(200, io.MultiReader(strings.NewReader("te"), errReader{}), ""),
	}
	for uri, want := range map[string]string{
		"https://a.example/moved": "",
		"https://a.example/plain": "http://a.example/ok is no URL that begins with https://",
		"https://a.example/loop":  "more than 5 redirects",
		"https://a.example/none":  "the status of the response is Not Found, not 200",
		"https://a.example/huge":  "larger than 64 MiB",
		"https://a.example/cut":   "https://a.example/cut: cut off",
		"https://b.example/":      "nobody is at https://b.example/",
		"http://a.example/ok":     "is no URL that begins with https://",
		"file:///etc/passwd":      "is no URL that begins with https://",
		"https://me:x@a.example/": "a URL with a password",
		":":                       "missing protocol scheme",
	} {
		data, err := Get(t.Context(), s, uri, "test")
		if want == "" {
			require.NoError(t, err)
			assert.Equal(t, "text", string(data))
			continue
		}
		assert.ErrorContains(t, err, want, uri)
		assert.Nil(t, data)
	}
	assert.Less(t, huge.n, 4*MaxBytes, "a body without end is not read to its end")
}

type errReader struct{}

func (errReader) Read([]byte) (int, error) { return 0, errors.New("cut off") }

func TestSums(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sums")
	s, err := ReadSums(path)
	require.NoError(t, err)
	assert.Equal(t, "", s.Of("a"))
	s.Set("b/c d.yaml", Hash([]byte("x")))
	s.Set("a", "00")
	s.Set("a", "11")
	require.NoError(t, os.WriteFile(path, s.Text(), 0o600))
	s, err = ReadSums(path)
	require.NoError(t, err)
	assert.Equal(t, "11", s.Of("a"))
	assert.Equal(t, "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", s.Of("b/c d.yaml"))
	assert.Equal(t, "11  a\n2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  b/c d.yaml\n", string(s.Text()))
	_, err = ReadSums(filepath.Dir(path))
	assert.Error(t, err)
}
