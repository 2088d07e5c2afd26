package parse

import (
	"mime"
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

const (
	urlencoded = "application/x-www-form-urlencoded"
	multipart  = "multipart/form-data"
)

// form makes a Request Body Object of parameters in formData: an object with a property for each of them. It stands where at does.
func (s *swagger) form(list []writtenParameter, at place, consumes []mediaName) *source.Node {
	properties, encoding := newObject(at.node), newObject(at.node)
	required := &source.Node{Kind: source.Array, Line: at.node.Line, Column: at.node.Column}
	seen := map[string]bool{}
	for _, f := range list {
		name, ok := s.fieldName(f.at)
		if !ok || seen[name.Text] || f.use.node != f.at.node && !s.afford(f.at, 1) {
			continue
		}
		seen[name.Text] = true
		property, c := s.field(f.at)
		add(properties, name.Text, name, property)
		if flag := f.at.node.Get("required"); flag != nil {
			at := f.at.child("required", flag)
			if b, _ := s.p.flag(at); b {
				required.Items = append(required.Items, s.from(at, newText(flag, name.Text)))
			}
		}
		if c.style != "" {
			e := s.from(c.from, newObject(c.from.node))
			s.addStyle(e, c)
			add(encoding, name.Text, c.from.node, e)
		}
	}
	schema := newObject(at.node)
	add(schema, "type", at.node, newText(at.node, "object"))
	add(schema, "properties", at.node, properties)
	if len(required.Items) > 0 {
		add(schema, "required", required, s.from(at, required))
	}
	schema = s.from(at, schema)
	body := newObject(at.node)
	add(body, "content", at.node, s.content(at, s.formMedia(list, consumes), func(media *source.Node, _ mediaName) {
		add(media, "schema", at.node, schema)
		if len(encoding.Members) > 0 {
			add(media, "encoding", encoding, encoding)
		}
	}))
	if len(required.Items) > 0 {
		first := required.Items[0]
		add(body, "required", first, s.from(place{path: s.origin[first]}, newFlag(first, true)))
	}
	return s.from(at, body)
}

func (s *swagger) fieldName(at place) (name *source.Node, ok bool) {
	n := at.node.Get("name")
	if n == nil {
		if at.node.Kind == source.Object {
			s.p.Fail(s.p.pos(at), diag.RuleMissing, "the %s needs \"name\"", swaggerParameter.object)
		}
		return nil, false
	}
	text, ok := s.p.text(at.child("name", n))
	return newText(n, text), ok
}

// field makes the schema of a field of a form.
func (s *swagger) field(at place) (*source.Node, collection) {
	isFile := textOf(at.node, "type") == "file"
	schema := s.object(at, &swaggerParameter, func(out *source.Node, m *source.Member, child place) {
		switch m.Name {
		case "description":
			out.Members = append(out.Members, *m)
		case "allowEmptyValue":
			if _, ok := s.p.flag(child); ok {
				s.p.Info(s.p.keyPos(at, m), diag.RuleNoEffect, "\"allowEmptyValue\" has no effect in a form: the type tells whether a value may be empty")
			}
		}
	})
	s.needDescription(at, &swaggerParameter, "type")
	c := s.collection(at, "formData")
	switch {
	case isFile:
		addFile(schema, at.node.Member("type"))
	case c.opaque:
		s.opaque(schema, c.from)
	default:
		s.simple(schema, at)
	}
	return s.from(at, schema), c
}

// addFile adds what OpenAPI 3.0 says for a file. OAS 3.0.4: Considerations for File Uploads.
func addFile(schema *source.Node, m *source.Member) {
	put(schema, m.Name, m, newText(m.Value, "string"))
	put(schema, "format", m, newText(m.Value, "binary"))
}

// file rewrites the schema of a response that is a file.
func (s *swagger) file(at place) *source.Node {
	out := newObject(at.node)
	for i := range at.node.Members {
		switch m := &at.node.Members[i]; m.Name {
		case "type":
			addFile(out, m)
		case "format":
		default:
			out.Members = append(out.Members, *m)
		}
	}
	return s.schema(place{node: out, path: at.path, resource: at.resource})
}

// formMedia returns the media types of a form: those of forms that the operation consumes. A file needs multipart/form-data.
func (s *swagger) formMedia(list []writtenParameter, consumes []mediaName) (names []mediaName) {
	file := slices.IndexFunc(list, func(f writtenParameter) bool { return textOf(f.at.node, "type") == "file" })
	for _, name := range consumes {
		base, _, _ := mime.ParseMediaType(name.text)
		if base == multipart || base == urlencoded && file < 0 {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		return names
	}
	text, at := urlencoded, list[0].use
	if file >= 0 {
		text, at = multipart, list[file].use
	}
	if len(consumes) > 0 {
		s.p.Info(s.p.pos(at), diag.RuleValue, "the form is sent as %s, which \"consumes\" does not have", text)
	}
	return []mediaName{{text, at}}
}
