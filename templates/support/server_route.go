package support

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// A route leads the requests of one method and path to an operation.
type route struct {
	method string
	path   string   // as the document has it: with parameters, a query, a fragment
	op     int      // what it leads to: a number that its owner chooses
	query  []string // pairs that a request must have, from the path; a parameter in them has any value
	names  []string // of the path parameters
	marks  []mark   // what tells it from others of its method, path and query

	pattern string // for the request
}

// add adds a route below a base path, which ends with or without a slash. A fragment never reaches a server, so it does not count. Of
// two routes with the same method, path, query and marks, the first is used.
func (t *routeTree) add(base string, r *route) {
	path, _, _ := strings.Cut(r.path, "#")
	path, query, _ := strings.Cut(path, "?")
	r.query, r.pattern = queryPairs(query), r.method+" "+r.path
	t.put(r, strings.TrimSuffix(base, "/")+"/"+strings.TrimPrefix(path, "/"))
}

// route finds the route of a request and sets its pattern and path values. values are those of its path parameters, escaped. If there
// is none, allow has the methods of the path, nothing if the path with this query is unknown. GET answers HEAD, unless the document has
// that.
func (t *routeTree) route(r *http.Request) (found *route, values, allow []string) {
	routes, values := t.find(strings.TrimPrefix(r.URL.EscapedPath(), "/"), nil)
	found = choose(routes, r, r.Method)
	if found == nil && r.Method == http.MethodHead {
		found = choose(routes, r, http.MethodGet)
	}
	if found == nil {
		return nil, nil, methodsOf(routes, r)
	}
	r.Pattern = found.pattern
	for i, name := range found.names {
		r.SetPathValue(name, unescapePath(values[i]))
	}
	return found, values, nil
}

// A mark reports whether a request has something that it must have for an operation.
type mark func(r *http.Request) bool

// choose finds the route of a method. It is one whose marks the request has, if there is one: that with the longest query and the most
// marks.
func choose(routes []*route, r *http.Request, method string) (chosen *route) {
	most := -1
	for _, o := range routes {
		if o.method != method || !o.hasQuery(r) {
			continue
		}
		n := len(o.query)
		if !slices.ContainsFunc(o.marks, func(has mark) bool { return !has(r) }) {
			n += len(o.marks) + enough
		}
		if n > most {
			chosen, most = o, n
		}
	}
	return chosen
}

// enough is more than any query has.
const enough = 1 << 20

// methodsOf lists the methods of routes for the header Allow, each once.
func methodsOf(routes []*route, r *http.Request) (methods []string) {
	for _, o := range routes {
		if !o.hasQuery(r) {
			continue
		}
		methods = append(methods, o.method)
		if o.method == http.MethodGet {
			methods = append(methods, http.MethodHead)
		}
	}
	slices.Sort(methods)
	return slices.Compact(methods)
}

// hasQuery reports whether a request has the query that stands in the path of the document.
func (o *route) hasQuery(r *http.Request) bool {
	if len(o.query) == 0 {
		return true
	}
	pairs := queryPairs(r.URL.RawQuery)
	for _, want := range o.query {
		name, _, templated := strings.Cut(want, "{")
		if !slices.ContainsFunc(pairs, func(pair string) bool { return pair == want || templated && strings.HasPrefix(pair, name) }) {
			return false
		}
	}
	return true
}

// queryPairs splits a query into its pairs, without escapes.
func queryPairs(query string) (pairs []string) {
	for pair := range strings.SplitSeq(query, "&") {
		if text, err := url.QueryUnescape(pair); err == nil {
			pair = text
		}
		if pair != "" {
			pairs = append(pairs, pair)
		}
	}
	return pairs
}
