package parse

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/check"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

func (p *parser) parameter(at tree.Place, v *api.Parameter) {
	v.Pos = at.Pos()
	o, ok := p.Open(at, tree.ParameterFields)
	if !ok {
		return
	}
	v.Name, v.Description = o.Text("name"), o.Note("description")
	v.In = location(o, parameterPlaces(p.Reader, at))
	v.Required, v.Deprecated, v.AllowEmptyValue = o.Flag("required"), o.Flag("deprecated"), o.Flag("allowEmptyValue")
	v.Serial = serialization(o, v.In)
	v.Schema = p.schemaOf(o, "schema")
	if v.Schema == nil {
		v.Content = uses(p, o, "content", &p.kinds.media)
	}
	v.Examples = p.exampleList(o)
	p.checked.Examples = append(p.checked.Examples, check.Examples{Schema: v.Schema, List: v.Examples})
	v.Extensions = o.Extensions()
	checkParameter(o, v)
}

func parameterPlaces(r *tree.Reader, at tree.Place) []api.Location {
	if at.Resource.IsSwagger() {
		return []api.Location{api.InQuery, api.InHeader, api.InPath}
	}
	list := []api.Location{api.InQuery, api.InHeader, api.InPath, api.InCookie}
	if !r.Before(2) {
		list = append(list, api.InQuerystring)
	}
	return list
}

// location returns the "in" of a parameter or of an API key.
func location(o tree.Object, allowed []api.Location) api.Location {
	in := api.Location(o.Text("in"))
	at, ok := o.Member("in")
	if !ok || slices.Contains(allowed, in) {
		return in
	}
	owner := "a parameter"
	if o.Fields == tree.SchemeFields {
		owner = "an API key"
	}
	f := o.Reader.Fail(at.Pos(), diag.RuleValue, "%q is no place of %s", string(in), owner)
	f.Hint = "it must be one of " + join(allowed)
	switch {
	case at.Resource.IsSwagger() && o.Fields == tree.ParameterFields:
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

func checkParameter(o tree.Object, v *api.Parameter) {
	schemaOrContent(o)
	if v.In == api.InPath && !v.Required {
		o.Reader.Warn(v.Pos, diag.RuleValue, "the path parameter %q must have \"required: true\"; it is read as if it had", v.Name)
		v.Required = true
	}
	if v.In == api.InQuerystring && o.Has("schema") {
		o.Reader.Fail(v.Pos, diag.RuleValue, "the parameter %q describes the whole query string and needs \"content\" instead of \"schema\"", v.Name)
	}
	if v.In == api.InHeader {
		switch strings.ToLower(v.Name) {
		case "accept", "content-type", "authorization":
			o.Reader.Warn(v.Pos, diag.RuleNoEffect, "a header parameter %q is ignored: it follows from the bodies and the security of the operation", v.Name)
		}
	}
	if at, ok := o.Member("allowEmptyValue"); ok && v.AllowEmptyValue && v.In != api.InQuery {
		o.Reader.Warn(at.Pos(), diag.RuleNoEffect, "\"allowEmptyValue\" has an effect for query parameters only")
	}
}

// schemaOrContent: parameters and headers have one of the two.
func schemaOrContent(o tree.Object) {
	schema, content := o.Has("schema"), o.Has("content")
	switch {
	case schema && content:
		o.Reader.Warn(o.Pos(), diag.RuleValue, "\"schema\" and \"content\" of the %s exclude each other; \"schema\" counts", o.Fields.Object)
	case !schema && !content:
		o.Reader.Warn(o.Pos(), diag.RuleMissing, "the %s needs \"schema\" or \"content\"; it may be anything", o.Fields.Object)
	case content:
		if at, _ := o.Member("content"); at.Node.Kind == source.Object && len(at.Node.Members) != 1 {
			o.Reader.Warn(at.Pos(), diag.RuleValue, "\"content\" of the %s must have one entry, not %d", o.Fields.Object, len(at.Node.Members))
		}
	}
}

// serialization returns the effective style of a place. OAS: Parameter Object, style and explode.
func serialization(o tree.Object, in api.Location) api.Serialization {
	s := api.DefaultSerialization(in)
	if at, ok := o.Member("style"); ok {
		style, _ := o.Reader.Text(at)
		if allowed := styles(o.Reader, in); allowed != nil && !slices.Contains(allowed, api.Style(style)) {
			o.Reader.Warn(at.Pos(), diag.RuleValue, "the style %q is not possible in %s; the default counts", style, styleOwner(o, in)).Hint =
				"it must be one of " + join(allowed)
		} else {
			s.Style, s.HasStyle = api.Style(style), true
			s.Explode = s.Style == api.StyleForm || s.Style == api.StyleCookie
		}
	}
	if at, ok := o.Member("explode"); ok {
		if explode, ok := o.Reader.Flag(at); ok {
			s.Explode, s.HasExplode = explode, true
		}
	}
	s.AllowReserved = o.Flag("allowReserved")
	return s
}

func styleOwner(o tree.Object, in api.Location) string {
	if o.Fields == tree.ParameterFields {
		return "a parameter in " + string(in)
	}
	return "an " + o.Fields.Object
}

// styles returns what a place allows, nil if the place is unknown. OAS: Style Values.
func styles(r *tree.Reader, in api.Location) []api.Style {
	switch in {
	case api.InPath:
		return []api.Style{api.StyleMatrix, api.StyleLabel, api.StyleSimple}
	case api.InQuery:
		return []api.Style{api.StyleForm, api.StyleSpaceDelimited, api.StylePipeDelimited, api.StyleDeepObject}
	case api.InHeader:
		return []api.Style{api.StyleSimple}
	case api.InCookie:
		if r.Before(2) {
			return []api.Style{api.StyleForm}
		}
		return []api.Style{api.StyleForm, api.StyleCookie}
	}
	return nil
}

func (p *parser) header(at tree.Place, h *api.Header) {
	h.Pos = at.Pos()
	o, ok := p.Open(at, tree.HeaderFields)
	if !ok {
		return
	}
	h.Description, h.Required, h.Deprecated = o.Note("description"), o.Flag("required"), o.Flag("deprecated")
	h.Serial = serialization(o, api.InHeader)
	h.Schema = p.schemaOf(o, "schema")
	if h.Schema == nil {
		h.Content = uses(p, o, "content", &p.kinds.media)
	}
	h.Examples = p.exampleList(o)
	p.checked.Examples = append(p.checked.Examples, check.Examples{Schema: h.Schema, List: h.Examples})
	h.Extensions = o.Extensions()
	schemaOrContent(o)
	if at, ok := o.Member("allowEmptyValue"); ok {
		p.Warn(at.Pos(), diag.RuleNoEffect, "\"allowEmptyValue\" has an effect for query parameters only")
	}
}

// exampleList returns "examples", after a lone "example" under the name "".
func (p *parser) exampleList(o tree.Object) []api.Named[api.Use[api.Example]] {
	at, single := o.Member("example")
	if !single {
		return uses(p, o, "examples", &p.kinds.examples)
	}
	if o.Has("examples") {
		p.Warn(at.Pos(), diag.RuleValue, "\"example\" and \"examples\" exclude each other")
	}
	pos := at.Pos()
	first := api.Named[api.Use[api.Example]]{Pos: pos, Value: api.Use[api.Example]{Pos: pos, Value: &api.Example{Pos: pos, Value: p.Value(at)}}}
	entries := o.Entries("examples")
	list := make([]api.Named[api.Use[api.Example]], len(entries)+1)
	list[0] = first
	for i, e := range entries {
		list[i+1] = api.Named[api.Use[api.Example]]{Name: e.Name, Pos: e.Key}
		use(p, &p.kinds.examples, &list[i+1].Value, e.Place)
	}
	return list
}
