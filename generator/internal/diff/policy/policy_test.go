package policy

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

func day(text string) time.Time {
	date, err := ParseDate(text)
	if err != nil {
		panic(err)
	}
	return date
}

// fingerprints shows changes as their fingerprints and levels.
func fingerprints(list []change.Change) (text []string) {
	for _, x := range list {
		text = append(text, strings.TrimSpace(x.Fingerprint+" "+string(x.Level)))
	}
	return text
}

func TestApply(t *testing.T) {
	changes := []change.Change{
		{Rule: "enum-narrowed", Fingerprint: "aaaaaaaaaaaa"},
		{Rule: "enum-widened", Fingerprint: "bbbbbbbbbbbb"},
		{Rule: "member-removed", Fingerprint: "cccccccccccc"},
		{Rule: "title", Fingerprint: "dddddddddddd"},
		{Rule: "summary", Fingerprint: "eeeeeeeeeeee"},
	}
	file := &diag.File{Name: "oas2go.yaml"}
	at := func(line uint32) diag.Pos { return diag.Pos{File: file, Line: line, Column: 3} }
	config := Config{
		Rules: map[string]Level{"title": Off, "summary": Error, "enum-widened": Warning},
		Ignores: []Ignore{
			{Pos: at(2), Fingerprint: "aaaaaaaaaaaa", Reason: "clients were told", Expires: day("2026-12-01")},
			{Pos: at(3), Fingerprint: "cccccccccccc", Reason: "nobody sends it", Expires: day("2026-11-29")},
			{Pos: at(4), Fingerprint: "ffffffffffff", Reason: "long gone"},
		},
	}
	kept, ignored, findings := Apply(changes, config, day("2026-11-30"))
	assert.Equal(t, []string{"bbbbbbbbbbbb warning", "cccccccccccc", "eeeeeeeeeeee error"}, fingerprints(kept))
	assert.Equal(t, []string{"aaaaaaaaaaaa", "dddddddddddd"}, fingerprints(ignored))
	var text strings.Builder
	require.NoError(t, diag.WriteText(&text, findings))
	assert.Equal(t, `oas2go.yaml:3:3: warning: the ignore of cccccccccccc expired on 2026-11-29: nobody sends it [ignore-expired]
	hint: remove it, or give it a later date
oas2go.yaml:4:3: warning: no change has the fingerprint ffffffffffff: long gone [ignore-unused]
	hint: remove it
`, text.String())
	assert.Empty(t, fingerprints(changes)[0][12:], "the changes of the caller are not touched")
}

// TestLastDay: an ignore holds until its day is over where the caller is.
func TestLastDay(t *testing.T) {
	changes := []change.Change{{Fingerprint: "aaaaaaaaaaaa"}}
	config := Config{Ignores: []Ignore{{Fingerprint: "aaaaaaaaaaaa", Expires: day("2026-12-01")}}}
	tokyo := time.FixedZone("", 9*60*60)
	for _, x := range []struct {
		now     time.Time
		ignored int
	}{
		{time.Date(2026, 12, 1, 23, 59, 59, 0, time.UTC), 1},
		{time.Date(2026, 12, 2, 0, 0, 0, 0, time.UTC), 0},
		{time.Date(2026, 12, 1, 23, 0, 0, 0, tokyo), 1},
		{time.Date(2026, 12, 2, 1, 0, 0, 0, tokyo), 0},
	} {
		_, ignored, _ := Apply(changes, config, x.now)
		assert.Len(t, ignored, x.ignored, "%v", x.now)
	}
}

// TestApproval: an ignored change knows why it is one.
func TestApproval(t *testing.T) {
	changes := []change.Change{{Fingerprint: "aaaaaaaaaaaa"}, {Fingerprint: "bbbbbbbbbbbb"}, {Rule: "description"}}
	_, ignored, _ := Apply(changes, Config{Rules: map[string]Level{"description": Off}, Ignores: []Ignore{
		{Fingerprint: "aaaaaaaaaaaa", Reason: "told", Expires: day("2026-12-01")}, {Fingerprint: "bbbbbbbbbbbb", Reason: "seen"},
	}}, day("2026-11-30"))
	require.Len(t, ignored, 3)
	assert.Equal(t, change.Approval{Reason: "told", Expires: "2026-12-01"}, ignored[0].Approval)
	assert.Equal(t, change.Approval{Reason: "seen"}, ignored[1].Approval)
	assert.Equal(t, change.Approval{Reason: "The rule is off."}, ignored[2].Approval)
}

// TestLevelOfIgnores: the findings about ignores have levels as all others do.
func TestLevelOfIgnores(t *testing.T) {
	config := Config{Rules: map[string]Level{"ignore-unused": Error}, Ignores: []Ignore{{Fingerprint: "aaaaaaaaaaaa"}}}
	_, _, findings := Apply(nil, config, day("2026-11-30"))
	require.Len(t, findings, 1)
	assert.Equal(t, diag.Error, findings[0].Severity)
	config.Rules["ignore-unused"] = Off
	_, _, findings = Apply(nil, config, day("2026-11-30"))
	assert.Empty(t, findings)
}

// TestFindings: a level makes findings milder or worse, but no error of a document goes.
func TestFindings(t *testing.T) {
	list := []diag.Finding{
		{Rule: diag.RuleScalar, Severity: diag.Error}, {Rule: diag.RuleScalar, Severity: diag.Warning},
		{Rule: diag.RuleRenamed, Severity: diag.Info}, {Rule: diag.RuleStyle, Severity: diag.Warning},
	}
	severities := func(rules map[string]Level) (text []string) {
		for _, f := range (Config{Rules: rules}).Findings(list) {
			text = append(text, string(f.Rule)+" "+f.Severity.String())
		}
		return text
	}
	assert.Equal(t, []string{"scalar error", "scalar warning", "renamed info", "style warning"}, severities(nil))
	assert.Equal(t, []string{"scalar error", "renamed error", "style info"},
		severities(map[string]Level{"scalar": Off, "renamed": Error, "style": Info}))
	assert.Equal(t, []string{"scalar error", "scalar warning", "renamed warning", "style warning"},
		severities(map[string]Level{"scalar": Warning, "renamed": Warning}))
}

func TestKnown(t *testing.T) {
	ids := Known()
	assert.True(t, slices.IsSorted(ids))
	for _, id := range []string{"not-enforced", "ignore-unused", "enum-narrowed"} {
		assert.Contains(t, ids, id)
	}
}
