// Package oracle judges values by a library that is not ours, and compares values with what became of them.
package oracle

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strconv"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

type object = map[string]any

// A Schema is a schema of JSON Schema 2020-12 in the hands of github.com/santhosh-tekuri/jsonschema. Formats are annotations.
type Schema struct{ schema *jsonschema.Schema }

// Compile compiles a component. The error says what is wrong with it.
func Compile(components object, name string) (*Schema, error) {
	return compile(jsonschema.NewCompiler(), components, name)
}

// CompileWithFormats compiles a component and asserts formats, with those of OpenAPI that generated code asserts by a Go type.
func CompileWithFormats(components object, name string, patterns jsonschema.RegexpEngine) (*Schema, error) {
	c := jsonschema.NewCompiler()
	c.UseRegexpEngine(patterns)
	c.AssertFormat()
	c.RegisterFormat(&jsonschema.Format{Name: "byte", Validate: func(v any) error {
		if text, ok := v.(string); ok {
			_, err := base64.StdEncoding.DecodeString(text)
			return err
		}
		return nil
	}})
	c.RegisterFormat(&jsonschema.Format{Name: "int32", Validate: func(v any) error {
		if n, ok := v.(json.Number); ok {
			_, err := strconv.ParseInt(n.String(), 10, 32)
			return err
		}
		return nil
	}})
	return compile(c, components, name)
}

func compile(c *jsonschema.Compiler, components object, name string) (*Schema, error) {
	const uri = "https://oracle.test/openapi"
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
