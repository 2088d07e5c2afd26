package swagger

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// schemes returns the texts of "schemes".
func (s *file) schemes(at tree.Place) (list []tree.Place) {
	m := at.Node.Member("schemes")
	if m == nil {
		return nil
	}
	seen := map[string]bool{}
	for _, item := range s.Elements(at.Child(m.Name, m.Value)) {
		text, ok := s.Text(item)
		switch {
		case !ok || seen[text]:
		case text != "http" && text != "https" && text != "ws" && text != "wss":
			s.Warn(item.Pos(), diag.RuleValue, "%q is not a scheme; it is ignored", text).Hint = "it must be one of http, https, ws, wss"
		default:
			list = append(list, item)
		}
		seen[text] = true
	}
	return list
}

// servers returns the list of base URLs, nil if the file has none: one for each scheme, one that begins with // without any, a
// relative one without a host. Swagger 2.0: Swagger Object, host, basePath, schemes.
func (s *file) servers(at tree.Place, schemes []tree.Place) *source.Node {
	root := s.written
	host, base := s.host(root), s.basePath(root)
	if host == "" && base == "" {
		return nil
	}
	from := root.Node.Member("host")
	if host == "" {
		from = root.Node.Member("basePath")
	}
	origin := root.Child(from.Name, from.Value)
	list := s.from(origin, &source.Node{Kind: source.Array, Line: from.Value.Line, Column: from.Value.Column})
	server := func(url string) *source.Node {
		n := s.from(origin, tree.NewObject(from.Value))
		tree.Add(n, "url", from.Value, s.from(origin, tree.NewText(from.Value, url)))
		list.Items = append(list.Items, n)
		return n
	}
	switch {
	case host == "":
		server(base)
	case len(schemes) == 0:
		server("//" + host + base)
	}
	for _, scheme := range schemes {
		if host == "" {
			break // relative: the scheme is that of the document
		}
		n := server(scheme.Node.Text + "://" + host + base)
		if len(schemes) > 1 { // tells the names of the servers apart
			tree.Add(n, "description", scheme.Node, s.from(scheme, tree.NewText(scheme.Node, scheme.Node.Text)))
		}
	}
	return list
}

func (s *file) host(root tree.Place) string {
	m := root.Node.Member("host")
	if m == nil {
		return ""
	}
	at := root.Child(m.Name, m.Value)
	host, _ := s.Text(at)
	if _, rest, found := strings.Cut(host, "://"); found {
		s.Warn(at.Pos(), diag.RuleValue, "\"host\" must not have a scheme").Hint = "\"schemes\" is for it"
		host = rest
	}
	if strings.Contains(host, "/") {
		s.Warn(at.Pos(), diag.RuleValue, "\"host\" must not have a path; it is read as the beginning of \"basePath\"")
	}
	return strings.TrimSuffix(host, "/")
}

// basePath returns the path without a slash at its end: each path of an operation begins with one.
func (s *file) basePath(root tree.Place) string {
	m := root.Node.Member("basePath")
	if m == nil {
		return ""
	}
	at := root.Child(m.Name, m.Value)
	base, _ := s.Text(at)
	if base != "" && base[0] != '/' {
		s.Warn(at.Pos(), diag.RuleValue, "\"basePath\" must begin with a slash")
		base = "/" + base
	}
	if base == "/" && root.Node.Member("host") == nil {
		return base
	}
	return strings.TrimSuffix(base, "/")
}
