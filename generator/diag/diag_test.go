package diag_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
)

var fileA, fileB = &diag.File{Name: "a.yaml"}, &diag.File{Name: "b.yaml"}

func text(t *testing.T, findings ...diag.Finding) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, diag.WriteText(&b, findings))
	return b.String()
}

func TestOrder(t *testing.T) {
	var l diag.List
	l.Info(diag.Pos{File: fileB, Line: 1, Column: 1}, diag.RuleType, "last")
	l.Error(diag.Pos{File: fileA, Line: 10, Column: 1}, diag.RuleType, "line 10")
	l.Warn(diag.Pos{File: fileA, Line: 9, Column: 20}, diag.RuleType, "column 20")
	l.Warn(diag.Pos{File: fileA, Line: 9, Column: 3}, diag.RuleType, "column 3")
	l.Info(diag.Pos{File: fileA, Line: 9, Column: 3}, diag.RuleType, "column 3 again")
	l.Error(diag.Pos{}, diag.RuleType, "no file")
	var got []string
	for _, f := range l.All() {
		got = append(got, f.Message)
	}
	want := []string{"no file", "column 3", "column 3 again", "column 20", "line 10", "last"}
	assert.Equal(t, want, got)
	l.All()[0].Message = "changed"
	assert.Equal(t, "no file", l.All()[0].Message, "All returns a copy")
}

// TestOrderOfEqualPlaces: findings at one place stay as they were found, however many there are.
func TestOrderOfEqualPlaces(t *testing.T) {
	var l diag.List
	for i := range 100 {
		l.Info(diag.Pos{File: fileA, Line: uint32(2 - i%2), Column: 1}, diag.RuleType, "%d", i)
	}
	for i, f := range l.All() {
		assert.Equal(t, strconv.Itoa(1-i/50+i%50*2), f.Message)
	}
}

func TestReport(t *testing.T) {
	var l diag.List
	assert.Empty(t, l.All())
	l.Error(diag.Pos{File: fileA, Line: 1, Column: 2}, diag.RuleMissing, "%q is missing", "info").Hint = "add it"
	l.Warn(diag.Pos{}, diag.RuleValue, "100%% sure")
	l.Info(diag.Pos{}, diag.RuleRenamed, "a")
	l.Add(diag.Finding{Severity: diag.Info})
	for s, want := range map[diag.Severity]int{diag.Error: 1, diag.Warning: 1, diag.Info: 2} {
		assert.Equal(t, want, l.Count(s), s)
	}
	assert.Contains(t, text(t, l.All()...), "-: warning: 100% sure [value]\n")
	assert.Contains(t, text(t, l.All()...), "a.yaml:1:2: error: \"info\" is missing [missing]\n\thint: add it\n")
}

func TestWriteText(t *testing.T) {
	at := diag.Pos{File: fileA, Line: 3, Column: 5}
	f := diag.Finding{Pos: at, Severity: diag.Error, Rule: diag.RuleDuplicateKey, Message: "twice", Hint: "remove one",
		Related: []diag.Related{{Pos: diag.Pos{File: fileB, Line: 1, Column: 1}, Message: "the first"}}}
	want := "a.yaml:3:5: error: twice [duplicate-key]\n\tb.yaml:1:1: the first\n\thint: remove one\n"
	assert.Equal(t, want, text(t, f))
	assert.Equal(t, want+want, text(t, f, f))
	assert.Empty(t, text(t))
}

// TestOneLine: whatever the text holds, a finding has the lines of its form and sends nothing else to a terminal.
func TestOneLine(t *testing.T) {
	for _, c := range []string{"\n", "\r\n", "\r", "\t", "\v", "\f", "\x00", "\x1b[31m", "\x7f", "\u0085", "\u009b31m", "\u2028", "\u2029", "\u202e", "\u2066", "\x9b", "\x85"} {
		dirty := "a" + c + "b"
		at := diag.Pos{File: &diag.File{Name: dirty}, Line: 1, Column: 1}
		got := text(t, diag.Finding{Pos: at, Message: dirty, Hint: dirty, Related: []diag.Related{{Pos: at, Message: dirty}}})
		lines := strings.Split(got, "\n")
		require.Len(t, lines, 4, "%q", got)
		for _, line := range lines[:3] {
			assert.NotContains(t, strings.TrimPrefix(line, "\t"), c, "%q", got)
		}
	}
	assert.Contains(t, text(t, diag.Finding{Message: "größer als 10 €, 名"}), "größer als 10 €, 名")
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestWriteTextFails(t *testing.T) {
	full := errors.New("disk full")
	assert.ErrorIs(t, diag.WriteText(brokenWriter{full}, make([]diag.Finding, 1)), full)
}

func TestPos(t *testing.T) {
	var root *diag.Path
	for want, p := range map[string]*diag.Path{
		"":                  root,
		"/":                 root.Child(""),
		"/paths/~1a~1{b}":   root.Child("paths").Child("/a/{b}"),
		"/a~0b":             root.Child("a~b"),
		"/~01":              root.Child("~1"),
		"/items/0/ä b%20\"": root.Child("items").Child("0").Child("ä b%20\""),
	} {
		assert.Equal(t, want, p.Pointer())
		assert.Equal(t, "a.yaml#"+want, diag.Pos{File: fileA, Path: p}.Address())
		assert.Equal(t, "#"+want, diag.Pos{Path: p}.Address())
	}
	assert.Equal(t, "a.yaml:4294967295:7", diag.Pos{File: fileA, Line: 1<<32 - 1, Column: 7}.String())
	assert.Equal(t, "-", diag.Pos{Line: 1, Column: 1}.String())

	parent := root.Child("a")
	one, two := parent.Child("1"), parent.Child("2")
	assert.Equal(t, []string{"/a", "/a/1", "/a/2"}, []string{parent.Pointer(), one.Pointer(), two.Pointer()}, "siblings share a parent")
}

func TestSeverity(t *testing.T) {
	assert.Equal(t, "info warning error", strings.Join([]string{diag.Info.String(), diag.Warning.String(), diag.Error.String()}, " "))
	assert.Less(t, diag.Info, diag.Warning)
	assert.Less(t, diag.Warning, diag.Error)
}
