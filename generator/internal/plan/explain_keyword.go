package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
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
		if m.Keyword == api.KwNullable && e.p.doc.Version.Text == "2.0" {
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
	k, set := effective(s, m.Keyword), asserted(s)
	switch {
	case !set.has(k):
		return e.annotation(s, k, name)
	case !e.isKnown(s):
		return "not looked at: nothing that the package has is made of this schema"
	case e.reported(s, k, diag.RuleNotEnforced) != "" || !e.isEnforced(s, k):
		return e.finding(s, k, "not enforced")
	case k == api.KwFormat && len(e.p.formats(s)) == 0 && !e.isTypeFormat(s):
		return e.formatNote(s)
	case e.isIdle(s, k):
		return "no effect on " + kindNames(e.p.kinds(s))
	}
	return e.enforcer(s, k)
}

// effective returns the keyword that has the meaning of another: minimum beside exclusiveMinimum: true is exclusive itself.
func effective(s *api.Schema, k api.Keyword) api.Keyword {
	set := asserted(s)
	switch {
	case k == api.KwMinimum && !set.has(k) && set.has(api.KwExclusiveMinimum):
		return api.KwExclusiveMinimum
	case k == api.KwMaximum && !set.has(k) && set.has(api.KwExclusiveMaximum):
		return api.KwExclusiveMaximum
	}
	return k
}

func (e *Explainer) isIdle(s *api.Schema, k api.Keyword) bool {
	set := e.p.idle(s)
	return k != api.KwFormat && set.has(k)
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
	return e.p.classify(s) == isScalar && (ensures(e.p.scalarKind(s), s.Format) || foreign(e.p.scalarKind(s)))
}

func (e *Explainer) formatNote(s *api.Schema) string {
	switch {
	case !e.p.assertsFormats():
		return "a comment only: the configuration makes formats annotations"
	case asksForNothing(s.Format):
		return "a comment only: it asks for nothing"
	case isRegistered(s.Format):
		return "a description only: it is not checked"
	}
	return "no effect: the format is not known, so it asks for nothing"
}

// enforcer says what enforces a keyword: the type, a check, or a rule.
func (e *Explainer) enforcer(s *api.Schema, k api.Keyword) string {
	rule := e.ruleOf(s, k)
	t := e.typeOf(s)
	u, used := e.p.used(s)
	if inner, _ := e.p.unwrap(s); inner != nil && rule == "" {
		return "by the type: it is that of " + e.address(inner)
	}
	isOwn := t != nil || used && u.schema == s
	if isOwn && e.p.classify(s) != isAnything {
		c := e.p.classify(s)
		set := e.p.static(s, c)
		switch {
		case !set.has(k):
		case e.isCheck(s, c, k) && (t != nil && e.p.table.Of(t).Whole || rule != "" && t == nil && !e.isChecked(s)):
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
func (e *Explainer) byRule(t *typ, rule string) string {
	if t != nil && e.p.table.Of(t).Name == rule {
		return "by the rule of the type"
	}
	return "by the rule " + rule
}

// whyWhole says why a schema without a type of its own has a rule.
func (e *Explainer) whyWhole(s *api.Schema, k api.Keyword) string {
	if u, used := e.p.used(s); used && u.schema == s && isAnythingShape(u) {
		return "no Go type has just these values, so they are json.RawMessage"
	}
	if t := e.typeOf(s); t != nil {
		return whyRule(k)
	}
	return "the schema is a part of what that rule judges"
}

// part says what a schema became that has no type of its own: a part of another.
func (e *Explainer) part(s *api.Schema, u use, used bool) string {
	if used && u.schema != nil && u.schema != s {
		if n, ok := u.shape.(named); ok {
			return "by the type " + e.p.named.Type(n.typ) + ", which has the fields of all parts"
		}
	}
	if f := e.formOf(s); f != nil {
		return "by the type " + e.p.named.Of(f) + ", which has a field for each part"
	}
	if onlyNull(s) {
		return "by the type of the other part: null is allowed"
	}
	for _, owner := range e.p.schemas {
		enum, union := e.p.known(owner)
		isPart := func(part *api.Schema) bool {
			core, _ := e.p.peel(part)
			return core == s || part == s
		}
		t := e.typeOf(owner)
		if t == nil {
			continue
		}
		if enum != nil && slices.ContainsFunc(enum.parts, isPart) {
			return "by the enum " + e.p.named.Type(t) + ", which has all values"
		}
		if union != nil && owner.Compose != nil && slices.ContainsFunc(slices.Concat(owner.Compose.OneOf, owner.Compose.AnyOf), isPart) {
			return "by the union " + e.p.named.Type(t) + ", which has all variants, or null"
		}
	}
	return "by the type of what it is a part of"
}

// ruleOf returns the entry of the table that judges a keyword, "" for none. The rule of the own type comes first.
func (e *Explainer) ruleOf(s *api.Schema, k api.Keyword) string {
	list := e.p.table.Judging(s)
	own := e.typeOf(s)
	found := ""
	for _, j := range list {
		if !j.keywords.has(k) {
			continue
		}
		if found == "" || own != nil && j.rule == e.p.table.Of(own).Name {
			found = j.rule
		}
	}
	return found
}

// isChecked reports whether what holds a schema checks it without a rule: some field, or a list or a map around it.
func (e *Explainer) isChecked(s *api.Schema) bool {
	isField := false
	for t := range e.p.all() {
		def, ok := t.def.(*structDef)
		if !ok {
			continue
		}
		for _, m := range def.members {
			if m.schema != s {
				continue
			}
			isField = true
			if f := e.field(t, e.p.named.Field(m)); f != nil && len(f.Checks) > 0 {
				return true
			}
		}
	}
	return !isField && !e.p.table.Ruled(s)
}
