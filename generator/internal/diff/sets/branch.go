package sets

import (
	"github.com/oas2go/oas2go/generator/internal/diff/judge"
	"maps"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A layer is a map that sees another one below itself, so that branches share what they have in common.
type layer[K comparable, V any] struct {
	own   map[K]V
	below *layer[K, V]
	depth int
}

func (l *layer[K, V]) get(k K) (v V, ok bool) {
	for ; l != nil; l = l.below {
		if v, ok = l.own[k]; ok {
			return v, true
		}
	}
	return v, false
}

func (l *layer[K, V]) set(k K, v V) {
	if l.own == nil {
		l.own = map[K]V{}
	}
	l.own[k] = v
}

// on returns an empty layer on l, which must not change any more. Many thin layers become one.
func (l *layer[K, V]) on() layer[K, V] {
	if len(l.own) == 0 && l.below != nil {
		return layer[K, V]{below: l.below, depth: l.depth}
	}
	if l.depth < 12 {
		return layer[K, V]{below: l, depth: l.depth + 1}
	}
	flat := map[K]V{}
	l.flatten(flat)
	return layer[K, V]{own: flat}
}

func (l *layer[K, V]) flatten(into map[K]V) {
	if l == nil {
		return
	}
	l.below.flatten(into)
	maps.Copy(into, l.own)
}

// A branch is a conjunction of demands on values of one kind, with the choices that are still open.
type branch struct {
	r       *run
	f       *frame
	kind    kind
	seen    layer[int32, bool] // the schemas of the conjunction, by class: whether negated
	clauses []clause
	unlike  []api.Value
	listed  bool // the value is one of values
	values  []api.Value
	unsure  string // why a demand cannot be judged
	facts
}

// facts are the demands of each kind.
type facts struct {
	number numberFacts
	text   textFacts
	array  arrayFacts
	object objectFacts
}

// A clause is a choice: all demands of one of the alternatives.
type clause []alternative

type alternative []demand

// fork returns a copy of b that may change. b must not change any more.
func (b *branch) fork() *branch {
	c := *b
	c.seen = b.seen.on()
	c.object.fork(&b.object)
	c.clauses = append([]clause(nil), b.clauses...)
	return &c
}

// add adds demands; false if they contradict what is there.
func (b *branch) add(demands ...term) bool {
	for _, d := range demands {
		if !d.apply(b) {
			return false
		}
	}
	return true
}

// take adds the demands of an alternative.
func (b *branch) take(a alternative) bool {
	for _, d := range a {
		if !d.apply(b) {
			return false
		}
	}
	return true
}

func (b *branch) addClause(c clause) bool {
	switch len(c) {
	case 0:
		return false
	case 1:
		return b.take(c[0])
	}
	b.clauses = append(b.clauses, c)
	return true
}

// search decides the open choices one by one.
func (b *branch) search() Answer {
	if !b.r.step() {
		return Answer{Why: tooMany}
	}
	if b.listed {
		return b.r.among(b.f, b.values)
	}
	if !b.simplify() {
		return Answer{Status: Empty}
	}
	if b.listed {
		return b.r.among(b.f, b.values)
	}
	if len(b.clauses) == 0 {
		return b.solve()
	}
	at := b.narrowest()
	if b.kind == objects && len(b.clauses) > 1 && !b.clauses[at].betweenSchemas() {
		if changed, ok := b.lookInto(); !ok {
			return Answer{Status: Empty}
		} else if changed {
			return b.search()
		}
	}
	c := b.clauses[at]
	b.clauses = append(b.clauses[:at:at], b.clauses[at+1:]...)
	why := ""
	for _, alt := range c {
		next := b.fork()
		if !next.take(alt) || !next.promising() {
			continue
		}
		switch a := next.search(); a.Status {
		case Inhabited:
			return a
		case Unknown:
			why = a.Why
		}
		if b.r.steps > b.r.limit {
			return Answer{Why: tooMany}
		}
	}
	if why != "" {
		return Answer{Why: why}
	}
	return Answer{Status: Empty}
}

// simplify drops choices that are made and alternatives that are gone, until nothing changes; false if a choice has none left.
func (b *branch) simplify() bool {
	for changed := true; changed; {
		changed = false
		open := b.clauses
		b.clauses = nil
		for i, c := range open {
			left, made := b.prune(c)
			if made {
				continue
			}
			if len(left) == 0 {
				return false
			}
			if len(left) > 1 {
				b.clauses = append(b.clauses, left)
				continue
			}
			b.clauses = append(b.clauses, open[i+1:]...) // before take, which may add more
			if !b.take(left[0]) || b.listed {
				return b.listed && len(b.values) > 0
			}
			changed = true
			break
		}
	}
	return b.promising()
}

// prune drops the alternatives that cannot be; made if one holds anyway.
func (b *branch) prune(c clause) (left clause, made bool) {
	for _, alt := range c {
		switch b.status(alt) {
		case Inhabited:
			return nil, true
		case Unknown:
			left = append(left, alt)
		}
	}
	return left, false
}

// status says whether an alternative holds anyway (Inhabited) or cannot be (Empty).
func (b *branch) status(alt alternative) Status {
	status := Inhabited
	for _, d := range alt {
		is := Unknown
		switch d := d.(type) {
		case lit:
			is = b.statusOf(d)
		case has:
			is = b.object.statusOf(d.name, true)
		case lacks:
			is = b.object.statusOf(d.name, false)
		}
		if is == Empty {
			return Empty
		}
		status = min(status, is)
	}
	if status == Inhabited && len(alt) > 0 {
		return Inhabited
	}
	return Unknown
}

func (b *branch) statusOf(l lit) Status {
	if not, ok := b.seen.get(l.class); ok && !l.moving {
		return judge.Truth(not == l.not)
	}
	status := b.r.s.truth(l.schema, b.kind)
	if l.not {
		return judge.Negate(status)
	}
	return status
}

// narrowest returns the choice with the fewest alternatives, of those between schemas if there are any: what the value is decides most of
// what it is not.
func (b *branch) narrowest() int {
	at, between := 0, false
	for i, c := range b.clauses {
		switch is := c.betweenSchemas(); {
		case is && !between:
			at, between = i, true
		case is == between && len(c) < len(b.clauses[at]):
			at = i
		}
	}
	return at
}

// betweenSchemas reports whether a choice is that of an anyOf or a oneOf.
func (c clause) betweenSchemas() bool {
	for _, alt := range c {
		if len(alt) == 0 {
			return false
		}
		if l, ok := alt[0].(lit); !ok || l.not {
			return false
		}
	}
	return true
}

// solve finds a value where no choice is open.
func (b *branch) solve() Answer {
	var a Answer
	switch b.kind {
	case numbers:
		a = b.solveNumber()
	case texts:
		a = b.solveText()
	case arrays:
		a = b.solveArray()
	case objects:
		a = b.solveObject()
	}
	if a.Status == Inhabited && b.unsure != "" && b.r.test(b.f, a.Value) != Inhabited {
		return Answer{Why: b.unsure}
	}
	return a
}
