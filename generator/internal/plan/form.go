package plan

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A form is a multipart body: a struct of its own, because a file is no JSON.
type form struct {
	word   string // the name that it wants
	op     *api.Operation
	schema *api.Schema
	parts  []*part
}

// A part is a field of a form.
type part struct {
	sight    *sight
	use      use
	required bool
	file     gomodel.FileKind
	style    gomodel.PartStyle
}

// formFile is the type of support code for a file.
const formFile = "FormFile"

// formOf plans the form for a multipart body. Bodies that share a media type object share the form.
func (p *planner) formOf(o *operation, x *body, m *api.MediaType) *form {
	if f := p.forms[m]; f != nil {
		return f
	}
	at := p.bodyPlace(o.op.RequestBody.Ref, o, x.field, "the form")
	f := &form{schema: x.schema, word: at.owner + at.suffix, op: o.op}
	p.forms[m] = f
	o.forms = append(o.forms, f)
	v := p.view(x.schema)
	p.lookedAt(x.schema)
	for _, seen := range v.sights {
		encoding, _ := api.Find(m.Encoding.ByName, seen.property.Name)
		f.parts = append(f.parts, p.part(at, seen, v.required[seen.property.Name], encoding))
	}
	if m.Encoding.Items != nil || m.Encoding.PrefixItems != nil {
		p.findings.Warn(m.Pos, diag.RuleNotGenerated, "prefixEncoding and itemEncoding are not used: the parts are named")
	}
	return f
}

// lookedAt notes that the members of a schema, and of those that it applies, are fields.
func (p *planner) lookedAt(s *api.Schema) {
	for _, source := range append(sources(s), s) {
		p.enforce(source, api.KwType, api.KwProperties, api.KwRequired, api.KwAllOf, api.KwRef)
		if _, seen := p.uses[source]; !seen && p.types[source] == nil {
			p.uses[source] = use{shape: anything{}} // what else it says is a finding
		}
	}
}

func (p *planner) part(at place, seen *sight, required bool, encoding *api.Encoding) *part {
	x := &part{sight: seen, required: required, style: gomodel.PartStyle{Name: seen.property.Name}}
	if encoding != nil {
		x.style = partStyle(seen.property.Name, encoding)
		for _, h := range encoding.Headers {
			p.findings.Info(h.Pos, diag.RuleNotGenerated, "the header %s of a part has no type: a FormFile has a Header for it", h.Name)
		}
	}
	if x.file = p.fileKind(seen.property.Value, encoding); x.file != gomodel.NoFile {
		p.reportStream(seen.property.Value)
		if x.style.MediaType == "" {
			if c := p.core(seen.property.Value).Content; c != nil {
				x.style.MediaType = c.MediaType
			}
		}
		return x
	}
	at.suffix += p.style.Suffix(seen.property.Name)
	x.use = p.use(seen.property.Value, at)
	if !seen.certain {
		x.use.judged = true
	}
	x.use.nullable = false // a part has no null
	return x
}

// fileKind reports whether a member of a form is a file or a list of files: bytes, anything at all (OAS 3.1: the default of a
// schema without type is application/octet-stream), or a text that the document encodes as something else.
func (p *planner) fileKind(s *api.Schema, encoding *api.Encoding) gomodel.FileKind {
	core := p.core(s)
	if p.isFile(core, encoding) {
		return gomodel.OneFile
	}
	if p.kinds(core) == kindArray {
		if items, _ := p.itemsOf(core); items != nil && p.isFile(p.core(items), encoding) {
			return gomodel.ManyFiles
		}
	}
	return gomodel.NoFile
}

func (p *planner) isFile(s *api.Schema, encoding *api.Encoding) bool {
	if isBinary(s) {
		return true
	}
	if s.Content != nil && s.Content.Encoding != "" {
		return false
	}
	asBytes := encoding != nil && encoding.ContentType != "" && mediaKindOf(encoding.ContentType) == streamMedia
	if p.plainKind(s) == gomodel.String && s.Enum == nil && s.Const == nil {
		return asBytes
	}
	isEmpty := p.classify(s) == isAnything && asserted(s) == (keywordSet{})
	return isEmpty && (asBytes || !p.doc.Version.Before(3, 1) && (encoding == nil || encoding.ContentType == ""))
}

// partStyles returns what an Encoding Object says about each member.
func (p *planner) partStyles(list []api.Named[*api.Encoding]) (styles []gomodel.PartStyle) {
	for _, e := range list {
		if s := partStyle(e.Name, e.Value); s.Style != nil || s.MediaType != "" {
			styles = append(styles, s)
		}
	}
	return styles
}

func partStyle(name string, e *api.Encoding) gomodel.PartStyle {
	s := gomodel.PartStyle{Name: name, MediaType: e.ContentType}
	if e.Serial.HasStyle || e.Serial.HasExplode || e.Serial.AllowReserved {
		s.Style = &gomodel.StyledParam{Style: string(e.Serial.Style), Explode: e.Serial.Explode, Reserved: e.Serial.AllowReserved}
	}
	return s
}

// reportStream reports what a schema demands of bytes that are read while they are sent or received. The schema may be one of
// another place too, where a type enforces the same.
func (p *planner) reportStream(s *api.Schema) {
	for _, source := range append(sources(s), s) {
		if p.streams[source] {
			continue
		}
		p.streams[source] = true
		kept := p.idle(source)
		kept.add(api.KwType, api.KwItems, api.KwMinItems, api.KwMaxItems, api.KwAllOf, api.KwRef)
		if isBinary(source) {
			kept.add(api.KwFormat)
		}
		if inner, _ := p.unwrap(source); inner != nil { // bytes or null
			kept.add(api.KwAnyOf, api.KwOneOf)
		}
		p.enforce(source, kept.list()...)
		for _, k := range asserted(source).minus(kept).list() {
			p.findings.Warn(source.At(k), diag.RuleNotEnforced, "%s is not enforced on a stream of bytes", k)
		}
		if source.Array != nil && source.Array.Items != nil {
			p.reportStream(source.Array.Items)
		}
	}
}

// formDecl builds the struct of a form.
func (p *planner) formDecl(u unit, o *operation, f *form) *gomodel.Form {
	d := &gomodel.Form{Operation: p.named.Method(o)}
	d.Name, d.From = p.named.Of(f), f.schema.Pos
	d.Doc = gomodel.Doc{(&text{}).add(p.named.Of(f)+" is the form that ").link(p.named.Own("Client"), false, p.named.Method(o)).add(" sends.").spans}
	for _, x := range f.parts {
		d.Fields = append(d.Fields, p.partModel(u, f, x))
	}
	return d
}

func (p *planner) partModel(u unit, f *form, x *part) gomodel.FormField {
	owner := p.named.Of(f) + p.named.Of(x)
	m := gomodel.FormField{Part: x.style, File: x.file}
	m.Field = gomodel.Field{Name: p.named.Of(x), Wire: x.sight.property.Name, From: x.sight.property.Pos, Codec: gomodel.RawCodec{}}
	switch {
	case x.file != gomodel.NoFile:
		m.Type, m.Hold, m.Allowed = p.named.OwnType(formFile), gomodel.Hold{Required: x.required}, allowedTypes(x.style.MediaType)
		if x.file == gomodel.ManyFiles {
			m.Type, m.Hold.Box = gomodel.Slice{Elem: m.Type}, gomodel.NilBox
			if c := itemsCheck(p.core(x.sight.property.Value)); c != nil {
				m.Checks = []gomodel.Check{c}
			}
		} else if !x.required {
			m.Hold.Box = gomodel.Pointing
		}
	default:
		m.Type, m.Hold, m.Codec, m.Checks = p.shapeType(x.use.shape), p.hold(x.use, x.required, false), u.codec(x.use.shape, owner), u.checks(x.use, owner)
		m.Secret = p.secret(x.sight.property.Value)
	}
	m.Doc = p.formFieldDoc(x)
	return m
}

// allowedTypes returns a list of media types, "" if it allows all.
func allowedTypes(list string) string {
	if strings.Contains(list, "*/*") {
		return ""
	}
	return list
}

func (p *planner) formFieldDoc(x *part) gomodel.Doc {
	line := (&text{}).add(sentence(plainText(p.description(x.sight.property.Value))))
	if x.use.shape != nil {
		p.addRules(line, x.use, x.required)
		p.addDefault(line, x.sight.property.Value, x.use, x.required)
	} else if x.required {
		line.space().add("Required.")
	}
	if list := allowedTypes(x.style.MediaType); x.file != gomodel.NoFile && strings.ContainsAny(list, ",*") {
		line.space().add("Its ContentType is one of " + list + ".")
	} else if x.file != gomodel.NoFile && list != "" {
		line.space().add("Its ContentType is " + list + ".")
	}
	if !tellsName(p.named.Of(x), x.sight.property.Name) {
		line.space().add("Name of the part: " + quoteOdd(x.sight.property.Name) + ".")
	}
	if len(line.spans) == 0 {
		return nil
	}
	return gomodel.Doc{line.spans}
}
