package generator

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/policy"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
)

// A DiffConfig says which documents to compare, and how.
type DiffConfig struct {
	Old, New string   // as [Config.Spec]; Old may be "" for what the commit HEAD has for the file New
	Git      *GitDiff // what to compare instead of Old and New
	Reading  Config   // how both are read, and which package they would become; Spec is not used, and Lenient is always on
	RunGo    bool     // build the generated packages and show them the proofs, instead of predicting what they do
	Objects  string   // open, or strict: members that a schema does not describe are refused; "" is what the configuration says
	FailOn   string   // which changes make [DiffResult.Failed] true, one of [FailOnValues]; "" is the default
	Today    time.Time

	newText []byte // the text of New, if that is not what the file has
	newName string // what findings call it then
}

// FailOnValues returns the values of [DiffConfig.FailOn], the default first.
func FailOnValues() []string {
	return []string{
		string(report.FailBreaking), string(report.FailWire), string(report.FailCompiling), string(report.FailRunning),
		string(report.FailUnknown), string(report.FailAny), string(report.FailNone),
	}
}

// A DiffResult is what a comparison has found.
type DiffResult struct {
	Findings []diag.Finding // what could not be read of both documents, and what is wrong with the configuration
	NotRun   error          // why generated code could not be run, if [DiffConfig.RunGo] asks for it; then the report has what is predicted
	report   *report.Report // nil if a document cannot be used
	commits  [2]string      // that the old and the new document are of
}

// Failed reports whether there are changes that [DiffConfig.FailOn] names, or that the configuration makes errors.
func (r *DiffResult) Failed() bool { return r.report != nil && r.report.Failed }

// Verdict says in one line what the changes mean. There must be a report: Diff gave no error, or [ErrRefused].
func (r *DiffResult) Verdict() string {
	if r.report.Word() == report.WordEqual {
		return report.WordEqual
	}
	return strings.Join(r.report.LineParts(), "")
}

// Diff compares two documents. Errors of documents are forgiven as far as something is left to compare; the findings tell of them.
//
// A [*UsageError] says that c is wrong, [ErrUnusable] that one of the documents cannot be read at all, [ErrRefused] that the configuration
// makes a finding an error, an [*InternalError] that this program is wrong. With ErrUnusable and ErrRefused there is a result.
func Diff(ctx context.Context, c DiffConfig) (*DiffResult, error) {
	return compareWith(ctx, c, compareDocuments)
}

// A comparer finds the changes between two documents.
type comparer func(ctx context.Context, c DiffConfig, old, new *side) (*compared, error)

// compared is what a comparer has found.
type compared struct {
	changes    []change.Change    // in the order of the documents, without numbers
	operations []report.Operation // all, in the order of the new document; those that are gone where they stood
	lead       string             // one sentence that says more than the counts
	notRun     error              // why generated code could not be run
}

func compareWith(ctx context.Context, c DiffConfig, compare comparer) (result *DiffResult, err error) {
	stage := "compare"
	defer catch(&stage, &err)
	if err := c.check(); err != nil {
		return nil, err
	}
	old, new, err := c.sides(ctx)
	if err != nil {
		return nil, err
	}
	result = &DiffResult{}
	findings := slices.Concat(old.findings, new.findings)
	if old.document == nil || new.document == nil {
		result.Findings = c.Reading.Policy.Findings(findings)
		return result, ErrUnusable
	}
	findings = append(findings, unusedCriteria(unshared(c.Reading.Filter), criterionWords(old.document, new.document))...)
	found, err := compare(ctx, c, old, new)
	if err != nil {
		return nil, err
	}
	kept, ignored, ofPolicy := policy.Apply(found.changes, c.Reading.Policy, c.Today)
	result.Findings = append(c.Reading.Policy.Findings(findings), ofPolicy...)
	result.commits, result.NotRun = [2]string{old.commit, new.commit}, found.notRun
	result.report = assemble(c, old, new, found, kept, ignored)
	if slices.ContainsFunc(result.Findings, func(f diag.Finding) bool { return f.Severity == diag.Error }) {
		return result, ErrRefused
	}
	return result, nil
}

func (c *DiffConfig) failOn() report.FailOn {
	if c.FailOn == "" {
		return report.FailBreaking
	}
	return report.FailOn(c.FailOn)
}

// check returns what is wrong with c and reads its configuration.
func (c *DiffConfig) check() error {
	c.Reading.Lenient = true
	switch {
	case !slices.Contains(FailOnValues(), string(c.failOn())):
		return &UsageError{fmt.Errorf("%q is nothing to fail on: it is one of %s", c.FailOn, strings.Join(FailOnValues(), ", "))}
	case !slices.Contains([]string{"", "open", "strict"}, c.Objects):
		return &UsageError{fmt.Errorf("objects are open or strict, not %q", c.Objects)}
	case c.Git == nil && c.New == "":
		return &UsageError{errors.New("no document to compare")}
	case c.Git == nil && c.Old == Stdin && c.New == Stdin:
		return &UsageError{errors.New("standard input is one document: it cannot be both")}
	}
	if c.Git == nil {
		for _, spec := range []string{c.Old, c.New} {
			c.Reading.Spec = spec
			if err := checkSpec(&c.Reading); err != nil && spec != "" {
				return &UsageError{err}
			}
		}
	}
	return c.Reading.checkSettings()
}
