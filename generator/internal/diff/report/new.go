package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// Settings are what a report needs beside the changes.
type Settings struct {
	FailOn     FailOn          // FailBreaking if it is ""
	Operations []Operation     // all, in the order of the new document; those that are gone where they stood
	Lead       string          // one sentence that says more than the counts, "" for none
	Ignored    []change.Change // changes that the configuration approves
}

// New makes the report of changes, which come in the order of the documents.
func New(old, new Document, changes []change.Change, s Settings) *Report {
	r := &Report{Old: old, New: new, Lead: s.Lead, FailOn: s.FailOn, Total: len(s.Operations), Ignored: s.Ignored}
	if r.FailOn == "" {
		r.FailOn = FailBreaking
	}
	r.Changes = numbered(changes)
	r.Counts, r.Facets = count(r.Changes, len(r.Ignored))
	r.Wire, r.Go = worst(r.Changes), goVerdict(r.Facets)
	r.Suggests = suggest(old.Version, r.Counts)
	r.Step = step(old.Version, new.Version, r.Suggests, r.Counts)
	r.Line = strings.Join(r.LineParts(), "")
	r.Failed = slices.ContainsFunc(r.Changes, r.Fails)
	r.Operations = touched(s.Operations, r.Changes)
	return r
}

// numbered returns changes in the order of classes, with their numbers.
func numbered(changes []change.Change) []change.Change {
	order := change.Classes()
	sorted := slices.Clone(changes)
	slices.SortStableFunc(sorted, func(a, b change.Change) int {
		return slices.Index(order, a.Class) - slices.Index(order, b.Class)
	})
	numbers := map[string]int{}
	for i := range sorted {
		sorted[i].N = i + 1
		numbers[sorted[i].Fingerprint] = i + 1
	}
	for i := range sorted {
		sorted[i].Sentence += references(sorted[i].See, numbers)
	}
	return sorted
}

// references returns the numbers of other changes as they end a sentence. Those that are not in the report have none.
func references(fingerprints []string, numbers map[string]int) string {
	var list []int
	for _, f := range fingerprints {
		if n := numbers[f]; n > 0 {
			list = append(list, n)
		}
	}
	if len(list) == 0 {
		return ""
	}
	slices.Sort(list)
	texts := make([]string, 0, len(list))
	for _, n := range slices.Compact(list) {
		texts = append(texts, strconv.Itoa(n))
	}
	return " (" + strings.Join(texts, ", ") + ")"
}

// touched returns the operations that changes of meaning reach, each with their numbers.
func touched(operations []Operation, changes []change.Change) []Operation {
	numbers := map[string][]int{}
	for _, c := range changes {
		if c.Class == change.Docs {
			continue
		}
		for _, e := range c.Wire {
			for _, name := range e.Operations {
				if list := numbers[name]; len(list) == 0 || list[len(list)-1] != c.N {
					numbers[name] = append(list, c.N)
				}
			}
		}
	}
	var list []Operation
	for _, o := range operations {
		if o.Changes = numbers[o.Name]; len(o.Changes) > 0 {
			list = append(list, o)
		}
	}
	return list
}
