package support

import (
	"bytes"
	"strings"
)

// A partStyle is how a member of a form is written, where the document says it (OAS, Encoding Object).
type partStyle struct {
	name      string
	mediaType string
	style     style // counts if it has a name
}

// formBody makes the members of an object the body of the request, as application/x-www-form-urlencoded.
func (k *call) formBody(write func(*jsonWriter), parts ...partStyle) {
	k.body, k.contentType = []byte(strings.Join(k.formPairs(write, parts), "&")), "application/x-www-form-urlencoded"
}

// queryForm makes them the query.
func (k *call) queryForm(write func(*jsonWriter), parts ...partStyle) {
	k.query = append(k.query, k.formPairs(write, parts)...)
}

// formPairs gives the pairs of a form. What parts says nothing about is written in the default way: an array as one pair for each
// element, an object as JSON.
func (k *call) formPairs(write func(*jsonWriter), parts []partStyle) (pairs []string) {
	var w jsonWriter
	if write(&w); w.err != nil {
		k.fail(w.err)
		return nil
	}
	members, _ := splitJSON(w.buf)
	for _, m := range members {
		how := partStyle{name: m.name}
		for _, p := range parts {
			if p.name == m.name {
				how = p
			}
		}
		if text := how.text(m.value); text != "" {
			pairs = append(pairs, text)
		}
	}
	return pairs
}

// text gives name=value, more than one pair for an array.
func (p partStyle) text(value []byte) string {
	if p.style.name != "" {
		return p.style.text(p.name, value, p.style.escape())
	}
	elements, kind := splitJSON(value)
	if kind != '[' || isJSONType(p.mediaType) {
		return queryEscape(p.name) + "=" + queryEscape(p.valueText(value))
	}
	texts := make([]string, len(elements))
	for i, e := range elements {
		texts[i] = queryEscape(p.name) + "=" + queryEscape(p.valueText(e.value))
	}
	return strings.Join(texts, "&")
}

// valueText gives a scalar as text, unless its media type is JSON, and others as JSON.
func (p partStyle) valueText(value []byte) string {
	if isJSONType(p.mediaType) {
		return string(bytes.TrimSpace(value))
	}
	return scalarText(value)
}
