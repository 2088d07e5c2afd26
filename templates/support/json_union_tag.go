package support

import (
	"cmp"
	"slices"
)

// tagOf is tag for the likely case that the tag is the first member and the text is compact; else it looks ahead. head is `{"name":"`.
func (r *jsonReader) tagOf(head, name string) []byte {
	r.peek()
	i := r.pos + len(head)
	if i < len(r.data) && string(r.data[r.pos:i]) == head {
		if end := plainText(r.data, i); end < len(r.data) && r.data[end] == '"' {
			return r.data[i:end]
		}
	}
	return r.tag(name)
}

// tag looks ahead for the string in member name of the object that is next. It reads nothing, and leaves it to the reader to
// find broken syntax. It is nil if there is none, and valid until the next call.
//
// A tag at the end of each of many nested objects must not make the time quadratic. So what a look from outside passes over is
// noted, and a look from inside jumps over it.
func (r *jsonReader) tag(name string) []byte {
	i := r.tagAt(name)
	if r.at(i) != '"' {
		return nil
	}
	value, _ := r.textAt(i)
	return value
}

// unfitTag skips an object whose tag, in member name, no variant of a union has, and gives its text.
func (r *jsonReader) unfitTag(name, limit string) []byte {
	if r.peek() != '{' {
		return r.unfit("type", "object")
	}
	at := r.tagAt(name)
	start := r.pos
	r.skip()
	if r.stopped {
		return nil
	}
	switch {
	case r.tolerant:
	case r.at(at) == 'n', at < 0: // null is as none
		r.note(problem{offset: r.pos - 1, missing: true, name: name, rule: "required"})
	default:
		r.report(at, "discriminator", limit)
	}
	return append([]byte(nil), r.data[start:r.pos]...)
}

// keyAmong looks ahead in the object that is next for the first member with one of the names, and returns its name, "" if there is none.
func (r *jsonReader) keyAmong(names ...string) string {
	found := ""
	r.lookAhead(func(name []byte) bool {
		for _, known := range names {
			if string(name) == known {
				found = known
				return true
			}
		}
		return false
	})
	return found
}

// tagAt returns the index of the value of member name of the object that is next, -1 if there is none.
func (r *jsonReader) tagAt(name string) int {
	return r.lookAhead(func(found []byte) bool { return string(found) == name })
}

// lookAhead returns the index of the value of the first member of the object that is next whose name is wanted, -1 if there is none.
func (r *jsonReader) lookAhead(wanted func(name []byte) bool) int {
	if r.peek() != '{' {
		return -1
	}
	if r.pos < r.ahead.start || r.pos >= r.ahead.end {
		r.ahead.passed, r.ahead.start, r.ahead.end = r.ahead.passed[:0], r.pos, r.pos
	}
	for i := r.nonSpace(r.pos + 1); r.at(i) == '"'; i = r.nonSpace(i + 1) {
		found, end := r.textAt(i)
		i = r.nonSpace(r.nonSpace(end) + 1) // behind the colon
		if wanted(found) {
			return i
		}
		if i = r.nonSpace(r.pass(i)); r.at(i) != ',' {
			return -1
		}
	}
	return -1
}

// at returns the byte at i, 0 outside of the text.
func (r *jsonReader) at(i int) byte {
	if uint(i) < uint(len(r.data)) {
		return r.data[i]
	}
	return 0
}

// nonSpace returns the index of the first byte from i on that is not white space.
func (r *jsonReader) nonSpace(i int) int {
	for i < len(r.data) && isSpace(r.data[i]) {
		i++
	}
	return i
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// textAt returns the string at i and the index behind it. A string that is broken is nil.
func (r *jsonReader) textAt(i int) (text []byte, end int) {
	end, escaped := endOfText(r.data, i+1)
	if end < 0 {
		return nil, len(r.data)
	}
	if text = r.data[i+1 : end]; escaped {
		text = r.unescape(text)
	}
	return text, end + 1
}

// pass returns the index behind the value at i. The end of an object or an array may have been noted: by a look from outside, or by one
// for another name.
func (r *jsonReader) pass(i int) int {
	c := r.at(i)
	switch {
	case c == '"':
		return r.passText(i)
	case c != '{' && c != '[':
		for i < len(r.data) && r.data[i] != ',' && r.data[i] != '}' && r.data[i] != ']' && !isSpace(r.data[i]) {
			i++
		}
		return i
	case i >= r.ahead.end:
		return r.passNoting(i)
	}
	k, ok := slices.BinarySearchFunc(r.ahead.passed, i, func(s span, i int) int { return cmp.Compare(s.start, i) })
	if !ok {
		return len(r.data)
	}
	return r.ahead.passed[k].end
}

// passNoting passes over the object or array at i and notes the ends of all that are in it.
func (r *jsonReader) passNoting(i int) int {
	open := r.ahead.open[:0]
	for i < len(r.data) {
		switch r.data[i] {
		case '"':
			i = r.passText(i)
			continue
		case '{', '[':
			open = append(open, len(r.ahead.passed))
			r.ahead.passed = append(r.ahead.passed, span{start: i})
		case '}', ']':
			r.ahead.passed[open[len(open)-1]].end = i + 1
			if open = open[:len(open)-1]; len(open) == 0 {
				r.ahead.end, r.ahead.open = i+1, open
				return i + 1
			}
		}
		i++
	}
	for _, k := range open { // the input is cut off
		r.ahead.passed[k].end = i
	}
	r.ahead.end, r.ahead.open = i, open
	return i
}

// passText returns the index behind the string at i.
func (r *jsonReader) passText(i int) int {
	if end, _ := endOfText(r.data, i+1); end >= 0 {
		return end + 1
	}
	return len(r.data)
}
