package golang_test

import (
	"go/format"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	. "github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// docOf returns the lines of a comment, which gofmt must leave as they are.
func docOf(t *testing.T, d Doc) string {
	t.Helper()
	doc := ""
	for _, line := range golang.DocLines(d, golang.PageWidth) {
		doc += line + "\n"
	}
	src := "package style\n\n" + doc + "type Word = string\n"
	again, err := format.Source([]byte(src))
	require.NoError(t, err)
	assert.Equal(t, src, string(again))
	return doc
}

func TestComment(t *testing.T) {
	link := Span{Link: Ident{Path: "example.com/style", Name: "Point"}, Star: true}
	for name, c := range map[string]struct {
		doc  Doc
		want string
	}{
		"none":        {nil, ""},
		"empty":       {Doc{Text{{Text: " \n "}}, Text{}}, ""},
		"line breaks": {Words("a\nb\r\nc\u2028d\u2029e\u0085f\vg\x00h\x1bi"), "// a b c d e f g h i\n"},
		"directives":  {Doc{Text{{Text: "go:build ignore"}}, Text{{Text: "+build ignore"}}, Text{{Text: "line x.go:1"}}}, "// go:build ignore\n//\n// + build ignore\n//\n// line x.go:1\n"},
		"comments":    {Words("/* a */ // b"), "// /* a */ // b\n"},
		"invalid":     {Words("a\xffb\ufeffc\u202ed"), "// a\ufffdbcd\n"},
		"code":        {Doc{Text{{Text: "Call:"}}, Code{"", "x :=  f()", "", "\ty\n", " "}}, "// Call:\n//\n//\tx :=  f()\n//\n//\t\ty\n"},
		"lists":       {Doc{Text{{Text: "Any:"}}, List{{Text: Text{{Text: strings.Repeat("w", 73) + " next"}}}, {Text: Text{{Text: "- b"}}}}, Text{{Text: "c"}}}, "// Any:\n//   - " + strings.Repeat("w", 73) + "\n//     next\n//   - - b\n//\n// c\n"},
		"numbers":     {Doc{Text{{Text: "To do:"}}, List{{Number: "9", Text: Text{{Text: "a"}}}, {Number: "10", Text: Text{{Text: "[x]: a:b"}}}}}, "// To do:\n//  9. a\n//  10. [x] : a:b\n"},
		"quotes":      {Words("'' or ```a``"), "// \"\" or `a`\n"},
		"deprecated":  {Doc{Text{{Text: "A."}}, Deprecated{{Text: "use "}, link, {Text: "."}}}, "// A.\n//\n// Deprecated: use [*Point].\n"},
		"no list":     {Words(strings.Repeat("w", 74) + " 1. - x"), "// " + strings.Repeat("w", 74) + " 1. -\n// x\n"},
		"links":       {Doc{Text{{Text: strings.Repeat("w", 70) + " "}, {Link: Ident{Path: "example.com/style", Name: "Client"}, Member: "ListTasks"}, {Text: ", b"}}}, "// " + strings.Repeat("w", 70) + "\n// [Client.ListTasks], b\n"},
	} {
		assert.Equal(t, c.want, docOf(t, c.doc), name)
	}
}

func TestCommentWidth(t *testing.T) {
	text := strings.Repeat("word [x] été ", 60)
	for line := range strings.Lines(docOf(t, Words(text))) {
		assert.LessOrEqual(t, len([]rune(strings.TrimSuffix(line, "\n"))), 80, line)
	}
}
