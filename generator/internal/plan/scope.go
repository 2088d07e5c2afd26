package plan

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A scope is a dynamic scope (Core 7.1), as far as it matters: for each $dynamicAnchor the schema that the first resource on the
// way gives it.
type scope []binding

type binding struct {
	anchor string
	schema *api.Schema
}

// key identifies a scope.
func (in scope) key() string {
	var b strings.Builder
	for _, x := range in {
		b.WriteString(x.anchor + " " + x.schema.Pos.Key() + "\n")
	}
	return b.String()
}

// enter returns the scope within the resource of s: the anchors that no outer resource has are bound to those of this one.
func (r *ruler) enter(s *api.Schema, in scope) scope {
	resource := r.p.resources.of[s]
	for _, x := range r.p.resources.anchors[resource] {
		if !slices.ContainsFunc(in, func(have binding) bool { return have.anchor == x.anchor }) {
			in = append(in[:len(in):len(in)], x)
		}
	}
	if len(in) > 1 {
		in = slices.Clone(in)
		slices.SortFunc(in, func(a, b binding) int { return strings.Compare(a.anchor, b.anchor) })
	}
	return in
}

// dynamic returns where a $dynamicRef leads (Core 8.2.3.2): its lexical target, but if that is the $dynamicAnchor of the fragment,
// the one of the outermost resource that has it.
func (in scope) dynamic(ref *api.Ref) *api.Schema {
	_, anchor, _ := strings.Cut(ref.Text, "#")
	if ref.Target.Core == nil || ref.Target.Core.DynamicAnchor != anchor || anchor == "" {
		return ref.Target
	}
	for _, x := range in {
		if x.anchor == anchor {
			return x.schema
		}
	}
	return ref.Target
}

// resources says to which schema resource (Core 4.3.5) each schema belongs, by the schema with its $id; nil is the document, and
// a schema that nothing else knows is another file.
type resources struct {
	of      map[*api.Schema]*api.Schema
	anchors map[*api.Schema][]binding
}

func (p *planner) findResources() resources {
	r := resources{of: map[*api.Schema]*api.Schema{}, anchors: map[*api.Schema][]binding{}}
	files := map[*diag.File]*api.Schema{}
	for root := range p.doc.Roots() {
		file := root.Pos.File
		if root.Pos.Elsewhere() && files[file] == nil {
			files[file] = &api.Schema{Pos: diag.Pos{File: file}}
		}
		r.walk(root, files[file])
	}
	for _, s := range p.schemas[len(p.doc.Schemas):] {
		if _, known := r.of[s]; !known {
			r.walk(s, r.of[p.directions.origin[s]])
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
		r.anchors[resource] = append(r.anchors[resource], binding{s.Core.DynamicAnchor, s})
	}
	for c := range s.Children() {
		r.walk(c.Schema, resource)
	}
}

// plain reports whether a reference from one schema to another leaves the meaning of $dynamicRef alone: no other resource with
// anchors is entered. Where one is, a rule keeps the scope.
func (r *resources) plain(from, to *api.Schema) bool {
	return r.of[from] == r.of[to] || len(r.anchors[r.of[from]]) == 0
}
