package plan

import (
	"net/url"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// A param is a field of the parameters of an operation.
type param struct {
	api    *api.Parameter
	schema *api.Schema // nil: anything
	use    use
	name   string
	writer gomodel.ParamWriter
	option *valueOption
}

// A valueOption gives one parameter for all calls.
type valueOption struct {
	wire, field string
	goName      string
	pos         diag.Pos
}

// planParams plans what goes into path, query, headers and cookies.
func (p *planner) planParams(o *operation, item *api.PathItem) {
	type key struct {
		name string
		in   api.Location
	}
	planned := map[key]bool{}
	for _, u := range api.Parameters(item, o.op) {
		if u.Value == nil {
			continue // parse has reported the reference
		}
		if u.Value.Name == "" || !isPlace(u.Value.In) || ignoredHeader(u.Value) || u.Value.In == api.InPath && !strings.Contains(o.path, "{"+u.Value.Name+"}") {
			continue // parse has reported it
		}
		k := key{u.Value.Name, u.Value.In}
		if planned[k] {
			continue // parse has reported it
		}
		planned[k] = true
		x := &param{api: u.Value, schema: u.Value.Schema}
		if x.schema == nil && len(u.Value.Content) > 0 && u.Value.Content[0].Value.Value != nil {
			x.schema = u.Value.Content[0].Value.Value.Schema
		}
		x.use = use{shape: anything{}}
		if x.schema != nil {
			x.use = p.use(p.directions.form(x.schema, sent), p.paramPlace(o, item, u))
		}
		x.writer = p.paramWriter(x)
		p.planValueOption(x)
		o.params = append(o.params, x)
	}
}

// isPlace reports whether a parameter has a place that OpenAPI defines.
func isPlace(in api.Location) bool {
	return slices.Contains([]api.Location{api.InPath, api.InQuery, api.InQuerystring, api.InHeader, api.InCookie}, in)
}

// ignoredHeader reports whether a parameter is one of those that are to be ignored (OAS: Parameter Object, name).
func ignoredHeader(x *api.Parameter) bool {
	return x.In == api.InHeader && (strings.EqualFold(x.Name, "Accept") || strings.EqualFold(x.Name, "Content-Type") || strings.EqualFold(x.Name, "Authorization"))
}

// paramPlace names the inline type of a parameter: after its component, its path, or its operation.
func (p *planner) paramPlace(o *operation, item *api.PathItem, u api.Use[api.Parameter]) place {
	if u.Ref != nil && u.Ref.Component != "" {
		return place{owner: p.style.Exported(u.Ref.Component)}
	}
	word := p.style.Suffix(u.Value.Name)
	for _, shared := range item.Parameters {
		if shared.Value == u.Value {
			return place{owner: p.style.Exported(pathWords(o.path)), suffix: word}
		}
	}
	return place{owner: o.id, suffix: word, of: o, role: "parameter " + quoteOdd(u.Value.Name)}
}

// paramWriter returns how a parameter becomes text: the usual ones directly, all others through their JSON.
func (p *planner) paramWriter(x *param) gomodel.ParamWriter {
	if len(x.api.Content) > 0 {
		return p.contentWriter(x)
	}
	serial := x.api.Serial
	styled := gomodel.StyledParam{Style: string(serial.Style), Explode: serial.Explode, Reserved: serial.AllowReserved}
	isQuery := x.api.In == api.InQuery && serial.Style == api.StyleForm
	switch isSimple := x.api.In == api.InPath && serial.Style == api.StyleSimple || x.api.In == api.InHeader; {
	case serial.AllowReserved || !isQuery && !isSimple:
		p.reportStyle(x)
		return styled
	case p.scalarText(x.use.shape):
		return gomodel.ScalarParam{}
	case isQuery:
		if elem := elements(x.use.shape); elem.shape != nil && p.scalarText(elem.shape) && !elem.nullable {
			return gomodel.ListParam{Explode: serial.Explode}
		}
	}
	p.reportStyle(x)
	return styled
}

// contentWriter returns how a parameter with a media type becomes text (OAS: Parameter Object, content).
func (p *planner) contentWriter(x *param) gomodel.ParamWriter {
	name := x.api.Content[0].Name
	styled := gomodel.StyledParam{Style: gomodel.StyleJSON, Whole: x.api.In == api.InQuerystring}
	switch kind := mediaKindOf(name); {
	case kind == formMedia && styled.Whole:
		styled.Style, styled.Explode = string(api.StyleForm), true
	case kind == jsonMedia:
	case p.scalarText(x.use.shape):
		styled.Style = string(api.DefaultSerialization(x.api.In).Style)
	default:
		p.findings.Warn(x.api.Content[0].Pos, diag.RuleNotGenerated, "parameter %s is written as JSON, not as %s", x.api.Name, name)
	}
	return styled
}

// reportStyle reports a style that OpenAPI does not define for the type or the place. It is written in the nearest way.
func (p *planner) reportStyle(x *param) {
	style, isScalar, isList := x.api.Serial.Style, p.scalarText(x.use.shape), elements(x.use.shape).shape != nil
	why := ""
	switch {
	case (style == api.StyleSpaceDelimited || style == api.StylePipeDelimited) && (isScalar || x.api.Serial.Explode && x.api.Serial.HasExplode):
		why = "is written like style form"
	case style == api.StyleDeepObject && isScalar:
		why = "is written like style form"
	case style == api.StyleDeepObject && isList:
		why = "is written with an index for each item: " + x.api.Name + "[0]=..."
	case x.api.In == api.InCookie && style == api.StyleForm && !isScalar && x.api.Serial.Explode:
		why = "is written with & between its parts, which few servers read in a cookie"
	default:
		return
	}
	p.findings.Info(x.api.Pos, diag.RuleStyle, "OpenAPI does not define style %s here: parameter %s %s", style, x.api.Name, why)
}

// elements returns what a list holds, whether it has a name or not.
func elements(s shape) use {
	switch s := s.(type) {
	case list:
		return s.elem
	case named:
		if def, ok := s.typ.def.(listDef); ok {
			return def.elem
		}
	}
	return use{}
}

// scalarText reports whether the values of a shape are text without structure.
func (p *planner) scalarText(s shape) bool {
	switch s := s.(type) {
	case scalar:
		return s.kind != gomodel.Bytes
	case named:
		switch def := s.typ.def.(type) {
		case scalarDef:
			return def.kind != gomodel.Bytes
		case enumDef:
			return true
		}
	}
	return false
}

// planValueOption makes the option for x-go-client-option. It is one for all parameters of that name.
func (p *planner) planValueOption(x *param) {
	if v, ok := extensionOf(x.api.Extensions, "x-go-client-option").(api.Bool); !ok || !bool(v) {
		return
	}
	if s, ok := x.use.shape.(scalar); !ok || s.kind != gomodel.String || !x.api.Required {
		p.findings.Warn(x.api.Pos, diag.RuleExtension, "x-go-client-option is for required parameters of type string")
		return
	}
	for _, v := range p.clientOptions {
		if v.wire == x.api.Name {
			x.option = v
			return
		}
	}
	x.option = &valueOption{wire: x.api.Name, field: p.style.Exported(x.api.Name), pos: x.api.Pos}
	p.clientOptions = append(p.clientOptions, x.option)
}

func extensionOf(list []api.Extension, name string) api.Value {
	for _, e := range list {
		if e.Name == name {
			return e.Value
		}
	}
	return nil
}

// planPath splits a template into text and parameters. Adjacent text is escaped as a path.
func (p *planner) planPath(o *operation) {
	path, query, _ := strings.Cut(o.path, "?")
	query, _, _ = strings.Cut(query, "#")
	path, _, _ = strings.Cut(path, "#")
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // parse has reported it
	}
	o.parts = p.templateParts(o, path, func(text string) string { return (&url.URL{Path: text}).EscapedPath() })
	o.query = p.templateParts(o, query, func(text string) string { return strings.ReplaceAll(text, " ", "%20") })
}

// templateParts splits a template. Its text is escaped; a parameter that nothing describes is a string.
func (p *planner) templateParts(o *operation, rest string, escape func(string) string) (parts []gomodel.PathPart) {
	for rest != "" {
		text, behind, found := strings.Cut(rest, "{")
		if text != "" {
			parts = append(parts, gomodel.PathPart{Text: escape(text)})
		}
		if !found {
			break
		}
		name, after, _ := strings.Cut(behind, "}")
		i := o.pathParam(name)
		if i < 0 { // parse has reported it
			i = len(o.params)
			o.params = append(o.params, &param{
				api: &api.Parameter{Name: name, In: api.InPath, Required: true, Pos: o.op.Pos}, use: use{shape: scalar{gomodel.String}, schema: &api.Schema{}}, writer: gomodel.ScalarParam{},
			})
		}
		parts = append(parts, gomodel.PathPart{Param: i})
		rest = after
	}
	return parts
}

func (o *operation) pathParam(name string) int {
	for i, x := range o.params {
		if x.api.In == api.InPath && x.api.Name == name {
			return i
		}
	}
	return -1
}
