package operations_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
	"github.com/oas2go/oas2go/generator/internal/diff/operations"
)

const head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"

// A documentCase is a pair of documents and what is found, a line for each change.
type documentCase struct{ name, before, after, want string }

func documentCases() []documentCase {
	op := func(path, text string) string { return "'" + path + "': {get: {" + text + ", " + ok + "}}" }
	paths := func(list ...string) string { return head + "paths: {" + strings.Join(list, ", ") + "}\n" }
	id := "parameters: [{name: id, in: path, required: true, schema: {type: string}}]"
	key := "parameters: [{name: key, in: path, required: true, schema: {type: string}}]"
	servers := func(list string) string {
		return paths(op("/t", "operationId: a"), op("/u", "operationId: b")) + "servers: [" + list + "]\n"
	}
	security := func(text, schemes string) string {
		return paths(op("/t", "operationId: a"), op("/u", "operationId: b"), op("/v", "operationId: c, security: []")) + text + "\ncomponents: {securitySchemes: {" + schemes + "}}\n"
	}
	flow := func(url string) string {
		return "o: {type: oauth2, flows: {clientCredentials: {tokenUrl: '" + url + "', scopes: {r: read}}}}"
	}
	hook := func(hooks string) string { return paths() + "webhooks: {" + hooks + "}\n" }
	callback := func(callbacks string) string { return paths(op("/t", "operationId: a, callbacks: {"+callbacks+"}")) }
	const sent = "post: {" + ok + "}"
	return []documentCase{
		{"names in a template", paths(op("/t/{id}", "operationId: a, "+id)), paths(op("/t/{key}", "operationId: a, "+key)),
			"parameter-renamed, request equal | a, path id: is now called key, same position in the path"},
		{"parameter that only the template has", paths(op("/t/{id}", "operationId: a, "+id)), paths(op("/t/{id}", "operationId: a")), ""},
		{"templates of one shape", paths(op("/t/{a}", "operationId: a"), op("/t/{b}", "operationId: b")),
			paths(op("/t/{b}", "operationId: b, summary: B"), op("/t/{a}", "operationId: a, summary: A")),
			"summary, docs | b: summary: added\nsummary, docs | a: summary: added"},
		{"templates of one shape with other names", paths(op("/t/{a}", "operationId: a"), op("/t/{b}", "operationId: b")),
			paths(op("/t/{c}", "operationId: a"), op("/t/{d}", "operationId: b")), ""},
		{"one template less", paths(op("/t/{a}", "operationId: a"), op("/t/{b}", "operationId: b")), paths(op("/t/{b}", "operationId: b")),
			"operation-removed, request unknown | a: removed: GET /t/{a}"},
		{"path", paths(op("/t", "operationId: a")), paths(op("/t", "operationId: a"), op("/u", "summary: U")), "operation-added, request compatible | GET /u: added: GET /u"},
		{"path that is gone", paths(op("/t", "operationId: a"), op("/u", "summary: U")), paths(op("/t", "operationId: a")),
			"operation-removed, request breaking | GET /u: removed: GET /u"},
		{"path that a template covers", paths(op("/t/me", "operationId: me"), op("/t/{id}", "operationId: a, "+id)), paths(op("/t/{id}", "operationId: a, "+id)),
			"operation-removed, request unknown | me: removed: GET /t/me"},
		{"slash at the end", paths(op("/t", "operationId: a")), paths(op("/t/", "operationId: a")),
			"operation-moved, request breaking | a: GET /t → GET /t/"},
		{"long path", paths(), paths(op("/a/path/that/is/longer/than/forty/letters/b", "operationId: a")), "operation-added, request compatible | a: added: GET …/b"},
		{"order of paths", paths(op("/t", "operationId: a"), op("/u", "operationId: b")), paths(op("/u", "operationId: b"), op("/t", "operationId: a")), ""},
		{"operationId", paths(op("/t", "operationId: a")), paths(op("/t", "operationId: b")), "operation-renamed, request equal | a: is now called b, same method and path"},
		{"no operationId", paths(op("/t", "operationId: a")), paths(op("/t", "summary: ''")), "operation-renamed, request equal | a: operationId a → none"},
		{"parameter at the path", paths("'/t': {get: {operationId: a, " + ok + "}, put: {operationId: b, " + ok + "}}"),
			paths("'/t': {parameters: [{name: p, in: query, required: true, schema: {type: string}}], get: {operationId: a, " + ok + "}, put: {operationId: b, " + ok + "}}"),
			"parameter-added, request breaking | p, in the query: added, required"},
		{"text of a path", paths("'/t': {summary: A, get: {" + ok + "}, put: {" + ok + "}}"), paths("'/t': {summary: B, get: {" + ok + "}, put: {" + ok + "}}"),
			"summary, docs | /t: summary: A → B"},

		{"server", servers("{url: 'https://a/v1'}"), servers("{url: 'https://A/v1/'}, {url: 'https://b/v1'}"), "server-added, request compatible | servers: https://b/v1 is new"},
		{"server that is gone", servers("{url: 'https://a'}, {url: 'https://b'}"), servers("{url: 'https://b'}"), "server-removed, request breaking | servers: https://a is gone"},
		{"name of a server", strings.Replace(servers("{url: 'https://a', name: A}"), "3.1.0", "3.2.0", 1), strings.Replace(servers("{url: 'https://a', name: B}"), "3.1.0", "3.2.0", 1),
			"server-name, docs | server https://a: name: A → B"},
		{"order of servers", servers("{url: 'https://a'}, {url: 'https://b'}"), servers("{url: 'https://b'}, {url: 'https://a'}"), ""},
		{"base path", servers("{url: 'https://a/v1'}"), servers("{url: 'https://a/v2'}"), "server-changed, request breaking | servers: https://a/v1 → https://a/v2"},
		{"no server is /", servers(""), servers("{url: /}"), ""},
		{"relative server", servers("{url: /v1}"), servers("{url: 'https://a/v1'}"), "server-changed, request unknown | servers: /v1 → https://a/v1"},
		{"values of a variable", servers("{url: 'https://{r}.h', variables: {r: {default: eu, enum: [eu, us]}}}"), servers("{url: 'https://eu.h'}, {url: 'https://us.h'}"), ""},
		{"variable without values", servers("{url: 'https://eu.h'}"), servers("{url: 'https://{r}.h', variables: {r: {default: eu}}}"), "server-added, request compatible | servers: https://{}.h is new"},
		{"default of a variable", servers("{url: 'https://{r}.h', variables: {r: {default: eu, enum: [eu, us]}}}"), servers("{url: 'https://{r}.h', variables: {r: {default: us, enum: [eu, us]}}}"),
			"server-default-changed, compatible | server https://{r}.h, variable r: default eu → us"},
		{"servers of an operation", servers("{url: 'https://a'}"), strings.Replace(servers("{url: 'https://a'}"), "operationId: b", "operationId: b, servers: [{url: 'https://a'}, {url: 'https://b'}]", 1),
			"server-added, request compatible | b, servers: https://b is new"},

		{"security of the document", security("", "k: {type: apiKey, in: header, name: K}"), security("security: [{k: []}]", "k: {type: apiKey, in: header, name: K}"),
			"security-tightened, request breaking | security: nothing → k"},
		{"name of a scheme", security("security: [{k: []}]", "k: {type: apiKey, in: query, name: K}"), security("security: [{l: []}]", "l: {type: apiKey, in: query, name: K}"),
			"scheme-renamed, request equal | security scheme k: is now called l, same content"},
		{"name and content swapped", security("security: [{k: []}]", "k: {type: apiKey, in: query, name: K}, l: {type: http, scheme: basic}"),
			security("security: [{l: []}]", "l: {type: apiKey, in: query, name: K}, k: {type: http, scheme: Basic}"),
			"scheme-renamed, request equal | security scheme k: is now called l, same content\nscheme-renamed, docs | security scheme l: is now called k, same content"},
		{"name of a key", security("security: [{k: []}]", "k: {type: apiKey, in: query, name: K}"), security("security: [{k: []}]", "k: {type: apiKey, in: query, name: k}"),
			"scheme-changed, request breaking | security scheme k: query K → query k"},
		{"kind of a scheme", security("security: [{k: []}]", "k: {type: http, scheme: basic}"), security("security: [{k: []}]", "k: {type: http, scheme: bearer}"),
			"scheme-changed, request breaking | security scheme k: http basic → http bearer"},
		{"token of another kind", security("security: [{o: []}]", "o: {type: http, scheme: bearer}"), security("security: [{o: []}]", flow("https://h")),
			"scheme-changed, request unknown | security scheme o: http bearer → oauth2"},
		{"address of tokens", security("security: [{o: [r]}]", flow("https://h")), security("security: [{o: [r]}]", flow("https://g")),
			"scheme-changed, request unknown | security scheme o: other addresses of clientCredentials"},
		{"another flow", security("security: [{o: [r]}]", flow("https://h")),
			security("security: [{o: [r]}]", strings.Replace(flow("https://h"), "flows: {", "flows: {password: {tokenUrl: 'https://h', scopes: {r: read}}, ", 1)),
			"scheme-changed, request compatible | security scheme o: password is new"},
		{"scheme that nobody uses", security("", "k: {type: http, scheme: basic}"), security("", "l: {type: http, scheme: bearer}"),
			"scheme-removed, docs | security scheme k: removed: http basic\nscheme-added, docs | security scheme l: added: http bearer"},

		{"webhook", hook(""), hook("w: {" + sent + "}"), "webhook-added, response compatible | webhook w: added: POST"},
		{"webhook that is gone", hook("w: {" + sent + "}"), hook(""), "webhook-removed, response breaking | webhook w: removed: POST"},
		{"callback", callback(""), callback("c: {'{$request.query.u}': {" + sent + "}}"), "callback-added, response compatible | a, callback c: added: POST {$request.query.u}"},
		{"callback that is gone", callback("c: {'{$request.query.u}': {" + sent + "}}"), callback(""), "callback-removed, response breaking | a, callback c: removed: POST {$request.query.u}"},
		{"name of a callback", callback("c: {'{$request.query.u}': {" + sent + "}}"), callback("d: {'{$request.query.u}': {" + sent + "}}"),
			"callback-renamed, response equal | a, callback c: is now called d, same expression"},
		{"expression of a callback", callback("c: {'{$request.query.u}': {" + sent + "}}"), callback("c: {'{$request.query.v}': {" + sent + "}}"),
			"callback-moved, response breaking | a, callback c: sent to {$request.query.u} → {$request.query.v}"},

		{"info", paths(), strings.Replace(paths(), "{title: T, version: '1'}", "{title: U, version: '2', description: D, license: {name: L}, x-a: 1}", 1),
			"title, docs | info: title: T → U\ndescription, docs | info: description: added\nlicense, docs | info: license: added\nextensions, docs | info: x-a: none → 1"},
		{"more of info", paths(), strings.Replace(paths(), "title: T", "title: T, termsOfService: 'https://t', contact: {email: a@b.c}", 1),
			"terms-of-service, docs | info: termsOfService: added\ncontact, docs | info: contact: added"},
		{"kind of a tag", strings.Replace(paths(), "3.1.0", "3.2.0", 1) + "tags: [{name: a}, {name: b, kind: nav}]\n", strings.Replace(paths(), "3.1.0", "3.2.0", 1) + "tags: [{name: a}, {name: b, kind: badge, parent: a}]\n",
			"tag, docs | tag b: parent: added\ntag, docs | tag b: kind: nav → badge"},
		{"version of the standard", paths(op("/t", "operationId: a")), strings.Replace(paths(op("/t", "operationId: a")), "3.1.0", "3.2.0", 1), ""},
		{"texts of tags", paths() + "tags: [{name: a, description: A}, {name: b}]\n", paths() + "tags: [{name: c}, {name: a, description: B}]\n",
			"tag, docs | tag c: added\ndescription, docs | tag a: A → B\ntag, docs | tag b: removed"},
		{"page of the document", paths() + "externalDocs: {url: 'https://example.com/a/long/address/of/a/page.html'}\n", paths() + "externalDocs: {url: 'https://example.com/a/long/address/of/another.html'}\n",
			"external-docs, docs | document: link to other documentation: https://example.com/a/long/address/of/a/page.html → https://example.com/a/long/address/of/another.html"},
	}
}

func TestDocuments(t *testing.T) {
	for _, c := range documentCases() {
		t.Run(c.name, func(t *testing.T) {
			result := operations.Compare(read(t, c.before), read(t, c.after), sample)
			assert.Equal(t, c.want, strings.Join(lines(result.Changes), "\n"))
			for _, c := range result.Changes {
				checkChange(t, c)
			}
		})
	}
}

// TestSharedPlaces: an edit of a component is told once, with all operations in the order of the new document.
func TestSharedPlaces(t *testing.T) {
	document := func(parameter, header string) string {
		use := "parameters: [{$ref: '#/components/parameters/P'}], responses: {'404': {$ref: '#/components/responses/R'}}"
		return head + "paths: {'/t': {get: {operationId: b, " + use + "}, put: {operationId: a, " + use + "}}}\n" +
			"components: {parameters: {P: {name: p, in: query, " + parameter + "schema: {type: string}}}, responses: {R: {description: R, headers: {X-A: {" + header + "schema: {type: string}}}}}}\n"
	}
	result := operations.Compare(read(t, document("", "required: true, ")), read(t, document("required: true, description: D, ", "")), sample)
	require.Equal(t, []string{
		"parameter-required, request breaking | p, in the query: optional → required",
		"description, docs | p, in the query: description: added",
		"header-optional, response breaking | response R, header X-A: required → optional",
	}, lines(result.Changes))
	required := result.Changes[0]
	assert.Equal(t, []change.Effect{{Direction: change.Request, Verdict: change.Breaking, Operations: []string{"b", "a"}}}, required.Wire)
	assert.Equal(t, "/components/parameters/P/required", required.Pointer)
	assert.Len(t, result.Places, 4, "a parameter and a header, for each operation")
}

// TestBothDirections: a parameter that is sent and received breaks in one direction.
func TestBothDirections(t *testing.T) {
	document := func(required string) string {
		use := "parameters: [{$ref: '#/components/parameters/P'}], " + ok
		return head + "paths: {'/t': {get: {operationId: a, " + use + "}}}\nwebhooks: {w: {post: {operationId: h, " + use + "}}}\n" +
			"components: {parameters: {P: {name: p, in: header, required: " + required + ", schema: {type: string}}}}\n"
	}
	result := operations.Compare(read(t, document("true")), read(t, document("false")), sample)
	require.Len(t, result.Changes, 1)
	assert.Equal(t, []change.Effect{
		{Direction: change.Request, Verdict: change.Compatible, Operations: []string{"a"}},
		{Direction: change.Response, Verdict: change.Breaking, Operations: []string{"h"}},
	}, result.Changes[0].Wire)
	assert.Equal(t, &messages.Message{Operation: "h", Direction: change.Response, Method: "POST"}, result.Changes[0].Message)
}

// TestPairsOfSchemas: each place where both documents have a schema, with its direction and what a message with a value looks like.
func TestPairsOfSchemas(t *testing.T) {
	const text = head + `
servers: [{url: 'https://h/v1'}]
paths:
  '/t/{id}':
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    post:
      operationId: a
      security: [{k: []}]
      parameters:
      - {name: limit, in: query, schema: {type: integer}}
      - {name: filter, in: query, style: deepObject, schema: {type: object}}
      - {name: sid, in: cookie, schema: {type: string}}
      - {name: X-List, in: header, schema: {type: array, items: {type: string}}}
      requestBody:
        content:
          application/json: {schema: {type: object}}
          multipart/form-data: {schema: {type: object}, encoding: {f: {headers: {X-P: {schema: {type: string}}}}}}
          text/csv: {}
      responses:
        '200': {description: ok, headers: {X-R: {required: true, schema: {type: integer}}}, content: {application/json: {schema: {type: string}}}}
        default: {description: no, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
      callbacks:
        c: {'{$request.query.u}': {post: {requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {'200': {description: ok, content: {text/plain: {schema: {type: string}}}}}}}}
webhooks:
  w: {post: {parameters: [{name: X-H, in: header, schema: {type: string}}], responses: {'200': {description: ok}}}}
components: {securitySchemes: {k: {type: apiKey, in: query, name: key}}}
`
	values := map[string]string{"filter": `{"a":"b c"}`, "X-List": `["1","2"]`, "default": `{"m":"x","n":[1,2]}`}
	result := operations.Compare(read(t, text), read(t, text), sample)
	assert.Empty(t, result.Changes)
	var got []string
	for _, p := range result.Places {
		value := `"x"`
		for _, name := range []string{p.Name, p.Status} {
			if v, ok := values[name]; ok {
				value = v
			}
		}
		place := strings.Join(strings.Fields(strings.Join([]string{string(p.Direction), p.Operation + ":", string(p.Kind), string(p.In), p.Name, p.Status, p.MediaType}, " ")), " ")
		got = append(got, place+" | "+p.Pointer+" | "+oneLine(p.Message(value)))
	}
	assert.Equal(t, []string{
		"request a: parameter path id | /paths/~1t~1{id}/parameters/id/schema | POST /v1/t/x?key=key",
		"request a: parameter query limit | /paths/~1t~1{id}/post/parameters/limit/schema | POST /v1/t/x?limit=x&key=key",
		"request a: parameter query filter | /paths/~1t~1{id}/post/parameters/filter/schema | POST /v1/t/x?filter%5Ba%5D=b%20c&key=key",
		"request a: parameter cookie sid | /paths/~1t~1{id}/post/parameters/sid/schema | POST /v1/t/x?key=key, Cookie: sid=x",
		"request a: parameter header X-List | /paths/~1t~1{id}/post/parameters/X-List/schema | POST /v1/t/x?key=key, X-List: 1,2",
		"request a: body application/json | /paths/~1t~1{id}/post/requestBody/content/application~1json/schema | POST /v1/t/x?key=key, Content-Type: application/json, \"x\"",
		"request a: body multipart/form-data | /paths/~1t~1{id}/post/requestBody/content/multipart~1form-data/schema | ",
		"request a: encoding header X-P | /paths/~1t~1{id}/post/requestBody/content/multipart~1form-data/encoding/f/headers/X-P/schema | ",
		"response a: body 200 application/json | /paths/~1t~1{id}/post/responses/200/content/application~1json/schema | 200, X-R: 1, Content-Type: application/json, \"x\"",
		"response a: header X-R 200 | /paths/~1t~1{id}/post/responses/200/headers/X-R/schema | 200, X-R: x, Content-Type: application/json, \"x\"",
		"response a: body default application/x-www-form-urlencoded | /paths/~1t~1{id}/post/responses/default/content/application~1x-www-form-urlencoded/schema | 500, Content-Type: application/x-www-form-urlencoded, m=x&n=1&n=2",
		"response a, callback c: body application/json | /paths/~1t~1{id}/post/callbacks/c/{$request.query.u}/post/requestBody/content/application~1json/schema | POST, Content-Type: application/json, \"x\"",
		"request a, callback c: body 200 text/plain | /paths/~1t~1{id}/post/callbacks/c/{$request.query.u}/post/responses/200/content/text~1plain/schema | 200, Content-Type: text/plain, x",
		"response webhook w: parameter header X-H | /webhooks/w/post/parameters/X-H/schema | POST, X-H: x",
	}, got)
}

// oneLine is a message as a test has it.
func oneLine(m *messages.Message) string {
	if m == nil {
		return ""
	}
	parts := []string{strings.TrimSpace(m.Method + " " + m.URL)}
	if m.Status > 0 {
		parts[0] = strconv.Itoa(m.Status)
	}
	for _, h := range m.Header {
		parts = append(parts, h.Name+": "+h.Value)
	}
	if m.HasBody {
		parts = append(parts, m.Body)
	}
	return strings.Join(parts, ", ")
}

// TestMessages: what shows that an edit breaks has all that both documents need, and lacks only what the edit is about.
func TestMessages(t *testing.T) {
	document := func(operation string) string {
		return head + "servers: [{url: 'https://{r}.h/v1', variables: {r: {default: eu, enum: [eu, us]}}}, {url: /v1}]\n" +
			"paths: {'/t/{id}': {put: {operationId: a, " + operation + ", " + ok + "}}}" + components
	}
	const id = "{name: id, in: path, required: true, schema: {type: integer}}"
	const need = "{name: need, in: query, required: true, schema: {type: string}}"
	const list = "{name: l, in: query, schema: {type: array, items: {type: string}}"
	const body = "requestBody: {required: true, content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: boolean}}}}"
	for _, c := range []struct{ before, after, want string }{
		{"parameters: [" + id + "]", "parameters: [" + id + ", " + need + "]", "PUT /v1/t/1"},
		{"parameters: [" + id + ", " + need + "], security: [{key: []}]", "parameters: [" + id + ", " + need + ", {name: n, in: cookie, required: true, schema: {type: string}}], security: [{key: []}]",
			"PUT /v1/t/1?need=x, X-Key: key"},
		{"parameters: [" + id + "], " + body + "}}", "parameters: [" + id + ", " + need + "], " + body + "}}", "PUT /v1/t/1, Content-Type: application/json, {\"a\":true}"},
		{"parameters: [" + id + "], " + body + ", application/xml: {schema: {type: object, required: [a], properties: {a: {type: array, items: {type: integer}}}}}}}",
			"parameters: [" + id + "], " + body + "}}", "PUT /v1/t/1, Content-Type: application/xml, <root><a>1</a></root>"},
		{"parameters: [" + id + ", " + list + "}]", "parameters: [" + id + ", " + list + ", explode: false}]", "PUT /v1/t/1?l=x&l=x"},
		{"parameters: [" + id + "], security: [{basic: []}, {token: [r]}]", "parameters: [" + id + "], security: [{basic: []}]", "PUT /v1/t/1, Authorization: Bearer token"},
		{"parameters: [" + id + "], security: [{other: []}]", "parameters: [" + id + "], security: [{basic: []}]", "PUT /v1/t/1?key=key"},
		{"parameters: [" + id + "]", "parameters: [" + id + "], servers: [{url: /v1}, {url: 'https://eu.h/v1'}]", "PUT https://us.h/v1/t/1"},
		{"parameters: [" + id + ", {name: e, in: query, allowEmptyValue: true, schema: {type: integer}}]", "parameters: [" + id + ", {name: e, in: query, schema: {type: integer}}]", "PUT /v1/t/1?e="},
	} {
		result := operations.Compare(read(t, document(c.before)), read(t, document(c.after)), sample)
		require.Len(t, result.Changes, 1, "%v", lines(result.Changes))
		assert.Equal(t, c.want, oneLine(result.Changes[0].Message), line(result.Changes[0]))
	}
}

// TestTextsOfParameters: the smallest text is empty, and leads nowhere in a path.
func TestTextsOfParameters(t *testing.T) {
	smallest := func(s *api.Schema, _ change.Direction) (string, bool) {
		if s.Compose != nil && s.Compose.AllOf[1].String != nil {
			return `"0"`, true
		}
		return `""`, true
	}
	operation := "parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: q, in: query, required: true, schema: {type: string}}], " + ok
	result := operations.Compare(read(t, head+"paths: {'/t/{id}': {get: {"+operation+"}}}"), read(t, head+"paths: {}"), smallest)
	require.Len(t, result.Changes, 1)
	assert.Equal(t, "GET /t/0?q=0", oneLine(result.Changes[0].Message))
}

// TestWithoutSampler: verdicts need no messages.
func TestWithoutSampler(t *testing.T) {
	before, after := head+"paths: {'/t/{id}': {get: {"+ok+"}}}", head+"paths: {}"
	var change edits.Change
	for _, s := range []messages.Sampler{nil, sample} {
		result := operations.Compare(read(t, before), read(t, after), s)
		require.Len(t, result.Changes, 1)
		change = result.Changes[0]
		assert.Equal(t, "operation-removed, request breaking | GET /t/{id}: removed: GET /t/{id}", line(change))
	}
	assert.Equal(t, "GET /t/x", oneLine(change.Message))
}
