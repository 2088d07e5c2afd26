package main

import (
	"fmt"
	"slices"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

// maxGroups is the number of groups in a package. Each package has support code of its own, which makes many small ones slow; what
// is wrong with one group costs its whole package a second run.
const maxGroups = 40

// A part is what one group brings to a document.
type part struct {
	group      *group
	component  string // its name, such as Group0012
	components object
	formats    bool
	remotes    []remote // what it refers to outside of the document
	ids        []string // base URIs and anchors, which a document can have once
	alone      bool
}

// newPart translates a group. There is none if it is out of reach.
func newPart(g *group, number int, others library) (*part, error) {
	schema, err := jsontext.Decode(g.schema)
	if err != nil {
		return nil, fmt.Errorf("%s %q: %w", g.file, g.description, err)
	}
	p := &part{group: g, component: fmt.Sprintf("Group%04d", number), formats: g.formats()}
	if g.draft.openAPI == "3.0.3" {
		g.outOfReach = p.to30(schema, others)
	} else {
		g.outOfReach = p.to31(schema, others)
	}
	p.hold()
	g.hasRemotes = len(p.remotes) > 0
	if g.outOfReach != "" {
		return nil, nil
	}
	return p, nil
}

// hold adds the object that refers to the schema.
func (p *part) hold() {
	p.components[p.holder()] = object{
		"type": "object", "required": []any{"value"},
		"properties": object{"value": object{"$ref": "#/components/schemas/" + p.component}},
	}
}

// to31 makes the components of a schema of 2020-12 and returns why it cannot.
func (p *part) to31(schema any, others library) (outOfReach string) {
	found := look(schema, nil)
	if p.components = (object{p.component: rewriteRefs(schema, "#/components/schemas/"+p.component)}); found.outOfReach != "" {
		return found.outOfReach
	}
	r := &remotes{library: others, known: map[string]bool{}}
	for _, id := range found.ids {
		r.known[id] = true
	}
	for _, uri := range found.external {
		r.need(uri)
	}
	p.remotes = r.list
	for id := range r.known {
		p.ids = append(p.ids, id)
	}
	for _, name := range found.anchors {
		p.ids = append(p.ids, "#"+name)
	}
	p.alone = found.dynamic
	return r.outOfReach
}

// to30 makes the components of a schema of draft 4 or 7 and returns why it cannot.
func (p *part) to30(schema any, others library) (outOfReach string) {
	t := translate30(schema, p.component, others)
	p.components, p.remotes = t.components, t.remotes
	for _, r := range t.remotes {
		p.ids = append(p.ids, r.uri)
	}
	return t.outOfReach
}

// holder is the name of the object that refers to the schema.
func (p *part) holder() string { return "Holder" + p.component[len("Group"):] }

// A document is one OpenAPI document and the package that is made of it.
type document struct {
	pkg     string
	openAPI string
	formats bool
	parts   []*part
}

// takes reports whether a part can stand beside those that are there.
func (d *document) takes(p *part) bool {
	if d.openAPI != p.group.draft.openAPI || d.formats != p.formats || len(d.parts) == maxGroups || p.alone || d.parts[0].alone {
		return false
	}
	return !slices.ContainsFunc(d.parts, func(other *part) bool {
		return slices.ContainsFunc(p.ids, func(id string) bool { return slices.Contains(other.ids, id) })
	})
}

// byLetter reports whether schemas are judged by the letter: those of the suite. Random ones are judged as people mean them.
func (d *document) byLetter() bool { return d.parts[0].group.draft.name != "random" }

// text returns the JSON of a document.
func (d *document) text() ([]byte, error) {
	schemas := object{}
	for _, p := range d.parts {
		for name, schema := range p.components {
			schemas[name] = schema
		}
	}
	return jsontext.Encode(object{
		"openapi": d.openAPI, "info": object{"title": "conformance", "version": "1"}, "paths": object{},
		"components": object{"schemas": schemas},
	})
}

// A shelf is all documents of a run.
type shelf struct{ documents []*document }

// put adds a part to the first document that takes it, or to a new one.
func (s *shelf) put(p *part) {
	i := slices.IndexFunc(s.documents, func(d *document) bool { return d.takes(p) })
	if i >= 0 {
		s.documents[i].parts = append(s.documents[i].parts, p)
		return
	}
	s.add(p)
}

// add makes a new document.
func (s *shelf) add(parts ...*part) *document {
	d := &document{
		pkg: fmt.Sprintf("p%03d", len(s.documents)+1), openAPI: parts[0].group.draft.openAPI, formats: parts[0].formats, parts: parts,
	}
	s.documents = append(s.documents, d)
	return d
}
