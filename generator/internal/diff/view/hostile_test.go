package view_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	goldmarkhtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view/markdown"
	"github.com/oas2go/oas2go/generator/internal/diff/view/text"
)

// hostileTexts are names and values that could break out of a format.
func hostileTexts() []string {
	return []string{
		"", " ", "a  b", "`", "``` `` a`", "a\nb\r\nc", "<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`,
		"<!-- x --> -->", "</details></summary>",
		"[a](http://evil.example)", "![a][b]", "[^1]", "[x]: http://evil.example", "[X]",
		"| a | b |", "**a**", "*a_b*", "~~a~~", "# a #", "> a", "- a", "1. a", "2) a", "+ a",
		"@everyone #1", "&lt;b&gt; &#64;", `a\`, `\*a`, "%0A::error::x", "::error::x",
		"\x1b[31mred\x1b[0m", "\u202eabc\u202c", "עברית", "漢字漢字", "\x00\xff\xfe", "\u2028",
		"{{.}}", "${a} $b$", "---", "===", "    a", "\ta", "~", "<a@b.example>", "a <b", "]]>",
		"→ … ✖", "a\u0301", "b", strings.Repeat("a", 5000), strings.Repeat("`", 200),
	}
}

// another is the name of an operation that is not called s.
func another(s string) string {
	if s == "b" {
		return "c"
	}
	return "b"
}

// everywhere returns a report that has text in all places.
func everywhere(s string) *report.Report {
	file := &diag.File{Name: s, Text: s + "\n" + s + "\n" + s}
	side := change.Side{Value: s, Present: true, Pos: diag.Pos{File: file, Line: 1, Column: 3}}
	body, _ := json.Marshal(map[string]string{"k": strings.ToValidUTF8(s, "?")})
	loud := change.Change{
		Rule: s, Class: change.Running, Subject: s, Sentence: s, Pointer: s, Fingerprint: s, Old: side, New: side,
		Wire: []change.Effect{
			{Direction: change.Request, Verdict: change.Breaking, Operations: []string{s}},
			{Direction: change.Response, Verdict: change.Breaking, Operations: []string{another(s), s}},
		},
		Go: change.GoEffect{FailsWhenRunning: true, Error: s, Names: []change.Name{
			{Kind: change.Gone, Name: s, Note: s}, {Kind: change.Added, Name: s, New: s},
			{Kind: change.Renamed, Name: s, New: s}, {Kind: change.Changed, Name: s, Old: s, New: s}}},
		Witness: &change.Witness{Body: string(body), OldAccepts: true, At: s, Error: s},
		Advice:  change.Advice{Who: s, Why: s, Callers: s, Author: s}, Alike: []string{s},
	}
	message := loud
	message.Witness = &change.Witness{Text: s + "\n" + s + "\n\n" + s, NewAccepts: true}
	message.Go.FailsWhenRunning, message.Class = false, change.Wire
	message.New.Present = false
	quiet := loud
	quiet.Class, quiet.Witness, quiet.Wire = change.Docs, nil, nil
	document := report.Document{File: s, Title: s, Version: s}
	return report.New(document, document, []change.Change{loud, message, quiet}, report.Settings{
		Operations: []report.Operation{{Name: s, Method: s, Path: s}, {Name: another(s), Method: "GET", Path: "/b"}},
		Lead:       s, Ignored: []change.Change{quiet},
	})
}

// shown is what of a text a view must show. How much space there is, is up to it.
func shown(s string) string {
	s = strings.ReplaceAll(s, "\u200b", "")
	return strings.Join(strings.Fields(diag.OneLine(s)), "")
}

func FuzzViews(f *testing.F) {
	for _, s := range hostileTexts() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := everywhere(s)
		checkText(t, r)
		checkMarkdown(t, r, s)
		checkPage(t, r)
		checkCommands(t, r)
		require.True(t, json.Valid([]byte(jsonText(t, r))))
		require.True(t, json.Valid([]byte(sarif(t, r))))
		assert.Len(t, parseXML(t, junit(t, r)).Nodes, 3)
	})
}

var codes = regexp.MustCompile(`\x1b\[[0-9;]+m`)

// checkText finds what commands a terminal.
func checkText(t *testing.T, r *report.Report) {
	t.Helper()
	painted := plainText(t, r, text.Options{Color: true})
	plain := plainText(t, r, text.Options{})
	assert.Equal(t, plain, codes.ReplaceAllString(painted, ""), "colours change the text")
	for _, c := range plain {
		require.False(t, c != '\n' && (unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c)), "%q in %q", c, plain)
	}
}

// parsed is a page as a tree.
func parsed(t *testing.T, text string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	require.NoError(t, err)
	return root
}

// elements returns the elements with one of the names, in order; all without a name.
func elements(root *html.Node, names ...string) (list []*html.Node) {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, n.Data)) {
			list = append(list, n)
		}
	}
	return list
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// content returns the text of an element, without that of some others.
func content(n *html.Node, without ...string) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if slices.Contains(without, n.Data) {
		return ""
	}
	text := ""
	for child := range n.ChildNodes() {
		text += content(child, without...)
	}
	return text
}

// rendered is what a reader sees of Markdown.
func rendered(t *testing.T, text string) *html.Node {
	t.Helper()
	var b bytes.Buffer
	m := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote),
		goldmark.WithRendererOptions(goldmarkhtml.WithUnsafe()))
	require.NoError(t, m.Convert([]byte(text), &b))
	return parsed(t, b.String())
}

// checkMarkdown finds elements that the view does not make, and text that is not shown as it is.
func checkMarkdown(t *testing.T, r *report.Report, s string) {
	t.Helper()
	own := strings.Fields("html head body h2 h3 h4 p strong em ul ol li details summary sub table thead tbody tr th td pre code br blockquote")
	for _, text := range []string{comment(t, r, markdown.Options{Path: s, Label: s, Page: s, Links: markdown.Links{}}), changelog(t, r)} {
		root := rendered(t, text)
		for _, n := range elements(root) {
			require.Contains(t, own, n.Data, "element in:\n%s", text)
			require.Empty(t, attribute(n, "onerror"))
		}
		// A pull request knows people and numbers by these.
		require.NotRegexp(t, `[@#]\w`, content(root, "code"))
	}
	root := rendered(t, comment(t, r, markdown.Options{Links: links, Most: 1 << 30}))
	heads := elements(root, "h4")
	require.Len(t, heads, 2)
	want := shown("1. " + r.Changes[0].Message())
	assert.Equal(t, want, shown(content(heads[0])))
	at := shown(r.Old.File + ":1:3")
	assert.Contains(t, shown(content(root)), at+"→"+at+"·"+shown(s)+"·via2operations")
	rows := elements(elements(root, "tbody")[0], "tr")
	require.Len(t, rows, 2)
	assert.Equal(t, shown("1. "+r.Changes[0].Message()), shown(content(elements(rows[0], "td")[1])))
	for _, n := range elements(root, "a") {
		assert.True(t, strings.HasPrefix(attribute(n, "href"), "https://git.example/shop/blob/"), attribute(n, "href"))
	}
}

// checkPage finds elements and attributes of a page that came from text.
func checkPage(t *testing.T, r *report.Report) {
	t.Helper()
	root := parsed(t, page(t, r))
	assert.Len(t, elements(root, "script"), 1)
	assert.Len(t, elements(root, "article"), 2)
	assert.Empty(t, elements(root, "img", "iframe", "object", "link", "base"))
	for _, n := range elements(root) {
		for _, a := range n.Attr {
			require.False(t, strings.HasPrefix(a.Key, "on"), a.Key)
			require.True(t, a.Key != "href" || strings.HasPrefix(a.Val, "#"), a.Val)
			require.NotEqual(t, "src", a.Key)
		}
	}
	assert.Equal(t, shown(fmt.Sprintf("1 %s", r.Changes[0].Message())), shown(content(elements(root, "h3")[0])))
}

// checkCommands finds lines that are no workflow command of the report.
func checkCommands(t *testing.T, r *report.Report) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(annotations(t, r), "\n"), "\n")
	require.Len(t, lines, 3)
	for i, prefix := range []string{"::error ", "::error ", "::notice "} {
		assert.True(t, strings.HasPrefix(lines[i], prefix), lines[i])
		assert.NotContains(t, lines[i], "\r")
	}
}
