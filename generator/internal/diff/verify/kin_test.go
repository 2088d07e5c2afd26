package verify_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/verify"
)

// A styling is a place, a style and a type of a parameter.
type styling struct {
	in, style string
	explode   bool
	kind      string // of the value: integer, array, object
}

func (s styling) String() string {
	return strings.Join([]string{s.in, s.style, map[bool]string{true: "exploded", false: "plain"}[s.explode], s.kind}, " ")
}

// path returns the path of the operation with the parameter.
func (s styling) path() string {
	path := "/" + strings.ReplaceAll(s.String(), " ", "/")
	if s.in == "path" {
		path += "/{p}"
	}
	return path
}

// stylings returns all that OpenAPI 3.0.4 defines: Style Values.
func stylings() (list []styling) {
	for _, c := range []struct{ in, styles, kinds string }{
		{"path", "simple label matrix", "integer array object"},
		{"query", "form", "integer array object"},
		{"query", "spaceDelimited pipeDelimited", "array object"},
		{"query", "deepObject", "object"},
		{"header", "simple", "integer array object"},
		{"cookie", "form", "integer array object"},
	} {
		for style := range strings.FieldsSeq(c.styles) {
			for kind := range strings.FieldsSeq(c.kinds) {
				for _, explode := range []bool{false, true} {
					if style == "deepObject" && !explode {
						continue // not defined
					}
					list = append(list, styling{c.in, style, explode, kind})
				}
			}
		}
	}
	return list
}

// schemaOf returns the schema of a kind of value.
func schemaOf(kind string) string {
	return map[string]string{
		"integer": `{type: integer, maximum: 50}`,
		"array":   `{type: array, maxItems: 2, items: {type: integer, maximum: 50}}`,
		"object":  `{type: object, required: [R], additionalProperties: false, properties: {R: {type: integer, maximum: 50}, G: {type: integer}}}`,
	}[kind]
}

// A value is a list of elements, or of names and values.
type value struct {
	what  string
	parts []string
}

func valuesOf(kind string) []value {
	return map[string][]value{
		"integer": {{"right", []string{"7"}}, {"too large", []string{"51"}}, {"no number", []string{"x"}}, {"a list", []string{"1", "2"}}},
		"array": {{"right", []string{"7", "8"}}, {"one", []string{"7"}}, {"too large", []string{"7", "51"}}, {"no number", []string{"x"}},
			{"too many", []string{"1", "2", "3"}}},
		"object": {{"right", []string{"R", "7", "G", "8"}}, {"too large", []string{"R", "51"}}, {"no number", []string{"R", "x"}},
			{"a member missing", []string{"G", "7"}}, {"another member", []string{"R", "7", "B", "1"}}},
	}[kind]
}

// write adds a value to a message as the style says (RFC 6570).
func (s styling) write(m *verify.Message, parts []string) {
	pairs := parts
	if s.kind == "object" {
		pairs = nil
		for i := 0; i < len(parts); i += 2 {
			pairs = append(pairs, parts[i]+"="+parts[i+1])
		}
	}
	switch {
	case s.style == "deepObject":
		for i, pair := range pairs {
			name, text, _ := strings.Cut(pair, "=")
			pairs[i] = "p[" + name + "]=" + text
		}
		m.URL += "?" + strings.Join(pairs, "&")
	case s.in == "path":
		m.URL = strings.Replace(m.URL, "{p}", s.pathText(parts, pairs), 1)
	case s.in == "header":
		if s.explode {
			parts = pairs
		}
		m.Header.Set("p", strings.Join(parts, ","))
	default:
		s.writePairs(m, parts, pairs)
	}
}

func (s styling) pathText(parts, pairs []string) string {
	switch {
	case s.style == "simple" && s.explode:
		return strings.Join(pairs, ",")
	case s.style == "simple":
		return strings.Join(parts, ",")
	case s.style == "label" && s.explode:
		return "." + strings.Join(pairs, ".")
	case s.style == "label":
		return "." + strings.Join(parts, ",")
	case s.explode && s.kind == "object":
		return ";" + strings.Join(pairs, ";")
	case s.explode:
		return ";p=" + strings.Join(parts, ";p=")
	}
	return ";p=" + strings.Join(parts, ",")
}

func (s styling) writePairs(m *verify.Message, parts, pairs []string) {
	delim := map[string]string{"form": ",", "spaceDelimited": "%20", "pipeDelimited": "|"}[s.style]
	between := "&"
	if s.in == "cookie" {
		between = "; "
	}
	text := "p=" + strings.Join(parts, delim)
	switch {
	case s.explode && s.kind == "object":
		text = strings.Join(pairs, between)
	case s.explode:
		text = "p=" + strings.Join(parts, between+"p=")
	}
	if s.in == "cookie" {
		m.Header.Set("Cookie", text)
	} else {
		m.URL += "?" + text
	}
}

// A sample is a message with a name.
type sample struct {
	name    string
	message verify.Message
}

// styledDocument returns a document with an operation for each styling, and messages to them.
func styledDocument() (document string, samples []sample) {
	var b strings.Builder
	b.WriteString("openapi: 3.0.3\ninfo: {title: t, version: '1'}\nservers: [{url: 'https://a.example.com'}]\npaths:\n")
	for _, s := range stylings() {
		fmt.Fprintf(&b, "  %s: {get: {parameters: [{name: p, in: %s, required: true, style: %s, explode: %v, schema: %s}], %s}}\n",
			s.path(), s.in, s.style, s.explode, schemaOf(s.kind), ok200)
		for _, v := range valuesOf(s.kind) {
			m := verify.Message{Method: "GET", URL: "https://a.example.com" + s.path(), Header: http.Header{}}
			s.write(&m, slices.Clone(v.parts))
			samples = append(samples, sample{s.String() + ": " + v.what, m})
		}
		if s.in != "path" {
			m := verify.Message{Method: "GET", URL: "https://a.example.com" + s.path(), Header: http.Header{}}
			samples = append(samples, sample{s.String() + ": missing", m})
		}
	}
	return b.String(), samples
}

// A peer is kin-openapi with a document.
type peer struct {
	router routers.Router
}

func newPeer(t *testing.T, document string) peer {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData([]byte(document))
	require.NoError(t, err)
	router, err := legacy.NewRouter(doc)
	require.NoError(t, err)
	return peer{router}
}

func (p peer) request(t *testing.T, m verify.Message) error {
	t.Helper()
	input, err := p.input(t, m)
	if err != nil {
		return err
	}
	return openapi3filter.ValidateRequest(context.Background(), input)
}

func (p peer) input(t *testing.T, m verify.Message) (*openapi3filter.RequestValidationInput, error) {
	t.Helper()
	r, err := http.NewRequest(m.Method, m.URL, bytes.NewReader(m.Body))
	require.NoError(t, err)
	r.Header = m.Header.Clone()
	route, params, err := p.router.FindRoute(r)
	if err != nil {
		return nil, err
	}
	return &openapi3filter.RequestValidationInput{Request: r, PathParams: params, Route: route, QueryParams: r.URL.Query(),
		Options: &openapi3filter.Options{AuthenticationFunc: authenticate}}, nil
}

// authenticate looks for credentials; kin-openapi leaves that to its users.
func authenticate(_ context.Context, in *openapi3filter.AuthenticationInput) error {
	h := in.RequestValidationInput.Request.Header
	has := map[string]bool{
		"apiKey": h.Get(in.SecurityScheme.Name) != "",
		"http":   strings.HasPrefix(strings.ToLower(h.Get("Authorization")), in.SecurityScheme.Scheme+" "),
		"oauth2": strings.HasPrefix(h.Get("Authorization"), "Bearer "),
	}
	if !has[in.SecurityScheme.Type] {
		return in.NewError(fmt.Errorf("no credentials"))
	}
	return nil
}

// response judges a response to a request.
func (p peer) response(t *testing.T, request, response verify.Message) error {
	t.Helper()
	input, err := p.input(t, request)
	require.NoError(t, err)
	return openapi3filter.ValidateResponse(context.Background(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: input, Status: response.Status, Header: response.Header, Body: io.NopCloser(bytes.NewReader(response.Body)),
		Options: &openapi3filter.Options{IncludeResponseStatus: true},
	})
}

// stylesOtherwise are the messages that kin-openapi judges otherwise, and why we do not.
func stylesOtherwise() map[string]string {
	const (
		members = "it passes over members that properties does not name; additionalProperties forbids them (JSON Schema Core, 10.3.2.3)"
		first   = "it takes the first of two values; a value that is no list is there once (RFC 6570, 3.2.8)"
		pairs   = "it does not read what OAS calls n/a; read as style form (OAS 3.0.4, Style Examples)"
		cookies = "it does not read exploded cookies, which OAS 3.0.4 has by default (Style Values, form)"
	)
	list := map[string]string{
		"query form exploded integer: a list": first, "cookie form exploded integer: a list": first,
		"cookie form exploded array: right": cookies, "cookie form exploded array: one": cookies,
		"cookie form exploded object: right": cookies, "cookie form exploded object: another member": cookies,
		"query spaceDelimited exploded object: right": pairs, "query spaceDelimited exploded object: another member": pairs,
		"query pipeDelimited exploded object: right": pairs, "query pipeDelimited exploded object: another member": pairs,
	}
	for _, s := range stylings() {
		if _, ok := list[s.String()+": another member"]; s.kind == "object" && !ok && s.String() != "query form exploded object" {
			list[s.String()+": another member"] = members
		}
	}
	return list
}

// TestStylesAsKinOpenAPI judges each style with right and wrong values as kin-openapi does, and as we mean it.
func TestStylesAsKinOpenAPI(t *testing.T) {
	document, samples := styledDocument()
	judge, kin := verify.New(read(t, document), verify.Options{}), newPeer(t, document)
	otherwise := stylesOtherwise()
	for _, s := range samples {
		ours, theirs := judge.Request(s.message), kin.request(t, s.message)
		right := strings.HasSuffix(s.name, ": right") || strings.HasSuffix(s.name, ": one")
		if strings.HasSuffix(s.name, "exploded object: another member") && (strings.HasPrefix(s.name, "query") || strings.HasPrefix(s.name, "cookie")) {
			right = !strings.Contains(s.name, "deepObject") // the member looks like a parameter that nobody knows
		}
		assert.Equal(t, right, ours.Valid, "%s: %s\n%s", s.name, s.message.Text(), lines(ours))
		compare(t, otherwise, s.name, ours, theirs)
	}
	assert.Empty(t, otherwise, "these do not differ any more")
}

// compare reports a difference that the table does not explain, and takes what it explains out of it.
func compare(t *testing.T, otherwise map[string]string, name string, ours verify.Result, theirs error) {
	t.Helper()
	assert.NoError(t, ours.Problem, name)
	if ours.Valid != (theirs == nil) {
		assert.NotEmpty(t, otherwise[name], "%s: we say %s, kin-openapi says %v", name, lines(ours), theirs)
		delete(otherwise, name)
	}
}

const mixedDocument = `openapi: 3.0.3
info: {title: t, version: '1'}
servers:
- {url: 'https://{region}.example.com/v1', variables: {region: {enum: [eu, us], default: eu}}}
paths:
  /pets/mine: {get: {` + ok200 + `}}
  /pets/{id}:
    get: {parameters: [{name: id, in: path, required: true, schema: {type: integer}}], ` + ok200 + `}
    put: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], ` + ok200 + `}
  /query:
    get:
      parameters:
      - {name: b, in: query, schema: {type: boolean}}
      - {name: s, in: query, schema: {type: string, maxLength: 2}}
      - {name: e, in: query, allowEmptyValue: true, schema: {type: integer}}
      - {name: j, in: query, content: {application/json: {schema: {type: object, required: [a]}}}}
      - {name: X-H, in: header, schema: {type: integer}}
      ` + ok200 + `
  /ignored: {get: {parameters: [{name: Authorization, in: header, required: true, schema: {type: integer}}], ` + ok200 + `}}
  /body:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [a], properties: {a: {type: string}, r: {type: string, readOnly: true}}}
          application/vnd.x+json: {schema: {type: object, required: [b]}}
          application/x-www-form-urlencoded:
            schema: {type: object, required: [n], properties: {n: {type: integer}, l: {type: array, items: {type: integer}}}}
          multipart/form-data: {schema: {type: object, required: [n], properties: {n: {type: integer}}}}
          text/plain: {schema: {type: string, maxLength: 3}}
          image/*: {schema: {type: string, format: binary}}
      ` + ok200 + `
    put: {requestBody: {content: {application/json: {schema: {type: object}}}}, ` + ok200 + `}
  /secure:
    get: {security: [{key: []}, {bearer: []}], ` + ok200 + `}
    put: {security: [{key: [], bearer: []}], ` + ok200 + `}
    post: {security: [{key: []}, {}], ` + ok200 + `}
  /responses:
    get:
      responses:
        '200':
          description: ok
          headers: {X-N: {required: true, schema: {type: integer}}, X-L: {schema: {type: array, items: {type: integer}}}}
          content:
            application/json:
              schema: {type: object, required: [a], properties: {a: {type: integer}, w: {type: string, writeOnly: true}}}
        '204': {description: nothing}
        4XX: {description: bad, content: {application/json: {schema: {type: object, required: [m]}}}}
        '404': {description: gone, content: {application/json: {schema: {type: object, required: [n]}}}}
        default: {description: other, content: {text/plain: {schema: {type: string, maxLength: 3}}}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    bearer: {type: http, scheme: bearer}
`

// TestRequestsAsKinOpenAPI is TestStylesAsKinOpenAPI for everything else of requests.
func TestRequestsAsKinOpenAPI(t *testing.T) {
	judge, kin := verify.New(read(t, mixedDocument), verify.Options{}), newPeer(t, mixedDocument)
	const jsonBody = "\nContent-Type: application/json\n\n"
	otherwise := map[string]string{
		"GET https://cn.example.com/v1/pets/1": "it does not look at enum (OAS 3.0.4, Server Variable Object)",
		"PUT /pets/mine":                       "it looks at methods first; concrete paths come first (Paths Object, Path Templating Matching)",
		"GET /ignored":                         "it does not ignore the parameter (Parameter Object, name)",
		"POST /body" + jsonBody + `{"a":"","r":1}`: "what is readOnly should not be sent, which is no must: nothing describes it here " +
			"(Schema Object, readOnly)",
	}
	for _, text := range []string{
		"GET /pets/1", "GET https://us.example.com/v1/pets/1", "GET https://cn.example.com/v1/pets/1", "GET https://eu.example.com/pets/1",
		"GET /pets/mine", "PUT /pets/mine", "GET /pets/x", "DELETE /pets/1", "GET /pets/", "GET /pets/1/x", "PUT /pets/a%2Fb", "GET /ignored",

		"GET /query", "GET /query?b=true&s=ab&other=1", "GET /query?b=yes", "GET /query?s=abc", "GET /query?s=%C3%A4%C3%B6", "GET /query?s=12",
		"GET /query?e=", "GET /query?e=x", "GET /query?b=", "GET /query?s=", "GET /query\nX-H: 1", "GET /query\nX-H: x",
		"GET /query?j=%7B%22a%22:1%7D", "GET /query?j=%7B%7D", "GET /query?j=x",

		"POST /body", "PUT /body", "POST /body\n\nabcd",
		"POST /body" + jsonBody + `{"a":""}`, "POST /body" + jsonBody + `{"a":1}`, "POST /body" + jsonBody + `{`,
		"POST /body" + jsonBody + `{"a":"","r":1}`,
		"POST /body\nContent-Type: application/json; charset=utf-8\n\n" + `{"a":""}`,
		"POST /body\nContent-Type: application/vnd.x+json\n\n" + `{"b":1}`,
		"POST /body\nContent-Type: application/vnd.x+json\n\n" + `{"a":1}`,
		"POST /body\nContent-Type: application/vnd.y+json\n\n" + `{"a":""}`,
		"POST /body" + urlencoded + "n=1&l=1&l=2", "POST /body" + urlencoded + "n=x", "POST /body" + urlencoded + "l=1",
		"POST /body" + parts("n", "", "1"), "POST /body" + parts("n", "", "x"), "POST /body" + parts("m", "", "x"),
		"POST /body\nContent-Type: text/plain\n\nabc", "POST /body\nContent-Type: text/plain\n\nabcd",
		"POST /body\nContent-Type: text/html\n\nabc", "POST /body\nContent-Type: image/png\n\nabcd",

		"GET /secure", "GET /secure\nX-Key: 1", "GET /secure\nAuthorization: Bearer 1", "GET /secure\nAuthorization: Basic YTpi",
		"PUT /secure\nX-Key: 1", "PUT /secure\nX-Key: 1\nAuthorization: bearer 1", "POST /secure",
	} {
		m := message(t, text)
		if strings.HasPrefix(m.URL, "/") {
			m.URL = "https://eu.example.com/v1" + m.URL
		}
		compare(t, otherwise, text, judge.Request(m), kin.request(t, m))
	}
	assert.Empty(t, otherwise, "these do not differ any more")
}

// TestResponsesAsKinOpenAPI is the same for responses.
func TestResponsesAsKinOpenAPI(t *testing.T) {
	doc := read(t, mixedDocument)
	judge, kin := verify.New(doc, verify.Options{}), newPeer(t, mixedDocument)
	request := message(t, "GET https://eu.example.com/v1/responses")
	op := judge.Request(request).Operation
	require.NotNil(t, op)
	const json = "\nContent-Type: application/json\n\n"
	otherwise := map[string]string{
		"200\nX-N: 1" + json + `{"a":1,"w":1}`: "what is writeOnly should not be received, which is no must (OAS 3.0.4, Schema Object, writeOnly)",
	}
	for _, text := range []string{
		"200\nX-N: 1" + json + `{"a":1}`, "200\nX-N: x" + json + `{"a":1}`, "200" + json + `{"a":1}`, "200\nX-N: 1" + json + `{}`,
		"200\nX-N: 1" + json + `{`, "200\nX-N: 1", "200\nX-N: 1\nX-L: 1,2" + json + `{"a":1}`, "200\nX-N: 1\nX-L: 1,x" + json + `{"a":1}`,
		"200\nX-N: 1" + json + `{"a":1,"w":1}`, "200\nX-N: 1\nContent-Type: text/plain\n\na", "204",
		"400" + json + `{"m":1}`, "400" + json + `{"n":1}`, "404" + json + `{"n":1}`, "404" + json + `{"m":1}`,
		"500\nContent-Type: text/plain\n\nabc", "500\nContent-Type: text/plain\n\nabcd",
	} {
		m := message(t, text)
		compare(t, otherwise, text, judge.Response(op, m), kin.response(t, request, m))
	}
	assert.Empty(t, otherwise, "these do not differ any more")
}
