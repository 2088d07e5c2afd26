package parse

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/check"
	"github.com/oas2go/oas2go/generator/internal/source"
)

func (p *parser) parameter(at place, v *api.Parameter) {
	v.Pos = p.pos(at)
	o, ok := p.open(at, &parameterFields)
	if !ok {
		return
	}
	v.Name, v.Description = o.text("name"), o.note("description")
	v.In = p.location(o, p.parameterPlaces(at))
	v.Required, v.Deprecated, v.AllowEmptyValue = o.flag("required"), o.flag("deprecated"), o.flag("allowEmptyValue")
	v.Serial = p.serialization(o, v.In)
	v.Schema = o.schema("schema")
	if v.Schema == nil {
		v.Content = uses(o, "content", &p.media)
	}
	v.Examples = p.exampleList(o)
	p.checked.Examples = append(p.checked.Examples, check.Examples{Schema: v.Schema, List: v.Examples})
	v.Extensions = o.extensions()
	p.checkParameter(o, v)
}

func (p *parser) parameterPlaces(at place) []api.Location {
	if at.resource.swagger != nil {
		return []api.Location{api.InQuery, api.InHeader, api.InPath}
	}
	list := []api.Location{api.InQuery, api.InHeader, api.InPath, api.InCookie}
	if !p.before(2) {
		list = append(list, api.InQuerystring)
	}
	return list
}

// location returns the "in" of a parameter or of an API key.
func (p *parser) location(o object, allowed []api.Location) api.Location {
	in := api.Location(o.text("in"))
	at, ok := o.member("in")
	if !ok || slices.Contains(allowed, in) {
		return in
	}
	owner := "a parameter"
	if o.fields == &schemeFields {
		owner = "an API key"
	}
	f := p.Fail(p.pos(at), diag.RuleValue, "%q is no place of %s", string(in), owner)
	f.Hint = "it must be one of " + join(allowed)
	switch {
	case at.resource.swagger != nil && o.fields == &parameterFields:
		f.Hint = "it must be one of query, header, path, formData, body"
	case in == api.InQuerystring:
		f.Hint = "it exists since OpenAPI 3.2"
	case in == "body" || in == "formData":
		f.Hint = "OpenAPI 3 has \"requestBody\" for it"
	}
	return in
}

func join[T ~string](list []T) string {
	texts := make([]string, len(list))
	for i, t := range list {
		texts[i] = string(t)
	}
	return strings.Join(texts, ", ")
}

func (p *parser) checkParameter(o object, v *api.Parameter) {
	p.schemaOrContent(o)
	if v.In == api.InPath && !v.Required {
		p.Warn(v.Pos, diag.RuleValue, "the path parameter %q must have \"required: true\"; it is read as if it had", v.Name)
		v.Required = true
	}
	if v.In == api.InQuerystring && o.has("schema") {
		p.Fail(v.Pos, diag.RuleValue, "the parameter %q describes the whole query string and needs \"content\" instead of \"schema\"", v.Name)
	}
	if v.In == api.InHeader {
		switch strings.ToLower(v.Name) {
		case "accept", "content-type", "authorization":
			p.Warn(v.Pos, diag.RuleNoEffect, "a header parameter %q is ignored: it follows from the bodies and the security of the operation", v.Name)
		}
	}
	if at, ok := o.member("allowEmptyValue"); ok && v.AllowEmptyValue && v.In != api.InQuery {
		p.Warn(p.pos(at), diag.RuleNoEffect, "\"allowEmptyValue\" has an effect for query parameters only")
	}
}

// schemaOrContent: parameters and headers have one of the two.
func (p *parser) schemaOrContent(o object) {
	schema, content := o.has("schema"), o.has("content")
	switch {
	case schema && content:
		p.Warn(p.pos(o.place), diag.RuleValue, "\"schema\" and \"content\" of the %s exclude each other; \"schema\" counts", o.fields.object)
	case !schema && !content:
		p.Warn(p.pos(o.place), diag.RuleMissing, "the %s needs \"schema\" or \"content\"; it may be anything", o.fields.object)
	case content:
		if at, _ := o.member("content"); at.node.Kind == source.Object && len(at.node.Members) != 1 {
			p.Warn(p.pos(at), diag.RuleValue, "\"content\" of the %s must have one entry, not %d", o.fields.object, len(at.node.Members))
		}
	}
}

// serialization returns the effective style of a place. OAS: Parameter Object, style and explode.
func (p *parser) serialization(o object, in api.Location) api.Serialization {
	s := api.DefaultSerialization(in)
	if at, ok := o.member("style"); ok {
		style, _ := p.text(at)
		if allowed := p.styles(in); allowed != nil && !slices.Contains(allowed, api.Style(style)) {
			p.Warn(p.pos(at), diag.RuleValue, "the style %q is not possible in %s; the default counts", style, styleOwner(o, in)).Hint =
				"it must be one of " + join(allowed)
		} else {
			s.Style, s.HasStyle = api.Style(style), true
			s.Explode = s.Style == api.StyleForm || s.Style == api.StyleCookie
		}
	}
	if at, ok := o.member("explode"); ok {
		if explode, ok := p.flag(at); ok {
			s.Explode, s.HasExplode = explode, true
		}
	}
	s.AllowReserved = o.flag("allowReserved")
	return s
}

func styleOwner(o object, in api.Location) string {
	if o.fields == &parameterFields {
		return "a parameter in " + string(in)
	}
	return "an " + o.fields.object
}

// styles returns what a place allows, nil if the place is unknown. OAS: Style Values.
func (p *parser) styles(in api.Location) []api.Style {
	switch in {
	case api.InPath:
		return []api.Style{api.StyleMatrix, api.StyleLabel, api.StyleSimple}
	case api.InQuery:
		return []api.Style{api.StyleForm, api.StyleSpaceDelimited, api.StylePipeDelimited, api.StyleDeepObject}
	case api.InHeader:
		return []api.Style{api.StyleSimple}
	case api.InCookie:
		if p.before(2) {
			return []api.Style{api.StyleForm}
		}
		return []api.Style{api.StyleForm, api.StyleCookie}
	}
	return nil
}

func (p *parser) header(at place, h *api.Header) {
	h.Pos = p.pos(at)
	o, ok := p.open(at, &headerFields)
	if !ok {
		return
	}
	h.Description, h.Required, h.Deprecated = o.note("description"), o.flag("required"), o.flag("deprecated")
	h.Serial = p.serialization(o, api.InHeader)
	h.Schema = o.schema("schema")
	if h.Schema == nil {
		h.Content = uses(o, "content", &p.media)
	}
	h.Examples = p.exampleList(o)
	p.checked.Examples = append(p.checked.Examples, check.Examples{Schema: h.Schema, List: h.Examples})
	h.Extensions = o.extensions()
	p.schemaOrContent(o)
	if at, ok := o.member("allowEmptyValue"); ok {
		p.Warn(p.pos(at), diag.RuleNoEffect, "\"allowEmptyValue\" has an effect for query parameters only")
	}
}

// exampleList returns "examples", after a lone "example" under the name "".
func (p *parser) exampleList(o object) []api.Named[api.Use[api.Example]] {
	at, single := o.member("example")
	if !single {
		return uses(o, "examples", &p.examples)
	}
	if o.has("examples") {
		p.Warn(p.pos(at), diag.RuleValue, "\"example\" and \"examples\" exclude each other")
	}
	pos := p.pos(at)
	first := api.Named[api.Use[api.Example]]{Pos: pos, Value: api.Use[api.Example]{Pos: pos, Value: &api.Example{Pos: pos, Value: p.value(at)}}}
	entries := o.entries("examples")
	list := make([]api.Named[api.Use[api.Example]], len(entries)+1)
	list[0] = first
	for i, e := range entries {
		list[i+1] = api.Named[api.Use[api.Example]]{Name: e.name, Pos: e.key}
		use(p, &p.examples, &list[i+1].Value, e.place)
	}
	return list
}
