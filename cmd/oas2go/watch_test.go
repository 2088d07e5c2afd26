package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWatch changes a document, what it refers to, and the configuration, and reads a line each time.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	const document = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths: {}\ncomponents: {schemas: {A: {type: object, properties: {b: {$ref: 'b.yaml'}}}}}\n"
	write("oas2go.yaml", "apis:\n  shop: {document: shop.yaml, out: shop}\n  other: {document: other.yaml, out: other}\n")
	write("shop.yaml", document)
	write("other.yaml", "openapi: 3.1.0\ninfo: {title: Other, version: '1'}\npaths: {}\n")
	write("b.yaml", "type: string\n")

	self, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.Command(self, "watch")
	cmd.Args[0], cmd.Dir = "oas2go", dir
	out, err := cmd.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill() }) // does nothing if it has ended
	lines := bufio.NewScanner(out)
	next := func(want string) {
		t.Helper()
		require.True(t, lines.Scan(), "%s is missing", want)
		assert.Regexp(t, regexp.MustCompile(want), lines.Text())
	}
	next(`^\d\d:\d\d:\d\d shop: \d+ files, \d+ written$`)
	next(`^\d\d:\d\d:\d\d other: 1 file, 1 written$`)
	time.Sleep(time.Second) // what changes while the first run ends is run again, which is a line more
	write("b.yaml", "type: integer\n")
	next(` shop: \d+ files, \d written$`)
	models, err := os.ReadFile(filepath.Join(dir, "shop/models_gen.go"))
	require.NoError(t, err)
	assert.Contains(t, string(models), "type B int64")
	require.NoError(t, os.Remove(filepath.Join(dir, "b.yaml")))
	next(`^shop\.yaml:4:\d+: error: .*b\.yaml.* \[ref\]$`)
	next(` shop: 1 error; not written: the document cannot be used$`)
	write("b.yaml", "type: integer\n")
	next(` shop: \d+ files, up to date$`)
	write("oas2go.yaml", "apis: {}\n")
	next(` oas2go\.yaml: the configuration cannot be used:$`)
	next(`^oas2go\.yaml:1:7: error: `)
	write("oas2go.yaml", "apis: {other: {document: other.yaml, out: other, generate: [docs]}}\n")
	next(` other: 2 files, 1 written$`)
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	assert.False(t, lines.Scan(), lines.Text())
	assert.NoError(t, cmd.Wait(), "it ends without an error")
}
