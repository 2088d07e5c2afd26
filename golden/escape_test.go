package golden_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// onHeap is what the compiler says of a value that it puts on the heap: file, line, column, message.
var onHeap = regexp.MustCompile(`(?m)^` + modulePath + `/(\S+\.go):(\d+):(\d+): (.* escapes to heap|moved to heap: .*)$`)

// TestDecodeKeepsToTheStack asks the compiler what the decode methods put on the heap: nothing but what ends up in the value, which is
// made by new or is a map. So no table, no function and no state of the reader is allocated.
func TestDecodeKeepsToTheStack(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	m := newModule(t)
	args := []string{"build", "-gcflags=-m"}
	for _, g := range goldens(t) {
		if g.Name == "records" || g.Name == "features" {
			m.add(t, g, g.generateOnce(t).Files)
			args = append(args, "./"+g.Package)
		}
	}
	out, err := m.Go(t.Context(), args...)
	require.NoError(t, err, "%s", out)
	files := map[string]*decodeMethods{}
	pointers := 0
	for _, match := range onHeap.FindAllSubmatch(out, -1) {
		name, message := string(match[1]), string(match[4])
		if files[name] == nil {
			files[name] = readDecodeMethods(t, filepath.Join(m.Dir, name))
		}
		line, _ := strconv.Atoi(string(match[2]))
		column, _ := strconv.Atoi(string(match[3]))
		if !files[name].inside[line] {
			continue
		}
		switch code := files[name].lines[line-1]; {
		case strings.HasSuffix(code[:column-1], "new"): // a call is where its parenthesis is
			pointers++
		case !strings.HasPrefix(message, "map["):
			assert.Fail(t, "a decode method allocates", "%s:%d: %s: %s", name, line, message, code)
		}
	}
	assert.Positive(t, pointers, "the compiler says nothing about optional fields")
}

// decodeMethods are the lines of a file, and those of them that are in decode methods.
type decodeMethods struct {
	lines  []string
	inside map[int]bool
}

func readDecodeMethods(t *testing.T, path string) *decodeMethods {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	d := &decodeMethods{lines: strings.Split(string(text), "\n"), inside: map[int]bool{}}
	files := token.NewFileSet()
	syntax, err := parser.ParseFile(files, path, text, parser.SkipObjectResolution)
	require.NoError(t, err)
	for _, decl := range syntax.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "decode" {
			for line := files.Position(f.Pos()).Line; line <= files.Position(f.End()).Line; line++ {
				d.inside[line] = true
			}
		}
	}
	return d
}
