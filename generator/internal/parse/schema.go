package parse

import (
	"net/url"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// schema reads a schema and everything below it.
func (p *parser) schema(at tree.Place) *api.Schema {
	s := p.doc.NewSchema(at.Pos())
	p.schemas.add(at, s)
	p.ReadAs(at.Node, tree.SchemaFields)
	switch at.Node.Kind {
	case source.Object:
		r := schemaReader{p: p, s: s, Place: at}
		r.read()
	case source.Bool:
		s.Form = api.FormFalse
		if at.Node.Text == "true" {
			s.Form = api.FormTrue
		}
		if p.Before(1) && (at.Path == nil || at.Path.Token != "additionalProperties") {
			p.Warn(s.Pos, diag.RuleValue, "boolean schemas exist since OpenAPI 3.1").Hint = "write {} for true and {not: {}} for false"
		}
	default:
		if !p.IsEmpty(at, "a schema") {
			p.WrongType(at, "a schema")
		}
	}
	return s
}

// schemaOf reads the schema in a field.
func (p *parser) schemaOf(o tree.Object, name string) *api.Schema {
	if at, ok := o.Member(name); ok && !p.IsNull(at, "a schema") {
		return p.schema(at)
	}
	return nil
}

// A schemaReader reads one schema object.
type schemaReader struct {
	p *parser
	s *api.Schema
	tree.Place
}

func (r *schemaReader) read() {
	members := r.Node.Members
	if len(members) == 0 {
		return
	}
	r.s.Marks = make([]api.Mark, 0, len(members))
	if r.p.Before(1) {
		if ref := r.Node.Get("$ref"); ref != nil && ref.Kind == source.String {
			r.onlyRef30()
			return
		}
	} else {
		r.identify()
	}
	for i := range members {
		m := &members[i]
		k := api.KeywordOf(m.Name)
		if k != api.KwUnknown && r.p.Before(1) && !in30(k) || k == api.KwNullable && !r.p.Before(1) && !isTrue(m.Value) {
			k = api.KwUnknown
		}
		at := r.Child(m.Name, m.Value)
		if k == api.KwItems && m.Value.Kind == source.Array && r.Node.Member("prefixItems") == nil {
			r.p.Warn(at.Pos(), diag.RuleType, "%s must be a schema, not an array; it is read as \"prefixItems\"", tree.Label(at.Path))
			k = api.KwPrefixItems
		}
		fate := r.keyword(k, m, at)
		r.s.Marks = append(r.s.Marks, api.Mark{Keyword: k, Fate: fate, Line: m.Line, Column: m.Column})
	}
	r.finishExclusive()
	r.needsItems30()
	r.finishNullable()
	r.finishValues()
	r.checkTogether()
}

// identify starts a new resource at $id. Core 8.2.1.
func (r *schemaReader) identify() {
	id := r.Node.Get("$id")
	if id == nil || id.Kind != source.String || id.Text == "" {
		return
	}
	uri, err := url.Parse(id.Text)
	if err != nil || uri.Fragment != "" {
		r.p.Fail(r.Child("$id", id).Pos(), diag.RuleValue, "\"$id\" must be a URI reference without a fragment, not %q", id.Text)
		return
	}
	r.Place = r.p.files.Identified(r.Place)
}

// keyword reads one keyword into its field.
func (r *schemaReader) keyword(k api.Keyword, m *source.Member, at tree.Place) api.Fate {
	switch k {
	case api.KwUnknown:
		return r.unknown(m, at)
	case api.KwRef, api.KwDynamicRef:
		return r.ref(k, at)
	case api.KwID, api.KwSchema, api.KwAnchor, api.KwDynamicAnchor, api.KwVocabulary, api.KwComment, api.KwDefs:
		return r.core(k, at)
	case api.KwType, api.KwEnum, api.KwConst, api.KwFormat:
		return r.values(k, at)
	case api.KwMultipleOf, api.KwMinimum, api.KwMaximum, api.KwExclusiveMinimum, api.KwExclusiveMaximum:
		return r.numberRule(k, at)
	case api.KwMinLength, api.KwMaxLength, api.KwPattern:
		return r.stringRule(k, at)
	case api.KwPrefixItems, api.KwItems, api.KwContains, api.KwMinContains, api.KwMaxContains, api.KwMinItems, api.KwMaxItems,
		api.KwUniqueItems, api.KwUnevaluatedItems:
		return r.arrayRule(k, at)
	case api.KwProperties, api.KwPatternProperties, api.KwAdditionalProperties, api.KwPropertyNames, api.KwUnevaluatedProperties,
		api.KwDependentSchemas:
		return r.members(k, at)
	case api.KwRequired, api.KwDependentRequired, api.KwMinProperties, api.KwMaxProperties:
		return r.objectRule(k, at)
	case api.KwAllOf, api.KwAnyOf, api.KwOneOf, api.KwNot, api.KwIf, api.KwThen, api.KwElse:
		return r.compose(k, at)
	case api.KwContentEncoding, api.KwContentMediaType, api.KwContentSchema:
		return r.content(k, at)
	case api.KwTitle, api.KwDescription, api.KwDefault, api.KwExample, api.KwExamples, api.KwDeprecated, api.KwReadOnly, api.KwWriteOnly:
		return r.annotation(k, at)
	case api.KwNullable:
		return r.nullable(at)
	}
	return r.openAPI(k, at)
}

// fate is Kept if a value was read.
func fate(ok bool) api.Fate {
	if ok {
		return api.Kept
	}
	return api.Invalid
}

// group returns the group of keywords at *p, which it makes if there is none yet.
func group[T any](p **T) *T {
	if *p == nil {
		*p = new(T)
	}
	return *p
}

func (r *schemaReader) text(at tree.Place, into *string) api.Fate {
	s, ok := r.p.Text(at)
	*into = s
	return fate(ok)
}

func (r *schemaReader) note(at tree.Place, into *string) api.Fate {
	s, ok := r.p.Note(at)
	*into = s
	return fate(ok)
}

func (r *schemaReader) flag(at tree.Place, into *bool) api.Fate {
	b, ok := r.p.Flag(at)
	*into = b
	return fate(ok)
}

func (r *schemaReader) count(at tree.Place, into **api.Number) api.Fate {
	n, ok := r.p.Count(at)
	if ok {
		*into = n
	}
	return fate(ok)
}

// one reads a subschema.
func (r *schemaReader) one(at tree.Place, into **api.Schema) api.Fate {
	if r.p.IsNull(at, "a schema") {
		return api.Invalid
	}
	if k := at.Node.Kind; k == source.Array || k == source.String || k == source.Number {
		r.p.WrongType(at, "a schema")
		return api.Invalid
	}
	*into = r.p.schema(at)
	return api.Kept
}

// list reads a list of subschemas. Core 10.2.1: it is not empty.
func (r *schemaReader) list(at tree.Place, into *[]*api.Schema) api.Fate {
	if at.Node.Kind != source.Array {
		if !r.p.IsNull(at, "an array of schemas") {
			r.p.WrongType(at, "an array of schemas")
		}
		return api.Invalid
	}
	if len(at.Node.Items) == 0 {
		r.p.Warn(at.Pos(), diag.RuleValue, "%s must have at least one schema; it is ignored", tree.Label(at.Path))
		return api.Invalid
	}
	for _, item := range r.p.Elements(at) {
		*into = append(*into, r.p.schema(item))
	}
	return api.Kept
}

// byName reads a map of subschemas.
func (r *schemaReader) byName(at tree.Place, into *[]api.Named[*api.Schema]) api.Fate {
	if at.Node.Kind != source.Object {
		if !r.p.IsNull(at, "an object") {
			r.p.WrongType(at, "an object whose members are schemas")
		}
		return api.Invalid
	}
	r.p.spread(at)
	entries := r.p.Entries(at)
	*into = make([]api.Named[*api.Schema], len(entries))
	for i, e := range entries {
		(*into)[i] = api.Named[*api.Schema]{Name: e.Name, Pos: e.Key, Value: r.p.schema(e.Place)}
	}
	return api.Kept
}
