package parse

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// values: Validation 6.1 and 7.
func (r *schemaReader) values(k api.Keyword, at place) api.Fate {
	switch k {
	case api.KwType:
		return r.types(at)
	case api.KwEnum:
		return r.enum(at)
	case api.KwConst:
		r.s.Const = new(r.p.literal(at))
		return api.Kept
	}
	f := r.text(at, &r.s.Format)
	if f == api.Kept && r.s.Format == "" {
		return api.NoEffect
	}
	return f
}

func (r *schemaReader) types(at place) api.Fate {
	if at.node.Kind == source.String || at.node.Kind == source.Null && !r.p.before(1) {
		t, ok := r.typeName(at)
		if ok {
			r.s.Types = []api.Type{t}
		}
		return fate(ok)
	}
	if at.node.Kind != source.Array {
		if !r.p.isNull(at, "a string") {
			r.p.wrongType(at, "a string or an array of strings")
		}
		return api.Invalid
	}
	if r.p.before(1) && r.resource.swagger == nil { // Swagger 2.0 has type as JSON Schema has it
		r.p.Warn(r.p.pos(at), diag.RuleValue, "a list of types exists since OpenAPI 3.1").Hint =
			"write one type, with \"nullable: true\" for null, or \"openapi: 3.1.0\""
	}
	seen := [api.TypeInteger + 1]bool{}
	for _, item := range r.p.elements(at) {
		t, ok := r.typeName(item)
		if ok && seen[t] {
			r.p.Warn(r.p.pos(item), diag.RuleValue, "the type %q is given twice", t)
		} else if ok {
			seen[t] = true
			r.s.Types = append(r.s.Types, t)
		}
	}
	if len(at.node.Items) == 0 {
		r.p.Fail(r.p.pos(at), diag.RuleValue, "the list of types must not be empty")
	}
	return fate(r.s.Types != nil)
}

func (r *schemaReader) typeName(at place) (t api.Type, ok bool) {
	switch at.node.Kind {
	case source.String:
	case source.Null:
		r.p.Warn(r.p.pos(at), diag.RuleType, "%s must be a string, not null; it is read as \"null\"", label(at.path)).Hint = "put it in quotes"
		return api.TypeNull, true
	default:
		r.p.wrongType(at, "a string")
		return 0, false
	}
	var names []string
	for t := api.TypeNull; t <= api.TypeInteger; t++ {
		if t == api.TypeNull && r.p.before(1) && at.path.Token == "type" {
			if at.node.Text == "null" {
				r.p.Warn(r.p.pos(at), diag.RuleValue, "the type null exists since OpenAPI 3.1").Hint = "write \"nullable: true\" beside another type"
				return t, true
			}
			continue
		}
		if t.String() == at.node.Text {
			return t, true
		}
		names = append(names, t.String())
	}
	f := r.p.Fail(r.p.pos(at), diag.RuleValue, "there is no type %q", at.node.Text)
	if f.Hint = report.DidYouMean(at.node.Text, names); f.Hint == "" {
		f.Hint = "the types are " + join(names)
	}
	switch at.node.Text {
	case "file":
		if r.resource.swagger != nil {
			f.Hint = "only a parameter in formData and the schema of a response can be a file"
			break
		}
		f.Hint = "write \"type: string\" and \"format: binary\""
	}
	return 0, false
}

// enum: Validation 6.1.2. Equal values are kept as they are written; later stages need them once.
func (r *schemaReader) enum(at place) api.Fate {
	if at.node.Kind != source.Array {
		if !r.p.isNull(at, "an array") {
			r.p.wrongType(at, "an array")
		}
		return api.Invalid
	}
	r.s.Enum = make([]api.Literal, len(at.node.Items))
	if len(r.s.Enum) == 0 {
		r.p.Warn(r.p.pos(at), diag.RuleEnum, "the enum is empty, so that no value is allowed")
	}
	seen := map[string]diag.Pos{}
	for i, item := range r.p.elements(at) {
		r.s.Enum[i] = r.p.literal(item)
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
func (r *schemaReader) annotation(k api.Keyword, at place) api.Fate {
	m := group(&r.s.Meta)
	switch k {
	case api.KwTitle:
		return r.note(at, &m.Title)
	case api.KwDescription:
		return r.note(at, &m.Description)
	case api.KwDefault:
		m.Default = new(r.p.literal(at))
		return api.Kept
	case api.KwExample:
		m.Examples = append([]api.Literal{r.p.literal(at)}, m.Examples...)
		return api.Rewritten
	case api.KwExamples:
		if at.node.Kind != source.Array {
			if !r.p.isNull(at, "an array") {
				r.p.Warn(r.p.pos(at), diag.RuleType, "%s must be an array, not %s; it is ignored", label(at.path), withArticle(at.node.Kind))
			}
			return api.Invalid
		}
		if m.Examples == nil {
			m.Examples = []api.Literal{}
		}
		for _, item := range r.p.elements(at) {
			m.Examples = append(m.Examples, r.p.literal(item))
		}
		return api.Kept
	case api.KwDeprecated:
		return r.flag(at, &m.Deprecated)
	case api.KwReadOnly:
		return r.flag(at, &m.ReadOnly)
	}
	return r.flag(at, &m.WriteOnly)
}
