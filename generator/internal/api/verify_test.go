package api_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// sound is a small document with an external schema.
func sound() *api.Document {
	mark := func(s *api.Schema, id api.SchemaID, place string, keywords ...api.Keyword) *api.Schema {
		s.ID, s.Pos = id, at(place)
		for _, k := range keywords {
			s.Marks = append(s.Marks, api.Mark{Keyword: k})
		}
		return s
	}
	word := mark(text(), 1, "/components/schemas/Tree/properties/word", api.KwType)
	root := mark(record("Tree", entry("word", word)), 0, "/components/schemas/Tree", api.KwType, api.KwProperties)
	outside := mark(&api.Schema{Marks: []api.Mark{{Keyword: api.KwNullable, Fate: api.NoEffect}}}, 2, "/x-models/A")
	ref := mark(to(outside), 3, "/paths/a/schema", api.KwRef)
	d := &api.Document{Schemas: []*api.Schema{root, word, outside, ref}}
	d.Components.Schemas = []api.Named[*api.Schema]{entry("Tree", root)}
	d.External.Schemas = []api.Named[*api.Schema]{entry("openapi.yaml#/x-models/A", outside)}
	d.Paths = pathItem(api.PathItem{Parameters: []api.Use[api.Parameter]{inPlace(api.Parameter{Schema: ref})}})
	return d
}

func TestVerify(t *testing.T) {
	assert.Empty(t, api.Verify(sound()))
	for want, breakIt := range map[string]func(*api.Document){
		"nothing owns it":        func(d *api.Document) { d.External.Schemas = nil },
		"has two owners":         func(d *api.Document) { d.Components.Schemas = append(d.Components.Schemas, d.External.Schemas...) },
		"is not at its ID":       func(d *api.Document) { d.Schemas[1].ID = 7 },
		"leads out of Schemas":   func(d *api.Document) { d.Schemas[3].Ref.Target = &api.Schema{ID: 1} },
		"keeps nullable":         func(d *api.Document) { d.Schemas[2].Marks[0].Fate = api.Kept },
		"without a mark":         func(d *api.Document) { d.Schemas[0].Marks = d.Schemas[0].Marks[:1] },
		"has no position":        func(d *api.Document) { d.Schemas[2].Pos.Line = 0 },
		"has a property twice":   func(d *api.Document) { d.Schemas[0].Object.Properties = make([]api.Named[*api.Schema], 2) },
		"lost type":              func(d *api.Document) { d.Schemas[1].Types = nil },
		"boolean with keywords":  func(d *api.Document) { d.Schemas[1].Form = api.FormFalse },
		"mapping without target": func(d *api.Document) { d.Schemas[1].OpenAPI = mapped("A", nil).OpenAPI },
	} {
		d := sound()
		breakIt(d)
		assert.Contains(t, strings.Join(api.Verify(d), "\n"), want)
	}
}
