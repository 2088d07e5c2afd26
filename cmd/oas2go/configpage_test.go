package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestConfigurationPage runs the commands of docs/configuration.md with its configuration, and translates configurations as it says.
func TestConfigurationPage(t *testing.T) {
	const page = "docs/configuration.md"
	s := newShop(t)
	write := func(name, text string) {
		path := filepath.Join(s.dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	write("oas2go.yaml", blocks(t, page, "yaml")[0])
	for _, name := range []string{"orders", "users"} {
		write("specs/"+name+".yaml", shopDocument+"components: {schemas: {Order: {type: object}}}\n")
	}
	s.run(t, "git add . && git commit --quiet -m pages")
	shown := blocks(t, page, "sh")
	commands := strings.ReplaceAll(shown[0], "oas2go mock orders\n", "")
	require.NotEqual(t, shown[0], commands, "a mock does not end")
	out := s.run(t, commands)
	assert.Contains(t, out, "\nusers   internal/users   up to date\n")
	assert.FileExists(t, filepath.Join(s.dir, "internal/orders/doc_gen.go"))

	overlays := blocks(t, page, "yaml")[1:3]
	write("go.overlay.yaml", overlays[0])
	write("oas2go.yaml", overlays[1]+blocks(t, page, "yaml")[0])
	out = s.run(t, shown[1])
	bundled, err := os.ReadFile(filepath.Join(s.dir, "users.bundled.yaml"))
	require.NoError(t, err)
	assert.Contains(t, out, "updates  #/components/schemas/Order, specs/users.yaml:")
	assert.Contains(t, out, "type Purchase ")
	assert.Contains(t, string(bundled), "x-go-name: Purchase")

	write("api/oapi-codegen.yaml", "package: api\ngenerate: {models: true}\noutput: api.gen.go\n")
	write("api/openapi.yaml", shopDocument)
	write("api/gen.go", "package api\n\n//go:generate oapi-codegen -config oapi-codegen.yaml openapi.yaml\n")
	for line := range strings.Lines(shown[len(shown)-1]) {
		require.NoError(t, os.Remove(filepath.Join(s.dir, "oas2go.yaml")))
		assert.Contains(t, s.run(t, line+"oas2go generate\n"), "\napi/oas2go: 1 file")
	}
}
