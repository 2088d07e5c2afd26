// Package oracle judges values by a library that is not ours, and compares values with what became of them.
package oracle

import (
	"bytes"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

type object = map[string]any

// A Schema is a schema of JSON Schema 2020-12 in the hands of github.com/santhosh-tekuri/jsonschema. Formats are annotations.
type Schema struct{ schema *jsonschema.Schema }

// Compile compiles a component. The error says what is wrong with it.
func Compile(components object, name string) (*Schema, error) {
	const uri = "https://oracle.test/openapi"
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource(uri, object{"components": object{"schemas": components}}); err != nil {
		return nil, err
	}
	schema, err := c.Compile(uri + "#/components/schemas/" + name)
	if err != nil {
		return nil, err
	}
	return &Schema{schema}, nil
}

// Accepts says whether a JSON text is valid.
func (s *Schema) Accepts(text []byte) (bool, error) {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return false, err
	}
	return s.schema.Validate(v) == nil, nil
}
