package parse

import (
	"mime"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/check"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
)

func (p *parser) body(at place, b *api.RequestBody) {
	b.Pos = p.pos(at)
	o, ok := p.open(at, &bodyFields)
	if !ok {
		return
	}
	b.Description, b.Required = o.note("description"), o.flag("required")
	b.Content = p.content(o)
	b.Extensions = o.extensions()
}

// content reads a map of media types and checks their names.
func (p *parser) content(o object) []api.Named[api.Use[api.MediaType]] {
	list := uses(o, "content", &p.media)
	for _, m := range list {
		base, _, err := mime.ParseMediaType(m.Name)
		if kind, sub, slash := strings.Cut(base, "/"); err != nil || !slash || kind == "" || sub == "" {
			p.Warn(m.Pos, diag.RuleValue, "%q is no media type", m.Name)
		}
	}
	return list
}

func (p *parser) mediaType(at place, m *api.MediaType) {
	m.Pos = p.pos(at)
	o, ok := p.open(at, &mediaFields)
	if !ok {
		return
	}
	m.Schema, m.ItemSchema = o.schema("schema"), o.schema("itemSchema")
	m.Examples = p.exampleList(o)
	p.checked.Examples = append(p.checked.Examples, check.Examples{Schema: m.Schema, List: m.Examples})
	m.Encoding = p.encodings(o)
	m.Extensions = o.extensions()
}

// encodings reads the three fields that Media Type Object and Encoding Object share.
func (p *parser) encodings(o object) (e api.Encodings) {
	e.ByName = named(o, "encoding", p.encoding)
	for _, at := range o.items("prefixEncoding") {
		e.PrefixItems = append(e.PrefixItems, p.encoding(at))
	}
	if at, ok := o.member("itemEncoding"); ok && !p.isNull(at, "an object") {
		e.Items = p.encoding(at)
	}
	if len(e.ByName) > 0 && (e.PrefixItems != nil || e.Items != nil) {
		p.Fail(p.pos(o.place), diag.RuleValue, "\"encoding\" excludes \"prefixEncoding\" and \"itemEncoding\"")
	}
	return e
}

func (p *parser) encoding(at place) *api.Encoding {
	e := &api.Encoding{Pos: p.pos(at), Serial: api.DefaultSerialization(api.InQuery)}
	o, ok := p.open(at, &encodingFields)
	if !ok {
		return e
	}
	e.ContentType = o.text("contentType")
	e.Headers = uses(o, "headers", &p.headers)
	e.Serial = p.serialization(o, api.InQuery)
	e.Nested = p.encodings(o)
	e.Extensions = o.extensions()
	return e
}

func (p *parser) responseEntries(at place) (list []api.ResponseEntry) {
	if p.isNull(at, "an object") {
		return nil
	}
	o, ok := p.openPatterned(at, &responsesFields)
	if !ok {
		return nil
	}
	entries := o.patterned()
	if len(entries) == 0 {
		p.Warn(p.pos(at), diag.RuleMissing, "the Responses Object needs at least one response")
	}
	list = make([]api.ResponseEntry, 0, len(entries)) // never moves: use keeps pointers to the elements
	seen := map[api.Status]bool{}
	for _, e := range entries {
		status, ok := p.status(e)
		if ok && seen[status] {
			p.Fail(e.key, diag.RuleValue, "the status %q is given twice", e.name)
			ok = false
		}
		if !ok {
			continue
		}
		seen[status] = true
		e.place, _ = p.schemaResponse(e.place, "content", "application/json", "schema")
		list = append(list, api.ResponseEntry{Pos: e.key, Status: status})
		use(p, &p.responses, &list[len(list)-1].Use, e.place)
	}
	return list
}

// status reads a key of the Responses Object. OAS: Responses Object, Patterned Fields.
func (p *parser) status(e entry) (s api.Status, ok bool) {
	name := e.name
	if name == "default" {
		return api.DefaultStatus, true
	}
	if len(name) == 3 && name[0] >= '1' && name[0] <= '9' {
		if digit(name[1]) && digit(name[2]) {
			if name[0] > '5' {
				p.Warn(e.key, diag.RuleValue, "%q is no status code of HTTP", name)
			}
			return api.Status(int(name[0]-'0')*100 + int(name[1]-'0')*10 + int(name[2]-'0')), true
		}
		if strings.EqualFold(name[1:], "xx") && name[0] <= '5' {
			if name[1:] != "XX" {
				p.Warn(e.key, diag.RuleValue, "the range %q must be written with capital letters", name)
			}
			return api.Status(name[0] - '0'), true
		}
	}
	f := p.Fail(e.key, diag.RuleValue, "%q is neither a status code such as 200, a range such as 2XX, nor \"default\"", name)
	if hint := report.DidYouMean(name, []string{"default"}); hint != "" {
		f.Hint = hint
	}
	return 0, false
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func (p *parser) response(at place, r *api.Response) {
	r.Pos = p.pos(at)
	o, ok := p.open(at, &responseFields)
	if !ok {
		return
	}
	if p.before(2) && o.node.Member("description") == nil {
		p.Warn(r.Pos, diag.RuleMissing, "the Response Object needs \"description\"")
	}
	r.Summary, r.Description = o.note("summary"), o.note("description")
	r.Headers = uses(o, "headers", &p.headers)
	for _, h := range r.Headers {
		if strings.EqualFold(h.Name, "Content-Type") {
			p.Warn(h.Pos, diag.RuleNoEffect, "a header %q is ignored: it follows from \"content\"", h.Name)
		}
	}
	r.Content = p.content(o)
	r.Links = uses(o, "links", &p.links)
	r.Extensions = o.extensions()
}

func (p *parser) link(at place, l *api.Link) {
	l.Pos = p.pos(at)
	o, ok := p.open(at, &linkFields)
	if !ok {
		return
	}
	l.OperationRef, l.OperationID, l.Description = o.text("operationRef"), o.text("operationId"), o.note("description")
	l.Parameters = named(o, "parameters", p.value)
	l.RequestBody = o.value("requestBody")
	if at, ok := o.member("server"); ok && !p.isNull(at, "an object") {
		l.Server = p.server(at)
	}
	l.Extensions = o.extensions()
	p.queue.names = append(p.queue.names, func() { p.linkTarget(o, l) })
}

// linkTarget finds the operation of a link. No code depends on links, so a dangling one is a warning.
func (p *parser) linkTarget(o object, l *api.Link) {
	if at, ok := o.member("operationId"); ok {
		if l.Target = p.operationIDs[l.OperationID].Operation; l.Target == nil {
			p.Warn(p.pos(at), diag.RuleRef, "there is no operation %q", l.OperationID)
		}
		return
	}
	at, ok := o.member("operationRef")
	if !ok {
		p.Warn(l.Pos, diag.RuleMissing, "the Link Object needs \"operationRef\" or \"operationId\"")
		return
	}
	if found := p.locate(at.resource, l.OperationRef, p.pos(at)); found.broken {
		return
	} else if found.problem != "" {
		p.Warn(p.pos(at), found.rule, "%s", found.problem).Hint = found.hint
	} else if l.Target = p.operations.find(found.place); l.Target == nil && found.resource.file == p.entry {
		p.Warn(p.pos(at), diag.RuleRefKind, "%q leads to %s, not to an operation", l.OperationRef, p.describe(found.place))
	}
}

func (p *parser) example(at place, e *api.Example) {
	e.Pos = p.pos(at)
	o, ok := p.open(at, &exampleFields)
	if !ok {
		return
	}
	e.Summary, e.Description = o.note("summary"), o.note("description")
	e.Value, e.DataValue = o.value("value"), o.value("dataValue")
	e.SerializedValue, e.ExternalValue = o.text("serializedValue"), o.note("externalValue")
	e.Extensions = o.extensions()
	if o.node.Member("value") != nil && o.node.Member("externalValue") != nil {
		p.Warn(e.Pos, diag.RuleValue, "\"value\" and \"externalValue\" of the Example Object exclude each other")
	}
}
