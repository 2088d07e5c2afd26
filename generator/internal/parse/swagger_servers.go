package parse

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// schemes returns the texts of "schemes".
func (s *swagger) schemes(at place) (list []place) {
	m := at.node.Member("schemes")
	if m == nil {
		return nil
	}
	seen := map[string]bool{}
	for _, item := range s.p.elements(at.child(m.Name, m.Value)) {
		text, ok := s.p.text(item)
		switch {
		case !ok || seen[text]:
		case text != "http" && text != "https" && text != "ws" && text != "wss":
			s.p.Warn(s.p.pos(item), diag.RuleValue, "%q is no scheme; it is ignored", text).Hint = "it must be one of http, https, ws, wss"
		default:
			list = append(list, item)
		}
		seen[text] = true
	}
	return list
}

// servers returns the list of base URLs, nil if the file has none: one for each scheme, one that begins with // without any, a
// relative one without a host. Swagger 2.0: Swagger Object, host, basePath, schemes.
func (s *swagger) servers(at place, schemes []place) *source.Node {
	root := s.written
	host, base := s.host(root), s.basePath(root)
	if host == "" && base == "" {
		return nil
	}
	from := root.node.Member("host")
	if host == "" {
		from = root.node.Member("basePath")
	}
	origin := root.child(from.Name, from.Value)
	list := s.from(origin, &source.Node{Kind: source.Array, Line: from.Value.Line, Column: from.Value.Column})
	server := func(url string) *source.Node {
		n := s.from(origin, newObject(from.Value))
		add(n, "url", from.Value, s.from(origin, newText(from.Value, url)))
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
		n := server(scheme.node.Text + "://" + host + base)
		if len(schemes) > 1 { // tells the names of the servers apart
			add(n, "description", scheme.node, s.from(scheme, newText(scheme.node, scheme.node.Text)))
		}
	}
	return list
}

func (s *swagger) host(root place) string {
	m := root.node.Member("host")
	if m == nil {
		return ""
	}
	at := root.child(m.Name, m.Value)
	host, _ := s.p.text(at)
	if _, rest, found := strings.Cut(host, "://"); found {
		s.p.Warn(s.p.pos(at), diag.RuleValue, "\"host\" must not have a scheme").Hint = "\"schemes\" is for it"
		host = rest
	}
	if strings.Contains(host, "/") {
		s.p.Warn(s.p.pos(at), diag.RuleValue, "\"host\" must not have a path; it is read as the beginning of \"basePath\"")
	}
	return strings.TrimSuffix(host, "/")
}

// basePath returns the path without a slash at its end: each path of an operation begins with one.
func (s *swagger) basePath(root place) string {
	m := root.node.Member("basePath")
	if m == nil {
		return ""
	}
	at := root.child(m.Name, m.Value)
	base, _ := s.p.text(at)
	if base != "" && base[0] != '/' {
		s.p.Warn(s.p.pos(at), diag.RuleValue, "\"basePath\" must begin with a slash")
		base = "/" + base
	}
	if base == "/" && root.node.Member("host") == nil {
		return base
	}
	return strings.TrimSuffix(base, "/")
}
