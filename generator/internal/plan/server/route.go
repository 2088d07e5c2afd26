package server

import (
	"net/url"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
)

// A route is what a request says before anything of it is read: method and path, with names of parameters left out.
type route struct{ method, path, query string }

// isRouted reports whether requests can reach an operation. Of several with one route the first one is served: what follows a number sign
// never reaches a server.
func (b *Builder) isRouted(o *operations.Operation, s *gomodel.Served, taken map[route]*operations.Operation) bool {
	path, query, _ := strings.Cut(withoutFragment(o.Route.Path), "?")
	r := route{o.Op.Method, s.Base + withoutNames(path), query}
	if other := taken[r]; other != nil {
		b.Findings.Warn(o.Op.Pos, diag.RuleNotGenerated, "%s is not served: a request cannot be told from one for %s", b.Names.Method(o), b.Names.Method(other)).
			Hint = "give one of them another path or method; a server gets nothing behind #"
		return false
	}
	taken[r] = o
	return true
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
