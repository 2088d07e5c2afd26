package ident

import (
	"slices"
	"strings"
	"unicode"
)

// InGroup returns the name that an operation has in the group of a tag: its Go name without the words of the tag. They are dropped
//
//   - at the front, in the number of the tag: OrdersListOpen of orders is ListOpen;
//   - at the end, behind one word: the plural behind a word for many (ListOrders), the singular behind any other one (GetOrder).
//
// Else the name stays. It hangs on the operation and the tag alone, and GetOrder and GetOrders never meet.
func InGroup(name, tag string) string {
	words, drop := Words(name), Words(tag)
	if len(drop) == 0 || len(words) <= len(drop) {
		return name
	}
	if rest := words[len(drop):]; sameWords(words[:len(drop)], drop) && unicode.IsUpper([]rune(rest[0])[0]) {
		return strings.Join(rest, "")
	}
	if len(words) != len(drop)+1 {
		return name
	}
	last := len(drop) - 1
	number := singular(drop[last])
	if slices.Contains(strings.Fields(forMany), strings.ToLower(words[0])) {
		number = plural(number)
	}
	if sameWords(words[1:], append(slices.Clone(drop[:last]), number)) {
		return words[0]
	}
	return name
}

// forMany are the words before a plural.
const forMany = "list search find query count export import browse"

func sameWords(a, b []string) bool { return slices.EqualFunc(a, b, strings.EqualFold) }

// singular returns a word without the ending of an English plural. Words of other scripts have none.
func singular(word string) string {
	lower := strings.ToLower(word)
	switch {
	case !isASCII(word):
	case len(word) > 4 && strings.HasSuffix(lower, "ies"):
		return word[:len(word)-3] + "y"
	case hasEnding(lower, "sses", "xes", "ches", "shes"):
		return word[:len(word)-2]
	case len(word) > 2 && strings.HasSuffix(lower, "s") && !hasEnding(lower, "ss", "us", "is"):
		return word[:len(word)-1]
	}
	return word
}

// plural returns the English plural of a word.
func plural(word string) string {
	lower := strings.ToLower(word)
	switch {
	case !isASCII(word):
		return word
	case hasEnding(lower, "s", "x", "ch", "sh"):
		return word + "es"
	case len(word) > 1 && strings.HasSuffix(lower, "y") && !strings.ContainsRune("aeiou", rune(lower[len(lower)-2])):
		return word[:len(word)-1] + "ies"
	}
	return word + "s"
}

func isASCII(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return r > unicode.MaxASCII })
}

func hasEnding(word string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(word, e) })
}
