package output

import (
	"go/parser"
	"go/token"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDeclared(t *testing.T) {
	syntax, err := parser.ParseFile(token.NewFileSet(), "x.go", `package x
import "fmt"
type (
	A[T any] struct{ F, G T; fmt.Stringer }
	B = int
	C interface{ M() }
)
const c, _ = 1, 2
var v = func() int { type local struct{}; return 0 }()
func init() {}
func f() {}
func (a *A[T]) m() {}
func (*(D)) init() {}
func (P[K, V]) p() {}
`, 0)
	require.NoError(t, err)
	var names []string
	declared(syntax, func(name string, pos token.Pos) {
		assert.True(t, pos.IsValid())
		names = append(names, name)
	})
	assert.Equal(t, []string{"A", "A.F", "A.G", "B", "C", "c", "v", "f", "A.m", "D.init", "P.p"}, names)
}
