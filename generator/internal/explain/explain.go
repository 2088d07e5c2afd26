package explain

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan"
)

// An Explainer says what became of the places of a document. It looks at what was planned and decides
// nothing itself.
type Explainer struct {
	p           *plan.Planned
	decls       map[string]gomodel.Decl // by each name that they declare
	methodDecls map[string]*gomodel.Operation
	pages       map[string]*gomodel.Pages // by the method that reads one page
	schemas     map[string]*api.Schema    // by place, see Key
	operations  map[string]*api.Operation
	called      map[string]string // places by what people call things: components, operations, Go names
	findings    []diag.Finding
	names       []string // the keys of called, in the order of the document
}

// An Explanation is what became of one place.
type Explanation struct {
	Pos      diag.Pos
	What     string // schema, operation
	Place    string // see [Explainer.Key]
	Parts    []Part
	Findings []diag.Finding // about the place itself, not about schemas inside
	Inside   int            // findings about schemas inside
}

// A Part is one side of an explanation: what is received, the keywords.
type Part struct {
	Title string // "" for the first
	Rows  []Row
}

// A Row is one statement.
type Row struct{ Label, Text string }

func (p *Part) add(label, text string) { p.Rows = append(p.Rows, Row{label, text}) }

// New returns what explains a package that was planned. findings are all that were found in the document.
func New(p *plan.Planned, findings []diag.Finding) *Explainer {
	e := &Explainer{p: p, findings: findings, decls: map[string]gomodel.Decl{}, methodDecls: map[string]*gomodel.Operation{}, pages: map[string]*gomodel.Pages{}, schemas: map[string]*api.Schema{}, operations: map[string]*api.Operation{}, called: map[string]string{}}
	for _, s := range p.Doc.Schemas {
		if key := e.Key(s.Pos); !s.Synth && e.schemas[key] == nil {
			e.schemas[key] = s
		}
	}
	for _, o := range p.Operations.List {
		e.operation(o.Op)
		e.call(o.Op.Method+" "+o.Route.Path, e.Key(o.Op.Pos))
	}
	for _, h := range p.Operations.Webhooks {
		e.operation(h.Op)
	}
	for _, c := range p.Doc.Components.Schemas {
		e.call(c.Name, e.Key(c.Value.Pos))
	}
	for _, o := range p.Operations.List {
		e.call(o.Op.OperationID, e.Key(o.Op.Pos))
	}
	for _, h := range p.Operations.Webhooks {
		e.call(h.Op.OperationID, e.Key(h.Op.Pos))
	}
	for _, f := range p.Model.Files {
		for _, d := range f.Decls {
			e.knowDecl(d)
		}
	}
	for _, w := range p.Doc.Webhooks {
		if w.Value.Value != nil && len(w.Value.Value.Operations) == 1 {
			e.call(w.Name, e.Key(w.Value.Value.Operations[0].Pos))
		}
	}
	return e
}

// knowDecl lets people say the names that a declaration has in Go, with its fields.
func (e *Explainer) knowDecl(d gomodel.Decl) {
	head := d.Common()
	if o, ok := d.(*gomodel.Operation); ok {
		e.methodDecls[o.Name] = o
		e.callAt(o.Name, o.From)
		e.callAt("Client."+o.Name, o.From)
		e.callAt(o.Called(), o.From)
		e.callAt("Client."+o.Called(), o.From)
		if g := o.Grouped; g.Type != "" {
			e.callAt(g.Type+"."+g.Name, o.From)
		}
	}
	if x, ok := d.(*gomodel.Pages); ok {
		e.pages[x.Call.Name] = x
		for _, name := range []string{x.Name, x.All, x.Called(), x.CalledAll()} {
			e.callAt(name, x.From)
			e.callAt("Client."+name, x.From)
		}
	}
	for _, name := range gomodel.Names(d) {
		e.decls[name] = d
		e.callAt(name, head.From)
	}
	var fields []*gomodel.Field
	switch d := d.(type) {
	case *gomodel.Struct:
		fields = gomodel.Fields(d.Members)
	case *gomodel.Tuple:
		fields = d.Items
	case *gomodel.Params:
		for i := range d.Fields {
			fields = append(fields, &d.Fields[i].Field)
		}
		for _, b := range d.Bodies {
			fields = append(fields, &b.Field)
		}
	case *gomodel.Form:
		for i := range d.Fields {
			fields = append(fields, &d.Fields[i].Field)
		}
	case *gomodel.HeaderType:
		for i := range d.Fields {
			fields = append(fields, &d.Fields[i].Field)
		}
	}
	for _, f := range fields {
		e.callAt(head.Name+"."+f.Name, f.From)
	}
}

func (e *Explainer) operation(op *api.Operation) { e.operations[e.Key(op.Pos)] = op }

// call lets people say name instead of a place. What was called so first keeps the name.
func (e *Explainer) call(name, place string) {
	if _, taken := e.called[name]; !taken && name != "" {
		e.called[name] = place
		e.names = append(e.names, name)
	}
}

// callAt is call for what comes from a place of the document.
func (e *Explainer) callAt(name string, from diag.Pos) {
	if from.Path != nil || from.Elsewhere() {
		e.call(name, e.Key(from))
	}
}

// Key is how a place is named: # and its pointer in the file, behind the name of the file if that is another than the document.
func (e *Explainer) Key(pos diag.Pos) string {
	pointer := "#" + pos.Path.Original().Pointer()
	if pos.File != nil && pos.File != e.p.Doc.Pos.File {
		return pos.File.Name + pointer
	}
	return pointer
}

// Place returns the place of what people call name: a component, an operation by its id or as in "GET /pets", or a Go name such as Pet,
// Pet.Name or Client.GetPet. If nothing is called so, like is what was most likely meant, "" for nothing.
func (e *Explainer) Place(name string) (place, like string, ok bool) {
	if method, path, isCall := strings.Cut(name, " "); isCall {
		name = strings.ToUpper(method) + " " + strings.TrimSpace(path)
	}
	if place, ok = e.called[name]; ok {
		return place, "", true
	}
	if i := slices.IndexFunc(e.names, func(other string) bool { return strings.EqualFold(name, other) }); i >= 0 {
		return "", e.names[i], false
	}
	return "", diag.Closest(name, e.names), false
}

// Around returns the place of the schema or the operation at a place or nearest around it; ok is false if there is none.
func (e *Explainer) Around(place string) (nearest string, ok bool) {
	for {
		if e.schemas[place] != nil || e.operations[place] != nil {
			return place, true
		}
		i := strings.LastIndexByte(place, '/')
		if i < 0 {
			return "", false
		}
		place = place[:i]
	}
}

// Within returns the first of the outermost schemas and operations below a place, operations first.
func (e *Explainer) Within(place string, limit int) (list []string) {
	add := func(key string) {
		inside := slices.ContainsFunc(list, func(outer string) bool { return isBelow(key, outer) })
		if isBelow(key, place) && !inside && len(list) < limit {
			list = append(list, key)
		}
	}
	for _, o := range e.p.Operations.List {
		add(e.Key(o.Op.Pos))
	}
	for _, h := range e.p.Operations.Webhooks {
		add(e.Key(h.Op.Pos))
	}
	for _, s := range e.p.Doc.Schemas {
		if !s.Synth {
			add(e.Key(s.Pos))
		}
	}
	return list
}

// At explains the schema or the operation at a place, nil if there is none. A keyword limits a schema to what became of that.
func (e *Explainer) At(place, keyword string) *Explanation {
	if s := e.schemas[place]; s != nil {
		x := &Explanation{Pos: s.Pos, What: "schema", Place: place, Parts: e.explainSchema(s, keyword)}
		e.addFindings(x)
		return x
	}
	if op := e.operations[place]; op != nil {
		x := &Explanation{Pos: op.Pos, What: "operation", Place: place, Parts: e.explainOperation(op)}
		e.addFindings(x)
		return x
	}
	return nil
}

// addFindings adds the findings below a place; those of a schema inside are only counted, those of an operation are all shown.
func (e *Explainer) addFindings(x *Explanation) {
	for _, f := range e.findings {
		key := e.Key(f.Pos)
		if key != x.Place && !isBelow(key, x.Place) {
			continue
		}
		if nearest, _ := e.Around(key); nearest != x.Place && x.What == "schema" {
			x.Inside++
			continue
		}
		x.Findings = append(x.Findings, f)
	}
}

// isBelow reports whether a place is below another one.
func isBelow(place, outer string) bool { return strings.HasPrefix(place, outer+"/") }

// isEnforced reports whether a keyword of a schema became something.
func (e *Explainer) isEnforced(s *api.Schema, k api.Keyword) bool {
	return e.p.Shapes.Enforced(s).Has(k) || e.p.Rules.Enforced(s).Has(k)
}
