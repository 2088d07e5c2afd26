package annotations

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/schemas"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

// Found is what schemas say otherwise beside their constraints.
type Found struct {
	Changes []schemas.Ranked
	Pairs   []Pair  // every pair of schemas that was met
	Renamed []Match // components that have another name at the same places
}

// A Pair is a schema of each document that stand at the same place.
type Pair struct{ Old, New *api.Schema }

// A Match is a schema of the old document and the one of the new document at the same place.
type Match struct {
	Old, New         *api.Schema
	OldName, NewName string // of components
}

// A Start is a pair of places to begin at.
type Start struct {
	Old, New *api.Schema
	Rank     int
}

// Components are the named schemas of both documents.
type Components struct{ Old, New map[*api.Schema]string }

// Compare compares the annotations of all schemas below starts, and of components of one name.
func Compare(starts []Start, components Components, solver schemas.Solver) Found {
	w := &walker{
		components: components, solver: solver, seen: map[*api.Schema]*api.Schema{}, again: map[pair]bool{}, renamed: map[pair]bool{},
		oldNames: nameSet(components.Old), newNames: nameSet(components.New),
	}
	for _, s := range starts {
		w.rank = s.Rank
		w.meet(s.Old, s.New)
	}
	return w.out
}

func nameSet(components map[*api.Schema]string) map[string]bool {
	set := map[string]bool{}
	for _, name := range components {
		set[name] = true
	}
	return set
}

// A walker is one comparison.
type walker struct {
	components         Components
	solver             schemas.Solver
	oldNames, newNames map[string]bool
	seen               map[*api.Schema]*api.Schema // by the schema of the old document: the first it was met with
	again              map[pair]bool               // the other pairs that were met
	renamed            map[pair]bool
	rank               int
	out                Found
}

// meet compares a pair and all below it.
func (w *walker) meet(old, new *api.Schema) {
	todo := []pair{{old: old, new: new}}
	for len(todo) > 0 {
		p := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if p.old == nil || p.new == nil || !w.first(p) {
			continue
		}
		if inner := w.layers(p); inner != nil {
			todo = append(todo, *inner)
			continue
		}
		w.out.Pairs = append(w.out.Pairs, Pair{p.old, p.new})
		w.names(p)
		if !p.told {
			w.texts(p)
		}
		next := w.below(p)
		slices.Reverse(next)
		todo = append(todo, next...)
	}
}

// first reports whether a pair is new, and notes it.
func (w *walker) first(p pair) bool {
	if met := w.seen[p.old]; !p.told && (met == nil || met == p.new) {
		w.seen[p.old] = p.new
		return met == nil
	}
	if w.again[p] {
		return false
	}
	w.again[p] = true
	return true
}

// A pair is a schema of each document that stand at the same place.
type pair struct {
	old, new *api.Schema
	told     bool // what the pair itself says is compared already
}

// names notes a component that has another name at the same place.
func (w *walker) names(p pair) {
	from, to := w.components.Old[p.old], w.components.New[p.new]
	if from == "" || to == "" || from == to || w.newNames[from] || w.oldNames[to] || w.renamed[p] {
		return
	}
	w.renamed[p] = true
	w.out.Renamed = append(w.out.Renamed, Match{p.old, p.new, from, to})
}

// layers compares schemas of which one has more wrappers than the other: what all of them say together, and then what they wrap without
// its words. It returns nil if both have the same. Components speak for themselves.
func (w *walker) layers(p pair) *pair {
	from, to := chain(p.old), chain(p.new)
	if len(from) == len(to) || p.told {
		return nil
	}
	w.names(p)
	inner := pair{old: from[len(from)-1], new: to[len(to)-1], told: true}
	if w.components.Old[inner.old] != "" && w.components.New[inner.new] != "" {
		from, to, inner.told = from[:len(from)-1], to[:len(to)-1], false
	}
	w.texts(pair{old: together(from, p.old), new: together(to, p.new)})
	return &inner
}

// chain returns a schema and those that it only wraps, outermost first: by a reference, or by an allOf of one.
func chain(s *api.Schema) []*api.Schema {
	list := []*api.Schema{s}
	for len(list) < maxLayers {
		last := list[len(list)-1]
		var next *api.Schema
		switch {
		case last.Ref != nil && !last.Ref.Dynamic:
			next = last.Ref.Target
		case last.Compose != nil && len(last.Compose.AllOf) == 1 && isWrapper(last):
			next = last.Compose.AllOf[0]
		}
		if next == nil || slices.Contains(list, next) {
			return list
		}
		list = append(list, next)
	}
	return list
}

// maxLayers is how many wrappers are looked through.
const maxLayers = 1000

// isWrapper reports whether a schema says nothing beside its allOf.
func isWrapper(s *api.Schema) bool {
	return s.Types == nil && s.Enum == nil && s.Const == nil && s.Number == nil && s.String == nil && s.Array == nil && s.Object == nil &&
		s.Compose.AnyOf == nil && s.Compose.OneOf == nil && s.Compose.Not == nil && s.Compose.If == nil
}

// together joins what the schemas of a chain say: the outermost has the last word.
func together(chain []*api.Schema, at *api.Schema) *api.Schema {
	joined := &api.Schema{Pos: at.Pos}
	var meta api.Annotations
	for _, s := range chain {
		if s.Meta != nil {
			meta.Title, meta.Description = cmp.Or(meta.Title, s.Meta.Title), cmp.Or(meta.Description, s.Meta.Description)
			meta.Deprecated = meta.Deprecated || s.Meta.Deprecated
			if meta.Default == nil {
				meta.Default = s.Meta.Default
			}
			if meta.Examples == nil {
				meta.Examples = s.Meta.Examples
			}
		}
		joined.Extensions = append(joined.Extensions, s.Extensions...)
		joined.Marks = append(joined.Marks, s.Marks...)
	}
	joined.Meta = &meta
	return joined
}

// below returns the pairs inside of a pair: children by keyword and name, and where references lead.
func (w *walker) below(p pair) (list []pair) {
	switch from, to := refOf(p.old), refOf(p.new); {
	case from != nil && to != nil:
		list = append(list, pair{old: from, new: to})
	case from != nil:
		list = append(list, pair{old: from, new: p.new}) // what was a component stands here now
	case to != nil:
		list = append(list, pair{old: p.old, new: to})
	}
	type key struct {
		keyword api.Keyword
		name    string
		index   int
	}
	byKey := map[key]*api.Schema{}
	for c := range p.old.Children() {
		byKey[key{c.Keyword, c.Name, c.Index}] = c.Schema
	}
	if from, to := p.old.Compose, p.new.Compose; from != nil && to != nil {
		for _, lists := range [][2][]*api.Schema{{from.AnyOf, to.AnyOf}, {from.OneOf, to.OneOf}} {
			for _, m := range schemas.MatchAlternatives(w.solver, lists[0], lists[1]) {
				list = append(list, pair{old: m[0], new: m[1]})
			}
		}
	}
	list = append(list, parts(p)...)
	for c := range p.new.Children() {
		if c.Keyword == api.KwAllOf || c.Keyword == api.KwAnyOf || c.Keyword == api.KwOneOf {
			continue
		}
		if old := byKey[key{c.Keyword, c.Name, c.Index}]; old != nil && c.Keyword != api.KwDefs {
			list = append(list, pair{old: old, new: c.Schema})
		}
	}
	return list
}

// parts pairs the parts of allOf: those that refer to the same, those with the same keywords, and the others one after the other.
func parts(p pair) (list []pair) {
	if p.old.Compose == nil || p.new.Compose == nil {
		return nil
	}
	old, new := slices.Clone(p.old.Compose.AllOf), slices.Clone(p.new.Compose.AllOf)
	for i, alike := range []func(a, b *api.Schema) bool{sameReference, sameKeywords, func(_, _ *api.Schema) bool { return true }} {
		if i > 0 && (slices.ContainsFunc(old, isReference) || slices.ContainsFunc(new, isReference)) { // it may stand in place now: the order says more
			alike = func(_, _ *api.Schema) bool { return true }
		}
		new = slices.DeleteFunc(new, func(b *api.Schema) bool {
			i := slices.IndexFunc(old, func(a *api.Schema) bool { return alike(a, b) })
			if i >= 0 {
				list = append(list, pair{old: old[i], new: b})
				old = slices.Delete(old, i, i+1)
			}
			return i >= 0
		})
	}
	return list
}

func isReference(s *api.Schema) bool { return s.Ref != nil }

func sameReference(a, b *api.Schema) bool {
	return a.Ref != nil && b.Ref != nil && a.Ref.Text == b.Ref.Text
}

func sameKeywords(a, b *api.Schema) bool { return slices.Equal(keywords(a), keywords(b)) }

// keywords returns the keywords that a schema has, sorted.
func keywords(s *api.Schema) (list []api.Keyword) {
	for _, m := range s.Marks {
		list = append(list, m.Keyword)
	}
	slices.Sort(list)
	return list
}

func refOf(s *api.Schema) *api.Schema {
	if s.Ref == nil {
		return nil
	}
	return s.Ref.Target
}

// texts compares the annotations of one pair.
func (w *walker) texts(p pair) {
	from, to := annotations(p.old), annotations(p.new)
	text := func(k api.Keyword, old, new string) {
		if old != new {
			sentence := texts.Reworded(old, new)
			if k != api.KwDescription || !strings.Contains(sentence, " → ") {
				sentence = k.String() + ": " + sentence
			}
			w.add(p, k.String(), k, sentence)
		}
	}
	text(api.KwTitle, from.Title, to.Title)
	text(api.KwDescription, from.Description, to.Description)
	if !sameLiterals(from.Examples, to.Examples) {
		w.add(p, "examples", api.KwExamples, fmt.Sprintf("examples: %d → %d", len(from.Examples), len(to.Examples)))
	}
	if from.Deprecated != to.Deprecated {
		w.add(p, "deprecated-changed", api.KwDeprecated, map[bool]string{true: "now deprecated", false: "no longer deprecated"}[to.Deprecated])
	}
	if !sameLiteral(from.Default, to.Default) {
		c := w.add(p, "default-changed", api.KwDefault, "default "+texts.OrNone(literal(from.Default))+" → "+texts.OrNone(literal(to.Default)))
		c.Facts = change.Facts{Old: texts.OrNone(literal(from.Default)), New: texts.OrNone(literal(to.Default))}
	}
	w.discriminator(p)
	w.content(p)
	w.extensions(p)
}

// content compares how strings are to be read, which forbids none of them.
func (w *walker) content(p pair) {
	var from, to api.ContentRules
	if p.old.Content != nil {
		from = *p.old.Content
	}
	if p.new.Content != nil {
		to = *p.new.Content
	}
	told := func(k api.Keyword, old, new string) {
		if old != new {
			c := w.add(p, "content-changed", k, k.String()+" "+texts.OrNone(old)+" → "+texts.OrNone(new))
			c.Facts = change.Facts{Name: k.String(), Old: texts.OrNone(old), New: texts.OrNone(new)}
			c.Advice.Why = "It says how to read a string, and forbids none. Those who read what is inside get something else."
		}
	}
	told(api.KwContentEncoding, from.Encoding, to.Encoding)
	told(api.KwContentMediaType, from.MediaType, to.MediaType)
	told(api.KwContentSchema, presence(from.Schema), presence(to.Schema))
}

// presence is the word for a schema that is there. What changes inside is not told: nobody is held to it.
func presence(s *api.Schema) string {
	if s == nil {
		return ""
	}
	return "a schema"
}

func annotations(s *api.Schema) api.Annotations {
	if s.Meta == nil {
		return api.Annotations{}
	}
	return *s.Meta
}

func literal(l *api.Literal) string {
	if l == nil {
		return ""
	}
	return api.JSON(l.Value)
}

func sameLiteral(a, b *api.Literal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return api.Equal(a.Value, b.Value)
}

func sameLiterals(a, b []api.Literal) bool {
	return slices.EqualFunc(a, b, func(x, y api.Literal) bool { return api.Equal(x.Value, y.Value) })
}

// extensions compares members that begin with x-. Those of the generator are no documentation.
func (w *walker) extensions(p pair) {
	for _, name := range schemas.Merged(extensionNames(p.old), extensionNames(p.new)) {
		from, to := p.old.Extension(name), p.new.Extension(name)
		if api.Equal(from, to) {
			continue
		}
		rule := "extensions"
		if api.ChangesGo(name) {
			rule = "go-extension-changed"
		}
		c := w.add(p, rule, api.KwUnknown, name+": "+valueOrNone(from)+" → "+valueOrNone(to))
		locate(p.old, name, &c.Old)
		locate(p.new, name, &c.New)
		c.Facts = change.Facts{Name: name, Old: valueOrNone(from), New: valueOrNone(to)}
	}
}

// locate gives a side the position of an extension, if the schema has it.
func locate(s *api.Schema, name string, out *change.Side) {
	for _, e := range s.Extensions {
		if e.Name == name {
			out.Pos, out.Present = e.Pos, true
		}
	}
}

func extensionNames(s *api.Schema) (names []string) {
	for _, e := range s.Extensions {
		names = append(names, e.Name)
	}
	return names
}

func valueOrNone(v api.Value) string {
	if v == nil {
		return "none"
	}
	if s, ok := v.(api.String); ok {
		return string(s)
	}
	return api.JSON(v)
}

func (w *walker) add(p pair, rule string, k api.Keyword, sentence string) *change.Change {
	c := change.Change{Rule: rule, Sentence: sentence, Old: side(p.old, k), New: side(p.new, k)}
	w.out.Changes = append(w.out.Changes, schemas.Ranked{Change: c, Rank: w.rank, At: p.new})
	return &w.out.Changes[len(w.out.Changes)-1].Change
}

func side(s *api.Schema, k api.Keyword) change.Side {
	if m := s.Written(k); m != nil && k != api.KwUnknown {
		return change.Side{Present: true, Pos: s.At(k)}
	}
	return change.Side{Pos: s.Pos}
}
