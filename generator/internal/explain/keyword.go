package explain

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// keywords says of each keyword of a schema, as the document writes them, who enforces it. only limits that to one keyword.
func (e *Explainer) keywords(s *api.Schema, only string) (rows []Row) {
	unknown := 0
	for _, m := range s.Marks {
		name := m.Keyword.String()
		if m.Keyword == api.KwUnknown {
			name = extensionAt(s, unknown)
			unknown++
		}
		if m.Keyword == api.KwNullable && e.p.Doc.Version.Text == "2.0" {
			name = "x-" + name
		}
		if name == "" || only != "" && name != only {
			continue
		}
		rows = append(rows, Row{name, e.fate(s, m, name)})
	}
	return rows
}

// extensionAt returns the name of the keyword of an unknown mark; those beside a reference of 3.0 have none.
func extensionAt(s *api.Schema, i int) string {
	if i < len(s.Extensions) {
		return s.Extensions[i].Name
	}
	return ""
}

// fate says who enforces a keyword.
func (e *Explainer) fate(s *api.Schema, m api.Mark, name string) string {
	switch m.Fate {
	case api.Hidden:
		return "no effect: this version of OpenAPI ignores what stands beside $ref"
	case api.NoEffect:
		return e.finding(s, m.Keyword, "no effect")
	case api.Invalid:
		return e.finding(s, m.Keyword, "left out, its value is not allowed")
	}
	k, set := effective(s, m.Keyword), analysis.Asserted(s)
	switch {
	case !set.Has(k):
		return e.annotation(s, k, name)
	case !e.isKnown(s):
		return "not looked at: nothing that the package has is made of this schema"
	case e.reported(s, k, diag.RuleNotEnforced) != "" || !e.isEnforced(s, k):
		return e.finding(s, k, "not enforced")
	case k == api.KwFormat && len(e.p.Analysis.Formats(s)) == 0 && !e.isTypeFormat(s):
		return e.formatNote(s)
	case e.isIdle(s, k):
		return "no effect on " + analysis.KindNames(e.p.Analysis.Kinds(s))
	}
	return e.enforcer(s, k)
}

// effective returns the keyword that has the meaning of another: minimum beside exclusiveMinimum: true is exclusive itself.
func effective(s *api.Schema, k api.Keyword) api.Keyword {
	set := analysis.Asserted(s)
	switch {
	case k == api.KwMinimum && !set.Has(k) && set.Has(api.KwExclusiveMinimum):
		return api.KwExclusiveMinimum
	case k == api.KwMaximum && !set.Has(k) && set.Has(api.KwExclusiveMaximum):
		return api.KwExclusiveMaximum
	}
	return k
}

func (e *Explainer) isIdle(s *api.Schema, k api.Keyword) bool {
	set := e.p.Analysis.Idle(s)
	return k != api.KwFormat && set.Has(k)
}

// reported returns the message of the finding of a rule at a keyword, "" for none.
func (e *Explainer) reported(s *api.Schema, k api.Keyword, rule diag.Rule) string {
	at := e.Key(s.At(k))
	for _, f := range e.findings {
		if f.Rule == rule && e.Key(f.Pos) == at {
			return f.Message
		}
	}
	return ""
}

// finding says what is wrong with a keyword, with the words of its finding if there is one.
func (e *Explainer) finding(s *api.Schema, k api.Keyword, otherwise string) string {
	at := e.Key(s.At(k))
	for _, f := range e.findings {
		if e.Key(f.Pos) == at && k != api.KwUnknown {
			return otherwise + ": " + f.Message + " [" + string(f.Rule) + "]"
		}
	}
	return otherwise
}

// isTypeFormat reports whether the Go type of a scalar is the format.
func (e *Explainer) isTypeFormat(s *api.Schema) bool {
	return e.p.Classes.Classify(s) == classes.Scalar && (declarations.Ensures(e.p.Classes.ScalarKind(s), s.Format) || classes.Foreign(e.p.Classes.ScalarKind(s)))
}

func (e *Explainer) formatNote(s *api.Schema) string {
	switch {
	case !e.p.Analysis.AssertsFormats():
		return "a comment only: the configuration makes formats annotations"
	case shapes.AsksForNothing(s.Format):
		return "a comment only: it asks for nothing"
	case shapes.IsRegistered(s.Format):
		return "a description only: it is not checked"
	}
	return "no effect: the format is not known, so it asks for nothing"
}

// enforcer says what enforces a keyword: the type, a check, or a rule.
func (e *Explainer) enforcer(s *api.Schema, k api.Keyword) string {
	rule := e.ruleOf(s, k)
	t := e.typeOf(s)
	u, used := e.p.Shapes.Used(s)
	if inner, _ := e.p.Analysis.Unwrap(s); inner != nil && rule == "" {
		return "by the type: it is that of " + e.address(inner)
	}
	isOwn := t != nil || used && u.Schema == s
	if isOwn && e.p.Classes.Classify(s) != classes.Anything {
		c := e.p.Classes.Classify(s)
		set := e.p.Classes.Static(s, c)
		switch {
		case !set.Has(k):
		case e.isCheck(s, c, k) && (t != nil && e.p.Rules.Of(t).Whole || rule != "" && t == nil && !e.isChecked(s)):
			return e.byRule(t, rule) + ", which judges the value as a whole"
		default:
			return e.static(s, c, k)
		}
		if rule != "" {
			return e.byRule(t, rule) + ": " + whyRule(k)
		}
	}
	if rule != "" {
		return e.byRule(t, rule) + ": " + e.whyWhole(s, k)
	}
	return e.part(s, u, used)
}

// byRule names a rule, unless it is that of the type itself.
func (e *Explainer) byRule(t *shapes.Type, rule string) string {
	if t != nil && e.p.Rules.Of(t).Name == rule {
		return "by the rule of the type"
	}
	return "by the rule " + rule
}

// whyWhole says why a schema without a type of its own has a rule.
func (e *Explainer) whyWhole(s *api.Schema, k api.Keyword) string {
	if u, used := e.p.Shapes.Used(s); used && u.Schema == s && shapes.IsAnything(u) {
		return "no Go type has just these values, so they are json.RawMessage"
	}
	if t := e.typeOf(s); t != nil {
		return whyRule(k)
	}
	return "the schema is a part of what that rule judges"
}

// part says what a schema became that has no type of its own: a part of another.
func (e *Explainer) part(s *api.Schema, u shapes.Use, used bool) string {
	if used && u.Schema != nil && u.Schema != s {
		if n, ok := u.Shape.(shapes.Named); ok {
			return "by the type " + e.p.Names.Type(n.Type) + ", which has the fields of all parts"
		}
	}
	if f := e.formOf(s); f != nil {
		return "by the type " + e.p.Names.Of(f) + ", which has a field for each part"
	}
	if analysis.OnlyNull(s) {
		return "by the type of the other part: null is allowed"
	}
	for _, owner := range e.p.Directions.Schemas {
		enum, union := e.p.Analysis.Known(owner)
		isPart := func(part *api.Schema) bool {
			core, _ := e.p.Analysis.Peel(part)
			return core == s || part == s
		}
		t := e.typeOf(owner)
		if t == nil {
			continue
		}
		if enum != nil && slices.ContainsFunc(enum.Parts, isPart) {
			return "by the enum " + e.p.Names.Type(t) + ", which has all values"
		}
		if union != nil && owner.Compose != nil && slices.ContainsFunc(slices.Concat(owner.Compose.OneOf, owner.Compose.AnyOf), isPart) {
			return "by the union " + e.p.Names.Type(t) + ", which has all variants, or null"
		}
	}
	return "by the type of what it is a part of"
}

// ruleOf returns the entry of the table that judges a keyword, "" for none. The rule of the own type comes first.
func (e *Explainer) ruleOf(s *api.Schema, k api.Keyword) string {
	list := e.p.Rules.Judging(s)
	own := e.typeOf(s)
	found := ""
	for _, j := range list {
		if !j.Keywords.Has(k) {
			continue
		}
		if found == "" || own != nil && j.Rule == e.p.Rules.Of(own).Name {
			found = j.Rule
		}
	}
	return found
}

// isChecked reports whether what holds a schema checks it without a rule: some field, or a list or a map around it.
func (e *Explainer) isChecked(s *api.Schema) bool {
	isField := false
	for t := range e.p.Shapes.All() {
		def, ok := t.Def.(*shapes.StructDef)
		if !ok {
			continue
		}
		for _, m := range def.Members {
			if m.Schema != s {
				continue
			}
			isField = true
			if f := e.field(t, e.p.Names.Field(m)); f != nil && len(f.Checks) > 0 {
				return true
			}
		}
	}
	return !isField && !e.p.Rules.Ruled(s)
}
