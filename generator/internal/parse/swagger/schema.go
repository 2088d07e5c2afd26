package swagger

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// schema rewrites a schema and everything below it. A node is replaced only if something in it changes.
func (s *file) schema(at tree.Place) *source.Node {
	if at.Node.Kind != source.Object {
		return at.Node
	}
	if n := at.Node.Get("$ref"); n != nil && n.Kind == source.String {
		s.besideRef(at)
		return at.Node
	}
	return s.members(at, func(m *source.Member) (source.Member, bool) {
		return s.keyword(at, m)
	})
}

// members rewrites the members of an object; change returns false for one that goes.
func (s *file) members(at tree.Place, change func(m *source.Member) (source.Member, bool)) *source.Node {
	var out *source.Node // nil while nothing is different
	for i := range at.Node.Members {
		was := &at.Node.Members[i]
		m, ok := change(was)
		if out == nil && (!ok || m != *was) {
			out = tree.NewObject(at.Node)
			out.Members = append(out.Members, at.Node.Members[:i]...)
		}
		if out != nil && ok {
			out.Members = append(out.Members, m)
		}
	}
	if out == nil {
		return at.Node
	}
	return out
}

// keyword rewrites one keyword. Unknown ones stay, for the reader to report. Swagger 2.0: Schema Object.
func (s *file) keyword(at tree.Place, m *source.Member) (source.Member, bool) {
	out, child := *m, at.Child(m.Name, m.Value)
	switch m.Name {
	case "oneOf", "anyOf", "not", "nullable", "writeOnly", "deprecated":
		f := s.Warn(at.KeyPos(m), diag.RuleUnknownKey, "%q exists since OpenAPI 3.0 and has no effect in 2.0", m.Name)
		f.Loses = m.Name != "deprecated"
		if m.Name == "nullable" {
			f.Hint = "write \"x-nullable\""
		}
		return out, false
	case "x-nullable":
		if m.Value.Kind != source.Bool {
			s.Warn(child.Pos(), diag.RuleType, "\"x-nullable\" must be a boolean, not %s; it has no effect", tree.WithArticle(m.Value.Kind))
			break
		}
		out.Name, out.Value = "nullable", s.from(child, m.Value)
	case "discriminator":
		if m.Value.Kind == source.String {
			out.Value = tree.NewObject(m.Value)
			tree.Add(out.Value, "propertyName", m.Value, s.from(child, m.Value))
		}
	case "properties":
		if m.Value.Kind == source.Object {
			out.Value = s.members(child, func(m *source.Member) (source.Member, bool) {
				property := *m
				property.Value = s.schema(child.Child(m.Name, m.Value))
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

func (s *file) schemaList(at tree.Place) *source.Node {
	if at.Node.Kind != source.Array {
		return at.Node
	}
	out := at.Node
	for i, item := range at.Node.Items {
		n := s.schema(at.Child(strconv.Itoa(i), item))
		if n != item && out == at.Node {
			out = &source.Node{Kind: source.Array, Line: at.Node.Line, Column: at.Node.Column, Items: append([]*source.Node(nil), at.Node.Items...)}
		}
		out.Items[i] = n
	}
	return out
}

// besideRef: what stands beside a reference has no effect, also what many people mean to have one. The reader reports the rest.
func (s *file) besideRef(at tree.Place) {
	if m := at.Node.Member("x-nullable"); m != nil && m.Value.Text == "true" {
		s.Warn(at.KeyPos(m), diag.RuleRefSiblings, "\"x-nullable\" beside \"$ref\" has no effect").Hint =
			"write \"allOf\" with the reference as its element beside \"x-nullable\""
	}
}
