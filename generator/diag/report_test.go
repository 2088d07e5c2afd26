package diag_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
)

// sample is a report with all that a finding can have, and text that each form must escape.
func sample() diag.Report {
	file := &diag.File{Name: "dir/my api, 100%.yaml", Text: "info: {}\ngröße: {\"a/b\": 1}\n"}
	at := (*diag.Path)(nil).Child("größe").Child("a/b")
	return diag.Report{Version: "v1.2.3", Findings: []diag.Finding{
		{
			Pos: diag.Pos{File: file, Path: at, Line: 2, Column: 12}, Severity: diag.Error, Rule: diag.RuleRef,
			Message: "50% <of> \"a\"\n::error::b", Hint: "did you mean: \x1b[1mb?",
			Related: []diag.Related{{Pos: diag.Pos{File: file, Line: 1, Column: 1}, Message: "first, here"}},
		},
		{Pos: diag.Pos{File: &diag.File{Name: "other.json"}, Line: 7, Column: 3}, Severity: diag.Warning, Rule: diag.RuleNoEffect, Message: "no text"},
		{Severity: diag.Info, Rule: diag.RuleRenamed, Message: "no place"},
	}}
}

func write(t *testing.T, f func(io.Writer) error) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, f(&b))
	return b.String()
}

func TestWriteJSON(t *testing.T) {
	assert.JSONEq(t, `{
		"findings": [
			{"file": "dir/my api, 100%.yaml", "line": 2, "column": 12, "pointer": "/größe/a~1b", "severity": "error", "rule": "ref",
				"message": "50% <of> \"a\"\n::error::b", "hint": "did you mean: \u001b[1mb?",
				"related": [{"file": "dir/my api, 100%.yaml", "line": 1, "column": 1, "pointer": "", "message": "first, here"}],
				"count": 1, "places": [{"file": "dir/my api, 100%.yaml", "line": 2, "column": 12, "pointer": "/größe/a~1b"}]},
			{"file": "other.json", "line": 7, "column": 3, "pointer": "", "severity": "warning", "rule": "no-effect",
				"message": "no text", "hint": "", "related": [],
				"count": 1, "places": [{"file": "other.json", "line": 7, "column": 3, "pointer": ""}]},
			{"file": "", "line": 0, "column": 0, "pointer": "", "severity": "info", "rule": "renamed",
				"message": "no place", "hint": "", "related": [],
				"count": 1, "places": [{"file": "", "line": 0, "column": 0, "pointer": ""}]}
		],
		"counts": {"error": 1, "warning": 1, "info": 1}
	}`, write(t, sample().WriteJSON))
	assert.JSONEq(t, `{"findings": [], "counts": {"error": 0, "warning": 0, "info": 0}, "error": "no file"}`,
		write(t, diag.Report{Problem: "no file"}.WriteJSON))
	assert.Equal(t, "{\n  \"findings\": [],\n  \"counts\": {\n    \"error\": 0,\n    \"warning\": 0,\n    \"info\": 0\n  }\n}\n",
		write(t, diag.Report{}.WriteJSON))
}

// TestWriteGitHub: each finding is one command, whatever it holds.
func TestWriteGitHub(t *testing.T) {
	assert.Equal(t, "::error file=dir/my api%2C 100%25.yaml,line=2,col=10,title=ref::"+
		"50%25 <of> \"a\" ::error::b%0Adir/my api, 100%25.yaml:1:1: first, here%0Ahint: did you mean:  [1mb?\n"+
		"::warning file=other.json,line=7,col=1,title=no-effect::no text\n"+
		"::notice title=renamed::no place\n", write(t, sample().WriteGitHub))
	assert.Equal(t, "::error title=oas2go::a%0Ab\n", write(t, diag.Report{Problem: "a\nb"}.WriteGitHub))
	assert.Empty(t, write(t, diag.Report{}.WriteGitHub))
}

// TestCauses: what says the same is told once, in each format, and no place is lost.
func TestCauses(t *testing.T) {
	file := &diag.File{Name: "a.yaml"}
	var findings []diag.Finding
	for line := range 12 {
		pos := diag.Pos{File: file, Line: uint32(line + 1), Column: 3}
		findings = append(findings, diag.Finding{Pos: pos, Severity: diag.Warning, Rule: diag.RuleEnum, Message: "same", Hint: "do this"})
	}
	other := findings[0]
	other.Message = "another"
	related := findings[1]
	related.Related = []diag.Related{{Pos: findings[0].Pos, Message: "first"}}
	causes := diag.Causes(append(findings, other, related))
	require.Len(t, causes, 3)
	assert.Len(t, causes[0].Places(), 12)
	assert.Equal(t, "another", causes[1].Message)
	assert.Equal(t, related, causes[2])
	assert.Empty(t, findings[0].Also, "what is given does not change")

	var text strings.Builder
	for n, want := range map[int]string{1: "", 2: "\talso at a.yaml:2:3\n", 4: "\talso at a.yaml:2:3, a.yaml:3:3 and 1 more place\n", 12: "\talso at a.yaml:2:3, a.yaml:3:3 and 9 more places\n"} {
		text.Reset()
		require.NoError(t, diag.WriteText(&text, diag.Causes(findings[:n])))
		assert.Equal(t, "a.yaml:1:3: warning: same [enum]\n"+want+"\thint: do this\n", text.String())
	}
	report := diag.Report{Findings: findings}
	assert.Contains(t, write(t, report.WriteJSON), `"count": 12`)
	assert.Equal(t, 12, strings.Count(write(t, report.WriteJSON), `"pointer"`)-1)
	annotations := write(t, report.WriteGitHub)
	assert.Equal(t, 10, strings.Count(annotations, "::warning file=a.yaml"))
	assert.Contains(t, annotations, "the same is true of 2 more places")
	sarif := write(t, report.WriteSARIF)
	assert.Equal(t, 1, strings.Count(sarif, `"ruleId"`))
	assert.Equal(t, 12, strings.Count(sarif, `"startLine"`))
}

func TestReportFails(t *testing.T) {
	full := errors.New("disk full")
	for _, f := range []func(io.Writer) error{sample().WriteJSON, sample().WriteGitHub, sample().WriteSARIF} {
		assert.ErrorIs(t, f(brokenWriter{full}), full)
	}
}
