package sets

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A run answers one question, by questions about parts of the value.
type run struct {
	s           *Solver
	steps       int
	limit       int
	applied     int // schemas taken apart; many of them are a step
	frames      []*frame
	busy        map[string]int         // the questions that are being asked, by depth
	provisional map[string]provisional // answers that hold while a question above them is being asked
	order       []string               // of provisional answers
}

// A provisional answer took the question at a depth as having no value.
type provisional struct {
	answer Answer
	low    int
}

// A frame is a question that is being asked.
type frame struct {
	terms  []term
	low    int // the least depth of a question that was taken as having no value
	tested map[string]Status
	doubt  string // why that there is no value is no proof
}

// The bounds of a run.
const (
	maxDepth = 400
	noDepth  = 1 << 30
)

const tooMany = "the search takes too many steps"

// step counts, and reports whether the run may go on.
func (r *run) step() bool {
	if r.steps++; r.applied > 30 {
		r.steps, r.applied = r.steps+r.applied/30, 0
	}
	return r.steps <= r.limit
}

// top is the question that is being asked.
func (r *run) top() *frame { return r.frames[len(r.frames)-1] }

// find answers a question about all terms.
func (r *run) find(terms []term) Answer {
	terms, key, ok := r.normal(terms)
	if !ok {
		return Answer{Status: Empty}
	}
	if a, known := r.s.memo[key]; known {
		return a
	}
	if p, known := r.provisional[key]; known {
		r.lower(p.low)
		return p.answer
	}
	if depth, busy := r.busy[key]; busy {
		r.lower(depth)
		return Answer{Status: Empty}
	}
	if len(r.frames) >= maxDepth {
		return Answer{Why: "the schemas are nested too deep"}
	}
	if !r.step() {
		return Answer{Why: tooMany}
	}
	depth, mark := len(r.frames), len(r.order)
	f := &frame{terms: terms, low: noDepth, tested: map[string]Status{}}
	r.busy[key] = depth
	r.frames = append(r.frames, f)
	a := r.compute(f)
	r.frames = r.frames[:depth]
	delete(r.busy, key)
	r.keep(key, a, f.low, depth, mark)
	return a
}

// lower notes for the question being asked that its answer depends on one at a depth.
func (r *run) lower(depth int) {
	if len(r.frames) > 0 {
		r.top().low = min(r.top().low, depth)
	}
}

// keep stores an answer. Answers below it, since mark, that took this question as empty are right if it is; else they are forgotten.
func (r *run) keep(key string, a Answer, low, depth, mark int) {
	switch {
	case a.Status == Inhabited:
		r.s.memo[key] = a
	case low < depth:
		r.lower(low)
	case r.steps <= r.limit:
		r.s.memo[key] = a
	}
	settled := low >= depth && a.Status == Empty
	if a.Status == Empty && low < depth {
		r.provisional[key] = provisional{a, low}
		r.order = append(r.order, key)
		return
	}
	for _, k := range r.order[mark:] {
		p, ok := r.provisional[k]
		if ok && settled {
			r.s.memo[k] = p.answer
		}
		delete(r.provisional, k)
	}
	r.order = r.order[:mark]
}

// normal sorts terms and drops repeated ones; ok is false if two of them contradict each other.
func (r *run) normal(terms []term) (sorted []term, key string, ok bool) {
	type keyed struct {
		key string
		t   term
	}
	list := make([]keyed, 0, len(terms))
	for _, t := range terms {
		if l, is := t.(lit); is {
			if l.schema.Form != api.FormObject {
				if (l.schema.Form == api.FormTrue) == l.not {
					return nil, "", false
				}
				continue
			}
			if !l.moving && slices.ContainsFunc(terms, func(o term) bool { m, is := o.(lit); return is && m.class == l.class && m.not != l.not }) {
				return nil, "", false
			}
		}
		list = append(list, keyed{t.key(), t})
	}
	slices.SortStableFunc(list, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	list = slices.CompactFunc(list, func(a, b keyed) bool { return a.key == b.key })
	var b strings.Builder
	for _, k := range list {
		sorted = append(sorted, k.t)
		b.WriteString(k.key)
		b.WriteByte('\n')
	}
	return sorted, b.String(), true
}

// compute answers the question of a frame.
func (r *run) compute(f *frame) Answer {
	for _, t := range f.terms {
		if values, ok := listed(t); ok {
			return r.among(f, values)
		}
	}
	why := ""
	if a := r.among(f, []api.Value{api.Null{}, api.Bool(false), api.Bool(true)}); a.Status == Inhabited {
		return a
	} else if a.Status == Unknown {
		why = a.Why
	}
	for _, k := range []kind{numbers, texts, arrays, objects} {
		b := &branch{r: r, f: f, kind: k, seen: layer[int32, bool]{}}
		if !b.add(f.terms...) {
			continue
		}
		switch a := b.search(); a.Status {
		case Inhabited:
			return a
		case Unknown:
			why = a.Why
		}
	}
	if why == "" {
		why = f.doubt
	}
	if why != "" {
		return Answer{Why: why}
	}
	return Answer{Status: Empty}
}

// listed returns the values of an enum or const that each value of a term is one of.
func listed(t term) ([]api.Value, bool) {
	l, ok := t.(lit)
	if !ok || l.not {
		return nil, false
	}
	s := l.schema
	for range 20 {
		switch {
		case s.Form != api.FormObject:
			return nil, false
		case s.Const != nil:
			return []api.Value{s.Const.Value}, true
		case s.Enum != nil:
			values := make([]api.Value, len(s.Enum))
			for i, e := range s.Enum {
				values[i] = e.Value
			}
			return values, true
		case s.Ref == nil || s.Ref.Dynamic || s.Ref.Target == nil:
			return nil, false
		}
		s = s.Ref.Target
	}
	return nil, false
}

// among answers the question if only some values come into question.
func (r *run) among(f *frame, values []api.Value) Answer {
	why := ""
	for _, v := range values {
		switch r.test(f, v) {
		case Inhabited:
			return Answer{Status: Inhabited, Value: v}
		case Unknown:
			why = "whether " + shortJSON(v) + " is valid"
		}
	}
	if why != "" {
		return Answer{Why: why}
	}
	return Answer{Status: Empty}
}

func shortJSON(v api.Value) string {
	text := api.JSON(v)
	if len(text) > 60 {
		text = text[:60] + "..."
	}
	return text
}

// test says whether a value is in all terms of a frame: Inhabited or Empty.
func (r *run) test(f *frame, v api.Value) Status {
	key := api.Canonical(v)
	if status, known := f.tested[key]; known {
		return status
	}
	r.steps++
	status := Inhabited
	for _, t := range f.terms {
		is := t.holds(r.s, v)
		if is == Empty {
			status = Empty
			break
		}
		status = min(status, is)
	}
	f.tested[key] = status
	return status
}
