package interop

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/golden/scratch"
)

// servedPath is the module of testdata/served, beside packages that are generated with a server.
const servedPath = "served.test"

// The packages of generated/ have no server. One is generated here for each document, and the tests of testdata/served run beside it.
func TestServed(t *testing.T) {
	if testing.Short() {
		t.Skip("generates, compiles and runs servers")
	}
	m := servedModule(t)
	for _, name := range []string{"dis", "iam"} {
		cmd := exec.CommandContext(t.Context(), "go", "run", "./cmd/oas2go", "generate", "spec/"+name+"/openapi.yaml", "--strict",
			"--config", filepath.Join(m.Dir, "oas2go.yaml"), "--out", filepath.Join(m.Dir, name), "--package", name)
		cmd.Dir = m.Root
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
	out, err := m.Go(t.Context(), "test", "./served")
	assert.NoError(t, err, "%s", out)
}

// servedModule makes a module with the versions of this one and the tests of testdata/served.
func servedModule(t *testing.T) *scratch.Module {
	t.Helper()
	m, err := scratch.New(t.Context(), t.TempDir(), servedPath)
	require.NoError(t, err)
	files := map[string]string{"go.mod": "go.mod", "go.sum": "go.sum", "testdata/served/oas2go.yaml": "oas2go.yaml"}
	tests, err := filepath.Glob("testdata/served/*_test.go")
	require.NoError(t, err)
	require.NotEmpty(t, tests)
	for _, path := range tests {
		files[path] = "served/" + filepath.Base(path)
	}
	here := strings.NewReplacer("module github.com/oas2go/oas2go/golden/interop\n", "module "+servedPath+"\n", "=> ../..", "=> "+m.Root)
	for from, to := range files {
		data, err := os.ReadFile(from)
		require.NoError(t, err)
		require.NoError(t, m.Write(to, []byte(here.Replace(string(data)))))
	}
	return m
}
