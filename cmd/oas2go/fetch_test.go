package main

import (
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestFetch runs the command against a server: the first copy, an update with its diff, and all that is refused.
func TestFetch(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("SSL_CERT_FILE, which has the certificate of the server, is read on Linux")
	}
	var body atomic.Value
	const first = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths: {/a: {get: {operationId: getA, responses: {'204': {description: none}}}}}\n"
	body.Store(first)
	plain := httptest.NewServer(http.NotFoundHandler())
	defer plain.Close()
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/shop.yaml":
			assert.Contains(t, r.UserAgent(), "oas2go/")
			_, _ = w.Write([]byte(body.Load().(string)))
		case "/away":
			http.Redirect(w, r, plain.URL, http.StatusFound)
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	dir := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		return string(data)
	}
	write("cert.pem", string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})))
	write("oas2go.yaml", strings.ReplaceAll(`apis:
  shop: {document: specs/shop.yaml, out: shop, source: 'URL/shop.yaml'}
  local: {document: local.yaml, out: local}
`, "URL", server.URL))
	self, err := os.Executable()
	require.NoError(t, err)
	fetch := func(code int, args ...string) string {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), self, append([]string{"fetch"}, args...)...)
		cmd.Args[0], cmd.Dir, cmd.Env = "oas2go", dir, append(os.Environ(), "SSL_CERT_FILE="+filepath.Join(dir, "cert.pem"))
		out, _ := cmd.CombinedOutput()
		assert.Equal(t, code, cmd.ProcessState.ExitCode(), "%s", out)
		return string(out)
	}
	assert.Contains(t, fetch(1, "--check"), "specs/shop.yaml: the source has something else; run oas2go fetch")
	assert.NoFileExists(t, filepath.Join(dir, "specs/shop.yaml"))
	assert.Contains(t, fetch(0), "specs/shop.yaml: written, there is nothing to compare it with, sha256 ")
	assert.Equal(t, first, read("specs/shop.yaml"))
	assert.Regexp(t, `^[0-9a-f]{64}  specs/shop\.yaml\n$`, read("oas2go.sum"))
	assert.Contains(t, fetch(0, "--check"), "specs/shop.yaml: up to date")

	body.Store(strings.Replace(first, "/a:", "/b:", 1))
	out := fetch(0, "shop")
	assert.Contains(t, out, "BREAKING: ")
	assert.Contains(t, out, server.URL+"/shop.yaml:3:")
	assert.Contains(t, read("specs/shop.yaml"), "/b:")
	sums := read("oas2go.sum")

	body.Store(first)
	write("specs/shop.yaml", first+"# mine\n")
	assert.Contains(t, fetch(2), "oas2go: specs/shop.yaml was changed since it was fetched (see oas2go.sum): --force overwrites it")
	assert.Equal(t, sums, read("oas2go.sum"))
	assert.Contains(t, fetch(0, "--force"), "specs/shop.yaml: written, equal, sha256 ")
	assert.Equal(t, first, read("specs/shop.yaml"))

	body.Store("<html>Sign in</html>")
	assert.Contains(t, fetch(2), "has no OpenAPI document")
	assert.Contains(t, fetch(2, "local"), `the API "local" has no source to fetch its document from`)
	assert.Contains(t, fetch(2, "local.yaml"), "no API has a source")
	for path, want := range map[string]string{
		"/none": "the status of the response is 404 Not Found, not 200",
		"/away": "is no URL that begins with https://",
	} {
		write("oas2go.yaml", "apis: {shop: {document: specs/shop.yaml, out: shop, source: '"+server.URL+path+"'}}\n")
		assert.Contains(t, fetch(2), want)
	}
	assert.Equal(t, first, read("specs/shop.yaml"))
}
