package golden_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestFakesSnippets: the Go of docs/client.md about fakes is that of a case, which is compiled and run.
func TestFakesSnippets(t *testing.T) {
	page, err := os.ReadFile("../docs/client.md")
	require.NoError(t, err)
	_, section, found := strings.Cut(string(page), "\n## Fakes\n")
	require.True(t, found)
	section, _, _ = strings.Cut(section, "\n## ")
	program, err := os.ReadFile("cases/service.txtar")
	require.NoError(t, err)
	blocks := strings.Split(section, "```")
	require.Greater(t, len(blocks), 2)
	for i := 1; i < len(blocks); i += 2 {
		code, isGo := strings.CutPrefix(blocks[i], "go\n")
		if isGo {
			assert.Contains(t, string(program), code)
		}
	}
}
