package markdown

import (
	"fmt"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

// headline is subject and sentence of a change. The subject is bold in lists.
func headline(c change.Change, inList bool) string {
	subject := plain(c.Subject)
	if inList {
		subject = bold(c.Subject)
	}
	if c.Sentence == "" {
		return subject
	}
	return subject + ": " + plain(c.Sentence)
}

// table tells when, what and who, for each change that matters.
func (p *printer) table() {
	open := false
	for _, c := range p.r.Changes {
		if !view.Loud(c.Class) {
			continue
		}
		if !open {
			p.printf("| When | What | Who |\n|--|--|--|\n")
			open = true
		}
		w := view.WordsOf(c.Class)
		p.printf("| %s %s | %d. %s | %s |\n", w.Emoji, w.Short(), c.N, headline(c, true), plain(view.ReachOf(c).Short()))
	}
	if open {
		p.printf("\n")
	}
}

// loud prints the changes of a class that matters.
func (p *printer) loud(g view.Group) {
	if p.cut == tableOnly {
		return
	}
	p.printf("### %s %s (%d)\n%s\n\n", g.Emoji, g.Title, len(g.Changes), g.Sentence())
	switch {
	case p.cut >= byRule:
		p.rules(g)
	case p.cut == oneLine:
		for _, c := range g.Changes {
			p.single(c)
		}
		p.printf("\n")
	default:
		for _, c := range g.Changes {
			p.change(c)
		}
	}
}

// shortProof is how long a proof may be to stand in a line, in bytes.
const shortProof = 80

// single prints a change in one line.
func (p *printer) single(c change.Change) {
	parts := []string{headline(c, true), plain(view.ReachOf(c).Short())}
	if place := inline(c.Place().Pos, p.side(c), false); place != "" {
		parts = append(parts, place)
	}
	if c.Witness != nil {
		if proof := view.ProofLine(c.Witness); len(proof) <= shortProof {
			parts = append(parts, code(proof))
		}
	}
	p.printf("- %d. %s\n", c.N, strings.Join(parts, " · "))
}

// rules prints the changes of a class as one line for each rule.
func (p *printer) rules(g view.Group) {
	order, byRule := rulesOf(g.Changes)
	for _, rule := range order {
		list := byRule[rule]
		text := fmt.Sprintf("- %s (%d)", code(p.limited(rule)), len(list))
		if names := operations(list); p.cut < rulesCounted && len(names) > 0 {
			text += ": " + plain(strings.Join(names, ", "))
		}
		p.printf("%s\n", text)
	}
	p.printf("\n")
}

// rulesOf groups changes by their rules, in the order of the first of each.
func rulesOf(changes []change.Change) (order []string, byRule map[string][]change.Change) {
	byRule = map[string][]change.Change{}
	for _, c := range changes {
		if byRule[c.Rule] == nil {
			order = append(order, c.Rule)
		}
		byRule[c.Rule] = append(byRule[c.Rule], c)
	}
	return order, byRule
}

// operations returns the names of the operations that changes reach, each once.
func operations(changes []change.Change) (names []string) {
	seen := map[string]bool{}
	for _, c := range changes {
		for _, name := range c.Operations() {
			if !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}

// quiet prints the changes of a class that nobody has to act on, folded, or how many there are of each rule.
func (p *printer) quiet(g view.Group) {
	if p.cut >= docsCounted && g.Class == change.Docs || p.cut >= harmlessCounted {
		order, byRule := rulesOf(g.Changes)
		var counts []string
		for _, rule := range order {
			counts = append(counts, fmt.Sprintf("%d %s", len(byRule[rule]), plain(p.limited(rule))))
		}
		p.printf("%s **%s (%d):** %s\n\n", g.Emoji, g.Title, len(g.Changes), strings.Join(counts, ", "))
		return
	}
	p.printf("<details><summary>%s %s (%d)</summary>\n\n", g.Emoji, g.Title, len(g.Changes))
	for _, c := range g.Changes {
		number := ""
		if c.N > 0 {
			number = fmt.Sprintf("%d. ", c.N)
		}
		p.printf("- %s%s", number, headline(c, true))
		if place := inline(c.Place().Pos, p.side(c), true); place != "" {
			p.printf(" <sub>%s</sub>", place)
		}
		if g.Class == "" {
			p.more(view.Approval(c))
		} else {
			p.more(view.Advice(c)...)
		}
		p.printf("\n")
	}
	p.printf("\n</details>\n\n")
}

// more prints lines of an entry of a list, those that say something.
func (p *printer) more(lines ...string) {
	for _, line := range lines {
		if line != "" {
			p.printf("<br>%s", plain(line))
		}
	}
}

// index lists the operations with the numbers of their changes.
func (p *printer) index() {
	if len(p.r.Operations) == 0 {
		return
	}
	p.printf("<details><summary>By operation: %d of %d touched</summary>\n\n", len(p.r.Operations), p.r.Total)
	p.printf("| Operation | Changes |\n|--|--|\n")
	for _, o := range p.r.Operations {
		name := plain(o.Name)
		if request := p.requests.Of(o.Name); request != "" {
			name += " " + cell(request)
		}
		var numbers []string
		for _, n := range o.Changes {
			numbers = append(numbers, fmt.Sprintf("%s %d", view.WordsOf(p.r.Changes[n-1].Class).Emoji, n))
		}
		p.printf("| %s | %s |\n", name, strings.Join(numbers, ", "))
	}
	p.printf("\n</details>\n\n")
}
