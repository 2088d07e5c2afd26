package support

import "strconv"

// tagText looks ahead for member name of the object that is next, and gives it as JSON if it is a string, an integer or a boolean, else "".
// One integer has many texts, of which this gives the shortest.
func (r *jsonReader) tagText(name string) string {
	i := r.tagAt(name)
	switch c := r.at(i); {
	case c == '"':
		text, _ := r.textAt(i)
		return strconv.Quote(string(text))
	case c == '-' || isDigit(c):
		plain, zeros := splitInteger(string(r.data[i:r.pass(i)]))
		if n, ok := joinInteger(plain, zeros); ok {
			return strconv.FormatInt(n, 10)
		}
	case c == 't' || c == 'f':
		return string(r.data[i:r.pass(i)])
	}
	return ""
}

// untold reports whether the object that is next has no member name, or null there, or one of some values that lead to several variants.
func (r *jsonReader) untold(name string, shared ...string) bool {
	if r.peek() != '{' {
		return false
	}
	if at := r.tagAt(name); at < 0 || r.at(at) == 'n' {
		return true
	}
	tag := r.tagText(name)
	for _, s := range shared {
		if s == tag {
			return true
		}
	}
	return false
}
