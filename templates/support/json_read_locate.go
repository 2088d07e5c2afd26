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

// locate returns the JSON pointers of problems, which are in the order of their offsets, after one walk over the tokens of data. It returns
// fewer pointers if they become too long. The text is JSON up to the last offset, because the reader came so far.
func locate(data []byte, problems []problem) (pointers []string) {
	var open []level
	total := 0
	for i := 0; ; {
		for i < len(data) && strings.IndexByte(" \t\r\n", data[i]) >= 0 {
			i++
		}
		end, top := endOfToken(data, i), new(level)
		if len(open) > 0 {
			top = &open[len(open)-1]
		}
		if i < len(data) && data[i] == '"' && !top.array && top.name == nil {
			top.name = data[i+1 : max(end-1, i+1)]
		}
		for len(pointers) < len(problems) && (problems[len(pointers)].offset < end || i == len(data)) {
			pointer := pointerOf(open, &problems[len(pointers)])
			if total += len(pointer); total > maxPointers && len(pointers) > 0 {
				return pointers
			}
			pointers = append(pointers, pointer)
		}
		if len(pointers) == len(problems) || i == len(data) {
			return pointers
		}
		switch c := data[i]; c {
		case '{', '[':
			open = append(open, level{array: c == '['})
		case '}', ']':
			open = open[:max(len(open)-1, 0)]
		case ',':
			top.index++
			top.name = nil
		}
		i = end
	}
}

// endOfToken returns the index behind the token at i.
func endOfToken(data []byte, i int) int {
	if i < len(data) && data[i] == '"' {
		end, _ := endOfText(data, i+1)
		if end < 0 {
			return len(data)
		}
		return end + 1
	}
	end := i
	for end < len(data) && strings.IndexByte(" \t\r\n{}[],:\"", data[end]) < 0 {
		end++
	}
	return min(max(end, i+1), len(data))
}

// shownLevels is how much of a place that is too deep is shown.
const shownLevels = 4

// pointerOf returns the JSON pointer of a problem, given what is open there.
func pointerOf(levels []level, p *problem) string {
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
