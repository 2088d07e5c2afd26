package swagger

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/parse/locate"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// References keep their texts, so that findings show what the file has. They are followed through the file as it is written; the
// place that is found there is then looked up in the new tree.

// follow returns what a reference leads to in the file as it is written, or in another one of Swagger 2.0: the place itself if it is
// none, or one that the reader will report.
func (s *file) follow(at tree.Place) tree.Place {
	const longest = 30
	found := at
	for range longest {
		ref := found.Node.Get("$ref")
		if ref == nil {
			return found
		}
		if ref.Kind != source.String {
			return at
		}
		file, fragment, _ := strings.Cut(ref.Text, "#")
		res := found.Resource
		if file != "" {
			other, _ := s.links.ResourceOf(res, file, found.Pos())
			if other == nil || !other.IsSwagger() {
				return at
			}
			res = s.files[other].written.Resource
		}
		next := s.links.Find(res, "#"+fragment, found.Pos())
		if next.Failed() || next.Resource != res {
			return at
		}
		found = next.Place
	}
	return at
}

// here reports whether a place is in this file.
func (s *file) here(at tree.Place) bool { return at.Resource == s.written.Resource }

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
func (s *file) walk(res *tree.Resource, pointer string) locate.Located {
	old, now, moved := s.written, res.Root, s.placesOf(res.Root)
	var prefix strings.Builder
	for token := range strings.SplitSeq(pointer[1:], "/") {
		prefix.WriteString("/" + token)
		token = locate.Unescape(token)
		next := s.links.Step(old.Node, token)
		if next == nil {
			found := s.links.DeadEnd(res, old, "", token)
			if name, ok := strings.CutPrefix(pointer, "/components/schemas/"); ok && s.written.Node.Get("definitions").Get(name) != nil {
				found.Hint = "did you mean \"#/definitions/" + name + "\"?"
			}
			return found
		}
		old = old.Child(token, next)
		if at, ok := moved[prefix.String()]; ok {
			now = at
		} else if now.Node != nil {
			now = s.stepNow(now, token)
		}
	}
	if now.Node == nil { // at a key that Swagger 2.0 does not have, say
		now = tree.Place{Node: old.Node, Path: old.Path, Resource: res}
	}
	return locate.Located{Place: now}
}

// stepNow goes on in the new tree, to a place without node if that is not there.
func (s *file) stepNow(at tree.Place, token string) tree.Place {
	n := s.links.Step(at.Node, token)
	if n == nil {
		return tree.Place{}
	}
	return at.Child(token, n)
}

func (s *file) convert(at tree.Place, f *tree.Fields) *source.Node {
	if n := s.converted[at.Node]; n != nil {
		return n
	}
	written := tree.Place{Node: at.Node, Path: at.Path.Original(), Resource: s.written.Resource}
	n := at.Node
	switch f {
	case tree.SchemaFields:
		n = s.schema(written)
	case tree.ParameterFields:
		n = s.parameter(written)
	case tree.BodyFields:
		n = s.body(written, s.consumes)
	case tree.ResponseFields:
		n = s.response(written, s.produces)
	case tree.HeaderFields:
		n = s.header(written)
	case tree.PathItemFields:
		n = s.pathItem(written)
	case tree.SchemeFields:
		n = s.scheme(written)
	}
	s.converted[at.Node], s.converted[n] = n, n
	return n
}
