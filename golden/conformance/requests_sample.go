package main

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"regexp"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
	"github.com/oas2go/oas2go/golden/conformance/oracle"
	"github.com/oas2go/oas2go/golden/conformance/random"
)

// A sampler finds values that schemas accept, by the judgement of kin-openapi.
type sampler struct {
	random     *rand.Rand
	components map[string]any
	is31       bool
}

func newSampler(doc *openapi3.T, is31 bool) (*sampler, error) {
	s := &sampler{random: rand.New(rand.NewPCG(1, 2)), components: map[string]any{}, is31: is31}
	if doc.Components == nil {
		return s, nil
	}
	for name, ref := range doc.Components.Schemas {
		text, err := json.Marshal(ref)
		if err != nil {
			return nil, err
		}
		component, err := jsontext.Decode(text)
		if err != nil {
			return nil, err
		}
		s.components[name] = withFormats(component)
	}
	return s, nil
}

// value returns the JSON of a value that a schema accepts on its way to the server, or from it.
func (s *sampler) value(schema *openapi3.SchemaRef, examples []any, sent bool) (text string, ok bool) {
	if schema == nil || schema.Value == nil {
		return `"x"`, true
	}
	if schema.Value.Example != nil {
		examples = append(examples, schema.Value.Example)
	}
	for _, e := range examples {
		if text, err := json.Marshal(e); err == nil && string(text) != "{}" && s.accepts(schema, string(text), sent) {
			return string(text), true
		}
	}
	raw, err := json.Marshal(schema)
	if err != nil {
		return "", false
	}
	root, err := jsontext.Decode(raw)
	if err != nil {
		return "", false
	}
	set := &random.Set{Components: maps.Clone(s.components), OpenAPI30: !s.is31}
	set.Components[random.Root] = withFormats(root)
	meant := func(text string) bool { return true }
	if judge, err := oracle.Compile(meaning(set), random.Root); err == nil {
		meant = func(text string) bool { ok, err := judge.Accepts([]byte(text)); return err == nil && ok }
	}
	for _, all := range []bool{true, false} {
		b := builder{set.Components, all}
		if text := string(jsontext.MustEncode(b.build(set.Components[random.Root], 0))); s.accepts(schema, text, sent) && meant(text) {
			return text, true
		}
	}
	for _, text := range random.Values(s.random, set, 60) {
		if text = plainNumbers.ReplaceAllString(text, "100"); s.accepts(schema, text, sent) && meant(text) {
			return text, true
		}
	}
	return "", false
}

// plainNumbers finds integers that encoding/json does not read into integers of Go.
var plainNumbers = regexp.MustCompile(`\b1(?:e2|E\+2|00\.0)\b`)

// formats are values of formats that kin-openapi does not assert.
var formats = map[string]string{
	"date-time": "2026-01-02T03:04:05Z", "date": "2026-01-02", "time": "03:04:05Z", "uuid": "f8123fa6-99f1-4ed9-83f4-c827c7277d41", "email": "a@example.com",
	"hostname": "example.com", "ipv4": "192.0.2.1", "ipv6": "2001:db8::1", "uri": "https://example.com/a", "url": "https://example.com/a", "uri-reference": "/a",
	"byte": "YWJj", "duration": "P1D", "regex": "a",
}

// withFormats lets texts with a format have the one value that is known to be right.
func withFormats(v any) any {
	switch v := v.(type) {
	case map[string]any:
		c := map[string]any{}
		for name, inner := range v {
			c[name] = withFormats(inner)
		}
		if format, ok := v["format"].(string); ok && formats[format] != "" && v["enum"] == nil {
			c["enum"] = []any{formats[format]}
		}
		return c
	case []any:
		c := make([]any, len(v))
		for i := range v {
			c[i] = withFormats(v[i])
		}
		return c
	}
	return v
}

func (s *sampler) accepts(schema *openapi3.SchemaRef, text string, sent bool) bool {
	var value any
	if json.Unmarshal([]byte(text), &value) != nil || strings.Contains(text, `\u0000`) {
		return false
	}
	options := []openapi3.SchemaValidationOption{openapi3.VisitAsResponse(), openapi3.EnableFormatValidation(), openapi3.SetSchemaRegexCompiler(compilePattern)}
	if sent {
		options[0] = openapi3.VisitAsRequest()
	}
	if s.is31 {
		options = append(options, openapi3.EnableJSONSchema2020())
	}
	return schema.Value.VisitJSON(value, options...) == nil
}
