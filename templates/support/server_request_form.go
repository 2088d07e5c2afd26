package support

import (
	"errors"
	"net/http"
	"slices"
)

// form reads a body of application/x-www-form-urlencoded.
func (in *requestReader) form(form shape, parts []partStyle, read func(*jsonReader)) {
	if pairs := in.formPairs(); in.err == nil {
		var w jsonWriter
		form.formObject(&w, pairs, parts)
		in.decode(w.buf, "body", "", read)
	}
}

// formPairs splits such a body.
func (in *requestReader) formPairs() []rawPair {
	pairs := rawPairs(string(in.bodyBytes()), "&")
	if len(pairs) > in.options.MaxParams && in.err == nil {
		in.err = &requestError{status: http.StatusBadRequest, error: errors.New("the form has too many pairs")}
	}
	return pairs
}

// formObject writes the object whose members are pairs of a form. It is the way back of formPairs.
func (f shape) formObject(w *jsonWriter, pairs []rawPair, parts []partStyle) {
	start := w.beginObject()
	var last []partStyle // they take the pairs that are left
	for _, m := range f.members {
		how := partStyle{name: m.name}
		for _, p := range parts {
			if p.name == m.name {
				how = p
			}
		}
		if m.shape.rest != nil && how.style.isSpread() {
			last = append(last, how)
		} else {
			how.writeMember(w, pairs, m.shape)
		}
	}
	for _, how := range last {
		how.writeMember(w, pairs, f.of(how.name))
	}
	for _, p := range pairs {
		if !p.used {
			isList := f.of(p.name).items != nil
			how := partStyle{name: p.name}
			how.json(w.member(p.name), slices.Clone(pairs), f.of(p.name))
			if isList {
				taken(pairs, p.name, false)
			}
		}
	}
	w.endObject(start)
}

// writeMember writes a member of a form if it is there.
func (p partStyle) writeMember(w *jsonWriter, pairs []rawPair, form shape) {
	mark := len(w.buf)
	if w.member(p.name); !p.json(w, pairs, form) {
		w.buf = w.buf[:mark]
	}
}

// json writes the JSON of a member that is among pairs, and reports whether it is there. It is the way back of text.
func (p partStyle) json(w *jsonWriter, pairs []rawPair, form shape) bool {
	if p.style.name != "" {
		return p.style.json(w, p.name, pairs, form)
	}
	isList := form.items != nil && !isJSONType(p.mediaType)
	values := taken(pairs, p.name, isList)
	for i, v := range values {
		values[i] = unescape(v)
	}
	switch {
	case values == nil:
		return false
	case isList:
		form.list(w, values)
		return true
	}
	for i, text := range values {
		if i > 0 {
			w.member(p.name) // the reader finds that it is there twice
		}
		if isJSONType(p.mediaType) && isWholeJSON(text) {
			w.buf = append(w.buf, text...)
		} else {
			form.value(w, text)
		}
	}
	return true
}
