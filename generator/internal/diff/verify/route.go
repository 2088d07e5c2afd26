package verify

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

// A template is a path of the document, ready to be matched.
type template struct {
	segments []segment
	query    []wire.Pair // of a path that was written with a query
}

// A segment is what stands between two slashes.
type segment struct {
	text  string         // without a parameter: decoded
	match *regexp.Regexp // with parameters, nil without
	names []string
	whole bool // it is one parameter and nothing else
}

func newTemplate(path string) template {
	path, _, _ = strings.Cut(path, "#")
	path, query, _ := strings.Cut(path, "?")
	t := template{query: wire.ParsePairs(query)}
	for text := range strings.SplitSeq(strings.TrimPrefix(path, "/"), "/") {
		t.segments = append(t.segments, newSegment(text))
	}
	return t
}

func newSegment(text string) segment {
	found := regexp.MustCompile(`\{[^{}]+\}`).FindAllStringIndex(text, -1)
	if found == nil {
		return segment{text: wire.Unescape(text)}
	}
	s := segment{whole: len(found) == 1 && found[0][0] == 0 && found[0][1] == len(text)}
	expression, at := "^", 0
	for _, place := range found {
		expression += regexp.QuoteMeta(text[at:place[0]]) + "(.+?)"
		s.names = append(s.names, text[place[0]+1:place[1]-1])
		at = place[1]
	}
	s.match = regexp.MustCompile(expression + regexp.QuoteMeta(text[at:]) + "$")
	return s
}

// params returns the texts of the parameters of a path that fits, as they are escaped.
func (t template) params(path string, query []wire.Pair) (values map[string]string, ok bool) {
	parts := strings.Split(strings.TrimPrefix(path, "/"), "/")
	if len(parts) != len(t.segments) {
		return nil, false
	}
	values = map[string]string{}
	for i, s := range t.segments {
		if s.match == nil {
			if wire.Unescape(parts[i]) != s.text {
				return nil, false
			}
			continue
		}
		found := s.match.FindStringSubmatch(parts[i])
		if found == nil {
			return nil, false
		}
		for n, name := range s.names {
			values[name] = found[n+1]
		}
	}
	for _, need := range t.query {
		if !slices.ContainsFunc(query, func(p wire.Pair) bool { return p.Name == need.Name && (!need.HasValue || p.Raw == need.Raw) }) {
			return nil, false
		}
	}
	return values, true
}

// before reports whether t is matched before other: it is nowhere less concrete. OAS: Paths Object, Path Templating Matching.
func (t template) before(other template) bool {
	more := len(t.query) > len(other.query)
	for i := range t.segments {
		a, b := t.segments[i].rank(), other.segments[i].rank()
		if a > b {
			return false
		}
		more = more || a < b
	}
	return more
}

func (s segment) rank() int {
	switch {
	case s.match == nil:
		return 0
	case s.whole:
		return 2
	}
	return 1
}

// A route is a path of the document that a request fits.
type route struct {
	template template
	item     *api.PathItem
	params   map[string]string
	rest     string // what follows the server
}

// Request judges a request: some operation of the document must accept it.
func (j *Judge) Request(m Message) Result {
	u, err := url.Parse(m.URL)
	if err != nil {
		return Result{Problem: fmt.Errorf("the URL cannot be read: %w", err)}
	}
	routes, anyServer := j.routes(u)
	var f findings
	switch {
	case len(routes) == 0 && anyServer:
		f.add("server", "", "", "no server has this URL")
		return f.result(nil)
	case len(routes) == 0:
		f.add("path", "", "", "no path fits %s", u.EscapedPath())
		return f.result(nil)
	}
	return j.best(m, u, routes)
}

// best judges a request by each route. Those that fit are alike, so the document allows what one of them allows.
func (j *Judge) best(m Message, u *url.URL, routes []route) (best Result) {
	var f findings
	f.add("method", "", "", "%s has no operation %s", u.EscapedPath(), m.Method)
	best = f.result(nil)
	wrongServer := false
	for _, r := range routes {
		for _, op := range r.item.Operations {
			if !hasMethod(op, m.Method) {
				continue
			}
			if !slices.Contains(j.rests(u, j.serversOf(r.item, op)), r.rest) {
				wrongServer = true
				continue
			}
			result := j.judgeRequest(r.item, op, m, request{query: wire.ParsePairs(u.RawQuery), path: r.params, rawQuery: u.RawQuery})
			if result.Valid {
				return result
			}
			if best.Operation == nil || len(best.Errors) > 0 && len(result.Errors) == 0 {
				best = result
			}
		}
	}
	if best.Operation == nil && wrongServer {
		f = findings{}
		f.add("server", "", "", "no server of the operation has this URL")
		return f.result(nil)
	}
	return best
}

func hasMethod(op *api.Operation, method string) bool {
	return op.Method == method
}

// routes returns the paths that fit a URL, without those that others are matched before. anyServer says that one would fit with
// another server.
func (j *Judge) routes(u *url.URL) (routes []route, anyServer bool) {
	query := wire.ParsePairs(u.RawQuery)
	for i, t := range j.templates() {
		item := j.doc.Paths[i].Value.Value
		if item == nil {
			continue
		}
		servers := j.allServers(item)
		for _, rest := range suffixes(u.EscapedPath()) {
			params, ok := t.params(rest, query)
			if !ok {
				continue
			}
			anyServer = anyServer || len(servers[0]) > 0
			if slices.ContainsFunc(servers, func(list []*api.Server) bool { return slices.Contains(j.rests(u, list), rest) }) {
				routes = append(routes, route{template: t, item: item, params: params, rest: rest})
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(routes), func(r route) bool {
		return slices.ContainsFunc(routes, func(other route) bool { return other.rest == r.rest && other.template.before(r.template) })
	}), anyServer
}

// templates returns the paths of the document, ready to be matched.
func (j *Judge) templates() []template {
	if j.paths == nil {
		j.paths = make([]template, len(j.doc.Paths))
		for i, entry := range j.doc.Paths {
			j.paths[i] = newTemplate(entry.Name)
		}
	}
	return j.paths
}

// suffixes returns a path from each of its slashes on.
func suffixes(path string) (list []string) {
	if path == "" {
		path = "/"
	}
	for i := range path {
		if path[i] == '/' {
			list = append(list, path[i:])
		}
	}
	return list
}

// allServers returns the lists of servers that the operations of a path have.
func (j *Judge) allServers(item *api.PathItem) (lists [][]*api.Server) {
	lists = append(lists, j.serversOf(item, nil))
	for _, op := range item.Operations {
		if len(op.Servers) > 0 {
			lists = append(lists, op.Servers)
		}
	}
	return lists
}
