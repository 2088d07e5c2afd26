package language

import (
	"regexp/syntax"
	"unicode"

	"github.com/oas2go/oas2go/generator/internal/analysis/pattern"
)

// An automaton is a program of instructions, without determinism. A pattern matches anywhere in a string (Validation 6.3.3).
type automaton struct {
	code  []instruction
	start int
	sets  [][]rune // pairs of first and last rune, each set once
	words bool     // it asks for word boundaries
}

type instruction struct {
	op    operation
	next  int
	other int            // of a split
	set   int            // of opRune
	empty syntax.EmptyOp // of opEmpty
}

type operation uint8

const (
	opFail operation = iota
	opMatch
	opRune  // reads a rune of the set
	opSplit // goes on at both
	opEmpty // goes on if the assertion holds here
)

// maxCode bounds an automaton, so that counted repetitions do not fill the memory.
const maxCode = 20_000

// fromSyntax makes an automaton of a program of package regexp.
func fromSyntax(expression string) (*automaton, error) {
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil, err
	}
	program, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return nil, err
	}
	if len(program.Inst) > maxCode {
		return nil, ErrTooLarge
	}
	a := &automaton{start: program.Start}
	b := builder{a: a, known: map[string]int{}}
	for i := range program.Inst {
		in, err := b.instruction(&program.Inst[i])
		if err != nil {
			return nil, err
		}
		a.code = append(a.code, in)
	}
	return a, nil
}

// A builder numbers the sets of an automaton.
type builder struct {
	a     *automaton
	known map[string]int
}

func (b *builder) set(ranges []rune) int {
	key := string(ranges)
	i, ok := b.known[key]
	if !ok {
		i = len(b.a.sets)
		b.known[key] = i
		b.a.sets = append(b.a.sets, ranges)
	}
	return i
}

func (b *builder) instruction(i *syntax.Inst) (in instruction, err error) {
	in.next = int(i.Out)
	switch i.Op {
	case syntax.InstMatch:
		in.op = opMatch
	case syntax.InstAlt, syntax.InstAltMatch:
		in.op, in.other = opSplit, int(i.Arg)
	case syntax.InstCapture, syntax.InstNop:
		in.op, in.other = opSplit, int(i.Out)
	case syntax.InstEmptyWidth:
		in.op, in.empty = opEmpty, syntax.EmptyOp(i.Arg)
		if in.empty&(syntax.EmptyBeginLine|syntax.EmptyEndLine) != 0 {
			return in, ErrUnsupported
		}
		b.a.words = b.a.words || in.empty&(syntax.EmptyWordBoundary|syntax.EmptyNoWordBoundary) != 0
	case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
		in.op, in.set = opRune, b.set(rangesOf(i))
	}
	return in, nil
}

// rangesOf returns the runes that an instruction reads.
func rangesOf(i *syntax.Inst) []rune {
	switch {
	case i.Op == syntax.InstRuneAny:
		return []rune{0, unicode.MaxRune}
	case i.Op == syntax.InstRuneAnyNotNL:
		return []rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}
	case len(i.Rune) != 1:
		return i.Rune
	}
	r := i.Rune[0]
	ranges := []rune{r, r}
	if syntax.Flags(i.Arg)&syntax.FoldCase != 0 {
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			ranges = append(ranges, f, f)
		}
	}
	return ranges
}

// fromRuns makes an automaton of runs of classes, which are anchored at both ends.
func fromRuns(x pattern.Expression) (*automaton, error) {
	a := &automaton{}
	b := builder{a: a, known: map[string]int{}}
	emit := func(in instruction) { a.code = append(a.code, in) }
	emit(instruction{op: opEmpty, next: 1, empty: syntax.EmptyBeginText})
	emit(instruction{op: opSplit, next: 2, other: 2}) // to the end, if the empty string matches too
	var exits []int                                   // splits that leave their run
	for _, run := range x.Runs {
		set := b.set(classRanges(run.Class))
		if len(a.code)+max(run.Min, 2*run.Max) > maxCode {
			return nil, ErrTooLarge
		}
		for range run.Min {
			emit(instruction{op: opRune, set: set, next: len(a.code) + 1})
		}
		if run.Max < 0 {
			at := len(a.code)
			emit(instruction{op: opSplit, next: at + 1, other: at + 2})
			emit(instruction{op: opRune, set: set, next: at})
			continue
		}
		exits = exits[:0]
		for range run.Max - run.Min {
			exits = append(exits, len(a.code))
			emit(instruction{op: opSplit, next: len(a.code) + 1})
			emit(instruction{op: opRune, set: set, next: len(a.code) + 1})
		}
		for _, at := range exits {
			a.code[at].other = len(a.code)
		}
	}
	if x.Empty {
		a.code[1].other = len(a.code)
	}
	emit(instruction{op: opEmpty, next: len(a.code) + 1, empty: syntax.EmptyEndText})
	emit(instruction{op: opMatch})
	return a, nil
}

func classRanges(class [2]uint64) (ranges []rune) {
	for c := range rune(128) {
		if class[c/64]>>(c%64)&1 == 0 {
			continue
		}
		if n := len(ranges); n > 0 && ranges[n-1] == c-1 {
			ranges[n-1] = c
			continue
		}
		ranges = append(ranges, c, c)
	}
	return ranges
}

func inRanges(ranges []rune, r rune) bool {
	for i := 0; i < len(ranges); i += 2 {
		if ranges[i] <= r && r <= ranges[i+1] {
			return true
		}
	}
	return false
}
