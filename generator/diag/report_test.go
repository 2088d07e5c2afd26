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
				"related": [{"file": "dir/my api, 100%.yaml", "line": 1, "column": 1, "pointer": "", "message": "first, here"}]},
			{"file": "other.json", "line": 7, "column": 3, "pointer": "", "severity": "warning", "rule": "no-effect",
				"message": "no text", "hint": "", "related": []},
			{"file": "", "line": 0, "column": 0, "pointer": "", "severity": "info", "rule": "renamed",
				"message": "no place", "hint": "", "related": []}
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

func TestReportFails(t *testing.T) {
	full := errors.New("disk full")
	for _, f := range []func(io.Writer) error{sample().WriteJSON, sample().WriteGitHub, sample().WriteSARIF} {
		assert.ErrorIs(t, f(brokenWriter{full}), full)
	}
}
