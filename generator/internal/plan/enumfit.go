package plan

import (
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// enumValues returns the indexes of the values of an enum that a value can have: not null, each once, and none that a keyword
// beside the enum forbids. So an enum needs no other check.
func (p *planner) enumValues(s *api.Schema) []int {
	if list, known := p.memo.values[s]; known {
		return list
	}
	list := []int{}
	seen := map[string]bool{}
	for i, e := range p.entries(s) {
		text := api.Canonical(e.Value)
		if _, null := e.Value.(api.Null); null || seen[text] || p.forbids(s, e.Value) != api.KwUnknown {
			continue
		}
		seen[text] = true
		list = append(list, i)
	}
	p.memo.values[s] = list
	return list
}

// reportImpossible reports the values of an enum that a keyword beside it forbids.
func (p *planner) reportImpossible(s *api.Schema) {
	for _, e := range p.entries(s) {
		if k := p.forbids(s, e.Value); k != api.KwUnknown {
			f := p.findings.Warn(e.Pos, diag.RuleEnum, "the value %s can never be used: %s forbids it", brief(e.Value), k)
			f.Related = []diag.Related{{Pos: s.At(k), Message: "here"}}
		}
	}
}

// forbids returns the first keyword of s that a string or a number breaks, KwUnknown for none.
func (p *planner) forbids(s *api.Schema, v api.Value) api.Keyword {
	switch v := v.(type) {
	case api.String:
		return p.forbidsString(s, string(v))
	case api.Number:
		return forbidsNumber(s.Number, v)
	}
	return api.KwUnknown
}

func (p *planner) forbidsString(s *api.Schema, text string) api.Keyword {
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
	if match := p.matcher(*r.Pattern); match != nil && !match(text) {
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
func (p *planner) matcher(source string) func(string) bool {
	if match, known := p.memo.matchers[source]; known {
		return match
	}
	match := matching(source)
	p.memo.matchers[source] = match
	return match
}
