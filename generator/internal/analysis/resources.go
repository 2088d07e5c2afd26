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
	of      map[*api.Schema]*api.Schema
	anchors map[*api.Schema][]Binding
}

// findResources finds the resource of each schema: of those of the document, then of what was made of them, which are in those of their
// origins.
func findResources(d *api.Document, made []*api.Schema, origin func(*api.Schema) *api.Schema) resources {
	r := resources{of: make(map[*api.Schema]*api.Schema, len(d.Schemas)), anchors: map[*api.Schema][]Binding{}}
	files := map[*diag.File]*api.Schema{}
	for root := range d.Roots() {
		file := root.Pos.File
		if root.Pos.Elsewhere() && files[file] == nil {
			files[file] = &api.Schema{Pos: diag.Pos{File: file}}
		}
		r.walk(root, files[file])
	}
	for _, s := range made {
		if _, known := r.of[s]; !known {
			r.walk(s, r.of[origin(s)])
		}
	}
	return r
}

func (r *resources) walk(s, resource *api.Schema) {
	if _, known := r.of[s]; known {
		return // shared by several forms of a schema
	}
	if s.Core != nil && s.Core.ID != "" {
		resource = s
	}
	r.of[s] = resource
	if s.Core != nil && s.Core.DynamicAnchor != "" {
		r.anchors[resource] = append(r.anchors[resource], Binding{s.Core.DynamicAnchor, s})
	}
	for c := range s.Children() {
		r.walk(c.Schema, resource)
	}
}

// Anchors returns the $dynamicAnchors of the resource of s.
func (a *Analysis) Anchors(s *api.Schema) []Binding { return a.resources.anchors[a.resources.of[s]] }

// plain reports whether a reference from one schema to another leaves the meaning of $dynamicRef alone: no other resource with
// anchors is entered. Where one is, a rule keeps the scope.
func (r *resources) plain(from, to *api.Schema) bool {
	return r.of[from] == r.of[to] || len(r.anchors[r.of[from]]) == 0
}
