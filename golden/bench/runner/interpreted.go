package main

import (
	"encoding/json"
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/oas2go/oas2go/golden/bench/result"
)

// interpreted is what users of oapi-codegen do who want to know whether a value is valid: they read it a second time, without types, for
// the interpreter of kin-openapi.
func interpreted(document, component string, text []byte, t types) (contender, error) {
	doc, err := openapi3.NewLoader().LoadFromFile(document)
	if err != nil {
		return contender{}, err
	}
	schema := doc.Components.Schemas[component]
	if schema == nil {
		return contender{}, fmt.Errorf("%s has no schema %s", document, component)
	}
	return contender{name: result.Interpreted, read: func() (any, error) {
		x := t.plain()
		if err := json.Unmarshal(text, x); err != nil {
			return nil, err
		}
		var value any
		if err := json.Unmarshal(text, &value); err != nil {
			return nil, err
		}
		return x, schema.Value.VisitJSON(value)
	}}, nil
}
