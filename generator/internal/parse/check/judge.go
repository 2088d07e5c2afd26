package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
)

// A violation is one reason why a value does not fit.
type violation struct {
	reason, hint string
	rule         diag.Pos
	at           []string // names and indexes of what does not fit, the innermost first
}

// explain adds to a finding what makes it understood.
func (v *violation) explain(f *diag.Finding) {
	f.Hint = v.hint
	if v.rule.Line > 0 {
		f.Related = []diag.Related{{Pos: v.rule, Message: "the rule is here"}}
	}
}

// A judge looks for reasons. It gives up after many steps, because circles and diamonds of references have no end.
type judge struct {
	hints *report.Reporter
	steps int
}

const (
	maxDepth = 50
	maxSteps = 1000
)

// misfit returns a reason why v does not fit s. It is sound, not complete: nil means only that it found none.
func (j *judge) misfit(s *api.Schema, v api.Value, depth int) *violation {
	j.steps++
	if s == nil || depth > maxDepth || j.steps > maxSteps {
		return nil
	}
	if s.Form == api.FormFalse {
		return &violation{reason: "is forbidden by the schema false", rule: s.Pos}
	}
	if bad := j.values(s, v); bad != nil {
		return bad
	}
	if s.Ref != nil && !s.Ref.Dynamic {
		if bad := j.misfit(s.Ref.Target, v, depth+1); bad != nil {
			return bad
		}
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			if bad := j.misfit(part, v, depth+1); bad != nil {
				return bad
			}
		}
		if bad := j.alternatives(s, v, depth); bad != nil {
			return bad
		}
	}
	switch v := v.(type) {
	case api.Number:
		return misfitNumber(s, v)
	case api.String:
		return misfitString(s, v)
	case api.Array:
		return j.array(s, v, depth)
	case api.Object:
		return j.object(s, v, depth)
	}
	return nil
}

// values: Validation 6.1.
func (j *judge) values(s *api.Schema, v api.Value) *violation {
	if s.Types != nil && !HasType(s.Types, v) {
		bad := &violation{reason: "is not of the type " + TypeNames(s.Types), rule: s.At(api.KwType)}
		if text, ok := v.(api.String); ok && HasType(s.Types, unquoted(string(text))) {
			bad.hint = "remove the quotes"
		}
		return bad
	}
	if s.Const != nil && !api.Equal(s.Const.Value, v) {
		return &violation{reason: "is not the const " + report.Show(s.Const.Value), rule: s.At(api.KwConst)}
	}
	if s.Enum != nil && !slices.ContainsFunc(s.Enum, func(l api.Literal) bool { return api.Equal(l.Value, v) }) {
		bad := &violation{reason: "is not in the enum", rule: s.At(api.KwEnum)}
		if text, ok := v.(api.String); ok {
			bad.hint = j.hints.Suggest(string(text), len(s.Enum), func() []string { return enumTexts(s.Enum) })
		}
		return bad
	}
	return nil
}

// unquoted returns what a text would be without its quotes.
func unquoted(text string) api.Value {
	if n, ok := api.ParseNumber(text); ok {
		return n
	}
	if text == "true" || text == "false" {
		return api.Bool(text == "true")
	}
	return api.String(text)
}

func enumTexts(list []api.Literal) (texts []string) {
	for _, l := range list {
		if s, ok := l.Value.(api.String); ok {
			texts = append(texts, string(s))
		}
	}
	return texts
}

// HasType reports whether a value is of one of the types: Validation 6.1.1.
func HasType(types []api.Type, v api.Value) bool {
	return slices.ContainsFunc(types, func(t api.Type) bool {
		switch v := v.(type) {
		case api.Null:
			return t == api.TypeNull
		case api.Bool:
			return t == api.TypeBoolean
		case api.Number:
			return t == api.TypeNumber || t == api.TypeInteger && v.IsInteger()
		case api.String:
			return t == api.TypeString
		case api.Array:
			return t == api.TypeArray
		}
		return t == api.TypeObject
	})
}

// TypeNames lists types in a sentence.
func TypeNames(types []api.Type) string {
	names := make([]string, len(types))
	for i, t := range types {
		names[i] = t.String()
	}
	return strings.Join(names, " or ")
}

func misfitNumber(s *api.Schema, v api.Number) *violation {
	n := s.Number
	if n == nil {
		return nil
	}
	beyond := func(limit *api.Number, k api.Keyword, broken func(c int) bool, text string) *violation {
		if limit == nil || !broken(v.Cmp(*limit)) {
			return nil
		}
		return &violation{reason: text + " " + limit.String(), rule: s.At(k)}
	}
	for _, bad := range [...]*violation{
		beyond(n.Minimum, api.KwMinimum, func(c int) bool { return c < 0 }, "is less than the minimum"),
		beyond(n.Maximum, api.KwMaximum, func(c int) bool { return c > 0 }, "is greater than the maximum"),
		beyond(n.ExclusiveMinimum, api.KwExclusiveMinimum, func(c int) bool { return c <= 0 }, "is not greater than the exclusive minimum"),
		beyond(n.ExclusiveMaximum, api.KwExclusiveMaximum, func(c int) bool { return c >= 0 }, "is not less than the exclusive maximum"),
	} {
		if bad != nil {
			return bad
		}
	}
	return nil
}

func misfitString(s *api.Schema, v api.String) *violation {
	if s.String == nil {
		return nil
	}
	n := utf8.RuneCountInString(string(v))
	return cmpLength(s, n, "characters", s.String.MinLength, api.KwMinLength, s.String.MaxLength, api.KwMaxLength)
}

func cmpLength(s *api.Schema, n int, unit string, low *api.Number, lowK api.Keyword, high *api.Number, highK api.Keyword) *violation {
	length := api.Int(int64(n))
	switch {
	case low != nil && length.Cmp(*low) < 0:
		return &violation{reason: fmt.Sprintf("has %d %s, fewer than %s %s", n, unit, lowK, low), rule: s.At(lowK)}
	case high != nil && length.Cmp(*high) > 0:
		return &violation{reason: fmt.Sprintf("has %d %s, more than %s %s", n, unit, highK, high), rule: s.At(highK)}
	}
	return nil
}

func (j *judge) array(s *api.Schema, v api.Array, depth int) *violation {
	a := s.Array
	if a == nil {
		return nil
	}
	if bad := cmpLength(s, len(v), "elements", a.MinItems, api.KwMinItems, a.MaxItems, api.KwMaxItems); bad != nil {
		return bad
	}
	for i, element := range v {
		item := a.Items
		if i < len(a.PrefixItems) {
			item = a.PrefixItems[i]
		}
		if bad := j.misfit(item, element, depth+1); bad != nil {
			bad.reason, bad.at = fmt.Sprintf("does not fit: element %d %s", i, bad.reason), append(bad.at, strconv.Itoa(i))
			return bad
		}
	}
	return unique(s, v)
}

// oneWay reports whether a member is in messages of one direction only: the value may be one of the other.
func oneWay(o *api.ObjectRules, name string) bool {
	s, _ := api.Find(o.Properties, name)
	for range maxDepth {
		if s == nil || s.Meta != nil && (s.Meta.ReadOnly || s.Meta.WriteOnly) {
			return s != nil
		}
		if s.Ref == nil {
			return false
		}
		s = s.Ref.Target
	}
	return false
}

func (j *judge) object(s *api.Schema, v api.Object, depth int) *violation {
	o := s.Object
	if o == nil {
		return nil
	}
	if bad := cmpLength(s, len(v), "members", o.MinProperties, api.KwMinProperties, o.MaxProperties, api.KwMaxProperties); bad != nil {
		return bad
	}
	for _, r := range o.Required {
		if _, ok := v.Get(r.Name); !ok && !oneWay(o, r.Name) {
			return &violation{reason: fmt.Sprintf("has no member %q", r.Name), rule: r.Pos}
		}
	}
	for _, m := range v {
		property, ok := api.Find(o.Properties, m.Name)
		if !ok {
			property = additional(o)
		}
		if bad := j.misfit(property, m.Value, depth+1); bad != nil {
			bad.reason, bad.at = fmt.Sprintf("does not fit: the member %q %s", m.Name, bad.reason), append(bad.at, m.Name)
			return bad
		}
	}
	return nil
}
