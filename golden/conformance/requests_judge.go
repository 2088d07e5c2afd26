package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"

	"github.com/oas2go/oas2go/generator/diag"
)

type diagFinding = diag.Finding

// A requestJudge is a document as kin-openapi reads it.
type requestJudge struct {
	doc     *openapi3.T
	is31    bool
	sample  *sampler
	targets map[string]target // by the method of the client
	errors  map[string]string // why a request was refused, too
	mutex   sync.Mutex
}

// A response is what the server says to a request that is fine.
type response struct {
	status      int
	contentType string
	header      http.Header
	body        string
}

// newRequestJudge reads a document.
func newRequestJudge(path string) (*requestJudge, error) {
	doc, err := loadDocument(path)
	if err != nil {
		return nil, err
	}
	if doc.OpenAPI == "" {
		return nil, errors.New("it reads OpenAPI 3 only here")
	}
	j := &requestJudge{doc: doc, is31: strings.HasPrefix(doc.OpenAPI, "3.1") || strings.HasPrefix(doc.OpenAPI, "3.2"), errors: map[string]string{}, targets: map[string]target{}}
	eachSchema(doc, openWhole)
	eachSchema(doc, nameStrings)
	if j.sample, err = newSampler(doc, j.is31); err != nil {
		return nil, err
	}
	j.correct()
	return j, nil
}

// serve runs the program that makes all calls against a server, and notes what came of each.
func (j *requestJudge) serve(ctx context.Context, s *spec, program string) error {
	responses := map[string]response{}
	for _, c := range s.calls {
		responses[c.Method] = c.response
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		method := r.Header.Get("X-Called")
		if err := j.judge(r); err != nil {
			j.mutex.Lock()
			j.errors[method] = err.Error()
			j.mutex.Unlock()
			http.Error(w, "refused", http.StatusTeapot)
			return
		}
		a := responses[method]
		for name, values := range a.header {
			w.Header()[name] = values
		}
		if a.contentType != "" {
			w.Header().Set("Content-Type", a.contentType)
		}
		w.WriteHeader(a.status)
		_, _ = io.WriteString(w, a.body)
	}))
	defer server.Close()
	out, err := exec.CommandContext(ctx, program, server.URL).Output()
	if err != nil {
		return fmt.Errorf("the program that calls: %w", err)
	}
	results := map[string]string{}
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		var pair [2]string
		if err := json.Unmarshal(lines.Bytes(), &pair); err != nil {
			return err
		}
		results[pair[0]] = pair[1]
	}
	for _, c := range s.calls {
		if c.skip != "" {
			continue
		}
		text, called := results[c.Method]
		switch reason := j.errors[c.Method]; {
		case !called:
			c.result = "it was not called"
		case reason != "":
			c.result = "refused: " + strings.Join(strings.Fields(reason), " ")
		case c.failure != "":
			if !strings.Contains(text, ": HTTP 500") {
				c.result = fmt.Sprintf("the client says %q of a failure", text)
			}
		case text != "":
			c.result = "the client says: " + text
		}
		c.excuse()
	}
	return nil
}

// panics is what a judge says who did not get to a verdict.
const panics = "kin-openapi panics"

// judge has kin-openapi validate a request.
func (j *requestJudge) judge(r *http.Request) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: %v", panics, p)
		}
	}()
	route, params, err := j.route(r)
	if err != nil {
		return err
	}
	query, err := deepQuery(r.URL.Query(), route.PathItem.Parameters, route.Operation.Parameters)
	if err != nil {
		return err
	}
	input := &openapi3filter.RequestValidationInput{Request: r, PathParams: params, QueryParams: query, Route: route, Options: &openapi3filter.Options{RegexCompiler: compilePattern,
		MultiError: true, SkipSettingDefaults: true, AuthenticationFunc: openapi3filter.NoopAuthenticationFunc,
	}}
	err = openapi3filter.ValidateRequest(r.Context(), input)
	var many openapi3.MultiError
	if errors.As(err, &many) && len(many) == 0 {
		return nil
	}
	return err
}
