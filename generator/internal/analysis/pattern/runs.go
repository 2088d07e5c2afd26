package pattern

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// classRuns reads an expression that is a sequence of ASCII character classes, each with a number of repetitions, between ^ and
// $: ^[A-Za-z_][0-9]{2,5}$. Matching then is a loop over bytes. It refuses expressions where a greedy loop could take what a later
// run needs. empty: the whole is in ^(...)?$.
func classRuns(source string) (runs []Run, empty, ok bool) {
	inner, ok := strings.CutPrefix(source, "^")
	if !ok {
		return nil, false, false
	}
	if inner, ok = strings.CutSuffix(inner, "$"); !ok || strings.HasSuffix(inner, `\`) {
		return nil, false, false
	}
	if group, isGroup := strings.CutPrefix(inner, "("); isGroup {
		group = strings.TrimPrefix(group, "?:")
		if body, isOptional := strings.CutSuffix(group, ")?"); isOptional {
			inner, empty = body, true
		} else if body, isWhole := strings.CutSuffix(group, ")"); isWhole {
			inner = body
		}
	}
	s := runScanner{text: inner}
	for s.text != "" {
		run, ok := s.run()
		if !ok {
			return nil, false, false
		}
		runs = append(runs, run)
	}
	return runs, empty, len(runs) > 0 && deterministic(runs)
}

// deterministic reports whether no run of a variable length shares a character with what may follow it.
func deterministic(runs []Run) bool {
	for i, run := range runs {
		if run.Min == run.Max {
			continue
		}
		for _, next := range runs[i+1:] {
			if run.Class[0]&next.Class[0] != 0 || run.Class[1]&next.Class[1] != 0 {
				return false
			}
			if next.Min > 0 {
				break
			}
		}
	}
	return true
}

// A runScanner reads the atoms of an expression from the front.
type runScanner struct{ text string }

func (s *runScanner) run() (run Run, ok bool) {
	start := s.text
	if run.Class, ok = s.atom(); !ok {
		return run, false
	}
	run.Text = start[:len(start)-len(s.text)]
	run.Min, run.Max = 1, 1
	switch {
	case strings.HasPrefix(s.text, "*"):
		run.Min, run.Max = 0, -1
	case strings.HasPrefix(s.text, "+"):
		run.Max = -1
	case strings.HasPrefix(s.text, "?"):
		run.Min = 0
	case strings.HasPrefix(s.text, "{"):
		ok = s.bounds(&run)
		return run, ok
	default:
		return run, true
	}
	s.text = s.text[1:]
	return run, !strings.HasPrefix(s.text, "?") // a lazy quantifier
}

// bounds reads {n}, {n,} or {n,m}.
func (s *runScanner) bounds(run *Run) bool {
	low, high, isRange, length := repetition(s.text)
	rest := s.text[length:]
	if length == 0 || strings.HasPrefix(rest, "?") {
		return false
	}
	var err error
	if run.Min, err = strconv.Atoi(low); err != nil {
		return false
	}
	run.Max = run.Min
	if isRange && high == "" {
		run.Max = -1
	} else if isRange {
		if run.Max, err = strconv.Atoi(high); err != nil || run.Max < run.Min {
			return false
		}
	}
	s.text = rest
	return true
}

type asciiClass = [2]uint64

func addRange(c *asciiClass, low, high byte) {
	for b := int(low); b <= int(high); b++ {
		c[b/64] |= 1 << (b % 64)
	}
}

// atom reads one character, one escape or one class.
func (s *runScanner) atom() (class asciiClass, ok bool) {
	c := s.text[0]
	switch {
	case c == '[':
		return s.class()
	case c == '\\':
		return s.escape()
	case c >= utf8.RuneSelf || strings.IndexByte(`.()|*+?{}]^$`, c) >= 0:
		return class, false
	}
	s.text = s.text[1:]
	addRange(&class, c, c)
	return class, true
}

// escape reads \d, \w or an escaped punctuation character.
func (s *runScanner) escape() (class asciiClass, ok bool) {
	if len(s.text) < 2 {
		return class, false
	}
	c := s.text[1]
	s.text = s.text[2:]
	switch {
	case c == 'd':
		addRange(&class, '0', '9')
	case c == 'w':
		addRange(&class, '0', '9')
		addRange(&class, 'A', 'Z')
		addRange(&class, 'a', 'z')
		addRange(&class, '_', '_')
	case strings.IndexByte(`-./\^$*+?()[]{}|:@#,;=!"'%&<>~_ `+"`", c) >= 0:
		addRange(&class, c, c)
	default:
		return class, false
	}
	return class, true
}

// class reads [...] without negation.
func (s *runScanner) class() (class asciiClass, ok bool) {
	s.text = s.text[1:]
	if strings.HasPrefix(s.text, "^") {
		return class, false
	}
	for s.text != "" {
		if s.text[0] == ']' {
			s.text = s.text[1:]
			return class, class != asciiClass{}
		}
		low, member, ok := s.classMember()
		if !ok {
			return class, false
		}
		if low >= 0 && len(s.text) > 1 && s.text[0] == '-' && s.text[1] != ']' {
			s.text = s.text[1:]
			high, _, ok := s.classMember()
			if !ok || high < low {
				return class, false
			}
			addRange(&class, byte(low), byte(high))
			continue
		}
		class[0] |= member[0]
		class[1] |= member[1]
	}
	return class, false
}

// classMember reads one member of a class; char is -1 for \d and \w, which cannot begin a range.
func (s *runScanner) classMember() (char int, member asciiClass, ok bool) {
	c := s.text[0]
	if c == '\\' {
		if len(s.text) < 2 {
			return 0, member, false
		}
		char = int(s.text[1])
		if s.text[1] == 'd' || s.text[1] == 'w' {
			char = -1
		}
		member, ok = s.escape()
		return char, member, ok
	}
	if c >= utf8.RuneSelf {
		return 0, member, false
	}
	s.text = s.text[1:]
	addRange(&member, c, c)
	return int(c), member, true
}
