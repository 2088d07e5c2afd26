package support

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// guard gives all values that a request sends, some of which the document calls secrets: a response may repeat any of them.
func (k *call) guard() (values []string) {
	for _, pair := range k.query {
		_, value, _ := strings.Cut(pair, "=")
		values = append(values, strings.FieldsFunc(value, func(c rune) bool { return c == ',' || c == '|' })...)
	}
	bodies := [][]byte{k.body}
	if s, ok := k.source.(interface{ small() [][]byte }); ok {
		bodies = s.small()
	}
	names := map[string]bool{}
	for _, body := range bodies {
		values = append(values, leavesIn(body, names)...)
	}
	return slices.DeleteFunc(values, func(value string) bool { return names[value] })
}

// leavesIn gives the values of a body: of JSON, of a form, or what stands between tags and line breaks, where there may be JSON again. It
// notes names of members: a value that is one too is a word of the API, which says nothing.
func leavesIn(body []byte, names map[string]bool) (values []string) {
	if x, ok := anyJSON(body); ok {
		return addLeaves(nil, x, names)
	}
	form, _ := url.ParseQuery(string(body)) // as far as it is one
	for name, list := range form {
		names[name] = list[0] != ""
		values = append(values, list...)
	}
	for text := range strings.FieldsFuncSeq(string(body), func(c rune) bool { return strings.ContainsRune("<>\r\n", c) }) {
		x, _ := anyJSON([]byte(text))
		values = addLeaves(append(values, text), x, names)
	}
	return values
}

func anyJSON(text []byte) (x any, ok bool) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	ok = d.Decode(&x) == nil && !d.More()
	return x, ok
}

// addLeaves adds the texts and numbers in a JSON value.
func addLeaves(list []string, x any, names map[string]bool) []string {
	switch x := x.(type) {
	case map[string]any:
		for name, v := range x {
			names[name] = true
			list = addLeaves(list, v, names)
		}
	case []any:
		for _, v := range x {
			list = addLeaves(list, v, names)
		}
	case string, json.Number:
		list = append(list, fmt.Sprint(x))
	}
	return list
}
