package lists

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// JSONTexts are values as JSON.
func JSONTexts(list []api.Value) (out []string) {
	for _, v := range list {
		out = append(out, api.JSON(v))
	}
	return out
}

// Most is how many values a sentence shows.
const Most = 6

// GoneAndCame says which values are gone and which are new, with the whole of both lists if they are short.
func GoneAndCame(gone, came, old, new []api.Value) string {
	var parts []string
	if len(gone) > 0 {
		parts = append(parts, Enumerate(JSONTexts(gone))+IsAre(len(gone))+"gone")
	}
	if len(came) > 0 {
		parts = append(parts, Enumerate(JSONTexts(came))+IsAre(len(came))+"new")
	}
	text := strings.Join(parts, ", ")
	if max(len(old), len(new)) > Most || len(gone) == 0 {
		return text + " (" + strconv.Itoa(len(old)) + " → " + strconv.Itoa(len(new)) + " values)"
	}
	return text + " (" + ValueWords(old, true) + " → " + ValueWords(new, true) + ")"
}

// IsAre is the verb for a number of things.
func IsAre(n int) string {
	if n == 1 {
		return " is "
	}
	return " are "
}

// Enumerate joins words, the first ones of a long list.
func Enumerate(list []string) string {
	if len(list) > Most {
		return strings.Join(list[:Most], ", ") + " and " + strconv.Itoa(len(list)-Most) + " more"
	}
	return strings.Join(list, ", ")
}

// ValueWords are values as a list in a sentence: strings without quotes.
func ValueWords(list []api.Value, listed bool) string {
	if !listed {
		return ""
	}
	var out []string
	for _, v := range list {
		if s, ok := v.(api.String); ok && isWord(string(s)) {
			out = append(out, string(s))
			continue
		}
		out = append(out, api.JSON(v))
	}
	if out == nil {
		return "no value"
	}
	return strings.Join(out, ", ")
}

// isWord reports whether a text cannot be taken for another value where it stands in a list without quotes.
func isWord(s string) bool {
	_, number := api.ParseNumber(s)
	return s != "" && !strings.ContainsAny(s, ", \n\t\"") && !number && s != "true" && s != "false" && s != "null"
}

// Spaced is a value as JSON with a space behind each colon and comma.
func Spaced(v api.Value) string {
	switch v := v.(type) {
	case api.Object:
		var parts []string
		for _, m := range v {
			parts = append(parts, api.JSON(api.String(m.Name))+": "+Spaced(m.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case api.Array:
		var parts []string
		for _, item := range v {
			parts = append(parts, Spaced(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return api.JSON(v)
}

// LengthWords says how long texts may be, "" for no limit: 1 to 64 characters.
func LengthWords(low, high string) string {
	switch {
	case low == "" && high == "":
		return ""
	case high == "":
		return "from " + low + " " + characters(low)
	case low == "":
		return "up to " + high + " " + characters(high)
	case low == high:
		return low + " " + characters(low)
	}
	return low + " to " + high + " characters"
}

func characters(n string) string {
	if n == "1" {
		return "character"
	}
	return "characters"
}

// Numeral is a number as the document has it, "none" for nil.
func Numeral(n *api.Number) string {
	if n == nil {
		return "none"
	}
	return n.String()
}
