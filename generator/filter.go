package generator

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// filter drops the operations that the configuration does not want. If it includes some and none is left, that is no wish but a mistake.
func (r *run) filter() error {
	f := r.config.Filter
	criteria := slices.Concat(f.Include, f.Exclude)
	words := map[api.CriterionKind][]string{}
	for _, c := range criteria {
		if words[c.Kind] == nil {
			words[c.Kind] = r.document.Words(c.Kind)
		}
	}
	had, left := r.document.Keep(f)
	var unused diag.List
	for _, c := range criteria {
		if c.Used {
			continue
		}
		x := unused.Warn(c.Pos, diag.RuleNoEffect, "no operation fits %q in %s", c.Text, c.Kind)
		if like := diag.Closest(c.Text, words[c.Kind]); like != "" {
			x.Hint = "did you mean " + strconv.Quote(like) + "?"
		}
	}
	if len(f.Include) > 0 && had > 0 && left == 0 {
		return &UsageError{noOperation(r.input.document, had, unused.All())}
	}
	for _, x := range unused.All() {
		r.findings.Add(x)
	}
	return nil
}

// noOperation is the error for a configuration that leaves none of some operations.
func noOperation(document string, had int, unused []diag.Finding) error {
	text := fmt.Sprintf("the configuration leaves none of the %d operations of %s", had, document)
	if len(unused) == 0 {
		return errors.New(text + ": exclude has all that include has")
	}
	for i := range unused {
		unused[i].Severity = diag.Error
	}
	var b strings.Builder
	if err := diag.WriteText(&b, unused); err != nil {
		return err
	}
	return errors.New(text + ":\n" + strings.TrimSuffix(b.String(), "\n"))
}
