package shapes

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A TagField is the member of a variant that tells which it is.
type TagField struct {
	Member *Member
	Values []api.Value // that lead to the variant, the first is written where it is empty
	Not    []api.Value // of the variant for unknown tags: the values that lead to others
	Fill   bool        // the writer of the union fills in an empty one: the variant has other unions, or may be sent without it
	Tells  bool        // the member may have a value that leads elsewhere
	Empty  bool        // an empty one is not filled in, and leads nowhere
	Quiet  []api.Value // values that messages leave out
}

// SettleTags decides how variants show their tags. It comes when all types are known, and may add members to structs.
func (p *Planner) SettleTags() {
	wishes := map[*Member][]api.Value{} // what unions want to be written, nil for nothing
	for t := range p.All() {
		def, ok := t.Def.(*UnionDef)
		if !ok || def.Plan.Tags == nil {
			continue
		}
		for i, v := range def.Variants {
			l := def.Plan.Leaves[i]
			if l.Kind != analysis.KindObject {
				continue
			}
			p.settleTag(v, def.Plan.Tags, l)
			def.ruled = def.ruled || v.Ruled
			if v.Tag != nil {
				wishes[v.Tag.Member] = append(wishes[v.Tag.Member], first(v.Tag.Values))
			}
		}
	}
	for t := range p.All() {
		if def, ok := t.Def.(*UnionDef); ok {
			for _, v := range def.Variants {
				v.fillTag(wishes)
			}
		}
	}
}

// settleTag decides how one variant shows the tag. Where Go cannot compare it, the rule of the union judges the variant.
func (p *Planner) settleTag(v *Variant, tags *analysis.TagTable, l *analysis.Leaf) {
	facts := p.analysis.TagFacts(l.Schema, tags.Property)
	values, inside := p.TagValues(tags, l.Schema)
	has := func(list []api.Value, v api.Value) bool {
		return slices.ContainsFunc(list, func(other api.Value) bool { return api.Equal(other, v) })
	}
	isDefault := tags.Default == l.Schema
	shares := slices.ContainsFunc(tags.Shared, func(v api.Value) bool { return facts.Constants == nil || has(facts.Constants, v) })
	// An heir to which no tag leads is judged like its base: by itself, unless its tag leads elsewhere.
	takesRest := isDefault || tags.Base && len(values) == 0
	if !takesRest && (len(values) == 0 || shares || inside) {
		v.Ruled = true
	}
	if !takesRest && len(values) == 0 {
		return
	}
	if v.Type.Tags[tags.Property] {
		return // it has no other value
	}
	def, ok := v.Type.Def.(*StructDef)
	if !ok || def.Tuple {
		v.Ruled = true
		return
	}
	m := def.Member(tags.Property)
	if m == nil && !def.Closed {
		m = p.addTag(v, def, tags.Property)
	}
	if m == nil || !comparable(m) {
		v.Ruled = true
		return
	}
	m.Tag, m.Leads = true, m.Leads || len(values) > 0
	v.Tag = &TagField{Member: m, Values: values, Quiet: tags.Quiet}
	v.Tag.Tells = facts.Constants == nil || slices.ContainsFunc(facts.Constants, func(v api.Value) bool { return !has(values, v) })
	if takesRest {
		for _, c := range tags.Cases {
			if c.Target != l.Schema {
				v.Tag.Not = append(v.Tag.Not, c.Value)
			}
		}
		v.Tag.Not = append(v.Tag.Not, tags.Refused...)
		v.Tag.Empty = tags.Base && m.Required && len(values) == 0 && IsText(m.Use.Shape)
	}
	v.Type.plainTag(m)
}

// TagValues returns the values that lead to a variant. inside: they lead to a union that has it, which asks further.
func (p *Planner) TagValues(tags *analysis.TagTable, s *api.Schema) (values []api.Value, inside bool) {
	if values = tags.Values(s); len(values) > 0 {
		return values, false
	}
	for _, c := range tags.Cases {
		inner := p.analysis.Choice(c.Target)
		if inner != nil && slices.ContainsFunc(inner.Leaves, func(l *analysis.Leaf) bool { return l.Schema == s }) {
			values = append(values, c.Value)
		}
	}
	return values, len(values) > 0
}

// addTag gives a struct a field for a tag that only the union speaks of.
func (p *Planner) addTag(v *Variant, def *StructDef, name string) *Member {
	s := &api.Schema{ID: v.Type.Schema.ID, Pos: v.Type.Schema.Pos, Types: []api.Type{api.TypeString}}
	m := &Member{Wire: name, Schema: s, Pos: s.Pos, Use: Use{Shape: Scalar{Kind: gomodel.String}, Schema: s}}
	def.Members = append(def.Members, m)
	return m
}

// comparable reports whether Go compares a tag with constants. Null is as none.
func comparable(m *Member) bool {
	if m.Loose {
		return false
	}
	kind := gomodel.ScalarKind("")
	switch s := m.Use.Shape.(type) {
	case Scalar:
		kind = s.Kind
	case Named:
		switch def := s.Type.Def.(type) {
		case ScalarDef:
			kind = def.Kind
		case EnumDef:
			kind = def.Kind
		}
	}
	switch kind {
	case gomodel.String, gomodel.Int32, gomodel.Int64, gomodel.Bool:
		return true
	}
	return false
}

// plainTag makes the tag of a variant a plain string if its own enum has one value: a second one breaks no code then.
func (t *Type) plainTag(m *Member) {
	n, ok := m.Use.Shape.(Named)
	if !ok || !m.Required || !slices.Contains(t.Inline, n.Type) {
		return
	}
	def, ok := n.Type.Def.(EnumDef)
	if ok && def.Kind == gomodel.String && !def.Open && len(n.Type.Schema.Enum) == 1 {
		def.Plain = true
		n.Type.Def = def
	}
}

// fillTag decides who fills in an empty tag: the struct, if all unions want the same.
func (v *Variant) fillTag(wishes map[*Member][]api.Value) {
	if v.Tag == nil || len(v.Tag.Values) == 0 {
		return
	}
	m, want := v.Tag.Member, v.Tag.Values[0]
	agreed := !slices.ContainsFunc(wishes[m], func(other api.Value) bool { return !api.Equal(other, want) })
	_, isBool := want.(api.Bool)
	if agreed && m.Required && !m.Use.Nullable && !isBool {
		m.Fill = want
		return
	}
	v.Tag.Fill = m.Required && !isBool || !m.Required && v.Tag.Not == nil // what is missing leads to the default
}

func first(list []api.Value) api.Value {
	if len(list) == 0 {
		return nil
	}
	return list[0]
}
