package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/api"
)

// canonical returns the one text of all spellings of a JSON value (Core 4.2.2), byte for byte what support code makes of a value
// that it compares: numbers as digits without zeros at the end and the exponent that they then need, strings with as few escapes
// as possible, members in the order of their names' bytes.
func canonical(v api.Value) string {
	switch v := v.(type) {
	case api.Bool:
		return strconv.FormatBool(bool(v))
	case api.Number:
		return canonicalNumber(v)
	case api.String:
		return canonicalString(string(v))
	case api.Array:
		parts := make([]string, len(v))
		for i, e := range v {
			parts[i] = canonical(e)
		}
		return "[" + strings.Join(parts, ",") + "]"
	case api.Object:
		members := slices.Clone(v)
		slices.SortFunc(members, func(a, b api.Member) int { return strings.Compare(canonicalString(a.Name), canonicalString(b.Name)) })
		parts := make([]string, len(members))
		for i, m := range members {
			parts[i] = canonicalString(m.Name) + ":" + canonical(m.Value)
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
	return "null"
}

func canonicalNumber(n api.Number) string {
	negative, digits, exponent := n.Exact()
	if digits == "" {
		return "0"
	}
	if negative {
		digits = "-" + digits
	}
	if exponent != 0 {
		digits += "e" + strconv.FormatInt(exponent, 10)
	}
	return digits
}

func canonicalString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ':
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
