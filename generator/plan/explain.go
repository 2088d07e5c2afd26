package plan

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// An Explainer says what became of the places of a document. [Package] fills in the one of its options; it looks at what was planned
// and decides nothing itself.
type Explainer struct {
	p           *planner
	decls       map[string]gomodel.Decl // by each name that they declare
	methodDecls map[string]*gomodel.Operation
	schemas     map[string]*api.Schema // by pointer, see key
	operations  map[string]*api.Operation
	called      map[string]string // pointers by what people call things: components, operations, types
	findings    []diag.Finding
	names       []string // the keys of called, in the order of the document
}

// An Explanation is what became of one place.
type Explanation struct {
	Pos      diag.Pos
	What     string // schema, operation
	Pointer  string
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

// know takes over what was planned.
func (e *Explainer) know(p *planner, model *gomodel.Package) {
	*e = Explainer{p: p, decls: map[string]gomodel.Decl{}, methodDecls: map[string]*gomodel.Operation{}, schemas: map[string]*api.Schema{}, operations: map[string]*api.Operation{}, called: map[string]string{}}
	e.findings = p.findings.All()
	for _, s := range p.doc.Schemas {
		if key := e.key(s.Pos); !s.Synth && e.schemas[key] == nil {
			e.schemas[key] = s
		}
	}
	for _, o := range p.operations {
		e.operation(o.op)
		e.call(o.op.Method+" "+o.path, e.key(o.op.Pos))
	}
	for _, h := range p.hooks {
		e.operation(h.op)
	}
	for _, c := range p.doc.Components.Schemas {
		e.call(c.Name, e.key(c.Value.Pos))
	}
	for _, o := range p.operations {
		e.call(o.op.OperationID, e.key(o.op.Pos))
	}
	for _, f := range model.Files {
		for _, d := range f.Decls {
			if o, ok := d.(*gomodel.Operation); ok {
				e.methodDecls[o.Name] = o
				e.call(o.Name, e.key(o.From))
			}
			for _, name := range gomodel.Names(d) {
				e.decls[name] = d
				if head := d.Common(); head.Name == name && head.From.Path != nil {
					e.call(name, e.key(head.From))
				}
			}
		}
	}
}

func (e *Explainer) operation(op *api.Operation) { e.operations[e.key(op.Pos)] = op }

// call lets people say name instead of a pointer. What was called so first keeps the name.
func (e *Explainer) call(name, pointer string) {
	if _, taken := e.called[name]; !taken && name != "" {
		e.called[name] = pointer
		e.names = append(e.names, name)
	}
}

// key is the pointer of a place in the file; one of another file than the document has its name in front.
func (e *Explainer) key(pos diag.Pos) string {
	pointer := pos.Path.Original().Pointer()
	if pos.File != nil && pos.File != e.p.doc.Pos.File {
		return pos.File.Name + "#" + pointer
	}
	return pointer
}

// Pointer returns the pointer of what people call name: a component, an operation by its id or as in "GET /pets", or a Go type. If
// nothing is called so, like is what was most likely meant, "" for nothing.
func (e *Explainer) Pointer(name string) (pointer, like string, ok bool) {
	if method, path, isCall := strings.Cut(name, " "); isCall {
		name = strings.ToUpper(method) + " " + strings.TrimSpace(path)
	}
	if pointer, ok = e.called[name]; ok {
		return pointer, "", true
	}
	if i := slices.IndexFunc(e.names, func(other string) bool { return strings.EqualFold(name, other) }); i >= 0 {
		return "", e.names[i], false
	}
	return "", diag.Closest(name, e.names), false
}

// Around returns the pointer of the schema or the operation at a place or nearest around it; ok is false if there is none.
func (e *Explainer) Around(pointer string) (nearest string, ok bool) {
	for {
		if e.schemas[pointer] != nil || e.operations[pointer] != nil {
			return pointer, true
		}
		i := strings.LastIndexByte(pointer, '/')
		if i < 0 {
			return "", false
		}
		pointer = pointer[:i]
	}
}

// Within returns the pointers of the first of the outermost schemas and operations below a place, operations first.
func (e *Explainer) Within(pointer string, limit int) (list []string) {
	add := func(key string) {
		inside := slices.ContainsFunc(list, func(outer string) bool { return isBelow(key, outer) })
		if isBelow(key, pointer) && !inside && len(list) < limit {
			list = append(list, key)
		}
	}
	for _, o := range e.p.operations {
		add(e.key(o.op.Pos))
	}
	for _, s := range e.p.doc.Schemas {
		if !s.Synth {
			add(e.key(s.Pos))
		}
	}
	return list
}

// At explains the schema or the operation at a pointer, nil if there is none. A keyword limits a schema to what became of that.
func (e *Explainer) At(pointer, keyword string) *Explanation {
	if s := e.schemas[pointer]; s != nil {
		x := &Explanation{Pos: s.Pos, What: "schema", Pointer: pointer, Parts: e.explainSchema(s, keyword)}
		e.addFindings(x)
		return x
	}
	if op := e.operations[pointer]; op != nil {
		x := &Explanation{Pos: op.Pos, What: "operation", Pointer: pointer, Parts: e.explainOperation(op)}
		e.addFindings(x)
		return x
	}
	return nil
}

// addFindings adds the findings below a place; those of a schema inside are only counted, those of an operation are all shown.
func (e *Explainer) addFindings(x *Explanation) {
	for _, f := range e.findings {
		key := e.key(f.Pos)
		if key != x.Pointer && !isBelow(key, x.Pointer) {
			continue
		}
		if nearest, _ := e.Around(key); nearest != x.Pointer && x.What == "schema" {
			x.Inside++
			continue
		}
		x.Findings = append(x.Findings, f)
	}
}

// isBelow reports whether a pointer leads below another one.
func isBelow(pointer, outer string) bool { return strings.HasPrefix(pointer, outer+"/") }
