package mock

import (
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/routing"
)

// An operation is one of the document, with its route.
type operation struct {
	route
	item *api.PathItem
	api  *api.Operation
}

// routes are the operations of a document, ready to be found.
type routes struct {
	tree       routeTree
	operations []*operation // by the number in their routes
}

// newRoutes reads the operations of a document. One that no request can reach is a finding: another one has the same route, as where
// paths differ in a fragment, and nothing tells them apart.
func newRoutes(doc *api.Document, findings *diag.List) *routes {
	r := &routes{}
	var told []routing.Operation
	name := regexp.MustCompile(`\{[^{}]*\}`)
	for _, entry := range doc.Paths {
		item := entry.Value.Value
		if item == nil {
			continue
		}
		for _, op := range item.Operations {
			o := &operation{route: route{method: op.Method, path: entry.Name, op: len(r.operations)}, item: item, api: op}
			r.operations = append(r.operations, o)
			base := basePath(doc, item, op)
			plain, _, _ := strings.Cut(o.path, "#")
			told = append(told, routing.Operation{Route: o.method + " " + base + " " + name.ReplaceAllString(plain, "{}"), Item: item, Op: op})
		}
	}
	for i, c := range routing.Choose(told) {
		o := r.operations[i]
		if c.Same >= 0 {
			findings.Warn(o.api.Pos, diag.RuleNotGenerated, "%s is not served: requests for it go to %s", o.name(), r.operations[c.Same].name())
			continue
		}
		o.marks = marksOf(c)
		r.tree.add(basePath(doc, o.item, o.api), &o.route)
	}
	return r
}

// marksOf says what a request must have for an operation.
func marksOf(c routing.Choice) (list []mark) {
	for _, x := range c.Constants {
		if x.In == api.InHeader {
			list = append(list, headerIs(x.Name, x.Value))
		} else {
			list = append(list, queryIs(x.Name, x.Value))
		}
	}
	if c.Types != nil {
		list = append(list, bodyIs(c.Types...))
	}
	if c.Accepts != nil {
		list = append(list, acceptIs(c.Accepts...))
	}
	return list
}

// find returns the operation of a request and the texts of its path parameters, as they are escaped; nil and the methods that the path
// has if there is none.
func (r *routes) find(req *http.Request) (o *operation, params map[string]string, allow []string) {
	found, values, allow := r.tree.route(req)
	if found == nil {
		return nil, nil, allow
	}
	params = map[string]string{}
	for i, name := range found.names {
		params[name] = values[i]
	}
	return r.operations[found.op], params, nil
}

// basePath returns the path of the first server of an operation: its own, that of its path, or that of the document. OAS: Server Object.
func basePath(doc *api.Document, item *api.PathItem, op *api.Operation) string {
	for _, list := range [][]*api.Server{op.Servers, item.Servers} {
		if len(list) > 0 {
			return pathOf(list[0])
		}
	}
	return documentPath(doc)
}

// documentPath is that of the first server of the document, / without one.
func documentPath(doc *api.Document) string {
	if len(doc.Servers) == 0 {
		return "/"
	}
	return pathOf(doc.Servers[0])
}

func pathOf(s *api.Server) string {
	text := s.URL
	for _, v := range s.Variables {
		text = strings.ReplaceAll(text, "{"+v.Name+"}", v.Value.Default)
	}
	text, _, _ = strings.Cut(text, "#")
	text, _, _ = strings.Cut(text, "?")
	if _, rest, absolute := strings.Cut(text, "//"); absolute {
		_, text, _ = strings.Cut(rest, "/") // behind the host
	}
	if plain, err := url.PathUnescape(text); err == nil && !strings.Contains(strings.ToLower(text), "%2f") {
		text = plain
	}
	return path.Clean("/" + text)
}
