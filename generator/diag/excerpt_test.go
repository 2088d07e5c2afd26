package diag

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWindow(t *testing.T) {
	long := strings.Repeat("0123456789", 10)
	for _, c := range []struct {
		line   string
		column uint32
		shown  string
		below  string // what stands above the caret, to the end
	}{
		{"a: b", 4, "a: b", "b"},
		{"a: b", 1, "a: b", "a: b"},
		{"a: b", 5, "a: b", ""},
		{"a: b", 99, "a: b", ""},
		{"a: b", 0, "a: b", "a: b"},
		{"", 1, "", ""},
		{"\ta:\tb", 5, "    a:    b", "b"},
		{"größe: x", 10, "größe: x", "x"},
		{"größe: x", 4, "größe: x", "öße: x"}, // the middle of a character
		{"gro\u0308ße: x", 11, "gro\u0308ße: x", "x"},
		{"名前: x", 9, "名前: x", "x"},
		{"a\x1b[31m\u202eb\u200b\x9b\xffc", 14, "a\ufffd[31m\ufffdb\ufffd\ufffd\ufffdc", "\ufffd\ufffdc"},
		{long, 1, "0123456789012345678…", "0123456789012345678…"},
		{long, 51, "…123456789012345678…", "012345678…"},
		{long, 100, "…1234567890123456789", "9"},
		{long, 101, "…234567890123456789", ""},
		{strings.Repeat("名", 99), 151, "…名名名名名名名名名…", "名名名名名…"},
		{"\t\t\t\t\tyz", 6, "…                yz", "yz"},
	} {
		shown, caret := window(c.line, c.column, 20)
		assert.Equal(t, c.shown, shown, "%q %d", c.line, c.column)
		_, total := cellsOf(shown)
		_, after := cellsOf(c.below)
		assert.Equal(t, total-after, caret, "%q %d: %q", c.line, c.column, shown)
		assert.True(t, strings.HasSuffix(shown, c.below))
	}
}

// TestWindowBounds: megabytes of what has no width do not get to a terminal either.
func TestWindowBounds(t *testing.T) {
	shown, _ := window("a"+strings.Repeat("\u0301", 1<<20), 2, 80)
	assert.Less(t, len(shown), 100)
	shown, _ = window(strings.Repeat("a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309", 1<<10), 1000, 80)
	assert.Less(t, len(shown), 2000)
}

func TestLines(t *testing.T) {
	file := &File{Text: "one\r\ntwo\rthré\n\nfive"}
	x := Lines{}
	for i, want := range []string{"one", "two", "thré", "", "five"} {
		line, ok := x.Line(Pos{File: file, Line: uint32(i + 1)})
		assert.True(t, ok)
		assert.Equal(t, want, line)
	}
	for _, p := range []Pos{{}, {File: file}, {File: file, Line: 6}, {File: file, Line: 1<<32 - 1}, {File: &File{}, Line: 1}} {
		_, ok := x.Line(p)
		assert.False(t, ok)
	}
	assert.Equal(t, 5, x.Character(Pos{File: file, Line: 3, Column: 6}))
	assert.Equal(t, 5, x.Character(Pos{File: file, Line: 3, Column: 60}))
	assert.Equal(t, 1, x.Character(Pos{File: file, Line: 3}))
	assert.Len(t, x, 1)
}

func TestTerminalText(t *testing.T) {
	file := &File{Name: "a.yaml", Text: "a:\n  b: {$ref: \"#/c\"}\n"}
	f := Finding{Pos: Pos{File: file, Line: 2, Column: 14}, Severity: Error, Rule: RuleRef, Message: "there is no \"c\"", Hint: "add it"}
	write := func(t *testing.T, text Text, findings ...Finding) string {
		var b strings.Builder
		require.NoError(t, text.Write(&b, findings))
		return b.String()
	}
	assert.Equal(t, "a.yaml:2:14: error: there is no \"c\" [ref]\n"+
		"    2 |   b: {$ref: \"#/c\"}\n"+
		"      |              ^\n"+
		"\thint: add it\n", write(t, Text{Width: 80}, f))
	assert.Equal(t, "a.yaml:2:14: \x1b[1;31merror\x1b[0m: there is no \"c\" [ref]\n\thint: add it\n", write(t, Text{Color: true}, f))
	assert.Contains(t, write(t, Text{Color: true, Width: 1}, f), " \x1b[1;31m^\x1b[0m\n")
	warning := f
	warning.Severity = Warning
	assert.Equal(t, "a.yaml:2:14: error: there is no \"c\" [ref]\n\thint: add it\n"+
		"a.yaml:2:14: warning: there is no \"c\" [ref]\n\thint: add it\n"+
		"... error: 2 more [ref]; see -v\n", write(t, Text{Limit: 1, More: "; see -v"}, f, f, warning, f))
	f.Pos.File = &File{Name: "a.yaml"}
	assert.NotContains(t, write(t, Text{Width: 80}, f), "|", "the text is not known")
}

// FuzzWindow: an excerpt fits, has one line, commands nothing, and its caret stands below a character of the line.
func FuzzWindow(f *testing.F) {
	f.Add("a: b", uint32(4), 80)
	f.Add("\t名\x1b\u202e\xff", uint32(5), 7)
	f.Add(strings.Repeat("0123456789", 99), uint32(500), 30)
	f.Fuzz(func(t *testing.T, line string, column uint32, cells int) {
		cells = min(max(cells, 0), 500)
		shown, caret := window(line, column, cells)
		list, total := cellsOf(shown)
		assert.LessOrEqual(t, total, max(cells, minWidth))
		assert.True(t, caret >= 0 && caret <= total)
		assert.True(t, caret < max(cells, minWidth), "no place for the caret")
		assert.True(t, utf8.ValidString(shown))
		for _, r := range shown {
			assert.False(t, unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp), "%q", shown)
		}
		at := 0
		for _, c := range list {
			if at == caret {
				return
			}
			at += c.width
		}
		assert.Equal(t, at, caret, "the caret stands between characters: %q", shown)
	})
}
