package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view/markdown"
)

// many returns a report with so many changes of each class, in 80 operations.
func many(running, compiling, wire, unproved, harmless, docs int) *report.Report {
	var operations []report.Operation
	for i := range 80 {
		operations = append(operations, report.Operation{Name: operation(i), Method: "POST", Path: fmt.Sprintf("/things/%d", i)})
	}
	var lines strings.Builder
	for i := range 1 + running + compiling + wire + unproved + harmless + docs {
		fmt.Fprintf(&lines, "        member%d: {type: string, maxLength: %d}\n", i, 80+i%7)
	}
	file := &diag.File{Name: "things.yaml", Text: lines.String()}
	var changes []change.Change
	for _, kind := range []struct {
		n     int
		class change.Class
		rule  string
	}{
		{running, change.Running, "length-lowered"}, {compiling, change.Compiling, "member-removed"}, {wire, change.Wire, "enum-widened"},
		{unproved, change.Unproved, "pattern-changed"}, {harmless, change.Harmless, "member-added"}, {docs, change.Docs, "description"},
	} {
		for range kind.n {
			changes = append(changes, oneOf(len(changes), kind.class, kind.rule, file))
		}
	}
	document := report.Document{File: "things.yaml", Title: "Things", Version: "4.2.0"}
	return report.New(document, document, changes, report.Settings{Operations: operations})
}

// operation returns the name of one of the 80 operations.
func operation(i int) string { return fmt.Sprintf("createThing%d", i%80) }

func oneOf(i int, class change.Class, rule string, file *diag.File) change.Change {
	side := change.Side{Value: "80", Present: true, Pos: diag.Pos{File: file, Line: uint32(i + 1), Column: 9}}
	c := change.Change{
		Rule: rule, Class: class, Fingerprint: fmt.Sprintf("%012x", i),
		Subject: fmt.Sprintf("Thing%d.member%d", i%20, i), Sentence: "maxLength 80 → 40",
		Pointer: fmt.Sprintf("/components/schemas/Thing%d/properties/member%d/maxLength", i%20, i), Old: side, New: side,
	}
	if class == change.Harmless || class == change.Docs {
		return c
	}
	c.Wire = []change.Effect{{Direction: change.Request, Verdict: change.Breaking, Operations: []string{operation(i), operation(i + 1)}}}
	c.Advice = change.Advice{
		Who: "Callers that send a member of 41 to 80 characters.", Callers: "Send 40 characters at most.", Author: "Leave maxLength at 80.",
	}
	c.Witness = &change.Witness{Body: `{"member": "` + strings.Repeat("a", 41) + `"}`, OldAccepts: true}
	if class == change.Unproved {
		c.Wire[0].Verdict, c.Witness = change.Unknown, nil
		return c
	}
	c.Go = change.GoEffect{FailsWhenRunning: class == change.Running, StopsCompiling: class == change.Compiling,
		Error: "invalid CreateThingParams: body /member: maxLength 40, got 41 characters"}
	return c
}

// TestCuts: a comment is never too long, and says what it leaves out. No cut leaves out a change that may break.
func TestCuts(t *testing.T) {
	for _, c := range []struct {
		name    string
		r       *report.Report
		note    string // "" for none
		present string // a change that matters, as the cut shows it
	}{
		{"small", many(3, 2, 1, 1, 2, 5), "", "#### 7. Thing6.member6"},
		{"docs", many(20, 16, 6, 4, 100, 900), "documentation as counts.", "#### 46. "},
		{"compatible", many(20, 16, 6, 4, 800, 0), "documentation and compatible changes as counts.", "#### 46. "},
		{"no excerpts", many(80, 0, 15, 0, 0, 0), "without excerpts and errors.", "#### 95. "},
		{"one line each", many(144, 96, 36, 24, 0, 0), "breaking ones in one line each, with proof.", "- 300. **Thing19.member299**"},
		{"table", many(500, 0, 0, 0, 0, 0), "breaking ones as a table.", "| 500. **Thing19.member499**"},
		{"rules", many(1000, 300, 0, 10, 5, 5), "one line for each rule.", "- `pattern-changed` (10): createThing20, "},
	} {
		text := comment(t, c.r, markdown.Options{Page: "report.html"})
		assert.LessOrEqual(t, len(text), 65_000, c.name)
		assert.Contains(t, text, c.present, c.name)
		if c.note == "" {
			assert.NotContains(t, text, "Shortened", c.name)
			continue
		}
		assert.Contains(t, text, "*Shortened to fit a comment: ", c.name)
		assert.Contains(t, text, c.note, c.name)
		assert.Contains(t, text, "all details are in report.html.*\n", c.name)
		rendered(t, text)
	}
}

// TestLongestComment: whatever a document holds, the comment fits and begins with its marker.
func TestLongestComment(t *testing.T) {
	for _, c := range []string{"x", "*", "<", "-"} {
		s := strings.Repeat(c, 20_000)
		text := comment(t, everywhere(s), markdown.Options{Path: s, Label: s, Page: s})
		assert.LessOrEqual(t, len(text), 65_000)
		assert.True(t, strings.HasPrefix(text, "<!-- oas2go-diff: "))
		assert.Equal(t, 1, strings.Count(text, "-->"))
	}
	r := many(1000, 0, 0, 0, 0, 0)
	for i := range r.Changes {
		r.Changes[i].Wire[0].Operations = []string{fmt.Sprintf("%d%s", i, strings.Repeat("n", 100))}
	}
	text := comment(t, r, markdown.Options{})
	assert.LessOrEqual(t, len(text), 65_000)
	assert.Contains(t, text, "one line for each rule, without operations.")
	assert.Contains(t, text, "- `length-lowered` (1000)\n")
}

// TestEqualComment: where nothing changed, two lines replace an older comment.
func TestEqualComment(t *testing.T) {
	r := report.New(report.Document{File: "a.yaml"}, report.Document{File: "b.yaml"}, nil, report.Settings{})
	text := comment(t, r, markdown.Options{Path: "api/a.yaml"})
	require.Equal(t, "<!-- oas2go-diff: api/a.yaml -->\n🟢 `api/a.yaml`: nothing changes for anybody.\n", text)
}
