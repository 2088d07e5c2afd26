package view_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view/html"
)

func page(t *testing.T, r *report.Report) string {
	t.Helper()
	return written(t, func(w io.Writer) error { return html.Write(w, r) })
}

// texts returns the text of elements, without space.
func texts(t *testing.T, root string, name, class string) (list []string) {
	t.Helper()
	for _, n := range elements(parsed(t, root), name) {
		if class == "" || strings.Contains(" "+attribute(n, "class")+" ", " "+class+" ") {
			list = append(list, strings.Join(strings.Fields(content(n)), ""))
		}
	}
	return list
}

// TestHTMLTargets compares what the pages made by hand say: titles, proofs, places, and the lines of the documents.
func TestHTMLTargets(t *testing.T) {
	for _, name := range []string{"case1", "case2"} {
		x := openTarget(t, name)
		want, got := x.read("report.html"), page(t, x.report())
		for _, what := range [][2]string{
			{"title", ""}, {"h1", ""}, {"h2", ""}, {"h3", ""}, {"h4", ""}, {"a", "chip"}, {"a", "num"},
			{"p", "lead"}, {"p", "kick"}, {"p", "sem"}, {"p", "who"}, {"p", "where"},
			{"details", "where"}, {"p", "badges"}, {"pre", ""}, {"p", "err"}, {"section", "do"}, {"section", "go"},
			{"div", "cap"}, {"td", "ln"}, {"td", "src"}, {"p", "meta"},
			{"tbody", ""}, {"form", ""}, {"footer", ""},
		} {
			assert.Equal(t, texts(t, want, what[0], what[1]), texts(t, got, what[0], what[1]), "%s of %s", what, name)
		}
	}
}

// TestPage: what a page must be for a screen reader, without a network and without a script.
func TestPage(t *testing.T) {
	r := sample()
	text := page(t, r)
	root := parsed(t, text)
	assert.Len(t, elements(root, "h1"), 1)
	assert.Len(t, elements(root, "main"), 1)
	assert.Equal(t, "en", attribute(elements(root, "html")[0], "lang"))

	ids := map[string]bool{}
	for _, n := range elements(root) {
		if id := attribute(n, "id"); id != "" {
			assert.False(t, ids[id], "id %s is there twice", id)
			ids[id] = true
		}
	}
	for _, c := range r.Changes {
		assert.True(t, ids[fmt.Sprintf("c%d", c.N)], "change %d has no anchor", c.N)
	}
	for _, n := range elements(root, "a") {
		assert.True(t, ids[strings.TrimPrefix(attribute(n, "href"), "#")], "a link leads to %s", attribute(n, "href"))
	}
	level := 1 // headings go down one by one
	for _, n := range elements(root, "h1", "h2", "h3", "h4") {
		next, err := strconv.Atoi(n.Data[1:])
		require.NoError(t, err)
		assert.LessOrEqual(t, next, level+1, content(n))
		level = next
	}
	for _, n := range elements(root, "th") {
		assert.NotEmpty(t, attribute(n, "scope"))
	}
	for _, n := range elements(root, "input", "select") {
		assert.Equal(t, "label", n.Parent.Data, "an input without a label")
	}
	assert.NotContains(t, strings.ReplaceAll(content(root), "http://", ""), "://", "the page has an address")
	assert.Empty(t, elements(root, "link", "img", "iframe"))
	assert.NotRegexp(t, `url\(|@import|fetch\(|src=`, text)
}

// TestPolicy: the browser runs the script of the page and no other.
func TestPolicy(t *testing.T) {
	root := parsed(t, page(t, sample()))
	sum := sha256.Sum256([]byte(content(elements(root, "script")[0])))
	policy := ""
	for _, n := range elements(root, "meta") {
		if attribute(n, "http-equiv") == "Content-Security-Policy" {
			policy = attribute(n, "content")
		}
	}
	assert.Contains(t, policy, "default-src 'none'")
	assert.Contains(t, policy, "script-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
}

var colour = regexp.MustCompile(`--([a-z-]+):#([0-9a-f]{3,6})`)

// colours reads the custom properties of the first or second :root rule.
func colours(t *testing.T, style string, scheme int) map[string][3]float64 {
	t.Helper()
	rule := strings.Split(style, ":root{")[scheme+1]
	rule, _, _ = strings.Cut(rule, "}")
	list := map[string][3]float64{}
	for _, m := range colour.FindAllStringSubmatch(rule, -1) {
		digits := m[2]
		if len(digits) == 3 {
			digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
		}
		n, err := strconv.ParseUint(digits, 16, 32)
		require.NoError(t, err)
		list[m[1]] = [3]float64{float64(n >> 16 & 255), float64(n >> 8 & 255), float64(n & 255)}
	}
	return list
}

// luminance is that of WCAG 2.2.
func luminance(c [3]float64) float64 {
	var linear [3]float64
	for i, v := range c {
		v /= 255
		if v <= 0.04045 {
			linear[i] = v / 12.92
		} else {
			linear[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*linear[0] + 0.7152*linear[1] + 0.0722*linear[2]
}

func contrast(a, b [3]float64) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast: text is readable on all grounds that the page puts it on, in both schemes.
func TestContrast(t *testing.T) {
	const least = 5.8
	assert.InDelta(t, 21, contrast([3]float64{255, 255, 255}, [3]float64{}), 0.01)
	grounds := map[string][]string{
		"text":  {"bg", "panel", "hit", "del", "ins", "running-bg", "unknown-bg", "compatible-bg", "docs-bg"},
		"muted": {"bg", "panel", "hit", "running-bg", "unknown-bg", "compatible-bg", "docs-bg"},
		"link":  {"bg"},
	}
	for _, class := range []string{"running", "compiling", "wire", "unknown", "compatible", "docs"} {
		grounds[class] = []string{"bg", "panel", class + "-bg"} // as text, in the filter, as a badge; on bg also turned round
	}
	style := content(elements(parsed(t, page(t, sample())), "style")[0])
	for scheme, name := range []string{"light", "dark"} {
		list := colours(t, style, scheme)
		for front, backs := range grounds {
			for _, back := range backs {
				require.Contains(t, list, front)
				require.Contains(t, list, back)
				assert.GreaterOrEqual(t, contrast(list[front], list[back]), least, "%s on %s, %s", front, back, name)
			}
		}
	}
}
