package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A document is an OpenAPI document for pairs, and the package that is made of it.
type document struct {
	pkg     string
	version string
	pairs   []*pair
}

// documents puts pairs into documents of about the same size.
func documents(pairs []*pair, size int) (list []*document) {
	for _, version := range []string{v30, v31, v32} {
		var of []*pair
		for _, p := range pairs {
			if p.version() == version {
				of = append(of, p)
			}
		}
		for part := range slices.Chunk(of, size) {
			list = append(list, &document{pkg: fmt.Sprintf("p%d", len(list)+1), version: version, pairs: part})
		}
	}
	return list
}

// text is the document. It has one operation more, so that there is a client.
func (d *document) text() []byte {
	var paths, hooks, schemas strings.Builder
	for _, p := range d.pairs {
		if p.place.path != "" {
			fmt.Fprintf(&paths, "  /%s%s: {%s}\n", p.id, p.place.suffix, p.fill(p.place.path))
		}
		if p.place.hook != "" {
			fmt.Fprintf(&hooks, "  %s: {%s}\n", p.id, p.fill(p.place.hook))
		}
		if p.place.model != "" {
			fmt.Fprintf(&schemas, "    %s: %s\n", p.id, p.fill(p.place.model))
		}
		for _, c := range p.kind.components {
			fmt.Fprintf(&schemas, "    %s: %s\n", p.id+c.name, own(c.schema, p.id))
		}
	}
	text := fmt.Sprintf("openapi: %s\ninfo: {title: Matrix, version: '1'}\npaths:\n  /: {get: {operationId: start, %s}}\n%s", d.version, done, &paths)
	if hooks.Len() > 0 {
		text += "webhooks:\n" + hooks.String()
	}
	return []byte(text + "components:\n  schemas:\n    Start: {type: string}\n" + schemas.String())
}

var pairName = regexp.MustCompile(`(?i)pair(\d+)`)

// find returns the pair that a text names first.
func (d *document) find(text string) *pair {
	m := pairName.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	i := slices.IndexFunc(d.pairs, func(p *pair) bool { return p.id == "Pair"+m[1] })
	if i < 0 {
		return nil
	}
	return d.pairs[i]
}

// drop takes pairs out of the document that have failed.
func (d *document) drop() (dropped int) {
	before := len(d.pairs)
	d.pairs = slices.DeleteFunc(d.pairs, func(p *pair) bool { return p.tried })
	return before - len(d.pairs)
}
