package parse

import (
	"net/url"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
)

// openAPI reads the keywords that OAS adds.
func (r *schemaReader) openAPI(k api.Keyword, at tree.Place) api.Fate {
	if r.p.IsNull(at, "an object") {
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
		x := xml(r.p.Reader, at)
		if x != nil {
			group(&r.s.OpenAPI).XML = x
		}
		return fate(x != nil)
	}
	d := externalDocsAt(r.p.Reader, at)
	if d != nil {
		group(&r.s.OpenAPI).ExternalDocs = d
	}
	return fate(d != nil)
}

func (r *schemaReader) discriminator(at tree.Place) *api.Discriminator {
	o, ok := r.p.Open(at, tree.DiscriminatorFields)
	if !ok {
		return nil
	}
	d := &api.Discriminator{Pos: at.Pos(), PropertyName: o.Text("propertyName"), Extensions: o.Extensions()}
	entries := o.Entries("mapping")
	d.Mapping = make([]api.MapEntry, 0, len(entries))
	for _, e := range entries {
		text, ok := r.p.Text(e.Place)
		if !ok {
			continue
		}
		d.Mapping = append(d.Mapping, api.MapEntry{Pos: e.Key, Value: e.Name, Text: text})
		entry := &d.Mapping[len(d.Mapping)-1] // the list never grows beyond its capacity
		r.p.refs.names = append(r.p.refs.names, func() { entry.Target = r.p.mapped(e.Place, text) })
	}
	if at, ok := o.Member("defaultMapping"); ok {
		if text, ok := r.p.Text(at); ok {
			d.DefaultMapping = &api.MapEntry{Pos: at.Pos(), Text: text}
			r.p.refs.names = append(r.p.refs.names, func() {
				if d.DefaultMapping.Target = r.p.mapped(at, text); d.DefaultMapping.Target == nil {
					d.DefaultMapping = nil
				}
			})
		}
	}
	r.p.refs.names = append(r.p.refs.names, func() {
		d.Mapping = slices.DeleteFunc(d.Mapping, func(e api.MapEntry) bool { return e.Target == nil })
	})
	return d
}

// mapped returns the schema that a mapping means: the name of a component or a URI. OAS: Discriminator Object, mapping.
func (p *parser) mapped(at tree.Place, text string) *api.Schema {
	if s, ok := api.Find(p.doc.Components.Schemas, text); ok {
		return s
	}
	if !strings.ContainsAny(text, "#/") && !strings.HasSuffix(text, ".json") && !strings.HasSuffix(text, ".yaml") && !strings.HasSuffix(text, ".yml") {
		if s, known := p.mappedName(at, text); s != nil {
			return s
		} else if !known {
			schemas := p.doc.Components.Schemas
			p.Warn(at.Pos(), diag.RuleRef, "there is no schema %q in the components; the mapping is ignored", text).Hint =
				p.Suggest(text, len(schemas), func() []string { return namesOf(schemas) })
			return nil
		}
	}
	found := p.files.Locate(at.Resource, text, at.Pos())
	const ignored = "; the mapping is ignored" // the alternatives tell what is valid without it
	if found.Failed() {
		if !found.Broken && p.refs.first(at.Node) {
			p.Warn(at.Pos(), found.Rule, "%s", found.Problem+ignored).Hint = p.hint(found)
		}
		return nil
	}
	p.note(at, found.Place, tree.SchemaFields)
	if name := p.WasRead(found.Node); name != "" && name != tree.SchemaFields.Object {
		if p.refs.first(at.Node) {
			p.Warn(at.Pos(), diag.RuleRefKind, "%q leads to %s, not to a Schema Object%s", text, p.Describe(found.Place), ignored)
		}
		return nil
	}
	return p.schemaAt(found.Place)
}

// mappedName looks up a word that no component of the entry document has: a component of the file where it stands, or a URI that is
// known. No file is read for it.
func (p *parser) mappedName(at tree.Place, name string) (s *api.Schema, known bool) {
	if f := at.Resource.File; f != p.files.Entry {
		if found := p.files.Walk(f.Root, "", "/components/schemas/"+strings.ReplaceAll(name, "~", "~0")); !found.Failed() {
			p.note(at, found.Place, tree.SchemaFields)
			return p.schemaAt(found.Place), true
		}
	}
	if ref, err := url.Parse(name); err == nil {
		_, res := p.files.Known(at.Resource, ref)
		known = res != nil
	}
	return nil, known
}

func xml(r *tree.Reader, at tree.Place) *api.XML {
	o, ok := r.Open(at, tree.XMLFields)
	if !ok {
		return nil
	}
	x := &api.XML{Pos: at.Pos(), NodeType: o.Text("nodeType"), Name: o.Text("name"), Namespace: o.Text("namespace"),
		Prefix: o.Text("prefix"), Attribute: o.Flag("attribute"), Wrapped: o.Flag("wrapped"), Extensions: o.Extensions()}
	kinds := []string{"element", "attribute", "text", "cdata", "none"}
	if at, ok := o.Member("nodeType"); ok && !slices.Contains(kinds, x.NodeType) {
		f := r.Fail(at.Pos(), diag.RuleValue, "there is no node type %q", x.NodeType)
		f.Hint = "it must be one of " + strings.Join(kinds, ", ")
	}
	return x
}
