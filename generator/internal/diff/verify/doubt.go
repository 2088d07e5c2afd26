package verify

import (
	"errors"
	"fmt"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/oas2go/oas2go/generator/internal/analysis/pattern"
)

// doubts are what cannot be judged of a value: parts of schemas that do not make the rest useless, but say nothing certain about the values
// that meet them.
type doubts struct {
	problem error // of the value that is judged
}

// dangling is a keyword for a reference that leads nowhere.
const dangling = "x-dangling-reference"

// vocabulary makes the validator know the keyword dangling.
func (d *doubts) vocabulary() *jsonschema.Vocabulary {
	compile := func(_ *jsonschema.CompilerContext, s map[string]any) (jsonschema.SchemaExt, error) {
		if s[dangling] == true {
			return danglingReference{d}, nil
		}
		return nil, nil
	}
	return &jsonschema.Vocabulary{URL: root + "vocabulary", Compile: compile}
}

type danglingReference struct{ doubts *doubts }

// Validate notes that nothing is known of the value.
func (r danglingReference) Validate(*jsonschema.ValidatorContext, any) {
	r.doubts.problem = errors.New("a reference leads nowhere")
}

// compile is the engine of the validator for regular expressions, in the dialect of ECMA-262 (Core 6.4).
func (d *doubts) compile(text string) (jsonschema.Regexp, error) {
	return &expression{doubts: d, text: text, match: pattern.Matcher(text)}, nil
}

// An expression is a regular expression of a schema.
type expression struct {
	doubts *doubts
	text   string
	match  func(string) bool // nil if it cannot be matched
}

// String returns the expression as the document has it.
func (x *expression) String() string { return x.text }

// MatchString reports whether a text matches.
func (x *expression) MatchString(text string) bool {
	if x.match == nil {
		x.doubts.problem = fmt.Errorf("the pattern %q cannot be matched", x.text)
		return true
	}
	return x.match(text)
}
