package generator

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inProject changes to a folder with files, and returns it.
func inProject(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	t.Chdir(dir)
	return dir
}

// TestInherited: an API has the keys beside apis, and its own value of those that it has itself.
func TestInherited(t *testing.T) {
	inProject(t, map[string]string{"config/oas2go.yaml": `
formats: annotate
extra: keep
generate: [tests]
lenient: true
allow-refs: [.]
exclude: {tags: [internal]}
rules: {scalar: off, renamed: error}
apis:
  plain: {document: ../a.yaml, out: ../plain}
  other:
    document: ../b.yaml
    out: ../other
    package: words
    extra: ignore
    generate: [server]
    lenient: false
    allow-refs: []
    exclude: {}
    rules: {}
`, "a.yaml": shop, "b.yaml": shop})
	p, err := ReadProject("config/oas2go.yaml")
	require.NoError(t, err)
	require.Len(t, p.APIs, 2)
	read := func(a API, c Config) Config {
		c = a.Apply(c)
		require.NoError(t, c.check())
		return c
	}
	plain := read(p.APIs[0], Config{})
	assert.Equal(t, []any{"a.yaml", "plain", "plain"}, []any{plain.Spec, plain.Package, p.APIs[0].Out})
	assert.True(t, plain.Annotate && plain.KeepExtra && plain.Lenient)
	assert.Equal(t, []Part{PartTests}, plain.Parts)
	assert.Equal(t, []string{"config"}, plain.AllowRefs)
	assert.Len(t, plain.Policy.Rules, 2)
	require.Len(t, plain.Filter.Exclude, 1)
	assert.True(t, plain.Filter.Exclude[0].Shared)

	other := read(p.APIs[1], Config{})
	assert.Equal(t, []any{"b.yaml", "words", "other"}, []any{other.Spec, other.Package, p.APIs[1].Out})
	assert.True(t, other.Annotate)
	assert.False(t, other.KeepExtra || other.Lenient)
	assert.Equal(t, []Part{PartServer}, other.Parts)
	assert.Empty(t, other.AllowRefs)
	assert.Empty(t, other.Policy.Rules)
	assert.Empty(t, other.Filter.Exclude)

	flags := read(p.APIs[1], Config{Package: "flag", Lenient: true, Parts: []Part{PartDocs}})
	assert.Equal(t, "flag", flags.Package)
	assert.True(t, flags.Lenient)
	assert.Equal(t, []Part{PartDocs, PartServer}, flags.Parts)

	above := Config{Spec: "a.yaml", Package: "p", File: "config/oas2go.yaml"}
	require.NoError(t, above.check())
	assert.True(t, above.KeepExtra)
	unknown := Config{Spec: "a.yaml", Package: "p", File: "config/oas2go.yaml", API: "othr"}
	assert.EqualError(t, unknown.check(), `config/oas2go.yaml has no API "othr"; did you mean "other"?`)
}

// TestConflicts: two APIs cannot have one name or one folder, and all errors come at once.
func TestConflicts(t *testing.T) {
	inProject(t, map[string]string{"oas2go.yaml": `apis:
- {document: a.yaml, out: gen/shop}
- {document: b.yaml, out: ./gen/../gen/shop, name: other}
- {document: b.yaml, out: link, package: c}
- {document: b.yaml, out: real, package: c}
- {document: b.yaml, out: my-shop}
`, "real/x": ""})
	require.NoError(t, os.Symlink("real", "link"))
	_, err := ReadProject("oas2go.yaml")
	assert.EqualError(t, err, `the configuration cannot be used:
oas2go.yaml:3:27: error: the APIs "shop" and "other" have the same folder ./gen/../gen/shop [value]
	hint: each package needs a folder of its own
oas2go.yaml:5:3: error: there are two APIs with the name "c" [value]
	hint: give one of them another name
oas2go.yaml:5:27: error: the APIs "c" and "c" have the same folder real [value]
	hint: each package needs a folder of its own
oas2go.yaml:6:3: error: package name "my-shop" is no Go identifier: letters and digits, a letter first [value]
	hint: that is the name of the folder: choose another with package`)
}

// TestFindConfig: the search ends at the root of the repository, without one at go.mod, without both at once.
func TestFindConfig(t *testing.T) {
	inProject(t, map[string]string{
		"oas2go.yaml": "", "x": "",
		"repo/.git/HEAD": "", "repo/module/go.mod": "", "repo/module/a/b/x": "",
		"modules/go.mod": "", "modules/a/x": "", "modules/oas2go.yaml": "",
		"nested/.git": "", "nested/oas2go.yaml": "", "nested/module/go.mod": "", "nested/module/a/oas2go.yaml/x": "",
	})
	for dir, want := range map[string]string{
		".": "oas2go.yaml", "repo/module/a/b": "", "repo": "", "modules/a": "modules/oas2go.yaml",
		"nested": "nested/oas2go.yaml", "nested/module/a": "nested/oas2go.yaml",
	} {
		got, err := FindConfig(dir)
		require.NoError(t, err)
		assert.Equal(t, filepath.FromSlash(want), got, dir)
	}
	t.Chdir("nested/module/a")
	got, err := FindConfig(".")
	require.NoError(t, err)
	assert.Equal(t, filepath.FromSlash("../../oas2go.yaml"), got)
}

// TestSelect: what the argument of a command means.
func TestSelect(t *testing.T) {
	inProject(t, map[string]string{"oas2go.yaml": `apis:
  orders: {document: orders.yaml, out: orders}
  users: {document: users.yaml, out: users}
  admin: {document: users.yaml, out: admin}
  api: {document: orders.json, out: api}
`, "orders.yaml": "", "users.yaml": "", "orders/x.go": "", "api": "", "plain": "", "old/x.yaml": "", "old/oas2go.yaml": "prune: true"})
	for _, c := range []struct{ argument, file, want string }{
		{"", "", "orders users admin api"},
		{"", "oas2go.yaml", "orders users admin api"},
		{"orders", "", "orders"}, // a folder is no document
		{"users", "oas2go.yaml", "users"},
		{"orders.yaml", "", "-"},
		{"./orders.yaml", "oas2go.yaml", "orders"},
		{"plain", "", "-"}, {"plain", "oas2go.yaml", "-"}, {"missing.yaml", "", "-"}, {"main:x", "oas2go.yaml", "-"},
		{"users.yaml", "oas2go.yaml", "users.yaml is the document of several APIs of oas2go.yaml: name one of users, admin"},
		{"api", "", "api is a file, and an API of oas2go.yaml: write ./api for the file"},
		{"order", "", `there is no file order, and oas2go.yaml has no API "order"; did you mean "orders"?`},
		{"shipping", "", `there is no file shipping, and oas2go.yaml has no API "shipping"; it has orders, users, admin, api`},
		{"", "old/oas2go.yaml", "old/oas2go.yaml lists no APIs: add apis, or name a document"},
		{"name", "old/oas2go.yaml", "-"},
	} {
		list, err := Select(c.argument, c.file)
		got := ""
		for _, a := range list {
			if got != "" {
				got += " "
			}
			if got += a.Name; a.Name == "" {
				got = "-"
				assert.Equal(t, c.argument, a.Document)
			}
		}
		if err != nil {
			got = err.Error()
			assert.IsType(t, &UsageError{}, err)
		}
		assert.Equal(t, c.want, got, "%+v", c)
	}
	t.Chdir(t.TempDir())
	_, err := Select("", "")
	assert.ErrorIs(t, err, ErrNoAPIs)
}
