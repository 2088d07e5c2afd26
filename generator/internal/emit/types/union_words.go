package types

import (
	"strconv"

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
		return u.Keyword, golang.AnyOf(kindNames(c))
	case gomodel.BySchema:
		return u.Keyword, "one of " + strconv.Itoa(len(c.Cases))
	}
	panic(golang.NoPrinter(u.Choose))
}

// tagValues names the values of a tag, those that several variants have too.
func tagValues(c gomodel.ByTag) string {
	if c.Known != nil {
		return golang.AnyOf(golang.LiteralTexts(c.Known))
	}
	var list []string
	for _, t := range c.Cases {
		list = append(list, golang.LiteralText(t.Value))
	}
	return golang.AnyOf(append(list, golang.LiteralTexts(c.Shared)...))
}

func withOneOf(c gomodel.ByKey) string {
	list := make([]string, len(c.Cases))
	for i, k := range c.Cases {
		list[i] = strconv.Quote(k.Value)
	}
	return "object with " + golang.AnyOf(list)
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
