package client

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// scopes returns words for what each scheme must grant, one for each time that the security of an operation names it.
func (b *Builder) scopes(op *api.Operation) map[string][]string {
	granted := map[string][]string{}
	security := op.Security
	if security == nil {
		security = b.Doc.Security
	}
	if security == nil {
		return granted
	}
	for _, alternative := range security.Alternatives {
		if slices.ContainsFunc(alternative.Schemes, func(use api.SchemeUse) bool { return b.Operations.SchemeOf(use) == nil }) {
			continue // planSecurity left it out
		}
		for _, use := range alternative.Schemes {
			text := ""
			switch len(use.Scopes) {
			case 0:
			case 1:
				text = " with scope " + use.Scopes[0]
			default:
				text = " with scopes " + words.Enumerated(use.Scopes)
			}
			name := b.Operations.SchemeOf(use).Name
			granted[name] = append(granted[name], text)
		}
	}
	return granted
}

// addFailures says what the errors of an operation hold, and which statuses have no body.
func (b *Builder) addFailures(line *words.Text, o *operations.Operation, d *gomodel.Operation) {
	for i := 0; i < len(d.Errors); i++ {
		if i == 0 {
			line.Space().Add("The body of its ").Link(b.Names.Own("APIError"), true, "").Add(" is ")
		} else {
			line.Add(", ")
		}
		this := o.Failures.Bodies[i].Use
		b.addBodyType(line, this)
		statuses := []string{d.Errors[i].Status}
		for ; i+1 < len(d.Errors) && d.Errors[i+1].Status != "default" && shapes.SameShape(this.Shape, o.Failures.Bodies[i+1].Use.Shape); i++ {
			statuses = append(statuses, d.Errors[i+1].Status)
		}
		if statuses[0] != "default" {
			line.Add(" for " + words.Enumerated(statuses))
		} else if i > 0 {
			line.Add(" otherwise")
		}
	}
	if len(d.Errors) > 0 {
		line.Add(".")
	}
	if texts := d.Reads.Texts; len(texts) > 0 && len(d.Errors) > 0 {
		line.Space().Add("As text it is a string, for " + words.Enumerated(texts) + ".")
	} else if len(texts) > 0 {
		line.Space().Add("The body of its ").Link(b.Names.Own("APIError"), true, "").Add(" is a string for " + words.Enumerated(texts) + ".")
	}
	if empty := emptyFailures(o); len(empty) > 0 {
		line.Space().Add("The document also lists " + words.Enumerated(empty) + ", without a body.")
	}
}

// emptyFailures returns the statuses of failures that have no body.
func emptyFailures(o *operations.Operation) (statuses []string) {
	for _, e := range o.Op.Responses {
		if r := e.Use.Value; r != nil && len(r.Content) == 0 && !o.IsSuccess(e.Status) && e.Status != api.DefaultStatus {
			statuses = append(statuses, operations.StatusText(e.Status))
		}
	}
	return statuses
}

// needs says which credentials an operation takes and what its errors hold.
func (b *Builder) needs(o *operations.Operation, d *gomodel.Operation) gomodel.Text {
	line := &words.Text{}
	anonymous := false
	scopes := b.scopes(o.Op)
	for _, alternative := range o.Security {
		if len(alternative) == 0 {
			anonymous = true
			continue
		}
		if len(line.Spans) == 0 {
			line.Add("It needs ")
		} else {
			line.Add(" or ")
		}
		for j, name := range alternative {
			if j > 0 {
				line.Add(" and ")
			}
			line.Link(b.Names.Own(b.Names.Of(b.Operations.Scheme(name))), false, "")
			if list := scopes[name]; len(list) > 0 {
				line.Add(list[0])
				scopes[name] = list[1:]
			}
		}
	}
	if len(line.Spans) > 0 {
		if anonymous {
			line.Add(", or nothing")
		}
		line.Add(".")
	}
	b.addFailures(line, o, d)
	return line.Spans
}
