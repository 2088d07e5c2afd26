package parse

import (
	"fmt"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/check"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// finishValues reads the values of enum, const and default as the type says: people forget the quotes, and put them around numbers.
func (r *schemaReader) finishValues() {
	s := typed(r.s)
	if s == nil {
		return
	}
	if s.Enum != nil {
		r.meantEnum(s)
	}
	if s.Const != nil {
		r.meantValue(s, s.Const, api.KwConst, diag.RuleEnum)
	}
	if r.s.Meta != nil && r.s.Meta.Default != nil {
		r.meantValue(s, r.s.Meta.Default, api.KwDefault, diag.RuleDefault)
	}
}

// typed returns the schema that holds the type: finishNullable may have moved it. nil if there is none.
func typed(s *api.Schema) *api.Schema {
	if s.Types == nil && s.Compose != nil && len(s.Compose.AnyOf) > 0 && s.Compose.AnyOf[0].Synth {
		s = s.Compose.AnyOf[0]
	}
	if s.Types == nil {
		return nil
	}
	return s
}

func (r *schemaReader) meantValue(s *api.Schema, l *api.Literal, k api.Keyword, rule diag.Rule) {
	v, ok := r.meant(s.Types, r.Node.Get(k.String()), l.Value)
	if !ok {
		return
	}
	r.p.Warn(l.Pos, rule, "the %s %s is not of the type %s; it is read as %s", k, report.Show(l.Value), check.TypeNames(s.Types), report.Show(v)).Hint = quoteHint(v)
	l.Value = v
}

// meantEnum reads all values of an enum, with one finding at the first that is another than it seems.
func (r *schemaReader) meantEnum(s *api.Schema) {
	var first *diag.Finding
	items := r.Node.Get("enum").Items
	fitting := len(s.Enum) - len(items) // null may have been added
	for i := range items {
		l := &s.Enum[i]
		if check.HasType(s.Types, l.Value) {
			fitting++
		}
		v, ok := r.meant(s.Types, items[i], l.Value)
		if !ok {
			continue
		}
		if first == nil {
			first = r.p.Warn(l.Pos, diag.RuleEnum, "the enum has %s, which is not of the type %s; it is read as %s", report.Show(l.Value), check.TypeNames(s.Types), report.Show(v))
			first.Hint = quoteHint(v)
		} else {
			first.Related = append(first.Related, diag.Related{Pos: l.Pos, Message: fmt.Sprintf("%s is read as %s", report.Show(l.Value), report.Show(v))})
		}
		l.Value = v
		fitting++
	}
	if fitting == 0 && len(items) > 0 {
		r.meantElsewhere(s)
	}
}

// meantElsewhere decides for a type that no value of the enum has. Lists and objects have their enum further inside; otherwise the
// values say better what is meant than the type does.
func (r *schemaReader) meantElsewhere(s *api.Schema) {
	if !slices.ContainsFunc(s.Types, func(t api.Type) bool { return t != api.TypeArray && t != api.TypeObject && t != api.TypeNull }) {
		f := r.p.Warn(s.At(api.KwEnum), diag.RuleEnum, "no value of the enum is of the type %s; the enum is ignored", check.TypeNames(s.Types))
		f.Hint, f.Loses = "put it where the values are, such as into \"items\"", true
		s.Enum, s.Written(api.KwEnum).Fate = nil, api.Invalid
		return
	}
	r.p.Warn(s.At(api.KwType), diag.RuleEnum, "no value of the enum is of the type %s; the type is ignored", check.TypeNames(s.Types)).Hint =
		"write the type that the values have"
	s.Types, s.Written(api.KwType).Fate = nil, api.Invalid
}

func quoteHint(v api.Value) string {
	if _, isText := v.(api.String); isText {
		return "put it in quotes"
	}
	return "remove the quotes"
}

// meant returns the value of a type that a value of another type stands for; ok is false if it is right as it is, or means nothing.
func (r *schemaReader) meant(types []api.Type, n *source.Node, v api.Value) (meant api.Value, ok bool) {
	if len(types) > 1 && (len(types) > 2 || !slices.Contains(types, api.TypeNull)) {
		return nil, false // nobody knows which of them
	}
	has := func(t api.Type) bool { return slices.Contains(types, t) }
	switch v := v.(type) {
	case api.Bool:
		return api.String(r.written(n)), has(api.TypeString) && !has(api.TypeBoolean)
	case api.Number:
		isNumber := has(api.TypeNumber) || has(api.TypeInteger) && v.IsInteger()
		return api.String(r.written(n)), has(api.TypeString) && !isNumber
	case api.String:
		if has(api.TypeString) {
			return nil, false
		}
		if has(api.TypeBoolean) && (v == "true" || v == "false") {
			return api.Bool(v == "true"), true
		}
		number, isNumber := api.ParseNumber(string(v))
		return number, isNumber && (has(api.TypeNumber) || has(api.TypeInteger) && number.IsInteger())
	}
	return nil, false
}

// written returns a scalar without quotes as the document has it: 1_000, 007 and True are texts like others.
func (r *schemaReader) written(n *source.Node) string {
	pos := r.Resource.File.Source.Pos(n, nil)
	text, ok := r.p.lines.Line(pos)
	if !ok || int(n.Column) > len(text) {
		return n.Text
	}
	text = text[n.Column-1:]
	if i := strings.IndexAny(text, ",]} \t\r\n"); i >= 0 {
		text = text[:i]
	}
	if text == "" || strings.ContainsAny(text, "*&!\"'") {
		return n.Text
	}
	return text
}
