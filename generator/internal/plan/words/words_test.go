package words

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
		assert.Equal(t, want, StartWith("X", text), "%q", text)
	}
}
