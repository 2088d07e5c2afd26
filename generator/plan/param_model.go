package plan

import (
	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/ident"
)

// nameParams names the fields of an operation's parameters: a path parameter keeps its name, others say where they are.
func (p *planner) nameParams(o *operation) {
	var scope ident.Scope
	scope.Reserve("Validate", "Body")
	for _, x := range o.bodies {
		scope.Reserve(x.field, x.field+"Type")
	}
	claims := make([]ident.Claim, len(o.params))
	for i, x := range o.params {
		id := p.style.Exported(x.api.Name)
		if own, ok := extensionOf(x.api.Extensions, "x-go-name").(api.String); ok {
			id = p.goName(string(own), id, x.api.Pos)
		}
		in := p.style.Suffix(string(x.api.In))
		claims[i] = ident.Claim{Ladder: []string{id, id + in, id + in + "Field"}, Key: x.api.Name + " " + string(x.api.In), First: x.api.In == api.InPath}
	}
	for i, name := range scope.Assign(claims) {
		x := o.params[i]
		if x.name = name; name != claims[i].Ladder[0] {
			p.renamed(x.api.Pos, x.api.Name, name, claims[i].Ladder[0])
		}
	}
}

func (p *planner) paramsDecl(o *operation) *gomodel.Params {
	d := &gomodel.Params{Operation: o.name}
	d.Name = o.paramsName
	d.From = o.op.Pos
	line := (&text{}).add(o.paramsName + " are the parameters of ")
	for i, r := range o.results {
		if i > 0 {
			line.add(" and ")
		}
		line.link(p.own("Client"), false, r.name)
	}
	d.Doc = gomodel.Doc{line.add(".").spans}
	for _, x := range o.params {
		d.Fields = append(d.Fields, p.paramModel(o, x))
	}
	for _, x := range o.bodies {
		d.Bodies = append(d.Bodies, p.bodyModel(o, x))
	}
	d.BodyRequired = o.bodyRequired
	return d
}

func (p *planner) paramModel(o *operation, x *param) gomodel.Param {
	required := x.api.Required
	u := x.use
	u.nullable = false // null has no text
	owner := o.paramsName + x.name
	f := gomodel.Param{In: gomodel.Place(x.api.In), Write: x.writer}
	if x.api.In == api.InQuerystring {
		f.In = gomodel.InQuery
	}
	f.Field = gomodel.Field{
		Name: x.name, Wire: x.api.Name, Type: p.shapeType(u.shape), Hold: p.hold(u, required, false),
		Checks: p.paramChecks(x, owner), Secret: x.schema != nil && p.secret(x.schema), From: x.api.Pos,
	}
	if _, list := x.writer.(gomodel.ListParam); list {
		f.Codec = gomodel.ListCodec{Elem: p.elemCodec(elements(u.shape), "")} // it needs no reader
	} else {
		f.Codec = p.codec(u.shape, owner)
	}
	if x.option != nil {
		f.Option = x.option.goName
	}
	f.Doc = p.paramDoc(x)
	return f
}

// paramChecks puts what HTTP demands before what the schema says: a path segment that keeps the route, a header that is there.
func (p *planner) paramChecks(x *param, owner string) []gomodel.Check {
	checks := p.checks(x.use, owner)
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
	case isAnythingShape(x.use) || x.api.In == api.InPath && p.hasNil(x.use.shape):
		return append([]gomodel.Check{gomodel.Present{}}, checks...)
	}
	return checks
}
