package surface

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// Types of other packages in signatures.
var (
	errorType   = text("error")
	contextType = text("context.Context")
	requestType = text("*http.Request")
	stringType  = text("string")
)

// client adds a declaration that only a client has.
func (f *face) client(d gomodel.Decl) {
	switch d := d.(type) {
	case *gomodel.Params:
		f.params(d)
	case *gomodel.Form:
		o := f.declare(d, structKind)
		o.methods = checkMethods
		for i := range d.Fields {
			f.field(o, &d.Fields[i].Field, d.Fields[i].Wire)
		}
	case *gomodel.Operation:
		params := []spelling{contextType, join(text("*"), f.typ(gomodel.Named{Ident: d.Params})), text("...Option")}
		f.add(&object{name: d.Called(), kind: methodKind, decl: d, from: d.From}).typ = function(params, f.results(d.Result)...)
	case *gomodel.Sender:
		o := f.declare(d, structKind)
		f.beside(o, d.Make, funcKind).typ = function([]spelling{text("...Option")}, join(text("*"), f.local(d.Name)), errorType)
	case *gomodel.Send:
		params := []spelling{contextType, stringType, join(text("*"), f.typ(gomodel.Named{Ident: d.Params})), text("...Option")}
		f.add(&object{name: d.Grouped.Type + "." + d.Grouped.Name, kind: funcKind, decl: d, from: d.From, with: d.Grouped.Type}).typ = function(params, f.results(d.Result)...)
	case *gomodel.CallbackURL:
		f.declare(d, funcKind).typ = function([]spelling{join(text("*"), f.typ(gomodel.Named{Ident: d.Params}))}, stringType, errorType)
	case *gomodel.Pages:
		f.pages(d)
	case *gomodel.Group:
		f.add(&object{name: d.Name, kind: structKind, decl: d, from: d.From, with: "Client"})
	case *gomodel.Service:
		o := f.declare(d, interfaceKind)
		f.add(&object{name: d.Adapter, kind: methodKind, decl: d, from: d.From}).typ = function([]spelling{text("...Option")}, f.local(o.name))
	case *gomodel.ResultUnion:
		f.resultUnion(d)
	case *gomodel.HeaderType:
		f.header(d)
	case *gomodel.ServerURL:
		f.server(d)
	case *gomodel.Webhook:
		f.webhook(d)
	case *gomodel.CredentialOption:
		f.credential(d)
	case *gomodel.TextConstants:
		f.constants(d)
	case *gomodel.ValueOption:
		f.declare(d, funcKind).typ = function([]spelling{stringType}, text("Option"))
	}
}

// pages adds the methods that read all pages of an operation.
func (f *face) pages(d *gomodel.Pages) {
	params := []spelling{contextType, join(text("*"), f.typ(gomodel.Named{Ident: d.Params})), text("...Option")}
	f.add(&object{name: d.Called(), kind: methodKind, decl: d, from: d.From}).typ = function(params, f.sequence(d.Page))
	f.add(&object{name: d.CalledAll(), kind: methodKind, decl: d, from: d.From}).typ = function(params, f.sequence(d.Item))
}

// sequence spells a sequence of values.
func (f *face) sequence(of gomodel.TypeExpr) spelling {
	return join(text("iter.Seq2["), f.typ(of), text(", error]"))
}

func (f *face) params(d *gomodel.Params) {
	o := f.declare(d, structKind)
	o.methods = checkMethods
	inPath := 0
	for i := range d.Fields {
		p := &d.Fields[i]
		key := string(p.In) + " " + p.Wire
		if p.In == gomodel.InPath { // its name in the template says nothing
			key = "path " + strconv.Itoa(inPath)
			inPath++
		}
		f.field(o, &p.Field, key)
	}
	for _, b := range d.Bodies {
		key := "body"
		if len(d.Bodies) > 1 {
			key += " " + b.MediaType
		}
		f.field(o, &b.Field, key)
		if w, ok := b.Write.(gomodel.StreamBody); ok && w.Choice != "" {
			f.ownField(o, w.Choice, gomodel.Builtin("string"))
		}
	}
}

// results spells what a method returns.
func (f *face) results(r gomodel.Result) []spelling {
	if s, ok := r.(gomodel.SequenceResult); ok {
		item := f.typ(s.Type)
		if s.Events {
			item = join(text("StreamEvent["), item, text("]"))
		}
		return []spelling{join(text("iter.Seq2["), item, text(", error]"))}
	}
	if t := gomodel.ResultType(r); t != nil {
		return []spelling{f.typ(t), errorType}
	}
	return []spelling{errorType}
}

func (f *face) resultUnion(d *gomodel.ResultUnion) {
	o := f.declare(d, interfaceKind)
	for _, v := range d.Variants {
		o.fits = append(o.fits, variant{join(text("*"), f.local(v.Name)), v.Name, d.From})
		if v.Body != nil {
			f.ownField(f.beside(o, v.Name, structKind), "Body", v.Body)
		}
	}
}

func (f *face) header(d *gomodel.HeaderType) {
	o := f.declare(d, structKind)
	for i := range d.Fields {
		f.field(o, &d.Fields[i].Field, d.Fields[i].Wire)
	}
	f.beside(o, d.Parse, funcKind).typ = function([]spelling{text("http.Header")}, join(text("*"), f.local(d.Name)), errorType)
}

func (f *face) server(d *gomodel.ServerURL) {
	switch len(d.Variables) {
	case 0:
		o := f.declare(d, constKind)
		o.typ = stringType
		for _, p := range d.Parts {
			o.value += p.Text
		}
		o.value = strconv.Quote(o.value)
	case 1:
		f.declare(d, funcKind).typ = function([]spelling{stringType}, stringType)
	default:
		o := f.declare(d, structKind)
		o.methods = []method{{"URL", false}}
		for _, v := range d.Variables {
			o.members = append(o.members, &member{name: v.Name, key: "=" + v.Wire, typ: stringType, from: d.From, in: gomodel.Builtin("string")})
		}
	}
}

func (f *face) webhook(d *gomodel.Webhook) {
	handle := []spelling{requestType}
	if d.Header != nil {
		handle = append(handle, join(text("*"), f.local(d.Header.Name)))
	}
	if d.Body != nil {
		handle = append(handle, f.typ(d.Body.Type))
	}
	f.declare(d, funcKind).typ = function([]spelling{function(handle, errorType)}, text("http.Handler"))
}

// credential declares the options for a security scheme.
func (f *face) credential(d *gomodel.CredentialOption) {
	o := f.declare(d, funcKind)
	o.typ = function(credential(d.Kind), text("Option"))
	if d.Source != nil {
		results := []spelling{stringType, errorType}
		if d.Kind == gomodel.CredentialBasic {
			results = []spelling{stringType, stringType, errorType}
		}
		f.beside(o, d.Source.Name, funcKind).typ = function([]spelling{function([]spelling{contextType}, results...)}, text("Option"))
	}
	if d.Client != nil {
		f.beside(o, d.Client.Name, funcKind).typ = function([]spelling{stringType, stringType, text("...string")}, text("Option"))
	}
}

// constants declares texts about a security scheme.
func (f *face) constants(d *gomodel.TextConstants) {
	var first *object
	for _, c := range d.List {
		o := first
		if first == nil {
			o = f.declare(d, constKind)
			first = o
		} else {
			o = f.beside(first, c.Name, constKind)
		}
		o.typ, o.value = stringType, strconv.Quote(c.Text)
	}
}

// credential spells what an option for a credential takes.
func credential(kind gomodel.CredentialKind) []spelling {
	switch kind {
	case gomodel.CredentialBasic:
		return []spelling{stringType, stringType}
	case gomodel.CredentialSigner:
		return []spelling{function([]spelling{requestType, text("[]byte")}, errorType)}
	case gomodel.CredentialCert:
		return []spelling{text("tls.Certificate")}
	}
	return []spelling{stringType}
}
