package plan

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// scopes returns words for what each scheme must grant, one for each time that the security of an operation names it.
func (p *planner) scopes(op *api.Operation) map[string][]string {
	words := map[string][]string{}
	security := op.Security
	if security == nil {
		security = p.doc.Security
	}
	if security == nil {
		return words
	}
	for _, alternative := range security.Alternatives {
		if slices.ContainsFunc(alternative.Schemes, func(use api.SchemeUse) bool { return p.operations.schemeOf(use) == nil }) {
			continue // planSecurity left it out
		}
		for _, use := range alternative.Schemes {
			text := ""
			switch len(use.Scopes) {
			case 0:
			case 1:
				text = " with scope " + use.Scopes[0]
			default:
				text = " with scopes " + enumerated(use.Scopes)
			}
			name := p.operations.schemeOf(use).name
			words[name] = append(words[name], text)
		}
	}
	return words
}

// addFailures says what the errors of an operation hold, and which statuses have no body.
func (p *planner) addFailures(line *text, o *operation, d *gomodel.Operation) {
	for i := 0; i < len(d.Errors); i++ {
		if i == 0 {
			line.space().add("The body of its ").link(p.named.Own("APIError"), true, "").add(" is ")
		} else {
			line.add(", ")
		}
		this := o.failures.bodies[i].use
		p.addBodyType(line, this)
		statuses := []string{d.Errors[i].Status}
		for ; i+1 < len(d.Errors) && d.Errors[i+1].Status != "default" && sameShape(this.shape, o.failures.bodies[i+1].use.shape); i++ {
			statuses = append(statuses, d.Errors[i+1].Status)
		}
		if statuses[0] != "default" {
			line.add(" for " + enumerated(statuses))
		} else if i > 0 {
			line.add(" otherwise")
		}
	}
	if len(d.Errors) > 0 {
		line.add(".")
	}
	if empty := emptyFailures(o.op); len(empty) > 0 {
		line.space().add("The document also lists " + enumerated(empty) + ", without a body.")
	}
}

// emptyFailures returns the statuses of failures that have no body.
func emptyFailures(op *api.Operation) (statuses []string) {
	for _, e := range op.Responses {
		if r := e.Use.Value; r != nil && len(r.Content) == 0 && !isSuccess(e.Status) && e.Status != api.DefaultStatus {
			statuses = append(statuses, statusText(e.Status))
		}
	}
	return statuses
}

// enumerated joins words: "a, b and c".
func enumerated(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
