package view_test

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view/markdown"
)

func comment(t *testing.T, r *report.Report, o markdown.Options) string {
	t.Helper()
	return written(t, func(w io.Writer) error { return markdown.Write(w, r, o) })
}

func changelog(t *testing.T, r *report.Report) string {
	t.Helper()
	return written(t, func(w io.Writer) error { return markdown.WriteChangelog(w, r) })
}

func TestMarkdownTargets(t *testing.T) {
	o := markdown.Options{Path: "api.yaml", Label: "api-break", Page: "report.html"}
	for _, name := range []string{"case1", "case2", "equal"} {
		x := openTarget(t, name)
		// The reports made by hand escape names everywhere but in one sentence.
		want := strings.Replace(x.read("report.md"), "as obs_destination_descriptor", `as obs\_destination\_descriptor`, 1)
		same(t, name+"/report.md", want, comment(t, x.report(), o))
		if name != "equal" {
			same(t, name+"/changelog.md", x.read("changelog.md"), changelog(t, x.report()))
		}
	}
}

// TestChangelogHeading: the heading is the version of the document; one that stays at its version is told which one it needs.
func TestChangelogHeading(t *testing.T) {
	for _, x := range []struct{ old, new, want string }{
		{"1.4.0", "1.5.0", "## 1.5.0\n"}, {"1.4.0", "1.4.0", "## Unreleased: needs 2.0.0\n"},
		{"", "", "## Unreleased: needs a major version\n"}, {"1.4.0", "", "## Changes\n"},
	} {
		r := report.New(report.Document{Version: x.old}, report.Document{Version: x.new}, many(1, 0, 0, 0, 0, 0).Changes, report.Settings{})
		assert.True(t, strings.HasPrefix(changelog(t, r), x.want), "%s -> %s: %s", x.old, x.new, changelog(t, r))
	}
	same := report.Document{Version: "1.4.0"}
	assert.Equal(t, "## 1.4.0\n\nNo changes.\n", changelog(t, report.New(same, same, nil, report.Settings{})))
}

// TestLinks: a position is a link if its file is in the repository. A file of a revision is named REVISION:PATH.
func TestLinks(t *testing.T) {
	for name, want := range map[string]string{
		"api/a b#.yaml":      `<a href="https://git.example/shop/blob/1a2b/api/a%20b%23.yaml#L1">`,
		"main:api/bikes.yml": `<a href="https://git.example/shop/blob/1a2b/api/bikes.yml#L1">`,
		"./bikes.yml":        `<a href="https://git.example/shop/blob/1a2b/bikes.yml#L1">`,
		"../bikes.yml":       "",
		"/tmp/bikes.yml":     "",
	} {
		r := many(1, 0, 0, 0, 0, 0)
		r.Changes[0].Old.Pos.File = &diag.File{Name: name}
		got := comment(t, r, markdown.Options{Links: markdown.Links{Old: links.Old}})
		assert.Contains(t, got, "<summary>"+want, name)
		assert.Equal(t, want != "", strings.Contains(got, "<a href="), name)
	}
}
