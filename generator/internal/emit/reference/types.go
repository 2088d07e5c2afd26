package reference

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// decl writes a declaration below its heading.
func (w *writer) decl(d gomodel.Decl) {
	w.paragraph("### " + heading(d))
	switch d := d.(type) {
	case *gomodel.Operation:
		w.operation(d)
		return
	case *gomodel.Send:
		w.operation(&d.Operation)
		return
	case *gomodel.Pages:
		w.pages(d)
		return
	}
	w.doc(d.Common().Doc)
	name := d.Common().Name
	switch d := d.(type) {
	case *gomodel.Struct:
		w.structure(d)
	case *gomodel.Form:
		t := w.fieldTable("Part")
		for i := range d.Fields {
			w.field(t, &d.Fields[i].Field)
		}
		w.table(*t)
	case *gomodel.HeaderType:
		t := w.fieldTable("Header")
		for i := range d.Fields {
			w.field(t, &d.Fields[i].Field)
		}
		w.table(*t)
	case *gomodel.Tuple:
		w.tuple(d)
	case *gomodel.Enum:
		w.enum(d)
	case *gomodel.Union:
		w.union(d)
	case *gomodel.ResultUnion:
		var names []string
		for _, v := range d.Variants {
			names = append(names, "- "+code(v.Name))
		}
		w.paragraph(strings.Join(names, "\n"))
	case *gomodel.MapType:
		w.code("type " + name + " map[string]" + w.typ(d.Elem))
	case *gomodel.ListType:
		w.code("type " + name + " []" + w.typ(d.Elem))
	case *gomodel.NamedType:
		w.code("type " + name + " " + w.typ(d.Under))
	case *gomodel.Alias:
		w.code("type " + name + " = " + w.typ(d.Target))
	case *gomodel.RawType:
		w.code("type " + name + " json.RawMessage")
	case *gomodel.ServerURL:
		w.server(d)
	case *gomodel.Webhook:
		w.webhook(d)
	case *gomodel.Sender:
		w.code("func " + d.Make + "(opts ...Option) (*" + name + ", error)")
	case *gomodel.CallbackURL:
		w.code("func " + name + "(p *" + d.Params.Name + ") (string, error)")
	case *gomodel.ValueOption:
		w.code("func " + name + "(" + d.Argument + " string) Option")
	case *gomodel.CredentialOption:
		w.credential(d)
	}
}

func (w *writer) fieldTable(wire string) *table {
	return &table{head: []string{"Field", wire, "Type", "About"}}
}

func (w *writer) field(t *table, f *gomodel.Field) {
	t.add(code(f.Name), code(f.Wire), w.typeLink(f.FieldType(w.pkg.Path)), w.cell(f.Doc))
}

func (w *writer) structure(d *gomodel.Struct) {
	t := w.fieldTable("JSON")
	for _, f := range gomodel.Fields(d.Members) {
		w.field(t, f)
	}
	if d.Extra != nil {
		t.add(code(d.Extra.Name), "all others", w.typeLink(gomodel.Map{Elem: d.Extra.Type}), "")
	}
	w.table(*t)
	if d.Input != nil {
		w.code("func (x *" + d.Name + ") ToInput() *" + d.Input.Type.Name)
	}
}

func (w *writer) tuple(d *gomodel.Tuple) {
	t := w.fieldTable("Item")
	for _, f := range d.Items {
		w.field(t, f)
	}
	if d.Rest != nil {
		t.add(code(d.Rest.Name), "all others", w.typeLink(gomodel.Slice{Elem: d.Rest.Type}), "")
	}
	w.table(*t)
}

func (w *writer) enum(d *gomodel.Enum) {
	t := table{head: []string{"Constant", "Value", "About"}}
	for _, v := range d.Values {
		t.add(code(v.Name), code(golang.LiteralText(v.Value)), w.cell(v.Doc))
	}
	w.table(t)
	if d.List {
		w.code("func (" + d.Name + ") Values() []" + d.Name)
	}
}

// union lists the variants, each with the tags that lead to it.
func (w *writer) union(d *gomodel.Union) {
	tags := map[int][]string{}
	t := table{head: []string{"Variant", "Tag"}}
	if by, ok := d.Choose.(gomodel.ByTag); ok {
		t.head[1] = code(by.Wire)
		for _, c := range by.Cases {
			if c.Target.Within == nil {
				tags[c.Target.Variant] = append(tags[c.Target.Variant], code(golang.LiteralText(c.Value)))
			}
		}
	}
	for i, v := range d.Variants {
		t.add(w.typeLink(v.Type), strings.Join(tags[i], ", "))
	}
	if d.Base == nil {
		t.add(code("*"+d.Unknown), "")
	}
	w.table(t)
}
