package api_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
)

func TestKeep(t *testing.T) {
	operation := func(id string, tags ...string) *api.Operation { return &api.Operation{OperationID: id, Tags: tags} }
	paths := func() []api.Named[api.Use[api.PathItem]] {
		item := func(name string, list ...*api.Operation) api.Named[api.Use[api.PathItem]] {
			return api.Named[api.Use[api.PathItem]]{Name: name, Value: api.Use[api.PathItem]{Value: &api.PathItem{Operations: list}}}
		}
		return []api.Named[api.Use[api.PathItem]]{
			item("/pets", operation("listPets", "pets"), operation("addPet", "pets", "admin")), item("/admin/users", operation("", "admin")), {Name: "/dangling"},
		}
	}
	for _, c := range []struct {
		include, exclude string
		want             string
	}{
		{"", "", "/pets listPets addPet, /admin/users , /dangling, petSold petSold"},
		{"tags pets", "", "/pets listPets addPet, /dangling, petSold petSold"},
		{"tags pets", "tags admin", "/pets listPets, /dangling, petSold petSold"},
		{"operations *Pet", "", "/pets addPet, /dangling"},
		{"operations *", "", "/pets listPets addPet, /dangling, petSold petSold"},
		{"paths /admin/*", "", "/admin/users , /dangling"},
		{"paths /*s", "paths /pets", "/admin/users , /dangling"},
		{"", "paths *", "/dangling"},
		{"", "operations petSold", "/pets listPets addPet, /admin/users , /dangling"},
		{"paths petSold", "", "/dangling, petSold petSold"},
	} {
		criteria := func(text string) []*api.Criterion {
			kind, pattern, ok := strings.Cut(text, " ")
			if !ok {
				return nil
			}
			return []*api.Criterion{{Kind: api.CriterionKind(kind), Text: pattern}}
		}
		d := api.Document{Paths: paths(), Webhooks: []api.Named[api.Use[api.PathItem]]{
			{Name: "petSold", Value: api.Use[api.PathItem]{Value: &api.PathItem{Operations: []*api.Operation{operation("petSold", "pets")}}}},
		}}
		f := api.Filter{Include: criteria(c.include), Exclude: criteria(c.exclude)}
		had, left := d.Keep(f)
		var got []string
		operations := 0
		for _, entry := range slices.Concat(d.Paths, d.Webhooks) {
			line := entry.Name
			if entry.Value.Value != nil {
				operations += len(entry.Value.Value.Operations)
				for _, op := range entry.Value.Value.Operations {
					line += " " + op.OperationID
				}
			}
			got = append(got, line)
		}
		assert.Equal(t, c.want, strings.Join(got, ", "), "%+v", c)
		if c.include+c.exclude != "" {
			assert.Equal(t, 4, had, "%+v", c)
			assert.Equal(t, operations, left, "%+v", c)
		}
		for _, criterion := range append(f.Include, f.Exclude...) {
			assert.True(t, criterion.Used)
		}
	}
	f := api.Filter{Include: []*api.Criterion{{Kind: api.ByTag, Text: "pest"}}}
	(&api.Document{Paths: paths()}).Keep(f)
	assert.False(t, f.Include[0].Used)
	d := &api.Document{Paths: paths()}
	assert.Equal(t, []string{"pets", "pets", "admin", "admin"}, d.Words(api.ByTag))
	assert.Equal(t, []string{"listPets", "addPet"}, d.Words(api.ByOperation))
	assert.Equal(t, []string{"/pets", "/admin/users"}, d.Words(api.ByPath))
}
