package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestMigratingPage generates the packages of docs/migrating.md with all generators, and runs the code of the page: each client against
// each server. That of openapi-generator, which needs Java, is left out.
func TestMigratingPage(t *testing.T) {
	if testing.Short() {
		t.Skip("builds generators")
	}
	dir := t.TempDir()
	b, err := newBuild(t.Context(), dir)
	require.NoError(t, err)
	const document = "testdata/migrating.yaml"
	folder := func(name string) string {
		path := filepath.Join(dir, "migrating", name)
		require.NoError(t, os.MkdirAll(path, 0o700))
		return path
	}
	config := filepath.Join(dir, "oas2go.yaml")
	require.NoError(t, os.WriteFile(config, []byte("generate: [server]\n"), 0o600))
	for _, args := range [][]string{
		{b.program(ownTool), "generate", document, "--strict", "--config", config, "--out", folder("shop"), "--package", "shop"},
		{b.program(peerTool), "-generate", "types,client,std-http,strict-server", "-package", "peer", "-o", filepath.Join(folder("peer"), "peer.go"), document},
		{b.program(ogenTool), "-package", "ogenshop", "-target", folder("ogenshop"), document},
	} {
		_, err := output(t.Context(), args[0], args[1:]...)
		require.NoError(t, err)
	}
	page, err := os.ReadFile("../../docs/migrating.md")
	require.NoError(t, err)
	const module = "github.com/oas2go/oas2go/golden/bench/migrating"
	code := "package migrating\n\nimport (\n\t\"context\"\n\t\"errors\"\n\t\"fmt\"\n\t\"net/http\"\n\n\t\"" + module + "/ogenshop\"\n\t\"" + module + "/peer\"\n\t\"" + module + "/shop\"\n)\n"
	shown := 0
	for _, block := range regexp.MustCompile("(?ms)^```go\n(.*?)^```$").FindAllStringSubmatch(string(page), -1) {
		if !strings.Contains(block[1], "openapi.") {
			code += "\n" + block[1]
			shown++
		}
	}
	require.Equal(t, 5, shown)
	require.NoError(t, os.WriteFile(filepath.Join(folder("."), "page.go"), []byte(code), 0o600))
	calls, err := os.ReadFile("testdata/migrating_test.go.txt")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(folder("."), "page_test.go"), calls, 0o600))
	test(t, filepath.Join(dir, "migrating"))
}

// test tests the package of a folder as if it stood in the folder migrating of this module.
func test(t *testing.T, dir string) {
	t.Helper()
	here, err := os.Getwd()
	require.NoError(t, err)
	overlay := map[string]map[string]string{"Replace": {}}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(dir, path)
			overlay["Replace"][filepath.Join(here, "migrating", name)] = path
		}
		return err
	}))
	data, err := json.Marshal(overlay)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "overlay.json")
	require.NoError(t, os.WriteFile(file, data, 0o600))
	program := filepath.Join(t.TempDir(), "migrating.test")
	for _, args := range [][]string{{"go", "test", "-vet=off", "-c", "-o", program, "-overlay", file, "./migrating"}, {program}} {
		out, err := exec.CommandContext(t.Context(), args[0], args[1:]...).CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
}
