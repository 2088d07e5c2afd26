package swagger

import (
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

func (s *file) root(at tree.Place) *source.Node {
	s.consumes, s.produces = s.mediaNames(at, "consumes", nil), s.mediaNames(at, "produces", nil)
	components := tree.NewObject(at.Node)
	out := s.object(at, rootFields, func(out *source.Node, m *source.Member, at tree.Place) {
		switch m.Name {
		case "swagger":
			tree.Put(out, "openapi", m, tree.NewText(m.Value, "3.0.4"))
		case "definitions":
			tree.Put(components, "schemas", m, s.from(at, s.each(at, s.schema)))
		case "parameters":
			s.sharedParameters(components, m, at)
		case "responses":
			tree.Put(components, m.Name, m, s.from(at, s.each(at, func(at tree.Place) *source.Node { return s.response(at, s.produces) })))
		case "securityDefinitions":
			tree.Put(components, "securitySchemes", m, s.from(at, s.each(at, s.scheme)))
		case "paths":
			tree.Put(out, m.Name, m, s.paths(at))
		case "host", "basePath", "schemes", "consumes", "produces":
		default:
			out.Members = append(out.Members, *m)
		}
	})
	if list := s.servers(at, s.schemes(at)); list != nil {
		tree.Add(out, "servers", list, list)
	}
	if len(components.Members) > 0 {
		tree.Add(out, "components", components, components)
	}
	return out
}

// sharedParameters sorts the parameters of the whole file into those that are still parameters and those that are bodies. A field
// of a form becomes a form of its own, which nothing uses: operations have forms with all of their fields.
func (s *file) sharedParameters(components *source.Node, m *source.Member, at tree.Place) {
	if at.Node.Kind != source.Object {
		tree.Put(components, m.Name, m, s.from(at, at.Node))
		return
	}
	simple, bodies := tree.NewObject(at.Node), tree.NewObject(at.Node)
	for i := range at.Node.Members {
		m := &at.Node.Members[i]
		at := at.Child(m.Name, m.Value)
		found := s.follow(at)
		switch in := tree.TextOf(found.Node, "in"); {
		case in != "body" && in != "formData":
			tree.Put(simple, m.Name, m, s.from(at, s.parameter(at)))
		case found.Node != at.Node:
			tree.Put(bodies, m.Name, m, s.from(at, at.Node))
		case in == "body":
			tree.Put(bodies, m.Name, m, s.from(at, s.body(at, s.consumes)))
		default:
			tree.Put(bodies, m.Name, m, s.from(at, s.form([]writtenParameter{{at: at, use: at}}, at, nil)))
		}
	}
	if len(simple.Members) > 0 {
		tree.Put(components, "parameters", m, s.from(at, simple))
	}
	if len(bodies.Members) > 0 {
		tree.Put(components, "requestBodies", m, s.from(at, bodies))
	}
}

// each rewrites the values of a map.
func (s *file) each(at tree.Place, rewrite func(tree.Place) *source.Node) *source.Node {
	if at.Node.Kind != source.Object {
		return at.Node
	}
	out := tree.NewObject(at.Node)
	for i := range at.Node.Members {
		m := &at.Node.Members[i]
		tree.Put(out, m.Name, m, rewrite(at.Child(m.Name, m.Value)))
	}
	return out
}

// object rewrites an object with fixed fields. Extensions stay; for each field that Swagger 2.0 has here, member adds what becomes
// of it; other keys are reported. What is no object stays as it is, for the reader of OpenAPI 3.0 to report.
func (s *file) object(at tree.Place, f *fields, member func(out *source.Node, m *source.Member, at tree.Place)) *source.Node {
	if at.Node.Kind != source.Object {
		return at.Node
	}
	out := tree.NewObject(at.Node)
	for i := range at.Node.Members {
		m := &at.Node.Members[i]
		if tree.IsExtension(m.Name) {
			out.Members = append(out.Members, *m)
		} else if s.known(at, m, f) {
			member(out, m, at.Child(m.Name, m.Value))
		}
	}
	return out
}
