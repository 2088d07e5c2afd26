package main

import (
	"fmt"
	"net/url"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

// A bundle is the remote documents that a group needs, as schemas with $id, which is how JSON Schema puts several documents into one.
// Core 9.3.
type bundle struct {
	remotes    map[string]any  // all that there are, by URI
	known      map[string]bool // the URIs that the group or the bundle declares
	schemas    []object
	outOfReach string
}

// need adds a document and those that it needs.
func (b *bundle) need(uri string) {
	if b.known[uri] || b.outOfReach != "" {
		return
	}
	remote, base, err := b.read(uri)
	if err != nil {
		b.outOfReach = err.Error()
		return
	}
	id, _ := remote["$id"].(string)
	own, err := base.Parse(id)
	if err != nil {
		b.outOfReach = fmt.Sprintf("no URI: %s", id)
		return
	}
	remote["$id"] = withoutFragment(own)
	if remote["$id"] != uri { // two names: the other one is a schema that refers to this one
		b.add(object{"$id": uri, "$ref": remote["$id"]}, uri)
	}
	found := look(remote, nil)
	if found.outOfReach != "" {
		b.outOfReach = found.outOfReach + ", in " + uri
	}
	b.add(remote, found.ids...)
	for _, next := range found.external {
		b.need(next)
	}
}

// read returns a copy of a document: it will be changed.
func (b *bundle) read(uri string) (object, *url.URL, error) {
	found, ok := b.remotes[uri]
	if !ok {
		return nil, nil, fmt.Errorf("another document that is not there: %s", uri)
	}
	base, err := url.Parse(uri)
	if err != nil {
		return nil, nil, err
	}
	text, err := jsontext.Encode(found)
	if err != nil {
		return nil, nil, err
	}
	copied, err := jsontext.Decode(text)
	if err != nil {
		return nil, nil, err
	}
	remote, ok := copied.(object)
	if !ok {
		return nil, nil, fmt.Errorf("another document that is no object: %s", uri)
	}
	return remote, base, nil
}

func (b *bundle) add(schema object, ids ...string) {
	b.schemas = append(b.schemas, schema)
	for _, id := range ids {
		b.known[id] = true
	}
}
