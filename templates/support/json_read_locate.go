package support

import (
	"slices"
	"strconv"
	"strings"
)

// A level is an object or an array that is open at a place in a JSON text.
type level struct {
	array bool
	index int    // of the current element of an array
	name  []byte // of the current member of an object, as it stands between the quotes; nil before the first
}

// A locator walks over the tokens of a JSON text and knows what is open.
type locator struct {
	data   []byte
	pos    int
	levels []level
}

// locate returns the JSON pointers of problems, which are in the order of their offsets, after one walk over data. It returns
// fewer pointers if they become too long. The text is JSON up to the last offset, because the reader came so far.
func locate(data []byte, problems []problem) []string {
	l := locator{data: data}
	pointers := make([]string, 0, len(problems))
	total := 0
	for len(pointers) < len(problems) {
		start, end := l.token()
		for len(pointers) < len(problems) {
			p := &problems[len(pointers)]
			if p.offset >= end && start < len(data) {
				break
			}
			pointer := l.pointer(p)
			if total += len(pointer); total > maxPointers && len(pointers) > 0 {
				return pointers
			}
			pointers = append(pointers, pointer)
		}
		l.step(start)
	}
	return pointers
}

// token moves behind the next token and returns its bounds. If it is a name, the name is the current member from here on.
func (l *locator) token() (start, end int) {
	data, i := l.data, l.pos
	for i < len(data) && strings.IndexByte(" \t\r\n", data[i]) >= 0 {
		i++
	}
	start, end = i, i+1
	switch {
	case i >= len(data):
		end = len(data)
	case data[i] == '"':
		close, _ := endOfText(data, i+1)
		if close < 0 {
			close = len(data) - 1
		}
		end = close + 1
		if top := l.top(); top != nil && !top.array && top.name == nil {
			top.name = data[i+1 : max(close, i+1)]
		}
	case strings.IndexByte("{}[],:", data[i]) < 0:
		for end < len(data) && strings.IndexByte(" \t\r\n{}[],:\"", data[end]) < 0 {
			end++
		}
	}
	l.pos = end
	return start, end
}

// step opens, closes or continues an object or array by the token at i.
func (l *locator) step(i int) {
	if i >= len(l.data) {
		return
	}
	switch c := l.data[i]; c {
	case '{', '[':
		l.levels = append(l.levels, level{array: c == '['})
	case '}', ']':
		l.levels = l.levels[:max(len(l.levels)-1, 0)]
	case ',':
		if top := l.top(); top != nil {
			top.index++
			top.name = nil
		}
	}
}

// top returns the innermost open object or array, nil if there is none.
func (l *locator) top() *level {
	if len(l.levels) == 0 {
		return nil
	}
	return &l.levels[len(l.levels)-1]
}

// shownLevels is how much of a place that is too deep is shown.
const shownLevels = 4

// pointer returns the JSON pointer of a problem that is at the current token.
func (l *locator) pointer(p *problem) string {
	levels := l.levels
	if p.rule == "nesting" { // what holds it all tells more than 512 names
		levels = levels[:min(len(levels), shownLevels)]
	}
	var b strings.Builder
	for i := range levels {
		if p.missing && i == len(levels)-1 {
			b.WriteString(step(p.name))
		} else {
			b.WriteString(levels[i].step())
		}
	}
	return b.String()
}

// step returns the part of a pointer that leads into an object or array.
func (open *level) step() string {
	switch {
	case open.array:
		return "/" + strconv.Itoa(open.index)
	case open.name != nil:
		name := open.name
		if slices.Contains(name, '\\') {
			name = new(jsonReader).unescape(name)
		}
		return step(string(name))
	}
	return ""
}
