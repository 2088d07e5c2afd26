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

// TestMinimalSets compiles each declaration together with those that it needs and nothing else: one that the closure misses is an
// undefined name. One that it takes too many is found by "make golden UNUSED=1".
func TestMinimalSets(t *testing.T) {
	s, err := ReadSupport(templates.Support())
	require.NoError(t, err)
	fset := token.NewFileSet()
	imports := importer.ForCompiler(fset, "gc", exportData(t))
	seen := map[string]bool{}
	for _, f := range s.files {
		for _, d := range f.declarations {
			from := newUses()
			from.add(s.symbols.scan(f.declarations[0].source.syntax, d.syntax(), nil))
			for _, name := range d.names {
				from.names[name] = true
			}
			if d.method.name != "" {
				from.names[d.method.receiver], from.selected[d.method] = true, true
			}
			text := joined(t, s, s.closure(s.symbols, from, nil))
			if seen[string(text)] {
				continue // another declaration needs the same
			}
			seen[string(text)] = true
			syntax, err := parser.ParseFile(fset, f.base+".go", text, 0)
			require.NoError(t, err)
			config := types.Config{Importer: imports, Error: func(err error) { t.Errorf("%s of %s alone: %v", d.title(), f.base, err) }}
			_, err = config.Check("fitted", fset, []*ast.File{syntax}, nil)
			assert.NoError(t, err)
		}
	}
}

// joined returns one file with declarations.
func joined(t *testing.T, s *Support, needed map[*declaration]*uses) []byte {
	t.Helper()
	var parts []*supportFile
	for _, f := range s.files {
		if f = f.only(needed); len(f.declarations) > 0 {
			parts = append(parts, f)
		}
	}
	data, err := join(parts, naming{of: "fitted"}, header)
	require.NoError(t, err)
	return data
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
