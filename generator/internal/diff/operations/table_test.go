package operations_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/operations"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
)

// components are in all documents of the table, so that moving something there is the only edit of a row.
const components = `
components:
  parameters:
    Size: {name: size, in: query, description: How many., schema: {type: integer}}
    Sort: {name: sort, in: query, required: true, schema: {type: string}}
  headers:
    Rest: {description: How many are left., required: true, schema: {type: integer}}
  requestBodies:
    Pet: {required: true, content: {application/json: {schema: {type: object}}}}
  responses:
    Missing: {description: Not there., content: {application/json: {schema: {type: object}}}}
  mediaTypes:
    JSON: {schema: {type: object}}
  callbacks:
    Done: {'{$request.query.u}': {post: {responses: {'200': {description: ok}}}}}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    same: {type: apiKey, in: header, name: x-key}
    other: {type: apiKey, in: query, name: key}
    basic: {type: http, scheme: Basic}
    token: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://h/t', scopes: {r: read, w: write}}}}
`

// A row is an edit of an operation: what it has before and after, and what is found in each direction of time. A finding is a rule and
// what the edit does to the set of messages; "" is no finding. The part says which messages.
type row struct {
	name        string
	before      string
	after       string
	there, back string
	part        part
}

type part int

const (
	inRequest part = iota
	inResponse
)

const ok = "responses: {'200': {description: ok}}"

// respond is an operation whose only response is given.
func respond(response string) string {
	return "responses: {'200': {description: ok, " + response + "}}"
}

func rows() []row {
	params := func(text string) string { return "parameters: [" + text + "], " + ok }
	param := func(text string) string { return params("{name: a, " + text + "}") }
	body := func(text string) string { return "requestBody: {" + text + "}, " + ok }
	content := func(text string) string { return body("required: true, content: {" + text + "}") }
	const object, scalar, list = "schema: {type: object}", "schema: {type: string}", "schema: {type: array, items: {type: string}}"
	const members = "schema: {type: object, additionalProperties: {type: string}}"
	pet := "required: true, content: {application/json: {" + object + "}}"
	form := func(encoding string) string {
		return content("multipart/form-data: {schema: {type: object, properties: {p: {type: string}, n: {type: string}}}" + encoding + "}")
	}
	return []row{
		{"optional parameter", ok, param("in: query, " + scalar), "parameter-added byRule", "parameter-removed byRule", inRequest},
		{"required parameter", ok, param("in: query, required: true, " + scalar), "parameter-added narrower", "parameter-removed wider", inRequest},
		{"required header", ok, param("in: header, required: true, " + scalar), "parameter-added narrower", "parameter-removed wider", inRequest},
		{"ignored header", ok, params("{name: ACCEPT, in: header, required: true, " + scalar + "}"), "", "", inRequest},
		{"required", param("in: query, " + scalar), param("in: query, required: true, " + scalar), "parameter-required narrower", "parameter-optional wider", inRequest},
		{"required cookie", param("in: cookie, " + scalar), param("in: cookie, required: true, " + scalar), "parameter-required narrower", "parameter-optional wider", inRequest},
		{"place of parameter", param("in: query, required: true, " + scalar), param("in: header, required: true, " + scalar), "parameter-moved other", "parameter-moved other", inRequest},
		{"case of header", params("{name: X-A, in: header, " + scalar + "}"), params("{name: x-a, in: header, " + scalar + "}"), "", "", inRequest},
		{"order of parameters", params("{name: a, in: query, " + scalar + "}, {name: b, in: query, " + object + "}"), params("{name: b, in: query, " + object + "}, {name: a, in: query, " + scalar + "}"), "", "", inRequest},
		{"parameter to components", params("{name: size, in: query, description: How many., schema: {type: integer}}"), params("{$ref: '#/components/parameters/Size'}"), "", "", inRequest},
		{"parameter of components", ok, params("{$ref: '#/components/parameters/Sort'}"), "parameter-added narrower", "parameter-removed wider", inRequest},
		{"text of parameter", param("in: query, description: One., " + scalar), param("in: query, description: Two., " + scalar), "description docs", "description docs", inRequest},
		{"example of parameter", param("in: query, example: x, " + scalar), param("in: query, example: y, " + scalar), "examples docs", "examples docs", inRequest},
		{"extension of parameter", param("in: query, " + scalar), param("in: query, x-a: 1, " + scalar), "extensions docs", "extensions docs", inRequest},
		{"name in Go of parameter", param("in: query, " + scalar), param("in: query, x-go-name: B, " + scalar), "go-extension-changed same", "go-extension-changed same", inRequest},
		{"deprecated parameter", param("in: query, " + scalar), param("in: query, deprecated: true, " + scalar), "deprecated-changed same", "deprecated-changed same", inRequest},
		{"default", param("in: query, schema: {type: integer}"), param("in: query, schema: {type: integer, default: 3}"), "default-changed byRule", "default-changed byRule", inRequest},
		{"default written otherwise", param("in: query, schema: {type: number, default: 1}"), param("in: query, schema: {type: number, default: 1.0}"), "", "", inRequest},
		{"explode of list", param("in: query, " + list), param("in: query, explode: false, " + list), "parameter-explode-changed other", "parameter-explode-changed other", inRequest},
		{"explode of text", param("in: query, " + scalar), param("in: query, explode: false, " + scalar), "parameter-explode-changed same", "parameter-explode-changed same", inRequest},
		{"explode of list in header", param("in: header, " + list), param("in: header, explode: true, " + list), "parameter-explode-changed same", "parameter-explode-changed same", inRequest},
		{"explode of object in header", param("in: header, " + members), param("in: header, explode: true, " + members), "parameter-explode-changed other", "parameter-explode-changed other", inRequest},
		{"explode as by default", param("in: query, " + list), param("in: query, explode: true, style: form, " + list), "", "", inRequest},
		{"style of list", param("in: query, explode: false, " + list), param("in: query, explode: false, style: pipeDelimited, " + list), "parameter-style-changed other", "parameter-style-changed other", inRequest},
		{"style of object", param("in: query, " + members), param("in: query, style: deepObject, " + members), "parameter-style-changed other", "parameter-style-changed other", inRequest},
		{"reserved characters", param("in: query, " + scalar), param("in: query, allowReserved: true, " + scalar), "parameter-reserved-changed wider?", "parameter-reserved-changed narrower?", inRequest},
		{"empty number", param("in: query, schema: {type: integer}"), param("in: query, allowEmptyValue: true, schema: {type: integer}"), "parameter-empty-changed wider", "parameter-empty-changed narrower", inRequest},
		{"empty text", param("in: query, " + scalar), param("in: query, allowEmptyValue: true, " + scalar), "parameter-empty-changed same", "parameter-empty-changed same", inRequest},
		{"text as JSON", param("in: query, " + scalar), param("in: query, content: {application/json: {" + scalar + "}}"), "parameter-content-changed other", "parameter-content-changed other", inRequest},
		{"number as JSON", param("in: query, schema: {type: integer}"), param("in: query, content: {application/json: {schema: {type: integer}}}"), "parameter-content-changed same", "parameter-content-changed same", inRequest},

		{"optional body", ok, body("content: {application/json: {" + object + "}}"), "body-added byRule", "body-removed byRule", inRequest},
		{"required body", ok, body(pet), "body-added narrower", "body-removed wider", inRequest},
		{"body becomes required", body("content: {application/json: {" + object + "}}"), body(pet), "body-required narrower", "body-optional wider", inRequest},
		{"required: false", body("content: {text/plain: {}}"), body("required: false, content: {text/plain: {}}"), "", "", inRequest},
		{"body to components", body(pet), "requestBody: {$ref: '#/components/requestBodies/Pet'}, " + ok, "", "", inRequest},
		{"media type to components", body(pet), content("application/json: {$ref: '#/components/mediaTypes/JSON'}"), "", "", inRequest},
		{"text of body", body("description: One., " + pet), body("description: Two., " + pet), "description docs", "description docs", inRequest},
		{"media type", content("application/json: {" + object + "}"), content("application/json: {" + object + "}, text/csv: {}"), "media-type-added wider", "media-type-removed narrower", inRequest},
		{"order of media types", content("text/csv: {}, application/json: {" + object + "}"), content("application/json: {" + object + "}, text/csv: {}"), "", "", inRequest},
		{"range beside its type", content("text/*: {" + scalar + "}"), content("text/plain: {" + scalar + "}, text/*: {" + scalar + "}"), "media-type-added same", "media-type-removed same", inRequest},
		{"range instead of its type", content("text/plain: {" + scalar + "}"), content("text/*: {" + scalar + "}"), "media-type-removed same, media-type-added wider", "media-type-added same, media-type-removed narrower", inRequest},
		{"range of a suffix", content("application/*+json: {}, application/json: {}"), content("application/json: {}"), "media-type-removed narrower", "media-type-added wider", inRequest},
		{"type below a range of a suffix", content("application/*+json: {}"), content("application/*+json: {}, application/vnd.x+json: {}"), "media-type-added same", "media-type-removed same", inRequest},
		{"charset", content("application/json: {" + object + "}"), content("Application/JSON;charset=UTF-8: {" + object + "}"), "", "", inRequest},
		{"other JSON", content("application/json: {" + object + "}"), content("application/vnd.x+json: {" + object + "}"), "media-type-replaced other", "media-type-replaced other", inRequest},
		{"other format", content("application/json: {" + object + "}"), content("text/csv: {" + scalar + "}"), "media-type-added wider, media-type-removed narrower", "media-type-added wider, media-type-removed narrower", inRequest},
		{"examples of body", content("application/json: {examples: {a: {value: 1}, b: {value: 2}}}"), content("application/json: {examples: {b: {value: 2}}}"), "examples docs", "examples docs", inRequest},
		{"order of examples", content("application/json: {examples: {a: {value: 1}, b: {value: 2}}}"), content("application/json: {examples: {b: {value: 2}, a: {value: 1}}}"), "", "", inRequest},
		{"default encoding", form(""), form(", encoding: {p: {contentType: text/plain}}"), "", "", inRequest},
		{"other encoding", form(""), form(", encoding: {p: {contentType: application/xml}}"), "encoding-changed unknown", "encoding-changed unknown", inRequest},
		{"more encodings", form(""), form(", encoding: {p: {contentType: 'text/plain, application/xml'}}"), "encoding-changed wider?", "encoding-changed narrower?", inRequest},
		{"order of encodings", form(", encoding: {p: {contentType: 'image/*'}, n: {contentType: text/csv}}"), form(", encoding: {n: {contentType: text/csv}, p: {contentType: 'image/*'}}"), "", "", inRequest},
		{"header of part", form(", encoding: {p: {}}"), form(", encoding: {p: {headers: {X-A: {required: true, " + scalar + "}}}}"), "header-added narrower", "header-removed wider", inRequest},

		{"success", ok, "responses: {'200': {description: ok}, '201': {description: ok}}", "response-added wider", "response-removed narrower", inResponse},
		{"range of successes", ok, "responses: {'200': {description: ok}, 2XX: {description: ok}}", "response-added wider", "response-removed narrower", inResponse},
		{"error", ok, "responses: {'200': {description: ok}, '404': {description: no}}", "response-added byRule", "response-removed byRule", inResponse},
		{"errors", ok, "responses: {'200': {description: ok}, 5XX: {description: no}}", "response-added byRule", "response-removed byRule", inResponse},
		{"default response", ok, "responses: {'200': {description: ok}, default: {description: no}}", "response-added byRule", "response-removed byRule", inResponse},
		{"code below its range", "responses: {4XX: {description: no}}", "responses: {4XX: {description: no}, '404': {description: no}}", "response-added same", "response-removed same", inResponse},
		{"code below default", "responses: {default: {description: no}}", "responses: {default: {description: no}, '200': {description: ok}}", "response-added same", "response-removed same", inResponse},
		{"order of responses", "responses: {'200': {description: ok}, '404': {description: no}}", "responses: {'404': {description: no}, '200': {description: ok}}", "", "", inResponse},
		{"response to components", "responses: {'404': {description: Not there., content: {application/json: {" + object + "}}}}", "responses: {'404': {$ref: '#/components/responses/Missing'}}", "", "", inResponse},
		{"text of response", ok, "responses: {'200': {description: fine}}", "description docs", "description docs", inResponse},
		{"link", ok, respond("links: {next: {operationId: op}}"), "link-changed docs", "link-changed docs", inResponse},
		{"extension of response", ok, respond("x-a: {b: 1}"), "extensions docs", "extensions docs", inResponse},
		{"body of response", ok, respond("content: {text/plain: {}}"), "response-body-added byRule", "response-body-removed wider", inResponse},
		{"media type of response", respond("content: {text/plain: {}}"), respond("content: {text/plain: {}, text/csv: {}}"), "media-type-added wider", "media-type-removed narrower", inResponse},
		{"order of media types of response", respond("content: {text/plain: {}, text/csv: {}}"), respond("content: {text/csv: {}, text/plain: {}}"), "", "", inResponse},
		{"optional header of response", ok, respond("headers: {X-A: {" + scalar + "}}"), "header-added byRule", "header-removed byRule", inResponse},
		{"required header of response", ok, respond("headers: {X-A: {required: true, " + scalar + "}}"), "header-added narrower", "header-removed wider", inResponse},
		{"ignored header of response", ok, respond("headers: {content-type: {required: true, " + scalar + "}}"), "", "", inResponse},
		{"header becomes required", respond("headers: {X-A: {" + scalar + "}}"), respond("headers: {x-a: {required: true, " + scalar + "}}"), "header-required narrower", "header-optional wider", inResponse},
		{"header to components", respond("headers: {X-A: {description: How many are left., required: true, schema: {type: integer}}}"), respond("headers: {X-A: {$ref: '#/components/headers/Rest'}}"), "", "", inResponse},
		{"order of headers", respond("headers: {X-A: {" + scalar + "}, X-B: {" + object + "}}"), respond("headers: {X-B: {" + object + "}, X-A: {" + scalar + "}}"), "", "", inResponse},
		{"text of header", respond("headers: {X-A: {description: One., " + scalar + "}}"), respond("headers: {X-A: {description: Two., " + scalar + "}}"), "description docs", "description docs", inResponse},
		{"deprecated header", respond("headers: {X-A: {" + scalar + "}}"), respond("headers: {X-A: {deprecated: true, " + scalar + "}}"), "deprecated-changed same", "deprecated-changed same", inResponse},
		{"header as JSON", respond("headers: {X-A: {" + scalar + "}}"), respond("headers: {X-A: {content: {application/json: {" + scalar + "}}}}"), "header-content-changed other", "header-content-changed other", inResponse},
		{"explode of header", respond("headers: {X-A: {" + members + "}}"), respond("headers: {X-A: {explode: true, " + members + "}}"), "header-explode-changed other", "header-explode-changed other", inResponse},

		{"security", ok, "security: [{key: []}], " + ok, "security-tightened narrower", "security-loosened wider", inRequest},
		{"nobody", ok, "security: [], " + ok, "", "", inRequest},
		{"anonymous beside", "security: [{key: []}], " + ok, "security: [{key: []}, {}], " + ok, "security-loosened wider", "security-tightened narrower", inRequest},
		{"alternative", "security: [{key: []}], " + ok, "security: [{key: []}, {other: []}], " + ok, "security-loosened wider", "security-tightened narrower", inRequest},
		{"alternative that is covered", "security: [{key: []}], " + ok, "security: [{key: []}, {key: [], other: []}], " + ok, "", "", inRequest},
		{"both", "security: [{key: []}], " + ok, "security: [{key: [], other: []}], " + ok, "security-tightened narrower", "security-loosened wider", inRequest},
		{"another", "security: [{key: []}], " + ok, "security: [{other: []}], " + ok, "security-changed other", "security-changed other", inRequest},
		{"scope", "security: [{token: [r]}], " + ok, "security: [{token: [r, w]}], " + ok, "security-tightened narrower", "security-loosened wider", inRequest},
		{"order of scopes", "security: [{token: [r, w]}, {key: []}], " + ok, "security: [{key: []}, {token: [w, r]}], " + ok, "", "", inRequest},

		{"operationId", "operationId: a, " + ok, "operationId: b, " + ok, "operation-renamed same", "operation-renamed same", inRequest},
		{"deprecated", ok, "deprecated: true, " + ok, "operation-deprecated same", "operation-undeprecated same", inRequest},
		{"sunset", ok, "x-sunset: 2030-01-01, " + ok, "operation-sunset same", "operation-sunset same", inRequest},
		{"tags", "tags: [a], " + ok, "tags: [b], " + ok, "tags-changed same", "tags-changed same", inRequest},
		{"order of tags", "tags: [a, b], " + ok, "tags: [b, a], " + ok, "", "", inRequest},
		{"summary", "summary: One, " + ok, "summary: Two, " + ok, "summary docs", "summary docs", inRequest},
		{"description", "description: One, " + ok, ok, "description docs", "description docs", inRequest},
		{"page", ok, "externalDocs: {url: 'https://h'}, " + ok, "external-docs docs", "external-docs docs", inRequest},
		{"extension", "x-a: {b: 1, c: 2}, " + ok, "x-a: {c: 2, b: 1.5}, " + ok, "extensions docs", "extensions docs", inRequest},
		{"order inside an extension", "x-a: {b: 1, c: 2}, " + ok, "x-a: {c: 2, b: 1.0}, " + ok, "", "", inRequest},
		{"name in Go", ok, "x-go-name: Call, " + ok, "go-extension-changed same", "go-extension-changed same", inRequest},
		{"pages", ok, "x-pagination: {kind: link, items: ''}, " + ok, "go-extension-changed same", "go-extension-changed same", inRequest},
		{"callback to components", "callbacks: {d: {'{$request.query.u}': {post: {" + ok + "}}}}, " + ok, "callbacks: {d: {$ref: '#/components/callbacks/Done'}}, " + ok, "", "", inRequest},
	}
}

// A context is a place of operations. The text has the operation at OPERATION; turned says whether its requests are received.
type context struct {
	name, text string
	turned     bool
}

func contexts() []context {
	const head = "openapi: 3.2.0\ninfo: {title: T, version: '1'}\n"
	return []context{
		{"path", head + "paths: {'/t': {post: {OPERATION}}}" + components, false},
		{"method of its own", head + "paths: {'/t': {additionalOperations: {COPY: {OPERATION}}}}" + components, false},
		{"path item of components", head + "paths: {'/t': {$ref: '#/components/pathItems/T'}}" + components + "  pathItems: {T: {query: {OPERATION}}}\n", false},
		{"webhook", head + "paths: {}\nwebhooks: {w: {post: {OPERATION}}}" + components, true},
		{"callback", head + "paths: {'/t': {get: {callbacks: {c: {'{$request.query.u}': {post: {OPERATION}}}}, " + ok + "}}}" + components, true},
		{"callback of a callback", head + "paths: {'/t': {get: {callbacks: {c: {'{$request.query.u}': {put: {callbacks: {n: {'{$request.query.v}': {post: {OPERATION}}}}, " +
			ok + "}}}}, " + ok + "}}}" + components, false},
		{"callback of a webhook", head + "paths: {}\nwebhooks: {w: {put: {callbacks: {n: {'{$request.query.v}': {post: {OPERATION}}}}, " + ok + "}}}" + components, false},
	}
}

// expected is what a finding of a row is in a direction.
func expected(finding string, dir change.Direction) string {
	rule, relation, _ := strings.Cut(finding, " ")
	verdicts := map[string][2]change.Verdict{ // of requests, of responses
		"same": {change.Equal, change.Equal}, "byRule": {change.Compatible, change.Compatible}, "other": {change.Breaking, change.Breaking},
		"wider": {change.Compatible, change.Breaking}, "narrower": {change.Breaking, change.Compatible}, "unknown": {change.Unknown, change.Unknown},
		"wider?": {change.Compatible, change.Unknown}, "narrower?": {change.Unknown, change.Compatible},
	}
	if relation == "docs" {
		return rule + ", docs"
	}
	v := verdicts[relation][0]
	if dir == change.Response {
		v = verdicts[relation][1]
	}
	return fmt.Sprintf("%s, %s %s", rule, dir, v)
}

// found is what a comparison finds, as expected has it. Two documents may differ in the order of findings.
func found(result *operations.Result) (list []string) {
	for _, l := range lines(result.Changes) {
		before, _, _ := strings.Cut(l, " | ")
		list = append(list, before)
	}
	return list
}

// TestPlaces: every edit of an operation, wherever operations stand.
func TestPlaces(t *testing.T) {
	for _, at := range contexts() {
		for _, r := range rows() {
			t.Run(at.name+"/"+r.name, func(t *testing.T) {
				dir := change.Request
				if at.turned != (r.part == inResponse) {
					dir = change.Response
				}
				before, after := strings.Replace(at.text, "OPERATION", r.before, 1), strings.Replace(at.text, "OPERATION", r.after, 1)
				compare := func(from, to, findings string) {
					var want []string
					for finding := range strings.SplitSeq(findings, ", ") {
						if finding != "" {
							want = append(want, expected(finding, dir))
						}
					}
					result := operations.Compare(read(t, from), read(t, to), sample)
					assert.ElementsMatch(t, want, found(result), "%v", lines(result.Changes))
					for _, c := range result.Changes {
						checkChange(t, c)
					}
					assert.Equal(t, c14n(result), c14n(operations.Compare(read(t, from), read(t, to), sample)), "the same again")
				}
				compare(before, after, r.there)
				compare(after, before, r.back)
				compare(after, after, "")
			})
		}
	}
}

// c14n is a result as text.
func c14n(r *operations.Result) []string { return lines(r.Changes) }

// unshown are rules of breaking changes that no message shows.
var unshown = []string{"callback-removed", "callback-moved", "webhook-removed"}

// checkChange: a change says where it is, and one that breaks has a message.
func checkChange(t *testing.T, c edits.Change) {
	t.Helper()
	assert.NotEmpty(t, c.Subject, line(c))
	assert.NotEmpty(t, c.Sentence, line(c))
	assert.True(t, strings.HasPrefix(c.Pointer, "/"), line(c))
	assert.True(t, c.Old.Present || c.New.Present, line(c))
	assert.NotZero(t, c.Old.Pos.Line, line(c))
	assert.NotZero(t, c.New.Pos.Line, line(c))
	_, known := rules.Find(c.Rule)
	assert.True(t, known, line(c))
	isPart := strings.Contains(c.Subject, ", part ")
	if c.Class == change.Wire && !slices.Contains(unshown, c.Rule) && !isPart {
		assert.NotNil(t, c.Message, line(c))
	} else if c.Class != change.Wire {
		assert.Nil(t, c.Message, line(c))
	}
	if c.Class == change.Unproved {
		assert.NotEmpty(t, c.Advice.Why, line(c))
	}
}
