package plan

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A holder is a place of an operation that has a schema.
type holder struct {
	label, text string
	where       string // said where the operation is not in view: the method
	schema      *api.Schema
}

// uses returns the parameters, bodies, answers, errors and headers of an operation, each with its schema if it has one.
func (e *Explainer) uses(o *operation) (list []holder) {
	params, _ := e.decls[e.p.named.Params(o)].(*gomodel.Params)
	if params == nil {
		return nil
	}
	form := func(s *api.Schema, way direction) *api.Schema {
		if s == nil {
			return nil
		}
		return e.p.directions.form(s, way)
	}
	for i, x := range o.params {
		f := &params.Fields[i].Field
		list = append(list, holder{"parameter", e.p.named.Params(o) + "." + e.p.named.Of(x) + " " + e.source(f.FieldType(e.p.named.Path())) + ", " + string(x.api.In) + " " + x.api.Name + required(x.api.Required), "", form(x.schema, sent)})
	}
	for i, x := range o.bodies {
		f := &params.Bodies[i].Field
		list = append(list, holder{"body", e.p.named.Params(o) + "." + x.field + " " + e.source(f.FieldType(e.p.named.Path())) + ", " + x.media + required(x.required), "", x.schema})
	}
	for _, f := range o.forms {
		for _, part := range f.parts {
			list = append(list, holder{"part", e.p.named.Of(f) + "." + e.p.named.Of(part) + required(part.required), "", part.sight.property.Value})
		}
	}
	for _, r := range o.results {
		for _, c := range r.cases {
			list = append(list, holder{"result", "status " + statusText(c.status) + ", " + c.media + ": " + e.resultText(c), " of " + e.p.named.Of(r), c.schema})
		}
	}
	for _, x := range o.failures.bodies {
		list = append(list, holder{"error", "status " + statusText(x.status) + ": APIError.Body is " + e.useText(x.use), " of " + e.p.named.Method(o), x.use.schema})
	}
	for _, h := range o.headers.list {
		list = append(list, holder{"header", e.p.named.Headers(&o.headers) + "." + e.p.named.Of(h) + ", see " + e.p.named.Parse(&o.headers), "", h.schema})
	}
	return list
}

func required(yes bool) string {
	if yes {
		return ", required"
	}
	return ""
}

// resultText is the type of an answer.
func (e *Explainer) resultText(c *resultCase) string {
	switch {
	case c.wrapped:
		return e.p.named.Variant(c)
	case c.kind == streamMedia:
		return "io.ReadCloser"
	}
	return e.useText(c.use)
}

// explainOperation says which methods an operation has, why they are called so, and what they take and give.
func (e *Explainer) explainOperation(op *api.Operation) []Part {
	part := Part{}
	for _, o := range e.p.operations.list {
		if o.op == op {
			e.addOperation(&part, o)
		}
	}
	for _, h := range e.p.operations.hooks {
		if h.op == op {
			part.add("function", e.p.named.Of(h)+", the handler of "+h.what)
			for _, x := range h.headers.list {
				part.add("header", e.p.named.Headers(&h.headers)+"."+e.p.named.Of(x)+" "+e.useText(x.use)+", header "+x.wire+required(x.header.Required))
			}
			if h.hasUse {
				part.add("body", e.useText(h.use))
			}
		}
	}
	if len(part.Rows) == 0 {
		part.add("method", "none")
	}
	return []Part{part}
}

func (e *Explainer) addOperation(part *Part, o *operation) {
	part.add("call", o.op.Method+" "+o.route.path)
	for _, d := range e.methods(o) {
		text := "(c *Client) " + d.Name + "(ctx, *" + d.Params.Name + ", ...Option) "
		switch t := gomodel.ResultType(d.Result); {
		case t == nil:
			text += "error"
		case isSequence(d.Result):
			text += "iter.Seq2[" + e.source(t) + ", error]"
		default:
			text += "(" + e.source(t) + ", error)"
		}
		part.add("method", text)
	}
	from := "the method and the path, because there is no operationId"
	if o.op.OperationID != "" {
		from = "the operationId " + o.op.OperationID
	}
	if slices.ContainsFunc(o.op.Extensions, func(x api.Extension) bool { return x.Name == "x-go-name" && x.Value == api.String(o.id) }) {
		from = "x-go-name"
	}
	part.add("name", e.p.named.Method(o)+": "+from)
	if wishes := e.p.named.Wishes(o.results[0]); e.p.named.Method(o) != wishes[0] {
		taken := "another operation"
		if slices.Contains(wellKnown, wishes[0]) {
			taken = "a method that go vet knows"
		}
		part.add("stepped aside", wishes[0]+" is taken by "+taken)
		part.add("ladder", strings.Join(wishes, ", then ")+", then digits of a hash")
	}
	part.add("params", e.p.named.Params(o))
	if want := e.p.named.Method(o) + "Params"; e.p.named.Params(o) != want {
		part.add("stepped aside", want+" is taken by "+e.owner(want))
	}
	for _, h := range e.uses(o) {
		if h.schema != nil && h.schema.Pos.Path != nil {
			h.text += ", " + e.address(h.schema)
		}
		part.add(h.label, h.text)
	}
	for _, r := range o.results {
		for _, code := range r.empty {
			part.add("result", "status "+statusText(api.Status(code))+": no body")
		}
	}
	for _, alternative := range o.security {
		text := strings.Join(alternative, " and ")
		if text == "" {
			text = "none is fine too"
		}
		part.add("security", text)
	}
}

func isSequence(r gomodel.Result) bool {
	_, ok := r.(gomodel.SequenceResult)
	return ok
}

// methods returns the declarations of the methods of an operation.
func (e *Explainer) methods(o *operation) (list []*gomodel.Operation) {
	for _, r := range o.results {
		if d := e.methodDecls[e.p.named.Of(r)]; d != nil {
			list = append(list, d)
		}
	}
	return list
}
