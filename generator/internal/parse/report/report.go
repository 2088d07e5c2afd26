package report

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Reporter adds what is wrong with a document to the list of findings.
type Reporter struct {
	*diag.List
	Lenient bool // what makes the document unusable is a warning

	suggested int // candidates that hints were chosen from
}

// Fail reports what makes the document unusable; lenient readers go on without it.
func (r *Reporter) Fail(pos diag.Pos, rule diag.Rule, format string, args ...any) *diag.Finding {
	if r.Lenient {
		f := r.Warn(pos, rule, format, args...)
		f.Forgiven = true
		return f
	}
	return r.Error(pos, rule, format, args...)
}

// Suggest is [DidYouMean] for n candidates of a list that grows with the document. It becomes silent when it has worked too long.
func (r *Reporter) Suggest(word string, n int, candidates func() []string) string {
	const enough = 200_000
	if r.suggested += n; r.suggested > enough {
		return ""
	}
	return DidYouMean(word, candidates())
}

// DidYouMean returns the hint that a word is one of the candidates, misspelled, "" if it is near to none.
func DidYouMean(word string, candidates []string) string {
	best := ""
	if len(word) > 2 { // two letters are near to everything
		best = diag.Closest(word, candidates)
	}
	if best == "" {
		for _, c := range candidates {
			if strings.EqualFold(c, word) {
				best = c
			}
		}
	}
	if best == "" {
		return ""
	}
	return "did you mean " + strconv.Quote(best) + "?"
}

// Show returns the text of a value for a finding.
func Show(v api.Value) string {
	const longest = 60
	text := api.JSON(v)
	if len(text) > longest {
		return strings.ToValidUTF8(text[:longest], "") + "..."
	}
	return text
}
