// Package markdown prints a report as a comment on a pull request and as notes of a release.
package markdown

import (
	"fmt"
	"io"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

// Options say what a comment is about and what it can point to.
type Options struct {
	Path  string // of the document: there is one comment for each. That of the new document, if it is ""
	Links Links
	Label string // a label of the pull request that lets the changes pass
	Page  string // where the HTML report is
	Most  int    // bytes of the comment, 65,000 if it is 0
}

// Links are the addresses of the folders that both documents' names are relative to, such as
// https://github.com/OWNER/REPO/blob/COMMIT/. Without them positions are no links.
type Links struct{ Old, New string }

// mostBytes is what a comment may have: a bit less than the 65,536 that GitHub takes.
const mostBytes = 65_000

// A cut is how much of a report is left out, so that a comment is not too long.
type cut int

const (
	all             cut = iota
	docsCounted         // documentation as counts
	harmlessCounted     // compatible changes too
	noExcerpts          // breaking changes without excerpt and error
	oneLine             // each in one line
	tableOnly           // in the table only
	byRule              // one line for each rule
	rulesCounted        // that without operations, and long texts cut
)

// note says what a cut leaves out.
func (c cut) note() string {
	return [...]string{
		docsCounted:     "documentation as counts.",
		harmlessCounted: "documentation and compatible changes as counts.",
		noExcerpts:      "documentation and compatible changes as counts, breaking ones without excerpts and errors.",
		oneLine:         "documentation and compatible changes as counts, breaking ones in one line each, with proof.",
		tableOnly:       "documentation and compatible changes as counts, breaking ones as a table.",
		byRule:          "one line for each rule.",
		rulesCounted:    "one line for each rule, without operations.",
	}[c]
}

// Write prints a report as a comment: the first cut that is short enough.
func Write(w io.Writer, r *report.Report, o Options) error {
	if o.Path == "" {
		o.Path = r.New.File
	}
	if o.Most == 0 {
		o.Most = mostBytes
	}
	text := ""
	for level := all; level <= rulesCounted; level++ {
		text = comment(r, o, level)
		if len(text) <= o.Most {
			break
		}
	}
	if len(text) > o.Most {
		text = firstLines(text, o.Most)
	}
	_, err := io.WriteString(w, text)
	return err
}

// firstLines returns the lines of a text that are not more than most bytes. Nothing real is that long.
func firstLines(text string, most int) string {
	return text[:strings.LastIndexByte(text[:most], '\n')+1]
}

// A printer makes one comment.
type printer struct {
	Options
	b        strings.Builder
	r        *report.Report
	cut      cut
	requests view.Requests
	lines    diag.Lines
}

func comment(r *report.Report, o Options, level cut) string {
	p := &printer{Options: o, r: r, cut: level, requests: view.RequestsOf(r), lines: diag.Lines{}}
	p.printf("%s\n", marker(o.Path))
	if r.Word() == report.WordEqual {
		p.printf("🟢 %s: nothing changes for anybody.\n", code(p.limited(o.Path)))
		return p.b.String()
	}
	p.title()
	if level <= noExcerpts || level == tableOnly {
		p.table()
	}
	groups := view.Groups(r)
	for _, g := range groups {
		if view.Loud(g.Class) && g.Class != "" {
			p.loud(g)
		}
	}
	for _, g := range groups {
		if !view.Loud(g.Class) || g.Class == "" {
			p.quiet(g)
		}
	}
	if level <= noExcerpts {
		p.index()
	}
	p.footer()
	return p.b.String()
}

func (p *printer) printf(format string, values ...any) { fmt.Fprintf(&p.b, format, values...) }

// limited returns a text, or its beginning where even one line for each rule is too long.
func (p *printer) limited(text string) string {
	const most = 300
	if p.cut == rulesCounted {
		return clipped(text, most)
	}
	return text
}

// marker returns the line by which a later run finds the comment that it replaces.
func marker(path string) string {
	path = strings.NewReplacer("--", "-%2D", "<", "%3C", ">", "%3E").Replace(diag.OneLine(clipped(path, 1000)))
	return "<!-- oas2go-diff: " + path + " -->"
}

func (p *printer) title() {
	r := p.r
	of := ""
	if r.New.Title != "" {
		of = " of " + plain(p.limited(r.New.Title))
	}
	p.printf("## %s %s: %s%s\n\n", view.Emoji(r), r.Word(), r.Headline(), of)
	var counts []string
	for _, phrase := range r.Counts.Phrases() {
		text := phrase.String()
		if phrase.Breaks() {
			text = "**" + text + "**"
		}
		counts = append(counts, text)
	}
	if n := r.Counts.Ignored; n > 0 {
		counts = append(counts, fmt.Sprintf("%d ignored", n))
	}
	if r.Counts.Total > 0 {
		counts = append(counts, suggestion(p.limited(r.Suggests)))
	}
	p.printf("%s\n\n", strings.Join(counts, " · "))
	if r.Lead != "" {
		p.printf("> %s\n\n", bold(p.limited(r.Lead)))
	}
	if p.cut != all {
		p.printf("*Shortened to fit a comment: %s No breaking change is left out; all details are in %s.*\n\n", p.cut.note(), p.details())
	}
}

func suggestion(text string) string {
	version, atLeast := strings.CutPrefix(text, "at least ")
	if atLeast {
		return "suggests at least " + bold(version)
	}
	return "suggests " + bold(version)
}

// details says where a reader finds what is left out.
func (p *printer) details() string {
	if p.Page != "" {
		return plain(p.limited(p.Page))
	}
	return "the other formats"
}

func (p *printer) footer() {
	var sentences []string
	if p.r.Step != "" {
		sentences = append(sentences, plain(p.limited(p.r.Step)))
	}
	if p.Label != "" && p.r.Failed {
		sentences = append(sentences, "The label "+code(p.limited(p.Label))+" lets this pass.")
	}
	if p.Page != "" {
		sentences = append(sentences, "Both documents side by side: "+plain(p.limited(p.Page))+".")
	}
	if len(sentences) > 0 {
		p.printf("<sub>%s</sub>\n", strings.Join(sentences, " "))
	}
}
