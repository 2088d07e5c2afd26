package api

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
)

// A Filter says which operations of a document are wanted: those that a criterion includes, all if there is none, without those that
// one excludes.
type Filter struct{ Include, Exclude []*Criterion }

// A Criterion is about the tags, the operationId or the path of operations; a webhook has its name for a path. Its text may have * for any characters.
type Criterion struct {
	Pos    diag.Pos // in the configuration
	Kind   CriterionKind
	Text   string
	Used   bool // an operation fits
	Shared bool // by several documents: no operation of this one need fit
}

// A CriterionKind is what a [Criterion] looks at.
type CriterionKind string

// The kinds of criteria.
const (
	ByTag       CriterionKind = "tags"
	ByOperation CriterionKind = "operations"
	ByPath      CriterionKind = "paths"
)

// Keep drops the operations of paths and webhooks that f does not want. Schemas and other components stay. It returns how many
// operations there were and how many are left.
func (d *Document) Keep(f Filter) (had, left int) {
	if len(f.Include)+len(f.Exclude) == 0 {
		return 0, 0
	}
	for _, list := range []*[]Named[Use[PathItem]]{&d.Paths, &d.Webhooks} {
		var kept []Named[Use[PathItem]]
		for _, entry := range *list {
			if entry.Value.Value == nil {
				kept = append(kept, entry)
				continue
			}
			item := *entry.Value.Value
			item.Operations = slices.DeleteFunc(slices.Clone(item.Operations), func(op *Operation) bool { return !f.wants(entry.Name, op) })
			had += len(entry.Value.Value.Operations)
			if left += len(item.Operations); len(item.Operations) > 0 {
				entry.Value.Value = &item
				kept = append(kept, entry)
			}
		}
		*list = kept
	}
	return had, left
}

// Words returns what criteria of a kind can be about: all tags, operationIds or paths of the document.
func (d *Document) Words(kind CriterionKind) (words []string) {
	for _, entry := range slices.Concat(d.Paths, d.Webhooks) {
		if entry.Value.Value == nil {
			continue
		}
		if kind == ByPath {
			words = append(words, entry.Name)
			continue
		}
		for _, op := range entry.Value.Value.Operations {
			if kind == ByOperation && op.OperationID != "" {
				words = append(words, op.OperationID)
			} else if kind == ByTag {
				words = append(words, op.Tags...)
			}
		}
	}
	return words
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
