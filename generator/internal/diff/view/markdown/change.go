package markdown

import (
	"fmt"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

// change prints a change: what a reader must know openly, the rest folded.
func (p *printer) change(c change.Change) {
	p.printf("#### %d. %s\n\n", c.N, headline(c, false))
	if c.Advice.Who != "" {
		p.printf("%s\n\n", paragraph(c.Advice.Who))
	}
	p.advice(c.Advice)
	p.proof(c)
	p.uses(c)
	p.folded(c)
}

func (p *printer) advice(a change.Advice) {
	var lines []string
	if a.Callers != "" {
		lines = append(lines, "**Callers:** "+plain(a.Callers))
	}
	if a.Author != "" {
		lines = append(lines, "**Author:** "+plain(a.Author))
	}
	if len(lines) > 0 {
		p.printf("%s\n\n", strings.Join(lines, "<br>\n"))
	}
}

// mostProof is how much of a proof is shown, in bytes.
const mostProof = 2000

func (p *printer) proof(c change.Change) {
	if c.Witness != nil {
		language := "json"
		if c.Witness.Text != "" {
			language = "http"
		}
		p.printf("Proof (%s):\n\n%s\n", view.Claim(c.Witness), fenced(language, view.Clip(view.Proof(c.Witness), mostProof)))
	}
	text, note := view.GoError(c.Go)
	if text == "" || p.cut >= noExcerpts {
		return
	}
	if note != "" {
		note = " (" + note + ")"
	}
	if c.Go.FailsWhenRunning {
		text = code(text)
	} else {
		text = plain(text)
	}
	p.printf("Go: %s%s\n\n", text, note)
}

// uses lists the operations, if there are several: folded above a number of them.
func (p *printer) uses(c change.Change) {
	r := view.ReachOf(c)
	switch n := len(r.All); {
	case n <= 1:
	case n <= view.ManyOperations:
		p.printf("%s: %s.\n\n", r.Short(), plain(r.Uses(n)))
	default:
		p.printf("<details><summary>%s</summary>\n\n%s.\n\n</details>\n\n", r.Short(), upper(plain(r.Uses(n))))
	}
}

func upper(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// folded is what is folded of one change: excerpts, Go names, and what to approve it with.
func (p *printer) folded(c change.Change) {
	p.printf("<details><summary>%s</summary>\n\n", p.summary(c))
	if excerpt := p.excerpt(c); excerpt != "" && p.cut < noExcerpts {
		p.printf("%s", fenced("diff", excerpt))
	}
	if wire := view.Wire(c, ""); wire != "" {
		p.printf("- Wire: %s\n", wire)
	}
	if len(view.ReachOf(c).All) == 1 {
		p.printf("- %s\n", upper(plain(view.Where(c, p.requests))))
	}
	if c.Advice.Why != "" {
		p.printf("- %s\n", paragraph(c.Advice.Why))
	}
	for _, n := range c.Go.Names {
		p.printf("- Go: %s\n", nameLine(n))
	}
	for _, line := range c.Alike {
		p.printf("- Alike: %s\n", plain(line))
	}
	if c.Fingerprint != "" {
		p.printf("- Approve: %s\n", code(c.Fingerprint))
	}
	p.printf("\n</details>\n\n")
}

// nameLine says what happened to a Go name. What a new name is can be seen in the package.
func nameLine(n change.Name) string {
	pieces, note := view.NameLine(n)
	text := ""
	for _, piece := range pieces {
		if piece.Code {
			text += code(piece.Text)
		} else {
			text += piece.Text
		}
	}
	if note != "" && n.Kind != change.Added {
		text += " (" + plain(note) + ")"
	}
	return text
}

// summary is the line that stays visible: both places, the rule, and which operations use it.
func (p *printer) summary(c change.Change) string {
	parts := []string{p.places(c) + view.Mark(c), inHTML(c.Rule)}
	switch r := view.ReachOf(c); len(r.All) {
	case 0:
	case 1:
		parts = append(parts, inHTML(r.Short()))
	default:
		parts = append(parts, "via "+r.Short())
	}
	if also := view.Also(c); also != "" {
		parts = append(parts, also)
	}
	return strings.Join(parts, " · ")
}

func (p *printer) places(c change.Change) string {
	return fmt.Sprintf("%s → %s", place(c.Old.Pos, p.Links.Old), place(c.New.Pos, p.Links.New))
}

// excerpt is the line of each side that has something, as a diff.
func (p *printer) excerpt(c change.Change) string {
	old, new := view.Line(c.Old, p.lines), view.Line(c.New, p.lines)
	switch {
	case old == "" && new == "":
		return ""
	case old == new:
		return "  " + old
	case new == "":
		return "- " + old
	case old == "":
		return "+ " + new
	}
	return "- " + old + "\n+ " + new
}
