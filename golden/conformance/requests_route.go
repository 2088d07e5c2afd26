package main

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/routers"
)

// A target is the operation that a method of the client must reach.
type target struct {
	path string
	item *openapi3.PathItem
	op   *openapi3.Operation
}

// withoutRest cuts off what is no path in a template: documents have a query or a fragment there.
func withoutRest(template string) string {
	path, _, _ := strings.Cut(template, "?")
	path, _, _ = strings.Cut(path, "#")
	return path
}

// route reads a request as one to the operation that was called. A router would take another operation whose template fits too, and
// knows no template with a fragment.
func (j *requestJudge) route(r *http.Request) (*routers.Route, map[string]string, error) {
	t := j.targets[r.Header.Get("X-Called")]
	if t.op == nil || j.doc.Paths.Value(t.path).GetOperation(r.Method) != t.op {
		return nil, nil, fmt.Errorf("%s is not the method of the operation", r.Method)
	}
	pattern := "^"
	template := withoutRest(t.path)
	var names []string
	last := 0
	for _, at := range braces.FindAllStringIndex(template, -1) {
		pattern += regexp.QuoteMeta((&url.URL{Path: template[last:at[0]]}).EscapedPath()) + "([^/]*?)"
		names = append(names, template[at[0]+1:at[1]-1])
		last = at[1]
	}
	pattern += regexp.QuoteMeta((&url.URL{Path: template[last:]}).EscapedPath()) + "$"
	found := regexp.MustCompile(pattern).FindStringSubmatch(r.URL.EscapedPath())
	if found == nil {
		return nil, nil, fmt.Errorf("the path %s does not fit %s", r.URL.EscapedPath(), t.path)
	}
	params := map[string]string{}
	for i, name := range names {
		value, err := url.PathUnescape(found[i+1])
		if err != nil {
			return nil, nil, err
		}
		params[name] = value
	}
	return &routers.Route{Spec: j.doc, Path: t.path, PathItem: t.item, Method: r.Method, Operation: t.op}, params, nil
}
