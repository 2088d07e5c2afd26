package plan

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

func (p *planner) paramsDecl(u unit, o *operation) *gomodel.Params {
	d := &gomodel.Params{Operation: p.named.Method(o)}
	d.Name = p.named.Params(o)
	d.From = o.op.Pos
	line := (&text{}).add(p.named.Params(o) + " are the parameters of ")
	for i, r := range o.results {
		if i > 0 {
			line.add(" and ")
		}
		line.link(p.named.Own("Client"), false, p.named.Of(r))
	}
	d.Doc = gomodel.Doc{line.add(".").spans}
	for _, x := range o.params {
		d.Fields = append(d.Fields, p.paramModel(u, o, x))
	}
	for _, x := range o.bodies {
		d.Bodies = append(d.Bodies, p.bodyModel(u, o, x))
	}
	d.BodyRequired = o.bodyRequired
	return d
}

func (p *planner) paramModel(u unit, o *operation, x *param) gomodel.Param {
	required := x.api.Required
	v := x.use
	v.nullable = false // null has no text
	owner := p.named.Params(o) + p.named.Of(x)
	f := gomodel.Param{In: gomodel.Place(x.api.In), Write: x.writer}
	if x.api.In == api.InQuerystring {
		f.In = gomodel.InQuery
	}
	f.Field = gomodel.Field{
		Name: p.named.Of(x), Wire: x.api.Name, Type: p.shapeType(v.shape), Hold: p.hold(v, required, false),
		Checks: p.paramChecks(u, x, owner), Secret: x.schema != nil && p.secret(x.schema), From: x.api.Pos,
	}
	if _, list := x.writer.(gomodel.ListParam); list {
		f.Codec = gomodel.ListCodec{Elem: u.elemCodec(elements(v.shape), "")} // it needs no reader
	} else {
		f.Codec = u.codec(v.shape, owner)
	}
	if x.option != nil {
		f.Option = p.named.Of(x.option)
	}
	f.Doc = p.paramDoc(x)
	return f
}

// paramChecks puts what HTTP demands before what the schema says: a path segment that keeps the route, a header that is there.
func (p *planner) paramChecks(u unit, x *param, owner string) []gomodel.Check {
	checks := u.checks(x.use, owner)
	s, isString := x.use.shape.(scalar)
	isString = isString && s.kind == gomodel.String
	switch {
	case x.api.In == api.InPath && isString && x.api.Serial.Style != api.StyleMatrix && x.api.Serial.Style != api.StyleLabel:
		if len(checks) > 0 {
			if c, ok := checks[0].(gomodel.Length); ok && c.Min <= 1 { // Segment refuses "" already
				c.Min = 0
				checks[0] = c
				if c.Max < 0 {
					checks = checks[1:]
				}
			}
		}
		return append([]gomodel.Check{gomodel.Segment{}}, checks...)
	case x.api.In == api.InHeader && isString && x.api.Required:
		return append([]gomodel.Check{gomodel.NotEmpty{}}, checks...)
	}
	switch styled, _ := x.writer.(gomodel.StyledParam); {
	case !x.api.Required:
	case isListOrMap(x.use.shape) && styled.Style != gomodel.StyleJSON:
		return append([]gomodel.Check{gomodel.Filled{}}, checks...)
	case isAnythingShape(x.use) || x.api.In == api.InPath && hasNil(x.use.shape):
		return append([]gomodel.Check{gomodel.Present{}}, checks...)
	}
	return checks
}
