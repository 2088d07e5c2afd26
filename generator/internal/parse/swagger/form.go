package swagger

import (
	"mime"
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

const (
	urlencoded = "application/x-www-form-urlencoded"
	multipart  = "multipart/form-data"
)

// form makes a Request Body Object of parameters in formData: an object with a property for each of them. It stands where at does.
func (s *file) form(list []writtenParameter, at tree.Place, consumes []mediaName) *source.Node {
	properties, encoding := tree.NewObject(at.Node), tree.NewObject(at.Node)
	required := &source.Node{Kind: source.Array, Line: at.Node.Line, Column: at.Node.Column}
	seen := map[string]bool{}
	for _, f := range list {
		name, ok := s.fieldName(f.at)
		if !ok || seen[name.Text] || f.use.Node != f.at.Node && !s.afford(f.at, 1) {
			continue
		}
		seen[name.Text] = true
		property, c := s.field(f.at)
		tree.Add(properties, name.Text, name, property)
		if flag := f.at.Node.Get("required"); flag != nil {
			at := f.at.Child("required", flag)
			if b, _ := s.Flag(at); b {
				required.Items = append(required.Items, s.from(at, tree.NewText(flag, name.Text)))
			}
		}
		if c.style != "" {
			e := s.from(c.from, tree.NewObject(c.from.Node))
			s.addStyle(e, c)
			tree.Add(encoding, name.Text, c.from.Node, e)
		}
	}
	schema := tree.NewObject(at.Node)
	tree.Add(schema, "type", at.Node, tree.NewText(at.Node, "object"))
	tree.Add(schema, "properties", at.Node, properties)
	if len(required.Items) > 0 {
		tree.Add(schema, "required", required, s.from(at, required))
	}
	schema = s.from(at, schema)
	body := tree.NewObject(at.Node)
	tree.Add(body, "content", at.Node, s.content(at, s.formMedia(list, consumes), func(media *source.Node, _ mediaName) {
		tree.Add(media, "schema", at.Node, schema)
		if len(encoding.Members) > 0 {
			tree.Add(media, "encoding", encoding, encoding)
		}
	}))
	if len(required.Items) > 0 {
		first := required.Items[0]
		tree.Add(body, "required", first, s.from(tree.Place{Path: s.origin[first]}, tree.NewFlag(first, true)))
	}
	return s.from(at, body)
}

func (s *file) fieldName(at tree.Place) (name *source.Node, ok bool) {
	n := at.Node.Get("name")
	if n == nil {
		if at.Node.Kind == source.Object {
			s.Fail(at.Pos(), diag.RuleMissing, "the %s needs \"name\"", parameterFields.Object)
		}
		return nil, false
	}
	text, ok := s.Text(at.Child("name", n))
	return tree.NewText(n, text), ok
}

// field makes the schema of a field of a form.
func (s *file) field(at tree.Place) (*source.Node, collection) {
	isFile := tree.TextOf(at.Node, "type") == "file"
	schema := s.object(at, parameterFields, func(out *source.Node, m *source.Member, child tree.Place) {
		switch m.Name {
		case "description":
			out.Members = append(out.Members, *m)
		case "allowEmptyValue":
			if _, ok := s.Flag(child); ok {
				s.Info(at.KeyPos(m), diag.RuleNoEffect, "\"allowEmptyValue\" has no effect in a form: the type tells whether a value may be empty")
			}
		}
	})
	s.needDescription(at, parameterFields, "type")
	c := s.collection(at, "formData")
	switch {
	case isFile:
		addFile(schema, at.Node.Member("type"))
	case c.opaque:
		s.opaque(schema, c.from)
	default:
		s.simple(schema, at)
	}
	return s.from(at, schema), c
}

// addFile adds what OpenAPI 3.0 says for a file. OAS 3.0.4: Considerations for File Uploads.
func addFile(schema *source.Node, m *source.Member) {
	tree.Put(schema, m.Name, m, tree.NewText(m.Value, "string"))
	tree.Put(schema, "format", m, tree.NewText(m.Value, "binary"))
}

// file rewrites the schema of a response that is a file.
func (s *file) file(at tree.Place) *source.Node {
	out := tree.NewObject(at.Node)
	for i := range at.Node.Members {
		switch m := &at.Node.Members[i]; m.Name {
		case "type":
			addFile(out, m)
		case "format":
		default:
			out.Members = append(out.Members, *m)
		}
	}
	return s.schema(tree.Place{Node: out, Path: at.Path, Resource: at.Resource})
}

// formMedia returns the media types of a form: those of forms that the operation consumes. A file needs multipart/form-data.
func (s *file) formMedia(list []writtenParameter, consumes []mediaName) (names []mediaName) {
	file := slices.IndexFunc(list, func(f writtenParameter) bool { return tree.TextOf(f.at.Node, "type") == "file" })
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
		s.Info(at.Pos(), diag.RuleValue, "the form is sent as %s, which \"consumes\" does not have", text)
	}
	return []mediaName{{text, at}}
}
