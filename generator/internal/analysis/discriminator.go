package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A TagTable says which alternative each value of a tag leads to. The tag is a member of all alternatives that are objects. One
// that leads to a single alternative lets that alternative alone judge (docs/adr/0014).
type TagTable struct {
	Property string
	Cases    []TagCase   // values that lead to one alternative, the first of each before its others
	Shared   []api.Value // constants of several alternatives, one of which has no value of its own: all alternatives judge
	Default  *api.Schema // judges where the tag is missing or unknown; nil: none
	Required bool        // each alternative requires the tag
	Open     bool        // an alternative has no value, so all judge where the tag is unknown
	Base     bool        // the default is a base, which the other alternatives extend
	Refused  []api.Value // values that lead to relatives of a base which are no alternatives
	Quiet    []api.Value // names of components that a mapping gives other values: messages leave them out
}

// A TagCase is one value of a tag.
type TagCase struct {
	Value  api.Value   // a string, a number or a boolean
	Target *api.Schema // an object, or a union of objects inside, without wrappers
}

// Decides reports whether the tag alone tells the alternatives apart, whatever the value is.
func (t *TagTable) Decides() bool {
	return t.Default != nil && len(t.Shared) == 0 || len(t.Shared) == 0 && !t.Open && t.Required
}

// Values returns the values that lead to a schema.
func (t *TagTable) Values(target *api.Schema) (list []api.Value) {
	for _, c := range t.Cases {
		if c.Target == target {
			list = append(list, c.Value)
		}
	}
	return list
}

// Tags returns the table of the discriminator of s, nil if it has none, or none that tells anything.
func (a *Analysis) Tags(s *api.Schema) *TagTable {
	if a.letter || s.Form != api.FormObject || s.OpenAPI == nil || s.OpenAPI.Discriminator == nil || s.Compose == nil {
		return nil
	}
	if t, known := a.memo.tags[s]; known {
		return t
	}
	a.memo.tags[s] = nil // for a circle
	t := findTags(a, s, s.OpenAPI.Discriminator)
	a.memo.tags[s] = t
	return t
}

func findTags(a *Analysis, s *api.Schema, d *api.Discriminator) *TagTable {
	b := tagBuilder{a: a, property: d.PropertyName, facts: map[*api.Schema]*TagFacts{}, seen: map[*api.Schema]bool{s: true}, required: requires(s, d.PropertyName)}
	if d.Base != nil {
		b.base = a.Core(d.Base)
	}
	b.parts(s)
	b.mapped(d)
	t := b.table()
	if t == nil {
		return nil
	}
	b.inherit(t, d)
	if d.DefaultMapping != nil && d.DefaultMapping.Target != nil {
		if core := a.Core(d.DefaultMapping.Target); b.isAlternative(core) {
			t.Default = core
		}
	}
	return t
}

// A tagBuilder collects what leads to the alternatives of a union.
type tagBuilder struct {
	a        *Analysis
	property string
	leaves   []*api.Schema // alternatives that are objects, those of unions inside too
	unions   []*api.Schema // alternatives that are unions
	hidden   []*api.Schema // alternatives of those that have another tag
	facts    map[*api.Schema]*TagFacts
	required bool        // what is around the alternatives requires the tag
	base     *api.Schema // an alternative that the others extend; nil: none
	claims   [4][]TagCase
	seen     map[*api.Schema]bool
}

// Who says that a value leads to an alternative: the first who does is right.
const (
	bySaid  = iota // the mapping
	byInner        // the mapping of a union inside
	byConstant
	byName // of the component
)

// parts collects the alternatives of s.
func (b *tagBuilder) parts(s *api.Schema) {
	for _, part := range slices.Concat(s.Compose.OneOf, s.Compose.AnyOf) {
		core, _ := b.a.Peel(part)
		if b.a.Kinds(core)&KindObject == 0 {
			continue
		}
		for w := range b.a.Wrappers(part) {
			if name := componentName(w); name != "" {
				b.claim(byName, api.String(name), core)
			}
		}
		if !b.seen[core] {
			b.seen[core] = true
			b.alternative(core)
		}
	}
}

func (b *tagBuilder) alternative(core *api.Schema) {
	if !b.a.standsFor(core) {
		b.leaves = append(b.leaves, core)
		b.facts[core] = b.a.TagFacts(core, b.property)
		for _, v := range b.facts[core].Constants {
			b.claim(byConstant, v, core)
		}
		return
	}
	b.unions = append(b.unions, core)
	if inner := b.a.Choice(core).Tags; inner != nil && inner.Property != b.property {
		b.inside(core) // another member tells its alternatives apart
		return
	}
	b.parts(core)
	if inner := discriminatorOf(core); inner != nil && inner.PropertyName == b.property {
		for _, entry := range inner.Mapping {
			if entry.Target != nil {
				b.claim(byInner, api.String(entry.Value), b.a.Core(entry.Target))
			}
		}
	}
}

// standsFor reports whether s is a union and nothing else, so that its alternatives may stand in its place.
func (a *Analysis) standsFor(s *api.Schema) bool {
	c := a.Choice(s)
	return c != nil && c.Keyword != api.KwType
}

// inside collects the alternatives of a union to which values lead only together.
func (b *tagBuilder) inside(u *api.Schema) {
	for _, l := range b.a.Choice(u).Leaves {
		if l.Kind == KindObject && b.facts[l.Schema] == nil {
			b.hidden = append(b.hidden, l.Schema)
			b.facts[l.Schema] = b.a.TagFacts(l.Schema, b.property)
		}
	}
}

func discriminatorOf(s *api.Schema) *api.Discriminator {
	if s.OpenAPI == nil {
		return nil
	}
	return s.OpenAPI.Discriminator
}

func (b *tagBuilder) mapped(d *api.Discriminator) {
	for _, entry := range d.Mapping {
		if entry.Target != nil {
			b.claim(bySaid, api.String(entry.Value), b.a.Core(entry.Target))
		}
	}
}

// claim notes who says that a value leads to an alternative. A base has its values only by a mapping: others are for all that extend it.
func (b *tagBuilder) claim(by int, value api.Value, target *api.Schema) {
	if target == b.base && by != bySaid {
		return
	}
	b.claims[by] = append(b.claims[by], TagCase{value, target})
}

func (b *tagBuilder) isAlternative(core *api.Schema) bool {
	return slices.Contains(b.leaves, core) || slices.Contains(b.unions, core)
}

// table settles who is right.
func (b *tagBuilder) table() *TagTable {
	t := &TagTable{Property: b.property, Required: true}
	described := b.required
	for _, l := range slices.Concat(b.leaves, b.hidden) {
		f := b.facts[l]
		t.Required = t.Required && (f.Required || b.required)
		described = described || f.Described || f.Required
	}
	if !described {
		return nil // nobody knows the member
	}
	found := b.settle()
	for _, key := range found.order {
		if cases := found.cases[key]; len(cases) == 1 {
			t.Cases = append(t.Cases, cases[0])
		} else {
			t.Shared = append(t.Shared, cases[0].Value)
		}
	}
	place := func(c TagCase) int { return slices.Index(slices.Concat(b.leaves, b.unions), c.Target) }
	slices.SortStableFunc(t.Cases, func(c, other TagCase) int { return cmp.Compare(place(c), place(other)) })
	t.Open = b.isOpen(found.cases)
	if len(t.Cases) == 0 {
		return nil
	}
	return t
}

// A settled is the cases by the text of their values, in order.
type settled struct {
	order []string
	cases map[string][]TagCase
}

// settle asks who says that a value leads to an alternative, the mapping first. A constant that several alternatives have leads to all
// of them only if one has no other value: then nothing tells them apart.
func (b *tagBuilder) settle() settled {
	s := settled{cases: map[string][]TagCase{}}
	shared := map[string]bool{}
	for by, claims := range b.claims {
		level := b.level(claims)
		for _, key := range level.order {
			if by == byConstant && len(level.cases[key]) > 1 {
				shared[key] = true
				continue
			}
			s.add(key, level.cases[key])
		}
	}
	own := map[*api.Schema]bool{}
	for _, cases := range s.cases {
		for _, c := range cases {
			own[c.Target] = true
		}
	}
	level := b.level(b.claims[byConstant])
	for _, key := range level.order {
		if shared[key] && b.base == nil && slices.ContainsFunc(level.cases[key], func(c TagCase) bool { return !own[c.Target] }) {
			s.add(key, level.cases[key])
		}
	}
	return s
}

// inherit completes the table of a union of heirs: its base judges what leads to none of them, but for what leads to relatives elsewhere.
func (b *tagBuilder) inherit(t *TagTable, d *api.Discriminator) {
	if b.base == nil {
		return
	}
	t.Base, t.Open = true, false
	slices.SortStableFunc(t.Cases, func(x, y TagCase) int { return slices.Index(b.leaves, x.Target) - slices.Index(b.leaves, y.Target) })
	for _, entry := range d.Mapping {
		if entry.Target == nil || b.isAlternative(b.a.Core(entry.Target)) {
			continue
		}
		if c := b.valueFor(b.facts[b.base], api.String(entry.Value)); c != nil {
			t.Refused = append(t.Refused, c)
		}
	}
	for _, s := range append(slices.Clone(b.leaves), targetsOf(d)...) {
		values := append(t.Values(s), valuesOf(d, s)...)
		name := api.Value(api.String(componentName(s)))
		if slices.ContainsFunc(values, func(v api.Value) bool { return !api.Equal(v, name) }) {
			t.Quiet = append(t.Quiet, name)
		}
	}
}

func targetsOf(d *api.Discriminator) (list []*api.Schema) {
	for _, entry := range d.Mapping {
		list = append(list, entry.Target)
	}
	return list
}

// valuesOf returns the values that a mapping gives a schema.
func valuesOf(d *api.Discriminator, s *api.Schema) (list []api.Value) {
	for _, entry := range d.Mapping {
		if entry.Target == s {
			list = append(list, api.String(entry.Value))
		}
	}
	return list
}

func (s *settled) add(key string, cases []TagCase) {
	if s.cases[key] == nil {
		s.order = append(s.order, key)
		s.cases[key] = cases
	}
}

// level sorts claims by their values.
func (b *tagBuilder) level(claims []TagCase) settled {
	s := settled{cases: map[string][]TagCase{}}
	for _, c := range claims {
		if c = b.fitted(c); c.Value == nil {
			continue
		}
		key := api.Canonical(c.Value)
		if !slices.ContainsFunc(s.cases[key], func(other TagCase) bool { return other.Target == c.Target }) {
			if s.cases[key] == nil {
				s.order = append(s.order, key)
			}
			s.cases[key] = append(s.cases[key], c)
		}
	}
	return s
}

// fitted returns a claim with the value as the alternative has it, a zero one if the alternative cannot have it.
func (b *tagBuilder) fitted(c TagCase) TagCase {
	if !b.isAlternative(c.Target) || c.Value == api.Value(api.String("")) {
		return TagCase{}
	}
	f := b.facts[c.Target]
	if f == nil {
		if inner := b.a.Choice(c.Target).Tags; inner != nil && inner.Property == b.property {
			return TagCase{} // the values of its alternatives lead further
		}
		return c
	}
	if c.Value = b.valueFor(f, c.Value); c.Value == nil {
		return TagCase{}
	}
	return c
}

// valueFor returns a value as an alternative has it, nil if the alternative cannot have it.
func (b *tagBuilder) valueFor(f *TagFacts, v api.Value) api.Value {
	if text, ok := v.(api.String); ok && f.Kinds&KindString == 0 {
		v = f.valueOf(string(text))
	}
	if n, ok := v.(api.Number); ok && !isInt64(n) || v == nil || f.Constants != nil && !containsValue(f.Constants, v) {
		return nil
	}
	return v
}

// isOpen reports whether an alternative has no value of its own.
func (b *tagBuilder) isOpen(found map[string][]TagCase) bool {
	has := map[*api.Schema]bool{}
	for _, cases := range found {
		for _, c := range cases {
			has[c.Target] = true
		}
	}
	for _, u := range b.unions {
		if has[u] {
			markLeaves(b.a, u, has)
		}
	}
	return slices.ContainsFunc(slices.Concat(b.leaves, b.hidden), func(l *api.Schema) bool { return !has[l] })
}

// markLeaves marks what a union inside leads to.
func markLeaves(a *Analysis, u *api.Schema, has map[*api.Schema]bool) {
	for _, part := range slices.Concat(u.Compose.OneOf, u.Compose.AnyOf) {
		if core, _ := a.Peel(part); !has[core] {
			has[core] = true
			if a.standsFor(core) {
				markLeaves(a, core, has)
			}
		}
	}
}

// componentName returns the name of a component, or of a file that is one schema; "" for other schemas.
func componentName(s *api.Schema) string {
	tokens := strings.Split(s.Pos.Path.Pointer(), "/")
	switch {
	case len(tokens) == 4 && tokens[1] == "components" && tokens[2] == "schemas", len(tokens) == 3 && (tokens[1] == "definitions" || tokens[1] == "$defs"):
		return strings.NewReplacer("~1", "/", "~0", "~").Replace(tokens[len(tokens)-1])
	case len(tokens) < 2 && s.Pos.Elsewhere():
		return s.Pos.File.Stem()
	}
	return ""
}

func containsValue(list []api.Value, v api.Value) bool {
	return slices.ContainsFunc(list, func(other api.Value) bool { return api.Canonical(other) == api.Canonical(v) })
}
