package generator

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestSelectDiff: what the arguments of a comparison mean.
func TestSelectDiff(t *testing.T) {
	inProject(t, map[string]string{"oas2go.yaml": `apis:
  orders: {document: orders.yaml, out: orders}
  users: {document: users.yaml, out: users}
`, "orders.yaml": "", "users.yaml": "", "main/x": "", "file": "", "old/oas2go.yaml": "prune: true"})
	documents := func(old, document, api string) *DiffSelection {
		a := API{Name: api, Document: document}
		if api != "" {
			a.Out, a.Package, a.file = api, api, "oas2go.yaml"
		}
		return &DiffSelection{Documents: true, Old: old, APIs: []API{a}}
	}
	p, err := ReadProject("oas2go.yaml")
	assert.NoError(t, err)
	for _, c := range []struct {
		args []string
		file string
		want *DiffSelection
	}{
		{nil, "", &DiffSelection{APIs: p.APIs, All: true}},
		{[]string{"main"}, "", &DiffSelection{Revision: "main", APIs: p.APIs, All: true}}, // a folder is no document
		{[]string{"users"}, "oas2go.yaml", &DiffSelection{APIs: p.APIs[1:]}},
		{[]string{"v1...", "orders"}, "", &DiffSelection{Revision: "v1...", APIs: p.APIs[:1]}},
		{[]string{"file"}, "", documents("", "file", "")},
		{[]string{"orders.yaml"}, "", documents("", "orders.yaml", "")},
		{[]string{"orders.yaml"}, "oas2go.yaml", documents("", "orders.yaml", "orders")},
		{[]string{"main:orders.yaml", "orders.yaml"}, "oas2go.yaml", documents("main:orders.yaml", "orders.yaml", "orders")},
		{[]string{"-", "missing.yaml"}, "old/oas2go.yaml", documents("-", "missing.yaml", "")},
	} {
		got, err := SelectDiff(c.args, c.file)
		assert.NoError(t, err, c.args)
		assert.Equal(t, c.want, got, c.args)
	}
	for _, c := range []struct{ arg, file, want string }{
		{"v1", "old/oas2go.yaml", "there is no file v1, and old/oas2go.yaml lists no APIs"},
		{"v1", "missing.yaml", "missing.yaml: there is no such file"},
	} {
		_, err := SelectDiff([]string{c.arg}, c.file)
		assert.EqualError(t, err, c.want)
	}
	_, err = SelectDiff([]string{"v1", "user"}, "")
	assert.EqualError(t, err, `oas2go.yaml has no API "user"; did you mean "users"?`)
	t.Chdir(t.TempDir())
	got, err := SelectDiff([]string{"v1"}, "")
	assert.NoError(t, err)
	assert.Equal(t, documents("", "v1", ""), got)
}
