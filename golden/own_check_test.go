package golden_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/golden/scratch"
)

const ownCheckSpec = `
openapi: 3.1.0
info: {title: own checks, version: "1"}
paths: {}
components:
  schemas:
    Order:
      type: object
      x-go-check: true
      required: [total, lines]
      properties:
        total: {type: integer}
        lines: {type: array, items: {$ref: "#/components/schemas/Line"}}
        limits: {$ref: "#/components/schemas/Limits"}
        names: {$ref: "#/components/schemas/Names"}
    Line: {type: object, x-go-check: true, properties: {price: {type: integer}}}
    Limits: {type: object, x-go-check: true, minProperties: 1, not: {required: [no]}, additionalProperties: {type: integer}}
    Names: {type: array, x-go-check: true, items: {type: string}}
`

const ownChecks = `package own

import "errors"

func (o *Order) Check() error {
	sum := int64(0)
	for _, line := range o.Lines {
		if line.Price != nil {
			sum += *line.Price
		}
	}
	if sum != o.Total {
		return errors.New("the total is not the sum of the lines")
	}
	return nil
}

func (l *Line) Check() error {
	if l.Price != nil && *l.Price == 0 {
		return errors.New("it costs nothing")
	}
	return nil
}

func (l Limits) Check() error {
	if len(l) > 2 {
		return errors.New("too many limits")
	}
	return nil
}

func (n Names) Check() error {
	if len(n) > 0 && n[0] == "" {
		return errors.New("the first name is empty")
	}
	return nil
}
`

const ownChecksTest = `package own

import (
	"errors"
	"slices"
	"testing"
)

func TestChecks(t *testing.T) {
	order := Order{Total: 3, Lines: []Line{{Price: new(int64(3))}}}
	if err := order.Validate(); err != nil {
		t.Error(err)
	}
	order = Order{Total: 4, Lines: []Line{{Price: new(int64(3))}, {Price: new(int64(0))}}, Limits: Limits{"a": 1, "b": 2, "c": 3}, Names: Names{""}}
	var invalid *InvalidError
	if !errors.As(order.Validate(), &invalid) {
		t.Fatal("it is valid")
	}
	var got []string
	for _, v := range invalid.Violations {
		got = append(got, v.Pointer+": "+v.Rule+" "+v.Limit)
	}
	want := []string{"/lines/1: check it costs nothing", "/limits: check too many limits", "/names: check the first name is empty", ": check the total is not the sum of the lines"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
`

// TestOwnChecks calls methods that a user has written, for each kind of type that may have one, inside of each other.
func TestOwnChecks(t *testing.T) {
	m, err := scratch.New(t.Context(), t.TempDir(), "check.test")
	require.NoError(t, err)
	require.NoError(t, m.Write("api.yaml", []byte(ownCheckSpec)))
	result, err := generator.Generate(t.Context(), generator.Config{Spec: m.Dir + "/api.yaml", Package: "own"})
	require.NoError(t, err)
	for _, f := range result.Files {
		require.NoError(t, m.Write("own/"+f.Name, f.Data))
	}
	require.NoError(t, m.Write("own/check.go", []byte(ownChecks)))
	require.NoError(t, m.Write("own/check_test.go", []byte(ownChecksTest)))
	out, err := m.Go(t.Context(), "test", "./own")
	assert.NoError(t, err, "%s", out)
}
