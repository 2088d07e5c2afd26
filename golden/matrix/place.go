package main

import (
	"regexp"
	"strings"
)

// A place is where a schema can stand. Its texts have $S for the schema, $V for a value, $ID for the name of the pair.
type place struct {
	name    string
	version string // the first version of OpenAPI that has it, "" for all
	model   string // the schema of a component, "" for none
	path    string // the members of a path item, "" for none
	webhook string // the members of a webhook, "" for none
	suffix  string // of the path
	how
}

// how says how a value is tried at a place.
type how struct {
	do     string // what the runner does
	where  string // where in the request the value is
	style  style
	value  string // around the value
	at     string // the pointer to the value in that
	status int
	media  string
	fits   func(*kind) fit
}

// A fit says what is to be expected of a kind at a place.
type fit uint8

const (
	works   fit = iota
	unclear     // how it is written depends on the value, or is for us to decide
	unknown     // OpenAPI does not define how it is written: there must be a finding
	wrong       // the specification forbids it: there must be a finding
	never       // there is no such pair
)

func (p *place) fit(k *kind) fit {
	switch {
	case k.version == v30 && p.version != "":
		return never
	case k.forbidden:
		return wrong
	case k.family && (p.style.name != "" || p.where == "text"):
		return never
	case p.fits != nil:
		return p.fits(k)
	}
	return works
}

// places are all places.
func places() (list []place) {
	list = append(list, modelPlaces()...)
	list = append(list, parameterPlaces()...)
	list = append(list, bodyPlaces()...)
	list = append(list, responsePlaces()...)
	return list
}

// modelPlaces are the places in a schema. The component is an object with the member value.
func modelPlaces() (list []place) {
	member := func(schema string) string {
		return "{type: object, required: [value], properties: {value: " + schema + "}}"
	}
	for _, r := range []struct{ name, model, value, at string }{
		{"required property", member("$S"), "$V", ""},
		{"optional property", "{type: object, properties: {value: $S}}", "$V", ""},
		{"list item", member("{type: array, items: $S}"), "[$V]", "/0"},
		{"map value", member("{type: object, additionalProperties: $S}"), `{"a": $V}`, "/a"},
		{"more members", member("{type: object, properties: {other: {type: boolean}}, additionalProperties: $S}"),
			`{"other": true, "a": $V}`, "/a"},
		{"oneOf member", member("{oneOf: [$S, " + stranger + "]}"), "$V", ""},
		{"anyOf member", member("{anyOf: [" + stranger + ", $S]}"), "$V", ""},
		{"allOf part", "{allOf: [{type: object, properties: {other: {type: string}}}, " + member("$S") + "]}", "$V", ""},
		{"alone in allOf", member("{allOf: [$S]}"), "$V", ""},
		{"inline object", member("{type: object, required: [a], properties: {a: $S}}"), `{"a": $V}`, "/a"},
	} {
		list = append(list, place{name: r.name, model: r.model, how: how{do: "model", value: `{"value": ` + r.value + "}",
			at: "/value" + r.at}})
	}
	return append(list,
		place{name: "tuple item", version: v31,
			model: member("{type: array, prefixItems: [{type: string}, $S], items: false, minItems: 2}"),
			how:   how{do: "model", value: `{"value": ["a", $V]}`, at: "/value/1"}},
		place{name: "item behind a tuple", version: v31, model: member("{type: array, prefixItems: [{type: string}], items: $S}"),
			how: how{do: "model", value: `{"value": ["a", $V]}`, at: "/value/1"}},
		place{name: "default of a property", model: "{type: object, properties: {value: $D}}", how: how{do: "new",
			value: `{"value": $V}`, at: "/value"}},
		place{name: "default that does not fit", model: "{type: object, properties: {value: $X}}", how: how{fits: misfit}},
		place{name: "readOnly", model: "{type: object, required: [value], properties: {value: $R}}", path: "get: " +
			responses("$ID") + ", put: " + takes("other$ID"), how: how{do: "receive",
			value: `{"value": $V}`, at: "/value", status: 200, media: "application/json"}},
		place{name: "writeOnly", model: "{type: object, required: [value], properties: {value: $W}}", path: "get: " +
			responses("other$ID") + ", put: " + takes("$ID"), how: how{do: "send",
			where: "json", value: `{"value": $V}`, at: "/value"}},
	)
}

// stranger is an object that no value of a kind looks like.
const stranger = "{type: object, additionalProperties: false, required: [stranger], properties: {stranger: {type: array, minItems: 2}}}"

const (
	done   = "responses: {'204': {description: x}}"
	holder = "{$ref: '#/components/schemas/$ID'}"
	both   = "post: {operationId: $ID, requestBody: {required: true, content: {application/json: {schema: " + holder + "}}}, " +
		"responses: {'200': {description: x, content: {application/json: {schema: " + holder + "}}}}}"
)

// responses and takes are operations of one direction only, so that both forms of the component are there.
func responses(id string) string {
	return "{operationId: " + id + ", responses: {'200': {description: x, content: {application/json: {schema: " + holder + "}}}}}"
}

func takes(id string) string {
	return "{operationId: " + id + ", requestBody: {required: true, content: {application/json: {schema: " + holder + "}}}, " + done + "}"
}

// notJudged are keywords that nobody judges a default by: OpenAPI recommends only that it is valid.
var notJudged = regexp.MustCompile(`format|attern|contains|multipleOf|propertyNames|dependent|contentEncoding|not:|if:`)

// misfit lets a kind with a value that is not valid be a default that does not fit.
func misfit(k *kind) fit {
	if k.invalid == "" || notJudged.MatchString(k.schema) {
		return never
	}
	for _, c := range k.components {
		if notJudged.MatchString(c.schema) {
			return never
		}
	}
	return wrong
}

// parameterPlaces are the places of parameters in each style.
func parameterPlaces() (list []place) {
	for _, s := range []style{
		{in: "path", name: "simple"}, {in: "path", name: "simple", explode: true}, {in: "path", name: "label"}, {in: "path",
			name: "label", explode: true},
		{in: "path", name: "matrix"}, {in: "path", name: "matrix", explode: true}, {in: "query",
			name: "form", explode: true}, {in: "query", name: "form"},
		{in: "query", name: "spaceDelimited"}, {in: "query", name: "spaceDelimited", explode: true}, {in: "query", name: "pipeDelimited"},
		{in: "query", name: "pipeDelimited", explode: true}, {in: "query", name: "deepObject", explode: true}, {in: "header",
			name: "simple"},
		{in: "header", name: "simple", explode: true}, {in: "cookie", name: "form", explode: true}, {in: "cookie", name: "form"},
	} {
		list = append(list, parameter(s, "required: true, schema: $S"))
	}
	optional := parameter(style{in: "query", name: "form", explode: true}, "schema: $S")
	optional.name = "optional " + optional.name
	standard := parameter(style{in: "query", name: "form", explode: true}, "schema: $D")
	standard.name = "default of a query parameter"
	misfits := parameter(style{in: "query", name: "form", explode: true}, "schema: $X")
	misfits.name, misfits.fits = "default of a parameter that does not fit", misfit
	list = append(list, optional, standard, misfits)
	for _, in := range []string{"path", "query", "header", "cookie"} {
		p := parameter(style{in: in}, "required: true, content: {application/json: {schema: $S}}")
		p.name, p.fits = "content in "+in, nil
		list = append(list, p)
	}
	for _, in := range []style{{in: "cookie", name: "cookie", explode: true}, {in: "cookie", name: "cookie"}} {
		p := parameter(in, "required: true, schema: $S")
		p.version = v32
		list = append(list, p)
	}
	whole := parameter(style{in: "querystring"}, "required: true, content: {application/json: {schema: $S}}")
	whole.name, whole.version, whole.fits = "content in querystring", v32, nil
	form := parameter(style{in: "querystring", name: "form", explode: true},
		"required: true, content: {application/x-www-form-urlencoded: {schema: $S}}")
	form.name, form.version = "form in querystring", v32
	return append(list, whole, form)
}

// parameter is the place of a parameter.
func parameter(s style, members string) place {
	text := "name: " + wireName(s.in) + ", in: " + s.in + ", " + members
	if s.name != "" && s.in != "querystring" {
		text += ", style: " + s.name + ", explode: " + map[bool]string{true: "true", false: "false"}[s.explode]
	}
	p := place{name: s.String(), path: "get: {operationId: $ID, parameters: [{" + text + "}], " + done + "}"}
	if s.in == "path" {
		p.suffix = "/{value}"
	}
	p.how = how{do: "send", where: s.in, style: s, value: "$V", fits: s.fit, at: "/" + wireName(s.in)}
	return p
}

func wireName(in string) string {
	if in == "header" {
		return "X-Value"
	}
	return "value"
}

// bodyPlaces are the places in what is sent.
func bodyPlaces() (list []place) {
	body := func(media, schema string) string {
		return "post: {operationId: $ID, requestBody: {required: true, content: {" + media + ": {schema: " + schema + "}}}, " + done + "}"
	}
	field := "{type: object, required: [value], properties: {value: $S}}"
	return []place{
		{name: "JSON body", path: body("application/json", "$S"), how: how{do: "send", where: "json", value: "$V"}},
		{name: "optional JSON body", path: strings.Replace(body("application/json", "$S"), "required: true, ", "", 1),
			how: how{do: "send", where: "json", value: "$V"}},
		{name: "text body", path: body("text/plain", "$S"), how: how{do: "send", where: "text", value: "$V", fits: asText}},
		{name: "urlencoded field", path: body("application/x-www-form-urlencoded", field), how: how{do: "send", where: "form",
			value: `{"value": $V}`, at: "/value", fits: asField}},
		{name: "multipart field", path: body("multipart/form-data", field), how: how{do: "send", where: "multipart",
			value: `{"value": $V}`, at: "/value", fits: asField}},
		{name: "XML body", model: field, path: strings.ReplaceAll(both, "application/json", "application/xml"),
			how: how{do: "echo", where: "xml", value: `{"value": $V}`, at: "/value", status: 200, media: "application/xml", fits: asXML}},
		{name: "webhook", version: v31, webhook: body("application/json", "$S"), how: how{do: "webhook", value: "$V"}},
		{name: "callback", path: "post: {operationId: caller$ID, callbacks: {event: {'{$request.query.url}': {" +
			body("application/json", "$S") + "}}}, " + done + "}",
			how: how{do: "webhook", value: "$V"}},
	}
}

// responsePlaces are the places in what comes back.
func responsePlaces() (list []place) {
	response := func(status, content string) string {
		return "get: {operationId: $ID, responses: {'" + status + "': {description: x, " + content + "}}}"
	}
	return []place{
		{name: "JSON response", path: response("200", "content: {application/json: {schema: $S}}"), how: how{do: "receive",
			value: "$V", status: 200, media: "application/json"}},
		{name: "text response", path: response("200", "content: {text/plain: {schema: $S}}"),
			how: how{do: "receive", where: "text", value: "$V", status: 200, media: "text/plain", fits: asText}},
		{name: "error", path: response("404", "content: {application/json: {schema: $S}}"), how: how{do: "fail", value: "$V",
			status: 404, media: "application/json"}},
		{name: "default error", path: response("default", "content: {application/json: {schema: $S}}"), how: how{do: "fail",
			value: "$V", status: 500, media: "application/json"}},
		{name: "response header", path: response("204", "headers: {X-Value: {required: true, schema: $S}}"),
			how: how{do: "header", where: "text", style: style{in: "header", name: "simple"}, value: "$V", at: "/X-Value",
				fits: style{in: "header", name: "simple"}.fit}},
	}
}

func asText(k *kind) fit {
	switch {
	case k.valid == "null":
		return never
	case k.anything:
		return unclear
	case k.scalar:
		return works
	}
	return unknown
}

// asField: a form has no null.
func asField(k *kind) fit {
	if strings.Contains(k.valid, "null") {
		return unclear
	}
	return works
}

// asXML: OpenAPI says little about XML of values whose schema does not say what they are.
func asXML(k *kind) fit {
	if k.anything {
		return unclear
	}
	return works
}
