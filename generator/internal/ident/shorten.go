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

// Shorten returns names for a thing inside others, best first. steps has the name of the outermost one and what each inner one adds to
// it; own is what the thing adds. A name of more than limit letters leaves out
//
//   - the outer steps behind the first one: OrderLinesItemPriceTaxRate is OrderTaxRate;
//   - the inner steps, if that name is taken: OrderLinesTaxRate;
//   - words at the end of the first step, and of own, where these alone are too long.
//
// With keepLast the last step stays if there is room: a value of an enum has the word of the enum.
func Shorten(steps []string, own string, keepLast bool, limit int) []string {
	whole := strings.Join(steps, "")
	if letters(whole+own) <= limit || len(steps) == 0 {
		return []string{whole + own}
	}
	root, inner := steps[0], steps[1:]
	tail := front(own, limit-letters(front(root, limit/3)))
	outer := front(whole, limit-letters(tail)) + tail
	if last := len(inner) - 1; keepLast && last >= 0 && letters(front(root, limit/3)+inner[last]+tail) <= limit {
		tail, inner = inner[last]+tail, inner[:last]
	}
	for _, step := range slices.Backward(inner) {
		if letters(root+step+tail) > limit {
			break
		}
		tail = step + tail
	}
	best := front(root, limit-letters(tail)) + tail
	if outer == best {
		return []string{best}
	}
	return []string{best, outer}
}

// maxTable is MaxName without the "put" that stands in front of names of tables.
const maxTable = MaxName - 3

// Within returns the name of a table, without words of its middle if it is too long.
func Within(name string) string {
	if letters(name) <= maxTable {
		return name
	}
	words := Words(name)
	slices.Reverse(words)
	var tail string
	for _, word := range words {
		if letters(word+tail) > maxTable/2 {
			break
		}
		tail = word + tail
	}
	return front(name, maxTable-letters(tail)) + tail
}

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

func letters(name string) int { return utf8.RuneCountInString(name) }
