package main

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/golden/documents"
)

// fakeText is a command that takes the line of oas2go and makes one file, one finding and one explanation.
const fakeText = `#!/bin/sh
for arg; do case $arg in --out=*) out=${arg#--out=} ;; esac; done
case $1 in
help) echo "Usage: oas2go $2 SPEC --out --package --config --lenient --verbose --format" ;;
generate) mkdir "$out"; echo "package api" >"$out/models_gen.go"; echo "$2: warning: odd" >&2 ;;
lint) echo '{"findings": []}'; exit 1 ;;
explain) echo "$3 is a string" ;;
esac
`

// fake writes the fake command with other words in it.
func fake(t *testing.T, replace ...string) *build {
	t.Helper()
	path := filepath.Join(t.TempDir(), "oas2go")
	text := strings.NewReplacer(replace...).Replace(fakeText)
	assert.True(t, len(replace) == 0 || text != fakeText, "nothing was replaced")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o700))
	return &build{"fake", path}
}

const petText = `openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets: {get: {responses: {"200": {description: fine}}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}, example: {not: {a: place}}}
`

// pets returns a folder with one document.
func pets(t *testing.T) []documents.Document {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "pets.yaml"), []byte(petText), 0o600))
	list, err := documents.Folder(dir, math.MaxInt64)
	require.NoError(t, err)
	require.Len(t, list, 1)
	return list
}

func TestDifferences(t *testing.T) {
	list := pets(t)
	for _, c := range []struct {
		name        string
		replace     []string
		differences int
		want        string
	}{
		{"nothing", nil, 0, ""},
		{"a file", []string{"package api", "package other"}, 1, "pets.yaml: generate: models_gen.go\n  @@ -1 +1 @@\n  -package api\n  +package other\n"},
		{"the name of a file", []string{"models_gen.go", "types_gen.go"}, 2, "generate: models_gen.go\n  is missing now\npets.yaml: generate: types_gen.go\n  is new\n"},
		{"a finding of generate", []string{"odd", "even"}, 1, "generate: standard error\n  @@ -1 +1 @@\n  -pets.yaml: warning: odd\n  +pets.yaml: warning: even\n"},
		{"a finding of lint", []string{"[]", "[{}]"}, 2, "lint --lenient: standard output\n"},
		{"an exit code", []string{"exit 1", "exit 2"}, 2, "lint: exit code\n  @@ -1 +1 @@\n  -1\n  +2\n"},
		{"an explanation", []string{"a string", "no string"}, 10, "-#/components/schemas/Pet is a string\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			compared := comparison{dir: t.TempDir(), old: fake(t), tree: fake(t, c.replace...), out: &out, seed: 1}
			var err error
			compared.known, err = inBoth(t.Context(), compared.old, compared.tree)
			require.NoError(t, err)
			total, err := compared.all(t.Context(), list)
			require.NoError(t, err)
			assert.Equal(t, counts{1, 1, 3 + 10, 10, min(1, c.differences), c.differences}, total)
			assert.Equal(t, c.differences == 0, out.Len() == 0)
			assert.Contains(t, out.String(), c.want)
		})
	}
}

// TestLongDifferences keeps what is printed short, and names what is left out.
func TestLongDifferences(t *testing.T) {
	var old, tree []part
	for i := range 9 {
		name := "file" + string(rune('0'+i))
		old = append(old, part{name, strings.Repeat("old\n", 100)})
		tree = append(tree, part{name, strings.Repeat(strings.Repeat("new", 100)+"\n", 100)})
	}
	var out bytes.Buffer
	write(&out, "doc", compare(old, tree))
	assert.Equal(t, 5*(1+shownLines+1)+1, strings.Count(out.String(), "\n"))
	assert.Contains(t, out.String(), "  ... 185 more lines of the diff\n")
	assert.Contains(t, out.String(), "doc: 4 more: file5; file6; file7; file8\n")
	assert.NotContains(t, out.String(), strings.Repeat("new", 90))
}

// TestBuildWithoutAFlag leaves out what one of the builds does not have.
func TestBuildWithoutAFlag(t *testing.T) {
	both, err := inBoth(t.Context(), fake(t, " --lenient", "", "oas2go $2", "oas2go ${2#explain}"), fake(t))
	require.NoError(t, err)
	assert.False(t, both["explain"] || both["lint --lenient"])
	assert.Equal(t, []string{"lint", "a.yaml", "--format=json"}, both.line("lint", "a.yaml", "--lenient", "--format=json"))
	_, err = inBoth(t.Context(), fake(t), fake(t, "SPEC --out", "SPEC"))
	assert.EqualError(t, err, "oas2go of fake has no generate --out")
}

func TestPlaces(t *testing.T) {
	d := pets(t)[0]
	all := places(d, 1)
	assert.Len(t, all, placesOfSmall)
	assert.Contains(t, all, "#/components/schemas/Pet")
	assert.Contains(t, all, "#/paths/~1pets/get")
	assert.Subset(t, []string{
		"#", "#/info", "#/paths", "#/paths/~1pets", "#/paths/~1pets/get", "#/paths/~1pets/get/responses", "#/paths/~1pets/get/responses/200",
		"#/components", "#/components/schemas", "#/components/schemas/Pet", "#/components/schemas/Pet/properties",
		"#/components/schemas/Pet/properties/name",
	}, all)
	assert.Equal(t, all, places(d, 1))
	assert.NotEqual(t, all, places(d, 2))
	d.Size = large + 1
	assert.Len(t, places(d, 1), placesOfLarge)
	d.Path = "nowhere"
	assert.Empty(t, places(d, 1))
}

// TestBuildCommit builds what a commit has, not what stands in the folder.
func TestBuildCommit(t *testing.T) {
	root, dir := t.TempDir(), t.TempDir()
	put := func(name, text string) {
		path := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	put("go.mod", "module old.test\n\ngo 1.26\n")
	put("cmd/oas2go/main.go", "package main\n\nfunc main() { println() }\n")
	for _, args := range [][]string{
		{"init", "--quiet"}, {"add", "."},
		{"-c", "user.name=a", "-c", "user.email=a@b.test", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "one"},
	} {
		_, err := output(t.Context(), root, "git", args...)
		require.NoError(t, err)
	}
	put("cmd/oas2go/main.go", "this is no Go")
	b, err := buildCommit(t.Context(), root, dir, "HEAD")
	require.NoError(t, err)
	_, err = output(t.Context(), "", b.path)
	require.NoError(t, err)
	_, err = newBuild(t.Context(), root, filepath.Join(dir, "tree"), "the working tree")
	assert.ErrorContains(t, err, "the working tree: go build")
	_, err = buildCommit(t.Context(), root, dir, "nothing")
	assert.EqualError(t, err, root+" has no commit nothing")
}
