package parse

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// values: Validation 6.1 and 7.
func (r *schemaReader) values(k api.Keyword, at tree.Place) api.Fate {
	switch k {
	case api.KwType:
		return r.types(at)
	case api.KwEnum:
		return r.enum(at)
	case api.KwConst:
		r.s.Const = new(r.p.Literal(at))
		return api.Kept
	}
	f := r.text(at, &r.s.Format)
	if f == api.Kept && r.s.Format == "" {
		return api.NoEffect
	}
	return f
}

func (r *schemaReader) types(at tree.Place) api.Fate {
	if at.Node.Kind == source.Null && !r.p.Before(1) && r.saysMore() {
		r.p.Warn(at.Pos(), diag.RuleType, "%s must be a string, not null; it counts as absent", tree.Label(at.Path)).Hint =
			"write \"null\" in quotes where null alone is valid"
		return api.Invalid
	}
	if at.Node.Kind == source.String || at.Node.Kind == source.Null && !r.p.Before(1) {
		t, ok := r.typeName(at)
		if ok {
			r.s.Types = []api.Type{t}
		}
		return fate(ok)
	}
	if at.Node.Kind != source.Array {
		if !r.p.IsNull(at, "a string") {
			r.p.WrongType(at, "a string or an array of strings")
		}
		return api.Invalid
	}
	if r.p.Before(1) && !r.Resource.IsSwagger() { // Swagger 2.0 has type as JSON Schema has it
		r.p.Warn(at.Pos(), diag.RuleValue, "a list of types exists since OpenAPI 3.1").Hint =
			"write one type, with \"nullable: true\" for null, or \"openapi: 3.1.0\""
	}
	seen := [api.TypeInteger + 1]bool{}
	for _, item := range r.p.Elements(at) {
		t, ok := r.typeName(item)
		if ok && seen[t] {
			r.p.Warn(item.Pos(), diag.RuleValue, "the type %q is given twice", t)
		} else if ok {
			seen[t] = true
			r.s.Types = append(r.s.Types, t)
		}
	}
	if len(at.Node.Items) == 0 {
		r.p.Fail(at.Pos(), diag.RuleValue, "the list of types must not be empty")
	}
	return fate(r.s.Types != nil)
}

// saysMore reports whether a schema whose type is null, without quotes, says of its values what the type "null" would contradict.
func (r *schemaReader) saysMore() bool {
	for i := range r.Node.Members {
		if k := api.KeywordOf(r.Node.Members[i].Name); k != api.KwType && asserts(k) {
			return true
		}
	}
	return false
}

func (r *schemaReader) typeName(at tree.Place) (t api.Type, ok bool) {
	switch at.Node.Kind {
	case source.String:
	case source.Null:
		r.p.Warn(at.Pos(), diag.RuleType, "%s must be a string, not null; it is read as \"null\"", tree.Label(at.Path)).Hint = "put it in quotes"
		return api.TypeNull, true
	default:
		r.p.WrongType(at, "a string")
		return 0, false
	}
	var names []string
	for t := api.TypeNull; t <= api.TypeInteger; t++ {
		if t == api.TypeNull && r.p.Before(1) && at.Path.Token == "type" {
			if at.Node.Text == "null" {
				r.p.Warn(at.Pos(), diag.RuleValue, "the type null exists since OpenAPI 3.1").Hint = "write \"nullable: true\" beside another type"
				return t, true
			}
			continue
		}
		if t.String() == at.Node.Text {
			return t, true
		}
		names = append(names, t.String())
	}
	f := r.p.Fail(at.Pos(), diag.RuleValue, "there is no type %q", at.Node.Text)
	if f.Hint = report.DidYouMean(at.Node.Text, names); f.Hint == "" {
		f.Hint = "the types are " + join(names)
	}
	switch at.Node.Text {
	case "file":
		if r.Resource.IsSwagger() {
			f.Hint = "only a parameter in formData and the schema of a response can be a file"
			break
		}
		f.Hint = "write \"type: string\" and \"format: binary\""
	}
	return 0, false
}

// enum: Validation 6.1.2. Equal values are kept as they are written; later stages need them once.
func (r *schemaReader) enum(at tree.Place) api.Fate {
	if at.Node.Kind != source.Array {
		if !r.p.IsNull(at, "an array") {
			r.p.WrongType(at, "an array")
		}
		return api.Invalid
	}
	r.s.Enum = make([]api.Literal, len(at.Node.Items))
	if len(r.s.Enum) == 0 {
		r.p.Warn(at.Pos(), diag.RuleEnum, "the enum is empty, so that no value is allowed")
	}
	seen := map[string]diag.Pos{}
	for i, item := range r.p.Elements(at) {
		r.s.Enum[i] = r.p.Literal(item)
		text := api.Canonical(r.s.Enum[i].Value)
		if first, ok := seen[text]; ok {
			r.p.Warn(r.s.Enum[i].Pos, diag.RuleEnum, "the enum has %s twice", report.Show(r.s.Enum[i].Value)).Related =
				[]diag.Related{{Pos: first, Message: "first here"}}
			continue
		}
		seen[text] = r.s.Enum[i].Pos
	}
	return api.Kept
}

// annotation: Validation 9, and OAS example.
func (r *schemaReader) annotation(k api.Keyword, at tree.Place) api.Fate {
	m := group(&r.s.Meta)
	switch k {
	case api.KwTitle:
		return r.note(at, &m.Title)
	case api.KwDescription:
		return r.note(at, &m.Description)
	case api.KwDefault:
		m.Default = new(r.p.Literal(at))
		return api.Kept
	case api.KwExample:
		m.Examples = append([]api.Literal{r.p.Literal(at)}, m.Examples...)
		return api.Rewritten
	case api.KwExamples:
		if at.Node.Kind != source.Array {
			if !r.p.IsNull(at, "an array") {
				r.p.Warn(at.Pos(), diag.RuleType, "%s must be an array, not %s; it is ignored", tree.Label(at.Path), tree.WithArticle(at.Node.Kind))
			}
			return api.Invalid
		}
		if m.Examples == nil {
			m.Examples = []api.Literal{}
		}
		for _, item := range r.p.Elements(at) {
			m.Examples = append(m.Examples, r.p.Literal(item))
		}
		return api.Kept
	case api.KwDeprecated:
		return r.flag(at, &m.Deprecated)
	case api.KwReadOnly:
		return r.flag(at, &m.ReadOnly)
	}
	return r.flag(at, &m.WriteOnly)
}
