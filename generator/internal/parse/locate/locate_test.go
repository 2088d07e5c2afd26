package locate

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// none is the dialect of nobody.
type none struct{}

func (none) Version(_ *source.Document, otherwise api.Version) api.Version { return otherwise }
func (none) Rewrite(_, _ *tree.Resource)                                   {}
func (none) Walk(*tree.Resource, string) Located                           { return Located{} }

// References lead to places of files that mean nothing.
func TestLocate(t *testing.T) {
	var findings diag.List
	loader := source.NewMemoryLoader(fstest.MapFS{
		"a.yaml": {Data: []byte("big: {small: 1}\nway: {$ref: b.yaml}\n")}, "b.yaml": {Data: []byte("x/y: [0, {$anchor: here}]\n")}}, "a.yaml")
	d, err := loader.Document(&findings)
	require.NoError(t, err)
	files := New(d, loader, tree.NewReader(&report.Reporter{List: &findings}, api.Version{Text: "3.1.0", Major: 3, Minor: 1}))
	files.Dialect = none{}
	for text, want := range map[string]string{
		"#/big/small": "a.yaml#/big/small", "b.yaml#/x~1y/0": "b.yaml#/x~1y/0", "b.yaml#here": "b.yaml#/x~1y/1", "#/way/x~1y": "b.yaml#/x~1y"} {
		found := files.Locate(files.Entry.Root, text, diag.Pos{})
		require.False(t, found.Failed(), found.Problem)
		assert.Equal(t, want, found.Pos().Address())
	}
	for text, want := range map[string]string{
		"#/bg": `there is no "bg" in the document`, "#Pet": `there is no anchor "Pet"`, "c.yaml": `"c.yaml" does not exist`} {
		assert.Equal(t, want, files.Locate(files.Entry.Root, text, diag.Pos{}).Problem)
	}
	assert.Len(t, files.Sources, 2)
}
