package ident

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxType is the number of letters of the longest name that is made up for a type. UnmarshalX and ValidateX stay below MaxName.
const MaxType = 50

// MaxName is the number of letters of the longest name that is made up for anything.
const MaxName = 60

// MaxSteps is how many of the inner steps are tried one by one. Names of 60 letters show no more.
const MaxSteps = 12

// Shorten returns names for a thing inside others, best first. steps has the name of the outermost one and what each inner one adds to
// it; own is what the thing adds. A name of more than limit letters leaves out
//
//   - the outer steps behind the first one: OrderLinesItemPriceTaxRate is OrderTaxRate;
//   - all steps behind the first one but one of them, if that name is taken: OrderLinesTaxRate;
//   - words in the middle of the first step, and at the end of own, where these alone are too long;
//   - words at the beginning of own, and then all but the first ones, if even these names are taken.
//
// With keepLast the last step stays if there is room: a value of an enum has the word of the enum.
func Shorten(steps []string, own string, keepLast bool, limit int) []string {
	whole := strings.Join(steps, "")
	if letters(whole+own) <= limit || len(steps) == 0 {
		return []string{whole + own}
	}
	root, inner, kept := steps[0], steps[1:], ""
	room := limit - letters(front(root, limit/3))
	if last := len(inner) - 1; keepLast && last >= 0 && letters(inner[last]) <= max(limit/4, room-letters(own)) {
		inner, kept = inner[:last], inner[last]
		room -= letters(kept)
	}
	start := front(own, room)
	inner = inner[max(0, len(inner)-MaxSteps):]
	list := []string{within(root, inner, kept+start, limit)}
	for _, step := range slices.Backward(inner) {
		if end := step + kept + start; letters(end) <= limit*3/4 {
			list = append(list, squeeze(root, limit-letters(end))+end)
		}
	}
	list = append(list, squeeze(whole, limit-letters(start))+start)
	if start != own {
		list = append(list, within(root, inner, kept+back(own, room), limit))
	}
	least := front(own, limit/3)
	for _, step := range slices.Backward(inner) {
		end := squeeze(step, limit/3) + least
		list = append(list, squeeze(root, limit-letters(end))+end)
	}
	list = append(list, squeeze(whole, limit-letters(least))+least)
	return slices.Compact(list)
}

// within puts as many inner steps in front of a word as fit, and as much of the root.
func within(root string, inner []string, word string, limit int) string {
	for _, step := range slices.Backward(inner) {
		if letters(root+step+word) > limit {
			break
		}
		word = step + word
	}
	return squeeze(root, limit-letters(word)) + word
}

// squeeze leaves out words in the middle of a name of more than room letters: both ends tell it from others.
func squeeze(name string, room int) string {
	if letters(name) <= room {
		return name
	}
	tail := back(name, room/2)
	return front(name, room-letters(tail)) + tail
}

// maxTable is MaxName without the "put" that stands in front of names of tables.
const maxTable = MaxName - 3

// Within returns the name of a table, without words of its middle if it is too long.
func Within(name string) string { return squeeze(name, maxTable) }

// front returns the words at the beginning of a name that have at most room letters, and at least the first one.
func front(name string, room int) string {
	var b strings.Builder
	for i, word := range Words(name) {
		if room -= letters(word); room < 0 && i > 0 {
			break
		}
		b.WriteString(word)
	}
	return b.String()
}

// back returns the words at the end of a name that have at most room letters.
func back(name string, room int) string {
	var tail string
	for _, word := range slices.Backward(Words(name)) {
		if letters(word+tail) > room {
			break
		}
		tail = word + tail
	}
	return tail
}

func letters(name string) int { return utf8.RuneCountInString(name) }
