package words

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// AppendInner adds the rules of elements: "each 1 to 64 characters, must match x".
func AppendInner(parts []string, each string, inner []string) []string {
	if len(inner) == 0 || strings.HasPrefix(inner[0], "each") { // deeper than that, words confuse
		return parts
	}
	return append(parts, each+strings.Join(inner, ", "))
}

// Amount says a lower and an upper limit, such as "1 to 64 characters"; high < 0 is no limit.
func Amount(low, high int, one, many string) string {
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

// Number shows the text of a number as the document has it, without its end if it is very long.
func Number(text string) string {
	const most = 60
	if len(text) > most {
		return text[:most] + "..."
	}
	return text
}

// BoundWords shows the bounds as the document has them.
func BoundWords(r *api.NumberRules) (parts []string) {
	if r.Minimum != nil && r.Maximum != nil && r.ExclusiveMinimum == nil && r.ExclusiveMaximum == nil {
		return []string{Number(r.Minimum.String()) + " to " + Number(r.Maximum.String())}
	}
	add := func(words string, n *api.Number) {
		if n != nil {
			parts = append(parts, words+" "+Number(n.String()))
		}
	}
	add("at least", r.Minimum)
	add("more than", r.ExclusiveMinimum)
	add("at most", r.Maximum)
	add("less than", r.ExclusiveMaximum)
	return parts
}

// LiteralText returns a literal as Go code has it.
func LiteralText(l gomodel.Literal) string {
	switch l := l.(type) {
	case gomodel.StringLit:
		return strconv.Quote(string(l))
	case gomodel.IntLit:
		return strconv.FormatInt(int64(l), 10)
	case gomodel.UintLit:
		return strconv.FormatUint(uint64(l), 10)
	case gomodel.FloatLit:
		return Number(string(l))
	case gomodel.BoolLit:
		return strconv.FormatBool(bool(l))
	}
	return ""
}

// QuoteAll joins names: "a", "b".
func QuoteAll(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = strconv.Quote(name)
	}
	return strings.Join(quoted, ", ")
}

// Capital makes the first letter of a text a capital.
func Capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// Space separates sentences.
func (t *Text) Space() *Text {
	if len(t.Spans) > 0 {
		t.Add(" ")
	}
	return t
}
