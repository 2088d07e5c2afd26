package diag_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/diag"
)

func path(tokens ...string) (p *diag.Path) {
	for _, token := range tokens {
		p = p.Child(token)
	}
	return p
}

// What was moved is reported, once, at the pointer that the file has for it.
func TestOriginalPaths(t *testing.T) {
	assert.Nil(t, (*diag.Path)(nil).Original())
	still := path("a", "b")
	assert.Same(t, still, still.Original())

	moved, twice := path("components", "schemas"), path("other")
	moved.Origin, twice.Origin = path("definitions"), path("definitions")
	below := moved.Child("A").Child("x~y")
	assert.Equal(t, "/components/schemas/A/x~0y", below.Pointer())
	assert.Equal(t, "/definitions/A/x~0y", below.Original().Pointer())

	var l diag.List
	l.Warn(diag.Pos{Path: below}, diag.RuleType, "m").Related = []diag.Related{{Pos: diag.Pos{Path: moved}}}
	l.Warn(diag.Pos{Path: twice.Child("A").Child("x~y")}, diag.RuleType, "m")
	assert.Len(t, l.All(), 1)
	assert.Equal(t, "/definitions/A/x~0y", l.All()[0].Pos.Path.Pointer())
	assert.Equal(t, "/definitions", l.All()[0].Related[0].Pos.Path.Pointer())
}
