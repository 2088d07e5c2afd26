package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
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
	d := e.p.directions
	rewritten := d.rewritten(s)
	for _, way := range []direction{received, sent, neither} {
		f := rewritten[way]
		if f == nil && way != neither && d.isUsed(s, way) && rewritten != ([3]*api.Schema{}) {
			f = s
		}
		if f != nil && e.isKnown(f) {
			list = append(list, schemaForm{[]string{"", "what is received", "what is sent"}[way], f})
		}
	}
	if len(list) == 0 {
		return []schemaForm{{"", s}}
	}
	if dropped := len(list) == 1 && (d.isDropped(s, sent) || d.isDropped(s, received)); len(list) == 1 && !dropped && !d.changes(s, neither) {
		list[0].title = ""
	}
	return list
}

// isKnown reports whether anything was made of a schema.
func (e *Explainer) isKnown(s *api.Schema) bool {
	_, used := e.p.used(s)
	return used || e.p.enforcedOf(s) != (keywordSet{}) || e.p.table.enforcedOf(s) != (keywordSet{}) || e.p.typeOf(s) != nil || e.p.leafOf(s) != nil || e.p.table.Ruled(s) || len(e.p.table.Judging(s)) > 0 || len(e.holders(s)) > 0
}

// typeOf returns the type that is declared for a schema, nil for none.
func (e *Explainer) typeOf(s *api.Schema) *typ {
	if t := e.p.typeOf(s); t != nil {
		return t
	}
	return e.p.leafOf(s)
}

// formOf returns the multipart form that is made of a schema, nil for none.
func (e *Explainer) formOf(s *api.Schema) *form {
	for _, o := range e.p.operations.list {
		for _, f := range o.forms {
			if f.schema == s {
				return f
			}
		}
	}
	return nil
}

// aliasOf returns the alias that is declared for a schema, nil for none.
func (e *Explainer) aliasOf(s *api.Schema) *alias {
	for _, r := range e.p.rootTypes() {
		if r.alias != nil && r.alias.schema == s {
			return r.alias
		}
	}
	return nil
}

// addType says what a schema is in Go, why it is called so, and what holds it.
func (e *Explainer) addType(part *Part, s *api.Schema) {
	u, used := e.p.used(s)
	switch t, a, f := e.typeOf(s), e.aliasOf(s), e.formOf(s); {
	case f != nil:
		part.add("type", "type "+e.p.named.Of(f)+" struct, a form of parts")
		e.addName(part, f, s)
	case t != nil:
		part.add("type", e.typeText(t))
		e.addName(part, t, s)
		e.addRelatives(part, t)
	case a != nil:
		part.add("type", "type "+e.p.named.Of(a)+" = "+e.source(e.p.shapeType(a.target.shape)))
		e.addName(part, a, s)
	case used && u.schema != s && u.schema != nil:
		part.add("type", e.useText(u)+e.whoseType(s, u))
	case used:
		part.add("type", e.useText(u)+", without a name of its own")
	case !e.isKnown(s):
		part.add("type", "none: nothing that the package has is made of it")
	case len(e.holders(s)) > 0:
		part.add("type", "that of what holds it")
	case len(e.p.table.Judging(s)) > 0 || e.p.table.Ruled(s):
		part.add("type", "none: a rule judges the JSON of the value around it")
	default:
		part.add("type", "none of its own, it is a part of another")
	}
	for _, h := range e.holders(s) {
		part.add(h.Label, h.Text)
	}
}

// whoseType says why a schema has the type of another.
func (e *Explainer) whoseType(s *api.Schema, u use) string {
	if inner, orNull := e.p.unwrap(s); inner != nil {
		text := ", that of " + e.address(u.schema)
		if orNull || u.nullable {
			text += ", or null"
		}
		return text
	}
	if s.Pos.Path.Pointer() == u.schema.Pos.Path.Pointer() {
		return ""
	}
	return ", which has its members as fields"
}

// useText is a value at a place: its type and whether null is allowed.
func (e *Explainer) useText(u use) string {
	text := e.source(e.p.shapeType(u.shape))
	if isAnythingShape(u) && e.p.judged(u.schema) {
		return text + ", judged by a rule"
	}
	if u.nullable && !isAnythingShape(u) {
		text += " or null"
	}
	return text
}

// source is a type as Go code has it.
func (e *Explainer) source(t gomodel.TypeExpr) string {
	return gomodel.SourceString(t, e.p.named.Path())
}

// typeText is the beginning of a declaration.
func (e *Explainer) typeText(t *typ) string {
	text := "type " + e.p.named.Type(t) + " "
	switch def := t.def.(type) {
	case *structDef:
		text += "struct"
		if def.tuple {
			text += ", an array in JSON"
		}
		if def.closed {
			text += " without other members"
		}
		if e.p.named.New(t) != "" {
			text += "; " + e.p.named.New(t) + " fills in the defaults"
		}
	case enumDef:
		text += e.source(scalarType(def.kind)) + ", an enum"
		if def.open {
			text += " that allows any other text"
		}
	case *unionDef:
		var names []string
		for _, v := range def.variants {
			names = append(names, e.p.named.Type(v.typ))
		}
		text += "interface, one of " + strings.Join(names, ", ")
		switch {
		case def.plan.tag != "":
			text += ", told apart by " + def.plan.tag
		case def.plan.byKey:
			text += ", told apart by a member that only one has"
		case def.plan.byRule:
			text += ", told apart by rules"
		default:
			text += ", told apart by JSON type"
		}
	case anythingDef:
		text += "json.RawMessage"
	default:
		text += e.source(e.p.shapeType(ownShape(t)))
	}
	if r := e.p.table.Of(t); r.Name != "" {
		text += "; Validate applies the rule " + r.Name
	}
	return text
}

// addRelatives adds the constants of an enum, the other form of a type, and the union that it is a variant of.
func (e *Explainer) addRelatives(part *Part, t *typ) {
	if t.variantOf != nil {
		part.add("variant", "of "+e.p.named.Type(t.variantOf))
	}
	if twin := e.p.typeOf(e.p.directions.twin(t.schema)); twin != nil && twin != t {
		part.add("beside", e.p.named.Type(twin)+", the form for the other direction")
	}
	if d, ok := e.decls[e.p.named.Type(t)].(*gomodel.Enum); ok {
		for _, v := range d.Values {
			part.add("constant", v.Name+" = "+literalText(v.Value))
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
