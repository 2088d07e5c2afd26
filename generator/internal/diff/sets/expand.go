package sets

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/judge"
)

// apply takes a schema apart into what it demands of values of the kind of the branch.
func (l lit) apply(b *branch) bool {
	if not, ok := b.seen.get(l.class); ok && (not == l.not || !l.moving) {
		return not == l.not
	}
	b.seen.set(l.class, l.not)
	b.r.applied++
	s := l.schema
	if s.Form != api.FormObject {
		return (s.Form == api.FormTrue) != l.not
	}
	if l.not {
		return b.addClause(b.broken(s, 0))
	}
	return b.expand(s)
}

// expand adds all keywords of a schema.
func (b *branch) expand(s *api.Schema) bool {
	if s.Types != nil && !b.addTypes(s.Types) {
		return false
	}
	if s.Enum != nil && !(finite{literals(s.Enum)}).apply(b) || s.Const != nil && !(finite{[]api.Value{s.Const.Value}}).apply(b) {
		return false
	}
	for _, ref := range judge.Refs(s) {
		if !b.addRef(ref) {
			return false
		}
	}
	for _, d := range b.keywords(s) {
		if !d.apply(b) {
			return false
		}
	}
	return b.expandComposition(s.Compose)
}

func literals(list []api.Literal) []api.Value {
	values := make([]api.Value, len(list))
	for i, e := range list {
		values[i] = e.Value
	}
	return values
}

func (b *branch) addRef(ref *api.Ref) bool {
	if ref.Target == nil {
		return unsure{"the reference " + ref.Text + " leads nowhere"}.apply(b)
	}
	b.noteDynamic(ref)
	return b.r.s.lit(ref.Target, false).apply(b)
}

// noteDynamic notes that answers to this question stand on a reference that may lead elsewhere: no proof holds, and a value is tested.
func (b *branch) noteDynamic(ref *api.Ref) {
	if ref.Dynamic && b.r.s.classes.Moves(ref) {
		b.f.doubt = "$dynamicRef may lead elsewhere"
		b.unsure = b.f.doubt
	}
}

// addTypes: integer is the one type that says more than the kind.
func (b *branch) addTypes(types []api.Type) bool {
	takes, whole := false, true
	for _, t := range types {
		if b.kind.Takes(t) {
			takes, whole = true, whole && t == api.TypeInteger
		}
	}
	if takes && whole && b.kind == numbers {
		return multiple{of: api.Int(1)}.apply(b)
	}
	return takes
}

// keywords returns the demands of the keywords for the kind of the branch.
func (b *branch) keywords(s *api.Schema) []demand {
	switch b.kind {
	case numbers:
		return b.numberKeywords(s)
	case texts:
		return b.textKeywords(s)
	case arrays:
		return b.arrayKeywords(s)
	case objects:
		return b.objectKeywords(s)
	}
	return nil
}

func (b *branch) expandComposition(k *api.Composition) bool {
	if k == nil {
		return true
	}
	for _, part := range k.AllOf {
		if !b.r.s.lit(part, false).apply(b) {
			return false
		}
	}
	if k.Not != nil && !b.r.s.lit(k.Not, true).apply(b) {
		return false
	}
	if k.AnyOf != nil && !b.addClause(b.anyOf(k.AnyOf)) {
		return false
	}
	if k.OneOf != nil && !b.addClause(b.oneOf(k.OneOf)) {
		return false
	}
	if k.If != nil && (k.Then != nil || k.Else != nil) {
		return b.addClause(b.condition(k, false))
	}
	return true
}

func (b *branch) anyOf(parts []*api.Schema) (c clause) {
	for _, part := range parts {
		l := b.r.s.lit(part, false)
		if b.statusOf(l) != Empty {
			c = append(c, alternative{l})
		}
	}
	return c
}

// oneOf: one holds and no other does, which says itself if they have nothing in common.
func (b *branch) oneOf(parts []*api.Schema) (c clause) {
	exclusive := b.r.disjoint(parts)
	for i, part := range parts {
		l := b.r.s.lit(part, false)
		if b.statusOf(l) == Empty {
			continue
		}
		alt := alternative{l}
		for k, other := range parts {
			if k != i && !exclusive(i, k) {
				alt = append(alt, b.r.s.lit(other, true))
			}
		}
		c = append(c, alt)
	}
	return c
}

// condition is if, then and else; broken if they do not hold.
func (b *branch) condition(k *api.Composition, broken bool) (c clause) {
	s := b.r.s
	for i, then := range []*api.Schema{k.Then, k.Else} {
		alt := alternative{s.lit(k.If, i == 1)}
		if then != nil {
			alt = append(alt, s.lit(then, broken))
		} else if broken {
			continue
		}
		c = append(c, alt)
	}
	return c
}

// maxFlat bounds how deep the alternatives of a negated schema are laid out flat.
const maxFlat = 8

// broken returns the ways in which a schema does not hold: one of its keywords does not.
func (b *branch) broken(s *api.Schema, depth int) (c clause) {
	if s.Types != nil {
		way, always := b.brokenTypes(s.Types)
		if always {
			return clause{{}}
		}
		c = append(c, way...)
	}
	if s.Enum != nil {
		c = append(c, unlikeAll(literals(s.Enum)))
	}
	if s.Const != nil {
		c = append(c, alternative{unlike{s.Const.Value}})
	}
	c = append(c, b.brokenKeywords(s)...)
	for _, ref := range judge.Refs(s) {
		if ref.Target != nil {
			b.noteDynamic(ref)
			c = append(c, b.brokenPart(ref.Target, depth)...)
		} else {
			c = append(c, alternative{unsure{"the reference " + ref.Text + " leads nowhere"}})
		}
	}
	return append(c, b.brokenComposition(s.Compose, depth)...)
}

// brokenPart lays out the ways of a part that must hold too. Deep down the part stands for itself.
func (b *branch) brokenPart(s *api.Schema, depth int) clause {
	l := b.r.s.lit(s, true)
	if depth >= maxFlat || s.Form != api.FormObject || l.moving {
		return clause{{l}}
	}
	if not, ok := b.seen.get(l.class); ok {
		if !not {
			return nil // it holds
		}
		return clause{{l}}
	}
	c := b.broken(s, depth+1)
	if len(c) > 1000 {
		return clause{{l}}
	}
	return c
}

func unlikeAll(values []api.Value) alternative {
	alt := make(alternative, len(values))
	for i, v := range values {
		alt[i] = unlike{v}
	}
	return alt
}

func (b *branch) brokenTypes(types []api.Type) (c clause, always bool) {
	takes, whole := false, true
	for _, t := range types {
		if b.kind.Takes(t) {
			takes, whole = true, whole && t == api.TypeInteger
		}
	}
	if takes && whole && b.kind == numbers {
		return clause{{multiple{of: api.Int(1), not: true}}}, false
	}
	return nil, !takes
}

func (b *branch) brokenKeywords(s *api.Schema) clause {
	switch b.kind {
	case numbers:
		return b.brokenNumber(s)
	case texts:
		return b.brokenText(s)
	case arrays:
		return b.brokenArray(s)
	case objects:
		return b.brokenObject(s)
	}
	return nil
}

func (b *branch) brokenComposition(k *api.Composition, depth int) (c clause) {
	if k == nil {
		return nil
	}
	s := b.r.s
	for _, part := range k.AllOf {
		c = append(c, b.brokenPart(part, depth)...)
	}
	if k.Not != nil {
		c = append(c, alternative{s.lit(k.Not, false)})
	}
	if k.AnyOf != nil {
		c = append(c, s.none(k.AnyOf))
	}
	if k.OneOf != nil {
		c = append(c, b.notOne(k.OneOf)...)
	}
	if k.If != nil && (k.Then != nil || k.Else != nil) {
		c = append(c, b.condition(k, true)...)
	}
	return c
}

// none is the alternative that no schema holds.
func (s *Solver) none(parts []*api.Schema) (alt alternative) {
	for _, part := range parts {
		alt = append(alt, s.lit(part, true))
	}
	return alt
}

// notOne: none holds, or two do.
func (b *branch) notOne(parts []*api.Schema) clause {
	s := b.r.s
	c := clause{s.none(parts)}
	exclusive := b.r.disjoint(parts)
	for i, part := range parts {
		first := s.lit(part, false)
		if b.statusOf(first) == Empty {
			continue
		}
		for k := i + 1; k < len(parts); k++ {
			second := s.lit(parts[k], false)
			if !exclusive(i, k) && b.statusOf(second) != Empty {
				c = append(c, alternative{first, second})
			}
		}
	}
	return c
}

// disjoint returns which of several schemas have no value in common, as far as that is proved.
func (r *run) disjoint(parts []*api.Schema) func(i, k int) bool {
	const most = 400 // of schemas
	known := map[[2]int]bool{}
	return func(i, k int) bool {
		if i > k {
			i, k = k, i
		}
		pair := [2]int{i, k}
		is, ok := known[pair]
		if !ok && len(parts) <= most {
			is = r.apart(parts[i], parts[k])
			known[pair] = is
		}
		return is
	}
}

// apart reports whether it is proved that two schemas have no value in common.
func (r *run) apart(a, b *api.Schema) bool {
	return r.find([]term{r.s.lit(a, false), r.s.lit(b, false)}).Status == Empty
}

// truthKey is a question about a schema for values of one kind.
type truthKey struct {
	schema *api.Schema
	kind   kind
}

// truth says whether all values of a kind are in a schema, or none is, as far as that is seen at a glance.
func (s *Solver) truth(schema *api.Schema, k kind) Status {
	key := truthKey{schema, k}
	if status, known := s.truths[key]; known {
		return status
	}
	s.truths[key] = Unknown // for a circle
	status := s.glance(schema, k)
	s.truths[key] = status
	return status
}

func (s *Solver) glance(schema *api.Schema, k kind) Status {
	if schema.Form != api.FormObject {
		return judge.Truth(schema.Form == api.FormTrue)
	}
	b := branch{kind: k}
	status := Inhabited
	if schema.Types != nil {
		way, always := b.brokenTypes(schema.Types)
		if always {
			return Empty
		}
		if way != nil {
			status = Unknown
		}
	}
	if schema.Enum != nil || schema.Const != nil {
		if !someOf(schema, k) {
			return Empty
		}
		status = Unknown
	}
	if s.speaksOf(schema, k) {
		status = Unknown
	}
	for _, ref := range judge.Refs(schema) {
		if ref.Target == nil || ref.Dynamic {
			status = judge.Both(status, Unknown)
			continue
		}
		status = judge.Both(status, s.truth(ref.Target, k))
	}
	if c := schema.Compose; c != nil {
		status = judge.Both(status, s.glanceComposition(c, k))
	}
	return status
}

// someOf reports whether an enum or const has a value of a kind.
func someOf(schema *api.Schema, k kind) bool {
	if schema.Const != nil && judge.KindOf(schema.Const.Value) != k {
		return false
	}
	for _, e := range schema.Enum {
		if judge.KindOf(e.Value) == k {
			return true
		}
	}
	return schema.Enum == nil
}

func (s *Solver) glanceComposition(c *api.Composition, k kind) Status {
	status := Inhabited
	for _, part := range c.AllOf {
		status = judge.Both(status, s.truth(part, k))
	}
	if c.AnyOf != nil {
		some := Empty
		for _, part := range c.AnyOf {
			switch s.truth(part, k) {
			case Inhabited:
				some = Inhabited
			case Unknown:
				if some == Empty {
					some = Unknown
				}
			}
		}
		status = judge.Both(status, some)
	}
	if c.OneOf != nil {
		status = judge.Both(status, s.glanceOneOf(c.OneOf, k))
	}
	if c.Not != nil {
		status = judge.Both(status, judge.Negate(s.truth(c.Not, k)))
	}
	if c.If != nil && (c.Then != nil || c.Else != nil) {
		status = judge.Both(status, Unknown)
	}
	return status
}

func (s *Solver) glanceOneOf(parts []*api.Schema, k kind) Status {
	yes, open := 0, 0
	for _, part := range parts {
		switch s.truth(part, k) {
		case Inhabited:
			yes++
		case Unknown:
			open++
		}
	}
	switch {
	case yes > 1, yes+open == 0:
		return Empty
	case yes == 1 && open == 0:
		return Inhabited
	}
	return Unknown
}

// speaksOf reports whether a schema has keywords for values of a kind.
func (s *Solver) speaksOf(schema *api.Schema, k kind) bool {
	switch k {
	case numbers:
		return schema.Number != nil || schema.Format != "" && s.judge.Asserts(schema.Format, true)
	case texts:
		return schema.String != nil || schema.Format != "" && s.judge.Asserts(schema.Format, false)
	case arrays:
		return schema.Array != nil
	case objects:
		return schema.Object != nil
	}
	return false
}
