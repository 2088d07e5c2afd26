package support

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sources parses the files that are copied into generated packages.
func sources(t *testing.T) (files []*ast.File) {
	t.Helper()
	names, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		require.NoError(t, err)
		files = append(files, file)
	}
	require.NotEmpty(t, files)
	return files
}

// declared gives the top-level names of a file and whether each has a comment.
func declared(file *ast.File) map[string]bool {
	names := map[string]bool{}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				names[d.Name.Name] = d.Doc != nil
			} else if d.Name.IsExported() {
				names["method "+d.Name.Name] = d.Doc != nil
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					names[spec.Name.Name] = d.Doc != nil || spec.Doc != nil
				case *ast.ValueSpec:
					for _, name := range spec.Names {
						names[name.Name] = d.Doc != nil || spec.Doc != nil
					}
				}
			}
		}
	}
	return names
}

// TestNames checks that no name can collide with a variable or function of emitted code, and that what users see has a comment.
func TestNames(t *testing.T) {
	emitted := regexp.MustCompile(`^(keys|values|pattern|list|map|read|write|rule|evidence)[A-Z]`)
	for _, file := range sources(t) {
		for name, commented := range declared(file) {
			assert.False(t, emitted.MatchString(name), "%s belongs to emitted code", name)
			if ast.IsExported(strings.TrimPrefix(name, "method ")) {
				assert.True(t, commented, "%s has no comment", name)
			}
		}
	}
}

// TestFileSizes keeps files at one subject.
func TestFileSizes(t *testing.T) {
	names, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range names {
		if !strings.HasSuffix(name, "_test.go") {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			assert.LessOrEqual(t, strings.Count(string(data), "\n"), 250, name)
		}
	}
}

// TestInlining asks the compiler about peek, which every token goes through and which is at the limit of what is inlined. The
// large helpers must stay out of line, to keep generated code small.
func TestInlining(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the package")
	}
	out, err := exec.Command("go", "build", "-gcflags=-m", ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	for name, want := range map[string]bool{
		"(*jsonReader).peek": true, "(*jsonReader).object": true, "(*jsonReader).array": true,
		"(*objectReader).next": false, "(*jsonReader).string": false, "(*jsonReader).whole": false, "(*jsonReader).enum": false,
		"(*jsonReader).bool": false, "(*jsonReader).fraction": false, "(*jsonReader).time": false,
		"(*jsonWriter).write": false, "(*jsonWriter).reserve": true, "(*jsonWriter).string": false, "(*jsonWriter).list": false, "validate": false, "appendJSON": false,
	} {
		assert.Equal(t, want, strings.Contains(string(out), "can inline "+name+"\n"), name)
	}
}
