package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// TestWords: each rule has words of its own, but for those that break nobody.
func TestWords(t *testing.T) {
	for _, r := range All() {
		s := situation{&change.Change{Rule: r.ID}, Context{}}
		assert.Equal(t, IsDocs(r.ID), s.words() == words{}, r.ID)
		assert.Equal(t, IsDocs(r.ID), s.words().keep == "", r.ID)
	}
	assert.Empty(t, situation{&change.Change{Rule: "no-such"}, Context{}}.words())
	for _, r := range docsRules() {
		assert.True(t, IsDocs(r.ID), r.ID)
	}
}
