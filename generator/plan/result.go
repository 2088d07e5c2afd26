package plan

import (
	"net/http"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// A result is what one method gives: one way to represent a success. An operation with several has several methods.
type result struct {
	kind   mediaKind
	suffix string // of the method's name, "" for the first one
	name   string // of the method
	cases  []*resultCase
	empty  []int
	accept []string
	union  string // the interface, if the cases have several types
}

// A resultCase is the body of a status.
type resultCase struct {
	status  api.Status
	media   string
	kind    mediaKind
	use     use
	schema  *api.Schema
	variant string // of a union: the struct
	wrapped bool
	pos     api.ResponseEntry
}

// planSuccesses plans the methods of an operation: the first for JSON, or for what the document names first, and one more for each
// other way that says something else.
func (p *planner) planSuccesses(o *operation, entries []api.ResponseEntry) {
	main := &result{}
	for _, e := range entries {
		content := e.Use.Value.Content
		if len(content) > 0 && isBodiless(o, e.Status) {
			p.findings.Info(content[0].Pos, diag.RuleNoEffect, "an answer of status %s to %s has no body, whatever is written here", statusText(e.Status), o.op.Method)
			content = nil
		}
		if len(content) == 0 && e.Status >= 200 {
			main.empty = append(main.empty, int(e.Status))
		}
		p.planRepresentations(o, main, e, content)
	}
	p.settle(o, main)
	o.results = append([]*result{main}, o.results...)
}

// isBodiless reports whether HTTP allows no body (RFC 9110, sections 9.3.2, 15.3.5 and 15.3.6).
func isBodiless(o *operation, status api.Status) bool {
	return o.op.Method == http.MethodHead || status == http.StatusNoContent || status == http.StatusResetContent
}

// planRepresentations adds the first body of a status to the main method, and the others to their own.
func (p *planner) planRepresentations(o *operation, main *result, e api.ResponseEntry, list []content) {
	var first *resultCase
	for _, m := range jsonFirst(list) {
		if m.Value.Value == nil {
			continue // parse has reported the reference
		}
		c := &resultCase{status: e.Status, media: m.Name, schema: p.itemOrSchema(m), pos: e}
		c.kind = p.resultKind(m, c.schema)
		switch {
		case first == nil:
			first = c
			p.planCase(o, c, "Result", m)
			main.cases = append(main.cases, c)
			main.accept = append(main.accept, m.Name)
		case c.kind == first.kind && c.kind == streamMedia:
			p.tellRaw(c, m)
			main.accept = append(main.accept, m.Name)
		case c.kind == first.kind || p.saysSame(first.schema, c.schema) || c.kind == textMedia && c.schema != nil && !isTextSchema(p, c.schema):
			p.findings.Info(m.Pos, diag.RuleNotGenerated, "an answer of type %s is not asked for: %s says the same", m.Name, first.media)
		default:
			p.addMethod(o, c, m)
		}
	}
}

func isTextSchema(p *planner, s *api.Schema) bool { return p.kinds(s)&(kindObject|kindArray) == 0 }

// addMethod adds a way to represent a success to the method for it.
func (p *planner) addMethod(o *operation, c *resultCase, m content) {
	word := p.methodWord(c)
	for _, r := range o.results {
		if r.suffix == word {
			if r.kind == streamMedia && c.kind == streamMedia {
				p.tellRaw(c, m)
				r.accept = append(r.accept, m.Name)
				return
			}
			p.findings.Warn(m.Pos, diag.RuleNotGenerated, "an answer of type %s is not generated: %s%s has another one", m.Name, o.id, word)
			return
		}
	}
	p.planCase(o, c, word+"Result", m)
	o.results = append(o.results, &result{kind: c.kind, suffix: word, cases: []*resultCase{c}, accept: []string{m.Name}})
}

func (p *planner) methodWord(c *resultCase) string {
	switch c.kind {
	case eventMedia, linesMedia:
		return "Stream"
	case streamMedia:
		return "Reader"
	case textMedia:
		return p.mediaWord(c.media)
	}
	return p.mediaWord(c.media)
}

// itemOrSchema returns the schema of a body, or of an item of a sequence.
func (p *planner) itemOrSchema(m content) *api.Schema {
	s := m.Value.Value.Schema
	if item := m.Value.Value.ItemSchema; item != nil {
		s = item
	}
	if s == nil {
		return nil
	}
	return p.directions.form(s, received)
}

// resultKind is kindFor for an answer: a sequence needs an item, and nothing reads a form.
func (p *planner) resultKind(m content, schema *api.Schema) mediaKind {
	kind := p.kindFor(m.Name, schema)
	if kind == formMedia || kind == multipartMedia || m.Value.Value.ItemSchema != nil && kind != eventMedia && kind != linesMedia {
		return streamMedia
	}
	return kind
}

// tellRaw reports an answer that is a stream although its schema says more.
func (p *planner) tellRaw(c *resultCase, m content) {
	if c.kind != streamMedia || c.schema == nil {
		return
	}
	core := p.core(c.schema)
	if p.kindFor(m.Name, c.schema) != streamMedia || !isBinary(core) && p.kinds(c.schema)&(kindObject|kindArray) != 0 && core.Types != nil {
		p.findings.Warn(m.Pos, diag.RuleNotGenerated, "an answer of type %s is given as it is: its schema has no Go type", m.Name)
		return
	}
	p.reportStream(c.schema)
}

// planCase decides the Go type of a body.
func (p *planner) planCase(o *operation, c *resultCase, word string, m content) {
	if many(o, c) {
		word = statusWord(c.status)
	}
	at := p.responsePlace(c.pos, o, word, "the result")
	c.use = use{shape: anything{}}
	switch c.kind {
	case streamMedia:
		p.tellRaw(c, m)
		return
	case eventMedia:
		c.schema = p.eventData(c.schema, m)
		at.role = "the data of an event"
	case linesMedia:
		if items, _ := p.arrayItems(c.schema); items != nil && m.Value.Value.ItemSchema == nil {
			c.schema = items
		}
		at.role = "an item"
	case textMedia:
		c.use = use{shape: scalar{gomodel.String}, schema: &api.Schema{}}
		if c.schema != nil && !isTextSchema(p, c.schema) {
			p.findings.Warn(m.Pos, diag.RuleNotGenerated, "an answer of type %s is given as text: its schema has no Go type", m.Name)
			return
		}
	}
	if c.schema == nil {
		return
	}
	u := p.use(c.schema, at)
	switch {
	case c.kind == textMedia && !p.scalarText(u.shape): // a union of scalars, or anything: it is text
	case c.kind == xmlMedia && (!isStructShape(u.shape) || !p.fitsXML(u)):
		p.findings.Warn(m.Pos, diag.RuleNotGenerated, "an answer of type %s is given as it is: encoding/xml cannot read its schema", m.Name)
		c.kind, c.use = streamMedia, use{shape: anything{}}
	default:
		c.use = u
		if c.kind == textMedia && p.isTextShape(u.shape) {
			c.use.nullable = false // null is a text like any other
		}
	}
}

// many reports whether other successes have bodies too, so that the status must tell them apart.
func many(o *operation, c *resultCase) bool {
	for _, e := range o.op.Responses {
		if isSuccess(e.Status) && e.Status != c.status && e.Use.Value != nil && len(e.Use.Value.Content) > 0 && !isBodiless(o, e.Status) {
			return true
		}
	}
	return false
}

func (p *planner) arrayItems(s *api.Schema) (*api.Schema, bool) {
	if s == nil || p.kinds(s) != kindArray {
		return nil, false
	}
	return p.itemsOf(p.core(s))
}

// eventData returns the schema of the data of an event. In 3.2 the item is the event, whose data is text that may hold JSON (OAS:
// Special Considerations for text/event-stream Content); older documents describe the data itself.
func (p *planner) eventData(s *api.Schema, m content) *api.Schema {
	if s == nil {
		return nil
	}
	data := p.view(s).byName["data"]
	if m.Value.Value.ItemSchema == nil || data == nil {
		return s
	}
	p.lookedAt(s)
	inner := p.core(data.property.Value)
	if inner.Content != nil && inner.Content.Schema != nil {
		p.lookedAt(inner)
		return inner.Content.Schema
	}
	return data.property.Value
}

// settle decides whether the cases of the main method have one type.
func (p *planner) settle(o *operation, r *result) {
	if len(r.cases) == 0 {
		return
	}
	r.kind = r.cases[0].kind
	same := true
	for _, c := range r.cases[1:] {
		same = same && c.kind == r.kind && sameShape(c.use.shape, r.cases[0].use.shape)
	}
	if same {
		r.cases = r.cases[:1]
		return
	}
	r.union = o.id + "Result"
	owners := map[*typ]bool{}
	for _, c := range r.cases {
		n, _ := c.use.shape.(named)
		switch {
		case c.kind == xmlMedia || c.kind == eventMedia || c.kind == linesMedia:
			p.findings.Warn(c.pos.Pos, diag.RuleNotGenerated, "an answer of type %s is given as it is, because others have another type", c.media)
			c.kind, c.wrapped = streamMedia, true
		case c.kind == jsonMedia && isStructShape(c.use.shape) && !c.use.nullable:
			c.wrapped = false
			owners[n.typ] = true
		default:
			c.wrapped = true
		}
	}
}
