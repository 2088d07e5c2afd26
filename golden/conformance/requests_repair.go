package main

import (
	"encoding/json"
	"os"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/goccy/go-yaml"

	"github.com/oas2go/oas2go/golden/conformance/random"
)

// loadDocument reads a document as kin-openapi does, and once more without its defects if kin-openapi refuses it for one that our
// reader takes: a key that is there twice, a schema that is missing.
func loadDocument(path string) (*openapi3.T, error) {
	doc, err := newLoader().LoadFromFile(path)
	if err == nil {
		return doc, nil
	}
	data, readErr := os.ReadFile(path)
	if readErr != nil {
		return nil, readErr
	}
	var root map[string]any
	if yaml.UnmarshalWithOptions(data, &root, yaml.AllowDuplicateMapKey()) != nil {
		return nil, err
	}
	addMissing(root)
	if data, readErr = json.Marshal(root); readErr != nil {
		return nil, err
	}
	if doc, repairedErr := newLoader().LoadFromData(data); repairedErr == nil {
		return doc, nil
	}
	return nil, err
}

func newLoader() *openapi3.Loader {
	loader := openapi3.NewLoader()
	loader.IsExternalRefsAllowed = true
	return loader
}

// addMissing adds the schemas that references lead to and that are not there. They allow anything.
func addMissing(root map[string]any) {
	components, _ := root["components"].(map[string]any)
	schemas, _ := components["schemas"].(map[string]any)
	if schemas == nil {
		return
	}
	missing := map[string]bool{}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if ref, ok := v["$ref"].(string); ok {
				if name, ok := strings.CutPrefix(ref, random.RefPrefix); ok && schemas[name] == nil && !strings.Contains(name, "/") {
					missing[name] = true
				}
			}
			for _, child := range v {
				walk(child)
			}
		case []any:
			for _, child := range v {
				walk(child)
			}
		}
	}
	walk(root)
	for name := range missing {
		schemas[name] = map[string]any{}
	}
}
