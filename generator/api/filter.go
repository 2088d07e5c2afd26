package api

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
)

// A Filter says which operations of a document are wanted: those that a criterion includes, all if there is none, without those that
// one excludes.
type Filter struct{ Include, Exclude []*Criterion }

// A Criterion is about the tags, the operationId or the path of operations. Its text may have * for any characters.
type Criterion struct {
	Pos  diag.Pos // in the configuration
	Kind CriterionKind
	Text string
	Used bool // an operation fits
}

// A CriterionKind is what a [Criterion] looks at.
type CriterionKind string

// The kinds of criteria.
const (
	ByTag       CriterionKind = "tags"
	ByOperation CriterionKind = "operations"
	ByPath      CriterionKind = "paths"
)

// Keep drops the operations of paths that f does not want. Schemas and other components stay.
func (d *Document) Keep(f Filter) {
	if len(f.Include)+len(f.Exclude) == 0 {
		return
	}
	var kept []Named[Use[PathItem]]
	for _, entry := range d.Paths {
		if entry.Value.Value == nil {
			kept = append(kept, entry)
			continue
		}
		item := *entry.Value.Value
		item.Operations = nil
		for _, op := range entry.Value.Value.Operations {
			if f.wants(entry.Name, op) {
				item.Operations = append(item.Operations, op)
			}
		}
		if len(item.Operations) > 0 {
			entry.Value.Value = &item
			kept = append(kept, entry)
		}
	}
	d.Paths = kept
}

// wants looks at every criterion, to know which are used.
func (f Filter) wants(path string, op *Operation) bool {
	wanted := len(f.Include) == 0
	for _, c := range f.Include {
		if c.fits(path, op) {
			wanted, c.Used = true, true
		}
	}
	for _, c := range f.Exclude {
		if c.fits(path, op) {
			wanted, c.Used = false, true
		}
	}
	return wanted
}

func (c *Criterion) fits(path string, op *Operation) bool {
	switch c.Kind {
	case ByTag:
		return slices.ContainsFunc(op.Tags, func(tag string) bool { return matches(c.Text, tag) })
	case ByOperation:
		return op.OperationID != "" && matches(c.Text, op.OperationID)
	}
	return matches(c.Text, path)
}

// matches reports whether text is like pattern, in which * stands for any characters.
func matches(pattern, text string) bool {
	first, rest, wild := strings.Cut(pattern, "*")
	if !wild {
		return pattern == text
	}
	if !strings.HasPrefix(text, first) {
		return false
	}
	for text = text[len(first):]; ; text = text[1:] {
		if matches(rest, text) {
			return true
		}
		if text == "" {
			return false
		}
	}
}
