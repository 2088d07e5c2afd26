package view_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
	"github.com/oas2go/oas2go/generator/internal/diff/view/markdown"
	"github.com/oas2go/oas2go/generator/internal/diff/view/text"
)

// TestViewsAgree: all views show the counts, the verdict line and the numbers of the report.
func TestViewsAgree(t *testing.T) {
	for name, r := range map[string]*report.Report{
		"sample": sample(), "many": many(24, 16, 6, 4, 100, 150),
		"quiet": many(0, 0, 0, 0, 3, 1), "docs": many(0, 0, 0, 0, 0, 2), "unknown": many(0, 0, 0, 2, 1, 0),
	} {
		t.Run(name, func(t *testing.T) {
			for _, width := range []int{0, 60, 77} {
				lines, _, _ := strings.Cut(plainText(t, r, text.Options{Width: width})+"\n", "\n\n")
				shownLine := strings.Join(strings.Fields(strings.TrimSuffix(lines, r.Lead)), " ")
				assert.True(t, strings.HasPrefix(shownLine, r.Line), "%s: %s", shownLine, r.Line)
			}
			for _, g := range view.Groups(r) {
				count := fmt.Sprintf("(%d)", len(g.Changes))
				assert.Contains(t, plainText(t, r, text.Options{}), strings.ToUpper(g.Title)+" "+count)
				assert.Contains(t, comment(t, r, markdown.Options{}), g.Title+" "+count)
				assert.Contains(t, content(parsed(t, page(t, r))), fmt.Sprintf("%s %d", g.Title, len(g.Changes)))
			}
			checkTitles(t, r)
			checkMachines(t, r)
		})
	}
}

// checkTitles compares the counts that titles tell.
func checkTitles(t *testing.T, r *report.Report) {
	t.Helper()
	root := parsed(t, page(t, r))
	markdownRoot := rendered(t, comment(t, r, markdown.Options{}))
	for _, title := range []string{content(elements(root, "title")[0]), content(elements(markdownRoot, "h2")[0])} {
		assert.Contains(t, title, r.Word()+": "+r.Headline())
	}
	var chips []string
	for _, n := range elements(root, "a") {
		if strings.HasPrefix(attribute(n, "class"), "chip") {
			chips = append(chips, content(n))
		}
	}
	var phrases []string
	for _, p := range r.Counts.Phrases() {
		phrases = append(phrases, p.String())
		assert.Contains(t, content(elements(markdownRoot, "p")[0]), p.String())
	}
	if n := r.Counts.Ignored; n > 0 {
		phrases = append(phrases, fmt.Sprintf("%d ignored", n))
	}
	assert.Equal(t, phrases, chips)
	assert.Len(t, elements(root, "h3"), r.Counts.Total+r.Counts.Ignored)
}

// checkMachines compares what programs read.
func checkMachines(t *testing.T, r *report.Report) {
	t.Helper()
	loud := r.Counts.Breaking + r.Counts.Unknown
	text := jsonText(t, r)
	assert.NoError(t, validate(t, reportSchema(t), text))
	var read struct {
		Line   string
		Counts report.Counts
		Facets report.Facets
		Changes,
		Ignored []struct {
			N     int
			Class change.Class
		}
	}
	require.NoError(t, json.Unmarshal([]byte(text), &read))
	n := r.Counts
	assert.Equal(t, r.Line, read.Line)
	read.Counts.Ignored = len(read.Ignored) // it is no member of the counts
	assert.Equal(t, n, read.Counts)
	assert.Equal(t, r.Facets, read.Facets)
	assert.Len(t, read.Changes, n.Total)

	commands := annotations(t, r)
	assert.Equal(t, loud, strings.Count(commands, "::error ")+strings.Count(commands, "::warning "))
	assert.True(t, strings.HasSuffix(commands, "::notice title=oas2go diff::"+r.Line+"\n"))
	assert.Equal(t, loud, strings.Count(sarif(t, r), `"ruleIndex"`))

	suite := parseXML(t, junit(t, r))
	counts := map[string]string{}
	for _, a := range suite.Attrs {
		counts[a.Name.Local] = a.Value
	}
	assert.Equal(t, strconv.Itoa(n.Total), counts["tests"])
	assert.Equal(t, strconv.Itoa(n.Breaking), counts["failures"])
	assert.Equal(t, strconv.Itoa(n.Unknown), counts["skipped"])
	assert.Len(t, suite.Nodes, n.Total)

	notes := changelog(t, r)
	assert.Len(t, regexp.MustCompile(`(?m)^- `).FindAllString(notes, -1), loud+n.Compatible)
}

// TestWidth: a line is as wide as the terminal at most, unless a name is longer.
func TestWidth(t *testing.T) {
	long := regexp.MustCompile(`^ *\S+$`)
	for _, r := range []*report.Report{sample(), many(3, 3, 3, 3, 3, 3), many(600, 300, 60, 40, 0, 10)} {
		for width := 60; width <= 100; width += 20 {
			for _, o := range []text.Options{{Width: width}, {Width: width, ASCII: true}} {
				for line := range strings.Lines(plainText(t, r, o)) {
					line = strings.TrimSuffix(line, "\n")
					assert.True(t, len([]rune(line)) <= width || long.MatchString(line), "%d columns of %d: %s", len([]rune(line)), width, line)
					assert.Equal(t, strings.TrimRight(line, " "), line)
				}
			}
		}
	}
	assert.Equal(t, plainText(t, sample(), text.Options{Width: 60}), plainText(t, sample(), text.Options{Width: 1}))
	assert.Equal(t, plainText(t, sample(), text.Options{Width: 100}), plainText(t, sample(), text.Options{Width: 1000}))
	for _, c := range plainText(t, sample(), text.Options{ASCII: true}) {
		require.Less(t, c, rune(128))
	}
}

// TestNames: a name is never cut, and a proof keeps its spaces.
func TestNames(t *testing.T) {
	r := many(1, 0, 0, 0, 0, 0)
	name := strings.Repeat("name", 60)
	r.Changes[0].Subject, r.Changes[0].Witness.Body = name, `{"a":"x  y","b":1}`
	got := plainText(t, r, text.Options{Width: 60})
	assert.Contains(t, got, " "+name+":\n")
	assert.Contains(t, got, `proof   {"a": "x  y", "b": 1}`)
}

// TestNoPlaces: a report without positions, operations and texts of documents is printed all the same.
func TestNoPlaces(t *testing.T) {
	c := change.Change{Rule: "r", Class: change.Running, Subject: "A", Fingerprint: "0123456789ab"}
	c.Go.FailsWhenRunning = true
	r := report.New(report.Document{File: "old.yaml"}, report.Document{File: "new.yaml"}, []change.Change{c}, report.Settings{})
	assert.NoError(t, validate(t, reportSchema(t), jsonText(t, r)))
	assert.Contains(t, plainText(t, r, text.Options{}), "  1 A\n    - -> -")
	assert.Contains(t, comment(t, r, markdown.Options{}), "<summary>unknown → unknown · r</summary>")
	assert.Contains(t, annotations(t, r), "::error title=Fails when running [r]::A.\n")
	assert.NotContains(t, content(parsed(t, page(t, r))), "operations are touched")
	assert.Contains(t, junit(t, r), `<testcase classname="running" name="1 A">`)

	file := &diag.File{Name: "old.yaml"} // its text is not known
	r.Changes[0].Old = change.Side{Present: true, Pos: diag.Pos{File: file, Line: 7, Column: 1}}
	assert.NotContains(t, comment(t, r, markdown.Options{}), "```diff")
	assert.Contains(t, content(parsed(t, page(t, r))), "old.yaml:7:1")
}

// TestLongLine: of a document in one line only the part around the place is shown.
func TestLongLine(t *testing.T) {
	r := many(1, 0, 0, 0, 0, 0)
	file := &diag.File{Name: "a.json", Text: strings.Repeat("é", 100_000) + `"maxLength": 40` + strings.Repeat("b", 100_000)}
	r.Changes[0].New.Pos = diag.Pos{File: file, Line: 1, Column: 200_001}
	for _, got := range []string{comment(t, r, markdown.Options{}), page(t, r)} {
		assert.Less(t, len(got), 20_000)
		assert.Contains(t, strings.NewReplacer("<ins>", "", "</ins>", "", "&#34;", `"`).Replace(got), `é"maxLength": 40b`)
	}
}
