package main

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// response makes a response that the document describes and the method asks for.
func (p *callPlanner) response(o *gomodel.Operation, op *openapi3.Operation) (a response, skip string) {
	a.status = 200
	var response *openapi3.Response
	statuses := slices.Sorted(maps.Keys(op.Responses.Map()))
	for _, status := range append(statuses, "default") {
		ref := op.Responses.Value(status)
		if ref == nil || ref.Value == nil || status[0] != '2' && status != "default" && !(p.full && status[0] == '3') {
			continue
		}
		response = ref.Value
		if n, err := strconv.Atoi(status); err == nil {
			a.status = n
		}
		break
	}
	if response == nil && p.full {
		return a, "the document has no success"
	}
	if response == nil {
		return a, ""
	}
	if a.header, skip = p.headers(response); skip != "" || len(response.Content) == 0 {
		return a, skip
	}
	for media := range strings.SplitSeq(o.Accept, ", ") {
		m := response.Content[media]
		if m == nil {
			continue
		}
		return p.content(o, a, media, m)
	}
	return a, "the first success has no body that the method asks for"
}

// headers makes the headers that a response must have.
func (p *callPlanner) headers(response *openapi3.Response) (header http.Header, skip string) {
	header = http.Header{}
	for name, ref := range response.Headers {
		if ref.Value == nil || !ref.Value.Required && !p.full || strings.EqualFold(name, "Content-Length") { // that is the length
			continue
		}
		schema, isJSON := ref.Value.Schema, false
		for _, m := range ref.Value.Content {
			schema, isJSON = m.Schema, true
		}
		sent := func(text string) bool {
			return isJSON || text != "null" && !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' })
		}
		text, ok := p.judge.sample.valueThat(sent, schema, nil, false)
		ok = ok && schema != nil && schema.Value != nil
		if !ok && !ref.Value.Required {
			continue
		}
		if !ok {
			return nil, "no value was found for a header"
		}
		var s string
		if isJSON {
			header.Set(name, text)
			continue
		}
		if json.Unmarshal([]byte(text), &s) == nil {
			text = s
		}
		header.Set(name, strings.Trim(text, "[]"))
	}
	return header, ""
}

func (p *callPlanner) content(o *gomodel.Operation, a response, media string, m *openapi3.MediaType) (response, string) {
	a.contentType = media
	switch {
	case media == "*/*":
		a.contentType = "application/json"
	case strings.Contains(media, "*"):
		a.contentType = strings.Replace(media, "*", "x", 1)
	}
	switch r := o.Result.(type) {
	case gomodel.ReaderResult:
		if p.full {
			a.body = "bytes"
		}
	case gomodel.SequenceResult:
		return p.items(a, r, m)
	case gomodel.ValueResult:
		if r.Form == gomodel.FormXML {
			a.body = "<root/>"
			return a, "a response of XML"
		}
		text, ok := p.judge.sample.value(m.Schema, mediaExamples(m), false)
		if a.body = text; !ok {
			return a, "no value was found for the response"
		}
		var s string
		if r.Form == gomodel.FormText && json.Unmarshal([]byte(text), &s) == nil {
			a.body = s
		}
	case gomodel.OneOfResult:
		text, ok := p.judge.sample.value(m.Schema, mediaExamples(m), false)
		if a.body = text; !ok {
			return a, "no value was found for the response"
		}
	}
	return a, ""
}

// items makes two items of a sequence.
func (p *callPlanner) items(a response, r gomodel.SequenceResult, m *openapi3.MediaType) (response, string) {
	if !p.full {
		return a, ""
	}
	schema := m.Schema
	if schema == nil && r.Form != gomodel.FormText {
		return a, "kin-openapi does not know the schema of items"
	}
	if schema != nil && schema.Value.Type.Is("array") {
		schema = schema.Value.Items
	}
	text, ok := p.judge.sample.value(schema, mediaExamples(m), false)
	if !ok {
		return a, "no value was found for the response"
	}
	var s string
	if r.Form == gomodel.FormText && json.Unmarshal([]byte(text), &s) == nil {
		text = s
	}
	if r.Events {
		text = "data: " + strings.ReplaceAll(text, "\n", "\ndata: ") + "\n"
	}
	a.body = text + "\n" + text + "\n"
	return a, ""
}
