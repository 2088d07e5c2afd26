package generator_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/oas2go/oas2go/"

// stages are the packages of the generator in the order of the way through it, each with what it imports of this module. A stage knows
// only earlier ones, and of those only what it works on.
var stages = []struct {
	name    string
	imports string
}{
	{"diag", ""},
	{"decide", ""}, // public, for judges outside of the generator
	{"source", "diag"},
	{"source/revision", "diag"},
	{"overlay", "diag source"},
	{"ident", ""},
	{"api", "diag"},
	{"routing", "api"},
	{"parse/report", "diag api"},
	{"parse/tree", "diag source api parse/report"},
	{"parse/locate", "diag source api parse/tree"},
	{"parse/swagger", "diag source api parse/report parse/tree parse/locate"},
	{"parse/whole", "diag decide api parse/report"},
	{"parse/check", "diag source api parse/report parse/whole"},
	{"parse", "diag source api parse/report parse/tree parse/locate parse/swagger parse/check"},
	{"bundle", "diag source api parse"},
	{"analysis/pattern", ""},
	{"analysis", "diag api analysis/pattern"},
	{"hierarchy", "diag api analysis"},
	{"directions", "diag api analysis hierarchy"},
	{"gomodel", "diag"},
	{"plan/words", "ident api gomodel"},
	{"plan/names", "diag ident"},
	{"plan/media", "api"},
	{"plan/classes", "diag api analysis/pattern analysis directions gomodel"},
	{"plan/shapes", "diag ident api analysis directions gomodel plan/words plan/media plan/classes"},
	{"plan/values", "api analysis gomodel plan/classes plan/shapes"},
	{"plan/xmltags", "api analysis directions gomodel plan/shapes"},
	{"plan/functions", "ident api"},
	{"plan/operations", "diag ident api analysis directions gomodel plan/words plan/names plan/functions plan/media plan/classes plan/shapes plan/xmltags"},
	{"plan/rules", "diag ident api analysis gomodel plan/media plan/classes plan/shapes plan/operations"},
	{"plan/naming", "diag ident api analysis directions gomodel plan/names plan/shapes plan/values plan/operations plan/rules"},
	{"plan/declarations", "diag ident api analysis directions gomodel plan/words plan/classes plan/shapes plan/values plan/xmltags plan/operations plan/rules plan/naming"},
	{"plan/client", "diag ident api analysis gomodel plan/words plan/media plan/shapes plan/values plan/operations plan/naming plan/declarations"},
	{"plan/server", "diag gomodel analysis api routing plan/declarations plan/media plan/naming plan/operations plan/shapes plan/words"},
	{"plan", "diag ident api analysis hierarchy directions gomodel plan/words plan/classes plan/shapes plan/values plan/xmltags plan/operations plan/rules plan/naming plan/declarations plan/client plan/server"},
	{"explain", "diag api analysis directions gomodel plan/words plan/media plan/classes plan/shapes plan/operations plan/naming plan/declarations plan"},
	{"emit/golang", "gomodel"},
	{"emit/values", "gomodel emit/golang"},
	{"emit/composite", "gomodel emit/golang emit/values"},
	{"emit/types", "gomodel emit/golang emit/values"},
	{"emit/tables", "gomodel emit/golang"},
	{"emit/client", "gomodel emit/golang emit/values"},
	{"emit/server", "gomodel emit/golang emit/values emit/composite emit/client"},
	{"emit/tests", "gomodel emit/golang emit/composite"},
	{"emit/reference", "gomodel emit/golang"},
	{"emit", "gomodel emit/golang emit/values emit/composite emit/types emit/tables emit/client emit/server emit/tests"},
	{"render", ""},
	{"output", ""},
	{"remote", ""},
	{"setup", "diag source output"},
	{"diff/change", "diag"},
	{"diff/report", "diff/change"},
	{"diff/rules", "ident diff/change"},
	{"diff/policy", "diag diff/change diff/rules"},
	{"diff/texts", "api"},
	{"diff/lists", "api"},
	{"diff/subjects", "diag api"},
	{"diff/effective", "diag api analysis diff/change diff/texts"},
	{"diff/messages", "api analysis diff/change diff/effective diff/texts"},
	{"diff/edits", "diag diff/change diff/effective diff/messages"},
	{"diff/operations", "diag api analysis diff/change diff/edits diff/effective diff/messages diff/texts"},
	{"diff/decided", "api decide"},
	{"diff/verify/wire", "api"},
	{"diff/verify", "diag source api analysis/pattern diff/change diff/verify/wire diff/decided decide"},
	{"diff/language", "analysis/pattern"},
	{"diff/classes", "api"},
	{"diff/judge", "api analysis/pattern diff/language diff/classes"},
	{"diff/sets", "api diff/decided diff/language diff/classes diff/judge"},
	{"diff/ways", ""},
	{"diff/loose", "api"},
	{"examples", "source api diff/change diff/decided diff/verify diff/verify/wire diff/sets"},
	{"diff/schemas", "diag api analysis/pattern analysis diff/change diff/decided diff/texts diff/lists diff/sets diff/ways diff/loose"},
	{"diff/annotations", "api diff/change diff/texts diff/lists diff/sets diff/schemas"},
	{"diff/jsonvalue", "api"},
	{"diff/gocall", "api gomodel diff/jsonvalue"},
	{"diff/codec", "api analysis/pattern gomodel diff/jsonvalue diff/gocall"},
	{"diff/gorun", "diff/gocall"},
	{"diff/surface", "diag gomodel diff/change"},
	{"diff", "diag source api directions gomodel diff/change diff/edits diff/rules diff/subjects diff/effective diff/messages diff/operations diff/decided diff/verify diff/sets diff/schemas diff/annotations diff/jsonvalue diff/gocall diff/codec diff/gorun diff/surface"},
	{"diff/proof/tree", "diag source api parse"},
	{"diff/proof/rewrite", "source diff/proof/tree"},
	{"diff/proof", ""},
	{"mock", "diag api routing diff/change diff/messages diff/verify diff/verify/wire examples"},
	{"diff/view", "diag diff/change diff/report"},
	{"diff/view/text", "diag diff/change diff/report diff/view"},
	{"diff/view/markdown", "diag diff/change diff/report diff/view"},
	{"diff/view/html", "diag diff/change diff/report diff/view"},
	{"diff/view/machine", "diag diff/change diff/report diff/view"},
	{"generator", "diag source source/revision overlay api parse bundle gomodel plan explain emit emit/reference render output remote setup examples mock diff/change diff/report diff/rules diff/policy diff/gorun diff diff/view/text diff/view/markdown diff/view/html diff/view/machine templates"},
}

// What a package below generator/internal may have of everything, so that a stranger can understand it as a whole. Fields and methods
// count where the most has to be kept apart.
const (
	maxLines   = 3500 // of Go that is no test
	maxFields  = 12   // of a struct
	maxMethods = 60   // of a type
)

// A goPackage is what go list says about a package.
type goPackage struct {
	ImportPath, Dir string
	Imports         []string
	GoFiles         []string
}

// listPackages returns the packages of this module that match patterns.
func listPackages(t *testing.T, patterns ...string) (list []goPackage) {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,Imports,GoFiles"}, patterns...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return list
		}
		require.NoError(t, err)
		list = append(list, p)
	}
}

// short returns the name of a package of this module in the table, "" for others.
func short(path string) string {
	name, ok := strings.CutPrefix(path, module)
	if !ok {
		return ""
	}
	return strings.TrimPrefix(strings.TrimPrefix(name, "generator/"), "internal/")
}

func TestImportsGoOneWay(t *testing.T) {
	allowed, order := map[string][]string{}, map[string]int{"templates": -1}
	for i, s := range stages {
		allowed[s.name] = strings.Fields(s.imports)
		order[s.name] = i
		for _, name := range allowed[s.name] {
			at, ok := order[name]
			assert.True(t, ok && at < i, "the table lets %s import %s, which is no earlier stage", s.name, name)
		}
	}
	for _, p := range listPackages(t, module+"generator/...") {
		name := short(p.ImportPath)
		_, known := order[name]
		assert.True(t, known, "package %s is not in the list of stages", name)
		var imports []string
		for _, path := range p.Imports {
			if target := short(path); target != "" {
				imports = append(imports, target)
			}
		}
		assert.ElementsMatch(t, allowed[name], imports, "what %s imports", name)
		delete(order, name)
	}
	delete(order, "templates")
	assert.Empty(t, order, "stages without a package")
}

func TestPackagesAreSmall(t *testing.T) {
	for _, p := range listPackages(t, module+"generator/internal/...") {
		name := short(p.ImportPath)
		top, _, _ := strings.Cut(name, "/")
		inTypes := slices.Contains([]string{"parse", "analysis", "hierarchy", "directions", "plan", "explain"}, top)
		assert.Empty(t, sizeProblems(t, p, inTypes), name)
	}
}

// sizeProblems says what is too large in a package; inTypes counts fields and methods too.
func sizeProblems(t *testing.T, p goPackage, inTypes bool) (problems []string) {
	lines, methods := 0, map[string]int{}
	fset := token.NewFileSet()
	for _, name := range p.GoFiles {
		file, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		lines += fset.File(file.Pos()).LineCount() - 1 // what follows the last line is none
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.StructType:
				if inTypes && n.Fields.NumFields() > maxFields {
					problems = append(problems, fmt.Sprintf("%s: the struct has %d fields", fset.Position(n.Pos()), n.Fields.NumFields()))
				}
			case *ast.FuncDecl:
				if inTypes && n.Recv != nil {
					methods[receiver(n.Recv.List[0].Type)]++
				}
			}
			return true
		})
	}
	if lines > maxLines {
		problems = append(problems, fmt.Sprintf("the package has %d lines", lines))
	}
	for name, n := range methods {
		if n > maxMethods {
			problems = append(problems, fmt.Sprintf("%s has %d methods", name, n))
		}
	}
	return problems
}

// receiver returns the name of the type in the receiver of a method.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	}
	return types.ExprString(e)
}

func TestCommandOnlyCalls(t *testing.T) {
	allowed := []string{"generator", "output", "diag"}
	for _, p := range listPackages(t, module+"cmd/...") {
		for _, path := range p.Imports {
			target := short(path)
			inModule := target == "" || slices.Contains(allowed, target)
			library := !strings.Contains(strings.Split(path, "/")[0], ".") || target != "" || strings.HasPrefix(path, "github.com/spf13/") || strings.HasPrefix(path, "golang.org/x/")
			assert.True(t, inModule && library, "%s imports %s", p.ImportPath, path)
		}
	}
}

// TestTemplatesKnowNoGenerator keeps support code, which is copied into other modules, free of this one.
func TestTemplatesKnowNoGenerator(t *testing.T) {
	for _, p := range listPackages(t, module+"templates/...") {
		for _, path := range p.Imports {
			assert.Empty(t, short(path), "%s imports %s", p.ImportPath, path)
		}
	}
}
