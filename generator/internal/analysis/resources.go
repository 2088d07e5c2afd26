package analysis

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Binding is a $dynamicAnchor of a resource.
type Binding struct {
	Anchor string
	Schema *api.Schema
}

// resources says to which schema resource (Core 4.3.5) each schema belongs, by the schema with its $id; nil is the document, and
// a schema that nothing else knows is another file.
type resources struct {
	of      api.Table[membership]
	anchors map[*api.Schema][]Binding
}

// A membership is the resource that a schema belongs to, once that is known.
type membership struct {
	resource *api.Schema
	known    bool
}

// findResources finds the resource of each schema: of those of the document, then of what was made of them, which are in those of their
// origins.
func findResources(d *api.Document, schemas []*api.Schema, origin func(*api.Schema) *api.Schema) resources {
	r := resources{of: api.NewTable[membership](schemas), anchors: map[*api.Schema][]Binding{}}
	files := map[*diag.File]*api.Schema{}
	for root := range d.Roots() {
		file := root.Pos.File
		if root.Pos.Elsewhere() && files[file] == nil {
			files[file] = &api.Schema{Pos: diag.Pos{File: file}}
		}
		r.walk(root, files[file])
	}
	for _, s := range schemas[len(d.Schemas):] {
		if !r.of.At(s).known {
			r.walk(s, r.resource(origin(s)))
		}
	}
	return r
}

func (r *resources) walk(s, resource *api.Schema) {
	at := r.of.At(s)
	if at.known {
		return // shared by several forms of a schema
	}
	if s.Core != nil && s.Core.ID != "" {
		resource = s
	}
	*at = membership{resource, true}
	if s.Core != nil && s.Core.DynamicAnchor != "" {
		r.anchors[resource] = append(r.anchors[resource], Binding{s.Core.DynamicAnchor, s})
	}
	for c := range s.Children() {
		r.walk(c.Schema, resource)
	}
}

func (r *resources) resource(s *api.Schema) *api.Schema { return r.of.Get(s).resource }

// Anchors returns the $dynamicAnchors of the resource of s.
func (a *Analysis) Anchors(s *api.Schema) []Binding {
	return a.resources.anchors[a.resources.resource(s)]
}

// plain reports whether a reference from one schema to another leaves the meaning of $dynamicRef alone: no other resource with
// anchors is entered. Where one is, a rule keeps the scope.
func (r *resources) plain(from, to *api.Schema) bool {
	own := r.resource(from)
	return own == r.resource(to) || len(r.anchors[own]) == 0
}
