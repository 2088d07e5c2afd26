package main

import (
	"regexp"
	"time"

	"github.com/dlclark/regexp2/v2"
	"github.com/getkin/kin-openapi/openapi3"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// compilePattern gives kin-openapi the expressions of ECMA-262 that package regexp does not have.
func compilePattern(pattern string) (openapi3.RegexMatcher, error) {
	if re, err := regexp.Compile(pattern); err == nil {
		return re, nil
	}
	re, err := regexp2.Compile(pattern, regexp2.ECMAScript)
	if err != nil {
		return nil, err
	}
	re.MatchTimeout = time.Second
	return backtracking{re}, nil
}

// patternEngine gives another validator the same expressions.
func patternEngine(pattern string) (jsonschema.Regexp, error) {
	re, err := compilePattern(pattern)
	return writtenPattern{re, pattern}, err
}

type writtenPattern struct {
	openapi3.RegexMatcher
	text string
}

func (p writtenPattern) String() string { return p.text }

type backtracking struct{ re *regexp2.Regexp }

func (b backtracking) MatchString(s string) bool {
	ok, err := b.re.MatchString(s)
	return ok && err == nil
}

// lookAround finds the groups that look ahead or behind, which a short text that matches the rest mostly satisfies too.
var lookAround = regexp.MustCompile(`\(\?<?[=!][^()]*\)`)
