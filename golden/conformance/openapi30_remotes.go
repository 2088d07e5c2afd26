package main

import (
	"maps"
	"net/url"
	"slices"
	"strings"
)

// outside translates the document that a reference leads to and returns the reference, made absolute.
func (t *translation) outside(ref string) string {
	uri, err := url.Parse(ref)
	if err == nil && t.base != nil {
		uri = t.base.ResolveReference(uri)
	}
	if err != nil || t.library[withoutFragment(uri)] == nil || uri.Fragment != "" && !strings.HasPrefix(uri.Fragment, "/") {
		t.no("reference to %s", ref)
		return ref
	}
	t.remote(uri)
	return uri.String()
}

// remote translates a document in its place, so that pointers into it stay what they are.
func (t *translation) remote(uri *url.URL) {
	address := withoutFragment(uri)
	if slices.ContainsFunc(t.remotes, func(r remote) bool { return r.uri == address }) {
		return
	}
	schema, err := t.library.read(address)
	if err != nil {
		t.no("%v", err)
		return
	}
	outer := t.base
	defer func() { t.base = outer }()
	t.base = uri
	at := len(t.remotes)
	t.remotes = append(t.remotes, remote{uri: address}) // before its own references, which may lead back
	s, _ := schema.(object)
	definitions, hasDefinitions := s["definitions"].(object)
	delete(s, "definitions")
	translated := t.schema(schema)
	if hasDefinitions {
		for _, name := range slices.Sorted(maps.Keys(definitions)) {
			definitions[name] = t.schema(definitions[name])
		}
		if o, ok := translated.(object); ok {
			o["definitions"] = definitions
		}
	}
	t.remotes[at].schema = translated
}
