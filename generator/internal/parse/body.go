package parse

import (
	"mime"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/check"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
)

func (p *parser) body(at tree.Place, b *api.RequestBody) {
	b.Pos = at.Pos()
	o, ok := p.Open(at, tree.BodyFields)
	if !ok {
		return
	}
	b.Description, b.Required = o.Note("description"), o.Flag("required")
	b.Content = p.content(o)
	b.Extensions = o.Extensions()
}

// content reads a map of media types and checks their names.
func (p *parser) content(o tree.Object) []api.Named[api.Use[api.MediaType]] {
	list := uses(p, o, "content", &p.kinds.media)
	for _, m := range list {
		base, _, err := mime.ParseMediaType(m.Name)
		if kind, sub, slash := strings.Cut(base, "/"); err != nil || !slash || kind == "" || sub == "" {
			p.Warn(m.Pos, diag.RuleValue, "%q is not a media type", m.Name)
		}
	}
	return list
}

func (p *parser) mediaType(at tree.Place, m *api.MediaType) {
	m.Pos = at.Pos()
	o, ok := p.Open(at, tree.MediaFields)
	if !ok {
		return
	}
	m.Schema, m.ItemSchema = p.schemaOf(o, "schema"), p.schemaOf(o, "itemSchema")
	m.Examples = p.exampleList(o)
	p.checked.Examples = append(p.checked.Examples, check.Examples{Schema: m.Schema, List: m.Examples})
	m.Encoding = p.encodings(o)
	m.Extensions = o.Extensions()
}

// encodings reads the three fields that Media Type Object and Encoding Object share.
func (p *parser) encodings(o tree.Object) (e api.Encodings) {
	if at, ok := o.Member("encoding"); ok {
		p.spread(at)
	}
	e.ByName = tree.Named(o, "encoding", p.encoding)
	for _, at := range o.Items("prefixEncoding") {
		e.PrefixItems = append(e.PrefixItems, p.encoding(at))
	}
	if at, ok := o.Member("itemEncoding"); ok && !p.IsNull(at, "an object") {
		e.Items = p.encoding(at)
	}
	if len(e.ByName) > 0 && (e.PrefixItems != nil || e.Items != nil) {
		p.Fail(o.Pos(), diag.RuleValue, "\"encoding\" excludes \"prefixEncoding\" and \"itemEncoding\"")
	}
	return e
}

func (p *parser) encoding(at tree.Place) *api.Encoding {
	e := &api.Encoding{Pos: at.Pos(), Serial: api.DefaultSerialization(api.InQuery)}
	o, ok := p.Open(at, tree.EncodingFields)
	if !ok {
		return e
	}
	e.ContentType = o.Text("contentType")
	e.Headers = uses(p, o, "headers", &p.kinds.headers)
	e.Serial = serialization(o, api.InQuery)
	e.Nested = p.encodings(o)
	e.Extensions = o.Extensions()
	return e
}

func (p *parser) responseEntries(at tree.Place) (list []api.ResponseEntry) {
	if p.IsNull(at, "an object") {
		return nil
	}
	p.spread(at)
	o, ok := p.OpenPatterned(at, tree.ResponsesFields)
	if !ok {
		return nil
	}
	entries := o.Patterned()
	if len(entries) == 0 {
		p.Warn(at.Pos(), diag.RuleMissing, "the Responses Object needs at least one response")
	}
	list = make([]api.ResponseEntry, 0, len(entries)) // never moves: use keeps pointers to the elements
	seen := map[api.Status]bool{}
	for _, e := range entries {
		status, ok := status(p.Reader, e)
		if ok && seen[status] {
			p.Fail(e.Key, diag.RuleValue, "the status %q is given twice", e.Name)
			ok = false
		}
		if !ok {
			continue
		}
		seen[status] = true
		e.Place, _ = p.files.SchemaResponse(e.Place, "content", "application/json", "schema")
		list = append(list, api.ResponseEntry{Pos: e.Key, Status: status})
		use(p, &p.kinds.responses, &list[len(list)-1].Use, e.Place)
	}
	return list
}

// status reads a key of the Responses Object. OAS: Responses Object, Patterned Fields.
func status(r *tree.Reader, e tree.Entry) (s api.Status, ok bool) {
	name := e.Name
	if name == "default" {
		return api.DefaultStatus, true
	}
	if len(name) == 3 && name[0] >= '1' && name[0] <= '9' {
		if digit(name[1]) && digit(name[2]) {
			if name[0] > '5' {
				r.Warn(e.Key, diag.RuleValue, "%q is not a status code of HTTP", name)
			}
			return api.Status(int(name[0]-'0')*100 + int(name[1]-'0')*10 + int(name[2]-'0')), true
		}
		if strings.EqualFold(name[1:], "xx") && name[0] <= '5' {
			if name[1:] != "XX" {
				r.Warn(e.Key, diag.RuleValue, "the range %q must be written with capital letters", name)
			}
			return api.Status(name[0] - '0'), true
		}
	}
	f := r.Fail(e.Key, diag.RuleValue, "%q is neither a status code such as 200, a range such as 2XX, nor \"default\"", name)
	if hint := report.DidYouMean(name, []string{"default"}); hint != "" {
		f.Hint = hint
	}
	return 0, false
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func (p *parser) response(at tree.Place, r *api.Response) {
	r.Pos = at.Pos()
	o, ok := p.Open(at, tree.ResponseFields)
	if !ok {
		return
	}
	if p.Before(2) && o.Node.Member("description") == nil {
		p.Warn(r.Pos, diag.RuleMissing, "the Response Object needs \"description\"")
	}
	r.Summary, r.Description = o.Note("summary"), o.Note("description")
	r.Headers = uses(p, o, "headers", &p.kinds.headers)
	for _, h := range r.Headers {
		if strings.EqualFold(h.Name, "Content-Type") {
			p.Warn(h.Pos, diag.RuleNoEffect, "a header %q is ignored: it follows from \"content\"", h.Name)
		}
	}
	r.Content = p.content(o)
	r.Links = uses(p, o, "links", &p.kinds.links)
	r.Extensions = o.Extensions()
}

func (p *parser) link(at tree.Place, l *api.Link) {
	l.Pos = at.Pos()
	o, ok := p.Open(at, tree.LinkFields)
	if !ok {
		return
	}
	l.OperationRef, l.OperationID, l.Description = o.Text("operationRef"), o.Text("operationId"), o.Note("description")
	l.Parameters = tree.Named(o, "parameters", p.Value)
	l.RequestBody = o.Value("requestBody")
	if at, ok := o.Member("server"); ok && !p.IsNull(at, "an object") {
		l.Server = server(p.Reader, at)
	}
	l.Extensions = o.Extensions()
	p.refs.names = append(p.refs.names, func() { p.linkTarget(o, l) })
}

// linkTarget finds the operation of a link. No code depends on links, so a dangling one is a warning.
func (p *parser) linkTarget(o tree.Object, l *api.Link) {
	if at, ok := o.Member("operationId"); ok {
		if l.Target = p.operations.byID[l.OperationID].Operation; l.Target == nil {
			p.Warn(at.Pos(), diag.RuleRef, "there is no operation %q", l.OperationID)
		}
		return
	}
	at, ok := o.Member("operationRef")
	if !ok {
		p.Warn(l.Pos, diag.RuleMissing, "the Link Object needs \"operationRef\" or \"operationId\"")
		return
	}
	if found := p.files.Locate(at.Resource, l.OperationRef, at.Pos()); found.Broken {
		return
	} else if found.Problem != "" {
		p.Warn(at.Pos(), found.Rule, "%s", found.Problem).Hint = p.hint(found)
	} else if l.Target = p.operations.find(found.Place); l.Target == nil && found.Resource.File == p.files.Entry {
		p.Warn(at.Pos(), diag.RuleRefKind, "%q leads to %s, not to an operation", l.OperationRef, p.Describe(found.Place))
	}
}

func (p *parser) example(at tree.Place, e *api.Example) {
	e.Pos = at.Pos()
	o, ok := p.Open(at, tree.ExampleFields)
	if !ok {
		return
	}
	e.Summary, e.Description = o.Note("summary"), o.Note("description")
	e.Value, e.DataValue = o.Value("value"), o.Value("dataValue")
	e.SerializedValue, e.ExternalValue = o.Text("serializedValue"), o.Note("externalValue")
	e.Extensions = o.Extensions()
	if o.Node.Member("value") != nil && o.Node.Member("externalValue") != nil {
		p.Warn(e.Pos, diag.RuleValue, "\"value\" and \"externalValue\" of the Example Object exclude each other")
	}
}
