package generator

import (
	"context"
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
)

// compareDocuments is the [comparer] of two documents.
func compareDocuments(ctx context.Context, c DiffConfig, old, new *side) (*compared, error) {
	if c.Reading.Progress != nil {
		c.Reading.Progress("comparing the documents")
	}
	r := diff.Compare(
		diff.Side{Document: old.document, Trees: old.trees, Package: old.model, Run: old.runner(ctx, c)},
		diff.Side{Document: new.document, Trees: new.trees, Package: new.model, Run: new.runner(ctx, c)},
		diff.Options{Strict: c.strictObjects(), AnnotateFormats: c.Reading.Annotate, AnnotateDiscriminators: c.Reading.AnnotateDiscriminators},
	)
	found := &compared{changes: slices.Concat(unreadable(old, new), r.Changes), lead: r.Lead, notRun: r.NotRun}
	for _, op := range r.Operations {
		found.operations = append(found.operations, report.Operation{Name: op.Name, Method: op.Method, Path: op.Path})
	}
	return found, nil
}

// strictObjects reports whether members that a schema does not describe are refused. The caller has the last word.
func (c *DiffConfig) strictObjects() bool {
	if c.Objects == "" {
		return c.Reading.StrictObjects
	}
	return c.Objects == "strict"
}

// unreadable returns a change for each error that only one side has: what stands there was not compared.
func unreadable(old, new *side) (list []change.Change) {
	add := func(f diag.Finding, here, there *side, sentence string) {
		x := change.Change{
			Rule: "not-compared", Class: change.Unproved, Subject: f.Pos.Path.Pointer(), Pointer: f.Pos.Path.Pointer(),
			Sentence: sentence + f.Message, Facts: change.Facts{Name: string(f.Rule)},
		}
		if x.Subject == "" {
			x.Subject = "document"
		}
		mine, other := change.Side{Value: f.Message, Present: true, Pos: f.Pos}, change.Side{Pos: there.document.Pos}
		if x.Old, x.New = other, mine; here == old {
			x.Old, x.New = mine, other
		}
		x.Advice.Why = "What is wrong here was left out of the comparison."
		rules.Advise(&x, rules.Context{})
		x.Fingerprint = diff.Fingerprint(x)
		list = append(list, x)
	}
	for _, f := range new.findings {
		if !hasFinding(old.findings, f) {
			add(f, new, old, "cannot be read now: ")
		}
	}
	for _, f := range old.findings {
		if !hasFinding(new.findings, f) {
			add(f, old, new, "could not be read before: ")
		}
	}
	return list
}

// hasFinding reports whether a side has the same error at the same place.
func hasFinding(list []diag.Finding, f diag.Finding) bool {
	return slices.ContainsFunc(list, func(o diag.Finding) bool {
		return o.Rule == f.Rule && o.Message == f.Message && o.Pos.Path.Pointer() == f.Pos.Path.Pointer()
	})
}
