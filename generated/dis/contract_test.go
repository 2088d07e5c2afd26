package dis_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A contract judges requests by the document, with a library that shares no
// code with the generated package.
type contract struct {
	doc    *openapi3.T
	router routers.Router
}

// theContract reads the document once for all tests.
var theContract = sync.OnceValues(func() (*contract, error) {
	doc, err := openapi3.NewLoader().LoadFromFile("../../spec/dis/openapi.yaml")
	if err != nil {
		return nil, err
	}
	doc.Servers = nil // test servers listen elsewhere
	router, err := legacy.NewRouter(doc)
	return &contract{doc, router}, err
})

// check judges one request. The router compares decoded paths, so names with a
// slash cannot be told apart and are left out.
func (c *contract) check(r *http.Request, body []byte) error {
	if strings.Contains(strings.ToUpper(r.URL.EscapedPath()), "%2F") {
		return nil
	}
	r = r.Clone(context.Background())
	r.Body = io.NopCloser(bytes.NewReader(body))
	route, params, err := c.router.FindRoute(r)
	if err != nil {
		return fmt.Errorf("%s %s: %w", r.Method, r.URL, err)
	}
	return openapi3filter.ValidateRequest(r.Context(), &openapi3filter.RequestValidationInput{
		Request: r, PathParams: params, Route: route,
		Options: &openapi3filter.Options{
			AuthenticationFunc:  openapi3filter.NoopAuthenticationFunc,
			SkipSettingDefaults: true, // with them, absent mandatory fields would pass
		},
	})
}

// The library and the generated package agree on every case of the table.
func TestRulesAgreeWithTheDocument(t *testing.T) {
	c, err := theContract()
	require.NoError(t, err)
	schema := c.doc.Components.Schemas["CreateMrsTransferTaskRequest"].Value
	n := 0
	for _, x := range allCases() {
		if x.field == "project_id" || x.field == "stream_name" || strings.HasSuffix(strings.Join(x.want, ""), "duplicate") {
			continue // not in the body, or lost in a Go map
		}
		_, _, body := x.request()
		var v any
		require.NoError(t, json.Unmarshal([]byte(body), &v), body)
		err := schema.VisitJSON(v)
		assert.Equal(t, x.want == nil, err == nil, "%s: %s = %s: the library says %v", x.row, x.field, x.value, err)
		n++
	}
	assert.Greater(t, n, 150)
}

// The contract itself notices what it is there for.
func TestContractCanFail(t *testing.T) {
	c, err := theContract()
	require.NoError(t, err)
	try := func(method, path, contentType, body string) error {
		r, err := http.NewRequest(method, "http://localhost"+path, nil)
		require.NoError(t, err)
		r.Header.Set("Content-Type", contentType)
		return c.check(r, []byte(body))
	}
	const path = "/v2/p/streams/s/transfer-tasks"
	require.NoError(t, try("POST", path, "application/json", pageBody()))
	assert.Error(t, try("PATCH", path, "application/json", pageBody()))
	assert.Error(t, try("POST", path, "text/plain", pageBody()))
	assert.Error(t, try("POST", path, "application/json", `{}`))
	assert.Error(t, try("POST", "/v2/p/streams/"+strings.Repeat("s", 61)+"/transfer-tasks", "application/json", pageBody()))
}
