package support

import (
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"
)

// A familyRow is a row of the tables of README.md.
type familyRow struct {
	files []string // check_limit_float
	uses  []string // other families, sorted
}

// familyRows reads the tables. A file stands there without the name of its family: _float.
func familyRows(t *testing.T) map[string]familyRow {
	t.Helper()
	data, err := os.ReadFile("README.md")
	require.NoError(t, err)
	rows := map[string]familyRow{}
	quoted := regexp.MustCompile("`([a-z0-9_]+)`")
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSpace(line), " | ")
		if !strings.HasPrefix(line, "| `") {
			continue
		}
		require.Len(t, cells, 5, line)
		names := quoted.FindStringSubmatch(cells[0])
		require.NotNil(t, names, line)
		family, row := names[1], familyRow{}
		for _, match := range quoted.FindAllStringSubmatch(cells[2], -1) {
			if match[1] == family {
				row.files = append(row.files, family)
			} else {
				row.files = append(row.files, family+match[1])
			}
		}
		for _, match := range quoted.FindAllStringSubmatch(cells[4], -1) {
			row.uses = append(row.uses, match[1])
		}
		require.NotContains(t, rows, family, "two rows")
		rows[family] = row
	}
	return rows
}

// family returns the first two words of the name of a file.
func family(base string) string {
	words := strings.SplitN(base, "_", 3)
	return strings.Join(words[:min(2, len(words))], "_")
}

// TestFamilies keeps README.md true: each file that is copied stands in the row of its family, and a family uses those of its row and no
// others.
func TestFamilies(t *testing.T) {
	files, uses := map[string][]string{}, familyUses(t)
	names, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range names {
		if base := strings.TrimSuffix(name, ".go"); !strings.HasSuffix(base, "_test") && base != "doc" {
			assert.Contains(t, base, "_", "a file has two words at least: that of the generated file, and that of its family")
			files[family(base)] = append(files[family(base)], base)
		}
	}
	rows := familyRows(t)
	assert.ElementsMatch(t, slices.Collect(maps.Keys(files)), slices.Collect(maps.Keys(rows)), "families, and rows of README.md")
	for name, row := range rows {
		assert.ElementsMatch(t, files[name], row.files, "files of %s, and those of its row", name)
		assert.Equal(t, uses[name], row.uses, "what %s uses, and what its row says", name)
	}
}

// familyUses returns which other families each family uses names, fields or methods of.
func familyUses(t *testing.T) map[string][]string {
	t.Helper()
	list, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedTypes |
		packages.NeedSyntax | packages.NeedTypesInfo}, ".")
	require.NoError(t, err)
	require.Len(t, list, 1)
	require.Empty(t, list[0].Errors)
	familyAt := func(pos token.Pos) string {
		return family(strings.TrimSuffix(filepath.Base(list[0].Fset.Position(pos).Filename), ".go"))
	}
	uses := map[string][]string{}
	for id, object := range list[0].TypesInfo.Uses {
		if object.Pkg() != list[0].Types {
			continue
		}
		if by, of := familyAt(id.Pos()), familyAt(object.Pos()); by != of && !slices.Contains(uses[by], of) {
			uses[by] = append(uses[by], of)
		}
	}
	for _, list := range uses {
		slices.Sort(list)
	}
	return uses
}
