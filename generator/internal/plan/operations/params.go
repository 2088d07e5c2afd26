package operations

import (
	"net/url"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// A Param is a field of the parameters of an operation.
type Param struct {
	API    *api.Parameter
	Schema *api.Schema // nil: anything
	Use    shapes.Use
	Writer gomodel.ParamWriter
	Option *ValueOption
	Key    bool // it is the idempotency key
}

// A ValueOption gives one parameter for all calls.
type ValueOption struct {
	Wire, Field string
	Pos         diag.Pos
}

// planParams plans what goes into path, query, headers and cookies.
func (p *Planner) planParams(o *Operation, item *api.PathItem) {
	type key struct {
		name string
		in   api.Location
	}
	planned := map[key]bool{}
	for _, u := range api.Parameters(item, o.Op) {
		if u.Value == nil {
			continue // parse has reported the reference
		}
		if u.Value.Name == "" || !isPlace(u.Value.In) || ignoredHeader(u.Value) || u.Value.In == api.InPath && !o.hasInPath(u.Value.Name) {
			continue // parse has reported it
		}
		k := key{u.Value.Name, u.Value.In}
		if planned[k] {
			continue // parse has reported it
		}
		planned[k] = true
		x := &Param{API: u.Value, Schema: u.Value.Schema}
		if x.Schema == nil && len(u.Value.Content) > 0 && u.Value.Content[0].Value.Value != nil {
			x.Schema = u.Value.Content[0].Value.Value.Schema
		}
		x.Use = shapes.Use{Shape: shapes.Anything{}}
		if x.Schema != nil {
			x.Use = p.Shapes.Use(p.Directions.Form(x.Schema, o.way(directions.Sent)), p.paramPlace(o, item, u))
		}
		x.Writer = p.paramWriter(x)
		p.planValueOption(x)
		o.Params = append(o.Params, x)
	}
	p.planKey(o)
}

// hasInPath reports whether the path has a parameter. What the API sends goes to a URL of others.
func (o *Operation) hasInPath(name string) bool {
	return o.Route.Hook == nil && strings.Contains(o.Route.Path, "{"+name+"}")
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
func (p *Planner) paramPlace(o *Operation, item *api.PathItem, u api.Use[api.Parameter]) shapes.Place {
	if u.Ref != nil && u.Ref.Component != "" {
		return shapes.Place{Owner: p.Style.Exported(u.Ref.Component)}
	}
	word := p.Style.Suffix(u.Value.Name)
	for _, shared := range item.Parameters {
		if shared.Value == u.Value {
			return shapes.Place{Owner: o.sharedOwner(p.Style), Suffix: word}
		}
	}
	return shapes.Place{Owner: o.ID, Suffix: word, Of: o.Op, Role: "parameter " + words.QuoteOdd(u.Value.Name)}
}

// sharedOwner begins the names of inline types that all operations of a path have.
func (o *Operation) sharedOwner(style ident.Style) string {
	if o.Route.Hook != nil {
		return o.ID
	}
	return style.Exported(PathWords(o.Route.Path))
}

// paramWriter returns how a parameter becomes text: the usual ones directly, all others through their JSON.
func (p *Planner) paramWriter(x *Param) gomodel.ParamWriter {
	if len(x.API.Content) > 0 {
		return p.contentWriter(x)
	}
	serial := x.API.Serial
	styled := gomodel.StyledParam{Style: string(serial.Style), Explode: serial.Explode, Reserved: serial.AllowReserved}
	isQuery := x.API.In == api.InQuery && serial.Style == api.StyleForm
	switch isSimple := x.API.In == api.InPath && serial.Style == api.StyleSimple || x.API.In == api.InHeader; {
	case serial.AllowReserved || !isQuery && !isSimple:
		p.reportStyle(x)
		return styled
	case shapes.ScalarText(x.Use.Shape):
		return gomodel.ScalarParam{}
	case isQuery:
		if elem := shapes.Elements(x.Use.Shape); elem.Shape != nil && shapes.ScalarText(elem.Shape) && !elem.Nullable {
			return gomodel.ListParam{Explode: serial.Explode}
		}
	}
	p.reportStyle(x)
	return styled
}

// contentWriter returns how a parameter with a media type becomes text (OAS: Parameter Object, content).
func (p *Planner) contentWriter(x *Param) gomodel.ParamWriter {
	name := x.API.Content[0].Name
	styled := gomodel.StyledParam{Style: gomodel.StyleJSON, Whole: x.API.In == api.InQuerystring}
	switch kind := media.KindOf(name); {
	case kind == media.Form && styled.Whole && x.API.Content[0].Value.Value != nil:
		return gomodel.FormParam{Parts: p.partStyles(x.API.Content[0].Value.Value.Encoding.ByName)}
	case kind == media.JSON:
	case shapes.ScalarText(x.Use.Shape):
		styled.Style = string(api.DefaultSerialization(x.API.In).Style)
	default:
		p.findings.Warn(x.API.Content[0].Pos, diag.RuleNotGenerated, "parameter %s is written as JSON, not as %s", x.API.Name, name)
	}
	return styled
}

// reportStyle reports a style that OpenAPI does not define for the type or the place. It is written in the nearest way.
func (p *Planner) reportStyle(x *Param) {
	style, isScalar, isList := x.API.Serial.Style, shapes.ScalarText(x.Use.Shape), shapes.IsArray(x.Use.Shape)
	if s := x.API.Schema; s != nil && p.Analysis.Kinds(s)&(analysis.KindArray|analysis.KindObject) == 0 {
		isScalar = true // one of several scalars, or bytes
	}
	why := ""
	switch {
	case (style == api.StyleSpaceDelimited || style == api.StylePipeDelimited) && (isScalar || x.API.Serial.Explode && x.API.Serial.HasExplode):
		why = "is written like style form"
	case style == api.StyleDeepObject && isList:
		why = "is written with an index for each item: " + x.API.Name + "[0]=..."
	case style == api.StyleDeepObject && (isScalar || x.API.Schema != nil && p.Analysis.Kinds(x.API.Schema)&analysis.KindObject == 0):
		why = "is written like style form"
	case x.API.In == api.InCookie && style == api.StyleForm && !isScalar && x.API.Serial.Explode:
		why = "is written with & between its parts, which few servers read in a cookie"
	case style == api.StyleDeepObject && shapes.Nests(x.Use.Shape):
		why = "is written with more brackets for the lists and objects inside"
	case shapes.Nests(x.Use.Shape) && !isList && x.API.Serial.Explode && style != api.StyleSimple && style != api.StyleLabel:
		why = "is written with a pair for each item of a list inside, and with JSON for an object"
	case shapes.Nests(x.Use.Shape):
		why = "is written with JSON for the lists and objects inside"
	default:
		return
	}
	p.findings.Info(x.API.Pos, diag.RuleStyle, "OpenAPI does not define style %s here: parameter %s %s", style, x.API.Name, why)
}

// planValueOption makes the option for x-go-client-option. It is one for all parameters of that name.
func (p *Planner) planValueOption(x *Param) {
	if v, ok := ExtensionOf(x.API.Extensions, "x-go-client-option").(api.Bool); !ok || !bool(v) {
		return
	}
	if s, ok := x.Use.Shape.(shapes.Scalar); !ok || s.Kind != gomodel.String || !x.API.Required {
		p.findings.Warn(x.API.Pos, diag.RuleExtension, "x-go-client-option is for required parameters of type string")
		return
	}
	for _, v := range p.operations.Options {
		if v.Wire == x.API.Name {
			x.Option = v
			return
		}
	}
	x.Option = &ValueOption{Wire: x.API.Name, Field: p.Style.Exported(x.API.Name), Pos: x.API.Pos}
	p.operations.Options = append(p.operations.Options, x.Option)
}

// ExtensionOf returns the value of an extension, nil for none.
func ExtensionOf(list []api.Extension, name string) api.Value {
	for _, e := range list {
		if e.Name == name {
			return e.Value
		}
	}
	return nil
}

// planPath splits a template into text and parameters. Adjacent text is escaped as a path.
func (p *Planner) planPath(o *Operation) {
	path, query, _ := strings.Cut(o.Route.Path, "?")
	query, _, _ = strings.Cut(query, "#")
	path, _, _ = strings.Cut(path, "#")
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // parse has reported it
	}
	o.Route.Parts = templateParts(o, path, func(text string) string { return (&url.URL{Path: text}).EscapedPath() })
	o.Route.Query = templateParts(o, query, func(text string) string { return strings.ReplaceAll(text, " ", "%20") })
}

// templateParts splits a template. Its text is escaped; a parameter that nothing describes is a string.
func templateParts(o *Operation, rest string, escape func(string) string) (parts []gomodel.PathPart) {
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
			i = len(o.Params)
			o.Params = append(o.Params, &Param{
				API: &api.Parameter{Name: name, In: api.InPath, Required: true, Pos: o.Op.Pos}, Use: shapes.Use{Shape: shapes.Scalar{Kind: gomodel.String}, Schema: &api.Schema{}}, Writer: gomodel.ScalarParam{},
			})
		}
		parts = append(parts, gomodel.PathPart{Param: i})
		rest = after
	}
	return parts
}

func (o *Operation) pathParam(name string) int {
	for i, x := range o.Params {
		if x.API.In == api.InPath && x.API.Name == name {
			return i
		}
	}
	return -1
}
