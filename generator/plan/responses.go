package plan

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// planResponses finds the type of a success and the types of failures.
func (p *planner) planResponses(o *operation, _ *api.PathItem) *unfit {
	entries := slices.Clone(o.op.Responses)
	slices.SortStableFunc(entries, func(a, b api.ResponseEntry) int { return cmp.Compare(rank(a.Status), rank(b.Status)) })
	hasSuccess := slices.ContainsFunc(entries, func(e api.ResponseEntry) bool { return isSuccess(e.Status) })
	for _, e := range entries {
		if e.Use.Value == nil {
			continue // parse has reported the reference
		}
		p.reportHeaders(e.Use.Value)
		success := isSuccess(e.Status) || e.Status == api.DefaultStatus && !hasSuccess
		if success {
			if u := p.planSuccess(o, e); u != nil {
				return u
			}
		}
		if !isSuccess(e.Status) {
			p.planFailure(o, e)
		}
	}
	o.dropCovered()
	return nil
}

// dropCovered leaves out an error body that a broader status gives as well: 441 beside a default of the same type.
func (o *operation) dropCovered() {
	for i := len(o.errors) - 2; i >= 0; i-- {
		for _, broader := range o.errors[i+1:] {
			if broader.status != api.DefaultStatus && int(broader.status) != int(o.errors[i].status)/100 {
				continue
			}
			if sameShape(broader.use.shape, o.errors[i].use.shape) {
				o.errors = slices.Delete(o.errors, i, i+1)
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

func (p *planner) reportHeaders(r *api.Response) {
	for _, h := range r.Headers {
		p.findings.Info(h.Pos, diag.RuleNotGenerated, "the header %s of an answer has no type: WithResponseInto gives it as text", h.Name)
	}
	for _, l := range r.Links {
		p.findings.Info(l.Pos, diag.RuleNotGenerated, "link %s is not generated", l.Name)
	}
}

func (p *planner) planSuccess(o *operation, e api.ResponseEntry) *unfit {
	content := e.Use.Value.Content
	if len(content) == 0 {
		if o.result == nil {
			o.result = &result{}
		}
		if e.Status >= 200 {
			o.result.empty = append(o.result.empty, int(e.Status))
		}
		return nil
	}
	media, found := p.jsonContent(content)
	if !found {
		return &unfit{content[0].Pos, "its answer is " + content[0].Name + ", and only JSON is generated so far"}
	}
	u := use{shape: anything{}}
	if schema := media.Value.Value.Schema; schema != nil {
		u = p.use(p.directions.form(schema, received), p.bodyPlace(e.Use.Ref, o, "Result", "the result"))
	}
	if o.result == nil {
		o.result = &result{}
	}
	if o.result.use.shape != nil && !sameShape(o.result.use.shape, u.shape) {
		return &unfit{e.Pos, "it has several kinds of success"}
	}
	o.result.use = u
	o.accepts(media.Name)
	return nil
}

func (o *operation) accepts(media string) {
	if !slices.Contains(o.accept, media) {
		o.accept = append(o.accept, media)
	}
}

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
	content := e.Use.Value.Content
	if len(content) == 0 {
		return
	}
	media, found := p.jsonContent(content)
	if !found {
		p.findings.Info(content[0].Pos, diag.RuleNotGenerated, "a failure of type %s has no Go type: see APIError.RawBody", content[0].Name)
		return
	}
	o.accepts(media.Name)
	if schema := media.Value.Value.Schema; schema != nil {
		u := p.use(p.directions.form(schema, received), p.bodyPlace(e.Use.Ref, o, "Error"+p.style.Suffix(statusText(e.Status)), "the body of status "+statusText(e.Status)))
		o.errors = append(o.errors, errorBody{e.Status, u})
	}
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

// resultModel returns what the method returns beside its error.
func (p *planner) resultModel(o *operation) gomodel.Result {
	if o.result == nil || o.result.use.shape == nil {
		return gomodel.NoResult{}
	}
	typ, codec := p.bodyType(o.result.use, o.name+"Result")
	r := gomodel.ValueResult{Type: typ, Codec: codec, Nullable: o.result.use.nullable && !isAnythingShape(o.result.use), Empty: o.result.empty}
	switch codec.(type) {
	case gomodel.ObjectCodec, gomodel.UnionCodec: // these have a method or a function
	default:
		r.Checks = p.checks(o.result.use, o.name+"Result")
	}
	return r
}

// bodyType returns the type of an answer: a pointer to a struct, others as they are, or a pointer where null is allowed and the
// type has no nil.
func (p *planner) bodyType(u use, owner string) (gomodel.TypeExpr, gomodel.Codec) {
	p.readOnly = true
	typ, codec := p.shapeType(u.shape), p.codec(u.shape, owner)
	p.readOnly = false
	if n, ok := u.shape.(named); ok {
		if _, isStruct := n.typ.def.(*structDef); isStruct {
			return gomodel.Pointer{Elem: typ}, codec
		}
	}
	if u.nullable && !p.hasNil(u.shape) {
		typ = gomodel.Pointer{Elem: typ}
	}
	return typ, codec
}
