package generator_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNoMutableState finds package-level variables that are more than tables: those without a value, those that are made by a
// call to another package (some are known to be harmless), those of package sync, and those that are changed anywhere.
func TestNoMutableState(t *testing.T) {
	for _, p := range listPackages(t, module+"generator/...", module+"cmd/...") {
		var paths []string
		for _, name := range p.GoFiles {
			paths = append(paths, filepath.Join(p.Dir, name))
		}
		for _, problem := range stateProblems(t, paths, nil) {
			assert.Fail(t, problem)
		}
	}
}

// TestStateProblems shows that the rule finds something.
func TestStateProblems(t *testing.T) {
	const source = `package p
import ("errors"; "regexp"; "sync"; "time")
var table = [...]string{"a"}
var words, more = map[string]bool{"a": true}, setOf(1)
var expression, err = regexp.MustCompile("a"), errors.New("x")
var read = func() { local := 1; local = 2; _ = &table; { table := 1; table++; _ = table } }
func setOf(n int) int { return n }

var a1 int
var a2 sync.Mutex
var a3 = sync.Pool{}
var a4 = time.Now()
var a5, a6, a7, a8, a9 = 1, map[int]int{}, []int{1}, struct{x int}{}, []int{1}
func mutate() { a5 = 2; delete(a6, 1); a7[0]++; a8.x, _ = 1, 2; for a9[0] = range 2 {} }
`
	problems := stateProblems(t, []string{"p.go"}, source)
	require.Len(t, problems, 10)
	for i, name := range []string{"a1", "a2", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"} {
		assert.Contains(t, problems[i], ": "+name+" ")
	}
}

// madeByCall are calls to other packages whose results do not change.
func madeByCall() []string {
	return []string{"regexp.MustCompile", "strings.NewReplacer", "errors.New", "analysis.KeywordsOf"}
}

func stateProblems(t *testing.T, paths []string, source any) (problems []string) {
	fset := token.NewFileSet()
	var files []*ast.File
	for _, path := range paths {
		file, err := parser.ParseFile(fset, path, source, parser.SkipObjectResolution)
		require.NoError(t, err)
		files = append(files, file)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	// Imports are not needed to know which names are of the package, so errors do not matter.
	config := types.Config{Importer: importer.ForCompiler(fset, "gc", nil), Error: func(error) {}}
	pkg, _ := config.Check("p", fset, files, info)
	fail := func(n ast.Node, name, what string) {
		problems = append(problems, fmt.Sprintf("%s: %s %s", fset.Position(n.Pos()), name, what))
	}
	for _, file := range files {
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
				for _, spec := range g.Specs {
					checkVariable(spec.(*ast.ValueSpec), fail)
				}
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			for _, target := range targets(n) {
				v, ok := info.Uses[root(target)].(*types.Var)
				if ok && v.Parent() == pkg.Scope() {
					fail(n, v.Name(), "is changed")
				}
			}
			return true
		})
	}
	return problems
}

// checkVariable judges the declaration of package-level variables.
func checkVariable(spec *ast.ValueSpec, fail func(n ast.Node, name, what string)) {
	for i, name := range spec.Names {
		if len(spec.Values) != len(spec.Names) {
			fail(name, name.Name, "has no value of its own")
			if spec.Type != nil && mentions(spec.Type, "sync") {
				fail(name, name.Name, "has state of package sync")
			}
			continue
		}
		value := spec.Values[i]
		if mentions(value, "sync") {
			fail(name, name.Name, "has state of package sync")
		}
		call, ok := value.(*ast.CallExpr)
		if !ok {
			continue
		}
		if f, ok := call.Fun.(*ast.SelectorExpr); ok && !slices.Contains(madeByCall(), types.ExprString(f)) {
			fail(name, name.Name, "is made by "+types.ExprString(f))
		}
	}
}

// mentions reports whether n has a selector on the package with that name.
func mentions(n ast.Node, pkg string) (found bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if ok {
			x, ok := s.X.(*ast.Ident)
			found = found || ok && x.Name == pkg
		}
		return !found
	})
	return found
}

// targets returns the expressions that n changes.
func targets(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			return n.Lhs
		}
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	case *ast.RangeStmt:
		if n.Tok == token.ASSIGN {
			return []ast.Expr{n.Key, n.Value}
		}
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.Ident); ok && slices.Contains([]string{"delete", "clear", "copy"}, f.Name) && len(n.Args) > 0 {
			return n.Args[:1]
		}
	}
	return nil
}

// root returns x of x.f, x[i] and *x.
func root(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return root(e.X)
	case *ast.IndexExpr:
		return root(e.X)
	case *ast.StarExpr:
		return root(e.X)
	case *ast.ParenExpr:
		return root(e.X)
	}
	return nil
}
