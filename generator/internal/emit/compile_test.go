package emit_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPrintedCodeRuns compiles all cases with support code, vets them, and runs the tests in testdata on them.
func TestPrintedCodeRuns(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a package")
	}
	dir := t.TempDir()
	copyModule(t, dir)
	copySupport(t, dir)
	put(t, filepath.Join(dir, "own.go"), "package style\n\n// Check is what the user of the package has written.\nfunc (*Vault) Check() error { return nil }\n")
	p := everything()
	for i, f := range p.Files {
		put(t, filepath.Join(dir, f.Name), printed(t, p, i))
	}
	for _, name := range []string{"behaviour_test.go", "rules_behaviour_test.go"} {
		put(t, filepath.Join(dir, name), get(t, "testdata/"+name))
	}
	run(t, dir, "vet", ".")
	run(t, dir, "test", ".")
}

// copyModule writes a go.mod with the versions of this module, so that nothing has to be downloaded.
func copyModule(t *testing.T, dir string) {
	t.Helper()
	text := get(t, "../../../go.mod")
	text = strings.Replace(text, "module github.com/oas2go/oas2go", "module "+path, 1)
	put(t, filepath.Join(dir, "go.mod"), text)
	put(t, filepath.Join(dir, "go.sum"), get(t, "../../../go.sum"))
}

func copySupport(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob("../../../templates/support/*.go")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		if !strings.HasSuffix(file, "_test.go") && filepath.Base(file) != "client_config_client.go" { // the cases have a Client with groups
			text := strings.Replace(get(t, file), "package support", "package style", 1)
			put(t, filepath.Join(dir, "support_"+strings.TrimSuffix(filepath.Base(file), ".go")+"_gen.go"), text)
		}
	}
}

func run(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	assert.NoError(t, err, "go %s\n%s", args[0], out)
}

func get(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(b)
}

func put(t *testing.T, name, text string) {
	t.Helper()
	require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
}
