package hierarchy

import (
	"cmp"
	"slices"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A base is a schema that others extend, and that a property of them tells apart.
type base struct {
	discriminator *api.Discriminator // its own, or that of what it extends itself
	heirs         []*api.Schema      // of all levels, in the order of the document
}

// An heir is a schema that extends a base, or to which the mapping of one leads.
type heir struct {
	closed   bool   // as a whole
	adjusted bool   // as a whole it is another schema than as a part
	tag      string // the property that tells it from other variants, "" for the heir of no base that is the type of a value
}

// findBases finds the schemas with heirs below a discriminator.
func (h *Hierarchy) findBases() {
	for i, n := range h.in.Named {
		if _, known := h.named[n.Value]; known {
			continue
		}
		h.named[n.Value] = i
		for _, target := range h.extends(n.Value) {
			h.children[target] = append(h.children[target], n.Value)
		}
	}
	for _, s := range h.in.Schemas {
		if b := h.baseOf(s); b != nil {
			h.bases[s] = b
			h.noteTag(s, b)
			for _, s := range b.heirs {
				h.heirs[s] = &heir{}
				h.noteTag(s, b)
			}
		}
	}
}

// noteTag notes the property of a base or an heir that tells which it is.
func (h *Hierarchy) noteTag(s *api.Schema, b *base) {
	for _, p := range inline(s) {
		if p.Object == nil {
			continue
		}
		if property, ok := api.Find(p.Object.Properties, b.discriminator.PropertyName); ok {
			h.tagged[property] = true
		}
	}
}

// baseOf returns what s is as a base, nil if it is none.
func (h *Hierarchy) baseOf(s *api.Schema) *base {
	if s.Form != api.FormObject || isBare(s) || s.Compose != nil && (s.Compose.OneOf != nil || s.Compose.AnyOf != nil) {
		return nil
	}
	if h.children[s] == nil && h.own(s) == nil {
		return nil
	}
	d := h.discriminator(s, map[*api.Schema]bool{})
	if d == nil {
		return nil
	}
	found := map[*api.Schema]bool{s: true}
	b := &base{discriminator: d}
	h.addHeirs(b, s, found)
	if len(b.heirs) == 0 {
		return nil
	}
	slices.SortStableFunc(b.heirs, func(x, y *api.Schema) int { return cmp.Compare(h.position(x), h.position(y)) })
	return b
}

// addHeirs adds what extends s, directly or not, and what its mapping leads to.
func (h *Hierarchy) addHeirs(b *base, s *api.Schema, found map[*api.Schema]bool) {
	list := slices.Clone(h.children[s])
	if d := h.own(s); d != nil && d.PropertyName == b.discriminator.PropertyName {
		for _, entry := range d.Mapping {
			if target := resolve(entry.Target); target != nil && target.Form == api.FormObject && !h.isAncestor(target, s) {
				list = append(list, target)
			}
		}
	}
	for _, child := range list {
		if !found[child] {
			found[child] = true
			b.heirs = append(b.heirs, child)
			h.addHeirs(b, child, found)
		}
	}
}

// position returns where a schema stands among those with a name.
func (h *Hierarchy) position(s *api.Schema) int {
	if i, ok := h.named[s]; ok {
		return i
	}
	return len(h.in.Named)
}

// own returns the discriminator of s, or of a part that stands inside of it. One beside alternatives is theirs.
func (h *Hierarchy) own(s *api.Schema) *api.Discriminator {
	for _, p := range inline(s) {
		if p.OpenAPI != nil && p.OpenAPI.Discriminator != nil && !hasAlternatives(p) {
			return p.OpenAPI.Discriminator
		}
	}
	return nil
}

// hasAlternatives reports whether s has a oneOf or anyOf that the document writes so.
func hasAlternatives(s *api.Schema) bool {
	c := s.Compose
	return c != nil && (c.OneOf != nil || slices.ContainsFunc(c.AnyOf, func(p *api.Schema) bool { return !p.Synth }))
}

// discriminator returns that of s, or of what it extends.
func (h *Hierarchy) discriminator(s *api.Schema, seen map[*api.Schema]bool) *api.Discriminator {
	if seen[s] {
		return nil
	}
	seen[s] = true
	if d := h.own(s); d != nil {
		return d
	}
	for _, target := range h.extends(s) {
		if d := h.discriminator(target, seen); d != nil {
			return d
		}
	}
	return nil
}

// isAncestor reports whether s is target, or extends it.
func (h *Hierarchy) isAncestor(target, s *api.Schema) bool {
	return s == target || slices.Contains(h.ancestors(s), target)
}

// ancestors returns what s extends, directly or not.
func (h *Hierarchy) ancestors(s *api.Schema) (list []*api.Schema) {
	list = h.extends(s)
	for i := 0; i < len(list); i++ {
		for _, target := range h.extends(list[i]) {
			if target != s && !slices.Contains(list, target) {
				list = append(list, target)
			}
		}
	}
	return list
}

// extends returns the schemas that s names in allOf, or by a reference with other keywords beside it. One that is another schema or null
// extends nothing.
func (h *Hierarchy) extends(s *api.Schema) (list []*api.Schema) {
	if orNull(s) {
		return nil
	}
	for _, p := range inline(s) {
		if p.Ref != nil && !p.Ref.Dynamic && (p != s || !isBare(s)) {
			if target := resolve(p.Ref.Target); target != nil {
				list = append(list, target)
			}
		}
	}
	return list
}

// inline returns s and the parts that stand inside of it, for the same value.
func inline(s *api.Schema) []*api.Schema {
	list := []*api.Schema{s}
	for i := 0; i < len(list); i++ {
		c := list[i].Compose
		if c == nil {
			continue
		}
		list = append(list, c.AllOf...)
		for _, p := range c.AnyOf {
			if p.Synth && !analysis.OnlyNull(p) { // "nullable: true" beside an allOf
				list = append(list, p)
			}
		}
	}
	return list
}

// orNull reports whether s is nothing but another schema or null: "nullable: true" beside an allOf with one reference.
func orNull(s *api.Schema) bool {
	if !chooses(s) {
		return false
	}
	some := 0
	for _, p := range s.Compose.AnyOf {
		if analysis.OnlyNull(p) {
			continue
		}
		if some++; !p.Synth || onlyPart(p) == nil || !isBare(onlyPart(p)) {
			return false
		}
	}
	return some == 1
}

// isBare reports whether s is nothing but a reference.
func isBare(s *api.Schema) bool {
	return analysis.Asserted(s) == analysis.KeywordsOf(api.KwRef) && !s.Ref.Dynamic
}

// resolve follows schemas that are nothing but a reference; nil if they lead nowhere, or in a circle.
func resolve(s *api.Schema) *api.Schema {
	for range 100 {
		if s == nil || !isBare(s) {
			return s
		}
		s = s.Ref.Target
	}
	return nil
}
