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

// Echoes reports whether a text only repeats the name of a declaration or the end of it: "Content" says nothing of UserMessageContent.
func Echoes(name, text string) bool {
	if len(text) > 2*len(name)+2 {
		return false
	}
	said := strings.ToLower(strings.Join(ident.Words(text), ""))
	return said != "" && strings.HasSuffix(strings.ToLower(name), said)
}

// QuoteOdd puts a name into quotes that would not stand out as one.
func QuoteOdd(name string) string {
	if plainName.MatchString(name) {
		return name
	}
	return strconv.Quote(name)
}

// DeprecatedPara is the paragraph of what the document calls deprecated.
var DeprecatedPara = gomodel.Deprecated{{Text: "the document says so."}}

// Describe makes the first paragraphs of a comment from a description.
func Describe(name, description, otherwise string) gomodel.Doc {
	doc := Blocks(description)
	if first, ok := FirstText(doc); ok {
		return append(gomodel.Doc{gomodel.Text{{Text: StartWith(name, first)}}}, doc[1:]...)
	}
	return append(gomodel.Doc{gomodel.Text{{Text: StartWith(name, otherwise)}}}, doc...)
}

// FirstText returns the text that a description begins with.
func FirstText(doc gomodel.Doc) (string, bool) {
	if len(doc) == 0 {
		return "", false
	}
	first, ok := doc[0].(gomodel.Text)
	if !ok {
		return "", false
	}
	return first[0].Text, true
}

// Article returns "a " or "an " for a name.
func Article(name string) string {
	if strings.Contains("AEIO", name[:1]) {
		return "an "
	}
	return "a "
}

// WithNote adds words of ours to the first paragraph, or behind the description if that paragraph leads to a list or code.
func WithNote(doc gomodel.Doc, note gomodel.Text) gomodel.Doc {
	switch {
	case len(note) == 0:
		return doc
	case len(doc) > 1 && isIndented(doc[1]):
		return append(doc, note)
	}
	doc[0] = slices.Concat(doc[0].(gomodel.Text), gomodel.Text{{Text: " "}}, note)
	return doc
}
