package workload

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTexts holds the texts to what figures of other days were taken with.
func TestTexts(t *testing.T) {
	size := map[string]int{"w1": 503, "w1c": 404, "w2": 442216, "unions": 280386, "texts": 452378, "wide": 371577, "feed": 77822, "deep": 100526, "tags40": 83060, "open40": 75536}
	for _, w := range All() {
		text := w.Text()
		assert.Equal(t, string(text), string(w.Text()), "%s is another text each time", w.Name)
		assert.True(t, json.Valid(text), w.Name)
		assert.Equal(t, size[w.Name], len(text), w.Name)
	}
}

func TestDocuments(t *testing.T) {
	for _, w := range All() {
		var data []byte
		if w.Spec != nil {
			data = w.Spec()
		} else {
			var err error
			data, err = os.ReadFile(filepath.Join("../../..", filepath.FromSlash(w.Document)))
			require.NoError(t, err)
		}
		assert.Contains(t, string(data), "\n    "+w.Component+":", w.Name)
	}
}

// TestDeviceMembers finds members of the document that no text has.
func TestDeviceMembers(t *testing.T) {
	data, err := os.ReadFile("../../cases/wide-objects.txtar")
	require.NoError(t, err)
	_, properties, _ := strings.Cut(string(data), "    Device:\n      type: object\n      properties:\n")
	properties, _, _ = strings.Cut(properties, "\n-- ")
	lines := strings.Split(properties, "\n")
	assert.Len(t, lines, 80)
	text := string(devices(100))
	for _, line := range lines {
		name, _, _ := strings.Cut(strings.TrimSpace(line), ":")
		assert.Contains(t, text, `"`+name+`":`)
	}
}

func TestChoose(t *testing.T) {
	chosen, err := Choose("w2,w1")
	require.NoError(t, err)
	require.Len(t, chosen, 2)
	assert.Equal(t, "w2", chosen[0].Name)
	_, err = Choose("w2,w9")
	assert.ErrorContains(t, err, `"w9"`)
	chosen, err = Choose("")
	require.NoError(t, err)
	assert.Len(t, chosen, len(All()))
}
