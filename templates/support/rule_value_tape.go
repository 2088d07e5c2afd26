package support

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// A tape is one JSON text, read once: a flat list of its values in the order of the text.
// A rule may look at a value many times, so everything that costs a scan of the text is done here, once.
type tape struct {
	data     []byte
	text     string // data
	elements []element
}

// A node is the index of a value on its tape. The first value of an array or object is at v+1;
// the value after v, with all that v holds, is at next. An object holds key, value, key, value.
type node int32

// An element is one value: where its text is, and where the next value is.
type element struct {
	start, end int32
	next       node
	count      int32 // members or items
	kind       kind
	escaped    bool // the text of a string has escapes
}

// readTape reads the next value with all that is in it. It checks grammar, UTF-8, depth and duplicate names.
func (t *tape) readTape(r *jsonReader) {
	if len(r.data) > math.MaxInt32 {
		r.fail("a text of less than 2 GiB")
	}
	t.data, t.text = r.data, string(r.data)
	t.elements = make([]element, 0, 16+len(r.data)/8)
	t.readElement(r)
}

func (t *tape) readElement(r *jsonReader) {
	c := r.peek()
	v := len(t.elements)
	e := element{start: int32(r.pos)}
	t.elements = append(t.elements, e)
	switch c {
	case '"':
		text := r.text()
		e.kind, e.escaped = kindString, len(text) != r.pos-int(e.start)-len(`""`)
	case '{':
		e.kind, e.count = kindObject, t.readMembers(r)
	case '[':
		e.kind = kindArray
		for a := r.array(); a.next(r); e.count++ {
			t.readElement(r)
		}
	case 't':
		r.skipWord("true")
		e.kind = kindBoolean
	case 'f':
		r.skipWord("false")
		e.kind = kindBoolean
	case 'n':
		r.skipWord("null")
		e.kind = kindNull
	default:
		e.kind = kindOfNumber(r.numeral())
	}
	e.end, e.next = int32(r.pos), node(len(t.elements))
	t.elements[v] = e
}

// readMembers reads an object and returns the number of its members.
func (t *tape) readMembers(r *jsonReader) (count int32) {
	var names nameSet
	r.enter()
	if r.stopped {
		return 0
	}
	r.pos++
	if r.peek() == '}' {
		r.pos++
		r.leave()
		return 0
	}
	for {
		t.readName(r, &names)
		r.colon()
		t.readElement(r)
		count++
		switch c := r.peek(); {
		case r.stopped:
			return count
		case c == '}':
			r.pos++
			r.leave()
			names.drop(r)
			return count
		case c != ',':
			r.fail("',' or '}'")
			return count
		}
		r.pos++
	}
}

// readName reads the name of a member.
func (t *tape) readName(r *jsonReader, names *nameSet) {
	r.peek()
	start := r.pos
	name := r.name()
	if r.stopped {
		return
	}
	escaped := r.pos-start != len(name)+len(`""`)
	if names.again(r, name, escaped) {
		r.misnamed(start, "duplicate", "")
	}
	t.elements = append(t.elements, element{
		start: int32(start), end: int32(r.pos), next: node(len(t.elements) + 1), kind: kindString, escaped: escaped,
	})
}

// raw returns the text of v as it stands in the input.
func (t *tape) raw(v node) string { return t.text[t.elements[v].start:t.elements[v].end] }

// string returns the characters of a string.
func (t *tape) string(v node) string {
	e := &t.elements[v]
	if e.escaped {
		return string(new(jsonReader).unescape(t.data[e.start+1 : e.end-1]))
	}
	return t.text[e.start+1 : e.end-1]
}

// lookup returns the value of the property name, 0 if v has none.
func (t *tape) lookup(v node, name string) node {
	key := v + 1
	for range t.elements[v].count {
		if t.isString(key, name) {
			return key + 1
		}
		key = t.elements[key+1].next
	}
	return 0
}

// isString reports whether the string v is s.
func (t *tape) isString(v node, s string) bool {
	e := &t.elements[v]
	if e.escaped {
		return t.string(v) == s
	}
	return int(e.end-e.start) == len(s)+len(`""`) && t.text[e.start+1:e.end-1] == s
}

// runes counts the characters of a string, which are code points as JSON Schema says.
func (t *tape) runes(v node) int { return utf8.RuneCountInString(t.string(v)) }

// A finder gives the paths of values on a tape. It walks over the tape once, for values in the order of the tape.
type finder struct {
	*tape
	steps []place
}

// A place is where the walk is in an object or array.
type place struct {
	holder node
	inner  node // the current item, or the name of the current member
	index  int
}

// path returns the names and indexes that lead to v, the innermost first. That of a name is that of its value.
func (f *finder) path(v node) []string {
	for len(f.steps) > 0 && v >= f.elements[f.steps[len(f.steps)-1].holder].next {
		f.steps = f.steps[:len(f.steps)-1]
	}
	if v == 0 {
		return nil
	}
	if len(f.steps) == 0 {
		f.steps = append(f.steps, place{inner: 1})
	}
	for f.walk(v) {
	}
	var path []string
	for i := len(f.steps) - 1; i >= 0; i-- {
		p := f.steps[i]
		if f.elements[p.holder].kind == kindObject {
			path = append(path, f.string(p.inner))
		} else {
			path = append(path, strconv.Itoa(p.index))
		}
	}
	return path
}

// walk moves on to what holds v in the innermost object or array. If that is not v itself, it steps into it and returns true.
func (f *finder) walk(v node) bool {
	p := &f.steps[len(f.steps)-1]
	value := node(0) // behind a name
	if f.elements[p.holder].kind == kindObject {
		value = 1
	}
	for v >= f.elements[p.inner+value].next {
		p.inner = f.elements[p.inner+value].next
		p.index++
	}
	if v == p.inner || v == p.inner+value {
		return false
	}
	f.steps = append(f.steps, place{holder: p.inner + value, inner: p.inner + value + 1})
	return true
}
