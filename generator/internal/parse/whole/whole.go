package whole

import (
	"slices"

	"github.com/oas2go/oas2go/generator/decide"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
)

// Close closes schemas as a whole where their parts are closed against each other.
func Close(doc *api.Document, r *report.Reporter) {
	c := &closer{doc: doc, shared: map[*api.Schema]bool{}, opened: map[*api.Schema]*api.Schema{}}
	wholes := find(doc)
	if len(wholes) == 0 {
		return
	}
	for _, s := range doc.Schemas {
		if s.Ref != nil && s.Ref.Target != nil {
			c.shared[s.Ref.Target] = true
		}
	}
	for _, w := range wholes {
		w.report(r)
		c.open(w.schema)
	}
	for _, w := range wholes { // not before: what another whole refers to is opened as it was written
		c.settle(w.schema)
		c.closeWhole(w.schema)
	}
}

// A whole is a schema whose parts are closed against each other.
type whole struct {
	schema    *api.Schema
	forbids   *api.Schema // the part that forbids a member
	name      string      // of the member
	described diag.Pos    // where another part describes it
}

// find returns the wholes of a document. What stands inside of one is only a part of it.
func find(doc *api.Document) (list []whole) {
	inside := map[*api.Schema]bool{}
	for _, s := range doc.Schemas {
		if w, is := wholeOf(s); is {
			list = append(list, w)
			for _, part := range inline(s) {
				inside[part] = true
			}
		}
	}
	return slices.DeleteFunc(list, func(w whole) bool { return inside[w.schema] })
}

// wholeOf looks at a schema that has several parts of its own. One that only names another is what that is.
func wholeOf(s *api.Schema) (whole, bool) {
	branches := 0
	if s.Object != nil {
		branches++
	}
	if s.Ref != nil && !s.Ref.Dynamic {
		branches++
	}
	if s.Compose != nil {
		branches += len(s.Compose.AllOf)
	}
	if branches < 2 {
		return whole{}, false
	}
	parts := conjuncts(nil, s)
	if len(parts) > maxParts || slices.ContainsFunc(parts, isBase) {
		return whole{}, false
	}
	members := make([]decide.Members, len(parts))
	for i, part := range parts {
		members[i] = membersOf(part)
	}
	i, name, is := decide.ClosesWhole(members)
	if !is {
		return whole{}, false
	}
	w := whole{schema: s, forbids: parts[i], name: name}
	for _, part := range parts {
		if part.Object == nil {
			continue
		}
		if at := slices.IndexFunc(part.Object.Properties, func(n api.Named[*api.Schema]) bool { return n.Name == name }); at >= 0 {
			w.described = part.Object.Properties[at].Pos
			break
		}
	}
	return w, true
}

func membersOf(s *api.Schema) (m decide.Members) {
	if s.Object == nil {
		return m
	}
	for _, property := range s.Object.Properties {
		m.Names = append(m.Names, property.Name)
	}
	for _, r := range s.Object.Required {
		m.Required = append(m.Required, r.Name)
	}
	m.Closed = isClosed(s)
	m.Others = s.Object.AdditionalProperties != nil && s.Object.AdditionalProperties.Form != api.FormFalse && !allowsAny(s)
	return m
}

// allowsAny reports whether a schema says that other members may be anything.
func allowsAny(s *api.Schema) bool {
	if s.Object == nil || s.Object.AdditionalProperties == nil {
		return false
	}
	more := s.Object.AdditionalProperties
	return more.Form == api.FormTrue || more.Form == api.FormObject && len(more.Marks) == 0 && len(more.Extensions) == 0
}

func isClosed(s *api.Schema) bool {
	o := s.Object
	return o != nil && o.AdditionalProperties != nil && o.AdditionalProperties.Form == api.FormFalse && len(o.PatternProperties) == 0
}

// isBase reports whether a schema has a discriminator for those that extend it: package hierarchy says how those are closed.
func isBase(s *api.Schema) bool {
	return s.OpenAPI != nil && s.OpenAPI.Discriminator != nil && (s.Compose == nil || s.Compose.OneOf == nil && s.Compose.AnyOf == nil)
}

// maxParts is far beyond what documents have.
const maxParts = 100

// conjuncts adds s and all schemas that apply with it to the same value.
func conjuncts(list []*api.Schema, s *api.Schema) []*api.Schema {
	if len(list) > maxParts || slices.Contains(list, s) {
		return list
	}
	list = append(list, s)
	if s.Ref != nil && !s.Ref.Dynamic && s.Ref.Target != nil {
		list = conjuncts(list, s.Ref.Target)
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			list = conjuncts(list, part)
		}
	}
	return list
}

// inline returns the parts that stand inside of s.
func inline(s *api.Schema) (list []*api.Schema) {
	if s.Compose == nil {
		return nil
	}
	for _, part := range s.Compose.AllOf {
		list = append(append(list, part), inline(part)...)
	}
	return list
}

func (w whole) report(r *report.Reporter) {
	pos := w.schema.At(api.KwAllOf)
	if w.schema.Written(api.KwAllOf) == nil {
		pos = w.schema.At(api.KwRef)
	}
	f := r.Info(pos, diag.RuleContradicts, "to the letter, one part forbids %q, which another part describes; additionalProperties: false is taken to close the whole", w.name)
	f.Hint = "write unevaluatedProperties: false beside the parts (OpenAPI 3.1); closed: letter in the configuration keeps to the letter"
	f.Related = []diag.Related{
		{Pos: w.forbids.At(api.KwAdditionalProperties), Message: "forbidden here"}, {Pos: w.described, Message: "described here"},
	}
}
