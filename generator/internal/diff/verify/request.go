package verify

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

// A request is what a request says beside its headers and its body.
type request struct {
	query    []wire.Pair
	rawQuery string
	path     map[string]string // texts of path parameters, as they are escaped; nil: not known
}

// judgeRequest judges a request by an operation that fits its URL and method.
func (j *Judge) judgeRequest(item *api.PathItem, op *api.Operation, m Message, r request) Result {
	p := parameters{judge: j, way: change.Request, header: m, request: r}
	p.judgeAll(api.Parameters(item, op))
	p.security(j.SecurityOf(op))
	j.requestBody(&p.findings, op, m, change.Request)
	return p.result(op)
}

// Routed judges the parameters and the body of a request by an operation that the caller has found. params are the texts of the path
// parameters as they are escaped.
func (j *Judge) Routed(item *api.PathItem, op *api.Operation, m Message, params map[string]string) Result {
	_, rawQuery, _ := strings.Cut(m.URL, "?")
	p := parameters{judge: j, way: change.Request, header: m, request: request{query: wire.ParsePairs(rawQuery), path: params, rawQuery: rawQuery}}
	p.judgeAll(api.Parameters(item, op))
	j.requestBody(&p.findings, op, m, change.Request)
	return p.result(op)
}

// Credentials judges whether a request has the credentials of an operation, and nothing else of it. OAS: Security Requirement Object.
func (j *Judge) Credentials(op *api.Operation, m Message) Result {
	_, rawQuery, _ := strings.Cut(m.URL, "?")
	p := parameters{judge: j, way: change.Request, header: m, request: request{query: wire.ParsePairs(rawQuery), rawQuery: rawQuery}}
	p.security(j.SecurityOf(op))
	return p.result(op)
}

// SecurityOf returns what an operation asks for: its own, or that of the document; nil for nothing.
func (j *Judge) SecurityOf(op *api.Operation) *api.Security {
	if op.Security != nil {
		return op.Security
	}
	return j.doc.Security
}

// Incoming judges a request to a receiver: that of a webhook or a callback. It has no route, its URL is the receiver's own; so path
// parameters are not judged, and no security is asked for but that of the operation itself.
func (j *Judge) Incoming(item *api.PathItem, op *api.Operation, m Message) Result {
	_, rawQuery, _ := strings.Cut(m.URL, "?")
	var f findings
	if op.Method != m.Method {
		f.add("method", "", "", "the receiver expects %s", op.Method)
		return f.result(op)
	}
	p := parameters{judge: j, way: change.Response, header: m, request: request{query: wire.ParsePairs(rawQuery), rawQuery: rawQuery}}
	p.judgeAll(api.Parameters(item, op))
	p.security(op.Security)
	j.requestBody(&p.findings, op, m, change.Response)
	return p.result(op)
}

// Moved judges a request by an operation that has another path or method in this document: all of it but where it goes.
func (j *Judge) Moved(item *api.PathItem, op *api.Operation, m Message) Result {
	_, rawQuery, _ := strings.Cut(m.URL, "?")
	p := parameters{judge: j, way: change.Request, header: m, request: request{query: wire.ParsePairs(rawQuery), rawQuery: rawQuery}}
	inPath := func(u api.Use[api.Parameter]) bool { return u.Value != nil && u.Value.In == api.InPath }
	p.judgeAll(slices.DeleteFunc(slices.Clone(api.Parameters(item, op)), inPath))
	p.security(op.Security)
	j.requestBody(&p.findings, op, m, change.Request)
	return p.result(op)
}

// requestBody judges the body. One that the operation does not describe is nobody's concern.
func (j *Judge) requestBody(f *findings, op *api.Operation, m Message, way change.Direction) {
	if op.RequestBody == nil {
		return
	}
	body := op.RequestBody.Value
	if body == nil {
		f.problem("the request body of the operation is not known")
		return
	}
	if isWithoutBody(m) {
		if body.Required {
			f.add("body", "", "required", "missing")
		}
		return
	}
	j.body(f, body.Content, m, way)
}

func isWithoutBody(m Message) bool { return len(m.Body) == 0 && m.Header.Get("Content-Type") == "" }

// parameters judge the parameters of a request.
type parameters struct {
	findings
	judge   *Judge
	way     change.Direction
	header  Message
	request request
}

func (p *parameters) judgeAll(list []api.Use[api.Parameter]) {
	inQuery := map[string]bool{}
	for _, u := range list {
		if u.Value != nil && u.Value.In == api.InQuery {
			inQuery[u.Value.Name] = true
		}
	}
	for _, u := range list {
		if u.Value == nil {
			p.problem("a parameter of the operation is not known")
			continue
		}
		p.parameter(u.Value, inQuery)
	}
}

// parameter judges one parameter. inQuery are the names that parameters of the query have.
func (p *parameters) parameter(v *api.Parameter, inQuery map[string]bool) {
	if v.In == api.InHeader && isIgnoredHeader(v.Name) {
		return
	}
	if _, named := p.request.path[v.Name]; v.In == api.InPath && !named {
		return // no request has it
	}
	if v.In == api.InQuerystring {
		p.querystring(v)
		return
	}
	texts := p.texts(v)
	if v.In == api.InQuery && v.AllowEmptyValue && len(texts) == 1 && texts[0] == "" {
		return
	}
	pointer := "/" + escapeToken(v.Name)
	if len(v.Content) > 0 {
		p.content(v, texts, pointer)
		return
	}
	readings, vague, ok := p.readings(v, texts, inQuery)
	var result Result
	switch {
	case !ok:
		result.Errors = []Place{notInStyle("", v.Serial)}
	case len(readings) > 0:
		result = p.judge.readings(v.Schema, p.way, readings)
	}
	if len(readings) == 0 && ok || vague && len(result.Errors) > 0 {
		result = Result{}
		if v.Required {
			result.Errors = []Place{{Keyword: "required", Message: "missing"}}
		}
	}
	p.include(string(v.In), pointer, result)
}

func notInStyle(pointer string, s api.Serialization) Place {
	return Place{Pointer: pointer, Keyword: "style", Message: "not written in the style " + string(s.Style)}
}

// isIgnoredHeader: what OpenAPI says in another way. OAS: Parameter Object, in header.
func isIgnoredHeader(name string) bool {
	return strings.EqualFold(name, "Accept") || strings.EqualFold(name, "Content-Type") || strings.EqualFold(name, "Authorization")
}

// texts returns what the message has for the name of a parameter.
func (p *parameters) texts(v *api.Parameter) []string {
	switch v.In {
	case api.InQuery:
		return wire.Named(p.request.query, v.Name)
	case api.InCookie:
		return wire.Named(wire.ParseCookies(p.header.Header.Values("Cookie")), v.Name)
	case api.InHeader:
		return headerText(p.header, v.Name)
	}
	if text, ok := p.request.path[v.Name]; ok {
		return []string{text}
	}
	return nil
}

// headerText returns the value of a header, whose lines count as one (RFC 9110, section 5.2).
func headerText(m Message, name string) []string {
	lines := m.Header.Values(name)
	if len(lines) == 0 {
		return nil
	}
	return []string{strings.Join(lines, ",")}
}

// readings returns the readings of a parameter, none if it is not there. They are vague if it may be something else that is there. ok is
// false if it is not written in its style.
func (p *parameters) readings(v *api.Parameter, texts []string, inQuery map[string]bool) (readings wire.Choice, vague, ok bool) {
	f := wire.OutlineOf(v.Schema)
	switch {
	case v.In == api.InQuery && v.Serial.Style == api.StyleDeepObject:
		return p.deep(v), false, true
	case v.In == api.InQuery && v.Serial.Explode:
		readings, vague = wire.SeveralPairs(v.Name, f, p.request.query, func(name string) bool {
			outer, _, _ := strings.Cut(name, "[")
			return inQuery[name] || inQuery[outer]
		}, wire.UnescapePlus)
		return readings, vague, true
	case v.In == api.InCookie && v.Serial.Explode:
		pairs := wire.ParseCookies(p.header.Header.Values("Cookie"))
		readings, vague = wire.SeveralPairs(v.Name, f, pairs, func(string) bool { return false }, cookieDecoder(v))
		return readings, vague, true
	case len(texts) == 0:
		return nil, false, true
	case v.In == api.InQuery && len(texts) > 1:
		return nil, false, false
	case v.In == api.InHeader:
		readings, ok = headerReadings(v.Name, texts[0], v.Serial, f)
	case v.In == api.InCookie:
		readings, ok = wire.OneText(v.Name, texts[0], v.Serial, f, cookieDecoder(v))
	case v.In == api.InPath:
		readings, ok = wire.OneText(v.Name, texts[0], v.Serial, f, wire.Unescape)
	default:
		readings, ok = wire.OneText(v.Name, texts[0], v.Serial, f, wire.UnescapePlus)
	}
	return readings, false, ok
}

// cookieDecoder: the style cookie of OAS 3.2 does not escape.
func cookieDecoder(v *api.Parameter) func(string) string {
	if v.Serial.Style == api.StyleCookie {
		return wire.AsWritten
	}
	return wire.Unescape
}

func (p *parameters) deep(v *api.Parameter) wire.Choice {
	o, nested := wire.DeepObject(v.Name, p.request.query)
	if nested {
		p.problem("OpenAPI does not define objects in objects of the style deepObject: query /%s", v.Name)
	}
	if o == nil {
		return nil
	}
	return wire.Choice{o}
}

// headerReadings: headers are not escaped, but some clients do it; spaces around commas do not count.
func headerReadings(name, text string, s api.Serialization, f wire.Outline) (wire.Choice, bool) {
	decoders := []func(string) string{strings.TrimSpace}
	if strings.Contains(text, "%") {
		decoders = append(decoders, func(part string) string { return wire.Unescape(strings.TrimSpace(part)) })
	}
	var all wire.Choice
	for _, decode := range decoders {
		readings, ok := wire.OneText(name, text, s, f, decode)
		if !ok {
			return nil, false
		}
		all = append(all, readings...)
	}
	return all, true
}

// content judges a parameter that is written as a media type. OAS: Parameter Object, content.
func (p *parameters) content(v *api.Parameter, texts []string, pointer string) {
	part, entry := string(v.In), v.Content[0]
	switch {
	case len(texts) == 0 && v.Required:
		p.add(part, pointer, "required", "missing")
		return
	case len(texts) == 0:
		return
	case len(texts) > 1:
		p.add(part, pointer, "content", "there %d times", len(texts))
		return
	case entry.Value.Value == nil:
		p.problem("%s %s: its content is not known", part, pointer)
		return
	}
	text := texts[0]
	switch v.In {
	case api.InQuery:
		text = wire.UnescapePlus(text)
	case api.InPath, api.InCookie:
		text = wire.Unescape(text)
	}
	p.include(part, pointer, p.judge.text(entry.Value.Value.Schema, entry.Name, []byte(text), p.way))
}

// querystring judges a parameter that is the whole query. OAS 3.2: Parameter Object, in querystring.
func (p *parameters) querystring(v *api.Parameter) {
	const part = "querystring"
	pointer := "/" + escapeToken(v.Name)
	switch {
	case p.request.rawQuery == "" && v.Required:
		p.add(part, pointer, "required", "missing")
		return
	case p.request.rawQuery == "":
		return
	case len(v.Content) == 0 || v.Content[0].Value.Value == nil:
		p.problem("%s %s: its content is not known", part, pointer)
		return
	}
	media := v.Content[0].Value.Value
	if wire.BaseType(v.Content[0].Name) == wire.FormType {
		p.include(part, pointer, p.judge.form(media, p.request.query, p.way))
		return
	}
	p.include(part, pointer, p.judge.text(media.Schema, v.Content[0].Name, []byte(wire.Unescape(p.request.rawQuery)), p.way))
}
