package support

import (
	"errors"
	"slices"
	"strings"
)

// isNewer reports whether all that is wrong with a request is what the document does not list, and a newer sender may have: a value of an enum, a
// member of a closed object, a kind of event. known are rules that may be broken.
func isNewer(err error, known ...string) bool {
	bad, ok := errors.AsType[*InvalidError](err)
	if !ok {
		return false
	}
	newer := make([]bool, len(bad.Violations))
	for i, v := range slices.Backward(bad.Violations) {
		newer[i] = slices.Contains(known, v.Rule) || unlisted(v) || (v.Rule == "oneOf" || v.Rule == "anyOf") && isExplained(bad.Violations[i:], newer[i:])
	}
	return !slices.Contains(newer, false)
}

// unlisted reports whether a value or a member is one that the document does not list. It is none if it has another JSON type.
func unlisted(v Violation) bool {
	switch v.Rule {
	case "additionalProperties", "unevaluatedProperties":
		return v.Limit == "false"
	case "enum", "const", "discriminator":
		listed, _ := strings.CutPrefix(v.Limit, "[")
		return v.Value == "" || jsonKind(listed) == jsonKind(v.Value)
	}
	return false
}

// isExplained reports whether the first violation, that no alternative holds, is there only because of newer values inside.
func isExplained(all []Violation, newer []bool) bool {
	inside := 0
	for i, v := range all[1:] {
		if v.In != all[0].In || v.Pointer != all[0].Pointer && !strings.HasPrefix(v.Pointer, all[0].Pointer+"/") {
			break
		}
		if !newer[i+1] {
			return false
		}
		inside++
	}
	return inside > 0
}

// jsonKind gives the kind of a value by its first byte, all numbers being 0 and all constants c.
func jsonKind(text string) byte {
	switch {
	case text == "":
		return 0
	case text[0] == '-' || isDigit(text[0]):
		return '0'
	case text[0] == 't' || text[0] == 'f':
		return 'c'
	}
	return text[0]
}
