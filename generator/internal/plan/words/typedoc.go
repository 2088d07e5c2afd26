package words

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
)

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
