package explain

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// explainSchema explains each form of a schema, then its keywords, once if they are the same in each form.
func (e *Explainer) explainSchema(s *api.Schema, keyword string) (parts []Part) {
	forms := e.forms(s)
	var keywords []Part
	for _, f := range forms {
		part := Part{Title: f.title}
		if keyword == "" {
			e.addType(&part, f.schema)
			parts = append(parts, part)
		}
		title := "keywords"
		if f.title != "" {
			title += " of " + f.title
		}
		fates := Part{Title: title, Rows: e.keywords(f.schema, keyword)}
		if len(fates.Rows) > 0 {
			keywords = append(keywords, fates)
		}
	}
	if len(forms) > 1 && len(keywords) == len(forms) && !slices.ContainsFunc(keywords, func(p Part) bool { return !slices.Equal(p.Rows, keywords[0].Rows) }) {
		keywords = []Part{{Title: "keywords", Rows: keywords[0].Rows}}
	}
	return append(parts, keywords...)
}

// A schemaForm is what a schema is in a direction.
type schemaForm struct {
	title  string // what is received, "" if it does not matter
	schema *api.Schema
}

// forms returns the forms of a schema that anything was made of, the schema itself if there are none.
func (e *Explainer) forms(s *api.Schema) (list []schemaForm) {
	d := e.p.Directions
	rewritten := d.Rewritten(s)
	for _, way := range []directions.Direction{directions.Received, directions.Sent, directions.Neither} {
		f := rewritten[way]
		if f == nil && way != directions.Neither && d.IsUsed(s, way) && rewritten != ([3]*api.Schema{}) {
			f = s
		}
		if f != nil && e.isKnown(f) {
			list = append(list, schemaForm{[]string{"", "what is received", "what is sent"}[way], f})
		}
	}
	if len(list) == 0 && e.isKnown(d.Plain(s)) {
		list = []schemaForm{{"", d.Plain(s)}}
	}
	for _, f := range d.Itself(s) {
		if e.isKnown(f) {
			list = append(list, schemaForm{"the base without its heirs", f})
		}
	}
	if len(list) == 0 {
		return []schemaForm{{"", s}}
	}
	if dropped := len(list) == 1 && (d.IsDropped(s, directions.Sent) || d.IsDropped(s, directions.Received)); len(list) == 1 && !dropped && !d.Changes(s, directions.Neither) {
		list[0].title = ""
	}
	return list
}

// isKnown reports whether anything was made of a schema.
func (e *Explainer) isKnown(s *api.Schema) bool {
	_, used := e.p.Shapes.Used(s)
	return used || e.p.Shapes.Enforced(s) != (analysis.Keywords{}) || e.p.Rules.Enforced(s) != (analysis.Keywords{}) || e.p.Shapes.TypeOf(s) != nil || e.p.Shapes.LeafOf(s) != nil || e.p.Rules.Ruled(s) || len(e.p.Rules.Judging(s)) > 0 || len(e.holders(s)) > 0
}

// typeOf returns the type that is declared for a schema, nil for none.
func (e *Explainer) typeOf(s *api.Schema) *shapes.Type {
	if t := e.p.Shapes.TypeOf(s); t != nil {
		return t
	}
	return e.p.Shapes.LeafOf(s)
}

// formOf returns the multipart form that is made of a schema, nil for none.
func (e *Explainer) formOf(s *api.Schema) *operations.Form {
	for _, o := range e.p.Operations.List {
		for _, f := range o.Forms {
			if f.Schema == s {
				return f
			}
		}
	}
	return nil
}

// aliasOf returns the alias that is declared for a schema, nil for none.
func (e *Explainer) aliasOf(s *api.Schema) *shapes.Alias {
	for _, r := range e.p.Shapes.Roots() {
		if r.Alias != nil && r.Alias.Schema == s {
			return r.Alias
		}
	}
	return nil
}

// addType says what a schema is in Go, why it is called so, and what holds it.
func (e *Explainer) addType(part *Part, s *api.Schema) {
	u, used := e.p.Shapes.Used(s)
	switch t, a, f := e.typeOf(s), e.aliasOf(s), e.formOf(s); {
	case f != nil:
		part.add("type", "type "+e.p.Names.Of(f)+" struct, a form of parts")
		e.addName(part, f, s)
	case t != nil:
		part.add("type", e.typeText(t))
		e.addName(part, t, s)
		e.addRelatives(part, t)
	case a != nil:
		part.add("type", "type "+e.p.Names.Of(a)+" = "+e.source(e.p.Declarations.ShapeType(a.Target.Shape)))
		e.addName(part, a, s)
	case used && u.Schema != s && u.Schema != nil:
		part.add("type", e.useText(u)+e.whoseType(s, u))
	case used:
		part.add("type", e.useText(u)+", without a name of its own")
	case !e.isKnown(s):
		part.add("type", "none: nothing that the package has is made of it")
	case len(e.holders(s)) > 0:
		part.add("type", "that of what holds it")
	case len(e.p.Rules.Judging(s)) > 0 || e.p.Rules.Ruled(s):
		part.add("type", "none: a rule judges the JSON of the value around it")
	default:
		part.add("type", "none of its own, it is a part of another")
	}
	for _, h := range e.holders(s) {
		part.add(h.Label, h.Text)
	}
}

// whoseType says why a schema has the type of another.
func (e *Explainer) whoseType(s *api.Schema, u shapes.Use) string {
	if inner, orNull := e.p.Analysis.Unwrap(s); inner != nil {
		text := ", that of " + e.address(u.Schema)
		if orNull || u.Nullable {
			text += ", or null"
		}
		return text
	}
	if s.Pos.Path.Pointer() == u.Schema.Pos.Path.Pointer() {
		return ""
	}
	return ", which has its members as fields"
}

// useText is a value at a place: its type and whether null is allowed.
func (e *Explainer) useText(u shapes.Use) string {
	text := e.source(e.p.Declarations.ShapeType(u.Shape))
	if shapes.IsAnything(u) && e.p.Analysis.Judged(u.Schema) {
		return text + ", judged by a rule"
	}
	if u.Nullable && !shapes.IsAnything(u) {
		text += " or null"
	}
	return text
}

// source is a type as Go code has it.
func (e *Explainer) source(t gomodel.TypeExpr) string {
	return gomodel.SourceString(t, e.p.Names.Path())
}

// typeText is the beginning of a declaration.
func (e *Explainer) typeText(t *shapes.Type) string {
	text := "type " + e.p.Names.Type(t) + " "
	switch def := t.Def.(type) {
	case *shapes.StructDef:
		text += "struct"
		if def.Tuple {
			text += ", an array in JSON"
		}
		if def.Closed {
			text += " without other members"
		}
		if e.p.Names.New(t) != "" {
			text += "; " + e.p.Names.New(t) + " fills in the defaults"
		}
	case shapes.EnumDef:
		if def.Plain {
			return e.source(declarations.ScalarType(def.Kind)) + " with untyped constants: the tag of a variant has no type of its own"
		}
		text += e.source(declarations.ScalarType(def.Kind)) + ", an enum"
		if def.Open {
			text += " that allows any other text"
		}
	case *shapes.UnionDef:
		var names []string
		for _, v := range def.Variants {
			names = append(names, e.p.Names.Type(v.Type))
		}
		text += "interface, one of " + strings.Join(names, ", ")
		switch {
		case def.Plan.Tags != nil:
			text += ", told apart by " + def.Plan.Tags.Property
		case def.Plan.ByKey:
			text += ", told apart by a member that only one has"
		case def.Plan.ByRule:
			text += ", told apart by rules"
		default:
			text += ", told apart by JSON type"
		}
	case shapes.AnythingDef:
		text += "json.RawMessage"
	default:
		text += e.source(e.p.Declarations.ShapeType(shapes.OwnShape(t)))
	}
	if r := e.p.Rules.Of(t); r.Name != "" {
		text += "; Validate applies the rule " + r.Name
	}
	return text
}

// addRelatives adds the constants of an enum, the other form of a type, and the union that it is a variant of.
func (e *Explainer) addRelatives(part *Part, t *shapes.Type) {
	if t.VariantOf != nil {
		part.add("variant", "of "+e.p.Names.Type(t.VariantOf))
	}
	if twin := e.p.Shapes.TypeOf(e.p.Directions.Twin(t.Schema)); twin != nil && twin != t {
		part.add("beside", e.p.Names.Type(twin)+", the form for the other direction")
	}
	if d, ok := e.decls[e.p.Names.Type(t)].(*gomodel.Enum); ok {
		for _, v := range d.Values {
			part.add("constant", v.Name+" = "+words.LiteralText(v.Value))
		}
	}
}

// address is how texts name a schema: by its pointer.
func (e *Explainer) address(s *api.Schema) string { return e.Key(s.Pos) }

// ordinal returns 2nd, 3rd.
func ordinal(n int) string {
	suffix := "th"
	switch {
	case n%10 == 1 && n%100 != 11:
		suffix = "st"
	case n%10 == 2 && n%100 != 12:
		suffix = "nd"
	case n%10 == 3 && n%100 != 13:
		suffix = "rd"
	}
	return strconv.Itoa(n) + suffix
}
