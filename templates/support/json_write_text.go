package support

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// string writes a string. JSON cannot express invalid UTF-8.
//
//go:noinline
func (w *jsonWriter) string(s string) {
	w.reserve(len(s) + len(`""`))
	at := len(w.buf)
	text := w.buf[at : at+len(s)+len(`""`)]
	text[0] = '"'
	if n := copyPlain(text[1:], s); n < len(s) {
		w.otherString(s, n)
		return
	}
	text[len(text)-1] = '"'
	w.buf = w.buf[:at+len(text)]
}

// otherString writes a string of which the first n bytes are plain, and in the buffer behind a quote already.
func (w *jsonWriter) otherString(s string, n int) {
	if !utf8.ValidString(s[n:]) {
		w.fail("a string is not valid UTF-8")
	}
	w.buf = append(appendEscaped(w.buf[:len(w.buf)+1+n], s[n:]), '"')
}

// copyPlain copies s to to, which is longer, up to the first byte that is no plain ASCII text, and returns how many bytes are plain.
func copyPlain(to []byte, s string) int {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		x := load64(s, i)
		binary.LittleEndian.PutUint64(to[i:], x)
		if m := special(x) | x&highBits; m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
	}
	for ; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c >= utf8.RuneSelf || c == '"' || c == '\\' {
			return i
		}
		to[i] = c
	}
	return i
}

// load64 returns eight bytes of s. The compiler turns it into one load.
func load64(s string, i int) uint64 {
	_ = s[i+7]
	return uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
		uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
}

// appendEscaped appends s with its quotes, backslashes and control characters escaped. Eight bytes are copied before it is known whether
// one of them has to be.
func appendEscaped(buf []byte, s string) []byte {
	for i := 0; i < len(s); {
		if i+8 <= len(s) {
			n := len(buf)
			if cap(buf)-n < 8 {
				buf = slices.Grow(buf, len(s)-i+8)
			}
			x := load64(s, i)
			binary.LittleEndian.PutUint64(buf[n:n+8], x)
			m := special(x)
			if m == 0 {
				buf = buf[:n+8]
				i += 8
				continue
			}
			plain := bits.TrailingZeros64(m) >> 3
			buf = buf[:n+plain]
			i += plain
		}
		if c := s[i]; c < ' ' || c == '"' || c == '\\' {
			buf = appendEscape(buf, c)
		} else {
			buf = append(buf, c)
		}
		i++
	}
	return buf
}

// shortEscapes has the letters of escapes that are shorter than \u and four digits.
var shortEscapes = [256]byte{'"': '"', '\\': '\\', '\n': 'n', '\r': 'r', '\t': 't'}

// appendEscape appends the escape of one character.
func appendEscape(buf []byte, c byte) []byte {
	if short := shortEscapes[c]; short != 0 {
		return append(buf, '\\', short)
	}
	const hex = "0123456789abcdef"
	return append(buf, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}
