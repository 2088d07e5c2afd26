package types

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// expectation returns the rule that a value of no variant breaks, and what would have been right, in words.
func expectation(u *gomodel.Union) (rule, wanted string) {
	switch c := u.Choose.(type) {
	case gomodel.ByTag:
		return "discriminator", tagValues(c)
	case gomodel.ByKey:
		return u.Keyword, withOneOf(c)
	case gomodel.ByKind:
		return u.Keyword, anyOf(kindNames(c))
	case gomodel.BySchema:
		return u.Keyword, "one of " + strconv.Itoa(len(c.Cases))
	}
	panic(golang.NoPrinter(u.Choose))
}

func tagValues(c gomodel.ByTag) string { return anyOf(quoted(c.Cases)) }

func withOneOf(c gomodel.ByKey) string { return "object with " + anyOf(quoted(c.Cases)) }

func quoted(cases []gomodel.TagCase) []string {
	list := make([]string, len(cases))
	for i, t := range cases {
		list[i] = strconv.Quote(t.Value)
	}
	return list
}

// kindNames returns the JSON types of a union by kind; an integer is not named beside number.
func kindNames(c gomodel.ByKind) (names []string) {
	number := false
	for _, k := range c.Cases {
		number = number || k.Kind == gomodel.KindNumber
	}
	for _, k := range c.Cases {
		if k.Kind != gomodel.KindInteger || !number {
			names = append(names, kindName(k.Kind))
		}
	}
	if c.Objects != nil {
		names = append(names, kindName(gomodel.KindObject))
	}
	return names
}

func kindName(k gomodel.JSONKind) string {
	switch k {
	case gomodel.KindNull:
		return "null"
	case gomodel.KindBool:
		return "boolean"
	case gomodel.KindInteger:
		return "integer"
	case gomodel.KindNumber:
		return "number"
	case gomodel.KindString:
		return "string"
	case gomodel.KindArray:
		return "array"
	case gomodel.KindObject:
		return "object"
	}
	panic(golang.Unprintable("no name for JSON kind " + strconv.Itoa(int(k))))
}

// anyOf joins words: a, b or c.
func anyOf(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
