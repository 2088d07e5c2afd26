package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// clientGroups builds the client: servers, options and handlers, then each operation behind its parameters.
func (p *planner) clientGroups() (general []gomodel.Decl, operations []group) {
	for _, s := range p.servers {
		general = append(general, p.serverDecl(s))
	}
	for _, s := range p.schemes {
		general = append(general, p.credentialDecl(s))
	}
	for _, v := range p.clientOptions {
		general = append(general, p.valueOptionDecl(v))
	}
	for _, h := range p.hooks {
		general = append(general, p.hookDecls(h)...)
		general = append(general, p.pending...)
		p.pending = nil
	}
	for _, o := range p.operations {
		operations = append(operations, group{o.name, p.operationGroup(o)})
	}
	return general, operations
}

func (p *planner) operationGroup(o *operation) []gomodel.Decl {
	decls := []gomodel.Decl{p.paramsDecl(o)}
	for _, f := range o.forms {
		decls = append(decls, p.formDecl(o, f))
	}
	of := (&text{}).add(o.headers.name+" are the headers of an answer to ").link(p.own("Client"), false, o.name).add(".")
	if h := p.headerDecl(&o.headers, of, o.op.Pos); h != nil {
		doc := (&text{}).add(h.Parse+" reads the headers of an answer, see ").link(p.own("WithResponseInto"), false, "").add(".")
		h.ParseDoc = p.parseDoc(doc)
		decls = append(decls, h)
	}
	for _, r := range o.results {
		decls = append(decls, p.operationDecls(o, r)...)
	}
	decls = append(decls, p.pending...)
	p.pending = nil
	return decls
}

func (p *planner) valueOptionDecl(v *valueOption) gomodel.Decl {
	d := &gomodel.ValueOption{Wire: v.wire, Argument: p.style.Local(v.wire), Field: v.field}
	d.Name, d.From = v.goName, v.pos
	d.Doc = gomodel.Words(v.goName + " sets the " + v.field + " of every call that does not set its own.")
	return d
}

// operationDecls builds a method of an operation, and the interface of its result if it needs one.
func (p *planner) operationDecls(o *operation, r *result) (decls []gomodel.Decl) {
	d := &gomodel.Operation{
		Method: o.op.Method, Path: o.parts, Query: o.query, Params: p.own(o.paramsName), Accept: strings.Join(accept(r, o), ", "),
		Security: o.security, Result: p.resultModel(o, r), Headers: p.headerCheck(o),
	}
	d.Name, d.From = r.name, o.op.Pos
	if o.server != nil {
		d.Server = o.server.model
	}
	for _, e := range o.errors {
		typ, codec := p.bodyType(e.use, o.name+"Error")
		d.Errors = append(d.Errors, gomodel.ErrorBody{Status: statusText(e.status), Type: typ, Codec: codec})
	}
	if one, ok := d.Result.(gomodel.OneOfResult); ok {
		decls = append(decls, p.resultUnion(o, r, one))
	}
	d.Doc = p.operationDoc(o, r, d)
	return append(decls, d)
}

// accept returns the media types that a method asks for: of the success, then of failures.
func accept(r *result, o *operation) (list []string) {
	for _, media := range slices.Concat(r.accept, o.errorAccept) {
		if !slices.Contains(list, media) {
			list = append(list, media)
		}
	}
	return list
}

// operationDoc: summary, method and path, description, credentials and error bodies.
func (p *planner) operationDoc(o *operation, r *result, d *gomodel.Operation) gomodel.Doc {
	summary, description := o.op.Summary, o.op.Description
	if plainText(summary) == "" {
		summary, description = description, ""
	}
	body := append(blocks(summary), blocks(description)...)
	doc := gomodel.Doc{gomodel.Text{{Text: r.name + " calls " + o.op.Method + " " + o.path + "."}}}
	if first, ok := firstText(body); ok {
		doc = gomodel.Doc{gomodel.Text{{Text: startWith(r.name, first)}}, gomodel.Code{o.op.Method + " " + o.path}}
		body = withoutText(body[1:], first)
	}
	if r.suffix != "" {
		doc = append(doc, (&text{}).add("It is ").link(p.own("Client"), false, o.name).add(" with an answer of type "+strings.Join(r.accept, ", ")+". "+resultNote(d.Result)).spans)
	} else {
		doc = separated(append(doc, body...))
		if note := resultNote(d.Result); note != "" {
			doc = append(doc, gomodel.Text{{Text: note}})
		}
	}
	if line := p.needs(o, d); len(line) > 0 {
		doc = append(doc, line)
	}
	if empty := gomodel.EmptyCodes(d.Result); len(empty) > 0 {
		codes := make([]string, len(empty))
		for i, code := range empty {
			codes[i] = strconv.Itoa(code)
		}
		doc = append(doc, gomodel.Text{{Text: "An answer of status " + strings.Join(codes, " or ") + " has no body and gives the zero value."}})
	}
	if len(o.headers.list) > 0 && r.suffix == "" {
		doc = append(doc, (&text{}).link(p.own(o.headers.parse), false, "").add(" reads the headers of its answer, see ").link(p.own("WithResponseInto"), false, "").add(".").spans)
	}
	if o.server != nil {
		doc = append(doc, gomodel.Text{{Text: o.server.note}})
	}
	if o.op.Deprecated {
		doc = append(doc, deprecatedPara)
	}
	return doc
}

// resultNote says what the type of a result does not.
func resultNote(r gomodel.Result) string {
	switch r := r.(type) {
	case gomodel.ReaderResult:
		return "The caller closes the result, which is read from the network as it is needed."
	case gomodel.SequenceResult:
		if r.Events {
			return "It connects when the loop starts; a GET connects again, from the last event on, when the connection breaks. The first error ends the loop."
		}
		return "It is sent when the loop starts. The first error ends the loop."
	}
	return ""
}

// needs says which credentials an operation takes and what its errors hold.
func (p *planner) needs(o *operation, d *gomodel.Operation) gomodel.Text {
	line := &text{}
	anonymous := false
	scopes := p.scopes(o.op)
	for _, alternative := range o.security {
		if len(alternative) == 0 {
			anonymous = true
			continue
		}
		if len(line.spans) == 0 {
			line.add("It needs ")
		} else {
			line.add(" or ")
		}
		for j, name := range alternative {
			if j > 0 {
				line.add(" and ")
			}
			line.link(p.own(p.scheme(name).goName), false, "")
			if list := scopes[name]; len(list) > 0 {
				line.add(list[0])
				scopes[name] = list[1:]
			}
		}
	}
	if len(line.spans) > 0 {
		if anonymous {
			line.add(", or nothing")
		}
		line.add(".")
	}
	p.addFailures(line, o, d)
	return line.spans
}

func (p *planner) addBodyType(line *text, u use) {
	n, ok := u.shape.(named)
	if !ok {
		line.add("of type " + strings.ReplaceAll(gomodel.TypeString(p.shapeType(u.shape)), p.path+".", ""))
		return
	}
	_, isStruct := n.typ.def.(*structDef)
	line.add(article(n.typ.name)).link(p.own(n.typ.name), isStruct, "")
}

// paramDoc is the comment of a parameter.
func (p *planner) paramDoc(x *param) gomodel.Doc {
	line := &text{}
	switch {
	case x.api.In == api.InHeader:
		line.add("Header " + quoteOdd(x.api.Name) + ".")
	case x.api.In == api.InCookie:
		line.add("Cookie " + quoteOdd(x.api.Name) + ".")
	case x.api.In == api.InQuerystring:
		line.add("The whole query.")
	case !tellsName(x.name, x.api.Name):
		line.add(capital(string(x.api.In)) + " parameter " + quoteOdd(x.api.Name) + ".")
	}
	description := x.api.Description
	if plainText(description) == "" && x.schema != nil {
		description = p.description(x.schema)
	}
	doc, line := describeOn(line, description)
	u := x.use
	u.nullable = false
	p.addRules(line, u, x.api.Required)
	if x.option != nil {
		line.space().link(p.own(x.option.goName), false, "").add(" gives it for all calls.")
	}
	if x.schema != nil {
		p.addDefault(line, x.schema, u, x.api.Required)
	}
	if len(line.spans) > 0 {
		doc = append(doc, line.spans)
	}
	if x.api.Deprecated {
		doc = append(doc, deprecatedPara)
	}
	return doc
}

// withoutText removes the paragraphs that say again what was said.
func withoutText(doc gomodel.Doc, said string) gomodel.Doc {
	return slices.DeleteFunc(doc, func(para gomodel.Para) bool {
		t, ok := para.(gomodel.Text)
		return ok && t[0].Text == said
	})
}

// packageDoc names the document and says how to begin.
func (p *planner) packageDoc() gomodel.Doc {
	title := strings.TrimSuffix(plainText(p.doc.Info.Title), ".")
	if len(p.operations) == 0 {
		return gomodel.Doc{
			gomodel.Text{{Text: "Package " + p.options.Package + " has the types of " + title + ", version " + plainText(p.doc.Info.Version) + "."}},
			gomodel.Text{{Text: "Each type reads and writes its JSON and checks itself with Validate, which fails with an "}, {Link: p.own("InvalidError"), Star: true}, {Text: "."}},
			optionalText(p),
		}
	}
	return gomodel.Doc{
		gomodel.Text{{Text: "Package " + p.options.Package + " is a client of " + title + ", version " + plainText(p.doc.Info.Version) + "."}},
		(&text{}).add("Make a ").link(p.own("Client"), false, "").add(" with ").link(p.own("NewClient"), false, "").
			add(" and call its methods. A call checks its parameters before it sends anything; if they break the document, its error wraps an ").
			link(p.own("InvalidError"), true, "").add(". An answer other than 2xx is an ").link(p.own("APIError"), true, "").add(".").spans,
		optionalText(p),
	}
}

func optionalText(*planner) gomodel.Para {
	return gomodel.Text{{Text: `Optional fields are pointers: new("x") makes one in place. A required string that nobody set is sent as "", which only a rule on its length or values refuses. ` +
		`Calling UnmarshalJSON and AppendJSON of a type directly is faster than package encoding/json, which reads the text twice.`}}
}
