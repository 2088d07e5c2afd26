package support

import (
	"net/url"
	"slices"
	"strings"
)

// A rawPair is a name of a query, a cookie or a form with its value, which is still escaped.
type rawPair struct {
	name, value string
	used        bool // a parameter has read it
}

var formStyle = style{name: "form", explode: true}

var simpleStyle = style{name: "simple"}

// required reads a parameter that must be there.
func (in *requestReader) required(place, name string, s style, form shape, read func(*jsonReader)) {
	if !in.param(place, name, s, form, read) {
		in.missing(place, step(name))
	}
}

// param reads a parameter in a style and reports whether it is there.
func (in *requestReader) param(place, name string, s style, form shape, read func(*jsonReader)) bool {
	w := &in.room.writer
	*w = jsonWriter{buf: in.room.text[:0]}
	if !s.json(w, name, in.pairs(place, name, s, form), form) {
		return false
	}
	in.decode(w.buf, place, name, read)
	return true
}

// decode reads the JSON that a text became, of the parameter name or of all that is there.
func (in *requestReader) decode(text []byte, place, name string, read func(*jsonReader)) {
	r := &in.room.reader
	*r = jsonReader{data: text}
	read(r)
	err := r.finish(name)
	if err != nil && name != "" {
		name = step(name)
	}
	in.note(place, name, err)
}

// pairs gives the pairs among which a parameter is.
func (in *requestReader) pairs(place, name string, s style, form shape) (pairs []rawPair) {
	switch place {
	case "query":
		return in.query
	case "path":
		return in.onePair(name, plainPlus(in.pathValue(name)))
	case "header":
		if values := in.r.Header.Values(name); values != nil {
			return in.onePair(name, unescaped(strings.Join(values, ",")))
		}
		return nil
	}
	var others []string
	if form.rest != nil {
		others = in.otherCookies()
	}
	in.cookies = append(in.cookies, name)
	return cookiePairs(plainPlus(strings.Join(in.r.Header.Values("Cookie"), ";")), name, s, form, others)
}

// otherCookies gives the names of cookies that no object of any members is to have: of parameters in front of it, and of credentials.
func (in *requestReader) otherCookies() []string {
	names := slices.Clone(in.cookies)
	if in.x != nil {
		for _, s := range in.x.h.schemes {
			names = append(names, s.cookie)
		}
	}
	return names
}

func (in *requestReader) onePair(name, value string) []rawPair {
	in.room.pair[0] = rawPair{name: name, value: value}
	return in.room.pair[:]
}

// cookiePairs splits a header Cookie. A list or an object of style form that is exploded is one cookie with more than one pair. Cookies with
// the names of others are marked as used.
func cookiePairs(header, name string, s style, form shape, others []string) (pairs []rawPair) {
	for text := range strings.SplitSeq(header, ";") {
		found := rawPairs(text, ";")
		if len(found) == 1 && slices.Contains(others, found[0].name) {
			found[0].used = true
		} else if s.name == "form" && s.explode && len(found) == 1 && form.isOwn(name, found[0].name) {
			found = rawPairs(text, "&")
		}
		pairs = append(pairs, found...)
	}
	return pairs
}

// pathValue gives an escaped value of the path.
func (in *requestReader) pathValue(name string) string {
	if in.x != nil {
		if i := slices.Index(in.x.op.names, name); i >= 0 {
			return in.x.values[i]
		}
	}
	return strings.ReplaceAll(in.r.PathValue(name), "%", "%25")
}

// plainPlus escapes what is a space in a query and a form only.
func plainPlus(text string) string { return strings.ReplaceAll(text, "+", "%2B") }

// unescaped escapes what has a meaning in an escaped text, but not the delimiters of lists.
func unescaped(text string) string { return plainPlus(strings.ReplaceAll(text, "%", "%25")) }

// rawPairs splits a query, a form or a header Cookie.
func rawPairs(text, separator string) (pairs []rawPair) {
	if text == "" {
		return nil
	}
	for pair := range strings.SplitSeq(text, separator) {
		name, value, _ := strings.Cut(strings.TrimSpace(pair), "=")
		pairs = append(pairs, rawPair{name: unescape(name), value: value})
	}
	return pairs
}

// unescape reads percent-encoding. What is none stays as it is.
func unescape(s string) string {
	if t, err := url.QueryUnescape(s); err == nil {
		s = t
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// made reads x and gives it back.
func made[T jsonDecoder](r *jsonReader, x T) T {
	x.decode(r)
	return x
}
