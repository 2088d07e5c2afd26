package swagger

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A mediaName is an element of consumes or produces.
type mediaName struct {
	text string
	at   tree.Place
}

// mediaNames returns what an object says in consumes or produces, else what it inherits. An empty list takes back what was inherited.
func (s *file) mediaNames(at tree.Place, key string, inherited []mediaName) (list []mediaName) {
	m := at.Node.Member(key)
	if m == nil {
		return inherited
	}
	seen := map[string]bool{}
	for _, item := range s.Elements(at.Child(m.Name, m.Value)) {
		text, ok := s.Text(item)
		switch {
		case !ok:
		case seen[text]:
			s.Warn(item.Pos(), diag.RuleValue, "the list has %q twice", text)
		default:
			seen[text] = true
			list = append(list, mediaName{text, item})
		}
	}
	return list
}

func sameMedia(a, b []mediaName) bool {
	return slices.EqualFunc(a, b, func(a, b mediaName) bool { return a.text == b.text })
}

// orDefault returns names, or the one media type that is meant where a file says nothing.
func orDefault(names []mediaName, text string, at tree.Place) []mediaName {
	if len(names) == 0 {
		return []mediaName{{text, at}}
	}
	return names
}

// content makes the map of media types; fill adds to each what it has.
func (s *file) content(at tree.Place, names []mediaName, fill func(media *source.Node, name mediaName)) *source.Node {
	out := tree.NewObject(at.Node)
	if !s.afford(at, len(names)-1) {
		names = names[:1]
	}
	for _, name := range names {
		media := tree.NewObject(name.at.Node)
		fill(media, name)
		tree.Add(out, name.text, name.at.Node, s.around(name.at, media))
	}
	return s.around(at, out)
}

// afford reports whether the node at a place may stand at so many places more than in the file. Media types of the whole file and
// shared objects with the media types of operations multiply: a small file could ask for a tree without end.
func (s *file) afford(at tree.Place, copies int) bool {
	const most = 500_000
	if s.copied > most {
		return false
	}
	if copies <= 0 {
		return true
	}
	if s.copied += copies * (size(at.Node) + 2); s.copied > most {
		s.Error(at.Pos(), diag.RuleTooLarge, "the media types of this file repeat its schemas more than %d times", most)
		return false
	}
	return true
}

// size counts the nodes of a tree.
func size(n *source.Node) int {
	count := 1
	for _, m := range n.Members {
		count += size(m.Value)
	}
	for _, item := range n.Items {
		count += size(item)
	}
	return count
}

// body rewrites a parameter in body to a Request Body Object.
func (s *file) body(at tree.Place, consumes []mediaName) *source.Node {
	out := s.object(at, bodyFields, func(out *source.Node, m *source.Member, at tree.Place) {
		switch m.Name {
		case "name", "in":
		case "schema":
			schema := s.from(at, s.schema(at))
			tree.Put(out, "content", m, s.content(at, orDefault(consumes, "application/json", at), func(media *source.Node, _ mediaName) {
				tree.Put(media, m.Name, m, schema)
			}))
		default:
			out.Members = append(out.Members, *m)
		}
	})
	s.needDescription(at, bodyFields, "schema")
	if at.Node.Get("schema") == nil {
		tree.Add(out, "content", at.Node, s.content(at, orDefault(consumes, "application/json", at), func(*source.Node, mediaName) {}))
	}
	return out
}

func (s *file) responses(at tree.Place, produces []mediaName) *source.Node {
	if at.Node.Kind != source.Object {
		return at.Node
	}
	out := tree.NewObject(at.Node)
	for i := range at.Node.Members {
		m := at.Node.Members[i]
		if !tree.IsExtension(m.Name) {
			m.Value = s.responseUse(at.Child(m.Name, m.Value), produces)
		}
		out.Members = append(out.Members, m)
	}
	return out
}

// responseUse rewrites a response or a reference to one, which stays one if the shared response has the media types of the operation.
func (s *file) responseUse(at tree.Place, produces []mediaName) *source.Node {
	if !isReference(at.Node) {
		return s.response(at, produces)
	}
	if direct, ok := s.links.SchemaResponse(at, "schema"); ok {
		return s.from(at, s.response(direct, produces))
	}
	found := s.follow(at)
	if found.Node == at.Node || !s.here(found) || isReference(found.Node) || found.Node.Member("schema") == nil ||
		isShared(found.Path, "responses") && sameMedia(produces, s.produces) || !s.afford(found, 1) {
		return at.Node
	}
	return s.from(found, s.response(found, produces))
}

func (s *file) response(at tree.Place, produces []mediaName) *source.Node {
	if isReference(at.Node) {
		return at.Node
	}
	examples := at.Node.Member("examples")
	out := s.object(at, responseFields, func(out *source.Node, m *source.Member, child tree.Place) {
		switch m.Name {
		case "schema":
			if !s.IsNull(child, "a schema") {
				tree.Put(out, "content", m, s.responseContent(at, m, child, produces))
			}
		case "headers":
			tree.Put(out, m.Name, m, s.each(child, s.header))
		case "examples":
		default:
			out.Members = append(out.Members, *m)
		}
	})
	if examples != nil && at.Node.Member("schema") == nil {
		s.Warn(at.KeyPos(examples), diag.RuleNoEffect, "\"examples\" has no effect without \"schema\": the response has no body")
	}
	return out
}

// responseContent has the schema and an example of each media type.
func (s *file) responseContent(at tree.Place, m *source.Member, schema tree.Place, produces []mediaName) *source.Node {
	value, usual := s.schema(schema), "application/json"
	if tree.TextOf(schema.Node, "type") == "file" {
		value, usual = s.file(schema), "application/octet-stream"
	}
	value = s.from(schema, value)
	names := orDefault(produces, usual, schema)
	examples := at.Node.Get("examples")
	if examples != nil {
		s.checkExamples(at.Child("examples", examples), names)
	}
	return s.content(schema, names, func(media *source.Node, name mediaName) {
		tree.Put(media, m.Name, m, value)
		if e := examples.Member(name.text); e != nil {
			tree.Put(media, "example", e, s.from(at.Child("examples", examples).Child(e.Name, e.Value), e.Value))
		}
	})
}

// checkExamples: Swagger 2.0, Example Object: the names are media types of the response.
func (s *file) checkExamples(at tree.Place, names []mediaName) {
	if at.Node.Kind != source.Object {
		s.WrongType(at, "an object")
		return
	}
	has := map[string]bool{}
	for _, name := range names {
		has[name.text] = true
	}
	for i := range at.Node.Members {
		m := &at.Node.Members[i]
		if !tree.IsExtension(m.Name) && !has[m.Name] {
			s.Warn(at.KeyPos(m), diag.RuleNoEffect, "the example has no effect: the response does not have the media type %q", m.Name)
		}
	}
}
