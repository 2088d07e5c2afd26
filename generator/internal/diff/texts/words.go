package texts

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/internal/api"
)

const (
	pathLength = 40 // of a path in a sentence
	textLength = 40 // of a text that is shown as it is
	tooLong    = 90 // of a text that is not shown
	keptBefore = 2  // words that stay before a difference
	keptBehind = 3
)

// ShortPath ends a long path with its last segment.
func ShortPath(path string) string {
	if len(path) <= pathLength {
		return path
	}
	return "…" + path[max(strings.LastIndexByte(path, '/'), 0):]
}

// Reworded says how a text changed: both, without the words that they share far from the difference.
func Reworded(before, after string) string {
	before, after = strings.Join(strings.Fields(before), " "), strings.Join(strings.Fields(after), " ")
	switch {
	case before == after:
		return "other spaces"
	case before == "":
		return "added"
	case after == "":
		return "removed"
	}
	a, b := shortened(before, after), shortened(after, before)
	if utf8.RuneCountInString(a) > tooLong || utf8.RuneCountInString(b) > tooLong {
		return "another one"
	}
	return a + " → " + b
}

// shortened leaves out of a long text what it has in common with another.
func shortened(text, other string) string {
	if utf8.RuneCountInString(text) <= textLength {
		return text
	}
	a, b := strings.Split(text, " "), strings.Split(other, " ")
	front := 0
	for front < min(len(a), len(b)) && a[front] == b[front] {
		front++
	}
	back := 0
	for back < min(len(a), len(b))-front && a[len(a)-1-back] == b[len(b)-1-back] {
		back++
	}
	if back > keptBehind {
		a = append(a[:len(a)-back+keptBehind:len(a)], "…")
	}
	if front > keptBefore+1 {
		a = append([]string{"…"}, a[front-keptBefore:]...)
	}
	return strings.Join(a, " ")
}

// ShortLinks says how the address of a page changed: its last segment, if only that differs.
func ShortLinks(before, after string) string {
	a, b := strings.LastIndexByte(before, '/'), strings.LastIndexByte(after, '/')
	if a > 0 && b > 0 && before[:a] == after[:b] && len(before) > textLength {
		return "…" + before[a:] + " → …" + after[b:]
	}
	return OrNone(before) + " → " + OrNone(after)
}

// OrNone is a text, or none.
func OrNone(text string) string {
	if text == "" {
		return "none"
	}
	return text
}

// ShortJSON is a value as a sentence shows it.
func ShortJSON(v api.Value) string {
	text := api.JSON(v)
	if s, ok := v.(api.String); ok {
		text = string(s)
	}
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) > textLength {
		text = string([]rune(text)[:textLength-1]) + "…"
	}
	return OrNone(text)
}

// Requiredness is required or optional.
func Requiredness(required bool) string {
	if required {
		return "required"
	}
	return "optional"
}

// Status is a key of the Responses Object.
func Status(s api.Status) string {
	switch {
	case s == api.DefaultStatus:
		return "default"
	case s.IsRange():
		return strconv.Itoa(int(s)) + "XX"
	}
	return strconv.Itoa(int(s))
}

// Place names the place of a parameter in shared subjects: limit, in the query.
func Place(in api.Location) string {
	switch in {
	case api.InCookie:
		return "in a cookie"
	case api.InQuerystring:
		return "the whole query"
	}
	return "in the " + string(in)
}
