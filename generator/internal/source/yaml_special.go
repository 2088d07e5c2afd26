package source

import (
	"regexp"
	"strings"
)

var unknownAnchor = regexp.MustCompile(`^unknown anchor '(.*)' referenced$`)

// special finds the defects that the second library does not see, or sees too early.
func (r *yamlReader) special(b *breakage) (offset int, ok bool) {
	before := r.text[:b.reach]
	switch {
	case strings.HasPrefix(b.problem, "mapping values are not allowed"):
		offset = lastColon(before)
	case strings.HasPrefix(b.problem, "did not find expected hex"), strings.HasPrefix(b.problem, "found invalid Unicode character"):
		offset = strings.LastIndexByte(before, '\\')
	case strings.HasPrefix(b.problem, "did not find expected alphabetic"):
		offset = strings.LastIndexAny(before, "*&")
	case b.problem == "found undefined tag handle":
		column := strings.IndexByte(r.lines.lineText(b.line), '!')
		return r.lines.start(b.line) + column, column >= 0
	default:
		name := unknownAnchor.FindStringSubmatch(b.problem)
		if name == nil {
			return 0, false
		}
		offset = unknownAlias(before, name[1])
	}
	return offset, offset >= 0
}

// lastColon returns the offset of the last colon that ends a key.
func lastColon(text string) int {
	for i := len(text) - 1; i >= 0; i-- {
		if endsKey(text, i) {
			return i
		}
	}
	return -1
}

// endsKey reports whether there is a colon at i that ends a key.
func endsKey(text string, i int) bool {
	return text[i] == ':' && (i+1 == len(text) || strings.IndexByte(" \t\r\n,]}", text[i+1]) >= 0)
}

// unknownAlias returns the offset of the first alias of a name before which there is no anchor of the name.
func unknownAlias(text, name string) int {
	word := regexp.MustCompile(`\*` + regexp.QuoteMeta(name) + `(?:[\s,\]}:]|$)`)
	at := word.FindAllStringIndex(text, -1)
	for i := len(at) - 1; i >= 0; i-- {
		line := text[strings.LastIndexAny(text[:at[i][0]], "\r\n")+1 : at[i][0]]
		if strings.TrimSpace(line) == "" || strings.HasSuffix(strings.TrimRight(line, " \t"), ":") ||
			strings.ContainsAny(line[len(strings.TrimRight(line, " \t"))-1:], "-,[{?") {
			return at[i][0]
		}
	}
	return -1
}

// missingComma returns the offset of the second colon of an entry in the first flow collection of text, -1 if there is none: what stands
// before it lacks a comma.
func missingComma(text string) int {
	var colons []int // of the current entry of each open collection
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '"', '\'':
			closing := strings.IndexByte(text[i+1:], c)
			if closing < 0 {
				return -1
			}
			i += closing + 1
		case '{', '[':
			colons = append(colons, 0)
		case '}', ']':
			if len(colons) <= 1 {
				return -1
			}
			colons = colons[:len(colons)-1]
		case ',':
			if len(colons) > 0 {
				colons[len(colons)-1] = 0
			}
		case ':':
			if len(colons) == 0 || !endsKey(text, i) {
				continue
			}
			if colons[len(colons)-1]++; colons[len(colons)-1] > 1 {
				return i
			}
		}
	}
	return -1
}
