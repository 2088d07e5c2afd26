package parse

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// schema rewrites a schema and everything below it. A node is replaced only if something in it changes.
func (s *swagger) schema(at place) *source.Node {
	if at.node.Kind != source.Object {
		return at.node
	}
	if n := at.node.Get("$ref"); n != nil && n.Kind == source.String {
		s.besideRef(at)
		return at.node
	}
	return s.members(at, func(m *source.Member) (source.Member, bool) {
		return s.keyword(at, m)
	})
}

// members rewrites the members of an object; change returns false for one that goes.
func (s *swagger) members(at place, change func(m *source.Member) (source.Member, bool)) *source.Node {
	var out *source.Node // nil while nothing is different
	for i := range at.node.Members {
		was := &at.node.Members[i]
		m, ok := change(was)
		if out == nil && (!ok || m != *was) {
			out = newObject(at.node)
			out.Members = append(out.Members, at.node.Members[:i]...)
		}
		if out != nil && ok {
			out.Members = append(out.Members, m)
		}
	}
	if out == nil {
		return at.node
	}
	return out
}

// keyword rewrites one keyword. Unknown ones stay, for the reader to report. Swagger 2.0: Schema Object.
func (s *swagger) keyword(at place, m *source.Member) (source.Member, bool) {
	out, child := *m, at.child(m.Name, m.Value)
	switch m.Name {
	case "oneOf", "anyOf", "not", "nullable", "writeOnly", "deprecated":
		f := s.p.Warn(s.p.keyPos(at, m), diag.RuleUnknownKey, "%q exists since OpenAPI 3.0 and has no effect in 2.0", m.Name)
		if m.Name == "nullable" {
			f.Hint = "write \"x-nullable\""
		}
		return out, false
	case "x-nullable":
		if m.Value.Kind != source.Bool {
			s.p.Warn(s.p.pos(child), diag.RuleType, "\"x-nullable\" must be a boolean, not %s; it has no effect", withArticle(m.Value.Kind))
			break
		}
		out.Name, out.Value = "nullable", s.from(child, m.Value)
	case "discriminator":
		if m.Value.Kind == source.String {
			out.Value = newObject(m.Value)
			add(out.Value, "propertyName", m.Value, s.from(child, m.Value))
		}
	case "properties":
		if m.Value.Kind == source.Object {
			out.Value = s.members(child, func(m *source.Member) (source.Member, bool) {
				property := *m
				property.Value = s.schema(child.child(m.Name, m.Value))
				return property, true
			})
		}
	case "items", "additionalProperties":
		out.Value = s.schema(child)
	case "allOf":
		out.Value = s.schemaList(child)
	}
	return out, true
}

func (s *swagger) schemaList(at place) *source.Node {
	if at.node.Kind != source.Array {
		return at.node
	}
	out := at.node
	for i, item := range at.node.Items {
		n := s.schema(at.child(strconv.Itoa(i), item))
		if n != item && out == at.node {
			out = &source.Node{Kind: source.Array, Line: at.node.Line, Column: at.node.Column, Items: append([]*source.Node(nil), at.node.Items...)}
		}
		out.Items[i] = n
	}
	return out
}

// besideRef: what stands beside a reference has no effect, also what many people mean to have one. The reader reports the rest.
func (s *swagger) besideRef(at place) {
	if m := at.node.Member("x-nullable"); m != nil && m.Value.Text == "true" {
		s.p.Warn(s.p.keyPos(at, m), diag.RuleRefSiblings, "\"x-nullable\" beside \"$ref\" has no effect").Hint =
			"write \"allOf\" with the reference as its element beside \"x-nullable\""
	}
}
