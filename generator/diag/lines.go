package diag

import (
	"strings"
	"unicode/utf8"
)

// Lines knows where the lines of files begin. A report makes one and fills it as it goes.
type Lines map[*File][]int

// Line returns the line of a position without its end; ok is false if it is not known.
func (x Lines) Line(p Pos) (text string, ok bool) {
	p = p.Written()
	if p.File == nil || p.File.Text == "" || p.Line == 0 {
		return "", false
	}
	starts, known := x[p.File]
	if !known {
		starts = lineStarts(p.File.Text)
		x[p.File] = starts
	}
	if int64(p.Line) > int64(len(starts)) {
		return "", false
	}
	end := len(p.File.Text)
	if int(p.Line) < len(starts) {
		end = starts[p.Line]
	}
	return strings.TrimRight(p.File.Text[starts[p.Line-1]:end], "\r\n"), true
}

// Character returns the column of a position in characters, from 1.
func (x Lines) Character(p Pos) int {
	line, _ := x.Line(p)
	before := min(max(int(p.Column)-1, 0), len(line))
	return utf8.RuneCountInString(line[:before]) + 1
}

// lineStarts returns the offsets of the lines. A line ends with LF, CR LF or CR, in JSON and in YAML.
func lineStarts(text string) []int {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' || text[i] == '\r' && !strings.HasPrefix(text[i:], "\r\n") {
			starts = append(starts, i+1)
		}
	}
	return starts
}
