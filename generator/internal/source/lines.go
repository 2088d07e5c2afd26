package source

import (
	"strings"
	"unicode/utf8"
)

// afterBreak returns the offset after the line break at i: LF, CR LF or CR. ok is false if there is none.
func afterBreak(text string, i int) (after int, ok bool) {
	switch {
	case text[i] == '\n':
		return i + 1, true
	case text[i] != '\r':
		return i, false
	case i+1 < len(text) && text[i+1] == '\n':
		return i + 2, true
	}
	return i + 1, true
}

// A lineTable converts between offsets in a text and lines and columns.
type lineTable struct {
	text   string
	starts []int // offsets of the lines
	ascii  bool

	// The last character that was asked for. Reading goes forward, so the next one is near even in a very long line.
	line, char, offset int
}

func newLineTable(text string) *lineTable {
	t := &lineTable{text: text, starts: make([]int, 1, 1+strings.Count(text, "\n")), ascii: true}
	for i := 0; i < len(text); {
		after, ok := afterBreak(text, i)
		switch {
		case ok:
			t.starts = append(t.starts, after)
			i = after
		default:
			t.ascii = t.ascii && text[i] < utf8.RuneSelf
			i++
		}
	}
	return t
}

// column returns the column in bytes of a character of a line; both count from 1.
func (t *lineTable) column(line, char int) uint32 {
	if t.ascii {
		return uint32(char)
	}
	return uint32(t.offsetOf(line, char) - t.start(line) + 1)
}

// offsetOf returns the offset of a character of a line; both count from 1.
func (t *lineTable) offsetOf(line, char int) int {
	if line != t.line || char < t.char {
		t.line, t.char, t.offset = line, 1, t.start(line)
	}
	for ; t.char < char && t.offset < len(t.text); t.char++ {
		_, size := utf8.DecodeRuneInString(t.text[t.offset:])
		t.offset += size
	}
	return t.offset
}

// start returns the offset of a line, the end of the text for lines after it.
func (t *lineTable) start(line int) int {
	switch {
	case line < 1:
		return 0
	case line > len(t.starts):
		return len(t.text)
	}
	return t.starts[line-1]
}

// lineText returns a line without its line break.
func (t *lineTable) lineText(line int) string {
	return strings.TrimRight(t.text[t.start(line):t.start(line+1)], "\r\n")
}

// position returns the line and the column in bytes of an offset.
func (t *lineTable) position(offset int) (line, column uint32) {
	low, high := 0, len(t.starts)
	for high-low > 1 {
		if middle := (low + high) / 2; t.starts[middle] <= offset {
			low = middle
		} else {
			high = middle
		}
	}
	return uint32(low + 1), uint32(offset - t.starts[low] + 1)
}
