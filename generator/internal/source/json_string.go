package source

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

func (r *jsonReader) stringValue() *Node {
	n := r.start(String)
	if n == nil {
		return nil
	}
	text, ok := r.stringText()
	if !ok {
		return nil
	}
	n.Text = text
	return n
}

// stringText reads a string, RFC 8259 section 7. A string without escapes is a part of the text, not a copy. That the bytes are UTF-8 is
// known already.
func (r *jsonReader) stringText() (string, bool) {
	begin := r.offset
	for i := begin + 1; i < len(r.text); i++ {
		switch c := r.text[i]; {
		case c == '"':
			r.offset = i + 1
			return r.text[begin+1 : i], true
		case c == '\\':
			return r.escapedText(begin, i)
		case c < ' ':
			return r.badControl(begin, i)
		}
	}
	return r.unclosedString(begin)
}

// escapedText reads the string that begins at begin and has its first backslash at i.
func (r *jsonReader) escapedText(begin, i int) (string, bool) {
	var b strings.Builder
	b.WriteString(r.text[begin+1 : i])
	for i < len(r.text) {
		switch c := r.text[i]; {
		case c == '"':
			r.offset = i + 1
			return b.String(), true
		case c < ' ':
			return r.badControl(begin, i)
		case c == '\\':
			decoded, length, problem := unescape(r.text[i:])
			if problem != "" {
				r.offset = i
				r.fail(r.here(), problem)
				return "", false
			}
			b.WriteRune(decoded)
			i += length
		default:
			b.WriteByte(c)
			i++
		}
	}
	return r.unclosedString(begin)
}

// unescape decodes the escape at the begin of text.
func unescape(text string) (decoded rune, length int, problem string) {
	if len(text) < 2 {
		return 0, 0, "the file ends inside an escape"
	}
	const short, meaning = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
	if i := strings.IndexByte(short, text[1]); i >= 0 {
		return rune(meaning[i]), 2, ""
	}
	if text[1] != 'u' {
		r, _ := utf8.DecodeRuneInString(text[1:])
		return 0, 0, "\\" + strings.Trim(strconv.QuoteRune(r), "'") + ` is no escape of JSON`
	}
	first, ok := hexUnit(text)
	switch {
	case !ok:
		return 0, 0, `four hexadecimal digits must follow \u`
	case !utf16.IsSurrogate(first):
		return first, 6, ""
	}
	second, _ := hexUnit(text[6:])
	if both := utf16.DecodeRune(first, second); both != utf8.RuneError {
		return both, 12, ""
	}
	return 0, 0, text[:6] + " is half of a surrogate pair, without the other half"
}

// hexUnit decodes the UTF-16 code unit of an escape \uXXXX.
func hexUnit(text string) (rune, bool) {
	if len(text) < 6 || text[:2] != `\u` {
		return 0, false
	}
	unit, err := strconv.ParseUint(text[2:6], 16, 16)
	return rune(unit), err == nil
}
