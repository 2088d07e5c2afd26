package swagger

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

func (s *file) paths(at tree.Place) *source.Node {
	if at.Node.Kind != source.Object {
		return at.Node
	}
	out := tree.NewObject(at.Node)
	for i := range at.Node.Members {
		m := at.Node.Members[i]
		if !tree.IsExtension(m.Name) {
			m.Value = s.pathItem(at.Child(m.Name, m.Value))
		}
		out.Members = append(out.Members, m)
	}
	return out
}

func (s *file) pathItem(at tree.Place) *source.Node {
	var shared parameterList
	if n := at.Node.Get("parameters"); n != nil {
		shared = s.parameters(at.Child("parameters", n))
	}
	return s.object(at, pathItemFields, func(out *source.Node, m *source.Member, at tree.Place) {
		switch m.Name {
		case "$ref":
			out.Members = append(out.Members, *m)
		case "parameters":
			tree.Put(out, m.Name, m, shared.node)
		default:
			tree.Put(out, m.Name, m, s.operation(at, shared))
		}
	})
}

func (s *file) operation(at tree.Place, shared parameterList) *source.Node {
	if at.Node.Kind != source.Object {
		return at.Node
	}
	consumes, produces := s.mediaNames(at, "consumes", s.consumes), s.mediaNames(at, "produces", s.produces)
	var own parameterList
	out := s.object(at, operationFields, func(out *source.Node, m *source.Member, at tree.Place) {
		switch m.Name {
		case "consumes", "produces", "schemes":
		case "parameters":
			own = s.parameters(at)
			tree.Put(out, m.Name, m, own.node)
		case "responses":
			tree.Put(out, m.Name, m, s.responses(at, produces))
		default:
			out.Members = append(out.Members, *m)
		}
	})
	if body := s.requestBody(own, shared, consumes); body != nil {
		tree.Add(out, "requestBody", body, body)
	}
	if schemes := s.schemes(at); len(schemes) > 0 && s.written.Node.Member("host") != nil && !sameTexts(schemes, s.written.Node.Get("schemes")) {
		if list := s.servers(at, schemes); list != nil {
			tree.Add(out, "servers", list, list)
		}
	}
	return out
}

// sameTexts reports whether a list in the file has the texts of places.
func sameTexts(list []tree.Place, n *source.Node) bool {
	return n != nil && slices.EqualFunc(list, n.Items, func(at tree.Place, n *source.Node) bool { return at.Node.Text == n.Text })
}

// A parameterList is what becomes of a list of parameters.
type parameterList struct {
	node   *source.Node // those that are still parameters
	bodies []writtenParameter
	fields []writtenParameter // of a form
	at     tree.Place
}

// A writtenParameter is a parameter in the file.
type writtenParameter struct {
	at  tree.Place
	use tree.Place // its element in a list: at, or a reference to it
}

func (s *file) parameters(at tree.Place) (list parameterList) {
	list.at, list.node = at, at.Node
	if at.Node.Kind != source.Array {
		return list
	}
	list.node = &source.Node{Kind: source.Array, Line: at.Node.Line, Column: at.Node.Column}
	for _, use := range s.Elements(at) {
		found := s.follow(use)
		switch tree.TextOf(found.Node, "in") {
		case "body":
			list.bodies = append(list.bodies, writtenParameter{found, use})
		case "formData":
			if !s.here(found) {
				found = tree.Place{Node: moved(found.Node, use.Node), Path: use.Path, Resource: use.Resource}
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
func (s *file) checkBodies(list parameterList) {
	for i, b := range list.bodies {
		if i > 0 {
			f := s.Warn(b.use.Pos(), diag.RuleValue, "the list has two parameters in body; the first one counts")
			f.Related, f.Loses = []diag.Related{{Pos: list.bodies[0].use.Pos(), Message: "first here"}}, true
		}
	}
	if len(list.bodies) > 0 && len(list.fields) > 0 {
		f := s.Warn(list.fields[0].use.Pos(), diag.RuleValue, "parameters in body and in formData exclude each other; the body counts")
		f.Related, f.Loses = []diag.Related{{Pos: list.bodies[0].use.Pos(), Message: "the parameter in body"}}, true
	}
	first := map[string]tree.Place{}
	for _, f := range list.fields {
		name := tree.TextOf(f.at.Node, "name")
		if was, twice := first[name]; twice {
			s.Warn(f.use.Pos(), diag.RuleValue, "the list has the parameter %q in formData twice; the first one counts", name).Related =
				[]diag.Related{{Pos: was.Pos(), Message: "first here"}}
			continue
		}
		first[name] = f.use
	}
}

// requestBody returns what an operation sends, nil for nothing. Its own parameters replace those of the path.
func (s *file) requestBody(own, shared parameterList, consumes []mediaName) *source.Node {
	bodies, at := own.bodies, own.at
	if len(own.bodies)+len(own.fields) == 0 {
		bodies = shared.bodies
	}
	if len(bodies) > 0 {
		return s.bodyUse(bodies[0], consumes)
	}
	replaced := map[string]bool{}
	for _, f := range own.fields {
		replaced[tree.TextOf(f.at.Node, "name")] = true
	}
	fields := slices.DeleteFunc(slices.Clone(shared.fields), func(f writtenParameter) bool { return replaced[tree.TextOf(f.at.Node, "name")] })
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
func (s *file) bodyUse(b writtenParameter, consumes []mediaName) *source.Node {
	isReference := b.use.Node != b.at.Node
	if isReference && (!s.here(b.at) || isShared(b.at.Path, "parameters") && sameMedia(consumes, s.consumes) || !s.afford(b.at, 1)) {
		return s.from(b.use, b.use.Node)
	}
	return s.from(b.at, s.body(b.at, consumes))
}

// isShared reports whether a path is that of something in a section of the root.
func isShared(path *diag.Path, section string) bool {
	return path != nil && path.Parent != nil && path.Parent.Parent == nil && path.Parent.Token == section
}
