package source

import (
	"github.com/oas2go/oas2go/generator/diag"
)

// A jsonReader reads a JSON text, RFC 8259, in one pass. Its methods return nil or false after they have reported a broken text; the
// first defect ends the reading.
type jsonReader struct {
	builder
	text      string
	offset    int
	line      uint32
	lineStart int // offset of the current line
	tooLarge  bool
}

// A place is a line and a column.
type place struct{ line, column uint32 }

func newJSONReader(file *diag.File, text string, in *room, findings *diag.List) *jsonReader {
	return &jsonReader{builder: builder{file: file, findings: findings, room: in}, text: text, line: 1}
}

// read returns the value of the whole text, nil if it is not JSON.
func (r *jsonReader) read() *Node {
	r.space()
	root := r.value()
	if root == nil {
		return nil
	}
	r.space()
	if r.offset < len(r.text) {
		r.badTrailer()
		return nil
	}
	return root
}

// here returns where the reader stands.
func (r *jsonReader) here() place {
	return place{r.line, uint32(r.offset - r.lineStart + 1)}
}

// peek returns the next byte, 0 at the end.
func (r *jsonReader) peek() byte {
	if r.offset < len(r.text) {
		return r.text[r.offset]
	}
	return 0
}

// space skips white space and counts lines.
func (r *jsonReader) space() {
	for r.offset < len(r.text) {
		switch r.text[r.offset] {
		case ' ', '\t':
			r.offset++
		case '\n', '\r':
			r.offset, _ = afterBreak(r.text, r.offset)
			r.line, r.lineStart = r.line+1, r.offset
		default:
			return
		}
	}
}

func (r *jsonReader) value() *Node {
	switch c := r.peek(); {
	case c == '"':
		return r.stringValue()
	case c == '{':
		return r.object()
	case c == '[':
		return r.array()
	case c == '-' || isDigit(c):
		return r.number()
	case c == 't':
		return r.literal(Bool, "true")
	case c == 'f':
		return r.literal(Bool, "false")
	case c == 'n':
		return r.literal(Null, "null")
	}
	return r.badValue()
}

// start returns a new node at the place of the reader, nil if it is too deep or one too many.
func (r *jsonReader) start(kind Kind) *Node {
	at := r.here()
	if kind >= Array && r.tooDeep(0, at.line, at.column) || r.tooFar(0, at.line, at.column) || r.full(at.line, at.column) {
		r.tooLarge = true
		return nil
	}
	return r.node(kind, at.line, at.column)
}

func (r *jsonReader) object() *Node {
	n := r.start(Object)
	if n == nil {
		return nil
	}
	o := r.open()
	r.offset++
	r.space()
	if r.peek() == '}' {
		r.offset++
		return n
	}
	for {
		if !r.member(&o, n) {
			return nil
		}
		r.space()
		switch comma := r.here(); r.peek() {
		case '}':
			r.offset++
			r.closeObject(&o, n)
			return n
		case ',':
			r.offset++
			r.space()
			if r.peek() == '}' {
				return r.trailingComma(comma)
			}
		default:
			return r.badSeparator(n)
		}
	}
}

// member reads one member of the object n.
func (r *jsonReader) member(o *openObject, n *Node) bool {
	if r.peek() != '"' {
		return r.badName(n)
	}
	at := r.here()
	name, ok := r.stringText()
	if !ok {
		return false
	}
	r.space()
	if r.peek() != ':' {
		return r.missingColon(name)
	}
	r.offset++
	r.space()
	r.enter(name)
	value := r.value()
	r.leave()
	if value == nil {
		return false
	}
	r.addNew(o, Member{Name: name, Line: at.line, Column: at.column, Value: value})
	return true
}

func (r *jsonReader) array() *Node {
	n := r.start(Array)
	if n == nil {
		return nil
	}
	base := len(r.items)
	r.offset++
	r.space()
	if r.peek() == ']' {
		r.offset++
		return n
	}
	for {
		r.enterItem(len(r.items) - base)
		item := r.value()
		r.leave()
		if item == nil {
			return nil
		}
		r.items = append(r.items, item)
		r.space()
		switch comma := r.here(); r.peek() {
		case ']':
			r.offset++
			r.closeArray(base, n)
			return n
		case ',':
			r.offset++
			r.space()
			if r.peek() == ']' {
				return r.trailingComma(comma)
			}
		default:
			return r.badSeparator(n)
		}
	}
}

// literal reads true, false or null.
func (r *jsonReader) literal(kind Kind, word string) *Node {
	if wordAt(r.text, r.offset) != word {
		return r.badValue()
	}
	n := r.start(kind)
	if n == nil {
		return nil
	}
	if kind == Bool {
		n.Text = word
	}
	r.offset += len(word)
	return n
}

func (r *jsonReader) number() *Node {
	length, problem := scanNumber(r.text[r.offset:])
	if problem != "" {
		r.offset += length
		return r.fail(r.here(), problem)
	}
	n := r.start(Number)
	if n == nil {
		return nil
	}
	n.Text = r.text[r.offset : r.offset+length]
	r.offset += length
	return n
}

// wordAt returns the letters, digits and underscores at an offset.
func wordAt(text string, offset int) string {
	end := offset
	for end < len(text) && (isLetter(text[end]) || isDigit(text[end]) || text[end] == '_') {
		end++
	}
	return text[offset:end]
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
