package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
)

const serverPage = "docs/server.md"

// TestServerPage compiles the Go of docs/server.md with the packages of its documents, in the configurations that it shows: its whole
// server with its tests, and all other blocks, each of which is called.
func TestServerPage(t *testing.T) {
	m := newPageModule(t, "desk.test")
	configs := blocks(t, serverPage, "yaml")
	require.Len(t, configs, 2)
	for _, p := range []struct{ name, spec, config string }{
		{"desk", "desk", configs[0]},
		{"files", "files", configs[0]},
		{"alone", "desk", configs[1]},
	} {
		config := filepath.Join(t.TempDir(), "oas2go.yaml")
		require.NoError(t, os.WriteFile(config, []byte(p.config), 0o600))
		m.generate(t, generator.Config{Spec: "testdata/server/" + p.spec + ".yaml", Package: p.name, File: config})
	}
	whole, snippets := []string{"service.go", "main.go", "main_test.go"}, blocks(t, serverPage, "go")
	for i, name := range whole {
		require.True(t, strings.HasPrefix(snippets[i], "package main\n"), name)
		m.write(t, name, snippets[i])
	}
	problem := "const problemOfPage = `" + blocks(t, serverPage, "json")[0] + "`"
	curl := "const curlOfPage = `" + blocks(t, serverPage, "sh")[1] + "`"
	program := readFile(t, "cmd/oas2go/testdata/server/page_test.go.txt")
	m.write(t, "page_test.go", program, problem, curl, strings.Join(snippets[len(whole):], "\n"))
	m.run(t)
}

// TestServerPageIsShort asks that the whole server of docs/server.md stays small.
func TestServerPageIsShort(t *testing.T) {
	_, service, found := strings.Cut(blocks(t, serverPage, "go")[0], "\n)\n")
	require.True(t, found)
	lines := 0
	for line := range strings.Lines(service) {
		if text := strings.TrimSpace(line); text != "" && !strings.HasPrefix(text, "//") {
			lines++
		}
	}
	assert.LessOrEqual(t, lines, 70)
}
