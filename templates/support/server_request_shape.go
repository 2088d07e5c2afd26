package support

import "slices"

// A shape says how texts become JSON.
type shape struct {
	kinds   kinds         // of a scalar
	items   *shape        // of a list
	members []shapeMember // of an object, those with names
	rest    *shape        // of its other members; nil: texts
}

// kinds are what a scalar may be. Of several, a text that can be a number or a boolean is one.
type kinds uint8

const (
	isText kinds = 1 << iota
	isNumber
	isBoolean
)

// A shapeMember is one of an object.
type shapeMember struct {
	name  string
	shape shape
}

var textShape = shape{kinds: isText}

var numberShape = shape{kinds: isNumber}

var boolShape = shape{kinds: isBoolean}

var textsShape = shape{items: &shape{kinds: isText}}

var numbersShape = shape{items: &shape{kinds: isNumber}}

var boolsShape = shape{items: &shape{kinds: isBoolean}}

// isObject reports whether a value has members.
func (f shape) isObject() bool { return f.members != nil || f.rest != nil }

// of gives the shape of a member.
func (f shape) of(name string) shape {
	for _, m := range f.members {
		if m.name == name {
			return m.shape
		}
	}
	if f.rest != nil {
		return *f.rest
	}
	return textShape
}

// isNamed reports whether an object has a member by this name.
func (f shape) isNamed(name string) bool {
	return slices.ContainsFunc(f.members, func(m shapeMember) bool { return m.name == name })
}

// isOwn reports whether the pairs of a list or an object can begin with a name.
func (f shape) isOwn(param, name string) bool {
	return f.items != nil && name == param || f.rest != nil || f.isNamed(name)
}

// value writes a text: as a number or a boolean if it may be one, as JSON if it is that of a list or an object, else as a string, so that
// it cannot break out into the JSON around it.
func (f shape) value(w *jsonWriter, text string) {
	isPart := (f.items != nil || f.isObject()) && text != "" && (text[0] == '[' || text[0] == '{')
	isScalar := f.kinds&isNumber != 0 && isNumeric(text) || f.kinds&isBoolean != 0 && (text == "true" || text == "false")
	if isScalar || isPart && isWholeJSON(text) {
		w.buf = append(w.buf, text...)
		return
	}
	w.string(text)
}

// isNumeric reports whether a text is a JSON number.
func isNumeric(text string) bool {
	return text != "" && (text[0] == '-' || isDigit(text[0])) && isWholeJSON(text)
}

// isWholeJSON reports whether a text is one JSON value and nothing else.
func isWholeJSON(text string) bool {
	r := jsonReader{data: []byte(text)}
	r.skip()
	return !r.stopped && r.pos == len(text)
}

// object writes members whose texts are not escaped. If they repeat, a list has a pair for each item.
func (f shape) object(w *jsonWriter, members []rawPair, repeat bool) {
	start := w.beginObject()
	for i, m := range members {
		form := f.of(m.name)
		isSame := func(other rawPair) bool { return other.name == m.name }
		switch {
		case !repeat || form.items == nil:
			form.value(w.member(m.name), m.value)
		case !slices.ContainsFunc(members[:i], isSame):
			form.list(w.member(m.name), textsOf(members[i:], isSame))
		}
	}
	w.endObject(start)
}

// list writes items.
func (f shape) list(w *jsonWriter, texts []string) {
	w.list(len(texts), func(i int) { f.items.value(w, texts[i]) })
}

// textsOf gives the values of some pairs.
func textsOf(pairs []rawPair, wanted func(rawPair) bool) (texts []string) {
	for _, p := range pairs {
		if wanted(p) {
			texts = append(texts, p.value)
		}
	}
	return texts
}
