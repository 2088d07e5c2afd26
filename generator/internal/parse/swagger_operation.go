package parse

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

func (s *swagger) paths(at place) *source.Node {
	if at.node.Kind != source.Object {
		return at.node
	}
	out := newObject(at.node)
	for i := range at.node.Members {
		m := at.node.Members[i]
		if !isExtension(m.Name) {
			m.Value = s.pathItem(at.child(m.Name, m.Value))
		}
		out.Members = append(out.Members, m)
	}
	return out
}

func (s *swagger) pathItem(at place) *source.Node {
	var shared parameterList
	if n := at.node.Get("parameters"); n != nil {
		shared = s.parameters(at.child("parameters", n))
	}
	return s.object(at, &swaggerPathItem, func(out *source.Node, m *source.Member, at place) {
		switch m.Name {
		case "$ref":
			out.Members = append(out.Members, *m)
		case "parameters":
			put(out, m.Name, m, shared.node)
		default:
			put(out, m.Name, m, s.operation(at, shared))
		}
	})
}

func (s *swagger) operation(at place, shared parameterList) *source.Node {
	if at.node.Kind != source.Object {
		return at.node
	}
	consumes, produces := s.mediaNames(at, "consumes", s.consumes), s.mediaNames(at, "produces", s.produces)
	var own parameterList
	out := s.object(at, &swaggerOperation, func(out *source.Node, m *source.Member, at place) {
		switch m.Name {
		case "consumes", "produces", "schemes":
		case "parameters":
			own = s.parameters(at)
			put(out, m.Name, m, own.node)
		case "responses":
			put(out, m.Name, m, s.responses(at, produces))
		default:
			out.Members = append(out.Members, *m)
		}
	})
	if body := s.requestBody(own, shared, consumes); body != nil {
		add(out, "requestBody", body, body)
	}
	if schemes := s.schemes(at); len(schemes) > 0 && s.written.node.Member("host") != nil && !sameTexts(schemes, s.written.node.Get("schemes")) {
		if list := s.servers(at, schemes); list != nil {
			add(out, "servers", list, list)
		}
	}
	return out
}

// sameTexts reports whether a list in the file has the texts of places.
func sameTexts(list []place, n *source.Node) bool {
	return n != nil && slices.EqualFunc(list, n.Items, func(at place, n *source.Node) bool { return at.node.Text == n.Text })
}

// A parameterList is what becomes of a list of parameters.
type parameterList struct {
	node   *source.Node // those that are still parameters
	bodies []writtenParameter
	fields []writtenParameter // of a form
	at     place
}

// A writtenParameter is a parameter in the file.
type writtenParameter struct {
	at  place
	use place // its element in a list: at, or a reference to it
}

func (s *swagger) parameters(at place) (list parameterList) {
	list.at, list.node = at, at.node
	if at.node.Kind != source.Array {
		return list
	}
	list.node = &source.Node{Kind: source.Array, Line: at.node.Line, Column: at.node.Column}
	for _, use := range s.p.elements(at) {
		found := s.follow(use)
		switch textOf(found.node, "in") {
		case "body":
			list.bodies = append(list.bodies, writtenParameter{found, use})
		case "formData":
			if !s.here(found) {
				found = place{node: moved(found.node, use.node), path: use.path, resource: use.resource}
			}
			list.fields = append(list.fields, writtenParameter{found, use})
		default:
			list.node.Items = append(list.node.Items, s.from(use, s.parameter(use)))
		}
	}
	s.checkBodies(list)
	return list
}

// checkBodies: Swagger 2.0, Parameter Object: there is one body at most, and none beside a form.
func (s *swagger) checkBodies(list parameterList) {
	for i, b := range list.bodies {
		if i > 0 {
			s.p.Warn(s.p.pos(b.use), diag.RuleValue, "the list has two parameters in body; the first one counts").Related =
				[]diag.Related{{Pos: s.p.pos(list.bodies[0].use), Message: "first here"}}
		}
	}
	if len(list.bodies) > 0 && len(list.fields) > 0 {
		s.p.Warn(s.p.pos(list.fields[0].use), diag.RuleValue, "parameters in body and in formData exclude each other; the body counts").Related =
			[]diag.Related{{Pos: s.p.pos(list.bodies[0].use), Message: "the parameter in body"}}
	}
	first := map[string]place{}
	for _, f := range list.fields {
		name := textOf(f.at.node, "name")
		if was, twice := first[name]; twice {
			s.p.Warn(s.p.pos(f.use), diag.RuleValue, "the list has the parameter %q in formData twice; the first one counts", name).Related =
				[]diag.Related{{Pos: s.p.pos(was), Message: "first here"}}
			continue
		}
		first[name] = f.use
	}
}

// requestBody returns what an operation sends, nil for nothing. Its own parameters replace those of the path.
func (s *swagger) requestBody(own, shared parameterList, consumes []mediaName) *source.Node {
	bodies, at := own.bodies, own.at
	if len(own.bodies)+len(own.fields) == 0 {
		bodies = shared.bodies
	}
	if len(bodies) > 0 {
		return s.bodyUse(bodies[0], consumes)
	}
	replaced := map[string]bool{}
	for _, f := range own.fields {
		replaced[textOf(f.at.node, "name")] = true
	}
	fields := slices.DeleteFunc(slices.Clone(shared.fields), func(f writtenParameter) bool { return replaced[textOf(f.at.node, "name")] })
	if len(own.fields) == 0 {
		at = shared.at
	}
	if fields = append(fields, own.fields...); len(fields) == 0 {
		return nil
	}
	return s.form(fields, at, consumes)
}

// bodyUse returns the body that a parameter means. A reference stays one if the shared body has the media types of the operation, or is
// in another file.
func (s *swagger) bodyUse(b writtenParameter, consumes []mediaName) *source.Node {
	isReference := b.use.node != b.at.node
	if isReference && (!s.here(b.at) || isShared(b.at.path, "parameters") && sameMedia(consumes, s.consumes) || !s.afford(b.at, 1)) {
		return s.from(b.use, b.use.node)
	}
	return s.from(b.at, s.body(b.at, consumes))
}

// isShared reports whether a path is that of something in a section of the root.
func isShared(path *diag.Path, section string) bool {
	return path != nil && path.Parent != nil && path.Parent.Parent == nil && path.Parent.Token == section
}
