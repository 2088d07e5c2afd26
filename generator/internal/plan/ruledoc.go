package plan

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// rules says in words what the checks of a value demand. A named type says it itself.
func (p *planner) rules(u use) (parts []string) {
	switch s := u.shape.(type) {
	case scalar:
		for _, c := range p.scalarRules(u.schema, s.kind, nil) {
			parts = append(parts, checkWords(c, u.schema)...)
		}
		if s.kind == gomodel.Bytes {
			parts = append(parts, "base64 in JSON")
		}
	case list:
		if c, ok := itemsCheck(u.schema).(gomodel.Items); ok {
			parts = append(parts, amount(c.Min, c.Max, "item", "items"))
		}
		if p.checksUnique(u.schema) {
			parts = append(parts, "no two the same")
		}
		parts = appendInner(parts, "each ", p.rules(s.elem))
	case dict:
		for _, c := range p.mapChecks(u.schema) {
			switch c := c.(type) {
			case gomodel.Properties:
				parts = append(parts, amount(c.Min, c.Max, "member", "members"))
			case gomodel.Requires:
				parts = append(parts, "with "+quoteAll(c.Names))
			}
		}
		parts = appendInner(parts, "each value ", p.rules(s.elem))
	}
	return parts
}

// appendInner adds the rules of elements: "each 1 to 64 characters, must match x".
func appendInner(parts []string, each string, inner []string) []string {
	if len(inner) == 0 || strings.HasPrefix(inner[0], "each") { // deeper than that, words confuse
		return parts
	}
	return append(parts, each+strings.Join(inner, ", "))
}

func checkWords(c gomodel.Check, s *api.Schema) []string {
	switch c := c.(type) {
	case gomodel.Length:
		return []string{amount(c.Min, c.Max, "character", "characters")}
	case gomodel.Match:
		return []string{"must match " + *s.String.Pattern}
	case gomodel.IntRange, gomodel.FloatRange:
		return boundWords(s.Number)
	case gomodel.Format:
		return []string{"format " + c.Name}
	case gomodel.MultipleOf:
		return []string{"a multiple of " + c.Of}
	case gomodel.Equals:
		return []string{"always " + literalText(c.Value)}
	}
	return nil
}

func amount(low, high int, one, many string) string {
	unit := many
	switch {
	case low == high:
		if low == 1 {
			unit = one
		}
		return strconv.Itoa(low) + " " + unit
	case high < 0:
		if low == 1 {
			unit = one
		}
		return "at least " + strconv.Itoa(low) + " " + unit
	case low == 0:
		if high == 1 {
			unit = one
		}
		return "at most " + strconv.Itoa(high) + " " + unit
	}
	return strconv.Itoa(low) + " to " + strconv.Itoa(high) + " " + unit
}

// boundWords shows the bounds as the document has them.
func boundWords(r *api.NumberRules) (parts []string) {
	if r.Minimum != nil && r.Maximum != nil && r.ExclusiveMinimum == nil && r.ExclusiveMaximum == nil {
		return []string{r.Minimum.String() + " to " + r.Maximum.String()}
	}
	add := func(words string, n *api.Number) {
		if n != nil {
			parts = append(parts, words+" "+n.String())
		}
	}
	add("at least", r.Minimum)
	add("more than", r.ExclusiveMinimum)
	add("at most", r.Maximum)
	add("less than", r.ExclusiveMaximum)
	return parts
}

func literalText(l gomodel.Literal) string {
	switch l := l.(type) {
	case gomodel.StringLit:
		return strconv.Quote(string(l))
	case gomodel.IntLit:
		return strconv.FormatInt(int64(l), 10)
	case gomodel.FloatLit:
		return string(l)
	case gomodel.BoolLit:
		return strconv.FormatBool(bool(l))
	}
	return ""
}

// quoteAll joins names: "a", "b".
func quoteAll(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = strconv.Quote(name)
	}
	return strings.Join(quoted, ", ")
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// space separates sentences.
func (t *text) space() *text {
	if len(t.spans) > 0 {
		t.add(" ")
	}
	return t
}
