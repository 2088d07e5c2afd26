package schemas

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// A verdict is what an edit does to the messages of one direction.
type verdict struct {
	verdict change.Verdict
	witness *change.Witness
	why     string
}

// asks returns the claim that decides a direction, and the other one.
func (e *edit) asks(dir change.Direction) (decides, other claim) {
	if dir == change.Request {
		return e.narrow, e.widen
	}
	return e.widen, e.narrow
}

// judge says what an edit does in a direction, from the groups that reach it.
func (w *walker) judge(e *edit, dir change.Direction, groups []*group) verdict {
	v := w.judgeOne(e, dir, groups)
	if e.with != nil {
		if other := w.judgeOne(e.with, dir, groups); worse(other.verdict, v.verdict) || v.why == "" && other.verdict == v.verdict {
			return other
		}
	}
	return v
}

func (w *walker) judgeOne(e *edit, dir change.Direction, groups []*group) verdict {
	var v verdict
	decides, other := e.asks(dir)
	mild := func() change.Verdict {
		if w.alive(e, other, dir, groups) {
			return change.Compatible
		}
		return change.Equal
	}
	switch {
	case decides.answer.Status == sets.Empty:
		v.verdict = mild()
	case decides.answer.Status == sets.Unknown:
		v.verdict, v.why = w.unproved(e, groups, mild, decides.answer.Why)
	case e.open && !w.settings.Strict:
		v.verdict = change.Compatible
		v.why = openWhy(dir, e, decides.answer.Value)
	default:
		v.verdict, v.witness, v.why = w.prove(e, decides, groups, mild)
	}
	return v
}

// alive reports whether any message can show the claim of the other direction: a place may be dead, such as the items of an array
// that is always empty.
func (w *walker) alive(e *edit, other claim, dir change.Direction, groups []*group) bool {
	if other.answer.Status == sets.Empty {
		return false
	}
	for _, g := range groups {
		if w.differs(g).answer.Status == sets.Empty {
			continue
		}
		if other.answer.Status == sets.Unknown {
			return true
		}
		inner := &api.Schema{Const: &api.Literal{Value: other.answer.Value}}
		if w.whole(g, g.negative(), lit(w.pin(g, e.at, inner, dir == change.Response))).Status != sets.Empty {
			return true
		}
		if w.isTold(g, e.at) && w.whole(g, g.negative(), lit(w.pin(g, e.at, other.shown(), dir == change.Response)), not(w.reading(g.positive(), g.root.text))).Status != sets.Empty {
			return true
		}
	}
	return false
}

// shown is a schema of values that show a claim.
func (c claim) shown() *api.Schema {
	inner := &api.Schema{Compose: &api.Composition{Not: c.breaks}}
	if c.also != nil {
		inner = lists.Join([]*api.Schema{inner, c.also})
	}
	return inner
}

// isTold reports whether the way to a node leads through an alternative: a value that was found for it alone may have the tag of another.
func (w *walker) isTold(g *group, n *node) bool {
	return slices.ContainsFunc(w.path(g.root, n), func(s step) bool { return s.kind == toAlternative })
}

// unproved is for an edit of which nothing is known: it is harmless where the whole is proved.
func (w *walker) unproved(e *edit, groups []*group, mild func() change.Verdict, why string) (change.Verdict, string) {
	for _, g := range groups {
		if w.breaks(g).answer.Status != sets.Empty {
			return change.Unknown, why
		}
	}
	return mild(), ""
}

func openWhy(dir change.Direction, e *edit, v api.Value) string {
	text := "Compatible by the rule for open objects (objects: open). "
	name := e.subject
	if e.rule == "member-replaced" {
		name = e.facts.New
	}
	if dir == change.Request {
		return text + "Who already sends something else as " + name + " breaks, such as " + lists.Spaced(v) +
			"; objects: strict calls this breaking."
	}
	return text + "A response " + lists.Spaced(v) + " would be new; objects: strict calls this breaking."
}

// prove looks for a whole message that shows that an edit breaks. A change that no message can show is none.
func (w *walker) prove(e *edit, c claim, groups []*group, mild func() change.Verdict) (change.Verdict, *change.Witness, string) {
	unknown := ""
	for _, g := range w.nearest(e.at, groups) {
		if w.breaks(g).answer.Status == sets.Empty {
			continue // the whole does not break here
		}
		why := "" // the last lift decides what is known
		for _, lift := range lifts(g) {
			answer := lift(w, g, e, c)
			if why = answer.Why; answer.Status != sets.Inhabited {
				continue
			}
			witness, problem := w.check(g, answer.Value, e)
			if witness != nil {
				return change.Breaking, witness, ""
			}
			why = problem
		}
		if why != "" {
			unknown = why
		}
	}
	if unknown != "" {
		return change.Unknown, nil, unknown
	}
	return mild(), nil, ""
}

// nearest sorts groups by the way to a node, so that the smallest message is tried first.
func (w *walker) nearest(n *node, groups []*group) []*group {
	list, far := slices.Clone(groups), w.ways.Distances(n.id)
	slices.SortStableFunc(list, func(a, b *group) int { return far[a.root.id] - far[b.root.id] })
	return list
}

// A lift looks for a whole value that shows a claim about a place in it.
type lift func(*walker, *group, *edit, claim) sets.Answer

func lifts(g *group) []lift {
	if g.root.text {
		return []lift{liftAlone, liftValue, liftBreak, liftFilled, liftWords}
	}
	return []lift{liftAlone, liftValue, liftBreak}
}

// liftValue puts the value of a claim into a whole value.
func liftValue(w *walker, g *group, e *edit, c claim) sets.Answer {
	inner := &api.Schema{Const: &api.Literal{Value: c.answer.Value}}
	return w.whole(g, g.positive(), lit(w.pin(g, e.at, inner, g.dir == change.Request)))
}

// liftBreak looks for a whole value that breaks the constraint at the place, and that the other side rejects.
func liftBreak(w *walker, g *group, e *edit, c claim) sets.Answer { return w.liftBreak(g, e, c) }

// liftFilled is liftBreak for values that are no empty text: not everywhere can that be written.
func liftFilled(w *walker, g *group, e *edit, c claim) sets.Answer {
	return w.liftBreak(g, e, c, lit(lists.Filled()))
}

// liftWords is liftBreak for values of which no part is a number or a boolean: a text of many such parts has more readings than can be
// judged.
func liftWords(w *walker, g *group, e *edit, c claim) sets.Answer {
	return w.liftBreak(g, e, c, lit(lists.Words()))
}

func (w *walker) liftBreak(g *group, e *edit, c claim, also ...sets.Lit) sets.Answer {
	inner := c.shown()
	negative := g.negative()
	if !w.settings.Strict {
		negative = w.loosened(negative)
	}
	also = append(also, lit(w.pin(g, e.at, inner, g.dir == change.Request)), not(w.reading(negative, g.root.text)))
	return w.whole(g, g.positive(), also...)
}

// pin is a schema of whole values that have a certain value at a place, by the alternatives of one side.
func (w *walker) pin(g *group, n *node, inner *api.Schema, old bool) *api.Schema {
	steps := w.path(g.root, n)
	for i := len(steps) - 1; i >= 0; i-- {
		switch s := steps[i]; s.kind {
		case toMember:
			inner = &api.Schema{Types: []api.Type{api.TypeObject}, Object: &api.ObjectRules{
				Required:   []api.Required{{Name: s.name}},
				Properties: []api.Named[*api.Schema]{{Name: s.name, Value: inner}},
			}}
		case toItem:
			least := api.Int(int64(s.index + 1))
			rules := &api.ArrayRules{MinItems: &least}
			for range s.index {
				rules.PrefixItems = append(rules.PrefixItems, w.anything)
			}
			rules.PrefixItems = append(rules.PrefixItems, inner)
			inner = &api.Schema{Types: []api.Type{api.TypeArray}, Array: rules}
		case toAlternative:
			alternative := s.new
			if old {
				alternative = s.old
			}
			inner = lists.Join([]*api.Schema{inner, w.reading(alternative, g.root.text)})
		}
	}
	return inner
}

// check asks the judge of a root about a value. The place of the change must be among the errors: one of another change proves
// nothing.
func (w *walker) check(g *group, v api.Value, e *edit) (witness *change.Witness, problem string) {
	place := pointer(w.path(g.root, e.at))
	for _, r := range g.roots {
		if r.Check == nil {
			continue
		}
		p := r.Check(v)
		if p.Problem != "" {
			problem = p.Problem
			continue
		}
		accepts, rejects := p.Old, p.New
		if g.dir == change.Response {
			accepts, rejects = p.New, p.Old
		}
		if !accepts || rejects {
			problem = "the value that was found does not show it"
			continue
		}
		for _, at := range p.Places {
			if at == place || strings.HasPrefix(at, place+"/") || place == "" {
				p.Witness.At = place
				return &p.Witness, ""
			}
		}
		problem = "another change rejects the value that was found"
	}
	return nil, problem
}

// pointer is the JSON pointer of a place, up to the first union: what is wrong inside of one is told there.
func pointer(steps []step) string {
	text := ""
	for _, s := range steps {
		switch s.kind {
		case toMember:
			text += "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(s.name)
		case toItem:
			text += "/" + strconv.Itoa(s.index)
		case toAlternative:
			return text
		}
	}
	return text
}
