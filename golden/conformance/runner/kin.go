//go:build kin

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
)

// holders returns a maker for each document in the folder of the program. Its values are not decoded into Go types but interpreted by
// kin-openapi, in a process of its own: on some recursive schemas that exhausts the stack.
func holders() map[string]func() holder {
	program, err := os.Executable()
	if err != nil {
		panic(err)
	}
	paths, err := filepath.Glob(filepath.Join(filepath.Dir(program), "*.json"))
	if err != nil {
		panic(err)
	}
	table := map[string]func() holder{}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".json")
		load := sync.OnceValues(func() (*openapi3.T, error) { return openapi3.NewLoader().LoadFromFile(path) })
		table[name] = func() holder {
			doc, err := load()
			if err != nil {
				panic("not loaded: " + err.Error())
			}
			return &interpreted{doc: doc, schema: doc.Components.Schemas[name].Value}
		}
	}
	return table
}

// interpreted is a value of a schema.
type interpreted struct {
	doc    *openapi3.T
	schema *openapi3.Schema
	value  any
}

func (x *interpreted) UnmarshalJSON(data []byte) error {
	var held struct{ Value any }
	err := json.Unmarshal(data, &held)
	x.value = held.Value
	return err
}

func (x *interpreted) Validate() error {
	if x.doc.IsOpenAPI30() {
		return x.schema.VisitJSON(x.value)
	}
	return x.schema.VisitJSON(x.value, openapi3.EnableJSONSchema2020())
}

func (x *interpreted) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]any{"value": x.value})
}
