package messages

import (
	"encoding/json"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/effective"
)

// boundary is between the parts of a multipart body.
const boundary = "part"

// multipartText writes an object as parts, in a form an array in it as a part for each element (RFC 7578, section 4.3).
func multipartText(media, value string) (string, bool) {
	v, ok := plainOf(value)
	if !ok || v.kind == 's' {
		return "", false
	}
	var b strings.Builder
	isForm := v.kind == 'o' && effective.BaseType(media) == "multipart/form-data"
	for i, text := range v.texts {
		disposition := ""
		if isForm {
			disposition = "Content-Disposition: form-data; name=" + strconv.Quote(v.names[i]) + "\r\n"
		}
		elements := []string{text}
		if inner, ok := plainOf(text); ok && inner.kind == 'a' && isForm {
			elements = inner.texts
		}
		for _, element := range elements {
			b.WriteString("--" + boundary + "\r\n" + disposition)
			if strings.HasPrefix(element, "{") {
				b.WriteString("Content-Type: application/json\r\n")
			}
			b.WriteString("\r\n" + element + "\r\n")
		}
	}
	b.WriteString("--" + boundary + "--\r\n")
	return b.String(), true
}

// xmlText writes a value as elements with the names of its members.
func xmlText(value string) (string, bool) {
	var v any
	if json.Unmarshal([]byte(value), &v) != nil {
		return "", false
	}
	var b strings.Builder
	writeXML(&b, "root", v)
	return b.String(), true
}

func writeXML(b *strings.Builder, name string, v any) {
	if list, ok := v.([]any); ok {
		for _, e := range list {
			writeXML(b, name, e)
		}
		return
	}
	b.WriteString("<" + name + ">")
	switch v := v.(type) {
	case map[string]any:
		var names []string
		for n := range v {
			names = append(names, n)
		}
		slices.Sort(names)
		for _, n := range names {
			writeXML(b, n, v[n])
		}
	case string:
		_ = xml.EscapeText(b, []byte(v)) // a builder takes all
	case nil:
	default:
		text, _ := json.Marshal(v)
		b.Write(text)
	}
	b.WriteString("</" + name + ">")
}
