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
	if !r.config.generates(PartClient) && !r.config.generates(PartService) {
		r.document.Keep(api.Filter{Exclude: []*api.Criterion{{Kind: api.ByPath, Text: "*"}}})
		return nil
	}
	if len(f.Include)+len(f.Exclude) == 0 {
		return nil
	}
	words := criterionWords(r.document)
	had, left := r.document.Keep(f)
	unused := unusedCriteria(f, words)
	if len(f.Include) > 0 && had > 0 && left == 0 {
		return &UsageError{noOperation(r.input.document, had, unused)}
	}
	for _, x := range unusedCriteria(unshared(f), words) {
		r.findings.Add(x)
	}
	return nil
}

// unshared returns the criteria that are for one document alone.
func unshared(f api.Filter) api.Filter {
	isShared := func(c *api.Criterion) bool { return c.Shared }
	return api.Filter{
		Include: slices.DeleteFunc(slices.Clone(f.Include), isShared),
		Exclude: slices.DeleteFunc(slices.Clone(f.Exclude), isShared),
	}
}

// criterionWords returns what criteria of each kind can be about in documents.
func criterionWords(documents ...*api.Document) map[api.CriterionKind][]string {
	words := map[api.CriterionKind][]string{}
	for _, d := range documents {
		for _, kind := range []api.CriterionKind{api.ByOperation, api.ByPath, api.ByTag} {
			words[kind] = append(words[kind], d.Words(kind)...)
		}
	}
	return words
}

// unusedCriteria returns findings about criteria that fit no operation.
func unusedCriteria(f api.Filter, words map[api.CriterionKind][]string) []diag.Finding {
	var unused diag.List
	for _, c := range slices.Concat(f.Include, f.Exclude) {
		if c.Used {
			continue
		}
		x := unused.Warn(c.Pos, diag.RuleNoEffect, "no operation fits %q in %s", c.Text, c.Kind)
		if like := diag.Closest(c.Text, words[c.Kind]); like != "" {
			x.Hint = "did you mean " + strconv.Quote(like) + "?"
		}
	}
	return unused.All()
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
