// Package golden_test generates code for the documents of cases/ and compares, compiles and runs it. CONTRIBUTING tells how to add a
// case; "go test ./golden -update" writes what comes out into the cases, to be reviewed like code.
package golden_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/output"
	"github.com/oas2go/oas2go/golden/documents"
)

var (
	update   = flag.Bool("update", false, "write what comes out into the cases")
	unused   = flag.Bool("unused", false, "look for support code that a package does not use, for some minutes")
	testFlag = flag.String("testflag", "", "a flag for the go test that runs the cases, such as -race")
)

// TestCases generates each case, compares and vets what comes out, and runs it.
func TestCases(t *testing.T) {
	m := newModule(t)
	for _, g := range goldens(t) {
		t.Run(g.Name, func(t *testing.T) {
			require.NotEmpty(t, bytes.TrimSpace(g.Archive.Comment), "%s does not say what it shows", g.Path)
			result := g.generate(t)
			if *update {
				g.replaceWants(t, wants(t, result))
			} else {
				g.compareWants(t, wants(t, result))
			}
			if len(result.Files) > 0 {
				checkComments(t, g.Package, result.Files)
			}
			m.add(t, g, result.Files)
		})
	}
	t.Run("compile", m.compile)
	if *unused {
		t.Run("unused", m.unused)
	}
}

// generate runs the generator twice, in two folders: the results must not differ.
func (g *golden) generate(t *testing.T) *generator.Result {
	t.Helper()
	first, second := g.generateOnce(t), g.generateOnce(t)
	assert.Equal(t, findingsText(t, first), findingsText(t, second), "the second run finds something else")
	require.Len(t, second.Files, len(first.Files))
	for i, f := range first.Files {
		assert.Equal(t, f.Name, second.Files[i].Name)
		assert.Equal(t, string(f.Data), string(second.Files[i].Data), "%s is another in the second run", f.Name)
	}
	return first
}

func (g *golden) generateOnce(t *testing.T) *generator.Result {
	t.Helper()
	config := g.config(t)
	result, err := generator.Generate(t.Context(), config)
	if !errors.Is(err, generator.ErrUnusable) {
		require.NoError(t, err)
	}
	checkFindings(t, result.Findings)
	shorten(result.Findings, filepath.Dir(config.Spec))
	return result
}

// checkFindings fails unless each finding has a rule that is documented and a place in the document.
func checkFindings(t *testing.T, findings []diag.Finding) {
	t.Helper()
	for _, f := range findings {
		_, ok := f.Rule.Text()
		assert.True(t, ok, "no text for the rule %q of %q", f.Rule, f.Message)
		lines := strings.Split(f.Pos.File.Text, "\n")
		if assert.True(t, f.Pos.Line > 0 && int(f.Pos.Line) <= len(lines), "%s: no such line", f.Pos) {
			assert.True(t, f.Pos.Column > 0 && int(f.Pos.Column) <= len(lines[f.Pos.Line-1])+1, "%s: no such column", f.Pos)
		}
	}
}

// shorten takes the folder out of the names of files: messages show the path that was given.
func shorten(findings []diag.Finding, dir string) {
	for _, f := range findings {
		for _, pos := range append([]diag.Related{{Pos: f.Pos}}, f.Related...) {
			if file := pos.Pos.File; file != nil {
				file.Name = filepath.ToSlash(strings.TrimPrefix(file.Name, dir+string(filepath.Separator)))
			}
		}
	}
}

// config writes the inputs of the case into a folder.
func (g *golden) config(t *testing.T) generator.Config {
	t.Helper()
	d := g.write(t)
	return generator.Config{Spec: d.Path, Package: d.Package, File: d.Config, ImportPath: modulePath + "/" + d.Package}
}

// wants are the expectations for a result: what depends on the document. The support files are the same everywhere.
func wants(t *testing.T, result *generator.Result) (files []txtar.File) {
	t.Helper()
	files = append(files, txtar.File{Name: wantFindings, Data: []byte(findingsText(t, result))})
	for _, f := range result.Files {
		if !isSupport(f.Name) {
			files = append(files, txtar.File{Name: documents.WantPrefix + f.Name, Data: f.Data})
		}
	}
	return files
}

func isSupport(name string) bool { return strings.HasPrefix(name, "support_") }

func findingsText(t *testing.T, result *generator.Result) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, diag.WriteText(&b, result.Findings))
	return b.String()
}

// TestRegeneration compares generated/ with what the documents of spec/ give now, twice.
func TestRegeneration(t *testing.T) {
	specs, err := filepath.Glob("../spec/*/openapi.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, specs)
	for _, spec := range specs {
		name := filepath.Base(filepath.Dir(spec))
		t.Run(name, func(t *testing.T) {
			c := generator.Config{Spec: spec, Package: name}
			for range 2 {
				result, err := generator.Generate(context.Background(), c)
				require.NoError(t, err)
				compareFolder(t, filepath.Join("../generated", name), result.Files)
				checkComments(t, name, result.Files)
			}
		})
	}
}

// compareFolder fails for each generated file that is missing, different, or too many.
func compareFolder(t *testing.T, dir string, files []output.File) {
	t.Helper()
	made := map[string]bool{}
	for _, f := range files {
		made[f.Name] = true
		data, err := os.ReadFile(filepath.Join(dir, f.Name))
		if err != nil {
			t.Errorf("%s is missing: run make generate", f.Name)
			continue
		}
		assert.Equal(t, string(f.Data), string(data), "%s is stale: run make generate", f.Name)
	}
	present, err := filepath.Glob(filepath.Join(dir, "*"+output.Suffix))
	require.NoError(t, err)
	for _, path := range present {
		assert.True(t, made[filepath.Base(path)], "%s does not come out any more", path)
	}
}
