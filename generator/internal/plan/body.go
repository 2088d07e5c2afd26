package plan

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A body is a field for what an operation sends.
type body struct {
	field       string // Body, BodyText
	use         use    // of a value; a form and a stream have none
	form        *form
	required    bool
	media       string
	types       []string // more than one media type, or a range, that a stream may have
	schema      *api.Schema
	writer      gomodel.BodyWriter
	description string
}

var (
	readerType     = gomodel.Named{Ident: gomodel.Ident{Path: "io", Name: "Reader"}}
	readCloserType = gomodel.Named{Ident: gomodel.Ident{Path: "io", Name: "ReadCloser"}}
)

// planBody plans a field for each kind of body. JSON comes first; what says the same as another one is left out.
func (p *planner) planBody(o *operation) {
	if o.op.RequestBody == nil || o.op.RequestBody.Value == nil {
		return
	}
	b := o.op.RequestBody.Value
	for _, m := range jsonFirst(b.Content) {
		if m.Value.Value == nil {
			continue // parse has reported the reference
		}
		if x := p.oneBody(o, b, m); x != nil {
			o.bodies = append(o.bodies, x)
		}
	}
	o.bodyRequired = b.Required
	if len(o.bodies) > 1 {
		for _, x := range o.bodies {
			x.required = false // one of them is
		}
	}
}

type content = api.Named[api.Use[api.MediaType]]

// jsonFirst returns the media types with those of JSON before the others.
func jsonFirst(list []content) (sorted []content) {
	for _, json := range []bool{true, false} {
		for _, m := range list {
			if (mediaKindOf(m.Name) == jsonMedia) == json {
				sorted = append(sorted, m)
			}
		}
	}
	return sorted
}

// oneBody plans the field for one media type, nil if another field does for it.
func (p *planner) oneBody(o *operation, b *api.RequestBody, m content) *body {
	schema := p.sentSchema(m)
	kind := p.kindFor(m.Name, schema)
	for _, have := range o.bodies {
		_, isStream := have.writer.(gomodel.StreamBody)
		switch {
		case isStream && kind == streamMedia:
			have.types = append(have.types, baseType(m.Name))
			if schema != nil {
				p.reportStream(schema)
			}
			return nil
		case p.saysSame(have.schema, schema):
			p.findings.Info(m.Pos, diag.RuleNotGenerated, "a body of type %s has no field: it says the same as %s, which is sent", m.Name, have.media)
			return nil
		}
	}
	x := &body{field: "Body", required: b.Required, media: sentType(m.Name, kind), schema: schema, description: b.Description}
	if len(o.bodies) > 0 {
		x.field += p.mediaWord(m.Name)
	}
	p.planWriter(o, x, m, kind)
	return x
}

// saysSame reports whether two bodies have the same schema, which has more than the bytes.
func (p *planner) saysSame(a, b *api.Schema) bool {
	return a != nil && b != nil && (p.core(a) == p.core(b) || p.equal(a, b))
}

func (p *planner) sentSchema(m content) *api.Schema {
	v := m.Value.Value
	if v.Schema == nil {
		return nil
	}
	return p.directions.form(v.Schema, sent)
}

// sentType returns the media type that a client sends for one of the document, which may be a range.
func sentType(name string, kind mediaKind) string {
	switch t := baseType(name); {
	case !strings.Contains(t, "*"):
		return name
	case kind == jsonMedia:
		return "application/json"
	case kind == textMedia:
		return "text/plain"
	case kind == multipartMedia:
		return "multipart/form-data"
	}
	return "application/octet-stream"
}

// planWriter decides what a body is in Go and how it is written.
func (p *planner) planWriter(o *operation, x *body, m content, kind mediaKind) {
	v := m.Value.Value
	switch {
	case kind == multipartMedia && x.schema != nil && p.kinds(x.schema) == kindObject && len(p.view(x.schema).sights) > 0:
		x.form = p.formOf(o, x, v)
		x.writer = gomodel.MultipartBody{}
		return
	case kind == formMedia && x.schema != nil:
		x.writer = gomodel.URLForm{Parts: p.partStyles(v.Encoding.ByName)}
	case kind == jsonMedia && v.ItemSchema == nil:
		x.writer = gomodel.JSONBody{}
	case kind == textMedia && (x.schema == nil || scalarText(p.bodyUse(o, x).shape)):
		x.writer = gomodel.TextBody{}
	case kind == xmlMedia && x.schema != nil && p.isXML(p.bodyUse(o, x)):
		x.writer = gomodel.XMLBody{Root: p.xmlRoot(x.schema)}
	default:
		p.streamBody(x, m, kind)
		return
	}
	x.use = p.bodyUse(o, x)
	if _, isText := x.writer.(gomodel.TextBody); isText && x.schema == nil {
		x.use = use{shape: scalar{gomodel.String}, schema: &api.Schema{}}
	}
}

// bodyUse is the Go type of a body that is a value.
func (p *planner) bodyUse(o *operation, x *body) use {
	if x.schema == nil {
		return use{shape: anything{}}
	}
	u := p.use(x.schema, p.bodyPlace(o.op.RequestBody.Ref, o, x.field, "the body"))
	_, isJSON := x.writer.(gomodel.JSONBody)
	if !x.required || !isJSON {
		u.nullable = false // nil is absent: a body of null would say the same with more bytes
	}
	return u
}

// streamBody makes a body an io.Reader. A schema that says more than bytes is not used, which is a finding.
func (p *planner) streamBody(x *body, m content, kind mediaKind) {
	x.writer = gomodel.StreamBody{}
	x.types = []string{baseType(m.Name)}
	if v := m.Value.Value; v.ItemSchema != nil || kind != streamMedia && x.schema != nil {
		p.findings.Warn(m.Pos, diag.RuleNotGenerated, "a body of type %s is sent as it is: its schema has no Go type", m.Name)
	} else if x.schema != nil {
		p.reportStream(x.schema)
	}
}

// bodyPlace names an inline type after the component that holds it, else after the operation.
func (p *planner) bodyPlace(ref *api.Reference, o *operation, word, role string) place {
	if ref != nil && ref.Component != "" {
		return place{owner: p.style.Exported(ref.Component), suffix: "Body"}
	}
	return place{owner: o.id, suffix: word, of: o.op, role: role}
}

// bodyModel is the field for a body.
func (p *planner) bodyModel(u unit, o *operation, x *body) *gomodel.BodyField {
	b := &gomodel.BodyField{MediaType: x.media, Write: x.writer}
	b.Field = gomodel.Field{Name: x.field, From: o.op.RequestBody.Pos, Doc: p.bodyDoc(o, x)}
	switch w := x.writer.(type) {
	case gomodel.StreamBody:
		b.Type, b.Codec, b.Hold = readerType, gomodel.RawCodec{}, gomodel.Hold{Required: x.required, Box: gomodel.NilBox}
		if x.required {
			b.Checks = []gomodel.Check{gomodel.Present{}}
		}
		if len(x.types) > 1 || strings.Contains(x.types[0], "*") {
			w.Choice, w.Allowed = x.field+"Type", allowedTypes(strings.Join(x.types, ", "))
			b.Write = w
		}
	case gomodel.MultipartBody:
		b.Type, b.Codec = p.named.OwnType(p.named.Of(x.form)), gomodel.ObjectCodec{Type: p.named.Own(p.named.Of(x.form))}
		b.Hold = gomodel.Hold{Required: x.required}
		if !x.required {
			b.Hold.Box = gomodel.Pointing
		}
		b.Checks = []gomodel.Check{gomodel.Inside{}}
	default:
		owner := p.named.Params(o) + x.field
		b.Type, b.Hold, b.Codec, b.Checks = p.shapeType(x.use.shape), p.hold(x.use, x.required, false), u.codec(x.use.shape, owner), u.checks(x.use, owner)
		if x.required && isAnythingShape(x.use) {
			b.Checks = append([]gomodel.Check{gomodel.Present{}}, b.Checks...)
		}
	}
	return b
}

func (p *planner) bodyDoc(o *operation, x *body) gomodel.Doc {
	line := (&text{}).add("What to send.")
	if description := plainText(x.description); description != "" {
		line = (&text{}).add(sentence(description))
	}
	switch _, isStream := x.writer.(gomodel.StreamBody); {
	case len(o.bodies) > 1 && o.bodyRequired:
		line.space().add("It is sent as " + x.media + ". One body is required.")
	case len(o.bodies) > 1:
		line.space().add("It is sent as " + x.media + ".")
	case isStream:
		line.space().add("It is read once, and sent as it is.")
	}
	if isStream(x) && len(x.types) > 1 {
		line.space().add("The media types are " + strings.Join(x.types, ", ") + ".")
	}
	if x.use.shape != nil {
		p.addRules(line, x.use, x.required)
	} else if x.required {
		line.space().add("Required.")
	}
	return gomodel.Doc{line.spans}
}

func isStream(x *body) bool {
	_, ok := x.writer.(gomodel.StreamBody)
	return ok
}
