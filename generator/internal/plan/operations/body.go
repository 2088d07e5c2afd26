package operations

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// A Body is a field for what an operation sends.
type Body struct {
	Field       string     // Body, BodyText
	Use         shapes.Use // of a value; a form and a stream have none
	Form        *Form
	Required    bool
	Media       string
	Types       []string // more than one media type, or a range, that a stream may have
	Name        string   // of the media type in the document
	Also        []Also   // media types with the same schema, which are not sent
	Schema      *api.Schema
	Writer      gomodel.BodyWriter
	Description string
}

// planBody plans a field for each kind of body. JSON comes first; what says the same as another one is left out.
func (p *Planner) planBody(o *Operation) {
	if o.Op.RequestBody == nil || o.Op.RequestBody.Value == nil {
		return
	}
	b := o.Op.RequestBody.Value
	for _, m := range jsonFirst(b.Content) {
		if m.Value.Value == nil {
			continue // parse has reported the reference
		}
		if x := p.oneBody(o, b, m); x != nil {
			o.Bodies = append(o.Bodies, x)
		}
	}
	o.BodyRequired = b.Required
	if len(o.Bodies) > 1 {
		for _, x := range o.Bodies {
			x.Required = false // one of them is
		}
	}
}

type content = api.Named[api.Use[api.MediaType]]

// jsonFirst returns the media types with those of JSON before the others.
func jsonFirst(list []content) (sorted []content) {
	for _, json := range []bool{true, false} {
		for _, m := range list {
			if (media.KindOf(m.Name) == media.JSON) == json {
				sorted = append(sorted, m)
			}
		}
	}
	return sorted
}

// oneBody plans the field for one media type, nil if another field does for it.
func (p *Planner) oneBody(o *Operation, b *api.RequestBody, m content) *Body {
	schema := p.formFor(o, m, directions.Sent)
	kind := p.kindFor(m.Name, schema)
	if p.Served && kind != media.Stream && charset(m.Name) != "" {
		p.findings.Warn(m.Pos, diag.RuleNotGenerated, "a server refuses a body of type %s: it reads no other charset than utf-8", m.Name)
	}
	for _, have := range o.Bodies {
		_, isStream := have.Writer.(gomodel.StreamBody)
		switch {
		case isStream && kind == media.Stream:
			have.Types = append(have.Types, media.BaseType(m.Name))
			if schema != nil {
				p.Shapes.ReportStream(schema)
			}
			return nil
		case p.saysSame(have.Schema, schema):
			p.findings.Info(m.Pos, diag.RuleNotGenerated, "a body of type %s has no field: it says the same as %s, which is sent", m.Name, have.Media)
			if p.Served {
				rereader{p, have, m.Value.Value, kind}.plan(m)
			}
			return nil
		}
	}
	x := &Body{Field: "Body", Name: m.Name, Required: b.Required, Media: sentType(m.Name, kind), Schema: schema, Description: b.Description}
	if len(o.Bodies) > 0 {
		x.Field += p.mediaWord(m.Name)
	}
	p.planWriter(o, x, m, kind)
	return x
}

// saysSame reports whether two bodies have the same schema, which has more than the bytes.
func (p *Planner) saysSame(a, b *api.Schema) bool {
	return a != nil && b != nil && (p.Analysis.Core(a) == p.Analysis.Core(b) || p.Analysis.Equal(a, b))
}

// formFor returns the form of a schema that an operation sends or receives, nil for none.
func (p *Planner) formFor(o *Operation, m content, way directions.Direction) *api.Schema {
	v := m.Value.Value
	if v.Schema == nil {
		return nil
	}
	return p.Directions.Form(v.Schema, o.way(way))
}

// sentType returns the media type that a client sends for one of the document, which may be a range.
func sentType(name string, kind media.Kind) string {
	switch t := media.BaseType(name); {
	case !strings.Contains(t, "*"):
		return name
	case kind == media.JSON:
		return "application/json"
	case kind == media.Text:
		return "text/plain"
	case kind == media.Multipart:
		return "multipart/form-data"
	}
	return "application/octet-stream"
}

// planWriter decides what a body is in Go and how it is written.
func (p *Planner) planWriter(o *Operation, x *Body, m content, kind media.Kind) {
	v := m.Value.Value
	switch {
	case kind == media.Multipart && x.Schema != nil && p.Analysis.Kinds(x.Schema) == analysis.KindObject && len(p.Analysis.View(x.Schema).Sights) > 0:
		x.Form = p.formOf(o, x, v)
		x.Writer = gomodel.MultipartBody{}
		return
	case kind == media.Form && x.Schema != nil:
		p.partReporter().form(x.Schema, v)
		x.Writer = gomodel.URLForm{Parts: p.partStyles(v.Encoding.ByName)}
	case kind == media.JSON && v.ItemSchema == nil:
		x.Writer = gomodel.JSONBody{}
	case kind == media.Text && (x.Schema == nil || shapes.ScalarText(p.bodyUse(o, x).Shape)):
		x.Writer = gomodel.TextBody{}
	case kind == media.XML && x.Schema != nil && p.isXML(p.bodyUse(o, x)):
		x.Writer = gomodel.XMLBody{Root: rootOf(p.XMLTags, x.Schema)}
	default:
		p.streamBody(x, m, kind)
		return
	}
	x.Use = p.bodyUse(o, x)
	if _, isText := x.Writer.(gomodel.TextBody); isText && x.Schema == nil {
		x.Use = shapes.Use{Shape: shapes.Scalar{Kind: gomodel.String}, Schema: &api.Schema{}}
	}
}

// bodyUse is the Go type of a body that is a value.
func (p *Planner) bodyUse(o *Operation, x *Body) shapes.Use {
	if x.Schema == nil {
		return shapes.Use{Shape: shapes.Anything{}}
	}
	u := p.Shapes.Use(x.Schema, p.bodyPlace(o.Op.RequestBody.Ref, o, x.Field, "the body"))
	_, isJSON := x.Writer.(gomodel.JSONBody)
	if !x.Required || !isJSON {
		u.Nullable = false // nil is absent: a body of null would say the same with more bytes
	}
	return u
}

// streamBody makes a body an io.Reader. A schema that says more than bytes is not used, which is a finding.
func (p *Planner) streamBody(x *Body, m content, kind media.Kind) {
	x.Writer = gomodel.StreamBody{}
	x.Types = []string{media.BaseType(m.Name)}
	if v := m.Value.Value; v.ItemSchema != nil || kind != media.Stream && x.Schema != nil {
		p.findings.Warn(m.Pos, diag.RuleNotGenerated, "a body of type %s is sent as it is: its schema has no Go type", m.Name)
	} else if x.Schema != nil {
		p.Shapes.ReportStream(x.Schema)
	}
}

// bodyPlace names an inline type after the component that holds it, else after the operation.
func (p *Planner) bodyPlace(ref *api.Reference, o *Operation, word, role string) shapes.Place {
	if ref != nil && ref.Component != "" {
		return shapes.Place{Owner: p.Style.Exported(ref.Component), Suffix: "Body"}
	}
	return shapes.Place{Owner: o.ID, Suffix: word, Of: o.Op, Role: role}
}
