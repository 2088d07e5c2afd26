package operations

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// A Form is a multipart body: a struct of its own, because a file is no JSON.
type Form struct {
	Word   string // the name that it wants
	Op     *api.Operation
	Schema *api.Schema
	Parts  []*Part
}

// A Part is a field of a form.
type Part struct {
	Sight    *analysis.Sight
	Use      shapes.Use
	Required bool
	File     gomodel.FileKind
	Style    gomodel.PartStyle
}

// FormFile is the type of support code for a file.
const FormFile = "FormFile"

// formOf plans the form for a multipart body. Bodies that share a media type object share the form.
func (p *Planner) formOf(o *Operation, x *Body, m *api.MediaType) *Form {
	if f := p.forms[m]; f != nil {
		return f
	}
	at := p.bodyPlace(o.Op.RequestBody.Ref, o, x.Field, "the form")
	f := &Form{Schema: x.Schema, Word: at.Owner + at.Suffix, Op: o.Op}
	p.forms[m] = f
	o.Forms = append(o.Forms, f)
	v := p.Analysis.View(x.Schema)
	p.Shapes.LookedAt(x.Schema)
	for _, seen := range v.Sights {
		encoding, _ := api.Find(m.Encoding.ByName, seen.Property.Name)
		f.Parts = append(f.Parts, p.part(at, seen, v.Required[seen.Property.Name], encoding))
	}
	if m.Encoding.Items != nil || m.Encoding.PrefixItems != nil {
		p.findings.Warn(m.Pos, diag.RuleNotGenerated, "prefixEncoding and itemEncoding are not used: the parts are named")
	}
	return f
}

func (p *Planner) part(at shapes.Place, seen *analysis.Sight, required bool, encoding *api.Encoding) *Part {
	x := &Part{Sight: seen, Required: required, Style: gomodel.PartStyle{Name: seen.Property.Name}}
	if encoding != nil {
		if x.Style = partStyle(seen.Property.Name, encoding); x.Style.Style != nil {
			p.partReporter().oldPart(seen.Property.Name, encoding)
			p.partReporter().part(seen.Property, encoding)
		}
		for _, h := range encoding.Headers {
			p.findings.Info(h.Pos, diag.RuleNotGenerated, "the header %s of a part has no type: a FormFile has a Header for it", h.Name)
		}
	}
	if x.File = p.fileKind(seen.Property.Value, encoding); x.File != gomodel.NoFile {
		p.Shapes.ReportStream(seen.Property.Value)
		if x.Style.MediaType == "" {
			if c := p.Analysis.Core(seen.Property.Value).Content; c != nil {
				x.Style.MediaType = c.MediaType
			}
		}
		return x
	}
	at.Suffix += p.Style.Suffix(seen.Property.Name)
	x.Use = p.Shapes.Use(seen.Property.Value, at)
	if !seen.Certain {
		x.Use.Judged = true
	}
	x.Use.Nullable = false // a part has no null
	return x
}

// fileKind reports whether a member of a form is a file or a list of files: bytes, anything at all (OAS 3.1: the default of a
// schema without type is application/octet-stream), or a text that the document encodes as something else.
func (p *Planner) fileKind(s *api.Schema, encoding *api.Encoding) gomodel.FileKind {
	core := p.Analysis.Core(s)
	if p.isFile(core, encoding) {
		return gomodel.OneFile
	}
	if p.Analysis.Kinds(core) == analysis.KindArray {
		if items, _ := p.Analysis.ItemsOf(core); items != nil && p.isFile(p.Analysis.Core(items), encoding) {
			return gomodel.ManyFiles
		}
	}
	return gomodel.NoFile
}

func (p *Planner) isFile(s *api.Schema, encoding *api.Encoding) bool {
	if media.IsBinary(s) {
		return true
	}
	if s.Content != nil && s.Content.Encoding != "" {
		return false
	}
	asBytes := encoding != nil && encoding.ContentType != "" && media.KindOf(encoding.ContentType) == media.Stream
	if p.Classes.PlainKind(s) == gomodel.String && s.Enum == nil && s.Const == nil {
		return asBytes
	}
	isEmpty := p.Classes.Classify(s) == classes.Anything && analysis.Asserted(s) == (analysis.Keywords{})
	return isEmpty && (asBytes || !p.Doc.Version.Before(3, 1) && (encoding == nil || encoding.ContentType == ""))
}

// partStyles returns what an Encoding Object says about each member.
func (p *Planner) partStyles(list []api.Named[*api.Encoding]) (styles []gomodel.PartStyle) {
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

// AllowedTypes returns a list of media types, "" if it allows all.
func AllowedTypes(list string) string {
	if strings.Contains(list, "*/*") {
		return ""
	}
	return list
}
