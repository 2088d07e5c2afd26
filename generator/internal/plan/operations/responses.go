package operations

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// An ErrorBody is the type of a failure.
type ErrorBody struct {
	Status api.Status
	Use    shapes.Use
	Media  string
	Schema *api.Schema
}

// planResponses finds the types of successes and of failures.
func (p *Planner) planResponses(o *Operation) {
	entries := slices.Clone(o.Op.Responses)
	slices.SortStableFunc(entries, func(a, b api.ResponseEntry) int { return cmp.Compare(rank(a.Status), rank(b.Status)) })
	hasSuccess := slices.ContainsFunc(entries, func(e api.ResponseEntry) bool { return o.IsSuccess(e.Status) })
	var successes []api.ResponseEntry
	for _, e := range entries {
		if e.Use.Value == nil {
			continue // parse has reported the reference
		}
		for _, l := range e.Use.Value.Links {
			p.findings.Info(l.Pos, diag.RuleNotGenerated, "link %s is not generated", l.Name)
		}
		if o.IsSuccess(e.Status) || e.Status == api.DefaultStatus && !hasSuccess {
			successes = append(successes, e)
		}
		if !o.IsSuccess(e.Status) {
			p.planFailure(o, e)
			for _, h := range e.Use.Value.Headers {
				p.findings.Info(h.Pos, diag.RuleNotGenerated, "the header %s of a failure has no type: see APIError.Header", h.Name)
			}
		}
	}
	o.dropCovered()
	p.planSuccesses(o, successes)
	p.planHeaders(o, successes)
}

// dropCovered leaves out an error body that a broader status gives as well: 441 beside a default of the same type.
func (o *Operation) dropCovered() {
	for i := len(o.Failures.Bodies) - 2; i >= 0; i-- {
		for _, broader := range o.Failures.Bodies[i+1:] {
			if broader.Status != api.DefaultStatus && int(broader.Status) != int(o.Failures.Bodies[i].Status)/100 {
				continue
			}
			if shapes.SameShape(broader.Use.Shape, o.Failures.Bodies[i].Use.Shape) {
				o.Failures.Bodies = slices.Delete(o.Failures.Bodies, i, i+1)
			}
			break
		}
	}
}

// rank orders statuses by the best match: exact codes, ranges, default.
func rank(s api.Status) int {
	switch {
	case s == api.DefaultStatus:
		return 2000
	case s.IsRange():
		return 1000 + int(s)
	}
	return int(s)
}

// IsSuccess reports whether a status is a success of the operation: 2XX or one of them; a redirect if the document has no other.
func (o *Operation) IsSuccess(s api.Status) bool {
	return isOK(s) || isRedirect(s) && o.OnlyRedirects()
}

// OnlyRedirects reports whether the document lists redirects and no other success.
func (o *Operation) OnlyRedirects() bool {
	has := func(is func(api.Status) bool) bool {
		return slices.ContainsFunc(o.Op.Responses, func(e api.ResponseEntry) bool { return is(e.Status) })
	}
	return has(isRedirect) && !has(isOK)
}

func isOK(s api.Status) bool       { return s == 2 || s >= 200 && s <= 299 }
func isRedirect(s api.Status) bool { return s == 3 || s >= 300 && s <= 399 }

// planFailure adds the type of an error body. One that is neither JSON nor text stays in APIError.RawBody.
func (p *Planner) planFailure(o *Operation, e api.ResponseEntry) {
	isText := slices.ContainsFunc(e.Use.Value.Content, func(m content) bool { return p.isFailureText(o, m) })
	if isText {
		o.Failures.Texts = append(o.Failures.Texts, e.Status)
	}
	for _, m := range e.Use.Value.Content {
		if m.Value.Value == nil {
			continue
		}
		schema := p.formFor(o, m, directions.Received)
		if p.kindFor(m.Name, schema) != media.JSON {
			continue
		}
		if m.Value.Value.ItemSchema != nil {
			continue
		}
		if media.KindOf(m.Name) == media.Any {
			o.Failures.AnyType = append(o.Failures.AnyType, e.Status)
		}
		o.Failures.Accept = append(o.Failures.Accept, sentType(m.Name, media.JSON))
		if schema != nil {
			u := p.Shapes.Use(schema, p.responsePlace(e, o, "Error"+p.Style.Suffix(StatusText(e.Status)), "the body of status "+StatusText(e.Status)))
			o.Failures.Bodies = append(o.Failures.Bodies, ErrorBody{e.Status, u, sentType(m.Name, media.JSON), schema})
		}
		return
	}
	if content := e.Use.Value.Content; len(content) > 0 && !isText {
		p.findings.Info(content[0].Pos, diag.RuleNotGenerated, "a failure of type %s has no Go type: see APIError.RawBody", content[0].Name)
	}
}

// isFailureText reports whether the body of a failure is a text: by its media type, or because any type is allowed for a string.
func (p *Planner) isFailureText(o *Operation, m content) bool {
	if m.Value.Value == nil {
		return false
	}
	schema := p.formFor(o, m, directions.Received)
	switch p.kindFor(m.Name, schema) {
	case media.Text:
		return schema == nil || isTextSchema(p, schema)
	case media.Stream:
		return media.KindOf(m.Name) == media.Any && schema != nil && !media.IsBinary(p.Analysis.Core(schema))
	}
	return false
}

// responsePlace names an inline type after the component that holds it, else after the operation.
func (p *Planner) responsePlace(e api.ResponseEntry, o *Operation, word, role string) shapes.Place {
	return p.bodyPlace(e.Use.Ref, o, word, role)
}

// StatusText returns a status as the keys of the Responses Object have it: 422, 4XX, default.
func StatusText(s api.Status) string {
	switch {
	case s == api.DefaultStatus:
		return "default"
	case s.IsRange():
		return strconv.Itoa(int(s)) + "XX"
	}
	return strconv.Itoa(int(s))
}

// StatusWord names a status: Accepted, PartialContent, Success for a range.
func StatusWord(s api.Status) string {
	if s.IsRange() || s == api.DefaultStatus {
		return "Success"
	}
	word := strings.NewReplacer(" ", "", "-", "").Replace(http.StatusText(int(s)))
	if word == "" {
		return StatusText(s)
	}
	return word
}
