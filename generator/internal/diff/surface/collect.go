package surface

import (
	"fmt"
	"strconv"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// collect returns what users of a package can name.
func collect(p *gomodel.Package) *face {
	f := &face{speller: speller{path: p.Path, aliases: map[string]*gomodel.Alias{}}, byName: map[string]*object{}}
	sent := map[string]bool{} // parameters that stand beside their methods
	each(p, func(d gomodel.Decl) {
		switch d := d.(type) {
		case *gomodel.Alias:
			f.aliases[d.Name] = d
		case *gomodel.Send:
			sent[d.Params.Name] = true
		}
	})
	messages := map[string][]gomodel.Decl{} // by the parameters of an operation, as long as no method has them
	for i := range p.Files {
		params := ""
		for _, d := range p.Files[i].Decls {
			if _, ok := d.(*gomodel.Params); ok && !sent[d.Common().Name] {
				params = d.Common().Name
			}
			if params != "" {
				messages[params] = append(messages[params], d)
				continue
			}
			f.file(d, messages)
		}
	}
	return f
}

// file adds a declaration. Reports name the method, then its parameters, although what it takes and gives is declared elsewhere.
func (f *face) file(d gomodel.Decl, messages map[string][]gomodel.Decl) {
	o, ok := d.(*gomodel.Operation)
	if !ok || messages[o.Params.Name] == nil {
		f.types(d)
		f.client(d)
		return
	}
	list := messages[o.Params.Name]
	delete(messages, o.Params.Name)
	for _, m := range list[1:] {
		f.types(m)
		f.client(m)
	}
	f.client(d)
	f.client(list[0])
}

func each(p *gomodel.Package, visit func(gomodel.Decl)) {
	for i := range p.Files {
		for _, d := range p.Files[i].Decls {
			visit(d)
		}
	}
}

// declare adds an object that is a declaration.
func (f *face) declare(d gomodel.Decl, kind kind) *object {
	head := d.Common()
	return f.add(&object{name: head.Name, kind: kind, decl: d, from: head.From})
}

// beside adds an object that belongs to another one.
func (f *face) beside(o *object, name string, kind kind) *object {
	return f.add(&object{name: name, kind: kind, decl: o.decl, from: o.from, with: o.name})
}

// Methods of types, as emit prints them.
var (
	codecMethods = []method{{"Validate", true}, {"UnmarshalJSON", true}, {"MarshalJSON", false}, {"AppendJSON", true}}
	checkMethods = []method{{"Validate", true}}
	valueMethods = []method{{"Validate", false}}
)

// types adds a declaration of models.
func (f *face) types(d gomodel.Decl) {
	switch d := d.(type) {
	case *gomodel.Struct:
		o := f.declare(d, structKind)
		o.methods = codecMethods
		if d.Input != nil {
			o.methods = append(o.methods[:len(o.methods):len(o.methods)], method{"ToInput", true})
		}
		f.structFields(o, d)
	case *gomodel.Tuple:
		o := f.declare(d, structKind)
		o.methods = codecMethods
		for _, m := range d.Items {
			f.field(o, m, m.Wire)
		}
		if d.Rest != nil {
			f.ownField(o, d.Rest.Name, gomodel.Slice{Elem: d.Rest.Type})
		}
	case *gomodel.MapType:
		f.defined(d, gomodel.Map{Elem: d.Elem}, codecMethods)
	case *gomodel.ListType:
		f.defined(d, gomodel.Slice{Elem: d.Elem}, codecMethods)
	case *gomodel.RawType:
		f.defined(d, gomodel.Slice{Elem: gomodel.Builtin("byte")}, codecMethods)
	case *gomodel.NamedType:
		f.scalar(f.defined(d, d.Under, nil), d.Union)
	case *gomodel.Alias:
		o := f.declare(d, aliasKind)
		o.typ = f.typ(d.Target)
	case *gomodel.Enum:
		f.enum(d)
	case *gomodel.Constants:
		for _, v := range d.Values {
			f.add(&object{name: v.Name, kind: constKind, decl: d, from: v.From, typ: text("string"), value: literal(v.Value)})
		}
	case *gomodel.Union:
		f.union(d)
	case *gomodel.NewFunc:
		o := f.declare(d, funcKind)
		o.with = d.Type.Name
		o.typ = function(nil, f.typ(gomodel.Named{Ident: d.Type}))
	}
}

func (f *face) defined(d gomodel.Decl, under gomodel.TypeExpr, methods []method) *object {
	o := f.declare(d, definedKind)
	o.typ, o.methods = f.typ(under), methods
	return o
}

// scalar gives a type that is used by value its methods. One that is a variant goes with its union.
func (f *face) scalar(o *object, union string) {
	if o.methods, o.with = valueMethods, union; union != "" {
		o.methods = append(o.methods[:1:1], method{"MarshalJSON", false})
	}
}

func (f *face) structFields(o *object, d *gomodel.Struct) {
	for _, m := range gomodel.Fields(d.Members) {
		f.field(o, m, m.Wire)
	}
	if d.Other != "" {
		f.ownField(o, d.Other, gomodel.Named{Ident: gomodel.Ident{Path: "encoding/json", Name: "RawMessage"}})
	}
	if d.Extra != nil {
		f.ownField(o, d.Extra.Name, gomodel.Map{Elem: d.Extra.Type})
	}
}

func (f *face) field(o *object, m *gomodel.Field, key string) {
	t := m.FieldType(f.path)
	o.members = append(o.members, &member{name: m.Name, key: "=" + key, typ: f.typ(t), from: m.From, in: t})
}

// ownField adds a field that is no member of the document.
func (f *face) ownField(o *object, name string, t gomodel.TypeExpr) {
	o.members = append(o.members, &member{name: name, key: name, typ: f.typ(t), from: o.from, in: t})
}

func (f *face) enum(d *gomodel.Enum) {
	o := f.defined(d, d.Under, nil)
	f.scalar(o, d.Union)
	if d.List {
		o.methods = append(o.methods[:len(o.methods):len(o.methods)], method{"Values", false})
	}
	for _, v := range d.Values {
		c := f.beside(o, v.Name, constKind)
		c.from, c.typ, c.value = v.From, f.local(d.Name), literal(v.Value)
	}
}

// literal returns the text of a constant.
func literal(l gomodel.Literal) string {
	if s, ok := l.(gomodel.StringLit); ok {
		return strconv.Quote(string(s))
	}
	return fmt.Sprint(l)
}

func (f *face) union(d *gomodel.Union) {
	o := f.declare(d, interfaceKind)
	o.methods = []method{{"Validate", false}, {"MarshalJSON", false}}
	for _, v := range d.Variants {
		o.fits = append(o.fits, variant{f.typ(v.Type), typeName(v.Type), v.From})
	}
	bytes := text("[]byte")
	if d.Base == nil {
		o.fits = append(o.fits, variant{join(text("*"), f.local(d.Unknown)), d.Unknown, d.From})
		unknown := f.beside(o, d.Unknown, structKind)
		unknown.methods = []method{{"Validate", true}, {"MarshalJSON", true}}
		f.ownField(unknown, "JSON", gomodel.Slice{Elem: gomodel.Builtin("byte")})
	} else {
		o.methods = append(o.methods, method{d.Base.Type.Name, false})
	}
	f.beside(o, d.Unmarshal, funcKind).typ = function([]spelling{bytes}, f.local(d.Name), text("error"))
	f.beside(o, d.Validate, funcKind).typ = function([]spelling{f.local(d.Name)}, text("error"))
}

// typeName returns the name of a type that may have a pointer to it.
func typeName(t gomodel.TypeExpr) string {
	switch t := t.(type) {
	case gomodel.Named:
		return t.Ident.Name
	case gomodel.Pointer:
		return typeName(t.Elem)
	}
	return ""
}
