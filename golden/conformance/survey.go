package main

import (
	"net/url"
	"slices"
	"strings"
)

const dialect = "https://json-schema.org/draft/2020-12/schema"

// A survey is what a schema of 2020-12 says about addresses, which decides with which others it can share a document.
type survey struct {
	ids        []string // the base URIs that it declares
	anchors    []string // the anchors outside of them: they belong to the whole document
	dynamic    bool     // one of these anchors is dynamic: other schemas of the document would see it
	external   []string // the URIs of documents that it refers to
	outOfReach string
}

// look surveys a schema and drops what the document says anyway: the standard $schema.
func look(schema any, base *url.URL) *survey {
	v := &survey{}
	v.schema(schema, base)
	v.external = slices.DeleteFunc(v.external, func(uri string) bool { return slices.Contains(v.ids, uri) })
	return v
}

func (v *survey) schema(schema any, base *url.URL) any {
	s, ok := schema.(object)
	if !ok {
		return schema
	}
	if id, ok := s["$id"].(string); ok {
		base = v.resolve(base, id)
		v.ids = append(v.ids, withoutFragment(base))
	}
	v.names(s, base)
	for _, keyword := range []string{"$ref", "$dynamicRef"} {
		if ref, ok := s[keyword].(string); ok && !strings.HasPrefix(ref, "#") {
			v.external = append(v.external, withoutFragment(v.resolve(base, ref)))
		}
	}
	subschemas(s, func(sub any) any { return v.schema(sub, base) })
	return s
}

// names notes anchors and dialects.
func (v *survey) names(s object, base *url.URL) {
	for _, keyword := range []string{"$anchor", "$dynamicAnchor"} {
		if name, ok := s[keyword].(string); ok && base == nil {
			v.anchors = append(v.anchors, name)
			v.dynamic = v.dynamic || keyword == "$dynamicAnchor"
		}
	}
	if uri, ok := s["$schema"].(string); ok {
		if strings.TrimSuffix(uri, "#") == dialect {
			delete(s, "$schema")
		} else {
			v.outOfReach = "another dialect: $schema " + uri
		}
	}
	if id, _ := s["$id"].(string); s["$vocabulary"] != nil && !strings.HasPrefix(id, "https://json-schema.org/") {
		v.outOfReach = "a vocabulary of its own: $vocabulary"
	}
}

// resolve returns a reference against a base, nil for the document.
func (v *survey) resolve(base *url.URL, ref string) *url.URL {
	uri, err := url.Parse(ref)
	if err != nil {
		v.outOfReach = "no URI: " + ref
		return base
	}
	if base == nil {
		return uri
	}
	return base.ResolveReference(uri)
}

func withoutFragment(uri *url.URL) string {
	if uri == nil {
		return ""
	}
	text, _, _ := strings.Cut(uri.String(), "#")
	return text
}

// rewriteRefs lets references of a group that stands at address go where they went while it was a document of its own. A schema
// with $id keeps its references: they begin at it.
func rewriteRefs(schema any, address string) any {
	s, ok := schema.(object)
	if !ok {
		return schema
	}
	if _, identified := s["$id"].(string); identified {
		return schema
	}
	for _, keyword := range []string{"$ref", "$dynamicRef"} {
		switch ref, _ := s[keyword].(string); {
		case ref == "#":
			s[keyword] = address
		case strings.HasPrefix(ref, "#/"):
			s[keyword] = address + ref[1:]
		}
	}
	subschemas(s, func(sub any) any { return rewriteRefs(sub, address) })
	return s
}
