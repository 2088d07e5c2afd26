package render

import (
	"go/ast"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/templates"
)

// TestBodies reads each function of support code whole: it must begin and end where it stands in its file.
func TestBodies(t *testing.T) {
	s, err := ReadSupport(templates.Support())
	require.NoError(t, err)
	read := 0
	for _, f := range s.files {
		for _, d := range f.declarations {
			head, ok := d.head.(*ast.FuncDecl)
			if !ok {
				continue
			}
			whole := d.syntax().(*ast.FuncDecl)
			assert.Equal(t, head.Name.Pos(), whole.Name.Pos(), d.title())
			assert.Equal(t, head.End(), whole.End(), d.title())
			assert.Equal(t, head.Doc.Text(), whole.Doc.Text(), d.title())
			if len(whole.Body.List) > len(head.Body.List) {
				read++
			}
		}
	}
	assert.Greater(t, read, 500, "functions with bodies that were left out at first")
}
