package codec

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis/pattern"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// rules is the table of rules of a package as schemas, compiled when one is asked for.
type rules struct {
	table    *gomodel.Rules
	patterns func(name string) string
	compiler *jsonschema.Compiler // nil: nobody has asked
	compiled map[string]*jsonschema.Schema
}

// base is the address of the table.
const base = "https://rules.test/table.json"

// holds reports whether a rule holds for a value. One that cannot be judged does not.
func (r *rules) holds(name string, v api.Value) bool {
	s := r.schema(name)
	if s == nil {
		return false
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(api.JSON(v)))
	return err == nil && s.Validate(value) == nil
}

func (r *rules) schema(name string) *jsonschema.Schema {
	if r == nil {
		return nil
	}
	if r.compiled == nil {
		r.compiled = map[string]*jsonschema.Schema{}
	}
	if s, ok := r.compiled[name]; ok {
		return s
	}
	if r.compiler == nil {
		r.compiler = r.newCompiler()
	}
	s, err := r.compiler.Compile(base + "#/$defs/" + name)
	if err != nil {
		s = nil
	}
	r.compiled[name] = s
	return s
}

// newCompiler returns a compiler that knows the whole table.
func (r *rules) newCompiler() *jsonschema.Compiler {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.DefaultDraft(jsonschema.Draft2020)
	c.UseRegexpEngine(func(source string) (jsonschema.Regexp, error) {
		return &expression{source, pattern.Matcher(source)}, nil
	})
	defs := map[string]any{}
	for _, rule := range r.table.List {
		defs[rule.Name] = r.schemaOf(rule.Rule)
	}
	text, err := json.Marshal(map[string]any{"$defs": defs})
	if err != nil {
		return c
	}
	if doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text)); err == nil {
		_ = c.AddResource(base, doc) // without it, no rule compiles
	}
	return c
}

// An expression is a pattern as generated code matches it. The compiler of schemas uses it as a key, so it is a pointer.
type expression struct {
	source string
	match  func(string) bool
}

func (e *expression) String() string            { return e.source }
func (e *expression) MatchString(s string) bool { return e.match == nil || e.match(s) }

// schemaOf returns the schema that a rule came from, or one that says the same.
func (r *rules) schemaOf(rule gomodel.Rule) any {
	all := []any{}
	for _, k := range rule {
		all = append(all, r.keyword(k))
	}
	switch len(all) {
	case 0:
		return true
	case 1:
		return all[0]
	}
	return map[string]any{"allOf": all}
}

func (r *rules) schemasOf(list []gomodel.Rule) []any {
	all := make([]any, len(list))
	for i, rule := range list {
		all[i] = r.schemaOf(rule)
	}
	return all
}

// set puts the schema of a rule into one, if there is a rule.
func (r *rules) set(s map[string]any, keyword string, rule gomodel.Rule) {
	if rule != nil {
		s[keyword] = r.schemaOf(rule)
	}
}

func (r *rules) keyword(k gomodel.RuleKeyword) any {
	s := map[string]any{}
	switch k := k.(type) {
	case gomodel.RuleNever:
		return false
	case gomodel.RuleTypes:
		s["type"] = texts(k.Names)
	case gomodel.RuleEnum:
		var values []any
		for _, text := range k.Values {
			if v, err := jsonschema.UnmarshalJSON(strings.NewReader(text)); err == nil {
				values = append(values, v)
			}
		}
		s["enum"] = values
	case gomodel.RuleRef:
		s["$ref"] = "#/$defs/" + k.Name
	case gomodel.RuleNot:
		s["not"] = r.schemaOf(k.Rule)
	case gomodel.RuleAnyOf:
		s["anyOf"] = r.schemasOf(k.Rules)
	case gomodel.RuleOneOf:
		s["oneOf"] = r.schemasOf(k.Rules)
	case gomodel.RuleTag:
		return r.tagged(k)
	case gomodel.RuleIf:
		s["if"] = r.schemaOf(k.If)
		r.set(s, "then", k.Then)
		r.set(s, "else", k.Else)
	case gomodel.RuleUnevaluated:
		s["allOf"] = []any{r.schemaOf(k.Of)}
		r.set(s, "unevaluatedItems", k.Items)
		r.set(s, "unevaluatedProperties", k.Properties)
	case gomodel.RuleNames:
		s["propertyNames"] = r.schemaOf(k.Rule)
	case gomodel.RuleContains:
		s["contains"], s["minContains"] = r.schemaOf(k.Rule), k.Min
		if k.Max >= 0 {
			s["maxContains"] = k.Max
		}
	default:
		return r.limit(k)
	}
	return s
}

// tagged returns the table of a discriminator as a chain of conditions.
func (r *rules) tagged(k gomodel.RuleTag) any {
	has := func(values ...gomodel.Literal) any {
		texts := []any{}
		for _, l := range values {
			texts = append(texts, json.RawMessage(api.JSON(literalValue(l))))
		}
		return map[string]any{"type": "object", "required": []any{k.Wire}, "properties": map[string]any{k.Wire: map[string]any{"enum": texts}}}
	}
	rest := any(true)
	if k.Else != nil {
		rest = r.schemaOf(k.Else)
	}
	otherwise := any(map[string]any{"not": map[string]any{"type": "object"}})
	switch {
	case k.Default != nil:
		otherwise = map[string]any{"if": map[string]any{"type": "object"}, "then": r.schemaOf(k.Default), "else": rest}
	case k.Open:
		otherwise = rest
	case k.Else != nil:
		known := map[string]any{"type": "object", "required": []any{k.Wire}}
		otherwise = map[string]any{"if": known, "then": false, "else": rest}
	}
	if len(k.Shared) > 0 {
		otherwise = map[string]any{"if": has(k.Shared...), "then": rest, "else": otherwise}
	}
	for _, c := range slices.Backward(k.Cases) {
		otherwise = map[string]any{"if": has(c.Value), "then": r.schemaOf(c.Rule), "else": otherwise}
	}
	return otherwise
}

// limit returns the schema of a keyword that has no rules inside, or only those of members and items.
func (r *rules) limit(k gomodel.RuleKeyword) any {
	s := map[string]any{}
	switch k := k.(type) {
	case gomodel.RuleNumber:
		s[k.Keyword] = json.Number(k.Limit)
	case gomodel.RuleSize:
		s[k.Keyword] = k.Limit
	case gomodel.RulePattern:
		s["pattern"] = r.patterns(k.Var)
	case gomodel.RuleFormat:
		if k.Number {
			return numberFormat(k.Name)
		}
		s["format"] = k.Name
	case gomodel.RuleUnique:
		s["uniqueItems"] = true
	case gomodel.RuleRequired:
		s["required"] = texts(k.Names)
	case gomodel.RuleProperties:
		named, patterned := map[string]any{}, map[string]any{}
		for _, m := range k.Named {
			named[m.Name] = r.schemaOf(m.Rule)
		}
		for _, m := range k.Patterned {
			patterned[r.patterns(m.Var)] = r.schemaOf(m.Rule)
		}
		s["properties"], s["patternProperties"] = named, patterned
		r.set(s, "additionalProperties", k.Rest)
	case gomodel.RuleDependentRequired:
		needs := map[string]any{}
		for _, n := range k.List {
			needs[n.Name] = texts(n.Needs)
		}
		s["dependentRequired"] = needs
	case gomodel.RuleDependentSchemas:
		schemas := map[string]any{}
		for _, m := range k.List {
			schemas[m.Name] = r.schemaOf(m.Rule)
		}
		s["dependentSchemas"] = schemas
	case gomodel.RuleItems:
		if len(k.Prefix) > 0 {
			s["prefixItems"] = r.schemasOf(k.Prefix)
		}
		r.set(s, "items", k.Rest)
	}
	return s
}

func texts(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}

// numberFormat returns the schema of a format of numbers: whole ones in a range. Those of all float64 say nothing here.
func numberFormat(name string) any {
	ranges := map[string][2]string{
		"int8": {"-128", "127"}, "int16": {"-32768", "32767"}, "int32": {"-2147483648", "2147483647"},
		"int64": {"-9223372036854775808", "9223372036854775807"},
		"uint8": {"0", "255"}, "uint16": {"0", "65535"}, "uint32": {"0", "4294967295"}, "uint64": {"0", "18446744073709551615"},
	}
	limits, ok := ranges[name]
	if !ok {
		return true
	}
	inside := map[string]any{"type": "integer", "minimum": json.Number(limits[0]), "maximum": json.Number(limits[1])}
	return map[string]any{"if": map[string]any{"type": "number"}, "then": inside}
}
