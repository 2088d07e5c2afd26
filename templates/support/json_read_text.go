package support

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// string reads a string. It is not inlined, to keep generated code small.
//
//go:noinline
func (r *jsonReader) string() string { return r.keep(r.text()) }

// The short strings of a document are parts of blocks, so that many of them cost few allocations: a tenth of the time of a document. The
// price: a string that is kept alive keeps its block alive.
const (
	stringBlock = 1 << 10
	shortString = 64
)

// keep returns a copy of text, which is a part of the input.
func (r *jsonReader) keep(text []byte) string {
	if uint(len(text)-1) >= shortString {
		return string(text)
	}
	start := r.strings.Len()
	if r.strings.Cap()-start < len(text) {
		r.strings, start = strings.Builder{}, 0
		r.strings.Grow(max(min(stringBlock, len(r.data)-r.pos), len(text)))
	}
	r.strings.Write(text)
	return r.strings.String()[start:]
}

// text reads a string without a copy: the result is valid until the next call. It is nil if there is no string.
func (r *jsonReader) text() []byte {
	if r.peek() != '"' {
		if r.loose&stringsAsNumbers != 0 && r.tolerant && r.isNumber() {
			return r.numeral()
		}
		r.mismatch("string")
		return nil
	}
	start := r.pos + 1
	end := plainText(r.data, start)
	if end < len(r.data) && r.data[end] == '"' {
		r.pos = end + 1
		return r.data[start:end]
	}
	return r.fullText(start, end)
}

// name reads the name of a member, like text.
func (r *jsonReader) name() []byte {
	if r.peek() != '"' {
		r.fail("a name in quotes")
		return nil
	}
	return r.text()
}

const (
	eachByte = 0x0101010101010101 // times a byte: that byte, eight times
	highBits = 0x8080808080808080
)

// plainText returns the index of the first byte from i on that is no plain ASCII text:
// a quote, a backslash, a control character or the start of a multi-byte rune.
func plainText(data []byte, i int) int {
	for ; i+8 <= len(data); i += 8 {
		x := binary.LittleEndian.Uint64(data[i:])
		if m := special(x) | x&highBits; m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
	}
	for i < len(data) && data[i] != '"' && data[i] != '\\' && data[i] >= ' ' && data[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// special marks the bytes of x that are a quote, a backslash or a control character.
// The lowest mark is exact; those above it may be false.
func special(x uint64) uint64 {
	quote, slash := x^eachByte*'"', x^eachByte*'\\'
	return ((quote-eachByte)&^quote | (slash-eachByte)&^slash | (x-eachByte*' ')&^x) & highBits
}

// fullText reads a string with escapes or multi-byte runes. It starts at start and is plain up to i.
func (r *jsonReader) fullText(start, i int) []byte {
	end, escaped := endOfText(r.data, i)
	if end < 0 {
		r.fail("a string that ends and has no control characters")
		return nil
	}
	text := r.data[start:end]
	if !utf8.Valid(text) {
		r.fail("valid UTF-8 in the string")
		return nil
	}
	if escaped {
		if text = r.unescape(text); text == nil {
			r.fail("valid escapes in the string")
			return nil
		}
	}
	r.pos = end + 1
	return text
}

// endOfText returns the index of the closing quote, or -1, and whether there are escapes before it.
func endOfText(data []byte, i int) (end int, escaped bool) {
	for i < len(data) {
		if i+8 <= len(data) {
			m := special(binary.LittleEndian.Uint64(data[i:]))
			if m == 0 {
				i += 8
				continue
			}
			i += bits.TrailingZeros64(m) >> 3
		}
		switch c := data[i]; {
		case c == '"':
			return i, escaped
		case c == '\\':
			escaped = true
			i += 2
		case c < ' ':
			return -1, false
		default:
			i++
		}
	}
	return -1, false
}

// unescape resolves the escapes of text into the scratch buffer. It returns nil if one is not valid. Eight bytes are copied before it is known
// whether an escape is among them: the result is never longer than the text.
func (r *jsonReader) unescape(text []byte) []byte {
	if cap(r.scratch) < len(text)+8 {
		r.scratch = make([]byte, 2*len(text)+8)
	}
	out, n := r.scratch[:cap(r.scratch)], 0
	for i := 0; i < len(text); {
		if i+8 <= len(text) {
			x := binary.LittleEndian.Uint64(text[i:])
			binary.LittleEndian.PutUint64(out[n:], x)
			slash := x ^ eachByte*'\\'
			m := (slash - eachByte) &^ slash & highBits
			if m == 0 {
				i, n = i+8, n+8
				continue
			}
			plain := bits.TrailingZeros64(m) >> 3
			i, n = i+plain, n+plain
		}
		if text[i] != '\\' {
			out[n] = text[i]
			i, n = i+1, n+1
			continue
		}
		char, size := escape(text[i+1:])
		if size == 0 {
			return nil
		}
		i += 1 + size
		n += utf8.EncodeRune(out[n:], char)
	}
	return out[:n]
}

// escape decodes one escape, given the bytes after its backslash, and returns how many of them it took, 0 if it is not valid.
func escape(s []byte) (char rune, size int) {
	if len(s) == 0 {
		return 0, 0
	}
	if char = rune(plainEscapes[s[0]]); char != 0 {
		return char, 1
	}
	if s[0] != 'u' {
		return 0, 0
	}
	high := hexRune(s[1:])
	switch {
	case high < 0:
		return 0, 0
	case !utf16.IsSurrogate(high):
		return high, 5
	case len(s) < 11 || s[5] != '\\' || s[6] != 'u':
		return 0, 0
	}
	char = utf16.DecodeRune(high, hexRune(s[7:]))
	if char == utf8.RuneError { // for a pair that is none
		return 0, 0
	}
	return char, 11
}

// plainEscapes has what an escape of one character stands for.
var plainEscapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f'}

// hexRune decodes four hexadecimal digits, -1 if they are none.
func hexRune(s []byte) (n rune) {
	if len(s) < 4 {
		return -1
	}
	for _, c := range s[:4] {
		switch {
		case isDigit(c):
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return -1
		}
		n = n<<4 | rune(c)
	}
	return n
}
