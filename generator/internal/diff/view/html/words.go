package html

import (
	"regexp"
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

// A segment is a part of a line, marked if the other side has something else there.
type segment struct {
	Text   string
	Marked bool
	Old    bool // it is of the old side
}

// alikeEnough is the share of the characters of two lines that must be equal for single words to be marked. Below it the lines are
// marked whole.
const alikeEnough = 0.55

var word = regexp.MustCompile(`[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]`)

// compareLines marks the words that two lines do not share. Their indentation does not count.
func compareLines(oldLine, newLine string) (a, b []segment) {
	oldIndent, old := cutIndent(oldLine)
	newIndent, new := cutIndent(newLine)
	if old == new {
		return same(oldLine), same(newLine)
	}
	if share(old, new) < alikeEnough {
		return whole(oldLine, true), whole(newLine, false)
	}
	oldWords, newWords := word.FindAllString(old, -1), word.FindAllString(new, -1)
	oldMarked, newMarked := make([]bool, len(oldWords)), make([]bool, len(newWords))
	markChanged(oldWords, newWords, oldMarked, newMarked)
	return indented(oldIndent, segments(oldWords, oldMarked, true)), indented(newIndent, segments(newWords, newMarked, false))
}

// same is a line without marks.
func same(line string) []segment { return []segment{{Text: line}} }

// share is how much of two texts is equal, from 0 to 1.
func share(old, new string) float64 {
	equal := len(old)
	for _, e := range udiff.Strings(old, new) {
		equal -= e.End - e.Start
	}
	return float64(2*equal) / float64(max(1, len(old)+len(new)))
}

// markChanged finds the words that only one side has. Each word is a line for the library that compares.
func markChanged(old, new []string, oldMarked, newMarked []bool) {
	before, after := asLines(old), asLines(new)
	oldAt, newAt := 0, 0 // words that both sides are through with
	at := 0              // bytes of before that are
	for _, e := range udiff.Lines(before, after) {
		kept := strings.Count(before[at:e.Start], "\n")
		oldAt, newAt = oldAt+kept, newAt+kept
		for range strings.Count(before[e.Start:e.End], "\n") {
			oldMarked[oldAt] = true
			oldAt++
		}
		for range strings.Count(e.New, "\n") {
			newMarked[newAt] = true
			newAt++
		}
		at = e.End
	}
}

// asLines returns words as lines. White space cannot hold a line break: it comes from one line.
func asLines(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return strings.Join(words, "\n") + "\n"
}

// segments joins words that are marked alike.
func segments(words []string, marked []bool, old bool) (list []segment) {
	for i, text := range words {
		if last := len(list) - 1; last >= 0 && list[last].Marked == marked[i] {
			list[last].Text += text
			continue
		}
		list = append(list, segment{text, marked[i], old})
	}
	return list
}

// whole marks a line, but not its indentation.
func whole(line string, old bool) []segment {
	indent, text := cutIndent(line)
	return indented(indent, []segment{{text, true, old}})
}

func cutIndent(line string) (indent, text string) {
	text = strings.TrimLeft(line, " \t")
	return line[:len(line)-len(text)], text
}

func indented(indent string, list []segment) []segment {
	if indent == "" {
		return list
	}
	return append(same(indent), list...)
}
