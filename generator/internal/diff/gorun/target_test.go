package gorun_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/codec"
	"github.com/oas2go/oas2go/generator/internal/diff/gocall"
	"github.com/oas2go/oas2go/generator/internal/diff/gorun"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
)

const target = "../../../../../shared/target/diff"

// generate returns the package of a document, as data and as files.
func generate(t *testing.T, path, name string) (*gomodel.Package, gorun.Package) {
	t.Helper()
	result, err := generator.Generate(t.Context(), generator.Config{Spec: path, Package: name})
	require.NoError(t, err)
	p := gorun.Package{Name: name, Files: map[string][]byte{}}
	for _, f := range result.Files {
		p.Files[f.Name] = f.Data
	}
	return result.Package, p
}

func parse(t *testing.T, text string) api.Value {
	t.Helper()
	v, err := jsonvalue.Parse(text)
	require.NoError(t, err)
	return v
}

// skipWithout skips a test if the example reports are not there.
func skipWithout(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(target); err != nil {
		t.Skip("the example reports are not beside the repository")
	}
}

// TestTargetErrors: the errors of both example reports are what generated code says.
func TestTargetErrors(t *testing.T) {
	skipWithout(t)
	limit := gocall.Value{In: gomodel.InQuery, Name: "limit", Value: api.Int(51)}
	id := gocall.Value{In: gomodel.InPath, Name: "id", Value: api.String("a")}
	stream := gocall.Value{In: gomodel.InPath, Name: "stream_name", Value: api.String("s")}
	project := gocall.Value{In: gomodel.InPath, Name: "project_id", Value: api.String("p")}
	type refused struct {
		method, path, body, want string
		values                   []gocall.Value
	}
	for folder, list := range map[string][]refused{
		"case1": {
			{"GET", "/orders", "", "invalid ListOrdersParams: query /limit: maximum 50, got 51", []gocall.Value{limit}},
			{"POST", "/orders", `{"items": [""], "shipTo": {"line1": "", "city": ""}}`, `invalid CreateOrderParams: body /channel: enum ["web", "phone"], got ""`, nil},
			{"POST", "/orders/{id}/ship", `{"carrier": "post"}`, `invalid ShipOrderParams: body /carrier: enum ["dhl", "ups"], got "post"`, []gocall.Value{id}},
		},
		"case2": {
			{"POST", "/v2/{project_id}/streams/{stream_name}/transfer-tasks", `{"destination_type": "MRS"}`,
				`invalid CreateOBSTransferTaskParams: body /destination_type: enum ["OBS"], got "MRS"`, []gocall.Value{project, stream}},
		},
	} {
		model, files := generate(t, filepath.Join(target, folder, "new.yaml"), "api")
		var messages []gorun.Message
		var want []gorun.Outcome
		for _, c := range list {
			r := gocall.Request{Operation: gocall.New(model).Method(c.method, c.path), Values: c.values}
			if c.body != "" {
				r.Body = parse(t, c.body)
			}
			code, err := gocall.New(model).Write(r)
			require.NoError(t, err)
			messages, want = append(messages, gorun.Message{Operation: r.Operation, Code: code}), append(want, gorun.Outcome{Error: c.want, Compiles: true})
			predicted, known := codec.New(model).Refusal(r)
			assert.True(t, known)
			assert.Equal(t, c.want, predicted)
		}
		outcomes, err := gorun.Run(t.Context(), files, messages)
		require.NoError(t, err)
		assert.Equal(t, want, outcomes)
	}
}

// TestTargetResponse: the old client takes the new response, and only refuses it if it is asked to judge.
func TestTargetResponse(t *testing.T) {
	skipWithout(t)
	model, files := generate(t, filepath.Join(target, "case1/old.yaml"), "api")
	operation := gocall.New(model).Method("GET", "/orders/{id}")
	code, err := gocall.New(model).Write(gocall.Request{Operation: operation})
	require.NoError(t, err)
	response := &gorun.Response{
		Status: 200, Header: [][2]string{{"Content-Type", "application/json"}},
		Body: `{"id": "", "status": "returned", "shipTo": {"line1": "", "city": ""}}`,
	}
	outcomes, err := gorun.Run(t.Context(), files, []gorun.Message{
		{Operation: operation, Code: code, Response: response}, {Operation: operation, Code: code, Response: response, Strict: true},
	})
	require.NoError(t, err)
	assert.Equal(t, []gorun.Outcome{
		{Sent: true, Compiles: true},
		{Sent: true, Compiles: true, Error: `invalid response of GetOrder: /status: enum ["placed", "paid", "shipped", "cancelled"], got "returned"`},
	}, outcomes)
}
