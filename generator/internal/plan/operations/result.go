package operations

import (
	"net/http"
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// A Result is what one method gives: one way to represent a success. An operation with several has several methods.
type Result struct {
	kind   media.Kind
	Suffix string // of the method's name, "" for the first one
	Cases  []*ResultCase
	Empty  []int
	Accept []string
	Union  bool   // the cases have several types
	Pages  *Pages // of the first method: it gives one of many; nil: it gives the whole
}

// A ResultCase is the body of a status.
type ResultCase struct {
	Status  api.Status
	Media   string
	Kind    media.Kind
	Use     shapes.Use
	Schema  *api.Schema
	Wrapped bool // in a struct of its own, to be a variant of a union
	pos     api.ResponseEntry
}

// TakesAnyType reports whether its JSON may be labelled as anything.
func (r *Result) TakesAnyType() bool {
	return slices.ContainsFunc(r.Cases, func(c *ResultCase) bool { return c.Kind == media.JSON && media.KindOf(c.Media) == media.Any })
}

// planSuccesses plans the methods of an operation: the first for JSON, or for what the document names first, and one more for each
// other way that says something else.
func (p *Planner) planSuccesses(o *Operation, entries []api.ResponseEntry) {
	main := &Result{}
	for _, e := range entries {
		content := e.Use.Value.Content
		if len(content) > 0 && isBodiless(o, e.Status) {
			p.findings.Info(content[0].Pos, diag.RuleNoEffect, "a response of status %s to %s has no body, whatever is written here", StatusText(e.Status), o.Op.Method)
			content = nil
		}
		if o.OnlyRedirects() && len(content) > 0 {
			p.findings.Info(content[0].Pos, diag.RuleNotGenerated, "the body of a redirect is not read: its header Location counts")
			content = nil
		}
		if len(content) == 0 && e.Status >= 200 {
			main.Empty = append(main.Empty, int(e.Status))
		}
		p.planRepresentations(o, main, e, content)
	}
	p.settle(o, main)
	o.Results = append([]*Result{main}, o.Results...)
}

// isBodiless reports whether HTTP allows no body (RFC 9110, sections 9.3.2, 15.3.5 and 15.3.6).
func isBodiless(o *Operation, status api.Status) bool {
	return o.Op.Method == http.MethodHead || status == http.StatusNoContent || status == http.StatusResetContent
}

// planRepresentations adds the first body of a status to the main method, and the others to their own.
func (p *Planner) planRepresentations(o *Operation, main *Result, e api.ResponseEntry, list []content) {
	var first *ResultCase
	for _, m := range jsonFirst(list) {
		if m.Value.Value == nil {
			continue // parse has reported the reference
		}
		c := &ResultCase{Status: e.Status, Media: m.Name, Schema: p.itemOrSchema(o, m), pos: e}
		c.Kind = p.resultKind(m, c.Schema)
		switch {
		case first == nil:
			first = c
			p.planCase(o, c, "Result", m)
			main.Cases = append(main.Cases, c)
			main.Accept = append(main.Accept, m.Name)
		case c.Kind == first.Kind && c.Kind == media.Stream:
			p.tellRaw(c, m)
			main.Accept = append(main.Accept, m.Name)
		case c.Kind == first.Kind || p.saysSame(first.Schema, c.Schema) && !isSequence(c.Kind) || c.Kind == media.Text && c.Schema != nil && !isTextSchema(p, c.Schema):
			p.findings.Info(m.Pos, diag.RuleNotGenerated, "a response of type %s is not asked for: %s says the same", m.Name, first.Media)
		default:
			p.addMethod(o, c, m)
		}
	}
}

// isSequence reports whether a representation is many values, and so never the same as one that is a value.
func isSequence(kind media.Kind) bool { return kind == media.Events || kind == media.Lines }

// HasBody reports whether a success has a body.
func (o *Operation) HasBody(e api.ResponseEntry) bool {
	return len(e.Use.Value.Content) > 0 && !isBodiless(o, e.Status) && !o.OnlyRedirects()
}

func isTextSchema(p *Planner, s *api.Schema) bool {
	return p.Analysis.Kinds(s)&(analysis.KindObject|analysis.KindArray) == 0
}

// addMethod adds a way to represent a success to the method for it.
func (p *Planner) addMethod(o *Operation, c *ResultCase, m content) {
	word := p.methodWord(c)
	for _, r := range o.Results {
		if r.Suffix == word {
			if r.kind == media.Stream && c.Kind == media.Stream {
				p.tellRaw(c, m)
				r.Accept = append(r.Accept, m.Name)
				return
			}
			p.findings.Warn(m.Pos, diag.RuleNotGenerated, "a response of type %s is not generated: %s%s has another one", m.Name, o.ID, word)
			return
		}
	}
	p.planCase(o, c, word+"Result", m)
	o.Results = append(o.Results, &Result{kind: c.Kind, Suffix: word, Cases: []*ResultCase{c}, Accept: []string{m.Name}})
}

func (p *Planner) methodWord(c *ResultCase) string {
	switch c.Kind {
	case media.Events, media.Lines:
		return "Stream"
	case media.Stream:
		return "Reader"
	case media.Text:
		return p.mediaWord(c.Media)
	}
	return p.mediaWord(c.Media)
}

// itemOrSchema returns the schema of a body, or of an item of a sequence.
func (p *Planner) itemOrSchema(o *Operation, m content) *api.Schema {
	s := m.Value.Value.Schema
	if item := m.Value.Value.ItemSchema; item != nil {
		s = item
	}
	if s == nil {
		return nil
	}
	return p.Directions.Form(s, o.way(directions.Received))
}

// resultKind is kindFor for a response: a sequence needs an item, and nothing reads a form.
func (p *Planner) resultKind(m content, schema *api.Schema) media.Kind {
	kind := p.kindFor(m.Name, schema)
	if kind == media.Form || kind == media.Multipart || m.Value.Value.ItemSchema != nil && kind != media.Events && kind != media.Lines {
		return media.Stream
	}
	return kind
}

// tellRaw reports a response that is a stream although its schema says more.
func (p *Planner) tellRaw(c *ResultCase, m content) {
	if c.Kind != media.Stream || c.Schema == nil {
		return
	}
	core := p.Analysis.Core(c.Schema)
	if p.kindFor(m.Name, c.Schema) != media.Stream || !media.IsBinary(core) && p.Analysis.Kinds(c.Schema)&(analysis.KindObject|analysis.KindArray) != 0 && core.Types != nil {
		p.findings.Warn(m.Pos, diag.RuleNotGenerated, "a response of type %s is given as it is: its schema has no Go type", m.Name)
		return
	}
	p.Shapes.ReportStream(c.Schema)
}

// planCase decides the Go type of a body.
func (p *Planner) planCase(o *Operation, c *ResultCase, word string, m content) {
	if many(o, c) {
		word = StatusWord(c.Status)
	}
	at := p.responsePlace(c.pos, o, word, "the result")
	c.Use = shapes.Use{Shape: shapes.Anything{}}
	switch c.Kind {
	case media.Stream:
		p.tellRaw(c, m)
		return
	case media.Events:
		c.Schema = p.eventData(c.Schema, m)
		at.Role = "the data of an event"
	case media.Lines:
		if items, _ := p.arrayItems(c.Schema); items != nil && m.Value.Value.ItemSchema == nil {
			c.Schema = items
		}
		at.Role = "an item"
	case media.Text:
		c.Use = shapes.Use{Shape: shapes.Scalar{Kind: gomodel.String}, Schema: &api.Schema{}}
		if c.Schema != nil && !isTextSchema(p, c.Schema) {
			p.findings.Warn(m.Pos, diag.RuleNotGenerated, "a response of type %s is given as text: its schema has no Go type", m.Name)
			return
		}
	}
	if c.Schema == nil {
		if c.Kind == media.XML { // nobody knows which elements it has
			c.Kind = media.Stream
		}
		return
	}
	u := p.Shapes.Use(c.Schema, at)
	switch {
	case c.Kind == media.Text && !shapes.ScalarText(u.Shape): // a union of scalars, bytes, or anything: it is text
		p.Shapes.ReportText(c.Schema)
	case c.Kind == media.XML && (!shapes.IsStruct(u.Shape) || !p.isXML(u)):
		p.findings.Warn(m.Pos, diag.RuleNotGenerated, "a response of type %s is given as it is: encoding/xml cannot read its schema", m.Name)
		c.Kind, c.Use = media.Stream, shapes.Use{Shape: shapes.Anything{}}
	default:
		c.Use = u
		if c.Kind == media.Text && shapes.IsText(u.Shape) {
			c.Use.Nullable = false // null is a text like any other
		}
	}
}

// many reports whether other successes have bodies too, so that the status must tell them apart.
func many(o *Operation, c *ResultCase) bool {
	for _, e := range o.Op.Responses {
		if o.IsSuccess(e.Status) && e.Status != c.Status && e.Use.Value != nil && len(e.Use.Value.Content) > 0 && !isBodiless(o, e.Status) {
			return true
		}
	}
	return false
}

func (p *Planner) arrayItems(s *api.Schema) (*api.Schema, bool) {
	if s == nil || p.Analysis.Kinds(s) != analysis.KindArray {
		return nil, false
	}
	return p.Analysis.ItemsOf(p.Analysis.Core(s))
}

// eventData returns the schema of the data of an event. In 3.2 the item is the event, whose data is text that may hold JSON (OAS:
// Special Considerations for text/event-stream Content); older documents describe the data itself.
func (p *Planner) eventData(s *api.Schema, m content) *api.Schema {
	if s == nil {
		return nil
	}
	data := p.Analysis.View(s).ByName["data"]
	if m.Value.Value.ItemSchema == nil || data == nil {
		return s
	}
	p.Shapes.LookedAt(s)
	inner := p.Analysis.Core(data.Property.Value)
	if inner.Content != nil && inner.Content.Schema != nil {
		p.Shapes.LookedAt(inner)
		return inner.Content.Schema
	}
	return data.Property.Value
}

// settle decides whether the cases of the main method have one type.
func (p *Planner) settle(o *Operation, r *Result) {
	if len(r.Cases) == 0 {
		return
	}
	r.kind = r.Cases[0].Kind
	same := true
	for _, c := range r.Cases[1:] {
		same = same && c.Kind == r.kind && shapes.SameShape(c.Use.Shape, r.Cases[0].Use.Shape)
	}
	if same {
		r.Cases = r.Cases[:1]
		return
	}
	r.Union = true
	owners := map[*shapes.Type]bool{}
	for _, c := range r.Cases {
		n, _ := c.Use.Shape.(shapes.Named)
		switch {
		case c.Kind == media.XML || isSequence(c.Kind):
			p.findings.Warn(c.pos.Pos, diag.RuleNotGenerated, "a response of type %s is given as it is, because others have another type", c.Media)
			c.Kind, c.Wrapped = media.Stream, true
		case c.Kind == media.JSON && shapes.IsStruct(c.Use.Shape) && !c.Use.Nullable:
			c.Wrapped = false
			owners[n.Type] = true
		default:
			c.Wrapped = true
		}
	}
}
