package main

import (
	"encoding/json"
	"math/rand/v2"
	"regexp"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
	"github.com/oas2go/oas2go/golden/conformance/oracle"
	"github.com/oas2go/oas2go/golden/conformance/random"
)

// A sampler finds values that schemas accept, by the judgement of kin-openapi and of another validator.
type sampler struct {
	random     *rand.Rand
	components components
	is31       bool
	exact      exactNumbers
	known      map[sampleKey]*samples
}

type sampleKey struct {
	schema *openapi3.SchemaRef
	sent   bool
}

// samples are a schema with the components that it needs, for one direction.
type samples struct {
	set    *random.Set
	judge  *oracle.Schema // nil: it cannot be compiled
	sample *sampler
	sampleKey
}

func newSampler(doc *openapi3.T, is31 bool, exact exactNumbers) (*sampler, error) {
	s := &sampler{exact: exact, random: rand.New(rand.NewPCG(1, 2)), is31: is31, known: map[sampleKey]*samples{}}
	if doc.Components == nil {
		return s, nil
	}
	all := map[string]any{}
	for name, ref := range doc.Components.Schemas {
		text, err := json.Marshal(ref)
		if err != nil {
			return nil, err
		}
		value, err := jsontext.Decode(text)
		if err != nil {
			return nil, err
		}
		all[name] = exact.back(value)
	}
	s.components = newComponents(all)
	return s, nil
}

// value returns the JSON of a value that a schema accepts on its way to the server, or from it.
func (s *sampler) value(schema *openapi3.SchemaRef, examples []any, sent bool) (text string, ok bool) {
	return s.valueThat(func(string) bool { return true }, schema, examples, sent)
}

// valueThat returns a value like value, of those that are wanted.
func (s *sampler) valueThat(wanted func(string) bool, schema *openapi3.SchemaRef, examples []any, sent bool) (text string, ok bool) {
	if schema == nil || schema.Value == nil {
		return `"x"`, true
	}
	if schema.Value.Example != nil {
		examples = append(examples, schema.Value.Example)
	}
	x, err := s.samples(sampleKey{schema, sent})
	if err != nil {
		return "", false
	}
	fits := func(text string) bool { return wanted(text) && x.fits(text) }
	for _, e := range examples {
		if text, err := json.Marshal(e); err == nil && string(text) != "{}" && fits(string(text)) {
			return string(text), true
		}
	}
	for _, b := range []builder{{all: true, examples: true}, {all: true}, {examples: true}, {}, {filled: true}} {
		b.components = x.set.Components
		if text := string(jsontext.MustEncode(b.build(b.components[random.Root], 0))); fits(text) {
			return text, true
		}
	}
	for _, text := range random.Values(s.random, x.set, 60) {
		if text = plainNumbers.ReplaceAllString(text, "100"); fits(text) {
			return text, true
		}
	}
	return "", false
}

// formValue returns a value like value, all of which a form can carry: it has no empty lists and objects, which are written as nothing.
func (s *sampler) formValue(schema *openapi3.SchemaRef, examples []any) (text string, ok bool) {
	if schema == nil || schema.Value == nil {
		return s.value(schema, examples, true)
	}
	x, err := s.samples(sampleKey{schema, true})
	if err != nil {
		return "", false
	}
	for _, b := range []builder{{all: true, filled: true, examples: true}, {all: true, filled: true}} {
		b.components = x.set.Components
		if text := string(jsontext.MustEncode(withoutEmpty(b.build(b.components[random.Root], 0)))); x.fits(text) {
			return text, true
		}
	}
	for range 20 {
		if text, ok = s.value(schema, examples, true); !ok {
			return "", false
		}
		if text = string(jsontext.MustEncode(withoutEmpty(jsontext.MustDecode([]byte(text))))); x.fits(text) {
			return text, true
		}
		examples = nil
	}
	return "", false
}

// withoutEmpty leaves out empty lists and objects, and those that have nothing else inside. A whole that is empty stays.
func withoutEmpty(v any) any {
	switch v := v.(type) {
	case map[string]any:
		c := map[string]any{}
		for name, inner := range v {
			if inner = withoutEmpty(inner); !isEmpty(inner) {
				c[name] = inner
			}
		}
		return c
	case []any:
		c := []any{}
		for _, inner := range v {
			if inner = withoutEmpty(inner); !isEmpty(inner) {
				c = append(c, inner)
			}
		}
		return c
	}
	return v
}

func isEmpty(v any) bool {
	object, isObject := v.(map[string]any)
	list, isList := v.([]any)
	return isObject && len(object) == 0 || isList && len(list) == 0
}

// samples prepares a schema, once.
func (s *sampler) samples(key sampleKey) (*samples, error) {
	if x := s.known[key]; x != nil {
		return x, nil
	}
	var root any = key.schema
	if ref := key.schema.Ref; ref != "" && !strings.HasPrefix(ref, random.RefPrefix) { // to another file: no component has this name
		root = key.schema.Value
	}
	raw, err := json.Marshal(root)
	if err != nil {
		return nil, err
	}
	root, err = jsontext.Decode(raw)
	if err != nil {
		return nil, err
	}
	root = s.exact.back(root)
	all := s.components.neededBy(root)
	all[random.Root] = root
	all = directed(all, key.sent)
	x := &samples{set: &random.Set{Components: all, OpenAPI30: !s.is31}, sample: s, sampleKey: key}
	if judge, err := oracle.CompileWithFormats(meaning(x.set), random.Root, patternEngine); err == nil {
		x.judge = judge
	}
	x.set = &random.Set{Components: withFormats(all).(map[string]any), OpenAPI30: !s.is31}
	s.known[key] = x
	return x, nil
}

// fits reports whether both judges accept a value.
func (x *samples) fits(text string) bool {
	if !x.sample.accepts(x.schema, text, x.sent) {
		return false
	}
	if x.judge == nil {
		return true
	}
	ok, err := x.judge.Accepts([]byte(text))
	return err == nil && ok
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
		format, _ := c["format"].(string)
		if c["contentEncoding"] == "base64" {
			format = "byte"
		}
		switch {
		case c["enum"] != nil || c["const"] != nil || formats[format] == "":
		case format == "byte" && c["pattern"] == nil:
			c["enum"] = []any{base64For(c)}
		default:
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

// base64For gives a text of base64 of a length that a schema wants, if there is one.
func base64For(s map[string]any) string {
	const group = "YWJj"
	text := strings.Repeat(group, max(1, (min(wanted(s, "minLength"), 10000)+len(group)-1)/len(group)))
	if s["maxLength"] != nil && wanted(s, "maxLength") < len(text) {
		return ""
	}
	return text
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
