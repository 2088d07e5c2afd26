package report_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
)

// of returns a change of a class, as it mostly comes.
func of(class change.Class) change.Change {
	c := change.Change{Class: class, Fingerprint: string(class)}
	switch class {
	case change.Running:
		c.Wire, c.Go.FailsWhenRunning = effect(change.Breaking), true
	case change.Compiling:
		c.Wire, c.Go.StopsCompiling = effect(change.Equal), true
	case change.Wire:
		c.Wire = effect(change.Breaking)
	case change.Unproved:
		c.Wire = effect(change.Unknown)
	case change.Harmless:
		c.Wire = effect(change.Compatible)
	}
	return c
}

func effect(v change.Verdict) []change.Effect {
	return []change.Effect{{Direction: change.Request, Verdict: v, Operations: []string{"op"}}}
}

// changes makes changes of classes: "running 2, docs" is two of one and one of the other.
func changes(classes ...change.Class) (list []change.Change) {
	for _, c := range classes {
		list = append(list, of(c))
	}
	return list
}

func made(version string, s report.Settings, list ...change.Change) *report.Report {
	return report.New(report.Document{File: "old.yaml", Version: version}, report.Document{File: "new.yaml", Version: version}, list, s)
}

func TestVerdictLine(t *testing.T) {
	const running, compiling, wire = change.Running, change.Compiling, change.Wire
	const unproved, harmless, docs = change.Unproved, change.Harmless, change.Docs
	for _, c := range []struct {
		changes  []change.Change
		line     string
		headline string
		wire     change.Verdict
		goes     string
	}{
		{changes(docs, running, compiling, running, wire, compiling, running, compiling, docs, harmless),
			"BREAKING: 3 fail when running, 3 stop compiling, 1 breaks strict readers only | 1 compatible | 2 docs | suggests 2.0.0",
			"7 of 10 changes break callers", change.Breaking, "running"},
		{changes(running, unproved), "BREAKING: 1 fails when running | 1 not proved | suggests 2.0.0",
			"1 of 2 changes breaks callers", change.Breaking, "running"},
		{changes(compiling), "BREAKING: 1 stops compiling | suggests 2.0.0", "1 of 1 change breaks callers", change.Equal, "compiling"},
		{changes(wire, wire), "BREAKING: 2 break strict readers only | suggests 2.0.0", "2 of 2 changes break callers", change.Breaking, "none"},
		{changes(unproved, unproved, harmless), "UNKNOWN: 2 not proved | 1 compatible | suggests at least 1.5.0",
			"2 of 3 changes may break callers", change.Unknown, "none"},
		{changes(harmless, docs, docs), "COMPATIBLE: 1 compatible | 2 docs | suggests 1.5.0",
			"none of 3 changes breaks callers", change.Compatible, "none"},
		{changes(docs), "DOCUMENTATION: 1 docs | suggests 1.4.1", "the change breaks no callers", change.Equal, "none"},
		{nil, "equal: old.yaml -> new.yaml mean the same", "nothing changes for callers", change.Equal, "none"},
	} {
		r := made("1.4.0", report.Settings{}, c.changes...)
		assert.Equal(t, c.line, r.Line)
		assert.Equal(t, c.line, strings.Join(r.LineParts(), ""))
		assert.Equal(t, c.headline, r.Headline(), c.line)
		assert.Equal(t, c.wire, r.Wire, c.line)
		assert.Equal(t, c.goes, r.Go, c.line)
	}
}

// TestIgnored: changes that the configuration approves are in no count and no reason to fail, but they are told.
func TestIgnored(t *testing.T) {
	ignored := changes(change.Running)
	r := made("1.4.0", report.Settings{Ignored: ignored}, changes(change.Docs)...)
	assert.Equal(t, "DOCUMENTATION: 1 docs | 1 ignored | suggests 1.4.1", r.Line)
	assert.False(t, r.Failed)
	r = made("1.4.0", report.Settings{Ignored: append(ignored, ignored...)})
	assert.Equal(t, "NOTHING NEW: 2 ignored", r.Line)
	assert.Equal(t, "2 changes are ignored", r.Headline())
	assert.Equal(t, report.Counts{Ignored: 2}, r.Counts)
}

func TestSuggestedVersion(t *testing.T) {
	for _, c := range []struct {
		version                            string
		breaking, unknown, compatible, doc string
	}{
		{"1.4.0", "2.0.0", "at least 1.5.0", "1.5.0", "1.4.1"},
		{"v1.4.2", "v2.0.0", "at least v1.5.0", "v1.5.0", "v1.4.3"},
		{"1.4.0+build.7", "2.0.0", "at least 1.5.0", "1.5.0", "1.4.1"},
		// Before 1.0.0 a minor version may break, so it is enough whatever is not proved.
		{"0.4.1", "0.5.0", "0.5.0", "0.5.0", "0.4.2"},
		{"0.0.0", "0.1.0", "0.1.0", "0.1.0", "0.0.1"},
		// A pre-release has promised nothing yet that its version stands for.
		{"2.0.0-rc.1", "2.0.0", "2.0.0", "2.0.0", "2.0.0"},
		{"1.4.0-beta", "2.0.0", "at least 1.4.0", "1.4.0", "1.4.0"},
		{"1.4.1-beta", "2.0.0", "at least 1.5.0", "1.5.0", "1.4.1"},
		{"0.4.0-alpha.2", "0.4.0", "0.4.0", "0.4.0", "0.4.0"},
		{"2024-10-21", "a major version", "at least a minor version", "a minor version", "a patch version"},
		{"1.4", "a major version", "at least a minor version", "a minor version", "a patch version"},
		{"01.4.0", "a major version", "at least a minor version", "a minor version", "a patch version"},
		{"99999999999999999999.0.0", "a major version", "at least a minor version", "a minor version", "a patch version"},
		{"", "a major version", "at least a minor version", "a minor version", "a patch version"},
	} {
		for class, want := range map[change.Class]string{
			change.Running: c.breaking, change.Compiling: c.breaking, change.Wire: c.breaking,
			change.Unproved: c.unknown, change.Harmless: c.compatible, change.Docs: c.doc,
		} {
			assert.Equal(t, want, made(c.version, report.Settings{}, of(class)).Suggests, "%s from %s", class, c.version)
		}
		assert.Equal(t, "no new version", made(c.version, report.Settings{}).Suggests)
		both := made(c.version, report.Settings{}, changes(change.Unproved, change.Wire)...)
		assert.Equal(t, c.breaking, both.Suggests, "a step that is the largest needs no more")
	}
}

func TestStep(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"1.4.0", "1.5.0", "The document goes from 1.4.0 to 1.5.0; these changes need 2.0.0."},
		{"1.4.0", "1.4.0", "The document stays at 1.4.0; these changes need 2.0.0."},
		{"2024-10-21", "2025-11-25",
			"The document goes from 2024-10-21 to 2025-11-25, which are no semantic versions; these changes need a major version."},
		{"2024", "2024", "The document stays at 2024, which is no semantic version; these changes need a major version."},
		{"2024", "1.0.0", "The document goes from 2024, which is no semantic version, to 1.0.0; these changes need a major version."},
		{"1.0.0", "next", "The document goes from 1.0.0 to next, which is no semantic version; these changes need 2.0.0."},
		{"", "", "The document has no version; these changes need a major version."},
		{"", "1.0.0", "The document gets the version 1.0.0; these changes need a major version."},
		{"1.0.0", "", "The document loses its version, which was 1.0.0; these changes need 2.0.0."},
	} {
		r := report.New(report.Document{Version: c.old}, report.Document{Version: c.new}, changes(change.Running, change.Docs), report.Settings{})
		assert.Equal(t, c.want, r.Step)
	}
	assert.Equal(t, "The document stays at 1.0.0; this change needs 1.0.1.", made("1.0.0", report.Settings{}, of(change.Docs)).Step)
	assert.Empty(t, made("1.0.0", report.Settings{}).Step)
}

func TestFailOn(t *testing.T) {
	rename, required := of(change.Compiling), of(change.Running)
	required.Go.StopsCompiling = true // who set it does not compile, who did not fails
	for _, c := range []struct {
		change change.Change
		fails  string // the values that fail for it
	}{
		{of(change.Running), "wire running breaking unknown any"},
		{required, "wire compiling running breaking unknown any"},
		{rename, "compiling breaking unknown any"},
		{of(change.Wire), "wire breaking unknown any"},
		{of(change.Unproved), "unknown any"},
		{of(change.Harmless), "any"},
		{of(change.Docs), ""},
	} {
		for _, value := range []report.FailOn{"wire", "compiling", "running", "breaking", "unknown", "any", "none"} {
			r := made("1.0.0", report.Settings{FailOn: value}, c.change, of(change.Docs))
			assert.Equal(t, strings.Contains(" "+c.fails+" ", " "+string(value)+" "), r.Failed, "%s with %s", c.change.Class, value)
		}
	}
	assert.Equal(t, report.FailBreaking, made("1.0.0", report.Settings{}).FailOn)
}

// TestNumbers: the order is that of classes and inside them that of the documents, and sentences name the numbers of other changes.
func TestNumbers(t *testing.T) {
	list := changes(change.Docs, change.Compiling, change.Running, change.Compiling)
	for i, name := range []string{"a", "b", "c", "d"} {
		list[i].Subject, list[i].Fingerprint, list[i].Sentence = name, name, "changed"
	}
	list[1].See = []string{"d", "c", "ignored", "d"}
	list[2].See = []string{"ignored"}
	r := made("1.0.0", report.Settings{Ignored: changes(change.Docs)}, list...)
	var got []string
	for i, c := range r.Changes {
		assert.Equal(t, i+1, c.N)
		got = append(got, c.Message())
	}
	assert.Equal(t, []string{"c: changed", "b: changed (1, 3)", "d: changed", "a: changed"}, got)
	assert.Equal(t, "a", list[0].Subject, "what was given stays as it is")
	assert.Zero(t, list[0].N)
}

func TestOperations(t *testing.T) {
	first, second, words := of(change.Running), of(change.Harmless), of(change.Docs)
	first.Wire = []change.Effect{
		{Direction: change.Request, Verdict: change.Breaking, Operations: []string{"b", "c"}},
		{Direction: change.Response, Verdict: change.Compatible, Operations: []string{"c", "a"}},
	}
	second.Wire = []change.Effect{{Direction: change.Request, Verdict: change.Compatible, Operations: []string{"c"}}}
	words.Wire = []change.Effect{{Direction: change.Request, Verdict: change.Equal, Operations: []string{"d"}}}
	all := []report.Operation{{Name: "a", Method: "GET", Path: "/a"}, {Name: "b"}, {Name: "c"}, {Name: "d"}}
	r := made("1.0.0", report.Settings{Operations: all}, words, second, first)
	assert.Equal(t, []report.Operation{
		{Name: "a", Method: "GET", Path: "/a", Changes: []int{1}}, {Name: "b", Changes: []int{1}}, {Name: "c", Changes: []int{1, 2}},
	}, r.Operations)
	assert.Equal(t, 4, r.Total)
	assert.Equal(t, []string{"b", "c", "a"}, r.Changes[0].Operations())
	assert.Equal(t, report.Facets{WireBreaking: 1, FailsWhenRunning: 1}, r.Facets)
}
