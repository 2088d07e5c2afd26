package mock

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/examples"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/golden/documents"
)

// A survey counts what became of the responses of documents.
type survey struct {
	made, judged int
	failed       []string // why they were not made
	unread       []string // documents that kin-openapi does not read
	refused      []string // by kin-openapi
	reached      int      // operations that a request finds
	lost         []string // operations that it does not find
}

// TestAllResponses makes each response of the golden documents, in each status and media type, and lets kin-openapi judge it.
// OAS2GO_CORPUS names a folder of documents to take instead.
func TestAllResponses(t *testing.T) {
	list, err := documents.Cases("../../../golden/cases", t.TempDir())
	require.NoError(t, err)
	folder := os.Getenv("OAS2GO_CORPUS")
	if folder != "" {
		list, err = documents.Folder(folder, 3<<20)
		require.NoError(t, err)
	}
	s := &survey{}
	for _, d := range list {
		s.document(t, d)
	}
	t.Logf("%d responses, %d judged by kin-openapi; %d not made; %d refused; %d documents not read by it", s.made, s.judged, len(s.failed), len(s.refused), len(s.unread))
	if folder != "" {
		t.Logf("%d operations found; lost:\n%s", s.reached, strings.Join(s.lost, "\n"))
		t.Log("not made:\n" + strings.Join(s.failed, "\n") + "\nrefused:\n" + strings.Join(s.refused, "\n") + "\nunread:\n" + strings.Join(s.unread, "\n"))
		return
	}
	assert.Greater(t, s.judged, 100)
	assert.Greater(t, s.reached, 400)
	explained(t, unreachable(), s.lost)
	explained(t, notMade(), s.failed)
	explained(t, otherwise(), s.refused)
}

// explained asks that a table has a reason for each line, by what it begins with, and a line for each reason.
func explained(t *testing.T, reasons map[string]string, lines []string) {
	t.Helper()
	used := map[string]bool{}
	for _, line := range lines {
		operation, _, _ := strings.Cut(line, ",")
		assert.Contains(t, reasons, operation, line)
		used[operation] = true
	}
	assert.Len(t, used, len(reasons), "some reasons are not needed any more")
}

// unreachable are the operations that no request finds, and why.
func unreachable() map[string]string {
	return map[string]string{
		"servers-of-operations-alike: POST /chat#stream": "a fragment never reaches a server",
		"servers-of-fragments: POST /act#stop":           "only a member of the body differs",
		"servers-of-operations-alike: GET /a/{y}":        "only the name of a parameter differs",
	}
}

// notMade are the operations with responses that cannot be made, and why.
func notMade() map[string]string {
	return map[string]string{
		"error-files: GET /kinds":            "a reference leads nowhere",
		"fakes: GET /riddle":                 "no value: a back reference, and a member that nothing may be",
		"features-of-operations: GET /lines": "the schema of lines is an object; in OAS 3.2 it is that of all lines, an array",
		"not-generated: POST /report":        "an object as text/plain",
		"responses-of-all-kinds: GET /same":  "an object as text/plain",
		"said-twice: GET /networks":          "an object in CBOR",
	}
}

// otherwise are the operations with responses that kin-openapi refuses, and why we do not.
func otherwise() map[string]string {
	return map[string]string{
		"inheritance-closed: GET /shapes":                "by the letter no heir of a closed base is valid; we take it to close the whole",
		"inheritance-struct: GET /plants":                "by the letter no heir of a closed base is valid; we take it to close the whole",
		"union-inside-a-rule: GET /crates":               "by the letter both alternatives fit; we take the tag to decide",
		"integers-beyond-int64: GET /blocks/{height}":    "it rounds a constant of 20 digits",
		"parts-closed-against-each-other: POST /parcels": "by the letter no object is valid; we take it to close the whole (ADR 17)",
	}
}

// unknown says why kin-openapi cannot judge a response that it refuses, "" if it can.
func unknown(mediaType string, err error) string {
	switch text := err.Error(); {
	case strings.Contains(text, "unsupported content type"):
		return "it does not read the media type"
	case strings.HasPrefix(mediaType, "text/plain") && strings.Contains(text, "got string, want"):
		return "it reads a text as a string, whatever the schema says"
	}
	return ""
}

// document makes the responses of a document.
func (s *survey) document(t *testing.T, d documents.Document) {
	loader := source.NewLoader(d.Path)
	defer loader.Close()
	var findings diag.List
	tree, err := loader.Document(&findings)
	require.NoError(t, err)
	trees := source.NewTrees(tree)
	doc := parse.Document(tree, parse.Options{Loader: loader, Lenient: true, Wholes: true}, &findings)
	if doc == nil {
		return
	}
	asserts := func(name string, number bool) bool {
		return gomodel.FormatFunc(gomodel.Format{Name: name, Number: number}) != ""
	}
	h := New(doc, Options{Lenient: true, Values: examples.Options{Asserts: asserts, Trees: trees}}, &findings)
	kin := openapi3.NewLoader()
	kin.IsExternalRefsAllowed = true
	peer, err := kin.LoadFromFile(d.Path)
	if err != nil {
		s.unread = append(s.unread, d.Name)
	}
	for _, op := range h.routes.operations {
		s.reach(h, d.Name, op, basePath(doc, op.item, op.api))
		for _, entry := range op.api.Responses {
			s.response(h, peer, d.Name, op, entry)
		}
	}
}

// reach asks that a request to the path of an operation, with some values and what it must have beside, finds it.
func (s *survey) reach(h *Handler, document string, op *operation, base string) {
	filled := regexp.MustCompile(`\{[^{}]*\}`).ReplaceAllString(op.path, "7x")
	filled, _, _ = strings.Cut(filled, "#")
	filled, query, _ := strings.Cut(filled, "?")
	r := &http.Request{Method: op.method, URL: &url.URL{Path: strings.TrimSuffix(base, "/") + "/" + strings.TrimPrefix(filled, "/"), RawQuery: query}}
	addMarks(r, op)
	if found, _, _ := h.routes.find(r); found == op {
		s.reached++
	} else {
		what := "nothing"
		if found != nil {
			what = found.method + " " + found.path
		}
		s.lost = append(s.lost, fmt.Sprintf("%s: %s %s, finds %s", document, op.method, op.path, what))
	}
}

// addMarks adds required parameters that have one value, and the media types of the body and the response.
func addMarks(r *http.Request, op *operation) {
	r.Header = http.Header{}
	query := r.URL.Query()
	for _, use := range api.Parameters(op.item, op.api) {
		p := use.Value
		if p == nil || !p.Required || p.Schema == nil {
			continue
		}
		s := p.Schema
		for s.Ref != nil && s.Const == nil {
			s = s.Ref.Target
		}
		value := s.Const
		if len(s.Enum) == 1 {
			value = &s.Enum[0]
		}
		switch {
		case value == nil:
		case p.In == api.InHeader:
			r.Header.Set(p.Name, strings.Trim(api.JSON(value.Value), `"`))
		case p.In == api.InQuery:
			query.Set(p.Name, strings.Trim(api.JSON(value.Value), `"`))
			r.URL.RawQuery = query.Encode()
		}
	}
	if body := op.api.RequestBody; body != nil && body.Value != nil && len(body.Value.Content) > 0 {
		r.Header.Set("Content-Type", body.Value.Content[0].Name)
	}
	for _, response := range op.api.Responses {
		if response.Status == http.StatusOK && response.Use.Value != nil && len(response.Use.Value.Content) > 0 {
			r.Header.Set("Accept", response.Use.Value.Content[0].Name)
		}
	}
}

func sampleStatus(status api.Status) int {
	switch {
	case status == api.DefaultStatus:
		return 299
	case status.IsRange():
		return int(status)*100 + 98
	}
	return int(status)
}

func (s *survey) response(h *Handler, peer *openapi3.T, document string, op *operation, entry api.ResponseEntry) {
	status := sampleStatus(entry.Status)
	accepts := []string{""}
	if entry.Use.Value != nil {
		for _, media := range entry.Use.Value.Content {
			if !strings.Contains(media.Name, "*") {
				accepts = append(accepts, media.Name)
			}
		}
	}
	for _, accept := range accepts {
		what := fmt.Sprintf("%s: %s %s, %d %s", document, op.method, op.path, status, accept)
		r, _ := h.engine.preferred(op, preferences{code: status}, []string{accept})
		if s.made++; r.why != "" {
			s.failed = append(s.failed, strings.TrimSpace(what)+": "+r.why)
			continue
		}
		err, known := judgeByKin(peer, op, r)
		switch {
		case err != nil && unknown(r.header.Get("Content-Type"), err) != "":
		case err != nil:
			text, _, _ := strings.Cut(err.Error(), "\n")
			s.refused = append(s.refused, strings.TrimSpace(what)+": "+text)
		case known:
			s.judged++
		}
	}
}

// judgeByKin lets kin-openapi judge a reply. It is not known to it if it reads the document otherwise.
func judgeByKin(peer *openapi3.T, op *operation, r *reply) (err error, known bool) {
	defer func() {
		if problem := recover(); problem != nil {
			err, known = fmt.Errorf("kin-openapi panics: %v", problem), true
		}
	}()
	if peer == nil || r.isEvents || !hasBody(r.status) {
		return nil, false
	}
	item := peer.Paths.Value(op.path)
	if item == nil || item.Operations()[op.method] == nil {
		return nil, false
	}
	request := httptest.NewRequest(http.MethodGet, "/", nil)
	request.Method = op.method
	route := &routers.Route{Spec: peer, Path: op.path, PathItem: item, Method: op.method, Operation: item.Operations()[op.method]}
	options := &openapi3filter.Options{IncludeResponseStatus: true}
	return openapi3filter.ValidateResponse(request.Context(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: request, Route: route, Options: options},
		Status:                 r.status, Header: r.header, Body: io.NopCloser(bytes.NewReader(slices.Concat(r.parts...))), Options: options,
	}), true
}
