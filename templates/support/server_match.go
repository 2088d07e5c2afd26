package support

import (
	"cmp"
	"slices"
	"strings"
)

// A routeTree finds the routes of a path (OAS: Paths Object, Path Templating): concrete segments before templated ones, and of those
// the ones with more literal text first. A path is taken as it came: there are no redirects, and a slash at its end counts. Each node
// is visited at most once for a request.
type routeTree struct {
	literals  []string              // of the segment: what stands before, between and after its parameters
	children  map[string]*routeTree // by their segments without names
	templates []*routeTree          // children with parameters
	routes    []*route              // those that end here
}

// put adds a route at its path and notes the names of the path parameters.
func (t *routeTree) put(r *route, path string) {
	for segment := range strings.SplitSeq(strings.TrimPrefix(path, "/"), "/") {
		literals, names := splitTemplate(segment)
		r.names = append(r.names, names...)
		t = t.child(literals)
	}
	t.routes = append(t.routes, r)
}

// splitTemplate takes a segment apart: {building}-{number} has the literals "", "-", "" and two names.
func splitTemplate(segment string) (literals, names []string) {
	for {
		literal, rest, opened := strings.Cut(segment, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !opened || !closed {
			return append(literals, segment), names
		}
		literals, names, segment = append(literals, literal), append(names, name), after
	}
}

func (t *routeTree) child(literals []string) *routeTree {
	key := strings.Join(literals, "{}")
	if t.children[key] != nil {
		return t.children[key]
	}
	made := &routeTree{literals: literals}
	if t.children == nil {
		t.children = map[string]*routeTree{}
	}
	t.children[key] = made
	if len(literals) > 1 {
		for i := range literals {
			literals[i] = normalEscapes(literals[i])
		}
		t.templates = append(t.templates, made)
		slices.SortStableFunc(t.templates, func(a, b *routeTree) int { return cmp.Compare(b.literalText(), a.literalText()) })
	}
	return made
}

func (t *routeTree) literalText() int { return len(strings.Join(t.literals, "")) }

// find gives the routes of an escaped path without its first slash, and the values of its parameters in their order, escaped.
func (t *routeTree) find(path string, values []string) ([]*route, []string) {
	segment, rest, more := strings.Cut(path, "/")
	hasEscapes := strings.Contains(segment, "%")
	if hasEscapes || strings.Contains(segment, "[") || strings.Contains(segment, "]") {
		segment = normalEscapes(segment)
	}
	below := func(t *routeTree, values []string) ([]*route, []string) {
		if more {
			return t.find(rest, values)
		}
		return t.routes, values
	}
	concrete := t.children[segment]
	if hasEscapes { // some documents have escapes in their paths, others what they stand for
		concrete = cmp.Or(t.children[unescapePath(segment)], concrete)
	}
	if concrete != nil && len(concrete.literals) == 1 {
		if found, all := below(concrete, values); found != nil {
			return found, all
		}
	}
	for _, template := range t.templates {
		if all, ok := template.match(segment, values); ok {
			if found, all := below(template, all); found != nil {
				return found, all
			}
		}
	}
	return nil, nil
}

// match appends the values of the parameters in a segment. None is empty; where more than one split fits, later ones are shorter.
func (t *routeTree) match(segment string, values []string) ([]string, bool) {
	if values == nil {
		values = make([]string, 0, 4) // most paths have no more
	}
	last, first := len(t.literals)-1, len(values)
	segment, begins := strings.CutPrefix(segment, t.literals[0])
	segment, ends := strings.CutSuffix(segment, t.literals[last])
	values = append(values, t.literals[1:]...) // as many as there are parameters
	for i := last - 1; i > 0; i-- {
		at := lastSplit(segment, t.literals[i])
		if at < 0 {
			return nil, false
		}
		values[first+i], segment = segment[at+len(t.literals[i]):], segment[:at]
	}
	values[first] = segment
	isNone := func(value string) bool { return unescapePath(value) == "" } // nothing, or a part of an escape
	return values, begins && ends && !slices.ContainsFunc(values[first:], isNone)
}

// lastSplit finds the last place of a literal that leaves something behind it and does not begin inside an escape, -1 if there is none.
func lastSplit(segment, literal string) int {
	at := len(segment)
	for at > 0 {
		at = strings.LastIndex(segment[:max(min(at-1+len(literal), len(segment)-1), 0)], literal)
		if at < 1 || segment[at-1] != '%' && (at < 2 || segment[at-2] != '%') {
			return at
		}
	}
	return -1
}
