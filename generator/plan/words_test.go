package plan

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestStartWith(t *testing.T) {
	for text, want := range map[string]string{
		"Asks for a new task.":          "X asks for a new task.",
		"The type of a task":            "X is the type of a task.",
		"A dot.":                        "X is a dot.",
		"An order":                      "X is an order.",
		"List orders":                   "X lists orders.",
		"Returns":                       "X returns.",
		"X is special":                  "X is special.",
		"Status of things":              "X: Status of things.",
		"":                              "X has no description.",
		"Is it over?":                   "X is it over?",
		"Retrieve the HTML of a\npage.": "X retrieves the HTML of a\npage.",
	} {
		assert.Equal(t, want, startWith("X", text), "%q", text)
	}
}

func TestParagraphs(t *testing.T) {
	for text, want := range map[string][]string{
		"# Title\n\nSome *text* with **bold**, `code` and a [link](https://a.example/b).": {"Title", "Some text with bold, code and a link (https://a.example/b)."},
		"<p>One</p>\n<br/>two &lt;3":  {"One two <3"},
		"- a\n- b\n\n1. c":            {"a b", "c"},
		"```go\nx := 1\n```\n\nb":     {"b"},
		"a *b* and **c** 2*3*4":       {"a b and c 2*3*4"},
		"| a | b |\n|---|---|\n\nc":   {"c"},
		"snake_case stays, 2 < 3 too": {"snake_case stays, 2 < 3 too"},
		"see [above](#top)":           {"see above"},
		"   \n\n  ":                   nil,
		"a\r\n\r\nb":                  {"a", "b"},
	} {
		assert.Equal(t, want, paragraphs(text), "%q", text)
	}
}
