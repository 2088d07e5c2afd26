package generator

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
)

// comparing returns a comparer that finds changes, and what it was given.
func comparing(changes ...change.Change) (find comparer, given *[2]*side) {
	given = &[2]*side{}
	return func(_ context.Context, _ DiffConfig, old, new *side) (*compared, error) {
		given[0], given[1] = old, new
		return &compared{changes: changes}, nil
	}, given
}

func shown(t *testing.T, findings []diag.Finding) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, diag.WriteText(&b, findings))
	return b.String()
}

// TestDiffFails: which changes make a run fail.
func TestDiffFails(t *testing.T) {
	breaks := change.Change{Class: change.Running, Wire: []change.Effect{{Verdict: change.Compatible}, {Verdict: change.Breaking}}}
	compiles := change.Change{Class: change.Compiling, Go: change.GoEffect{StopsCompiling: true}}
	runs := change.Change{Class: change.Running, Go: change.GoEffect{FailsWhenRunning: true}}
	unknown, harmless, docs := change.Change{Class: change.Unproved}, change.Change{Class: change.Harmless}, change.Change{Class: change.Docs}
	all := []change.Change{breaks, compiles, runs, unknown, harmless, docs}
	for failOn, want := range map[report.FailOn]string{
		report.FailWire: "100000", report.FailCompiling: "010000", report.FailRunning: "001000", report.FailBreaking: "111000",
		report.FailUnknown: "111100", report.FailAny: "111110", report.FailNone: "000000",
	} {
		got := ""
		for _, x := range all {
			got += map[bool]string{true: "1", false: "0"}[(&report.Report{FailOn: failOn}).Fails(x)]
		}
		assert.Equal(t, want, got, failOn)
	}
	breaks.Level, docs.Level = change.AsWarn, change.AsError
	assert.False(t, (&report.Report{FailOn: report.FailAny}).Fails(breaks))
	assert.True(t, (&report.Report{FailOn: report.FailWire}).Fails(docs))
	assert.False(t, (&report.Report{FailOn: report.FailNone}).Fails(docs))
	assert.Len(t, FailOnValues(), 7)
}

// TestDiffPolicy: what the configuration approves does not fail the run.
func TestDiffPolicy(t *testing.T) {
	spec := document(t, shop)
	config := filepath.Join(t.TempDir(), "oas2go.yaml")
	require.NoError(t, os.WriteFile(config, []byte("ignores: [{fingerprint: aaaaaaaaaaaa, reason: told, expires: 2026-11-30}]"), 0o600))
	find, _ := comparing(change.Change{Fingerprint: "aaaaaaaaaaaa", Class: change.Wire, Wire: []change.Effect{{Verdict: change.Breaking}}})
	c := DiffConfig{Old: spec, New: spec, Reading: Config{Package: "p", File: config}, Today: time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)}
	result, err := compareWith(t.Context(), c, find)
	require.NoError(t, err)
	assert.False(t, result.Failed())
	assert.Len(t, result.report.Ignored, 1)
	assert.Empty(t, result.Findings)

	c.Today = c.Today.AddDate(0, 0, 1)
	result, err = compareWith(t.Context(), c, find)
	require.NoError(t, err)
	assert.True(t, result.Failed())
	assert.Contains(t, shown(t, result.Findings), ":1:11: warning: the ignore of aaaaaaaaaaaa expired on 2026-11-30: told [ignore-expired]")
}

// TestDiffSides: the whole documents are compared, and the packages are those that the configuration wants.
func TestDiffSides(t *testing.T) {
	const text = `openapi: 3.0.3
info: {title: t, version: "1"}
paths:
  /a: {get: {operationId: getA, responses: {"204": {description: Done.}}}}
  /b: {get: {operationId: getB, responses: {"204": {description: Done.}}}}
`
	old, new := document(t, strings.Replace(text, "getB", "getC", 1)), document(t, text)
	config := filepath.Join(t.TempDir(), "oas2go.yaml")
	require.NoError(t, os.WriteFile(config, []byte("exclude: {operations: [getA, getB, getD]}"), 0o600))
	find, given := comparing()
	c := DiffConfig{Old: old, New: new, Reading: Config{Package: "p", File: config}}
	result, err := compareWith(t.Context(), c, find)
	require.NoError(t, err)
	for i, operations := range []int{1, 0} {
		s := given[i]
		assert.Len(t, s.document.Paths, 2)
		var methods []string
		for _, f := range s.model.Files {
			for _, d := range f.Decls {
				if op, ok := d.(*gomodel.Operation); ok {
					methods = append(methods, op.Name)
				}
			}
		}
		assert.Len(t, methods, operations, s.spec)
	}
	assert.Equal(t, 1, strings.Count(shown(t, result.Findings), "[no-effect]"), "what fits one of the documents has an effect")
	assert.Contains(t, shown(t, result.Findings), `no operation fits "getD" in operations`)
}

// TestDiffUnread: errors of a document are told, and its warnings are not the business of a comparison.
func TestDiffUnread(t *testing.T) {
	spec := document(t, `openapi: 3.0.3
info: {title: t, version: "1", verzion: "1"}
paths: {}
components: {schemas: {A: {$ref: '#/components/schemas/B'}, C: {type: object, type: object}}}
`)
	find, _ := comparing()
	result, err := compareWith(t.Context(), DiffConfig{Old: document(t, shop), New: spec, Reading: Config{Package: "p"}}, find)
	require.NoError(t, err)
	text := shown(t, result.Findings)
	assert.Contains(t, text, "warning: there is no \"B\"")
	assert.Contains(t, text, "[duplicate-key]")
	assert.NotContains(t, text, "[unknown-key]")
	for _, f := range result.Findings {
		assert.True(t, f.Forgiven)
	}
}

func TestDiffUsage(t *testing.T) {
	spec := document(t, shop)
	for want, c := range map[string]DiffConfig{
		"no document to compare":                                   {Old: spec},
		`"all" is nothing to fail on`:                              {Old: spec, New: spec, FailOn: "all"},
		"there is no standard input":                               {Old: Stdin, New: spec},
		"standard input is one document: it cannot be both":        {Old: Stdin, New: Stdin},
		`package name "func" is a keyword of Go`:                   {Old: spec, New: spec, Reading: Config{Package: "func"}},
		"<stdin> is no file, so there is no version of it in HEAD": {New: Stdin, Reading: Config{Stdin: strings.NewReader("")}},
	} {
		if c.Reading.Package == "" {
			c.Reading.Package = "p"
		}
		_, err := Diff(t.Context(), c)
		var usage *UsageError
		require.ErrorAs(t, err, &usage, want)
		assert.Contains(t, err.Error(), want)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	_, err := Diff(stopped, DiffConfig{Old: spec, New: spec, Reading: Config{Package: "p"}})
	assert.ErrorIs(t, err, context.Canceled)
}

// TestDiffPanics: a defect of a comparison is an internal error.
func TestDiffPanics(t *testing.T) {
	spec := document(t, shop)
	_, err := compareWith(t.Context(), DiffConfig{Old: spec, New: spec, Reading: Config{Package: "p"}},
		func(context.Context, DiffConfig, *side, *side) (*compared, error) { panic("broken") })
	var internal *InternalError
	require.ErrorAs(t, err, &internal)
	assert.Equal(t, "compare", internal.Stage)
}

func TestLinkTo(t *testing.T) {
	assert.Equal(t, "https://host/blob/abc/", linkTo("https://host/blob/{commit}/", "abc"))
	assert.Equal(t, "https://host/blob/main/", linkTo("https://host/blob/main/", ""))
	assert.Empty(t, linkTo("https://host/blob/{commit}/", ""))
}
