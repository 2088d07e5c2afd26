package parse

import (
	"net/url"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// openAPI reads the keywords that OAS adds.
func (r *schemaReader) openAPI(k api.Keyword, at place) api.Fate {
	if r.p.isNull(at, "an object") {
		return api.Invalid
	}
	switch k {
	case api.KwDiscriminator:
		d := r.discriminator(at)
		if d != nil {
			group(&r.s.OpenAPI).Discriminator = d
		}
		return fate(d != nil)
	case api.KwXML:
		x := r.p.xml(at)
		if x != nil {
			group(&r.s.OpenAPI).XML = x
		}
		return fate(x != nil)
	}
	d := r.p.externalDocsAt(at)
	if d != nil {
		group(&r.s.OpenAPI).ExternalDocs = d
	}
	return fate(d != nil)
}

func (r *schemaReader) discriminator(at place) *api.Discriminator {
	o, ok := r.p.open(at, &discriminatorFields)
	if !ok {
		return nil
	}
	d := &api.Discriminator{Pos: r.p.pos(at), PropertyName: o.text("propertyName"), Extensions: o.extensions()}
	entries := o.entries("mapping")
	d.Mapping = make([]api.MapEntry, 0, len(entries))
	for _, e := range entries {
		text, ok := r.p.text(e.place)
		if !ok {
			continue
		}
		d.Mapping = append(d.Mapping, api.MapEntry{Pos: e.key, Value: e.name, Text: text})
		entry := &d.Mapping[len(d.Mapping)-1] // the list never grows beyond its capacity
		r.p.queue.names = append(r.p.queue.names, func() { entry.Target = r.p.mapped(e.place, text) })
	}
	if at, ok := o.member("defaultMapping"); ok {
		if text, ok := r.p.text(at); ok {
			d.DefaultMapping = &api.MapEntry{Pos: r.p.pos(at), Text: text}
			r.p.queue.names = append(r.p.queue.names, func() {
				if d.DefaultMapping.Target = r.p.mapped(at, text); d.DefaultMapping.Target == nil {
					d.DefaultMapping = nil
				}
			})
		}
	}
	r.p.queue.names = append(r.p.queue.names, func() {
		d.Mapping = slices.DeleteFunc(d.Mapping, func(e api.MapEntry) bool { return e.Target == nil })
	})
	return d
}

// mapped returns the schema that a mapping means: the name of a component or a URI. OAS: Discriminator Object, mapping.
func (p *parser) mapped(at place, text string) *api.Schema {
	if s, ok := api.Find(p.doc.Components.Schemas, text); ok {
		return s
	}
	if !strings.ContainsAny(text, "#/") && !strings.HasSuffix(text, ".json") && !strings.HasSuffix(text, ".yaml") && !strings.HasSuffix(text, ".yml") {
		if s, known := p.mappedName(at, text); s != nil {
			return s
		} else if !known {
			schemas := p.doc.Components.Schemas
			p.Warn(p.pos(at), diag.RuleRef, "there is no schema %q in the components; the mapping is ignored", text).Hint =
				p.Suggest(text, len(schemas), func() []string { return namesOf(schemas) })
			return nil
		}
	}
	found := p.locate(at.resource, text, p.pos(at))
	if found.failed() {
		p.badLocation(at, found)
		return nil
	}
	if name, known := p.objects[found.node]; known && name != schemaFields.object {
		p.badReference(at, diag.RuleRefKind, "%q leads to %s, not to a Schema Object", text, p.describe(found.place))
		return nil
	}
	return p.schemaAt(found.place)
}

// mappedName looks up a word that no component of the entry document has: a component of the file where it stands, or a URI that is
// known. No file is read for it.
func (p *parser) mappedName(at place, name string) (s *api.Schema, known bool) {
	if f := at.resource.file; f != p.entry {
		if found := p.walk(f.root, "", "/components/schemas/"+strings.ReplaceAll(name, "~", "~0")); !found.failed() {
			return p.schemaAt(found.place), true
		}
	}
	if ref, err := url.Parse(name); err == nil {
		_, res := p.known(at.resource, ref)
		known = res != nil
	}
	return nil, known
}

func (p *parser) xml(at place) *api.XML {
	o, ok := p.open(at, &xmlFields)
	if !ok {
		return nil
	}
	x := &api.XML{Pos: p.pos(at), NodeType: o.text("nodeType"), Name: o.text("name"), Namespace: o.text("namespace"),
		Prefix: o.text("prefix"), Attribute: o.flag("attribute"), Wrapped: o.flag("wrapped"), Extensions: o.extensions()}
	kinds := []string{"element", "attribute", "text", "cdata", "none"}
	if at, ok := o.member("nodeType"); ok && !slices.Contains(kinds, x.NodeType) {
		f := p.Fail(p.pos(at), diag.RuleValue, "there is no node type %q", x.NodeType)
		f.Hint = "it must be one of " + strings.Join(kinds, ", ")
	}
	return x
}
