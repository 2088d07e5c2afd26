package golang

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// LiteralText returns a constant as it stands in JSON.
func LiteralText(l gomodel.Literal) string {
	switch l := l.(type) {
	case gomodel.StringLit:
		return strconv.Quote(string(l))
	case gomodel.IntLit:
		return strconv.FormatInt(int64(l), 10)
	case gomodel.UintLit:
		return strconv.FormatUint(uint64(l), 10)
	case gomodel.FloatLit:
		return string(l)
	case gomodel.BoolLit:
		return strconv.FormatBool(bool(l))
	}
	panic(NoPrinter(l))
}

// LiteralTexts returns the texts of constants.
func LiteralTexts(list []gomodel.Literal) []string {
	texts := make([]string, len(list))
	for i, l := range list {
		texts[i] = LiteralText(l)
	}
	return texts
}

// AnyOf joins words: a, b or c.
func AnyOf(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
