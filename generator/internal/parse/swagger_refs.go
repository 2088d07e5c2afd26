package parse

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// References keep their texts, so that findings show what the file has. They are followed through the file as it is written; the
// place that is found there is then looked up in the new tree.

// follow returns what a reference leads to in the file as it is written, or in another one of Swagger 2.0: the place itself if it is
// none, or one that the reader will report.
func (s *swagger) follow(at place) place {
	const longest = 30
	found := at
	for range longest {
		ref := found.node.Get("$ref")
		if ref == nil {
			return found
		}
		if ref.Kind != source.String {
			return at
		}
		file, fragment, _ := strings.Cut(ref.Text, "#")
		res := found.resource
		if file != "" {
			other, _ := s.p.resourceOf(res, file, s.p.pos(found))
			if other == nil || other.swagger == nil {
				return at
			}
			res = other.swagger.written.resource
		}
		next := s.p.find(res, "#"+fragment, s.p.pos(found))
		if next.failed() || next.resource != res {
			return at
		}
		found = next.place
	}
	return at
}

// here reports whether a place is in this file.
func (s *swagger) here(at place) bool { return at.resource == s.written.resource }

// moved returns a copy of a node of another file that stands where n does.
func moved(from, n *source.Node) *source.Node {
	out := *from
	out.Line, out.Column = n.Line, n.Column
	out.Members, out.Items = nil, nil
	for _, m := range from.Members {
		out.Members = append(out.Members, source.Member{Name: m.Name, Line: n.Line, Column: n.Column, Value: moved(m.Value, n)})
	}
	for _, item := range from.Items {
		out.Items = append(out.Items, moved(item, n))
	}
	return &out
}

// walk follows a JSON pointer of the file and returns where its target is now.
func (s *swagger) walk(res *resource, pointer string) located {
	old, now, moved := s.written, res.root, s.movedPlaces(res.root)
	var prefix strings.Builder
	for token := range strings.SplitSeq(pointer[1:], "/") {
		prefix.WriteString("/" + token)
		token = pointerUnescaper.Replace(token)
		next := s.p.step(old.node, token)
		if next == nil {
			found := s.p.deadEnd(res, old, "", token)
			if name, ok := strings.CutPrefix(pointer, "/components/schemas/"); ok && s.written.node.Get("definitions").Get(name) != nil {
				found.hint = "did you mean \"#/definitions/" + name + "\"?"
			}
			return found
		}
		old = old.child(token, next)
		if at, ok := moved[prefix.String()]; ok {
			now = at
		} else if now.node != nil {
			now = s.stepNow(now, token)
		}
	}
	if now.node == nil { // at a key that Swagger 2.0 does not have, say
		now = place{node: old.node, path: old.path, resource: res}
	}
	return located{place: now}
}

// stepNow goes on in the new tree, to a place without node if that is not there.
func (s *swagger) stepNow(at place, token string) place {
	n := s.p.step(at.node, token)
	if n == nil {
		return place{}
	}
	return at.child(token, n)
}

// movedPlaces returns where things are that the rewriting has moved, by their pointers in the file. What stands at several places
// now counts at the first; components count as the first.
func (s *swagger) movedPlaces(root place) map[string]place {
	if s.places == nil {
		s.places = map[string]place{}
		if n := root.node.Get("components"); n != nil {
			s.notePlaces(root.child("components", n))
		}
		s.notePlaces(root)
	}
	return s.places
}

// notePlaces notes a place and those below it.
func (s *swagger) notePlaces(at place) {
	if at.path != nil && at.path.Origin != nil && !s.wrappers[at.node] {
		if pointer := at.path.Origin.Pointer(); s.places[pointer].node == nil {
			s.places[pointer] = at
		}
		if nothingMoved(at.path) {
			return
		}
	}
	for _, m := range at.node.Members {
		if !isExtension(m.Name) {
			s.notePlaces(at.child(m.Name, m.Value))
		}
	}
	for i, item := range at.node.Items {
		s.notePlaces(at.child(strconv.Itoa(i), item))
	}
}

// nothingMoved reports whether a place that has an origin is one of those without anything below that has another: a schema, which is
// most of a file, or a parameter.
func nothingMoved(path *diag.Path) bool {
	parent := ""
	if path.Parent != nil {
		parent = path.Parent.Token
	}
	return path.Token == "schema" && parent != "requestBodies" || path.Token == "schemas" && parent == "components" || parent == "parameters"
}

// convert returns the object that a reference leads to in the form of OpenAPI 3.0. It is called for what was read as nothing yet, so
// what stands at a place that the specification does not define: #/x-models/A.
func (s *swagger) convert(at place, f *fields) *source.Node {
	if n := s.converted[at.node]; n != nil {
		return n
	}
	written := place{node: at.node, path: at.path.Original(), resource: s.written.resource}
	n := at.node
	switch f {
	case &schemaFields:
		n = s.schema(written)
	case &parameterFields:
		n = s.parameter(written)
	case &bodyFields:
		n = s.body(written, s.consumes)
	case &responseFields:
		n = s.response(written, s.produces)
	case &headerFields:
		n = s.header(written)
	case &pathItemFields:
		n = s.pathItem(written)
	case &schemeFields:
		n = s.scheme(written)
	}
	s.converted[at.node], s.converted[n] = n, n
	return n
}
