package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// A Header is a typed header of the responses of an operation.
type Header struct {
	Wire     string
	Header   *api.Header
	Schema   *api.Schema
	Use      shapes.Use
	Form     gomodel.HeaderForm
	Requires []api.Status // the successes that require it
}

// A HeaderSet are the typed headers of the responses to an operation, or of a request to a webhook.
type HeaderSet struct {
	List     []*Header
	Statuses []api.Status // the successes; one for a request
}

// planHeaders collects the headers of all successes. One is required if each success requires it.
func (p *Planner) planHeaders(o *Operation, successes []api.ResponseEntry) {
	for _, e := range successes {
		for _, h := range e.Use.Value.Headers {
			if h.Value.Value != nil && !strings.EqualFold(h.Name, "Content-Type") {
				p.addHeader(o, e, h)
			}
		}
	}
	for _, e := range successes {
		o.Headers.Statuses = append(o.Headers.Statuses, e.Status)
	}
}

// IsRequired reports whether a header is there with each status.
func (s *HeaderSet) IsRequired(x *Header) bool { return len(x.Requires) == len(s.Statuses) }

// RequiredFor returns the headers that are required with a status and not with each.
func (s *HeaderSet) RequiredFor(status api.Status) (names []string) {
	for _, x := range s.List {
		if !s.IsRequired(x) && slices.Contains(x.Requires, status) {
			names = append(names, x.Wire)
		}
	}
	return names
}

func (p *Planner) addHeader(o *Operation, e api.ResponseEntry, h api.Named[api.Use[api.Header]]) {
	v := h.Value.Value
	for _, have := range o.Headers.List {
		if !strings.EqualFold(have.Wire, h.Name) {
			continue
		}
		if v.Required {
			have.Requires = append(have.Requires, e.Status)
		}
		if have.Header != v && !p.saysSame(have.Header.Schema, v.Schema) {
			p.findings.Warn(h.Pos, diag.RuleNotEnforced, "the header %s of status %s is read as that of another status, which has another schema", h.Name, StatusText(e.Status))
		}
		return
	}
	at := shapes.Place{Owner: o.ID + "Header", Suffix: p.Style.Suffix(h.Name), Of: o.Op, Role: "header " + words.QuoteOdd(h.Name)}
	if h.Value.Ref != nil && h.Value.Ref.Component != "" {
		at = shapes.Place{Owner: p.Style.Exported(h.Value.Ref.Component), Suffix: "Header"}
	}
	o.Headers.List = append(o.Headers.List, p.planHeader(h.Name, e.Status, v, h.Pos, at, o.way(directions.Received)))
}

// planHeader decides the Go type of a header that is read. way is that of its schema.
func (p *Planner) planHeader(name string, status api.Status, v *api.Header, pos diag.Pos, at shapes.Place, way directions.Direction) *Header {
	x := &Header{Wire: name, Header: v, Schema: v.Schema, Form: gomodel.HeaderText, Use: shapes.Use{Shape: shapes.Scalar{Kind: gomodel.String}, Schema: &api.Schema{}}}
	if v.Required {
		x.Requires = []api.Status{status}
	}
	isJSON := false
	if x.Schema == nil && len(v.Content) > 0 && v.Content[0].Value.Value != nil {
		x.Schema = v.Content[0].Value.Value.Schema
		isJSON = media.KindOf(v.Content[0].Name) == media.JSON
	}
	if x.Schema == nil {
		return x
	}
	x.Schema = p.Directions.Form(x.Schema, way)
	u := p.Shapes.Use(x.Schema, at)
	switch elem := shapes.Elements(u.Shape); {
	case isJSON:
		x.Form, x.Use = gomodel.HeaderPlain, u
	case shapes.ScalarText(u.Shape):
		x.Form, x.Use = gomodel.HeaderPlain, u
		if shapes.IsText(u.Shape) {
			x.Form = gomodel.HeaderText
		}
	case elem.Shape != nil && shapes.ScalarText(elem.Shape) && !elem.Nullable:
		x.Form, x.Use = gomodel.HeaderList, u
		if shapes.IsText(elem.Shape) {
			x.Form = gomodel.HeaderTexts
		}
	default:
		p.findings.Warn(pos, diag.RuleNotEnforced, "the header %s is text, whatever its schema says: that has no Go type", name)
	}
	x.Use.Nullable = false
	return x
}
