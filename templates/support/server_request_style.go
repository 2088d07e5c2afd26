package support

import (
	"slices"
	"strings"
)

// json writes the JSON of the parameter name, in style s, whose texts are among pairs. It reports whether it is there. It is the
// way back of text.
func (s style) json(w *jsonWriter, name string, pairs []rawPair, form shape) bool {
	if form.members != nil || form.rest != nil {
		if s.isSpread() {
			return form.memberPairs(w, pairs)
		}
	}
	if s.name == "deepObject" {
		return form.deep(w, name, pairs)
	}
	values := taken(pairs, name, form.items != nil)
	if values == nil {
		return false
	}
	text := strings.Join(values, s.form().delim)
	switch {
	case s.isWhole() && text == "" && !form.holdsEmpty(), !strings.HasPrefix(text, s.begin(name, form)):
		return false
	case s.name == "json":
		w.buf = append(w.buf, unescape(values[0])...)
	case (form.members != nil || form.rest != nil) && s.holdsPairs(name, text):
		form.object(w, s.members(name, text), s.explode && s.form().named)
	case form.items != nil && s.explode && !s.isWhole():
		form.list(w, unescapeAll(values))
	case form.items != nil && (form.kinds == 0 || len(s.split(name, text)) > 1):
		form.list(w, unescapeAll(s.split(name, text)))
	default:
		form.value(w, unescape(s.bare(name, values[0])))
	}
	return true
}

// isSpread reports whether the members of an object are pairs of their own.
func (s style) isSpread() bool {
	return s.explode && !s.isWhole() && s.name != "json" && s.name != "deepObject"
}

// taken gives the values with a name and marks their pairs. Many clients write name[] for the items of a list.
func taken(pairs []rawPair, name string, isList bool) (values []string) {
	for i := range pairs {
		if p := &pairs[i]; p.name == name || isList && p.name == name+"[]" {
			p.used = true
			values = append(values, p.value)
		}
	}
	return values
}

func unescapeAll(texts []string) []string {
	all := make([]string, len(texts))
	for i, t := range texts {
		all[i] = unescape(strings.TrimSpace(t))
	}
	return all
}

// isWhole reports whether all of a value stands in one text, even if it is exploded.
func (s style) isWhole() bool { return s.name == "simple" || s.name == "label" || s.name == "matrix" }

// holdsEmpty reports whether an empty text can be a value.
func (f shape) holdsEmpty() bool {
	if f.items != nil {
		f = *f.items
	}
	return f.kinds&isText != 0
}

// begin is what stands before each value in a style.
func (s style) begin(name string, form shape) string {
	if s.name != "matrix" || s.explode && (form.members != nil || form.rest != nil) {
		return s.form().begin
	}
	return ";" + queryEscape(name)
}

// bare takes off what a style puts before a value.
func (s style) bare(name, text string) string {
	switch s.name {
	case "label":
		return strings.TrimPrefix(text, ".")
	case "matrix":
		return strings.TrimPrefix(strings.TrimPrefix(text, ";"+queryEscape(name)), "=")
	}
	return text
}

// split takes the items of a list apart.
func (s style) split(name, text string) []string {
	f := s.form()
	switch s.name {
	case "spaceDelimited":
		text = strings.NewReplacer("+", f.delim, " ", f.delim).Replace(text)
	case "pipeDelimited":
		text = strings.NewReplacer("|", f.delim, "%7c", f.delim).Replace(text)
	case "matrix":
		if s.explode {
			items := strings.Split(text, ";"+queryEscape(name))[1:]
			for i := range items {
				items[i] = strings.TrimPrefix(items[i], "=")
			}
			return items
		}
	}
	delim := f.delim
	if s.explode {
		delim = f.between
	}
	return strings.Split(s.bare(name, text), delim)
}

// holdsPairs reports whether a text can be an object: where names and values stand in turn, each name has a value.
func (s style) holdsPairs(name, text string) bool {
	return s.explode || s.bare(name, text) == "" || len(s.split(name, text))%2 == 0
}

// members takes the members of an object apart: name=value each, or names and values in turn.
func (s style) members(name, text string) (pairs []rawPair) {
	if s.explode {
		for member := range strings.SplitSeq(strings.TrimPrefix(text, s.form().begin), s.form().between) {
			key, value, _ := strings.Cut(strings.TrimSpace(member), "=")
			pairs = append(pairs, rawPair{name: unescape(key), value: unescape(value)})
		}
		return pairs
	}
	for pair := range slices.Chunk(s.split(name, text), 2) {
		pairs = append(pairs, rawPair{name: unescape(strings.TrimSpace(pair[0])), value: unescape(pair[len(pair)-1])})
	}
	return pairs
}

// memberPairs writes an object whose members are pairs of their own. One that may have any names takes those that nothing has read yet.
func (f shape) memberPairs(w *jsonWriter, pairs []rawPair) bool {
	var found []rawPair
	for i := range pairs {
		p := &pairs[i]
		name := strings.TrimSuffix(p.name, "[]")
		if f.of(name).items == nil {
			name = p.name
		}
		if f.isNamed(name) || f.rest != nil && !p.used {
			p.used = true
			found = append(found, rawPair{name: name, value: unescape(p.value)})
		}
	}
	if found == nil {
		return false
	}
	f.object(w, found, true)
	return true
}
