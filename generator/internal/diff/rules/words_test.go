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

// TestHeirs: a new heir breaks nobody who only receives, and is told to those who switch over the base.
func TestHeirs(t *testing.T) {
	const gets = "A type switch over Thing gets a Desk where it got the base itself."
	facts := change.Facts{Name: "Desk", Base: "Thing", Came: []string{"Desk"}}
	received := change.Effect{Direction: change.Response, Verdict: change.Compatible, Operations: []string{"getThing"}}
	sent := change.Effect{Direction: change.Request, Verdict: change.Breaking, Operations: []string{"putThing"}}
	c := &change.Change{Rule: "alternative-added", Class: change.Harmless, Facts: facts, Wire: []change.Effect{received}}
	Advise(c, Context{})
	assert.Equal(t, gets, c.Advice.Who)
	assert.Contains(t, c.Advice.Callers, "a case for Desk, or a default")
	c.Class, c.Wire = change.Wire, []change.Effect{sent, received}
	Advise(c, Context{})
	assert.Equal(t, "Callers of putThing that send its tag with what Desk does not allow. "+gets, c.Advice.Who)
	c.Wire = []change.Effect{sent}
	Advise(c, Context{})
	assert.NotContains(t, c.Advice.Who, "switch", "who only sends has none")
}
