package analysis

import (
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/internal/analysis/pattern"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// EnumValues returns the indexes of the values of an enum that a value can have: not null, each once, and none that a keyword
// beside the enum forbids. So an enum needs no other check.
func (a *Analysis) EnumValues(s *api.Schema) []int {
	if list, known := a.memo.values[s]; known {
		return list
	}
	list := []int{}
	seen := map[string]bool{}
	for i, e := range a.Entries(s) {
		text := api.Canonical(e.Value)
		if _, null := e.Value.(api.Null); null || seen[text] || a.Forbids(s, e.Value) != api.KwUnknown {
			continue
		}
		seen[text] = true
		list = append(list, i)
	}
	a.memo.values[s] = list
	return list
}

// Forbids returns the first keyword of s that a string or a number breaks, KwUnknown for none.
func (a *Analysis) Forbids(s *api.Schema, v api.Value) api.Keyword {
	switch v := v.(type) {
	case api.String:
		return a.forbidsString(s, string(v))
	case api.Number:
		return forbidsNumber(s.Number, v)
	}
	return api.KwUnknown
}

func (a *Analysis) forbidsString(s *api.Schema, text string) api.Keyword {
	r := s.String
	if r == nil {
		return api.KwUnknown
	}
	length := api.Int(int64(utf8.RuneCountInString(text)))
	switch {
	case r.MinLength != nil && length.Cmp(*r.MinLength) < 0:
		return api.KwMinLength
	case r.MaxLength != nil && length.Cmp(*r.MaxLength) > 0:
		return api.KwMaxLength
	}
	if r.Pattern == nil {
		return api.KwUnknown
	}
	if match := matcher(a, *r.Pattern); match != nil && !match(text) {
		return api.KwPattern
	}
	return api.KwUnknown
}

func forbidsNumber(r *api.NumberRules, n api.Number) api.Keyword {
	switch {
	case r == nil:
	case r.Minimum != nil && n.Cmp(*r.Minimum) < 0:
		return api.KwMinimum
	case r.ExclusiveMinimum != nil && n.Cmp(*r.ExclusiveMinimum) <= 0:
		return api.KwExclusiveMinimum
	case r.Maximum != nil && n.Cmp(*r.Maximum) > 0:
		return api.KwMaximum
	case r.ExclusiveMaximum != nil && n.Cmp(*r.ExclusiveMaximum) >= 0:
		return api.KwExclusiveMaximum
	}
	return api.KwUnknown
}

// matcher returns how a pattern is matched, nil if it has no translation, which is reported elsewhere.
func matcher(a *Analysis, source string) func(string) bool {
	if match, known := a.memo.matchers[source]; known {
		return match
	}
	match := pattern.Matcher(source)
	a.memo.matchers[source] = match
	return match
}
