package client

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

func (b *Builder) paramsDecl(u declarations.Unit, o *operations.Operation) *gomodel.Params {
	d := &gomodel.Params{Operation: b.Names.Method(o)}
	d.Name = b.Names.Params(o)
	d.From = o.Op.Pos
	line := (&words.Text{}).Add(b.Names.Params(o) + " are the parameters of ")
	for i, r := range o.Results {
		if i > 0 {
			line.Add(" and ")
		}
		b.linkMethod(line, r)
	}
	if x := o.Pages(); x != nil && !b.Clientless {
		typ, all := b.Names.CallerOfAll(x)
		b.linkMethod(line.Add(", and of "), x).Add(" and ").Link(typ, false, all)
	}
	d.Doc = gomodel.Doc{line.Add(".").Spans}
	for _, x := range o.Params {
		d.Fields = append(d.Fields, b.paramModel(u, o, x))
	}
	for _, x := range o.Bodies {
		d.Bodies = append(d.Bodies, b.bodyModel(u, o, x))
	}
	d.BodyRequired = o.BodyRequired
	return d
}

func (b *Builder) paramModel(u declarations.Unit, o *operations.Operation, x *operations.Param) gomodel.Param {
	required := x.API.Required
	v := x.Use
	v.Nullable = false // null has no text
	owner := b.Names.Params(o) + b.Names.Of(x)
	f := gomodel.Param{In: gomodel.Place(x.API.In), Write: x.Writer}
	if x.API.In == api.InQuerystring {
		f.In = gomodel.InQuery
	}
	f.Field = gomodel.Field{
		Name: b.Names.Of(x), Wire: x.API.Name, Type: b.Declarations.ShapeType(v.Shape), Hold: b.Declarations.Hold(v, required, false),
		Checks: b.paramChecks(u, x, owner), Secret: b.isSecret(gomodel.Place(x.API.In), x.API.Name, x.Schema), From: x.API.Pos,
	}
	if _, list := x.Writer.(gomodel.ListParam); list {
		f.Codec = gomodel.ListCodec{Elem: u.ElemCodec(shapes.Elements(v.Shape), "")} // it needs no reader
		if b.Served {
			f.Read = u.Codec(v.Shape, owner)
		}
	} else {
		f.Codec = u.Codec(v.Shape, owner)
	}
	if x.Option != nil && !b.Clientless {
		f.Option = b.Names.Of(x.Option)
	}
	if x.Key && !b.Clientless {
		f.Key = b.keyRole(x, &f)
	}
	f.Doc = b.paramDoc(x)
	if f.Key == gomodel.KeyFilled {
		f.Doc = append(f.Doc, gomodel.Text{{Text: "A call that gives none makes a random UUID, the same for each attempt."}})
	}
	return f
}

// isSecret reports whether a parameter stays out of messages: its schema says so, or it is the key of a security scheme.
func (b *Builder) isSecret(in gomodel.Place, name string, s *api.Schema) bool {
	return s != nil && b.Analysis.Secret(s) || slices.ContainsFunc(b.Operations.Schemes, func(scheme *operations.Scheme) bool {
		key, ok := scheme.Scheme.Kind.(api.APIKey)
		return ok && string(key.In) == string(in) && (key.Name == name || in == gomodel.InHeader && strings.EqualFold(key.Name, name))
	})
}

// paramChecks puts what HTTP demands before what the schema says: a path segment that keeps the route, a header that is there.
func (b *Builder) paramChecks(u declarations.Unit, x *operations.Param, owner string) []gomodel.Check {
	checks := u.Checks(x.Use, owner)
	s, isString := x.Use.Shape.(shapes.Scalar)
	isString = isString && s.Kind == gomodel.String
	switch {
	case x.API.In == api.InPath && isString && x.API.Serial.Style != api.StyleMatrix && x.API.Serial.Style != api.StyleLabel:
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
	case x.API.In == api.InHeader && isString && x.API.Required:
		return append([]gomodel.Check{gomodel.NotEmpty{}}, checks...)
	}
	switch styled, _ := x.Writer.(gomodel.StyledParam); {
	case !x.API.Required:
	case declarations.HasUnset(x.Use):
		return append([]gomodel.Check{gomodel.Given{}}, checks...)
	case shapes.IsListOrMap(x.Use.Shape) && styled.Style != gomodel.StyleJSON:
		return append([]gomodel.Check{gomodel.Filled{}}, checks...)
	case shapes.IsAnything(x.Use) || x.API.In == api.InPath && shapes.HasNil(x.Use.Shape):
		return append([]gomodel.Check{gomodel.Present{}}, checks...)
	}
	return checks
}
