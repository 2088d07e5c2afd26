package parse

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A mediaName is an element of consumes or produces.
type mediaName struct {
	text string
	at   place
}

// mediaNames returns what an object says in consumes or produces, else what it inherits. An empty list takes back what was inherited.
func (s *swagger) mediaNames(at place, key string, inherited []mediaName) (list []mediaName) {
	m := at.node.Member(key)
	if m == nil {
		return inherited
	}
	seen := map[string]bool{}
	for _, item := range s.p.elements(at.child(m.Name, m.Value)) {
		text, ok := s.p.text(item)
		switch {
		case !ok:
		case seen[text]:
			s.p.Warn(s.p.pos(item), diag.RuleValue, "the list has %q twice", text)
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
func orDefault(names []mediaName, text string, at place) []mediaName {
	if len(names) == 0 {
		return []mediaName{{text, at}}
	}
	return names
}

// content makes the map of media types; fill adds to each what it has.
func (s *swagger) content(at place, names []mediaName, fill func(media *source.Node, name mediaName)) *source.Node {
	out := newObject(at.node)
	if !s.afford(at, len(names)-1) {
		names = names[:1]
	}
	for _, name := range names {
		media := newObject(name.at.node)
		fill(media, name)
		add(out, name.text, name.at.node, s.around(name.at, media))
	}
	return s.around(at, out)
}

// afford reports whether the node at a place may stand at so many places more than in the file. Media types of the whole file and
// shared objects with the media types of operations multiply: a small file could ask for a tree without end.
func (s *swagger) afford(at place, copies int) bool {
	const most = 500_000
	if s.copied > most {
		return false
	}
	if copies <= 0 {
		return true
	}
	if s.copied += copies * (size(at.node) + 2); s.copied > most {
		s.p.Error(s.p.pos(at), diag.RuleTooLarge, "the media types of this file repeat its schemas more than %d times", most)
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
func (s *swagger) body(at place, consumes []mediaName) *source.Node {
	out := s.object(at, &swaggerBody, func(out *source.Node, m *source.Member, at place) {
		switch m.Name {
		case "name", "in":
		case "schema":
			schema := s.from(at, s.schema(at))
			put(out, "content", m, s.content(at, orDefault(consumes, "application/json", at), func(media *source.Node, _ mediaName) {
				put(media, m.Name, m, schema)
			}))
		default:
			out.Members = append(out.Members, *m)
		}
	})
	s.needDescription(at, &swaggerBody, "schema")
	if at.node.Get("schema") == nil {
		add(out, "content", at.node, s.content(at, orDefault(consumes, "application/json", at), func(*source.Node, mediaName) {}))
	}
	return out
}

func (s *swagger) responses(at place, produces []mediaName) *source.Node {
	if at.node.Kind != source.Object {
		return at.node
	}
	out := newObject(at.node)
	for i := range at.node.Members {
		m := at.node.Members[i]
		if !isExtension(m.Name) {
			m.Value = s.responseUse(at.child(m.Name, m.Value), produces)
		}
		out.Members = append(out.Members, m)
	}
	return out
}

// responseUse rewrites a response or a reference to one, which stays one if the shared response has the media types of the operation.
func (s *swagger) responseUse(at place, produces []mediaName) *source.Node {
	if !isReference(at.node) {
		return s.response(at, produces)
	}
	if direct, ok := s.p.schemaResponse(at, "schema"); ok {
		return s.from(at, s.response(direct, produces))
	}
	found := s.follow(at)
	if found.node == at.node || !s.here(found) || isReference(found.node) || found.node.Member("schema") == nil ||
		isShared(found.path, "responses") && sameMedia(produces, s.produces) || !s.afford(found, 1) {
		return at.node
	}
	return s.from(found, s.response(found, produces))
}

func (s *swagger) response(at place, produces []mediaName) *source.Node {
	if isReference(at.node) {
		return at.node
	}
	examples := at.node.Member("examples")
	out := s.object(at, &swaggerResponse, func(out *source.Node, m *source.Member, child place) {
		switch m.Name {
		case "schema":
			if !s.p.isNull(child, "a schema") {
				put(out, "content", m, s.responseContent(at, m, child, produces))
			}
		case "headers":
			put(out, m.Name, m, s.each(child, s.header))
		case "examples":
		default:
			out.Members = append(out.Members, *m)
		}
	})
	if examples != nil && at.node.Member("schema") == nil {
		s.p.Warn(s.p.keyPos(at, examples), diag.RuleNoEffect, "\"examples\" has no effect without \"schema\": the response has no body")
	}
	return out
}

// responseContent has the schema and an example of each media type.
func (s *swagger) responseContent(at place, m *source.Member, schema place, produces []mediaName) *source.Node {
	value, usual := s.schema(schema), "application/json"
	if textOf(schema.node, "type") == "file" {
		value, usual = s.file(schema), "application/octet-stream"
	}
	value = s.from(schema, value)
	names := orDefault(produces, usual, schema)
	examples := at.node.Get("examples")
	if examples != nil {
		s.checkExamples(at.child("examples", examples), names)
	}
	return s.content(schema, names, func(media *source.Node, name mediaName) {
		put(media, m.Name, m, value)
		if e := examples.Member(name.text); e != nil {
			put(media, "example", e, s.from(at.child("examples", examples).child(e.Name, e.Value), e.Value))
		}
	})
}

// checkExamples: Swagger 2.0, Example Object: the names are media types of the response.
func (s *swagger) checkExamples(at place, names []mediaName) {
	if at.node.Kind != source.Object {
		s.p.wrongType(at, "an object")
		return
	}
	has := map[string]bool{}
	for _, name := range names {
		has[name.text] = true
	}
	for i := range at.node.Members {
		m := &at.node.Members[i]
		if !isExtension(m.Name) && !has[m.Name] {
			s.p.Warn(s.p.keyPos(at, m), diag.RuleNoEffect, "the example has no effect: the response does not have the media type %q", m.Name)
		}
	}
}
