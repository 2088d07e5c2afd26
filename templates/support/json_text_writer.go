package support

import (
	"encoding/binary"
	"math/bits"
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

// otherString writes a string that is not plain from n on.
func (w *jsonWriter) otherString(s string, n int) {
	if !utf8.ValidString(s[n:]) {
		w.fail("a string is not valid UTF-8")
	}
	buf := append(append(w.buf, '"'), s[:n]...)
	w.buf = append(appendEscaped(buf, s[n:]), '"')
}

// copyPlain copies s to to, which is longer, up to the first byte that is no plain ASCII text, and returns how many bytes are plain.
func copyPlain(to []byte, s string) int {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		x := load64(s, i)
		if m := special(x) | x&highBits; m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
		binary.LittleEndian.PutUint64(to[i:], x)
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

// appendEscaped appends s with its quotes, backslashes and control characters escaped.
func appendEscaped(buf []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); {
		if i+8 <= len(s) {
			m := special(load64(s, i))
			if m == 0 {
				i += 8
				continue
			}
			i += bits.TrailingZeros64(m) >> 3
		}
		c := s[i]
		if i++; c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		buf = append(buf, s[start:i-1]...)
		buf = appendEscape(buf, c)
		start = i
	}
	return append(buf, s[start:]...)
}

// appendEscape appends the escape of one character.
func appendEscape(buf []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(buf, '\\', c)
	case '\n':
		return append(buf, '\\', 'n')
	case '\r':
		return append(buf, '\\', 'r')
	case '\t':
		return append(buf, '\\', 't')
	}
	const hex = "0123456789abcdef"
	return append(buf, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}
