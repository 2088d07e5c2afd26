package client

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// Groups builds servers, options and handlers, then for each operation what it takes and gives, which a server needs too, and the methods
// that call it.
func (b *Builder) Groups() (general []gomodel.Decl, messages, calls []declarations.Group) {
	general = b.groupDecls()
	for _, s := range b.Operations.Servers {
		general = append(general, b.serverDecl(s))
	}
	for _, s := range b.Operations.Schemes {
		general = append(general, b.credentialDecls(s)...)
	}
	for _, v := range b.Operations.Options {
		general = append(general, b.valueOptionDecl(v))
	}
	for _, h := range b.Operations.Webhooks {
		u := b.Declarations.NewUnit()
		general = append(general, b.webhookDecls(u, h)...)
		general = append(general, *u.Behind...)
	}
	for _, o := range b.Operations.List {
		m, c := b.operationGroups(o)
		if !afford(b, m) || !afford(b, c) {
			break
		}
		messages = append(messages, declarations.Group{Name: b.Names.Method(o), Decls: m})
		calls = append(calls, declarations.Group{Name: b.Names.Method(o), Decls: c})
	}
	return general, messages, calls
}

// afford reports whether the package may have some declarations.
func afford(b *Builder, decls []gomodel.Decl) bool {
	return !slices.ContainsFunc(decls, func(d gomodel.Decl) bool { return !b.Declarations.Afford(d) })
}

func (b *Builder) operationGroups(o *operations.Operation) (messages, calls []gomodel.Decl) {
	u := b.Declarations.NewUnit()
	messages = []gomodel.Decl{b.paramsDecl(u, o)}
	if f := b.newParams(o); f != nil {
		messages = append(messages, f)
	}
	for _, f := range o.Forms {
		messages = append(messages, b.formDecl(u, o, f))
	}
	of := b.linkMethod((&words.Text{}).Add(b.Names.Headers(&o.Headers)+" are the headers of a response to "), o.Results[0]).Add(".")
	if h := b.headerDecl(u, &o.Headers, of, o.Op.Pos); h != nil {
		doc := (&words.Text{}).Add(h.Parse + " reads the headers of a response")
		if !b.Clientless {
			doc.Add(", see ").Link(b.Names.Own("WithResponseInto"), false, "")
		}
		h.ParseDoc = b.parseDoc(doc.Add("."))
		messages = append(messages, h)
	}
	for _, r := range o.Results {
		call := b.operationDecl(u, o, r)
		if one, ok := call.Result.(gomodel.OneOfResult); ok {
			messages = append(messages, b.resultUnion(o, r, one))
		}
		if calls = append(calls, call); r.Pages != nil {
			calls = append(calls, b.pagesDecl(o, call))
		}
	}
	return append(messages, *u.Behind...), calls
}

func (b *Builder) valueOptionDecl(v *operations.ValueOption) gomodel.Decl {
	d := &gomodel.ValueOption{Wire: v.Wire, Argument: b.Style.Local(v.Wire), Field: v.Field}
	d.Name, d.From = b.Names.Of(v), v.Pos
	d.Doc = gomodel.Words(b.Names.Of(v) + " sets the " + v.Field + " of every call that does not set its own.")
	return d
}

// operationDecl builds a method of an operation.
func (b *Builder) operationDecl(u declarations.Unit, o *operations.Operation, r *operations.Result) *gomodel.Operation {
	d := &gomodel.Operation{
		ID: o.Op.OperationID, Template: o.Route.Path, Method: o.Op.Method, Path: o.Route.Parts, Query: o.Route.Query, Params: b.Names.Own(b.Names.Params(o)), Accept: strings.Join(accept(r, o), ", "),
		Security: b.security(o), Result: b.resultModel(u, o, r), Headers: b.headerCheck(o), Needed: neededHeaders(o), Tolerate: b.Tolerate,
		Switches: b.switches(o, r),
	}
	d.Reads = reading(o, r, d)
	d.Name, d.From, d.Grouped = b.Names.Of(r), o.Op.Pos, b.grouped(r)
	if d.Receiver = o.Route.Hook != nil; d.Receiver {
		typ, name := b.Names.Caller(r)
		d.Grouped = gomodel.Grouped{Type: typ.Name, Name: name}
	}
	if o.Server != nil {
		d.Server = o.Server.Model
	}
	for _, e := range o.Failures.Bodies {
		owner := b.Names.Method(o) + "Error"
		typ, codec := b.bodyType(u, e.Use, owner)
		body := gomodel.ErrorBody{Status: operations.StatusText(e.Status), Type: typ, Codec: codec}
		if b.Served {
			body.Checks = checksInPlace(u, e.Use, codec, owner)
		}
		d.Errors = append(d.Errors, body)
	}
	d.Doc = b.operationDoc(o, r, d)
	return d
}

// reading returns what the client must know to read the responses.
func reading(o *operations.Operation, r *operations.Result, d *gomodel.Operation) gomodel.Reading {
	x := gomodel.Reading{Location: o.OnlyRedirects()}
	for _, s := range o.Failures.Texts {
		x.Texts = append(x.Texts, operations.StatusText(s))
	}
	if r.TakesAnyType() {
		x.AnyType = append(x.AnyType, "2XX")
	}
	for _, s := range o.Failures.AnyType {
		x.AnyType = append(x.AnyType, operations.StatusText(s))
	}
	v, _ := d.Result.(gomodel.ValueResult)
	_, isBytes := d.Result.(gomodel.ReaderResult)
	if own := strings.Join(r.Accept, ", "); (isBytes || v.Form == gomodel.FormText) && own != d.Accept {
		x.Media = own
	}
	return x
}

// accept returns the media types that a method asks for: of the success, then of failures. One of failures that is the success of
// another method counts less (RFC 9110, section 12.5.1), so that the server does not choose that.
func accept(r *operations.Result, o *operations.Operation) (list []string) {
	add := func(media string) {
		if !slices.Contains(list, media) {
			list = append(list, media)
		}
	}
	for _, media := range r.Accept {
		add(media)
	}
	for _, media := range o.Failures.Accept {
		isOther := func(other *operations.Result) bool { return slices.Contains(other.Accept, media) }
		if !slices.Contains(r.Accept, media) && slices.ContainsFunc(o.Results, isOther) {
			media += ";q=0.5"
		}
		add(media)
	}
	return list
}

// operationDoc: summary, method and path, description, credentials and error bodies.
func (b *Builder) operationDoc(o *operations.Operation, r *operations.Result, d *gomodel.Operation) gomodel.Doc {
	doc, body := b.opening(o, r)
	if r.Suffix != "" {
		doc = append(doc, b.linkMethod((&words.Text{}).Add("It is "), o.Results[0]).Add(" with a response of type "+strings.Join(r.Accept, ", ")+". "+switchNote(d)+resultNote(d)).Spans)
	} else {
		doc = words.Separated(append(doc, body...))
		if note := switchNote(d) + resultNote(d); note != "" {
			doc = append(doc, gomodel.Text{{Text: note}})
		}
		if o.OnlyRedirects() {
			doc = append(doc, (&words.Text{}).Add("A redirect is its success, which is not followed: see Location in the headers that ").
				Link(b.Names.Own("WithResponseInto"), false, "").Add(" gives.").Spans)
		}
	}
	doc = b.addNeeds(doc, b.needs(o, d), d.Result)
	if empty := gomodel.EmptyCodes(d.Result); len(empty) > 0 {
		codes := make([]string, len(empty))
		for i, code := range empty {
			codes[i] = strconv.Itoa(code)
		}
		doc = append(doc, gomodel.Text{{Text: "A response of status " + strings.Join(codes, " or ") + " has no body and gives the zero value."}})
	}
	if len(o.Headers.List) > 0 && r.Suffix == "" {
		doc = append(doc, (&words.Text{}).Link(b.Names.Own(b.Names.Parse(&o.Headers)), false, "").Add(" reads the headers of its response, see ").Link(b.Names.Own("WithResponseInto"), false, "").Add(".").Spans)
	}
	if o.Server != nil {
		doc = append(doc, gomodel.Text{{Text: o.Server.Note}})
	}
	if o.Op.Deprecated {
		doc = append(doc, words.DeprecatedPara)
	}
	return doc
}

// opening begins the comment of a method, and returns what the document says beside that.
func (b *Builder) opening(o *operations.Operation, r *operations.Result) (doc, body gomodel.Doc) {
	summary, description := o.Op.Summary, o.Op.Description
	if words.PlainText(summary) == "" {
		summary, description = description, ""
	}
	body = append(words.Blocks(summary), words.Blocks(description)...)
	_, name := b.Names.Caller(r)
	first, ok := words.FirstText(body)
	if ok {
		body = words.WithoutText(body[1:], first)
	}
	switch {
	case o.Route.Hook != nil:
		doc = b.sendDoc(o, name, first)
	case ok:
		doc = gomodel.Doc{gomodel.Text{{Text: name + strings.TrimPrefix(words.StartWith(b.Names.Of(r), first), b.Names.Of(r))}}, gomodel.Code{o.Op.Method + " " + o.Route.Path}}
	default:
		doc = gomodel.Doc{gomodel.Text{{Text: name + " calls " + o.Op.Method + " " + o.Route.Path + "."}}}
	}
	return doc, body
}

// resultNote says what the type of a result does not.
func resultNote(d *gomodel.Operation) string {
	switch r := d.Result.(type) {
	case gomodel.ReaderResult:
		return "The caller closes the result, which is read from the network as it is needed."
	case gomodel.SequenceResult:
		if r.Events && d.Method == http.MethodGet {
			return "It connects when the loop starts, and again, from the last event on, when the connection ends and the server has sent ids. " + loopNote
		}
		return "It is sent when the loop starts. " + loopNote
	}
	return ""
}

const loopNote = "The loop may continue after an error in one item."

// switchNote says what a method sets by itself.
func switchNote(d *gomodel.Operation) string {
	if len(d.Switches) == 0 {
		return ""
	}
	return "It sets " + d.Switches[0].Field.Name + " to true. "
}

func (b *Builder) addBodyType(line *words.Text, u shapes.Use) {
	n, ok := u.Shape.(shapes.Named)
	if !ok {
		line.Add("of type " + strings.ReplaceAll(gomodel.TypeString(b.Declarations.ShapeType(u.Shape)), b.Names.Path()+".", ""))
		return
	}
	_, isStruct := n.Type.Def.(*shapes.StructDef)
	line.Add(words.Article(b.Names.Type(n.Type))).Link(b.Names.Own(b.Names.Type(n.Type)), isStruct, "")
}

// paramDoc is the comment of a parameter.
func (b *Builder) paramDoc(x *operations.Param) gomodel.Doc {
	line := &words.Text{}
	switch {
	case x.API.In == api.InHeader:
		line.Add("Header " + words.QuoteOdd(x.API.Name) + ".")
	case x.API.In == api.InCookie:
		line.Add("Cookie " + words.QuoteOdd(x.API.Name) + ".")
	case x.API.In == api.InQuerystring:
		line.Add("The whole query.")
	case !words.TellsName(b.Names.Of(x), x.API.Name):
		line.Add(words.Capital(string(x.API.In)) + " parameter " + words.QuoteOdd(x.API.Name) + ".")
	}
	description := x.API.Description
	if words.PlainText(description) == "" && x.Schema != nil {
		description = b.Analysis.Description(x.Schema)
	}
	doc, line := words.DescribeOn(line, description)
	u := x.Use
	u.Nullable = false
	b.Declarations.AddLimits(line, u, x.API.Required)
	if x.Option != nil && !b.Clientless {
		line.Space().Link(b.Names.Own(b.Names.Of(x.Option)), false, "").Add(" gives it for all calls.")
	}
	if x.Schema != nil {
		b.Declarations.AddDefault(line, x.Schema, u, x.API.Required)
	}
	if len(line.Spans) > 0 {
		doc = append(doc, line.Spans)
	}
	if x.API.Deprecated {
		doc = append(doc, words.DeprecatedPara)
	}
	return doc
}

// PackageDoc names the document and says how to begin. A package that only has other names for types of others checks nothing.
func (b *Builder) PackageDoc(checks bool) gomodel.Doc {
	title := strings.TrimSuffix(words.PlainText(b.Doc.Info.Title), ".")
	if len(b.Operations.List) == 0 {
		first := gomodel.Text{{Text: "Package " + b.Package + " has the types of " + title + ", version " + words.PlainText(b.Doc.Info.Version) + "."}}
		if !checks {
			return gomodel.Doc{first}
		}
		return gomodel.Doc{
			first,
			gomodel.Text{{Text: "Each type reads and writes its JSON and checks itself with Validate, which fails with an "}, {Link: b.Names.Own("InvalidError"), Star: true}, {Text: "."}},
			optionalText(),
		}
	}
	if b.Clientless {
		return gomodel.Doc{
			gomodel.Text{{Text: "Package " + b.Package + " has the operations of " + title + ", version " + words.PlainText(b.Doc.Info.Version) + ", with their types."}},
			optionalText(),
		}
	}
	return gomodel.Doc{
		gomodel.Text{{Text: "Package " + b.Package + " is " + sides(b.Served) + " of " + title + ", version " + words.PlainText(b.Doc.Info.Version) + "."}},
		(&words.Text{}).Add("Make a ").Link(b.Names.Own("Client"), false, "").Add(" with ").Link(b.Names.Own("NewClient"), false, "").
			Add(" and call its methods. A call checks its parameters before it sends anything; if they break the document, its error wraps an ").
			Link(b.Names.Own("InvalidError"), true, "").Add(". A response other than 2xx is an ").Link(b.Names.Own("APIError"), true, "").Add(".").Spans,
		optionalText(),
	}
}

// sides says what a package with calls is.
func sides(served bool) string {
	if served {
		return "a client and a server"
	}
	return "a client"
}

func optionalText() gomodel.Para {
	return gomodel.Text{{Text: `Optional fields are pointers: new("x") makes one in place. A required string that nobody set is sent as "", which only a rule on its length or values refuses. ` +
		`Calling UnmarshalJSON and AppendJSON of a type directly is faster than package encoding/json, which reads the text twice.`}}
}
