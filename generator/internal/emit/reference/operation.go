package reference

import (
	"cmp"
	"fmt"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// operation writes a method: its request, its signature, parameters, the success and the failures.
func (w *writer) operation(o *gomodel.Operation) {
	w.doc(o.Doc)
	of, takes := "c "+receiver(o.Grouped), "ctx context.Context, params *"+o.Params.Name
	if o.Receiver {
		of, takes = "s *"+o.Grouped.Type, "ctx context.Context, url string, params *"+o.Params.Name
	}
	w.code(fmt.Sprintf("func (%s) %s(%s, opts ...Option) %s", of, cmp.Or(o.Grouped.Name, o.Name), takes, w.results(o.Result)))
	if p := w.params[o.Params.Name]; p != nil {
		w.parameters(p)
	}
	w.success(o.Result)
	w.failures(o.Errors)
}

// receiver is the type of a method: a pointer to the client, or a group.
func receiver(g gomodel.Grouped) string { return cmp.Or(g.Type, "*Client") }

// results is what a method returns.
func (w *writer) results(r gomodel.Result) string {
	t := gomodel.ResultType(r)
	s, isSequence := r.(gomodel.SequenceResult)
	switch {
	case t == nil:
		return "error"
	case isSequence && s.Events:
		return "iter.Seq2[StreamEvent[" + w.typ(t) + "], error]"
	case isSequence:
		return "iter.Seq2[" + w.typ(t) + ", error]"
	}
	return "(" + w.typ(t) + ", error)"
}

func (w *writer) parameters(p *gomodel.Params) {
	t := table{head: []string{"Field of " + code(p.Name), "Sent as", "Type", "About"}}
	for i := range p.Fields {
		f := &p.Fields[i]
		t.add(code(f.Name), string(f.In)+" "+code(f.Wire), w.typeLink(f.FieldType(w.pkg.Path)), w.cell(f.Doc))
	}
	for _, b := range p.Bodies {
		t.add(code(b.Name), "body, "+code(b.MediaType), w.typeLink(b.FieldType(w.pkg.Path)), w.cell(b.Doc))
	}
	w.table(t)
}

// success says which types the kinds of a success have.
func (w *writer) success(r gomodel.Result) {
	s, _ := r.(gomodel.SequenceResult)
	switch t := gomodel.ResultType(r); {
	case t == nil:
	case s.Events:
		w.paragraph("Yields events; the data of each is " + w.typeLink(t) + ".")
	case s.Type != nil:
		w.paragraph("Yields " + w.typeLink(t) + ".")
	default:
		w.paragraph("Returns " + w.typeLink(t) + ".")
	}
	if r, ok := r.(gomodel.OneOfResult); ok {
		t := table{head: []string{"Status", "Type"}}
		for _, c := range r.Cases {
			t.add(escape(c.Status), w.link(c.Variant.Name, c.Variant.Name))
		}
		w.table(t)
	}
}

// failures says which type [APIError.Body] has for each status.
func (w *writer) failures(list []gomodel.ErrorBody) {
	t := table{head: []string{"Failure", code("Body") + " of the " + code("*APIError")}}
	for _, e := range list {
		t.add(escape(e.Status), w.typeLink(e.Type))
	}
	w.table(t)
}

// pages writes the methods that read one page after the other.
func (w *writer) pages(p *gomodel.Pages) {
	w.doc(p.Doc)
	w.code(
		fmt.Sprintf("func (c %s) %s(ctx context.Context, params *%s, opts ...Option) iter.Seq2[%s, error]", receiver(p.Grouped), cmp.Or(p.Grouped.Name, p.Name), p.Params.Name, w.typ(p.Page)),
		fmt.Sprintf("func (c %s) %s(ctx context.Context, params *%s, opts ...Option) iter.Seq2[%s, error]", receiver(p.Grouped), cmp.Or(p.GroupedAll, p.All), p.Params.Name, w.typ(p.Item)),
	)
}

// typ is a type as the package itself writes it.
func (w *writer) typ(t gomodel.TypeExpr) string { return gomodel.SourceString(t, w.pkg.Path) }

// typeLink is a type with a link to the declaration that it names, if this page has one.
func (w *writer) typeLink(t gomodel.TypeExpr) string {
	link := ""
	gomodel.Idents(t, func(id gomodel.Ident) {
		if _, ok := w.anchors[id.Name]; ok && id.Path == w.pkg.Path {
			link = id.Name
		}
	})
	if link == "" {
		return code(w.typ(t))
	}
	return w.link(link, w.typ(t))
}
