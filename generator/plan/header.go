package plan

import (
	"strings"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/ident"
)

// A header is a typed header of the answers of an operation.
type header struct {
	wire     string
	name     string
	header   *api.Header
	schema   *api.Schema
	use      use
	form     gomodel.HeaderForm
	statuses int // how many successes require it
}

// planHeaders collects the headers of all successes. One is required if each success requires it.
func (p *planner) planHeaders(o *operation, successes []api.ResponseEntry) {
	for _, e := range successes {
		for _, h := range e.Use.Value.Headers {
			if h.Value.Value != nil && !strings.EqualFold(h.Name, "Content-Type") {
				p.addHeader(o, e, h)
			}
		}
	}
	o.successes = len(successes)
}

func (p *planner) addHeader(o *operation, e api.ResponseEntry, h api.Named[api.Use[api.Header]]) {
	v := h.Value.Value
	required := 0
	if v.Required {
		required = 1
	}
	for _, have := range o.headers {
		if strings.EqualFold(have.wire, h.Name) {
			have.statuses += required
			if have.header != v && !p.saysSame(have.header.Schema, v.Schema) {
				p.findings.Warn(h.Pos, diag.RuleNotEnforced, "the header %s of status %s is read as that of another status, which has another schema", h.Name, statusText(e.Status))
			}
			return
		}
	}
	x := &header{wire: h.Name, header: v, schema: v.Schema, statuses: required, form: gomodel.HeaderText, use: use{shape: scalar{gomodel.String}, schema: &api.Schema{}}}
	isJSON := false
	if x.schema == nil && len(v.Content) > 0 && v.Content[0].Value.Value != nil {
		x.schema = v.Content[0].Value.Value.Schema
		isJSON = mediaKindOf(v.Content[0].Name) == jsonMedia
	}
	o.headers = append(o.headers, x)
	if x.schema == nil {
		return
	}
	x.schema = p.directions.form(x.schema, received)
	at := place{owner: o.id + "Header", suffix: p.style.Suffix(h.Name), of: o, role: "header " + quoteOdd(h.Name)}
	if h.Value.Ref != nil && h.Value.Ref.Component != "" {
		at = place{owner: p.style.Exported(h.Value.Ref.Component), suffix: "Header"}
	}
	u := p.use(x.schema, at)
	switch elem := elements(u.shape); {
	case isJSON:
		x.form, x.use = gomodel.HeaderPlain, u
	case p.scalarText(u.shape):
		x.form, x.use = gomodel.HeaderPlain, u
		if p.isTextShape(u.shape) {
			x.form = gomodel.HeaderText
		}
	case elem.shape != nil && p.scalarText(elem.shape) && !elem.nullable:
		x.form, x.use = gomodel.HeaderList, u
		if p.isTextShape(elem.shape) {
			x.form = gomodel.HeaderTexts
		}
	default:
		p.findings.Warn(h.Pos, diag.RuleNotEnforced, "the header %s of an answer is text, whatever its schema says: that has no Go type", h.Name)
	}
	x.use.nullable = false
}

// isTextShape reports whether a scalar is a string in JSON.
func (p *planner) isTextShape(s shape) bool {
	kind := gomodel.String
	switch s := s.(type) {
	case scalar:
		kind = s.kind
	case named:
		switch def := s.typ.def.(type) {
		case scalarDef:
			kind = def.kind
		case enumDef:
			kind = def.kind
		}
	}
	switch kind {
	case gomodel.Bool, gomodel.Int32, gomodel.Int64, gomodel.Float64:
		return false
	}
	return true
}

// headerDecl builds the struct of the headers of an operation, nil if there are none.
func (p *planner) headerDecl(o *operation) *gomodel.HeaderType {
	if len(o.headers) == 0 {
		return nil
	}
	d := &gomodel.HeaderType{Parse: o.parseHeader, Operation: o.name}
	d.Name, d.From = o.headerName, o.op.Pos
	d.Doc = gomodel.Doc{(&text{}).add(d.Name+" are the headers of an answer to ").link(p.own("Client"), false, o.name).add(".").spans}
	for _, x := range o.headers {
		required := x.statuses == o.successes
		f := gomodel.HeaderField{Form: x.form}
		f.Field = gomodel.Field{
			Name: x.name, Wire: x.wire, Type: p.shapeType(x.use.shape), Hold: p.hold(x.use, required, false), From: x.header.Pos,
		}
		p.readOnly = true
		f.Codec = p.codec(x.use.shape, d.Name+x.name)
		p.readOnly = false
		f.Checks = p.checks(x.use, d.Name+x.name)
		f.Doc = p.headerDoc(x, required)
		d.Fields = append(d.Fields, f)
	}
	return d
}

// headerCheck returns the function that checks the headers of an operation, "" if nothing can be wrong with them.
func (p *planner) headerCheck(o *operation) string {
	for _, x := range o.headers {
		if x.form != gomodel.HeaderText || x.statuses == o.successes || x.use.shape != shape(scalar{gomodel.String}) || p.useChecks(x.use) {
			return o.parseHeader
		}
	}
	return ""
}

func (p *planner) headerDoc(x *header, required bool) gomodel.Doc {
	line := &text{}
	if !tellsName(x.name, x.wire) || strings.ContainsAny(x.wire, "-_") {
		line.add("Header " + quoteOdd(x.wire) + ".")
	}
	description := plainText(x.header.Description)
	if description == "" && x.schema != nil {
		description = plainText(p.description(x.schema))
	}
	if description != "" {
		line.space().add(sentence(description))
	}
	p.addRules(line, x.use, required)
	if len(line.spans) == 0 {
		return nil
	}
	return gomodel.Doc{line.spans}
}

// nameHeaders names the fields for headers.
func (p *planner) nameHeaders(o *operation) {
	var scope ident.Scope
	claims := make([]ident.Claim, len(o.headers))
	for i, x := range o.headers {
		id := p.style.Exported(x.wire)
		claims[i] = ident.Claim{Ladder: []string{id, id + "Header"}, Key: x.wire}
	}
	for i, name := range scope.Assign(claims) {
		o.headers[i].name = name
	}
}
