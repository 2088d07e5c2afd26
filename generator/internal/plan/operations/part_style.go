package operations

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A partReporter reports the styles of parts that OpenAPI does not define, or does not have there.
type partReporter struct {
	analysis *analysis.Analysis
	version  api.Version
	findings *diag.List
}

func (p *Planner) partReporter() partReporter {
	return partReporter{p.Analysis, p.Doc.Version, p.findings}
}

// form reports the members of a form that are written in a style that OpenAPI does not define for them.
func (p partReporter) form(s *api.Schema, m *api.MediaType) {
	for _, seen := range p.analysis.View(s).Sights {
		if e, _ := api.Find(m.Encoding.ByName, seen.Property.Name); e != nil {
			p.part(seen.Property, e)
		}
	}
}

// part reports a style that OpenAPI does not define for a part, which is written in the nearest way.
func (p partReporter) part(part api.Named[*api.Schema], e *api.Encoding) {
	const not = "OpenAPI does not define style %s here: part %s %s"
	if e.Serial.Style != api.StyleDeepObject || !e.Serial.HasStyle {
		return
	}
	switch kinds := p.analysis.Kinds(part.Value); {
	case kinds == analysis.KindArray:
		p.findings.Info(e.Pos, diag.RuleStyle, not, e.Serial.Style, part.Name, "is written with an index for each item: "+part.Name+"[0]=...")
	case kinds&analysis.KindObject == 0:
		p.findings.Info(e.Pos, diag.RuleStyle, not, e.Serial.Style, part.Name, "is written like style form")
	case p.nests(part.Value):
		p.findings.Info(e.Pos, diag.RuleStyle, not, e.Serial.Style, part.Name, "is written with more brackets for the lists and objects inside")
	}
}

// nests reports whether a schema describes members that are lists or objects.
func (p partReporter) nests(s *api.Schema) bool {
	return slices.ContainsFunc(p.analysis.View(s).Sights, func(seen *analysis.Sight) bool {
		kinds := p.analysis.Kinds(seen.Property.Value)
		return kinds != analysis.AnyKind && kinds&(analysis.KindArray|analysis.KindObject) != 0
	})
}

// oldPart reports a style in a multipart body of a document of OpenAPI 3.0, which ignores it: style and explode count in a
// form only (OAS 3.0, Encoding Object). Who writes one there means it, and 3.1 says so. That of Swagger 2.0 is made of a
// collectionFormat, which counts.
func (p partReporter) oldPart(name string, e *api.Encoding) {
	if v := p.version; v.Before(3, 1) && v.Text != "2.0" {
		p.findings.Info(e.Pos, diag.RuleStyle, "OpenAPI 3.0 ignores the style of a part of a multipart body: part %s is written in it, as OpenAPI 3.1 says", name)
	}
}
