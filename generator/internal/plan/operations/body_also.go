package operations

import (
	"reflect"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// An Also is another media type of a body. A client does not send it; a server reads it into the same field.
type Also struct {
	Name   string // in the document
	Writer gomodel.BodyWriter
}

// A rereader finds out how a server reads a body of another media type into the field of a body.
type rereader struct {
	*Planner
	have *Body
	m    *api.MediaType // the other one
	kind media.Kind     // of it
}

// plan adds the media type to the body, or says why it is not read.
func (p rereader) plan(m content) {
	writer, why := p.writer()
	if writer == nil {
		p.findings.Warn(m.Pos, diag.RuleNotGenerated, "a server does not read a body of type %s: %s", m.Name, why)
		return
	}
	p.have.Also = append(p.have.Also, Also{m.Name, writer})
}

// writer says what the reading is the way back of, or why there is none.
func (p rereader) writer() (writer gomodel.BodyWriter, why string) {
	switch p.have.Writer.(type) {
	case gomodel.StreamBody:
		if types := p.have.Types; len(types) > 1 || strings.Contains(types[0], "*") {
			return nil, "it is none of " + strings.Join(types, ", ") // which the caller chooses from
		}
		return gomodel.StreamBody{}, "" // any bytes will do
	case gomodel.MultipartBody:
		return p.form()
	}
	schema := p.have.Schema
	kinds := p.Analysis.Kinds(schema)
	switch {
	case p.kind == media.JSON && p.m.ItemSchema == nil:
		return gomodel.JSONBody{}, ""
	case p.kind == media.Form && kinds&analysis.KindObject != 0:
		p.partReporter().form(schema, p.m)
		return gomodel.URLForm{Parts: p.partStyles(p.m.Encoding.ByName)}, ""
	case p.kind == media.Multipart && kinds == analysis.KindObject:
		if p.hasFile() {
			return nil, "it has files, and its Go type has none, because it is that of " + p.have.Media
		}
		return gomodel.PartsBody{Parts: p.partStyles(p.m.Encoding.ByName)}, ""
	case p.kind == media.Text && shapes.ScalarText(p.have.Use.Shape):
		return gomodel.TextBody{}, ""
	case p.kind == media.XML && p.isXML(p.have.Use):
		return gomodel.XMLBody{Root: rootOf(p.XMLTags, schema)}, ""
	}
	return nil, "nothing reads it into its Go type, which is that of " + p.have.Media
}

// form says how a body becomes a form with files. The parts of both must be written alike, because they are read by the same code.
func (p rereader) form() (writer gomodel.BodyWriter, why string) {
	if p.kind != media.Form && p.kind != media.Multipart {
		return nil, "nothing reads it into a form, which is the Go type of " + p.have.Media
	}
	for _, x := range p.have.Form.Parts {
		var style gomodel.PartStyle
		if e, _ := api.Find(p.m.Encoding.ByName, x.Style.Name); e != nil {
			style = partStyle(x.Style.Name, e)
		}
		if x.File == gomodel.NoFile && (style.MediaType != x.Style.MediaType || !reflect.DeepEqual(style.Style, x.Style.Style)) {
			return nil, "its field " + x.Style.Name + " is encoded in another way than that of " + p.have.Media
		}
	}
	return gomodel.MultipartBody{}, ""
}

// hasFile reports whether the body has files.
func (p rereader) hasFile() bool {
	return slices.ContainsFunc(p.Analysis.View(p.have.Schema).Sights, func(seen *analysis.Sight) bool {
		encoding, _ := api.Find(p.m.Encoding.ByName, seen.Property.Name)
		return p.fileKind(seen.Property.Value, encoding) != gomodel.NoFile
	})
}
