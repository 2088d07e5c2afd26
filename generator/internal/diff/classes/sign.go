package classes

import (
	"encoding/binary"
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A sign is what a schema says, as text: each keyword, then what it has, with its length before it. Annotations are left out, orders that
// mean nothing are sorted away.
type sign struct {
	text []byte
	of   func(*api.Schema) []byte // what stands for a schema below
}

func (g *sign) put(k api.Keyword, text string) {
	g.text = binary.AppendUvarint(append(g.text, byte(k)), uint64(len(text)))
	g.text = append(g.text, text...)
}

func (g *sign) number(k api.Keyword, n *api.Number) {
	if n != nil {
		g.put(k, n.Canonical())
	}
}

// atLeast leaves out a minimum that says nothing.
func (g *sign) atLeast(k api.Keyword, n *api.Number) {
	if n != nil && n.Sign() > 0 {
		g.put(k, n.Canonical())
	}
}

func (g *sign) schema(k api.Keyword, s *api.Schema) {
	if s != nil {
		g.put(k, string(g.of(s)))
	}
}

// all puts schemas whose order means nothing.
func (g *sign) all(k api.Keyword, list []*api.Schema, once bool) {
	if list == nil {
		return
	}
	texts := make([]string, len(list))
	for i, s := range list {
		texts[i] = string(g.of(s))
	}
	slices.Sort(texts)
	if once {
		texts = slices.Compact(texts)
	}
	g.texts(k, texts)
}

func (g *sign) texts(k api.Keyword, texts []string) {
	g.text = binary.AppendUvarint(append(g.text, byte(k)), uint64(len(texts)))
	for _, text := range texts {
		g.put(k, text)
	}
}

func (g *sign) named(k api.Keyword, list []api.Named[*api.Schema]) {
	if list == nil {
		return
	}
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, func(a, b api.Named[*api.Schema]) int { return cmpText(a.Name, b.Name) })
	for _, n := range sorted {
		g.put(k, n.Name)
		g.schema(k, n.Value)
	}
}

func cmpText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// write puts all of a schema.
func (g *sign) write(s *api.Schema) {
	g.text = append(g.text, byte(s.Form))
	if s.Form != api.FormObject {
		return
	}
	g.values(s)
	if n := s.Number; n != nil {
		g.number(api.KwMultipleOf, n.MultipleOf)
		g.number(api.KwMinimum, n.Minimum)
		g.number(api.KwMaximum, n.Maximum)
		g.number(api.KwExclusiveMinimum, n.ExclusiveMinimum)
		g.number(api.KwExclusiveMaximum, n.ExclusiveMaximum)
	}
	if t := s.String; t != nil {
		g.atLeast(api.KwMinLength, t.MinLength)
		g.number(api.KwMaxLength, t.MaxLength)
		if t.Pattern != nil {
			g.put(api.KwPattern, *t.Pattern)
		}
	}
	g.array(s.Array)
	g.object(s.Object)
	g.compose(s.Compose)
	refs := []*api.Ref{s.Ref}
	if s.Core != nil {
		refs = append(refs, s.Core.DynamicRef)
	}
	for _, r := range refs {
		if r != nil && r.Target == nil {
			g.put(api.KwRef, "?"+r.Text)
		} else if r != nil {
			g.ref(r)
		}
	}
}

// ref puts a reference. A dynamic one is told from others even if it can lead to one place only.
func (g *sign) ref(r *api.Ref) {
	if r.Dynamic {
		g.schema(api.KwDynamicRef, r.Target)
		return
	}
	g.schema(api.KwRef, r.Target)
}

func (g *sign) values(s *api.Schema) {
	if s.Types != nil {
		types := slices.Clone(s.Types)
		if slices.Contains(types, api.TypeNumber) {
			types = slices.DeleteFunc(types, func(t api.Type) bool { return t == api.TypeInteger })
		}
		slices.Sort(types)
		var names []string
		for _, t := range slices.Compact(types) {
			names = append(names, t.String())
		}
		g.texts(api.KwType, names)
	}
	if s.Format != "" {
		g.put(api.KwFormat, s.Format)
	}
	if s.Enum != nil {
		texts := make([]string, len(s.Enum))
		for i, e := range s.Enum {
			texts[i] = api.Canonical(e.Value)
		}
		slices.Sort(texts)
		g.texts(api.KwEnum, slices.Compact(texts))
	}
	if s.Const != nil {
		k := api.KwEnum // a const is an enum of one
		if s.Enum != nil {
			k = api.KwConst
		}
		g.texts(k, []string{api.Canonical(s.Const.Value)})
	}
}

func (g *sign) array(a *api.ArrayRules) {
	if a == nil {
		return
	}
	for _, s := range a.PrefixItems {
		g.schema(api.KwPrefixItems, s)
	}
	g.schema(api.KwItems, a.Items)
	if a.Contains != nil {
		g.schema(api.KwContains, a.Contains)
		g.number(api.KwMinContains, a.MinContains)
		g.number(api.KwMaxContains, a.MaxContains)
	}
	g.atLeast(api.KwMinItems, a.MinItems)
	g.number(api.KwMaxItems, a.MaxItems)
	if a.UniqueItems {
		g.put(api.KwUniqueItems, "")
	}
	g.schema(api.KwUnevaluatedItems, a.UnevaluatedItems)
}

func (g *sign) object(o *api.ObjectRules) {
	if o == nil {
		return
	}
	g.named(api.KwProperties, o.Properties)
	g.named(api.KwPatternProperties, o.PatternProperties)
	g.schema(api.KwAdditionalProperties, o.AdditionalProperties)
	g.schema(api.KwPropertyNames, o.PropertyNames)
	g.schema(api.KwUnevaluatedProperties, o.UnevaluatedProperties)
	g.named(api.KwDependentSchemas, o.DependentSchemas)
	g.atLeast(api.KwMinProperties, o.MinProperties)
	g.number(api.KwMaxProperties, o.MaxProperties)
	if len(o.Required) > 0 {
		names := make([]string, len(o.Required))
		for i, r := range o.Required {
			names[i] = r.Name
		}
		slices.Sort(names)
		g.texts(api.KwRequired, slices.Compact(names))
	}
	if o.DependentRequired != nil {
		sorted := slices.Clone(o.DependentRequired)
		slices.SortFunc(sorted, func(a, b api.Named[[]string]) int { return cmpText(a.Name, b.Name) })
		for _, d := range sorted {
			names := slices.Clone(d.Value)
			slices.Sort(names)
			g.put(api.KwDependentRequired, d.Name)
			g.texts(api.KwDependentRequired, slices.Compact(names))
		}
	}
}

func (g *sign) compose(k *api.Composition) {
	if k == nil {
		return
	}
	g.all(api.KwAllOf, k.AllOf, true)
	g.all(api.KwAnyOf, k.AnyOf, true)
	g.all(api.KwOneOf, k.OneOf, false)
	g.schema(api.KwNot, k.Not)
	if k.If != nil {
		g.schema(api.KwIf, k.If)
		g.schema(api.KwThen, k.Then)
		g.schema(api.KwElse, k.Else)
	}
}
