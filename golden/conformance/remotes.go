package main

import (
	"fmt"
	"net/url"
	"path/filepath"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

// A library is the documents that schemas may refer to, by URI.
type library map[string]any

// read returns a copy of a document, which the caller may change.
func (l library) read(uri string) (any, error) {
	found, ok := l[uri]
	if !ok {
		return nil, fmt.Errorf("another document that is not there: %s", uri)
	}
	text, err := jsontext.Encode(found)
	if err != nil {
		return nil, err
	}
	return jsontext.Decode(text)
}

// A remote is a document that groups refer to. It becomes a file of its own, which the configuration names for the URI.
type remote struct {
	uri    string
	schema any
}

// remotes collects the documents that a group of 2020-12 refers to, and those that these need.
type remotes struct {
	library    library
	known      map[string]bool // the URIs that the group or a document declares
	list       []remote
	outOfReach string
}

// need adds a document and those that it needs.
func (r *remotes) need(uri string) {
	if r.known[uri] || r.outOfReach != "" {
		return
	}
	r.known[uri] = true
	schema, err := r.library.read(uri)
	if err != nil {
		r.outOfReach = err.Error()
		return
	}
	base, err := url.Parse(uri)
	if err != nil {
		r.outOfReach = "no URI: " + uri
		return
	}
	r.list = append(r.list, remote{uri, r.library[uri]})
	found := look(schema, base)
	if found.outOfReach != "" {
		r.outOfReach = found.outOfReach + ", in " + uri
	}
	for _, id := range found.ids {
		r.known[id] = true
	}
	for _, next := range found.external {
		r.need(next)
	}
}

// writeRemotes writes the files of a document and returns which of them stands for which URI.
func (m *module) writeRemotes(d *document) (refs []generator.Mapping, err error) {
	for _, p := range d.parts {
		for _, r := range p.remotes {
			text, err := jsontext.Encode(r.schema)
			if err != nil {
				return nil, err
			}
			name := fmt.Sprintf("remotes/%s/%03d.json", d.pkg, len(refs)+1)
			if err := m.Write(name, text); err != nil {
				return nil, err
			}
			refs = append(refs, generator.Mapping{URI: r.uri, Path: filepath.Join(m.Dir, filepath.FromSlash(name))})
		}
	}
	return refs, nil
}
