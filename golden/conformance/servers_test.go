package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/golden/conformance/caller"
	"github.com/oas2go/oas2go/golden/conformance/exchange"
)

const servedDocument = `openapi: 3.1.0
info: {title: t, version: "1"}
security: [{key: []}]
paths:
  /pets/{id}:
    parameters:
    - {name: id, in: path, required: true, schema: {type: integer, minimum: 1}}
    get:
      operationId: showPet
      parameters:
      - {name: tags, in: query, explode: false, schema: {type: array, maxItems: 3, items: {type: string, minLength: 1}}}
      - {name: X-Shop, in: header, schema: {type: string, enum: [north, south]}}
      responses: {'200': {description: d, headers: {ETag: {schema: {type: string}}}, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
    put:
      operationId: putPet
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'202': {description: d}}
  /pets/{id}/photo:
    parameters:
    - {name: id, in: path, required: true, schema: {type: integer, minimum: 1}}
    post:
      operationId: addPhoto
      requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, required: [title, photo], properties: {title: {type: string}, photo: {type: string, format: binary}}}}}}
      responses: {'201': {description: d, content: {image/png: {}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Pet: {type: object, required: [name, age], additionalProperties: false, properties: {name: {type: string, minLength: 1, maxLength: 20}, age: {type: integer, minimum: 0}, tags: {type: array, uniqueItems: true, items: {type: string}}}}
`

// TestServers: calls through a generated handler are the direct ones, and it judges changed requests as kin-openapi does.
func TestServers(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles a program")
	}
	m, err := newModule(t.Context(), t.TempDir())
	require.NoError(t, err)
	path := filepath.Join(m.Dir, "openapi.yaml")
	require.NoError(t, os.WriteFile(path, []byte(servedDocument), 0o600))
	s := &served{spec: &spec{name: "pets", path: path, pkg: "pets"}}
	require.NoError(t, m.tryServer(t.Context(), s))
	require.Len(t, s.calls, 3)
	for _, c := range s.calls {
		assert.Empty(t, c.result+c.skip+c.failure, c.Method)
	}

	agreed, err := agreeAll(t.Context(), []*served{s}, 600, 1)
	require.NoError(t, err)
	var out strings.Builder
	assert.NoError(t, agreed.print(&out, false), out.String())
	assert.Greater(t, agreed.accepted, 100)
	assert.Greater(t, agreed.refused, 100)
	assert.Less(t, len(agreed.differences), 60)
}

// TestCompareCalls: what is lost on the way is a difference, and so is what was never sent.
func TestCompareCalls(t *testing.T) {
	s := &served{spec: &spec{}, judge: newTestJudge(t), recorder: &recorder{requests: map[[2]string]exchange.Request{}}}
	item := s.judge.doc.Paths.Value("/pets/{id}#alternative")
	s.judge.targets["Call"] = target{"/pets/{id}#alternative", item, item.Post}
	c := &apiCall{Method: "Call", response: response{status: 204}}
	report := &caller.Report{Direct: &caller.Outcome{Status: 204}, Proxied: &caller.Outcome{Status: 204}}
	compare := func() string { difference, skip := s.compare(c, report); return difference + skip }

	assert.Contains(t, compare(), "the client refuses")
	s.recorder.requests[[2]string{"Call", "direct"}] = exchange.Request{Target: "/a"}
	assert.Contains(t, compare(), "not passed on")
	s.recorder.requests[[2]string{"Call", "proxied"}] = exchange.Request{Target: "/b"}
	assert.Contains(t, compare(), "request: target")
	s.recorder.requests[[2]string{"Call", "proxied"}] = exchange.Request{Target: "/a"}
	assert.Empty(t, compare())
	report.Proxied.Status = 200
	assert.Contains(t, compare(), "response: status")
	c.failure = "there is no success"
	assert.Contains(t, compare(), "failure")
}

// TestFaults: a status that blames the server is a fault, and so is a difference that nothing explains.
func TestFaults(t *testing.T) {
	s := &served{spec: &spec{name: "pets"}}
	count := func(status int, kin error) *agreement {
		a := &agreement{}
		a.count(s, &probe{ours: caller.Verdict{Status: status, Body: "{}"}, kin: kin})
		return a
	}
	assert.NoError(t, count(501, nil).print(&strings.Builder{}, false))
	assert.NoError(t, count(415, assert.AnError).print(&strings.Builder{}, false))
	for _, status := range []int{0, 200, 403, 500, 502} {
		assert.Error(t, count(status, nil).print(&strings.Builder{}, false), status)
	}
	assert.Error(t, count(501, assert.AnError).print(&strings.Builder{}, false))
	assert.Error(t, count(400, nil).print(&strings.Builder{}, false))
}
