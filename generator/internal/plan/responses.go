package plan

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// An errorBody is the type of a failure.
type errorBody struct {
	status api.Status
	use    use
}

// planResponses finds the types of successes and of failures.
func (p *planner) planResponses(o *operation) {
	entries := slices.Clone(o.op.Responses)
	slices.SortStableFunc(entries, func(a, b api.ResponseEntry) int { return cmp.Compare(rank(a.Status), rank(b.Status)) })
	hasSuccess := slices.ContainsFunc(entries, func(e api.ResponseEntry) bool { return isSuccess(e.Status) })
	var successes []api.ResponseEntry
	for _, e := range entries {
		if e.Use.Value == nil {
			continue // parse has reported the reference
		}
		for _, l := range e.Use.Value.Links {
			p.findings.Info(l.Pos, diag.RuleNotGenerated, "link %s is not generated", l.Name)
		}
		if isSuccess(e.Status) || e.Status == api.DefaultStatus && !hasSuccess {
			successes = append(successes, e)
		}
		if !isSuccess(e.Status) {
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
func (o *operation) dropCovered() {
	for i := len(o.failures.bodies) - 2; i >= 0; i-- {
		for _, broader := range o.failures.bodies[i+1:] {
			if broader.status != api.DefaultStatus && int(broader.status) != int(o.failures.bodies[i].status)/100 {
				continue
			}
			if sameShape(broader.use.shape, o.failures.bodies[i].use.shape) {
				o.failures.bodies = slices.Delete(o.failures.bodies, i, i+1)
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

func isSuccess(s api.Status) bool { return s == 2 || s >= 200 && s <= 299 }

// sameShape reports whether two shapes are certainly one Go type.
func sameShape(a, b shape) bool {
	switch a := a.(type) {
	case list:
		b, ok := b.(list)
		return ok && sameShape(a.elem.shape, b.elem.shape) && a.elem.nullable == b.elem.nullable
	case dict:
		b, ok := b.(dict)
		return ok && sameShape(a.elem.shape, b.elem.shape) && a.elem.nullable == b.elem.nullable
	}
	return a == b
}

// planFailure adds the type of an error body. One that is no JSON stays in APIError.RawBody.
func (p *planner) planFailure(o *operation, e api.ResponseEntry) {
	for _, m := range e.Use.Value.Content {
		if m.Value.Value == nil {
			continue
		}
		schema := p.receivedSchema(m)
		if p.kindFor(m.Name, schema) != jsonMedia {
			continue
		}
		if m.Value.Value.ItemSchema != nil {
			continue
		}
		o.failures.accept = append(o.failures.accept, sentType(m.Name, jsonMedia))
		if schema != nil {
			u := p.use(schema, p.responsePlace(e, o, "Error"+p.style.Suffix(statusText(e.Status)), "the body of status "+statusText(e.Status)))
			o.failures.bodies = append(o.failures.bodies, errorBody{e.Status, u})
		}
		return
	}
	if content := e.Use.Value.Content; len(content) > 0 {
		p.findings.Info(content[0].Pos, diag.RuleNotGenerated, "a failure of type %s has no Go type: see APIError.RawBody", content[0].Name)
	}
}

func (p *planner) receivedSchema(m content) *api.Schema {
	if m.Value.Value.Schema == nil {
		return nil
	}
	return p.directions.form(m.Value.Value.Schema, received)
}

// responsePlace names an inline type after the component that holds it, else after the operation.
func (p *planner) responsePlace(e api.ResponseEntry, o *operation, word, role string) place {
	return p.bodyPlace(e.Use.Ref, o, word, role)
}

// statusText returns a status as the keys of the Responses Object have it: 422, 4XX, default.
func statusText(s api.Status) string {
	switch {
	case s == api.DefaultStatus:
		return "default"
	case s.IsRange():
		return strconv.Itoa(int(s)) + "XX"
	}
	return strconv.Itoa(int(s))
}

// bodyType returns the type of an answer: a pointer to a struct, others as they are, or a pointer where null is allowed and the
// type has no nil.
func (p *planner) bodyType(u unit, v use, owner string) (gomodel.TypeExpr, gomodel.Codec) {
	typ, codec := p.shapeType(v.shape), u.reading().codec(v.shape, owner)
	if isStructShape(v.shape) {
		return gomodel.Pointer{Elem: typ}, codec
	}
	if v.nullable && !hasNil(v.shape) {
		typ = gomodel.Pointer{Elem: typ}
	}
	return typ, codec
}

func isStructShape(s shape) bool {
	n, ok := s.(named)
	if !ok {
		return false
	}
	_, isStruct := n.typ.def.(*structDef)
	return isStruct
}
