package schemas

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

// A comparison is one pair while it is compared.
type comparison struct {
	*walker
	n        *node
	old, new *shape
	// values of both sides, read before unions are compared: a oneOf of constants is an enumeration
	oldValues, newValues []api.Value
	oldListed, newListed bool
	retyped              *edit // of the types, nil for none
}

// compare finds what differs in a pair.
func (w *walker) compare(n *node) {
	c := &comparison{walker: w, n: n, old: w.shape(n.old), new: w.shape(n.new)}
	if c.dangling() {
		return
	}
	c.oldValues, c.oldListed = c.old.values()
	c.newValues, c.newListed = c.new.values()
	if c.split() {
		if !c.n.text {
			c.null(c.typing())
		}
		c.unions()
		return
	}
	if c.kinds() {
		return // nothing in common: what else differs says nothing
	}
	c.enumeration()
	for _, k := range limitKinds() {
		c.limit(k)
	}
	c.members()
	c.pairUp()
	c.items()
	c.unions()
	c.heirs()
	c.rest()
}

// dangling reports whether a reference of one side leads nowhere: nothing can be compared.
func (c *comparison) dangling() bool {
	from, to := c.old.dangling(), c.new.dangling()
	if from == nil && to == nil {
		return false
	}
	unknown := claim{answer: sets.Answer{Status: sets.Unknown, Why: "A reference leads nowhere, so the schemas cannot be compared."}}
	e := &edit{rule: "reference-changed", narrow: unknown, widen: unknown, sentence: "the reference leads nowhere"}
	e.old, e.new = change.Side{Pos: c.n.old.Pos, Present: true, Value: refWords(from)}, change.Side{Pos: c.n.new.Pos, Present: true, Value: refWords(to)}
	switch {
	case to == nil:
		e.sentence = "the reference led nowhere before"
	case from == nil:
		e.sentence = "the reference leads nowhere now"
	}
	e.facts = change.Facts{Old: e.old.Value, New: e.new.Value}
	c.add(e)
	return true
}

// dangling returns the part whose reference leads nowhere, nil for none.
func (sh *shape) dangling() *api.Schema {
	for _, p := range sh.parts {
		if p.Ref != nil && p.Ref.Target == nil {
			return p
		}
	}
	return nil
}

func refWords(s *api.Schema) string {
	if s == nil {
		return "a schema"
	}
	return s.Ref.Text
}

// add adds an edit, unless nothing differs.
func (c *comparison) add(e *edit) *edit {
	e.at = c.n
	c.n.edits = append(c.n.edits, e)
	return e
}

// sides returns the positions of a keyword, or of what would hold it.
func (c *comparison) sides(k api.Keyword, old, new string) (change.Side, change.Side) {
	return side(c.old, k, old), side(c.new, k, new)
}

func side(sh *shape, k api.Keyword, text string) change.Side {
	return sideIn(sh, sh.at(k), k, text)
}

// sideIn is side for a keyword of one part.
func sideIn(sh *shape, part *api.Schema, k api.Keyword, text string) change.Side {
	if part == nil || part.Written(k) == nil {
		return change.Side{Value: text, Present: sh.core().Form == api.FormFalse, Pos: sh.core().Pos}
	}
	return change.Side{Value: text, Present: true, Pos: part.At(k)}
}

// kinds compares the types and null. It reports whether the types have nothing in common.
func (c *comparison) kinds() (apart bool) {
	t := c.typing()
	if t.whole {
		return c.types(t)
	}
	if !t.chosen && ((t.from == nil) != (t.to == nil) || !slices.Equal(t.from, t.to)) {
		c.types(t)
	}
	if !c.n.text {
		c.null(t)
	}
	return false
}

// A typing is what both sides say about types.
type typing struct {
	from, to         []api.Type
	oldNull, newNull bool
	whole            bool // null is told with the types: one side says nothing about them, or all of it is gone
	chosen           bool // a union says which types there are, so that its alternatives tell what changed
}

func (c *comparison) typing() typing {
	t := typing{from: kindsOf(c.old), to: kindsOf(c.new), oldNull: c.takesNull(c.old), newNull: c.takesNull(c.new)}
	apart := lists.Disjoint(t.from, t.to) && len(t.from)+len(t.to) > 0
	t.chosen = (isChosen(c.old) || isChosen(c.new)) && !apart
	t.whole = !t.chosen && (t.from == nil) != (t.to == nil) && !c.oldListed && !c.newListed || apart
	if c.n.text {
		t.oldNull, t.newNull = false, false
	}
	return t
}

// isChosen reports whether a union, and nothing else, says which types a shape has.
func isChosen(sh *shape) bool { return typesOf(sh) == nil && kindsOf(sh) != nil }

// takesNull reports whether null is a value of a shape. Most have a part that names other types, which needs no solver.
func (c *comparison) takesNull(sh *shape) bool {
	for _, p := range sh.parts {
		if sh.others == 0 && p.Types != nil && !p.Has(api.TypeNull) {
			return false
		}
	}
	return c.solver.Find(lit(sh.schema), lit(&api.Schema{Types: []api.Type{api.TypeNull}})).Status == sets.Inhabited
}

func (c *comparison) types(t typing) (apart bool) {
	e := &edit{rule: "type-changed"}
	e.narrow, e.widen = c.claims(c.n.pair, lists.OnlyTypes(t.from, t.oldNull || !t.whole), lists.OnlyTypes(t.to, t.newNull || !t.whole))
	switch {
	case e.quiet():
	case e.widen.answer.Status == sets.Empty:
		e.rule = "type-narrowed"
	case e.narrow.answer.Status == sets.Empty:
		e.rule = "type-widened"
	}
	old, new := lists.TypeNames(t.from, t.whole && t.oldNull), lists.TypeNames(t.to, t.whole && t.newNull)
	e.old, e.new = typeSide(c.old, old), typeSide(c.new, new)
	e.facts = change.Facts{Old: old, New: new}
	e.sentence = old + " → " + new
	c.add(e)
	c.retyped = e
	return lists.Disjoint(t.from, t.to) && !e.quiet()
}

// typeSide is where a side says which types there are: where it forbids all, if it does.
func typeSide(sh *shape, text string) change.Side {
	for _, p := range sh.parts {
		if p.Form == api.FormFalse {
			return change.Side{Value: text, Present: true, Pos: p.Pos}
		}
	}
	for _, k := range []api.Keyword{api.KwType, api.KwOneOf, api.KwAnyOf} {
		if sh.has(k) {
			return side(sh, k, text)
		}
	}
	return side(sh, api.KwType, text)
}

// null compares whether null is allowed: by meaning, for there are many ways to say it.
func (c *comparison) null(t typing) {
	if t.oldNull == t.newNull {
		return
	}
	never := &api.Schema{Compose: &api.Composition{Not: &api.Schema{Types: []api.Type{api.TypeNull}}}}
	e := &edit{rule: "null-forbidden", narrow: nothing(), widen: nothing()}
	word := "null is no longer allowed: "
	if t.newNull {
		e.rule, word = "null-allowed", "null is allowed now: "
		e.widen = c.claim(c.n.pair, c.n.new, never, nil)
	} else {
		e.narrow = c.claim(c.n.pair, c.n.old, never, nil)
	}
	old, new := c.kindWords(t.from, c.oldListed, t.oldNull), c.kindWords(t.to, c.newListed, t.newNull)
	e.old, e.new = nullSide(c.old, t.oldNull, strings.ReplaceAll(old, " or ", ", ")), nullSide(c.new, t.newNull, strings.ReplaceAll(new, " or ", ", "))
	e.facts = change.Facts{Old: old, New: new, Type: lists.TypeNames(t.from, false)}
	e.sentence = word + old + " → " + new
	c.add(e)
}

func (c *comparison) kindWords(types []api.Type, listed, null bool) string {
	if types == nil && listed {
		if null {
			return "listed values or null"
		}
		return "listed values"
	}
	return lists.TypeNames(types, null)
}

// nullSide is where a side says whether null is allowed.
func nullSide(sh *shape, null bool, text string) change.Side {
	for _, p := range sh.parts {
		switch {
		case !null:
		case p.Written(api.KwNullable) != nil:
			return sideIn(sh, p, api.KwNullable, text)
		case p.Compose != nil && lists.BesideNull(p.Compose.AnyOf) != nil:
			return sideIn(sh, p, api.KwAnyOf, text)
		case p.Compose != nil && lists.BesideNull(p.Compose.OneOf) != nil:
			return sideIn(sh, p, api.KwOneOf, text)
		}
	}
	for _, k := range []api.Keyword{api.KwType, api.KwEnum, api.KwConst} {
		if sh.has(k) {
			return side(sh, k, text)
		}
	}
	return change.Side{Value: text, Present: true, Pos: sh.core().Pos}
}

// enumeration compares the values of enum, const, or a oneOf of constants.
func (c *comparison) enumeration() {
	if !c.oldListed && !c.newListed {
		return
	}
	if !c.oldListed && c.offers(c.old, c.n.new) || !c.newListed && c.offers(c.new, c.n.old) {
		return // the list is one alternative of the other side: the others are what changed
	}
	gone, came := lists.Without(c.oldValues, c.newValues), lists.Without(c.newValues, c.oldValues)
	if c.oldListed && c.newListed && len(gone)+len(came) == 0 {
		return
	}
	e := &edit{rule: "enum-narrowed"}
	e.narrow, e.widen = c.claims(c.n.pair, lists.OnlyValues(c.oldValues, c.oldListed), lists.OnlyValues(c.newValues, c.newListed))
	if !c.newListed || c.oldListed && len(gone) == 0 {
		e.rule = "enum-widened"
	}
	old, new := lists.ValueWords(c.oldValues, c.oldListed), lists.ValueWords(c.newValues, c.newListed)
	e.old, e.new = enumSide(c.old, came, old), enumSide(c.new, gone, new)
	e.facts = change.Facts{Old: old, New: new, Type: lists.TypeNames(typesOf(c.old), false)}
	if c.oldListed && c.newListed {
		e.facts.Gone, e.facts.Came = lists.JSONTexts(gone), lists.JSONTexts(came)
		e.sentence = lists.GoneAndCame(gone, came, c.oldValues, c.newValues)
	} else {
		e.sentence = c.anyWords(old, c.oldListed, c.old) + " → " + c.anyWords(new, c.newListed, c.new)
	}
	c.add(e)
}

// offers reports whether a shape has a schema as an alternative.
func (c *comparison) offers(sh *shape, s *api.Schema) bool {
	for _, u := range sh.unions {
		for _, alternative := range u.list {
			if c.solver.Same(alternative, s) {
				return true
			}
		}
	}
	return false
}

// enumSide is where a side lists its values: the part that lacks some of those, if several parts do.
func enumSide(sh *shape, lacks []api.Value, text string) change.Side {
	for _, p := range sh.parts {
		for _, k := range []api.Keyword{api.KwEnum, api.KwConst} {
			if p.Written(k) != nil && len(lacks) > 0 && !lists.Contains(ownValues(p), lacks[0]) {
				return sideIn(sh, p, k, text)
			}
		}
	}
	for _, k := range []api.Keyword{api.KwEnum, api.KwConst, api.KwOneOf, api.KwAnyOf} {
		if sh.has(k) {
			return side(sh, k, text)
		}
	}
	return side(sh, api.KwEnum, text)
}

func ownValues(p *api.Schema) []api.Value {
	list := lists.Literals(p.Enum)
	if p.Const != nil {
		list = append(list, p.Const.Value)
	}
	return list
}

// anyWords are the words for a side that lists no values.
func (c *comparison) anyWords(text string, listed bool, sh *shape) string {
	if listed {
		return text
	}
	return "any " + strings.TrimPrefix(lists.TypeNames(kindsOf(sh), false), "any ")
}

// limit compares one constraint of numbers, lengths, counts or texts.
func (c *comparison) limit(k limitKind) {
	from, to := k.read(c.old), k.read(c.new)
	if from.text == to.text {
		return
	}
	e := &edit{rule: k.rule(from, to)}
	e.narrow, e.widen = c.claims(c.n.pair, from.only, to.only)
	if e.rule == k.stricter && e.narrow.answer.Status == sets.Empty && e.widen.is() {
		e.rule = k.less // by meaning: a pattern that takes more
	}
	if k.name == "format" && c.retyped != nil && !hasText(c.old, from) && !hasText(c.new, to) {
		c.tellWithType(e, from, to)
		return
	}
	e.old, e.new = limitSide(c.old, from), limitSide(c.new, to)
	e.facts = change.Facts{Old: texts.OrNone(from.text), New: texts.OrNone(to.text), Type: lists.TypeNames(typesOf(c.new), false)}
	e.sentence = k.name + " " + texts.OrNone(from.text) + " → " + texts.OrNone(to.text)
	c.add(e)
}

func limitSide(sh *shape, l limit) change.Side {
	if l.text == "" {
		return change.Side{Pos: sh.core().Pos}
	}
	return sideIn(sh, l.part, l.keyword, l.text)
}

// hasText reports whether a format is one of strings, for all that its side says.
func hasText(sh *shape, format limit) bool {
	types := kindsOf(sh)
	return format.text != "" && (types == nil || slices.Contains(types, api.TypeString))
}

// tellWithType tells another format of numbers with the type that it goes with: number (double) → integer. The verdict is that of both.
func (c *comparison) tellWithType(e *edit, from, to limit) {
	e.at, c.retyped.with = c.n, e
	old, new := &c.retyped.facts.Old, &c.retyped.facts.New
	for text, l := range map[*string]limit{old: from, new: to} {
		if l.text != "" {
			*text += " (" + l.text + ")"
		}
	}
	c.retyped.old.Value, c.retyped.new.Value, c.retyped.sentence = *old, *new, *old+" → "+*new
}
