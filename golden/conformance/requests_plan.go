package main

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

// A callPlanner writes the calls of one package.
type callPlanner struct {
	judge  *requestJudge
	path   string // of the package, in identifiers
	params map[string]*gomodel.Params
	forms  map[string]*gomodel.Form
	unions map[string]*gomodel.Union
	full   bool                   // responses have all headers, and what is streamed has content
	off    []gomodel.StreamSwitch // that are false in this call
}

// planCalls writes a call for each method of a generated client.
// With examples, they have the values that are not found otherwise.
func planCalls(model *gomodel.Package, judge *requestJudge, given *examples) (calls []*apiCall) {
	p := &callPlanner{judge: judge, full: given != nil, path: model.Path, params: map[string]*gomodel.Params{}, forms: map[string]*gomodel.Form{}, unions: map[string]*gomodel.Union{}}
	var operations []*gomodel.Operation
	for _, f := range model.Files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *gomodel.Params:
				p.params[d.Name] = d
			case *gomodel.Form:
				p.forms[d.Name] = d
			case *gomodel.Union:
				p.unions[d.Name] = d
			case *gomodel.Operation:
				operations = append(operations, d)
			}
		}
	}
	for _, o := range operations {
		c := &apiCall{Method: o.Name}
		var params string
		p.off = nil
		for _, other := range operations {
			if len(o.Switches) == 0 && other.Params == o.Params {
				p.off = append(p.off, other.Switches...)
			}
		}
		c.request, params, c.skip = p.plan(o, c)
		if given != nil {
			given.respond(o, c)
			given.fill(o, c)
		}
		if c.skip == "" && params != "" {
			c.sources = slices.Insert(c.sources, 0, params+invoke(o, c))
		}
		calls = append(calls, c)
	}
	return calls
}

var braces = regexp.MustCompile(`\{[^{}]*\}`)

// find returns the operation that kin-openapi has for one of ours.
func (p *callPlanner) find(o *gomodel.Operation) (name string, item *openapi3.PathItem, op *openapi3.Operation) {
	var shape strings.Builder
	for _, part := range o.Path {
		if part.Text == "" {
			shape.WriteString("{}")
		}
		shape.WriteString(part.Text)
	}
	var found []string
	for name, item := range p.judge.doc.Paths.Map() {
		text := braces.ReplaceAllString(withoutRest(name), "\x00")
		text = strings.ReplaceAll((&url.URL{Path: text}).EscapedPath(), "%00", "{}")
		if op := item.Operations()[o.Method]; op != nil && text == shape.String() {
			found = append(found, name)
		}
	}
	for _, name := range found { // there are several if they differ in a fragment; one may be in another file
		item := p.judge.doc.Paths.Value(name)
		op := item.Operations()[o.Method]
		if len(found) == 1 || op.OperationID == "" || strings.HasPrefix(string(o.From.Path.Pointer()), "/paths/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(name)+"/") {
			return name, item, op
		}
	}
	return "", nil, nil
}

// plan chooses the response of a call and writes its parameters, or says why it cannot.
func (p *callPlanner) plan(o *gomodel.Operation, c *apiCall) (request, text, skip string) {
	name, item, op := p.find(o)
	request = o.Method + " " + name
	if op == nil {
		return o.Method, "", "kin-openapi has no such operation"
	}
	p.judge.targets[o.Name] = target{name, item, op}
	if c.response, c.failure = p.response(o, op); c.failure != "" { // the request is judged all the same
		c.response = response{status: http.StatusInternalServerError}
	}
	params := p.params[o.Params.Name]
	var b strings.Builder
	fmt.Fprintf(&b, "\t\tvar x api.%s\n", params.Name)
	for i := range params.Fields {
		if skip = p.parameter(&b, &params.Fields[i], item, op); skip != "" {
			return request, "", skip
		}
	}
	if len(params.Bodies) > 0 {
		if skip = p.body(&b, params.Bodies[0], op); skip != "" {
			return request, "", skip
		}
	}
	return request, b.String(), ""
}

// invoke writes a call with the parameters x.
func invoke(o *gomodel.Operation, c *apiCall) string {
	strict := ""
	if c.response.body != "" {
		strict = ", api.WithResponseValidation()"
	}
	call := fmt.Sprintf("c.%s(ctx, &x%s)", o.Name, strict)
	switch o.Result.(type) {
	case gomodel.NoResult:
		return fmt.Sprintf("\t\treturn nil, %s\n", call)
	case gomodel.ReaderResult:
		return fmt.Sprintf("\t\treturn caller.Bytes(%s)\n", call)
	case gomodel.SequenceResult:
		return fmt.Sprintf("\t\treturn caller.List(%s)\n", call)
	}
	return fmt.Sprintf("\t\treturn %s\n", call)
}

// parameter sets a parameter. An optional one without a sample stays away.
func (p *callPlanner) parameter(b *strings.Builder, f *gomodel.Param, item *openapi3.PathItem, op *openapi3.Operation) (skip string) {
	var schema *openapi3.SchemaRef
	var examples []any
	found, deep, isContent := false, false, false
	for _, list := range []openapi3.Parameters{item.Parameters, op.Parameters} {
		for _, ref := range list {
			v := ref.Value
			if v == nil || v.Name != f.Wire || v.In != string(f.In) {
				continue
			}
			found, deep, schema, examples = true, isDeep(v), v.Schema, nil
			if v.Example != nil {
				examples = append(examples, v.Example)
			}
			for _, m := range v.Content {
				schema, isContent = m.Schema, true
			}
		}
	}
	if !found && f.In != gomodel.InPath {
		return "kin-openapi has no parameter " + f.Wire
	}
	if p.isSwitch("", f.Name) {
		return p.set(b, "x."+f.Name, f.Type, "false")
	}
	travels := func(text string) bool { return isContent || canTravel(text, f.In) }
	text, ok := p.judge.sample.valueThat(travels, schema, examples, true)
	if deep {
		text, ok = p.judge.sample.formValue(schema, examples)
		ok = ok && travels(text)
	}
	switch {
	case ok:
		return p.set(b, "x."+f.Name, f.Type, text)
	case f.Hold.Required:
		return "no value was found for parameter " + f.Wire
	}
	return ""
}

// canTravel reports whether a value is more than nothing at its place: empty lists and texts cannot be told from none there.
func canTravel(text string, in gomodel.Place) bool {
	switch text {
	case `""`, "[]", "{}", "null", `[""]`, `"."`, `".."`:
		return false
	}
	if in != gomodel.InHeader && in != gomodel.InCookie && in != gomodel.InPath {
		return !strings.Contains(text, `,"",`) && !strings.Contains(text, "null")
	}
	return !(in == gomodel.InPath && strings.Contains(text, "null")) && isPlain(jsontext.MustDecode([]byte(text)))
}

// isPlain reports whether the texts in a value have no character that a path or a header writes in another way, or takes for the end.
func isPlain(v any) bool {
	switch v := v.(type) {
	case string:
		return !strings.ContainsFunc(v, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune(`"\,;% `, r) })
	case []any:
		return !slices.ContainsFunc(v, func(inner any) bool { return !isPlain(inner) })
	case map[string]any:
		for name, inner := range v {
			if !isPlain(name) || !isPlain(inner) {
				return false
			}
		}
	}
	return true
}

// isSwitch reports whether a parameter, or a member of a body, asks for a stream that the method does not read.
func (p *callPlanner) isSwitch(body, name string) bool {
	return slices.ContainsFunc(p.off, func(s gomodel.StreamSwitch) bool {
		return s.Body == body && (body == "" && s.Field.Name == name || body != "" && s.Field.Wire == name)
	})
}

// set writes the assignment of a JSON value.
func (p *callPlanner) set(b *strings.Builder, target string, typ gomodel.TypeExpr, text string) (skip string) {
	n, isNamed := typ.(gomodel.Named)
	if isNamed && n.Ident.Path == p.path && p.unions[n.Ident.Name] != nil {
		fmt.Fprintf(b, "\t\t%s = caller.Must(api.%s([]byte(%s)))\n", target, p.unions[n.Ident.Name].Unmarshal, strconv.Quote(text))
		return ""
	}
	if list, ok := typ.(gomodel.Slice); ok && p.holdsUnion(list.Elem) {
		items, _ := jsontext.MustDecode([]byte(text)).([]any)
		fmt.Fprintf(b, "\t\t%s = make(%s, %d)\n", target, strings.ReplaceAll(gomodel.TypeString(typ), p.path+".", "api."), len(items))
		for i, item := range items {
			if skip = p.set(b, fmt.Sprintf("%s[%d]", target, i), list.Elem, string(jsontext.MustEncode(item))); skip != "" {
				return skip
			}
		}
		return ""
	}
	if !isNamed && p.holdsUnion(typ) {
		return "its value has a list of unions"
	}
	fmt.Fprintf(b, "\t\tcaller.Set(&%s, %s)\n", target, strconv.Quote(text))
	return ""
}

func (p *callPlanner) holdsUnion(typ gomodel.TypeExpr) (found bool) {
	gomodel.Idents(typ, func(id gomodel.Ident) { found = found || id.Path == p.path && p.unions[id.Name] != nil })
	return found
}

// sample returns a value that is sent: in the style deepObject, one that the style can write.
func (p *callPlanner) sample(deep bool, schema *openapi3.SchemaRef, examples []any) (text string, ok bool) {
	if deep {
		return p.judge.sample.formValue(schema, examples)
	}
	return p.judge.sample.value(schema, examples, true)
}

// body sets what is sent.
func (p *callPlanner) body(b *strings.Builder, f *gomodel.BodyField, op *openapi3.Operation) (skip string) {
	target := "x." + f.Name
	if _, isStream := f.Write.(gomodel.StreamBody); isStream {
		fmt.Fprintf(b, "\t\t%s = strings.NewReader(\"bytes\")\n", target)
		return ""
	}
	if op.RequestBody == nil || op.RequestBody.Value == nil {
		return "kin-openapi has no body"
	}
	media := op.RequestBody.Value.Content[f.MediaType]
	if media == nil {
		media = op.RequestBody.Value.Content.Get(f.MediaType)
	}
	if media == nil {
		return "kin-openapi has no body of type " + f.MediaType
	}
	text, ok := p.sample(isDeepForm(media), media.Schema, mediaExamples(media))
	if !ok {
		return "no value was found for the body"
	}
	text = p.switchedOff(f.Name, text)
	if _, isForm := f.Write.(gomodel.MultipartBody); !isForm {
		return p.set(b, target, f.Type, text)
	}
	form := p.forms[f.Type.(gomodel.Named).Ident.Name]
	if f.Hold.Box == gomodel.Pointing {
		fmt.Fprintf(b, "\t\t%s = new(api.%s)\n", target, form.Name)
	}
	members, _ := jsontext.MustDecode([]byte(text)).(map[string]any)
	for i := range form.Fields {
		if skip = p.part(b, target, &form.Fields[i], members); skip != "" {
			return skip
		}
	}
	return ""
}

// switchedOff gives a body in which no member asks for a stream.
func (p *callPlanner) switchedOff(body, text string) string {
	members, isObject := jsontext.MustDecode([]byte(text)).(map[string]any)
	if !isObject {
		return text
	}
	for name := range members {
		if p.isSwitch(body, name) {
			members[name] = false
		}
	}
	return string(jsontext.MustEncode(members))
}

func mediaExamples(m *openapi3.MediaType) (examples []any) {
	if m.Example != nil {
		examples = append(examples, m.Example)
	}
	for _, e := range m.Examples {
		if e.Value != nil && e.Value.Value != nil {
			examples = append(examples, e.Value.Value)
		}
	}
	return examples
}

// part sets a field of a form.
func (p *callPlanner) part(b *strings.Builder, target string, f *gomodel.FormField, members map[string]any) (skip string) {
	file := fmt.Sprintf(`api.FormFile{Name: "f", ContentType: %q, Content: strings.NewReader("bytes")}`, fileType(f.Allowed))
	target += "." + f.Name
	value, given := members[f.Wire]
	switch {
	case f.File == gomodel.ManyFiles:
		n := 1
		for _, c := range f.Checks {
			if items, ok := c.(gomodel.Items); ok {
				n = max(n, items.Min)
			}
		}
		files := make([]string, n)
		for i := range files { // each with content of its own: they may have to differ
			files[i] = strings.Replace(file, `"bytes"`, strconv.Quote(fmt.Sprint("bytes", i)), 1)
		}
		fmt.Fprintf(b, "\t\t%s = []api.FormFile{%s}\n", target, strings.Join(files, ", "))
	case f.File == gomodel.OneFile && f.Hold.Box == gomodel.Pointing:
		fmt.Fprintf(b, "\t\t%s = &%s\n", target, file)
	case f.File == gomodel.OneFile:
		fmt.Fprintf(b, "\t\t%s = %s\n", target, file)
	case given:
		return p.set(b, target, f.Type, string(jsontext.MustEncode(value)))
	}
	return ""
}

// fileType returns the first media type that a file may have, "" for the default.
func fileType(allowed string) string {
	first, _, _ := strings.Cut(allowed, ",")
	return strings.Replace(first, "*", "x", 1)
}
