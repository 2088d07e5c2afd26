package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// nameSize is how many pairs about names share a package. What does not compile there is tried in halves.
const nameSize = 40

// familySize is how many pairs of bases and heirs share a package. Each has many types.
const familySize = 100

// A document is an OpenAPI document for pairs, and the package that is made of it.
type document struct {
	pkg     string
	version string
	pairs   []*pair
}

// documents puts pairs into documents of about the same size, those about names into small ones: one for each shape.
func documents(pairs []*pair, size int) (list []*document) {
	groups := map[string][]*pair{}
	for _, p := range pairs {
		key := p.version() + p.shape
		if p.kind.family {
			key += " family"
		}
		groups[key] = append(groups[key], p)
	}
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		group := groups[key]
		size := size
		if group[0].name != "" {
			size = min(size, nameSize)
		}
		if group[0].kind.family {
			size = min(size, familySize)
		}
		for part := range slices.Chunk(group, size) {
			list = append(list, &document{pkg: fmt.Sprintf("p%d", len(list)+1), version: part[0].version(), pairs: part})
		}
	}
	return list
}

// text is the document. It has one operation more, so that there is a client.
func (d *document) text() []byte {
	var paths, webhooks, schemas strings.Builder
	for _, p := range d.pairs {
		if p.place.path != "" {
			fmt.Fprintf(&paths, "  /%s%s: {%s}\n", p.id, p.place.suffix, p.fill(p.place.path))
		}
		if p.place.webhook != "" {
			fmt.Fprintf(&webhooks, "  %s: {%s}\n", p.id, p.fill(p.place.webhook))
		}
		if p.place.model != "" {
			fmt.Fprintf(&schemas, "    %s: %s\n", p.id, p.fill(p.place.model))
		}
		for _, c := range p.kind.components {
			name := p.id + c.name
			if p.name != "" {
				name = strconv.Quote(p.name)
			}
			fmt.Fprintf(&schemas, "    %s: %s\n", name, own(c.schema, p.id))
		}
	}
	text := fmt.Sprintf("openapi: %s\ninfo: {title: Matrix, version: '1'}\npaths:\n", d.version) +
		fmt.Sprintf("  /: {get: {operationId: start, %s}}\n%s", done, &paths)
	if webhooks.Len() > 0 {
		text += "webhooks:\n" + webhooks.String()
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
	return d.first(func(p *pair) bool { return p.id == "Pair"+m[1] })
}

func (d *document) first(is func(*pair) bool) *pair {
	if i := slices.IndexFunc(d.pairs, is); i >= 0 {
		return d.pairs[i]
	}
	return nil
}

// at returns the pair that a place of the document belongs to.
func (d *document) at(pointer string) *pair {
	if p := d.find(pointer); p != nil {
		return p
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(pointer, "/components/schemas/"), "/")
	return d.first(func(p *pair) bool { return p.name != "" && p.name == name })
}

// halves splits a document, because nobody knows which of its pairs is to blame.
func (d *document) halves() []*document {
	half := len(d.pairs) / 2
	return []*document{{d.pkg + "a", d.version, d.pairs[:half:half]}, {d.pkg + "b", d.version, d.pairs[half:]}}
}

// drop takes pairs out of the document that have failed.
func (d *document) drop() (dropped int) {
	before := len(d.pairs)
	d.pairs = slices.DeleteFunc(d.pairs, func(p *pair) bool { return p.tried })
	return before - len(d.pairs)
}
