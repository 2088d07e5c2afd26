package words

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// DescribeOn adds a description to a line that goes on. One with lists or code is paragraphs before it.
func DescribeOn(line *Text, description string) (gomodel.Doc, *Text) {
	doc := Blocks(description)
	at := slices.IndexFunc(doc, isIndented)
	if at < 0 {
		at = len(doc)
	}
	for _, para := range doc[:at] {
		line.Space().Add(para.(gomodel.Text)[0].Text)
	}
	if at == len(doc) {
		return nil, line
	}
	if len(line.Spans) == 0 { // go doc knows a list or code by its indentation from other text
		line.Add(leadIn(doc[at]))
	}
	return append(gomodel.Doc{line.Spans}, doc[at:]...), &Text{}
}

// TellsName reports whether a reader can guess the name in the document from the one in Go and the usual ways of spelling.
func TellsName(name, wire string) bool {
	return plainName.MatchString(wire) && strings.EqualFold(strings.Join(ident.Words(wire), ""), name)
}

var plainName = regexp.MustCompile(`^[A-Za-z0-9]+(?:[_.-][A-Za-z0-9]+)*$`)

// QuoteOdd puts a name into quotes that would not stand out as one.
func QuoteOdd(name string) string {
	if plainName.MatchString(name) {
		return name
	}
	return strconv.Quote(name)
}
