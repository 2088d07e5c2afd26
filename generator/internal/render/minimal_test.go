package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/templates"
)

// TestMinimalSets compiles each support file together with the files that it needs and nothing else: a file that the closure
// misses is an undefined name.
func TestMinimalSets(t *testing.T) {
	s, err := ReadSupport(templates.Support())
	require.NoError(t, err)
	fset := token.NewFileSet()
	imports := importer.ForCompiler(fset, "gc", exportData(t))
	for _, f := range s.files {
		set := s.closure([]*uses{{idents: set(f.declares), selectors: map[string]bool{}}, f.uses}, nil)
		var syntax []*ast.File
		own := false
		for _, needed := range set {
			own = own || needed == f
			file, err := parser.ParseFile(fset, needed.base+".go", one(t, needed), 0)
			require.NoError(t, err)
			syntax = append(syntax, file)
		}
		if !own { // only methods, which nothing here calls
			file, err := parser.ParseFile(fset, f.base+".go", one(t, f), 0)
			require.NoError(t, err)
			syntax = append(syntax, file)
		}
		config := types.Config{Importer: imports, Error: func(err error) { t.Errorf("%s alone: %v", f.base, err) }}
		_, err := config.Check("fitted", fset, syntax, nil)
		assert.NoError(t, err)
	}
}

// one returns a support file by itself.
func one(t *testing.T, f *supportFile) []byte {
	data, err := join([]*supportFile{f}, "fitted", header)
	require.NoError(t, err)
	return data
}

func set(names []string) map[string]bool {
	m := map[string]bool{}
	for _, name := range names {
		m[name] = true
	}
	return m
}

// exportData returns where the compiled packages are that support code imports.
func exportData(t *testing.T) importer.Lookup {
	t.Helper()
	cmd := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Export", "github.com/oas2go/oas2go/templates/support")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	files := map[string]string{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct{ ImportPath, Export string }
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		files[p.ImportPath] = p.Export
	}
	return func(path string) (io.ReadCloser, error) { return os.Open(files[path]) }
}

// BenchmarkReadSupport is the cost of support code for a run: nothing is kept between runs.
func BenchmarkReadSupport(b *testing.B) {
	for b.Loop() {
		s, err := ReadSupport(templates.Support())
		if err != nil {
			b.Fatal(err)
		}
		s.Reserved()
	}
}
