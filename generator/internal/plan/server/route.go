package server

import (
	"net/url"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/routing"
)

// choices says what tells each operation from others with the same method and path. What follows a number sign never reaches a server.
func (b *Builder) choices() []routing.Choice {
	items := map[*api.Operation]*api.PathItem{}
	for _, entry := range b.Doc.Paths {
		if item := entry.Value.Value; item != nil {
			for _, op := range item.Operations {
				items[op] = item
			}
		}
	}
	var list []routing.Operation
	for _, o := range b.Operations.List {
		route := o.Op.Method + " " + b.base(o) + withoutNames(withoutFragment(o.Route.Path))
		list = append(list, routing.Operation{Route: route, Item: items[o.Op], Op: o.Op})
	}
	return routing.Choose(list)
}

// route says what a request for an operation must have, and reports one that no request reaches.
func (b *Builder) route(o *operations.Operation, s *gomodel.Served, c routing.Choice) {
	if s.Unreachable = c.Same >= 0; s.Unreachable {
		other := b.Names.Method(b.Operations.List[c.Same])
		b.Findings.Warn(o.Op.Pos, diag.RuleNotGenerated, "%s is not served: a request cannot be told from one for %s", b.Names.Method(o), other).
			Hint = "give one of them another path, method or media type, or both a required parameter with one value; a server gets nothing behind #"
		return
	}
	for _, x := range c.Constants {
		s.Marks = append(s.Marks, gomodel.RouteMark{Of: gomodel.MarkKind(x.In), Texts: []string{x.Name, x.Value}})
	}
	if c.Types != nil {
		s.Marks = append(s.Marks, gomodel.RouteMark{Of: gomodel.MarkBody, Texts: c.Types})
	}
	if c.Accepts != nil {
		s.Marks = append(s.Marks, gomodel.RouteMark{Of: gomodel.MarkAccept, Texts: c.Accepts})
	}
}

func withoutFragment(path string) string {
	path, _, _ = strings.Cut(path, "#")
	return path
}

// withoutNames returns a template with {} for each parameter.
func withoutNames(path string) string {
	var b strings.Builder
	for {
		text, rest, found := strings.Cut(path, "{")
		b.WriteString(text)
		if !found {
			return b.String()
		}
		b.WriteString("{}")
		_, path, _ = strings.Cut(rest, "}")
	}
}

// path returns the path of the first server, "" for none.
func (b *Builder) path() string {
	if len(b.Doc.Servers) == 0 {
		return ""
	}
	return pathOf(operations.PlainURL(b.Doc.Servers[0]))
}

// base returns the path of the server that an operation has for itself, "" if it has none or the path is that of the document.
func (b *Builder) base(o *operations.Operation) string {
	if o.Server == nil {
		return ""
	}
	if own := pathOf(o.Server.Model.URL); own != b.path() {
		if own == "" {
			return "/"
		}
		return own
	}
	return ""
}

// pathOf returns the path of a URL, which may be relative. It has no slash at its end.
func pathOf(text string) string {
	u, err := url.Parse(text)
	if err != nil {
		return ""
	}
	path := strings.TrimRight(u.EscapedPath(), "/")
	if path != "" && !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return path
}

// security returns what a caller must show. An operation of which no alternative can be checked is open to nobody.
func (b *Builder) security(o *operations.Operation) (list []gomodel.SecurityNeeds) {
	security := o.Op.Security
	if security == nil {
		security = b.Doc.Security
	}
	if security == nil {
		return nil
	}
	for _, alternative := range security.Alternatives {
		needs := gomodel.SecurityNeeds{}
		for _, use := range alternative.Schemes {
			needs = append(needs, b.need(use))
		}
		list = append(list, needs)
	}
	return list
}

// need names a scheme as NewHandler knows it; one that it does not know keeps its name, and is never satisfied.
func (b *Builder) need(use api.SchemeUse) gomodel.SecurityNeed {
	n := gomodel.SecurityNeed{Scheme: use.Name, Scopes: use.Scopes}
	if s := b.Operations.SchemeOf(use); s != nil {
		n.Scheme = s.Name
	}
	return n
}
