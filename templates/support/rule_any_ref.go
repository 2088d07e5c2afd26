package support

// A ref is $ref: a rule of the program.
type ref int

// References are what an evaluation knows of the rules that it was referred to.
type references struct {
	open    []question                // not answered yet, the innermost last
	steps   int                       // questions that were asked
	rulings [][]ruling                // by rule, then by node; nil for a rule that nothing is known of
	marked  map[question]markedRuling // of questions that ask for marks
}

// A question is whether a rule holds for a value.
type question struct {
	node node
	rule ref
}

// A ruling is the answer to a question. The zero ruling is that nothing is known.
type ruling uint8

const (
	ruledYes ruling = iota + 1
	ruledNo         // in a choice: its violations were not noted
	ruledOut        // its violations were noted
)

type markedRuling struct {
	ruling
	marks
}

// holds goes to the rule. One that comes back to itself without a step into the value asks nothing more of it.
func (k ref) holds(e *evaluation, v node, seen marks) bool {
	for i := len(e.open) - 1; i >= 0 && e.open[i].node == v; i-- {
		if e.open[i].rule == k {
			return true
		}
	}
	q := question{v, k}
	e.open = append(e.open, q)
	ok := e.answer(q, seen)
	e.open = e.open[:len(e.open)-1]
	return ok
}

// knows asks the rule whether it knows a member.
func (k ref) knows(e *evaluation, _ node, inside func(rule) bool) bool { return inside(e.program[k]) }

// answer remembers what it says as soon as there were more questions than most values take. Without that, a schema that refers to
// itself in two branches takes time that doubles with each level of the value.
func (e *evaluation) answer(q question, seen marks) bool {
	e.steps++
	switch {
	case e.steps <= 1000+4*len(e.elements):
		return e.all(e.program[q.rule], q.node, seen)
	case seen != nil:
		return e.answerMarked(q, seen)
	}
	if e.rulings == nil {
		e.rulings = make([][]ruling, len(e.program))
	}
	if e.rulings[q.rule] == nil {
		e.rulings[q.rule] = make([]ruling, len(e.elements))
	}
	known := &e.rulings[q.rule][q.node]
	if !e.settled(*known) {
		*known = e.ruled(e.all(e.program[q.rule], q.node, nil))
	}
	return *known == ruledYes
}

// answerMarked is answer for a question that asks for marks.
func (e *evaluation) answerMarked(q question, seen marks) bool {
	known := e.marked[q]
	if !e.settled(known.ruling) {
		known.marks = make(marks, len(seen))
		known.ruling = e.ruled(e.all(e.program[q.rule], q.node, known.marks))
		if e.marked == nil {
			e.marked = map[question]markedRuling{}
		}
		e.marked[q] = known
	}
	seen.merge(known.marks)
	return known.ruling == ruledYes
}

// settled reports whether nothing is to be found out, and nothing to be noted, about a question with this answer.
func (e *evaluation) settled(known ruling) bool {
	return known == ruledYes || known == ruledOut || known == ruledNo && e.quiet > 0
}

func (e *evaluation) ruled(ok bool) ruling {
	switch {
	case ok:
		return ruledYes
	case e.quiet > 0:
		return ruledNo
	}
	return ruledOut
}
