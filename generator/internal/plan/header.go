package plan

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A header is a typed header of the answers of an operation.
type header struct {
	wire     string
	header   *api.Header
	schema   *api.Schema
	use      use
	form     gomodel.HeaderForm
	statuses int // how many successes require it
}

// A headerSet are the typed headers of the answers to an operation, or of a request to a hook.
type headerSet struct {
	list     []*header
	statuses int // successes; one for a request
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
	o.headers.statuses = len(successes)
}

func (p *planner) addHeader(o *operation, e api.ResponseEntry, h api.Named[api.Use[api.Header]]) {
	v := h.Value.Value
	for _, have := range o.headers.list {
		if !strings.EqualFold(have.wire, h.Name) {
			continue
		}
		if v.Required {
			have.statuses++
		}
		if have.header != v && !p.saysSame(have.header.Schema, v.Schema) {
			p.findings.Warn(h.Pos, diag.RuleNotEnforced, "the header %s of status %s is read as that of another status, which has another schema", h.Name, statusText(e.Status))
		}
		return
	}
	at := place{owner: o.id + "Header", suffix: p.style.Suffix(h.Name), of: o.op, role: "header " + quoteOdd(h.Name)}
	if h.Value.Ref != nil && h.Value.Ref.Component != "" {
		at = place{owner: p.style.Exported(h.Value.Ref.Component), suffix: "Header"}
	}
	o.headers.list = append(o.headers.list, p.planHeader(h.Name, v, h.Pos, at))
}

// planHeader decides the Go type of a header that is received.
func (p *planner) planHeader(name string, v *api.Header, pos diag.Pos, at place) *header {
	x := &header{wire: name, header: v, schema: v.Schema, form: gomodel.HeaderText, use: use{shape: scalar{gomodel.String}, schema: &api.Schema{}}}
	if v.Required {
		x.statuses = 1
	}
	isJSON := false
	if x.schema == nil && len(v.Content) > 0 && v.Content[0].Value.Value != nil {
		x.schema = v.Content[0].Value.Value.Schema
		isJSON = mediaKindOf(v.Content[0].Name) == jsonMedia
	}
	if x.schema == nil {
		return x
	}
	x.schema = p.directions.form(x.schema, received)
	u := p.use(x.schema, at)
	switch elem := elements(u.shape); {
	case isJSON:
		x.form, x.use = gomodel.HeaderPlain, u
	case scalarText(u.shape):
		x.form, x.use = gomodel.HeaderPlain, u
		if isTextShape(u.shape) {
			x.form = gomodel.HeaderText
		}
	case elem.shape != nil && scalarText(elem.shape) && !elem.nullable:
		x.form, x.use = gomodel.HeaderList, u
		if isTextShape(elem.shape) {
			x.form = gomodel.HeaderTexts
		}
	default:
		p.findings.Warn(pos, diag.RuleNotEnforced, "the header %s is text, whatever its schema says: that has no Go type", name)
	}
	x.use.nullable = false
	return x
}

// isTextShape reports whether a scalar is a string in JSON.
func isTextShape(s shape) bool {
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

// headerDecl builds the struct of headers, nil if there are none. of begins the words for what they belong to.
func (p *planner) headerDecl(u unit, set *headerSet, of *text, pos diag.Pos) *gomodel.HeaderType {
	if len(set.list) == 0 {
		return nil
	}
	d := &gomodel.HeaderType{Parse: p.named.Parse(set)}
	d.Name, d.From = p.named.Headers(set), pos
	d.Doc = gomodel.Doc{of.spans}
	for _, x := range set.list {
		required := x.statuses == set.statuses
		f := gomodel.HeaderField{Form: x.form}
		f.Field = gomodel.Field{
			Name: p.named.Of(x), Wire: x.wire, Type: p.shapeType(x.use.shape), Hold: p.hold(x.use, required, false), From: x.header.Pos,
		}
		f.Codec = u.reading().codec(x.use.shape, d.Name+p.named.Of(x))
		f.Checks = u.checks(x.use, d.Name+p.named.Of(x))
		f.Doc = p.headerDoc(x, required)
		d.Fields = append(d.Fields, f)
	}
	return d
}

// parseDoc is the comment of the function that reads headers.
func (p *planner) parseDoc(first *text) gomodel.Doc {
	return gomodel.Doc{first.add(" Rules that they break are an ").link(p.named.Own("InvalidError"), true, "").add("; what could be read is there all the same.").spans}
}

// headerCheck returns the function that checks the headers of an operation, "" if nothing can be wrong with them.
func (p *planner) headerCheck(o *operation) string {
	for _, x := range o.headers.list {
		if x.form != gomodel.HeaderText || x.statuses == o.headers.statuses || x.use.shape != shape(scalar{gomodel.String}) || p.useChecks(x.use) {
			return p.named.Parse(&o.headers)
		}
	}
	return ""
}

func (p *planner) headerDoc(x *header, required bool) gomodel.Doc {
	line := &text{}
	if !tellsName(p.named.Of(x), x.wire) || strings.ContainsAny(x.wire, "-_") {
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
