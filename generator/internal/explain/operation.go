package explain

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/plan"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/naming"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
)

// A holder is a place of an operation that has a schema.
type holder struct {
	label, text string
	where       string // said where the operation is not in view: the method
	schema      *api.Schema
}

// uses returns the parameters, bodies, responses, errors and headers of an operation, each with its schema if it has one.
func (e *Explainer) uses(o *operations.Operation) (list []holder) {
	params, _ := e.decls[e.p.Names.Params(o)].(*gomodel.Params)
	if params == nil {
		return nil
	}
	form := func(s *api.Schema, way directions.Direction) *api.Schema {
		if s == nil {
			return nil
		}
		return e.p.Directions.Form(s, way)
	}
	for i, x := range o.Params {
		f := &params.Fields[i].Field
		list = append(list, holder{"parameter", e.p.Names.Params(o) + "." + e.p.Names.Of(x) + " " + e.source(f.FieldType(e.p.Names.Path())) + ", " + string(x.API.In) + " " + x.API.Name + required(x.API.Required), "", form(x.Schema, directions.Sent)})
	}
	for i, x := range o.Bodies {
		f := &params.Bodies[i].Field
		list = append(list, holder{"body", e.p.Names.Params(o) + "." + x.Field + " " + e.source(f.FieldType(e.p.Names.Path())) + ", " + x.Media + required(x.Required), "", x.Schema})
	}
	for _, f := range o.Forms {
		for _, part := range f.Parts {
			list = append(list, holder{"part", e.p.Names.Of(f) + "." + e.p.Names.Of(part) + required(part.Required), "", part.Sight.Property.Value})
		}
	}
	for _, r := range o.Results {
		for _, c := range r.Cases {
			list = append(list, holder{"result", "status " + operations.StatusText(c.Status) + ", " + c.Media + ": " + e.resultText(c), " of " + e.p.Names.Of(r), c.Schema})
		}
	}
	for _, x := range o.Failures.Bodies {
		list = append(list, holder{"error", "status " + operations.StatusText(x.Status) + ": APIError.Body is " + e.useText(x.Use), " of " + e.p.Names.Method(o), x.Use.Schema})
	}
	for _, h := range o.Headers.List {
		list = append(list, holder{"header", e.p.Names.Headers(&o.Headers) + "." + e.p.Names.Of(h) + ", see " + e.p.Names.Parse(&o.Headers), "", h.Schema})
	}
	return list
}

func required(yes bool) string {
	if yes {
		return ", required"
	}
	return ""
}

// resultText is the type of a response.
func (e *Explainer) resultText(c *operations.ResultCase) string {
	switch {
	case c.Wrapped:
		return e.p.Names.Variant(c)
	case c.Kind == media.Stream:
		return "io.ReadCloser"
	}
	return e.useText(c.Use)
}

// explainOperation says which methods an operation has, why they are called so, and what they take and give.
func (e *Explainer) explainOperation(op *api.Operation) []Part {
	part := Part{}
	for _, o := range e.p.Operations.List {
		if o.Op == op {
			e.addOperation(&part, o)
		}
	}
	for _, h := range e.p.Operations.Webhooks {
		if h.Op == op {
			part.add("function", e.p.Names.Of(h)+", the handler of "+h.What)
			for _, x := range h.Headers.List {
				part.add("header", e.p.Names.Headers(&h.Headers)+"."+e.p.Names.Of(x)+" "+e.useText(x.Use)+", header "+x.Wire+required(x.Header.Required))
			}
			if h.HasUse {
				part.add("body", e.useText(h.Use))
			}
		}
	}
	part.Rows = append(part.Rows, senders(e.p, op)...)
	if len(part.Rows) == 0 {
		part.add("method", "none")
	}
	return []Part{part}
}

// senders says what sends a webhook or a callback, and what gives the URL.
func senders(p *plan.Planned, op *api.Operation) (rows []Row) {
	for _, s := range p.Operations.Senders {
		if s.Op != op {
			continue
		}
		typ, name := p.Names.Caller(s.Results[0])
		rows = append(rows, Row{"sender", typ.Name + "." + name + "(ctx, url, *" + p.Names.Params(s.Operation) + ", ...Option)"})
		if t := s.Target; t != nil && t.Of != nil {
			rows = append(rows, Row{"URL", p.Names.Of(t) + ", from *" + p.Names.Params(t.Of)})
		}
	}
	return rows
}

func (e *Explainer) addOperation(part *Part, o *operations.Operation) {
	part.add("call", o.Op.Method+" "+o.Route.Path)
	for _, d := range e.methods(o) {
		text := receiver(d.Grouped, d.Name, d.Grouped.Name) + "(ctx, *" + d.Params.Name + ", ...Option) "
		switch t := gomodel.ResultType(d.Result); {
		case t == nil:
			text += "error"
		case isSequence(d.Result):
			item := e.source(t)
			if d.Result.(gomodel.SequenceResult).Events {
				item = "StreamEvent[" + item + "]"
			}
			text += "iter.Seq2[" + item + ", error]"
		default:
			text += "(" + e.source(t) + ", error)"
		}
		part.add("method", text)
		if pages := e.pages[d.Name]; pages != nil {
			addPages(part, o.Pages(), pages, e.source)
		}
	}
	from := "the method and the path, because there is no operationId"
	if o.Op.OperationID != "" {
		from = "the operationId " + o.Op.OperationID
	}
	if slices.ContainsFunc(o.Op.Extensions, func(x api.Extension) bool { return x.Name == "x-go-name" && x.Value == api.String(o.ID) }) {
		from = "x-go-name"
	}
	part.add("name", e.p.Names.Method(o)+": "+from)
	if wishes := e.p.Names.Wishes(o.Results[0]); e.p.Names.Method(o) != wishes[0] {
		taken := "another operation"
		if slices.Contains(naming.WellKnown, wishes[0]) {
			taken = "a method that go vet knows"
		}
		part.add("stepped aside", wishes[0]+" is taken by "+taken)
		part.add("ladder", strings.Join(wishes, ", then ")+", then digits of a hash")
	}
	if list := e.methods(o); len(list) > 0 && list[0].Grouped.Type != "" {
		part.add("group", "client."+list[0].Called()+", by the first tag, "+strconv.Quote(o.Op.Tags[0]))
	}
	part.add("params", e.p.Names.Params(o))
	if want := e.p.Names.Method(o) + "Params"; e.p.Names.Params(o) != want {
		part.add("stepped aside", want+" is taken by "+e.owner(want))
	}
	for _, h := range e.uses(o) {
		if h.schema != nil && h.schema.Pos.Path != nil {
			h.text += ", " + e.address(h.schema)
		}
		part.add(h.label, h.text)
	}
	for _, r := range o.Results {
		for _, code := range r.Empty {
			part.add("result", "status "+operations.StatusText(api.Status(code))+": no body")
		}
	}
	for _, alternative := range o.Security {
		text := strings.Join(alternative, " and ")
		if text == "" {
			text = "none is fine too"
		}
		part.add("security", text)
	}
}

// receiver is the head of a method of Client or of a group.
func receiver(g gomodel.Grouped, name, short string) string {
	if g.Type == "" {
		return "(c *Client) " + name
	}
	return "(g " + g.Type + ") " + short
}

// addPages names the methods that read all pages, and says what leads from one to the next.
func addPages(part *Part, x *operations.Pages, d *gomodel.Pages, source func(gomodel.TypeExpr) string) {
	for _, m := range []struct {
		name string
		of   gomodel.TypeExpr
	}{{receiver(d.Grouped, d.Name, d.Grouped.Name), d.Page}, {receiver(d.Grouped, d.All, d.GroupedAll), d.Item}} {
		part.add("method", m.name+"(ctx, *"+d.Params.Name+", ...Option) iter.Seq2["+source(m.of)+", error]")
	}
	says := x.Says
	text := "by " + string(says.Kind) + ", items " + quoted(says.Items.Text)
	if says.Next.Given {
		text += ", next " + quoted(says.Next.Text)
	} else if says.Kind == api.ByLink {
		text += ", next in the header Link"
	}
	if x.Request != nil {
		text += ", query parameter " + says.Request.Text
	}
	part.add("pages", text)
}

// quoted returns a pointer, or says that it is the whole.
func quoted(pointer string) string {
	if pointer == "" {
		return "the whole body"
	}
	return pointer
}

func isSequence(r gomodel.Result) bool {
	_, ok := r.(gomodel.SequenceResult)
	return ok
}

// methods returns the declarations of the methods of an operation.
func (e *Explainer) methods(o *operations.Operation) (list []*gomodel.Operation) {
	for _, r := range o.Results {
		if d := e.methodDecls[e.p.Names.Of(r)]; d != nil {
			list = append(list, d)
		}
	}
	return list
}
