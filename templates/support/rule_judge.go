package support

import "slices"

// A rule is a schema, or the part of it that no Go type shows: keywords that must all hold. Generated code holds rules as static
// data. rule{} holds for every value, rule{never{}} for none.
type rule []keyword

// A keyword is one constraint of a schema. Most types of keywords are named like the keyword; type is a kind. A keyword for
// objects holds for values of other types, and so on.
//
// seen collects which members or items of v were evaluated; it is nil where nobody will ask (no unevaluated… around).
type keyword interface {
	holds(e *evaluation, v node, seen marks) bool
}

// A program holds all rules that refer to each other. A ref holds an index, because Go data cannot be cyclic.
type program []rule

// An evaluation judges one value on a tape by the rules of a program.
type evaluation struct {
	tape
	program  program
	quiet    int // depth of choices: a branch that does not hold is no violation
	failures []failure
	canon    []byte     // scratch: a canonical text
	hashes   []uint64   // of values, 0 if it is not known yet
	unknowns []int32    // where values begin that no choice judges: variants that the document does not describe, on their way back
	matching *stopwatch // nil until somebody needs it
	references
	explanations
}

// timing returns the stopwatch of the validation.
func (e *evaluation) timing() *stopwatch {
	if e.matching == nil {
		e.matching = new(stopwatch)
	}
	return e.matching
}

// A failure is a violation whose pointer was not built yet.
type failure struct {
	node        node
	missing     bool   // what is wrong is that node has no member name
	name        string // of the missing member
	rule, limit string
	value       string // what to show; "" is the text of the value, and nothing for a member that is missing
	hidden      bool   // no value is shown: the member must not be there
}

// all reports whether every keyword of r holds for v. It goes on after the first that does not, to report all, unless nobody
// listens.
func (e *evaluation) all(r rule, v node, seen marks) bool {
	ok := true
	for _, k := range r {
		if !k.holds(e, v, seen) {
			if e.quiet > 0 {
				return false
			}
			ok = false
		}
	}
	return ok
}

// try reports whether r holds for v. It reports no violations, and marks only if r holds.
func (e *evaluation) try(r rule, v node, seen marks) bool {
	var branch marks
	if seen != nil {
		branch = make(marks, len(seen))
	}
	e.quiet++
	ok := e.all(r, v, branch)
	e.quiet--
	if ok {
		seen.merge(branch)
	}
	return ok
}

// rest is all for a rule of the members or items that keyword is left with. Where the schema is false, the keyword says more.
func (e *evaluation) rest(r rule, v node, keyword string) bool {
	if r.isNever() {
		return e.note(failure{node: v, rule: keyword, limit: "false", hidden: true})
	}
	return e.all(r, v, nil)
}

// fail notes a violation. It returns false, so that keywords can end with it.
func (e *evaluation) fail(v node, rule, limit string) bool {
	return e.note(failure{node: v, rule: rule, limit: limit})
}

func (e *evaluation) note(f failure) bool {
	if e.quiet == 0 && len(e.failures) < maxViolations {
		e.failures = append(e.failures, f)
	}
	return false
}

// goesBack reports whether v is a variant that the document does not describe, and is sent back as it came.
func (e *evaluation) goesBack(v node) bool {
	return len(e.unknowns) > 0 && slices.Contains(e.unknowns, e.elements[v].start)
}

// is reports whether v is of one of the types k.
func (e *evaluation) is(v node, k kind) bool { return e.elements[v].kind&k != 0 }

// count returns the number of members or items of v.
func (e *evaluation) count(v node) int { return int(e.elements[v].count) }

// Marks say which members or items of one value were evaluated, by their position.
type marks []bool

func (m marks) set(i int) {
	if m != nil {
		m[i] = true
	}
}

func (m marks) merge(other marks) {
	for i, evaluated := range other {
		if evaluated {
			m.set(i)
		}
	}
}

// never is the schema false.
type never struct{}

func (never) holds(e *evaluation, v node, _ marks) bool { return e.fail(v, "schema", "false") }

func (r rule) isNever() bool {
	if len(r) != 1 {
		return false
	}
	_, ok := r[0].(never)
	return ok
}
