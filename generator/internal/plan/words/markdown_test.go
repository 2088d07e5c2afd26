package words

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// shown writes blocks as lines: text as it is, items behind their marks, code behind a bar.
func shown(doc gomodel.Doc) (out []string) {
	for _, para := range doc {
		switch para := para.(type) {
		case gomodel.Text:
			out = append(out, para[0].Text)
		case gomodel.List:
			for _, item := range para {
				out = append(out, "-"+item.Number+" "+item.Text[0].Text)
			}
		case gomodel.Code:
			for _, line := range para {
				out = append(out, "|"+line)
			}
		}
	}
	return out
}

func TestBlocks(t *testing.T) {
	for text, want := range map[string][]string{
		"# Title\n\nSome *text* with **bold**, `code` and a [link](https://a.example/b).": {"Title.", "Some text with bold, code and a link (https://a.example/b)."},
		"## Title ##\nText":                                  {"Title ##.", "Text."},
		"Title\n=====\nText\n***\nMore":                      {"Title.", "Text.", "More."},
		"<p>One</p>\n<br/>two &lt;3":                         {"One.", "two <3."},
		"Any of\n- a\n- b\n  and c\n\n1. d\n\n   e\n\nAfter": {"Any of:", "- a", "- b and c", "- 1. d e", "After."},
		"1. a\n2. b": {"-1 a", "-2 b"},
		"<ul><li>a</li>\n<li class='x'>b</li></ul>c": {"- a", "- b", "c."},
		"As\n2. b":             {"As 2. b."},
		"* **a** `<b>`\n* * *": {"- a <b>"},
		"So:\n```go\n\nx := 1\n\n\ty()\n```\n\nb": {"So:", "|x := 1", "|", "|\ty()", "b."},
		"~~~\nx\n```\ny":               {"|x", "|```", "|y"},
		"- a\n  ```\n  x\n  ```\n- b":  {"- a x", "- b"},
		"- a\n```\nx\n```\n- b":        {"- a", "Example:", "|x", "Notes:", "- b"},
		"```yaml\n- a: 1\n  b: 2\n```": {"- a: 1 b: 2"},
		"a *b* and **c** 2*3*4":        {"a b and c 2*3*4."},
		"| a | b |\n|---|---|\n\nc":    {"|a | b", "c."},
		"Codes:\n\n| code | meaning |\n|:-----|--------:|\n| `1` | **small** |\n| 2 | a\\|b |\nEnd": {"Codes:", "|code | meaning", "|1    | small", "|2    | a|b", "End."},
		"a__b__c, __init__ and __so__ __it__ is: ^[a-z]+__[0-9]+$":                                  {"a__b__c, init and so it is: ^[a-z]+__[0-9]+$."},
		"a<br>b<br/>\nc<BR />d":                           {"a.", "b.", "c.", "d."},
		"- a<br>b\n- c":                                   {"- a b", "- c"},
		"x_ __ y __ __":                                   {"x_ __ y __ __."},
		"snake_case stays, 2 < 3 too":                     {"snake_case stays, 2 < 3 too."},
		"see [above](#top) or <https://a.example/b>":      {"see above or https://a.example/b."},
		"`**kwargs` of `List<b>`":                         {"**kwargs of List<b>."},
		"[`x`](https://a.example) is code":                {"x (https://a.example) is code."},
		"   \n\n  ":                                       nil,
		"a\r\n\r\nb":                                      {"a.", "b."},
		"> **Notes:**\n> * a\n>   b\n> * c\n\nd":          {"Notes:", "- a b", "- c", "d."},
		"a\n> ```\n> x\n> ```\n> b":                       {"a:", "|x", "b."},
		"<x-box><x-mark class=\"a\"></x-mark></x-box>One": {"One."},
		"<x-mark></x-mark>":                               nil,
		"bearer <api-key> or <other-key>":                 {"bearer <api-key> or <other-key>."},
		"_Note: a_b is one._<br/>(_b_) of _links and id_": {"Note: a_b is one.", "(b) of links and id."},
		"x _a_ y":           {"x a y."},
		"a <!-- b\nc --> d": {"a d."},
		"Your Name <sender@domain.com>, <token>, List<String>, a<b": {"Your Name <sender@domain.com>, <token>, List<String>, a<b."},
	} {
		assert.Equal(t, want, shown(Blocks(text)), "%q", text)
	}
}

func TestPlainText(t *testing.T) {
	assert.Equal(t, "One of. a; b. Not c", PlainText("One of\n\n* a\n* b\n\n```\nx\n```\nNot c"))
}

// FuzzBlocks: nothing is lost of plain words, and lists and code never touch.
func FuzzBlocks(f *testing.F) {
	for _, text := range []string{"- a\n```\nx\n```\n1. b", "a\n\n b", "```\n- a", "<li>", "`", "> - a", "#", "- \n-\t\n*", "- <!-- -->", "0. a\n```"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := Blocks(text)
		for i, para := range doc {
			if i > 0 && isIndented(para) {
				assert.False(t, isIndented(doc[i-1]), "%q", text)
			}
		}
		for _, line := range shown(doc) {
			assert.NotEmpty(t, strings.TrimSpace(line+"|"), "%q", text)
		}
		PlainText(text)
	})
}
