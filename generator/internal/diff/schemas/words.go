package schemas

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

// Words compares what schemas say beside their constraints: titles, descriptions, examples, defaults, extensions, and their names.
// It walks the documents side by side from matched places, each pair once.
type Words struct {
	Changes []Ranked
	Pairs   []Match // every pair of schemas that was met
	Renamed []Match // components that have another name at the same places
}

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

// CompareWords compares the words of all schemas below starts, and of components of one name.
func CompareWords(starts []Start, components Components, solver Solver) Words {
	w := &wordWalk{components: components, alternatives: &comparison{walker: &walker{solver: solver}}, seen: map[pair]bool{}, oldNames: nameSet(components.Old), newNames: nameSet(components.New), renamed: map[pair]bool{}}
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

type wordWalk struct {
	components         Components
	alternatives       *comparison // matches them
	oldNames, newNames map[string]bool
	seen               map[pair]bool
	renamed            map[pair]bool
	rank               int
	out                Words
}

// meet compares a pair and all below it.
func (w *wordWalk) meet(old, new *api.Schema) {
	todo := []pair{{old: old, new: new}}
	for len(todo) > 0 {
		p := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if p.old == nil || p.new == nil || w.seen[p] {
			continue
		}
		w.seen[p] = true
		if inner := w.layers(p); inner != nil {
			todo = append(todo, *inner)
			continue
		}
		w.out.Pairs = append(w.out.Pairs, Match{Old: p.old, New: p.new})
		w.names(p)
		if !p.told {
			w.texts(p)
		}
		next := w.below(p)
		slices.Reverse(next)
		todo = append(todo, next...)
	}
}

// names notes a component that has another name at the same place.
func (w *wordWalk) names(p pair) {
	from, to := w.components.Old[p.old], w.components.New[p.new]
	if from == "" || to == "" || from == to || w.newNames[from] || w.oldNames[to] || w.renamed[p] {
		return
	}
	w.renamed[p] = true
	w.out.Renamed = append(w.out.Renamed, Match{p.old, p.new, from, to})
}

// layers compares schemas of which one has more wrappers than the other: what all of them say together, and then what they wrap without
// its words. It returns nil if both have the same. Components speak for themselves.
func (w *wordWalk) layers(p pair) *pair {
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
	for len(list) < maxParts {
		last := list[len(list)-1]
		var next *api.Schema
		switch {
		case last.Ref != nil && !last.Ref.Dynamic:
			next = last.Ref.Target
		case last.Compose != nil && len(last.Compose.AllOf) == 1 && shapeIsWrapper(last):
			next = last.Compose.AllOf[0]
		}
		if next == nil || slices.Contains(list, next) {
			return list
		}
		list = append(list, next)
	}
	return list
}

// shapeIsWrapper reports whether a schema says nothing beside its allOf.
func shapeIsWrapper(s *api.Schema) bool {
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
func (w *wordWalk) below(p pair) (list []pair) {
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
			matched, _, _ := w.alternatives.match(lists[0], lists[1])
			list = append(list, matched...)
		}
	}
	for c := range p.new.Children() {
		if c.Keyword == api.KwAnyOf || c.Keyword == api.KwOneOf {
			continue
		}
		if old := byKey[key{c.Keyword, c.Name, c.Index}]; old != nil && c.Keyword != api.KwDefs {
			list = append(list, pair{old: old, new: c.Schema})
		}
	}
	return list
}

func refOf(s *api.Schema) *api.Schema {
	if s.Ref == nil {
		return nil
	}
	return s.Ref.Target
}

// texts compares the annotations of one pair.
func (w *wordWalk) texts(p pair) {
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
		w.add(p, "example", api.KwExamples, fmt.Sprintf("examples: %d → %d", len(from.Examples), len(to.Examples)))
	}
	if from.Deprecated != to.Deprecated {
		w.add(p, "deprecated-changed", api.KwDeprecated, map[bool]string{true: "deprecated", false: "no longer deprecated"}[to.Deprecated])
	}
	if literal(from.Default) != literal(to.Default) {
		c := w.add(p, "default-changed", api.KwDefault, "default "+orNone(literal(from.Default))+" → "+orNone(literal(to.Default)))
		c.Facts = change.Facts{Old: orNone(literal(from.Default)), New: orNone(literal(to.Default))}
	}
	w.discriminator(p)
	w.content(p)
	w.extensions(p)
}

// content compares how strings are to be read, which forbids none of them.
func (w *wordWalk) content(p pair) {
	var from, to api.ContentRules
	if p.old.Content != nil {
		from = *p.old.Content
	}
	if p.new.Content != nil {
		to = *p.new.Content
	}
	told := func(k api.Keyword, old, new string) {
		if old != new {
			c := w.add(p, "content-changed", k, k.String()+" "+orNone(old)+" → "+orNone(new))
			c.Facts = change.Facts{Name: k.String(), Old: orNone(old), New: orNone(new)}
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

func sameLiterals(a, b []api.Literal) bool {
	return slices.EqualFunc(a, b, func(x, y api.Literal) bool { return api.Equal(x.Value, y.Value) })
}

// extensions compares members that begin with x-. Those of the generator are no documentation.
func (w *wordWalk) extensions(p pair) {
	for _, name := range merged(extensionNames(p.old), extensionNames(p.new)) {
		from, to := p.old.Extension(name), p.new.Extension(name)
		if api.Equal(from, to) {
			continue
		}
		rule := "extension"
		if strings.HasPrefix(name, "x-go-") || name == "x-enum-varnames" {
			rule = "go-name-changed"
		}
		c := w.add(p, rule, api.KwUnknown, name+": "+valueOrNone(from)+" → "+valueOrNone(to))
		for _, side := range []struct {
			s   *api.Schema
			out *change.Side
		}{{p.old, &c.Old}, {p.new, &c.New}} {
			for _, e := range side.s.Extensions {
				if e.Name == name {
					side.out.Pos, side.out.Present = e.Pos, true
				}
			}
		}
		c.Facts = change.Facts{Name: name, Old: valueOrNone(from), New: valueOrNone(to)}
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

func (w *wordWalk) add(p pair, rule string, k api.Keyword, sentence string) *change.Change {
	c := change.Change{Rule: rule, Sentence: sentence, Old: wordSide(p.old, k), New: wordSide(p.new, k)}
	w.out.Changes = append(w.out.Changes, Ranked{Change: c, Rank: w.rank, At: p.new})
	return &w.out.Changes[len(w.out.Changes)-1].Change
}

func wordSide(s *api.Schema, k api.Keyword) change.Side {
	if m := s.Written(k); m != nil && k != api.KwUnknown {
		return change.Side{Present: true, Pos: s.At(k)}
	}
	return change.Side{Pos: s.Pos}
}
