package rules

import (
	"slices"
	"strings"
)

// A Rule is a kind of change. docs/rules.md and the reports of other tools are made from its texts; fragments of code are in
// backquotes.
type Rule struct {
	ID      string
	Summary string // one sentence
	Why     string // why the change is told, whom it breaks on the wire, and what it does to Go code
	Fix     string // what an author can do
	Example Example
}

// All returns every rule, in the order of reports.
func All() []Rule {
	return slices.Concat(typeRules(), numberRules(), textRules(), arrayRules(), memberRules(), objectRules(), conditionRules(), unionRules(),
		schemaRules(), operationRules(), parameterRules(), bodyRules(), responseRules(), securityRules(), serverRules(), callbackRules(),
		docsRules())
}

// Find returns the rule of an id.
func Find(id string) (Rule, bool) {
	all := All()
	i := slices.IndexFunc(all, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return Rule{}, false
	}
	return all[i], true
}

// Markdown returns the explanation of a rule without its summary.
func (r Rule) Markdown() string {
	text := r.Why + "\n\n**What to do:** " + r.Fix + "\n"
	if diff := r.Example.Diff(); diff != "" {
		text += "\n" + r.Example.Use.words() + "\n\n```diff\n" + diff + "```\n"
	}
	return text
}

// Text returns the explanation of a rule for a terminal.
func (r Rule) Text() string {
	text := r.ID + ": " + r.Summary + "\n\n" + r.Why + "\n\nWhat to do: " + r.Fix + "\n"
	if diff := r.Example.Diff(); diff != "" {
		text += "\n" + r.Example.Use.words() + "\n\n"
		for line := range strings.Lines(diff) {
			text += "  " + line
		}
	}
	return text
}
