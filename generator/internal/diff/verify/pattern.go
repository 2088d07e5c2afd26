package verify

import (
	"fmt"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/oas2go/oas2go/generator/internal/analysis/pattern"
)

// patterns are the regular expressions of schemas, in the dialect of ECMA-262 (Core 6.4). What cannot be matched does not make a schema
// useless: only values that meet such an expression are not judged.
type patterns struct {
	problem error // of the value that is judged
}

// compile is the engine of the validator.
func (p *patterns) compile(text string) (jsonschema.Regexp, error) {
	return &expression{patterns: p, text: text, match: pattern.Matcher(text)}, nil
}

type expression struct {
	patterns *patterns
	text     string
	match    func(string) bool // nil if there is none
}

// String returns the expression as the document has it.
func (x *expression) String() string { return x.text }

// MatchString reports whether a text matches.
func (x *expression) MatchString(text string) bool {
	if x.match == nil {
		x.patterns.problem = fmt.Errorf("the pattern %q cannot be matched", x.text)
		return true
	}
	return x.match(text)
}
