package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"

	"github.com/oas2go/oas2go/generator/diag"
)

type diagFinding = diag.Finding

// A requestJudge is a document as kin-openapi reads it.
type requestJudge struct {
	doc     *openapi3.T
	is31    bool
	sample  *sampler
	secured openapi3filter.AuthenticationFunc
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

func (a response) write(w http.ResponseWriter) {
	for name, values := range a.header {
		w.Header()[name] = values
	}
	if a.contentType != "" {
		w.Header().Set("Content-Type", a.contentType)
	}
	w.WriteHeader(a.status)
	_, _ = io.WriteString(w, a.body)
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
	j := &requestJudge{doc: doc, secured: openapi3filter.NoopAuthenticationFunc, is31: strings.HasPrefix(doc.OpenAPI, "3.1") || strings.HasPrefix(doc.OpenAPI, "3.2"), errors: map[string]string{}, targets: map[string]target{}}
	eachSchema(doc, openWhole)
	eachSchema(doc, nameStrings)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if j.sample, err = newSampler(doc, j.is31, newExactNumbers(data)); err != nil {
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
		responses[method].write(w)
	}))
	defer server.Close()
	out, err := exec.CommandContext(ctx, program, server.URL).Output()
	if err != nil {
		return fmt.Errorf("the program that calls: %w", err)
	}
	reports, err := readReports(out)
	if err != nil {
		return err
	}
	for _, c := range s.calls {
		if c.skip != "" {
			continue
		}
		r := reports[c.Method]
		if r == nil {
			c.result = "it was not called"
			continue
		}
		text := r.Direct.Error
		switch reason := j.errors[c.Method]; {
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

// judge has kin-openapi validate a request to the operation that was called.
func (j *requestJudge) judge(r *http.Request) error {
	return j.caught(func() error {
		route, params, err := j.route(r)
		if err != nil {
			return err
		}
		return j.validate(r, route, params)
	})
}

// caught makes a panic of kin-openapi an error.
func (j *requestJudge) caught(judge func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: %v", panics, p)
		}
	}()
	return judge()
}

// validate has kin-openapi validate a request to an operation.
func (j *requestJudge) validate(r *http.Request, route *routers.Route, params map[string]string) error {
	query, err := deepQuery(r.URL.Query(), route.PathItem.Parameters, route.Operation.Parameters)
	if err != nil {
		return err
	}
	input := &openapi3filter.RequestValidationInput{Request: r, PathParams: params, QueryParams: query, Route: route, Options: &openapi3filter.Options{RegexCompiler: compilePattern,
		MultiError: true, SkipSettingDefaults: true, AuthenticationFunc: j.secured,
	}}
	err = openapi3filter.ValidateRequest(r.Context(), input)
	var many openapi3.MultiError
	if errors.As(err, &many) && len(many) == 0 {
		return nil
	}
	return err
}
