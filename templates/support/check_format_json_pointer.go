package support

import "strings"

// validJSONPointer is the format json-pointer (RFC 6901, section 5).
func validJSONPointer(s string) bool {
	if s != "" && s[0] != '/' {
		return false
	}
	for i := range len(s) {
		if s[i] == '~' && (i+1 == len(s) || s[i+1] != '0' && s[i+1] != '1') {
			return false
		}
	}
	return true
}

// validRelativeJSONPointer is the format relative-json-pointer (draft-bhutton-relative-json-pointer-00, section 3).
func validRelativeJSONPointer(s string) bool {
	rest, ok := cutCount(s)
	if !ok {
		return false
	}
	if rest != "" && (rest[0] == '+' || rest[0] == '-') {
		if rest, ok = cutCount(rest[1:]); !ok {
			return false
		}
	}
	return rest == "#" || validJSONPointer(rest)
}

// cutCount cuts a number without leading zeros off s.
func cutCount(s string) (rest string, ok bool) {
	rest = strings.TrimLeft(s, "0123456789")
	digits := len(s) - len(rest)
	return rest, digits == 1 || digits > 1 && s[0] != '0'
}
