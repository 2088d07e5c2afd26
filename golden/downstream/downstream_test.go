// Package downstream_test uses oas2go the way another module does: as a tool
// of its go.mod, started by go generate. It needs no network.
package downstream_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// newModule makes a module in an empty directory that replaces oas2go by this
// checkout.
func newModule(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS("testdata")))
	checkout, err := filepath.Abs("../..")
	require.NoError(t, err)
	sums, err := os.ReadFile(filepath.Join(checkout, "go.sum"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.sum"), sums, 0o600))
	mod := fmt.Sprintf(`module example.com/downstream

go 1.26.0

require github.com/oas2go/oas2go v0.0.0

replace github.com/oas2go/oas2go => %q
`, checkout)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod), 0o600))
	return dir
}

// run starts a command in dir and gives what it printed.
func run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir = dir
	// Everything comes from the module cache, which the build of this very
	// test has filled.
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOSUMDB=off", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s %v\n%s", name, args, out)
	return string(out)
}

// notes is the server of testdata/api/api.yaml. It gives back the last note.
func notes(t *testing.T) (url string, paths func() []string) {
	var mu sync.Mutex
	var seen []string
	last := ""
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, r.Method+" "+r.URL.EscapedPath())
		body, err := io.ReadAll(r.Body)
		assert.NoError(t, err)
		w.Header().Set("Content-Type", "application/json")
		switch {
		case r.Method == http.MethodPost:
			last = string(body)
			w.WriteHeader(http.StatusCreated)
		case r.URL.Path == "/folders/none/notes/x":
			w.WriteHeader(http.StatusNotFound)
			_, _ = io.WriteString(w, `{"reason":"no such folder"}`)
		default:
			_, _ = io.WriteString(w, last)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL, func() []string {
		mu.Lock()
		defer mu.Unlock()
		return seen
	}
}

func TestDownstream(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a module")
	}
	dir := newModule(t)
	run(t, dir, "go", "get", "-tool", "github.com/oas2go/oas2go/cmd/oas2go")
	run(t, dir, "go", "generate", "./...")
	generated, err := filepath.Glob(filepath.Join(dir, "api", "*_gen.go"))
	require.NoError(t, err)
	require.NotEmpty(t, generated)
	run(t, filepath.Join(dir, "api"), "go", "tool", "oas2go", "check", "api.yaml", "--out", ".", "--package", "api")
	run(t, dir, "go", "vet", "./...")
	app := filepath.Join(dir, "app.exe") // the suffix does no harm where it is not needed
	run(t, dir, "go", "build", "-o", app, ".")

	url, paths := notes(t)
	got := run(t, dir, app, url)
	assert.Equal(t, `add: <nil>
get: a/b high 2
failure: 404 no such folder
invalid: body /title minLength
invalid: body /priority enum
`, got)
	assert.Equal(t, []string{"POST /folders/my%20folder/notes", "GET /folders/my%20folder/notes/a%2Fb", "GET /folders/none/notes/x"}, paths())
}
