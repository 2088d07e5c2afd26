package surface

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// describe says what an object is: a Carrier, a function.
func describe(o *object) string {
	switch o.kind {
	case structKind:
		return "a struct"
	case interfaceKind:
		return "an interface"
	case constKind:
		return article(o.typ.String())
	case funcKind:
		return "a function"
	case methodKind:
		return "a method"
	}
	if _, ok := o.decl.(*gomodel.Enum); ok {
		return "an enum of " + o.typ.String()
	}
	return article(o.typ.String())
}

// sort says what an object is that is no longer of the same sort.
func sort(o *object) string {
	switch {
	case o.kind == constKind:
		return "a constant"
	case o.isType():
		return "a type"
	}
	return "a function"
}

// article puts a or an before the text of a type.
func article(text string) string {
	if text != "" && strings.ContainsRune("AEIOaeio", rune(text[0])) {
		return "an " + text
	}
	return "a " + text
}

// shownNames is how many names that go with another one are shown.
const shownNames = 8

// sorted returns names in the order of the alphabet, each once.
func sorted(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// names joins names; last stands before the last one. Of many, the first are shown.
func names(list []string, last string) string {
	if n := len(list) - shownNames; n > 1 {
		list, last = append(list[:shownNames:shownNames], strconv.Itoa(n)+" more"), " and "
	}
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + last + list[len(list)-1]
}
