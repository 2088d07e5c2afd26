package api

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// JSON returns a value as JSON, with its members in their order and its numbers as they are spelled.
func JSON(v Value) string { return jsonText(v, false) }

// Canonical returns the one text of all spellings of a JSON value (Core 4.2.2), byte for byte what support code makes of a value
// that it compares: sorted members and canonical numbers.
func Canonical(v Value) string { return jsonText(v, true) }

func jsonText(v Value, canonical bool) string {
	switch v := v.(type) {
	case Null:
		return "null"
	case Bool:
		return strconv.FormatBool(bool(v))
	case Number:
		if canonical {
			return v.Canonical()
		}
		return v.String()
	case String:
		return quote(string(v))
	case Array:
		parts := make([]string, len(v))
		for i, e := range v {
			parts[i] = jsonText(e, canonical)
		}
		return "[" + strings.Join(parts, ",") + "]"
	case Object:
		parts := make([]string, len(v))
		for i, m := range v {
			parts[i] = quote(m.Name) + ":" + jsonText(m.Value, canonical)
		}
		if canonical {
			slices.Sort(parts)
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
	return ""
}

// quote escapes what JSON demands and no more (RFC 8259, section 7).
func quote(s string) string {
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
