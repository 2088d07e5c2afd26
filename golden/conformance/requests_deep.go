package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
)

// A node is a value of the style deepObject before its schema is known: one or more texts, or what stands in brackets.
// OpenAPI defines one level: name[member]=text. Lists, and objects inside of objects, are read as qs, Rack and PHP do:
// name[0]=text or name[]=text, and name[member][member]=text.
type node struct {
	texts []string
	inner map[string]*node
}

// takeNode makes a node of the pairs whose names begin with a name, and takes them away. It is nil if there are none.
func takeNode(pairs url.Values, name string) *node {
	var root *node
	for key, texts := range pairs {
		rest, ok := strings.CutPrefix(key, name)
		if !ok || rest != "" && (rest[0] != '[' || !strings.HasSuffix(rest, "]")) {
			continue
		}
		if root == nil {
			root = &node{}
		}
		at := root
		if rest != "" {
			for member := range strings.SplitSeq(rest[1:len(rest)-1], "][") {
				if at.inner == nil {
					at.inner = map[string]*node{}
				}
				if at.inner[member] == nil {
					at.inner[member] = &node{}
				}
				at = at.inner[member]
			}
		}
		at.texts = append(at.texts, texts...)
		delete(pairs, key)
	}
	return root
}

// read gives the value that a node has by a schema: of several alternatives the first that accepts it. What fits nothing is given as it
// is, so that the validator refuses it.
func (n *node) read(ref *openapi3.SchemaRef) any {
	if ref == nil || ref.Value == nil {
		ref = &openapi3.SchemaRef{Value: &openapi3.Schema{}}
	}
	s := ref.Value
	for _, alternative := range slices.Concat(s.OneOf, s.AnyOf) {
		if v := n.read(alternative); alternative.Value.VisitJSON(v, openapi3.VisitAsRequest()) == nil {
			return v
		}
	}
	switch {
	case s.Type == nil && s.Properties == nil && len(s.AllOf) == 1:
		return n.read(s.AllOf[0])
	case n.inner == nil && len(n.texts) == 1:
		return scalar(n.texts[0], s)
	case n.inner == nil || n.texts != nil: // the same name twice, or a text that is an object too
		return map[string]any{"": n.texts}
	case s.Type.Is("array") || s.Type == nil && s.Items != nil:
		return n.list(s.Items)
	}
	object := map[string]any{}
	for member, child := range n.inner {
		object[member] = child.read(memberOf(s, member))
	}
	return object
}

// list reads items with indexes, which must be 0, 1, 2 ..., or items without.
func (n *node) list(items *openapi3.SchemaRef) any {
	list := []any{}
	if child := n.inner[""]; child != nil && len(n.inner) == 1 && child.inner == nil {
		for _, text := range child.texts {
			list = append(list, (&node{texts: []string{text}}).read(items))
		}
		return list
	}
	for i := range len(n.inner) {
		child := n.inner[strconv.Itoa(i)]
		if child == nil {
			return map[string]any{"": slices.Sorted(maps.Keys(n.inner))}
		}
		list = append(list, child.read(items))
	}
	return list
}

// scalar reads a text by the types that a schema names. A text that is none of them is a string.
func scalar(text string, s *openapi3.Schema) any {
	isWhole := s.Type.Includes("integer")
	if number, err := strconv.ParseFloat(text, 64); err == nil && (isWhole || s.Type.Includes("number")) && json.Valid([]byte(text)) {
		return number
	}
	if s.Type.Includes("boolean") && (text == "true" || text == "false") {
		return text == "true"
	}
	return text
}

// memberOf returns the schema of a member, nil if there is none.
func memberOf(s *openapi3.Schema, name string) *openapi3.SchemaRef {
	if p := s.Properties[name]; p != nil {
		return p
	}
	for _, part := range s.AllOf {
		if p := memberOf(part.Value, name); p != nil {
			return p
		}
	}
	return s.AdditionalProperties.Schema
}

// decodeForm reads the members of a form that are written in the style deepObject, and has kin-openapi read the others.
func decodeForm(body io.Reader, header http.Header, schema *openapi3.SchemaRef, encoding openapi3filter.EncodingFn) (any, error) {
	data, err := io.ReadAll(body)
	if err != nil {
		return nil, err
	}
	pairs, err := url.ParseQuery(string(data))
	if err != nil {
		return nil, err
	}
	deep, others := map[string]any{}, *schema.Value
	others.Properties = maps.Clone(others.Properties)
	for name, p := range schema.Value.Properties {
		if encoding == nil || encoding(name).SerializationMethod().Style != openapi3.SerializationDeepObject {
			continue
		}
		delete(others.Properties, name)
		if n := takeNode(pairs, name); n != nil {
			deep[name] = n.read(p)
		}
	}
	for name := range pairs {
		if base, _, found := strings.Cut(name, "["); found && others.Properties[name] == nil {
			return nil, fmt.Errorf("%s: no member %s has the style deepObject", name, base)
		}
	}
	value, err := openapi3filter.UrlencodedBodyDecoder(strings.NewReader(pairs.Encode()), header, &openapi3.SchemaRef{Value: &others}, encoding)
	if object, ok := value.(map[string]any); ok {
		maps.Copy(object, deep)
	}
	return value, err
}

// isDeepForm reports whether a form has a member in the style deepObject.
func isDeepForm(m *openapi3.MediaType) bool {
	for _, e := range m.Encoding {
		if e.SerializationMethod().Style == openapi3.SerializationDeepObject {
			return true
		}
	}
	return false
}

// deepParameters lets kin-openapi read parameters of the style deepObject that it does not know, lists and alternatives, as JSON.
// deepQuery makes that JSON.
func deepParameters(list openapi3.Parameters) {
	for _, ref := range list {
		if p := ref.Value; isDeep(p) && p.Schema != nil && p.Schema.Value != nil && !p.Schema.Value.Type.Is("object") {
			p.Content, p.Schema = openapi3.NewContentWithJSONSchemaRef(p.Schema), nil
		}
	}
}

func isDeep(p *openapi3.Parameter) bool {
	return p != nil && p.In == "query" && p.Style == openapi3.SerializationDeepObject
}

// deepQuery returns a query in which the parameters that deepParameters changed are JSON.
func deepQuery(query url.Values, lists ...openapi3.Parameters) (url.Values, error) {
	for _, ref := range slices.Concat(lists...) {
		p := ref.Value
		if !isDeep(p) || p.Content["application/json"] == nil {
			continue
		}
		n := takeNode(query, p.Name)
		if n == nil {
			continue
		}
		text, err := json.Marshal(n.read(p.Content["application/json"].Schema))
		if err != nil {
			return nil, err
		}
		query.Set(p.Name, string(text))
	}
	return query, nil
}
