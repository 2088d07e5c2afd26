package plan

import (
	"net/url"
	"strings"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/ident"
)

// A param is a field of the parameters of an operation.
type param struct {
	api    *api.Parameter
	use    use
	name   string
	writer gomodel.ParamWriter
	option *valueOption
}

// A valueOption gives one parameter for all calls.
type valueOption struct {
	wire, field string
	goName      string
	pos         diag.Pos
}

// planParams plans what goes into path, query and header. A parameter that cannot be written is left out if it is optional.
func (p *planner) planParams(o *operation, item *api.PathItem) *unfit {
	for _, u := range api.Parameters(item, o.op) {
		if u.Value == nil {
			continue // parse has reported the reference
		}
		x := &param{api: u.Value}
		why := ""
		if u.Value.Schema == nil {
			why = "it has content instead of a schema"
		} else {
			x.use = p.use(p.directions.form(u.Value.Schema, sent), p.paramPlace(o, item, u))
			x.writer, why = p.paramWriter(x)
		}
		if why == "" {
			p.planValueOption(x)
			o.params = append(o.params, x)
			continue
		}
		if u.Value.Required {
			return &unfit{u.Value.Pos, "its parameter " + u.Value.Name + " is required, but " + why}
		}
		p.findings.Warn(u.Value.Pos, diag.RuleNotGenerated, "parameter %s is not generated: %s", u.Value.Name, why)
	}
	return nil
}

// paramPlace names the inline type of a parameter: after its component, its path, or its operation.
func (p *planner) paramPlace(o *operation, item *api.PathItem, u api.Use[api.Parameter]) place {
	if u.Ref != nil && u.Ref.Component != "" {
		return place{owner: p.style.Exported(u.Ref.Component)}
	}
	word := p.style.Suffix(u.Value.Name)
	for _, shared := range item.Parameters {
		if shared.Value == u.Value {
			return place{owner: p.style.Exported(pathWords(o.path)), suffix: word}
		}
	}
	return place{owner: o.id, suffix: word, of: o, role: "parameter " + quoteOdd(u.Value.Name)}
}

// paramWriter returns how a parameter becomes text, or why it cannot.
func (p *planner) paramWriter(x *param) (w gomodel.ParamWriter, why string) {
	serial := x.api.Serial
	isScalar := p.scalarText(x.use.shape)
	switch {
	case x.api.In == api.InPath && serial.Style == api.StyleSimple && isScalar:
		return gomodel.ScalarParam{}, ""
	case x.api.In == api.InHeader && serial.Style == api.StyleSimple && isScalar:
		return gomodel.ScalarParam{}, ""
	case x.api.In == api.InCookie:
		return nil, "cookie parameters are not generated so far"
	case x.api.In != api.InQuery || serial.Style != api.StyleForm:
		return nil, "style " + string(serial.Style) + " in " + string(x.api.In) + " is not generated so far for this type"
	case serial.AllowReserved:
		return nil, "allowReserved is not generated so far"
	case isScalar:
		return gomodel.ScalarParam{}, ""
	}
	if elem := elements(x.use.shape); elem.shape != nil && p.scalarText(elem.shape) && !elem.nullable {
		return gomodel.ListParam{Elem: p.codec(elem.shape, ""), Explode: serial.Explode}, ""
	}
	return nil, "its type cannot be written into a query so far"
}

// elements returns what a list holds, whether it has a name or not.
func elements(s shape) use {
	switch s := s.(type) {
	case list:
		return s.elem
	case named:
		if def, ok := s.typ.def.(listDef); ok {
			return def.elem
		}
	}
	return use{}
}

// scalarText reports whether the values of a shape are text without structure.
func (p *planner) scalarText(s shape) bool {
	switch s := s.(type) {
	case scalar:
		return s.kind != gomodel.Bytes
	case named:
		switch def := s.typ.def.(type) {
		case scalarDef:
			return def.kind != gomodel.Bytes
		case enumDef:
			return true
		}
	}
	return false
}

// planValueOption makes the option for x-go-client-option. It is one for all parameters of that name.
func (p *planner) planValueOption(x *param) {
	if v, ok := extensionOf(x.api.Extensions, "x-go-client-option").(api.Bool); !ok || !bool(v) {
		return
	}
	if s, ok := x.use.shape.(scalar); !ok || s.kind != gomodel.String || !x.api.Required {
		p.findings.Warn(x.api.Pos, diag.RuleExtension, "x-go-client-option is for required parameters of type string")
		return
	}
	for _, v := range p.clientOptions {
		if v.wire == x.api.Name {
			x.option = v
			return
		}
	}
	x.option = &valueOption{wire: x.api.Name, field: p.style.Exported(x.api.Name), pos: x.api.Pos}
	p.clientOptions = append(p.clientOptions, x.option)
}

func extensionOf(list []api.Extension, name string) api.Value {
	for _, e := range list {
		if e.Name == name {
			return e.Value
		}
	}
	return nil
}

// planPath splits a template into text and parameters. Adjacent text is escaped as a path.
func (p *planner) planPath(o *operation, _ *api.PathItem) *unfit {
	rest := o.path
	for rest != "" {
		text, behind, found := strings.Cut(rest, "{")
		if text != "" {
			o.parts = append(o.parts, gomodel.PathPart{Text: (&url.URL{Path: text}).EscapedPath()})
		}
		if !found {
			break
		}
		name, after, _ := strings.Cut(behind, "}")
		i := o.pathParam(name)
		if i < 0 {
			return &unfit{o.op.Pos, "no parameter fills {" + name + "} of its path"}
		}
		o.parts = append(o.parts, gomodel.PathPart{Param: i})
		rest = after
	}
	return nil
}

func (o *operation) pathParam(name string) int {
	for i, x := range o.params {
		if x.api.In == api.InPath && x.api.Name == name {
			return i
		}
	}
	return -1
}

// nameParams names the fields of an operation's parameters: a path parameter keeps its name, others say where they are.
func (p *planner) nameParams(o *operation) {
	var scope ident.Scope
	scope.Reserve("Validate", "Body")
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
	d.Doc = gomodel.Doc{(&text{}).add(o.paramsName+" are the parameters of ").link(p.own("Client"), false, o.name).add(".").spans}
	for _, x := range o.params {
		d.Fields = append(d.Fields, p.paramModel(o, x))
	}
	if o.body != nil {
		d.Body = p.bodyModel(o)
	}
	return d
}

func (p *planner) paramModel(o *operation, x *param) gomodel.Param {
	required := x.api.Required
	u := x.use
	u.nullable = false // null has no text
	owner := o.paramsName + x.name
	f := gomodel.Param{In: gomodel.Place(x.api.In), Write: x.writer}
	f.Field = gomodel.Field{
		Name: x.name, Wire: x.api.Name, Type: p.shapeType(u.shape), Hold: p.hold(u, required, false),
		Checks: p.paramChecks(x, owner), Secret: p.secret(x.api.Schema), From: x.api.Pos,
	}
	if list, ok := x.writer.(gomodel.ListParam); ok {
		f.Codec = gomodel.ListCodec{Elem: list.Elem} // nobody reads it
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
	case x.api.In == api.InPath && isString:
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
	if _, isList := x.writer.(gomodel.ListParam); isList && x.api.Required {
		return append([]gomodel.Check{gomodel.Present{}}, checks...)
	}
	return checks
}

func (p *planner) bodyModel(o *operation) *gomodel.BodyField {
	u, owner := o.body.use, o.paramsName+"Body"
	b := &gomodel.BodyField{MediaType: o.body.media}
	b.Field = gomodel.Field{
		Name: "Body", Type: p.shapeType(u.shape), Hold: p.hold(u, o.body.required, false), Codec: p.codec(u.shape, owner),
		Checks: p.checks(u, owner),
	}
	if o.body.required && isAnythingShape(u) {
		b.Checks = append([]gomodel.Check{gomodel.Present{}}, b.Checks...)
	}
	b.Doc = p.bodyDoc(o)
	return b
}
