package golden_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/output"
)

// badComments has one of each thing that the check of comments must notice.
const badComments = `// This package has a comment that begins otherwise.
package bad

// A Thing links to [Nothing] and to [golang.org/x/text.Thing]. This line is much longer than eighty columns.
type Thing struct {
	// Holds **markup**, a <br> and *emphasis*.
	Field string
	// A union.
	Event Event
}

type Bare struct{}

// About something.
func Func() {}

// Event is one of [*Thing].
type Event interface{ isEvent() bool }

func (x *Thing) isEvent() bool { return x != nil }
func (x *Bare) isEvent() bool  { return x != nil }

// A Client calls.
type Client struct{}

// Call calls.
//
//  * a list
func (c *Client) Call(ctx any, params *CallParams) {}

// CallParams are parameters.
type CallParams struct{}

const (
	One = 1
)
`

// TestCommentsAreChecked shows that the check finds what it looks for, and nothing in a sound package.
func TestCommentsAreChecked(t *testing.T) {
	problems := commentProblems(t, "bad", []output.File{{Name: "bad.go", Data: []byte(badComments)}})
	for _, want := range []string{
		"the comment of package bad begins otherwise", "link that leads nowhere: [Nothing]", "links to golang.org/x/text", "Thing has a long line",
		"Thing.Field has markup: **m", "Bare has no comment", "the comment of Func begins otherwise", "Event has no link [*Bare]",
		"a field of type Event has no link [*Thing]", "Client.Call has a list that nothing prints on purpose", "CallParams has no link to its method",
		"the group of One has no comment",
	} {
		assert.Contains(t, strings.Join(problems, "\n"), want)
	}
	for _, bad := range []string{"a <br> b", "see *this* one", "&lt;", "[text](https://example.com)", "## Heading"} {
		assert.Regexp(t, markup, bad)
	}
	for _, fine := range []string{"a < b > c", "2 * 3 * 4", "[*Thing] and [Thing]", "a*b", "R&D"} {
		assert.NotRegexp(t, markup, fine)
	}
	fine := "// Package fine is fine.\npackage fine\n\n// A Thing is fine: see [Thing.Field] and [encoding/json.Marshaler].\ntype Thing struct{ Field string }\n"
	assert.Empty(t, commentProblems(t, "fine", []output.File{{Name: "fine.go", Data: []byte(fine)}}))
}
