package support

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// treeOf makes a tree of routes "GET /path", in their order.
func treeOf(base string, routes ...string) *routeTree {
	tree := &routeTree{}
	for i, text := range routes {
		method, path, _ := strings.Cut(text, " ")
		tree.add(base, &route{method: method, path: path, op: i})
	}
	return tree
}

// found says where a request leads: the path of the document and the values, or the methods that are allowed.
func found(t *testing.T, tree *routeTree, method, target string) string {
	t.Helper()
	u, err := url.ParseRequestURI(target)
	require.NoError(t, err)
	r := &http.Request{Method: method, URL: u}
	o, values, allow := tree.route(r)
	if o == nil {
		assert.Empty(t, r.Pattern)
		return strings.Join(append([]string{"none:"}, allow...), " ")
	}
	assert.Equal(t, o.method+" "+o.path, r.Pattern)
	require.Len(t, values, len(o.names))
	for i, name := range o.names {
		assert.Equal(t, unescapePath(values[i]), r.PathValue(name))
	}
	return strings.Join(append([]string{o.path}, values...), " ")
}

func TestMatcher(t *testing.T) {
	tree := treeOf("", "GET /a/{x}", "GET /a/b", "GET /a/{x}.json", "GET /a/{x}/c", "GET /a/b/{y}", "GET /{p}/{q}", "GET /f/{name}.{ext}",
		"GET /v/{id}:stop", "GET /a/", "GET /", "GET /one two", "GET /m/{x}{y}", "GET /m/{x}-{y}-{z}", "GET /e/a%20b", "GET /e/ü", "GET /e/{x}ü",
		"GET /o/Products({id})", "GET /o/{a}[{b}]", "GET /h/{a}5{b}", "GET /h/{a}C", "GET /broken/{x", "GET /broken/y}", "GET /100%", "GET /c:d",
		"GET /deep/{a}/x/y", "GET /deep/b/{c}/z")
	for path, want := range map[string]string{
		"/a/b": "/a/b", "/a/bb": "/a/{x} bb", "/a/x.json": "/a/{x}.json x", "/a/x.json.json": "/a/{x}.json x.json", "/a/.json": "/a/{x} .json",
		"/a/b/c": "/a/b/{y} c", "/a/d/c": "/a/{x}/c d", "/b/b": "/{p}/{q} b b", "/f/a.tar.gz": "/f/{name}.{ext} a.tar gz", "/f/.gz": "/{p}/{q} f .gz",
		"/v/5:stop": "/v/{id}:stop 5", "/v/5:go": "/{p}/{q} v 5:go", "/v/a%3Ab:stop": "/v/{id}:stop a%3Ab", "/v/a%3astop": "/{p}/{q} v a%3Astop",
		// slashes
		"/a/": "/a/", "/a": "none:", "/": "/", "//": "none:", "/a/b/": "none:", "/a%2Fb/c": "/{p}/{q} a%2Fb c", "/a%2fb/c": "/{p}/{q} a%2Fb c",
		"/a/b/c/d": "none:", "/a/%2E%2E": "/a/{x} ..",
		// escapes of the request and of the document
		"/one%20two": "/one two", "/a/%62": "/a/b", "/e/a%20b": "/e/a%20b", "/e/a%2520b": "/e/a%20b", "/e/%C3%BC": "/e/ü", "/e/%c3%bc": "/e/ü",
		"/e/x%c3%bc": "/e/{x}ü x", "/100%25": "/100%", "/c:d": "/c:d", "/c%3Ad": "/c:d",
		// several parameters in a segment
		"/m/abc": "/m/{x}{y} ab c", "/m/a-b-c-d": "/m/{x}-{y}-{z} a-b c d", "/m/a": "/{p}/{q} m a", "/m/a%2db-c-d": "/m/{x}-{y}-{z} a-b c d",
		"/m/a--": "/m/{x}{y} a- -", "/m/a-b--": "/m/{x}-{y}-{z} a b -", "/m/---": "/m/{x}{y} -- -", "/m/-----": "/m/{x}-{y}-{z} - - -",
		"/o/Products(5)": "/o/Products({id}) 5", "/o/Products%285%29": "/o/Products({id}) 5", "/o/Products()": "/{p}/{q} o Products()",
		"/o/a[b]": "/o/{a}[{b}] a b", "/o/a%5Bb%5D": "/o/{a}[{b}] a b",
		// a literal is no part of an escape
		"/h/1%255": "/{p}/{q} h 1%255", "/h/x5%25": "/h/{a}5{b} x %25", "/h/x%2C": "/{p}/{q} h x%2C", "/m/a%40": "/m/{x}{y} a %40", "/m/%40": "/{p}/{q} m %40",
		"/broken/%7Bx": "/broken/{x", "/broken/y%7D": "/broken/y}",
		// another branch, if the first one ends early
		"/deep/b/x/y": "/deep/{a}/x/y b", "/deep/b/x/z": "/deep/b/{c}/z x", "/deep/b/x/w": "none:",
	} {
		t.Run(path, func(t *testing.T) {
			assert.Equal(t, want, found(t, tree, http.MethodGet, path))
		})
	}
}

func TestRoutesOfOnePath(t *testing.T) {
	tree := treeOf("/v1/", "GET /pets", "POST /pets", "HEAD /files", "GET /files", "DELETE /files", "POST /pets", "QUERY /search", "GET /pets/{id}", "GET /pets/mine#all",
		"DELETE /pets/mine#one", "DELETE /pets/mine#two", "GET bare")
	for request, want := range map[string]string{
		"GET /v1/pets": "/pets", "HEAD /v1/pets": "/pets", "DELETE /v1/pets": "none: GET HEAD POST", "OPTIONS /v1/files": "none: DELETE GET HEAD",
		"QUERY /v1/search": "/search", "HEAD /v1/search": "none: QUERY", "get /v1/pets": "none: GET HEAD POST",
		"GET /pets": "none:", "GET /v1/": "none:", "GET /v1": "none:", "GET /v1/bare": "bare",
		"GET /v1/pets/mine": "/pets/mine#all", "DELETE /v1/pets/mine": "/pets/mine#one",
		"DELETE /v1/pets/5": "none: GET HEAD", "POST /v1/pets/mine": "none: DELETE GET HEAD", // the concrete path is another resource
	} {
		method, target, _ := strings.Cut(request, " ")
		assert.Equal(t, want, found(t, tree, method, target), request)
	}
	o, _, _ := tree.route(httptest.NewRequest(http.MethodPost, "/v1/pets", nil))
	assert.Equal(t, 1, o.op, "the first of two that are the same")
	o, _, _ = tree.route(httptest.NewRequest(http.MethodHead, "/v1/files", nil))
	assert.Equal(t, http.MethodHead, o.method, "the document's own")
}

func TestQueryInPath(t *testing.T) {
	tree := treeOf("", "POST /api?action=list", "POST /api", "POST /api?action=list&all", "GET /api?action=show&id={id}", "GET /only?x=a b#frag", "PUT /api?x=1", "PUT /api?y=2")
	for request, want := range map[string]string{
		"POST /api": "/api", "POST /api?action=list": "/api?action=list", "POST /api?z=1&action=list": "/api?action=list", "POST /api?action=lists": "/api",
		"POST /api?all&action=list": "/api?action=list&all", "POST /api?action%3Dlist": "/api?action=list", "POST /api?%zz": "/api",
		"GET /api?action=show&id=5": "/api?action=show&id={id}", "GET /api?action=show": "none: POST", "GET /api": "none: POST", "GET /api?x=1": "none: POST PUT",
		"GET /only?x=a+b": "/only?x=a b#frag", "GET /only?x=a%20b": "/only?x=a b#frag", "GET /only": "none:", "POST /only?x=a%20b": "none: GET HEAD",
		"PUT /api?y=2&x=1": "/api?x=1",
	} {
		method, target, _ := strings.Cut(request, " ")
		assert.Equal(t, want, found(t, tree, method, target), request)
	}
}

// TestMarks: operations of one method and path are told apart by what a request has beside them.
func TestMarks(t *testing.T) {
	tree := &routeTree{}
	for i, marks := range [][]mark{
		{headerIs("X-Op", "a")}, {headerIs("X-Op", "b"), bodyIs("text/plain", "text/csv")}, {headerIs("X-Op", "b"), bodyIs("")}, {queryIs("do", "x y")}, nil, {acceptIs("text/html", "text/event-stream")},
	} {
		tree.add("", &route{method: "POST", path: "/#" + string(rune('0'+i)), op: i, marks: marks})
	}
	tree.add("", &route{method: "PUT", path: "/", op: 6, marks: []mark{bodyIs("text/plain")}})
	for request, want := range map[string]int{
		"POST / a": 0, "POST / b text/csv;header": 1, "POST / b": 2, "POST / b image/png": 4, "POST /?do=x+y": 3, "POST /?do=x": 4, "POST / c": 4,
		"POST / - - text/event-stream;q=1,application/json": 5, "POST / - - application/json,text/html": 4, "POST / - - application/json;q=0.5,text/html": 5,
		"PUT / a image/png": 6, // the only one: it says what is wrong
	} {
		words := append(strings.Fields(request), "", "", "")
		r := httptest.NewRequest(words[0], words[1], nil)
		r.Header.Set("X-Op", words[2])
		r.Header.Set("Content-Type", words[3])
		r.Header.Set("Accept", words[4])
		o, _, _ := tree.route(r)
		require.NotNil(t, o, request)
		assert.Equal(t, want, o.op, request)
	}
}

// FuzzMatcher: no path makes the matcher panic, and a value that was escaped comes back.
func FuzzMatcher(f *testing.F) {
	f.Add("/v/{id}:stop", "a%b")
	f.Add("/{x}{y}/{z", "%25")
	f.Add("/{a}5{b}-{c}", "ü")
	f.Fuzz(func(t *testing.T, path, value string) {
		tree := treeOf("/base", "GET /own/{value}", "GET "+path)
		if target := "/base/own/" + url.PathEscape(value); value != "" && !strings.HasPrefix(path, "/own") && !strings.HasPrefix(path, "own") {
			u, err := url.ParseRequestURI(target)
			require.NoError(t, err)
			o, values, _ := tree.route(&http.Request{Method: http.MethodGet, URL: u})
			require.NotNil(t, o)
			assert.Equal(t, value, unescapePath(values[0]))
		}
		tree.route(&http.Request{Method: http.MethodGet, URL: &url.URL{Path: value}})
		tree.route(&http.Request{Method: http.MethodGet, URL: &url.URL{Path: "/base" + path, RawPath: value, RawQuery: value}})
	})
}
