package support

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
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
	for _, body := range bodies {
		values = append(values, leavesIn(body)...)
	}
	return values
}

// leavesIn gives the values of a body: of JSON, of a form, or what stands between tags and line breaks, where there may be JSON again.
func leavesIn(body []byte) (values []string) {
	if x, ok := anyJSON(body); ok {
		return addLeaves(nil, x)
	}
	form, _ := url.ParseQuery(string(body)) // as far as it is one
	for _, list := range form {
		values = append(values, list...)
	}
	for text := range strings.FieldsFuncSeq(string(body), func(c rune) bool { return strings.ContainsRune("<>\r\n", c) }) {
		x, _ := anyJSON([]byte(text))
		values = addLeaves(append(values, text), x)
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
func addLeaves(list []string, x any) []string {
	switch x := x.(type) {
	case map[string]any:
		for _, v := range x {
			list = addLeaves(list, v)
		}
	case []any:
		for _, v := range x {
			list = addLeaves(list, v)
		}
	case string, json.Number:
		list = append(list, fmt.Sprint(x))
	}
	return list
}
