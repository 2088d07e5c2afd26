package judge

import (
	"github.com/oas2go/oas2go/generator/internal/analysis/pattern"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/classes"
	"github.com/oas2go/oas2go/generator/internal/diff/language"
)

// A Judge says whether values are in schemas.
type Judge struct {
	Asserts func(name string, number bool) bool // which formats are constraints, of strings or of numbers
	// Formats judges strings that not all validators judge alike; known is false for formats that it does not know. Nil: nobody can say.
	Formats  func(name, text string) (valid, known bool)
	classes  *classes.Classes
	patterns map[string]Pattern
	parts    map[*api.Schema][]Part
	bare     map[*api.Schema]*api.Schema
}

// New returns a judge. The classes know where a $dynamicRef leads.
func New(asserts func(name string, number bool) bool, c *classes.Classes) *Judge {
	return &Judge{
		Asserts: asserts, classes: c,
		patterns: map[string]Pattern{}, parts: map[*api.Schema][]Part{}, bare: map[*api.Schema]*api.Schema{},
	}
}

// A Pattern is a language, or why it is none.
type Pattern struct {
	Language *language.Language
	Match    func(string) bool // nil if the pattern is no expression
	Err      error
}

// Pattern returns what is known of a pattern.
func (s *Judge) Pattern(source string) Pattern {
	if p, known := s.patterns[source]; known {
		return p
	}
	p := Pattern{Match: pattern.Matcher(source)}
	p.Language, p.Err = language.FromPattern(source)
	s.patterns[source] = p
	return p
}

// matches says whether a pattern matches a string.
func (s *Judge) matches(source, text string) Status {
	p := s.Pattern(source)
	if p.Match == nil {
		return Unknown
	}
	return Truth(p.Match(text))
}
