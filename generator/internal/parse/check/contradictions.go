package check

import (
	"regexp"
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
)

// checkContradictions reports what makes a schema refuse every value, which no author wants. Each finding is certain; most of what
// cannot be satisfied is not found.
func (c *checker) checkContradictions() {
	search := endless{checker: c, state: make([]uint8, len(c.Document.Schemas))}
	for _, s := range c.Document.Schemas {
		c.checkLimits(s)
		c.checkSlashes(s)
		c.checkRequired(s)
		c.checkParts(s)
		c.checkEnum(s)
		c.checkNot(s)
		search.visit(s)
	}
}

// checkLimits reports a least that is more than the most: Validation 6.2 to 6.5.
func (c *checker) checkLimits(s *api.Schema) {
	limit := func(t api.Type, low *api.Number, lowK api.Keyword, high *api.Number, highK api.Keyword, tooHigh int) {
		if low == nil || high == nil || low.Cmp(*high) < tooHigh || !s.Has(t) {
			return
		}
		than := "more than"
		if low.Cmp(*high) == 0 {
			than = "not less than"
		}
		c.contradicts(s.At(lowK), s.At(highK), "%s %s is %s %s %s, so no %s is valid", lowK, low, than, highK, high, t)
	}
	if n := s.Number; n != nil {
		t := api.TypeNumber
		if !s.Has(t) {
			t = api.TypeInteger
		}
		limit(t, n.Minimum, api.KwMinimum, n.Maximum, api.KwMaximum, 1)
		limit(t, n.ExclusiveMinimum, api.KwExclusiveMinimum, n.Maximum, api.KwMaximum, 0)
		limit(t, n.Minimum, api.KwMinimum, n.ExclusiveMaximum, api.KwExclusiveMaximum, 0)
		limit(t, n.ExclusiveMinimum, api.KwExclusiveMinimum, n.ExclusiveMaximum, api.KwExclusiveMaximum, 0)
	}
	if l := s.String; l != nil {
		limit(api.TypeString, l.MinLength, api.KwMinLength, l.MaxLength, api.KwMaxLength, 1)
	}
	if a := s.Array; a != nil {
		limit(api.TypeArray, a.MinItems, api.KwMinItems, a.MaxItems, api.KwMaxItems, 1)
	}
	if o := s.Object; o != nil {
		limit(api.TypeObject, o.MinProperties, api.KwMinProperties, o.MaxProperties, api.KwMaxProperties, 1)
	}
}

// checkEnum reports an enum or a const with no value that the keywords beside it allow.
func (c *checker) checkEnum(s *api.Schema) {
	j := judge{hints: c.Reporter}
	misfits := func(l api.Literal) bool { return j.misfit(s, l.Value, 0) != nil }
	switch {
	case len(s.Enum) > 0 && !slices.ContainsFunc(s.Enum, func(l api.Literal) bool { return !misfits(l) }):
		c.contradicts(s.At(api.KwEnum), diag.Pos{}, "no value of the enum is valid")
	case s.Const != nil && misfits(*s.Const):
		c.contradicts(s.At(api.KwConst), diag.Pos{}, "the const is not valid")
	}
}

// checkNot reports a not of what allows everything.
func (c *checker) checkNot(s *api.Schema) {
	if s.Compose == nil || s.Compose.Not == nil {
		return
	}
	if not := s.Compose.Not; not.Form == api.FormTrue || not.Form == api.FormObject && len(not.Marks) == 0 {
		c.contradicts(s.At(api.KwNot), diag.Pos{}, "not forbids everything, so no value is valid")
	}
}

func (c *checker) contradicts(pos, other diag.Pos, format string, args ...any) *diag.Finding {
	f := c.Warn(pos, diag.RuleContradicts, format, args...)
	if other.Line > 0 && other != pos {
		f.Related = []diag.Related{{Pos: other, Message: "here"}}
	}
	return f
}

// slashes are those around a regular expression of JavaScript. In JSON Schema they are characters like others, and nobody looks for
// one before ^ or behind $.
var slashes = regexp.MustCompile(`^/(\^?.*\$|\^.*)/([dgimsuvy]*)$`)

func (c *checker) checkSlashes(s *api.Schema) {
	if s.String == nil || s.String.Pattern == nil {
		return
	}
	m := slashes.FindStringSubmatch(*s.String.Pattern)
	if m == nil {
		return
	}
	f := c.Warn(s.At(api.KwPattern), diag.RuleValue, "the slashes around the pattern are part of it")
	f.Hint = "write " + report.Show(api.String(m[1]))
	if m[2] != "" {
		f.Hint += "; flags such as " + m[2] + " do not exist here"
	}
}

// checkRequired reports required members that no properties describe: where nothing else is allowed, and where one is spelled alike.
func (c *checker) checkRequired(s *api.Schema) {
	o := s.Object
	if o == nil || len(o.Required) == 0 || len(o.Properties) == 0 || len(o.PatternProperties) > 0 {
		return
	}
	for _, r := range missing(o.Required, o) {
		hint := c.Suggest(r.Name, len(o.Properties), func() []string { return notRequired(o) })
		switch {
		case isFalse(o.AdditionalProperties):
			c.contradicts(r.Pos, s.At(api.KwAdditionalProperties), "%q is required, but additionalProperties: false forbids it, so no object is valid", r.Name).Hint = hint
		case hint != "" && s.Ref == nil && s.Compose == nil:
			c.Warn(r.Pos, diag.RuleContradicts, "%q is required, but not among the properties", r.Name).Hint = hint
		}
	}
}

// missing returns the required members that o has no property for.
func missing(required []api.Required, o *api.ObjectRules) (list []api.Required) {
	have := make(map[string]bool, len(o.Properties))
	for _, property := range o.Properties {
		have[property.Name] = true
	}
	for _, r := range required {
		if !have[r.Name] {
			list = append(list, r)
		}
	}
	return list
}

// notRequired returns the properties that are not required.
func notRequired(o *api.ObjectRules) (names []string) {
	for _, property := range o.Properties {
		if !slices.ContainsFunc(o.Required, func(r api.Required) bool { return r.Name == property.Name }) {
			names = append(names, property.Name)
		}
	}
	return names
}

func isFalse(s *api.Schema) bool { return s != nil && s.Form == api.FormFalse }
