package main

import (
	"encoding/json"
	"slices"
	"strings"
)

// A style is how a parameter is written (OAS, Style Values). Without a name it is JSON.
type style struct {
	in, name string
	explode  bool
}

func (s style) String() string {
	text := s.in + " " + s.name
	if s.explode {
		text += " exploded"
	}
	return text
}

// A member is a member of an object in its order, or an item without a name.
type member struct{ name, text string }

// fit tells where OpenAPI defines a style: for values without lists and objects inside, in the cells of its table.
func (s style) fit(k *kind) fit {
	form, members, isFlat := flatten(k.valid)
	switch {
	case k.valid == "null":
		return never
	case s.in == "path" && onlyNull(members): // a style writes nothing, and a path must have something
		return unknown
	case k.anything, strings.Contains(k.valid, "null"):
		return unclear
	case s.in == "querystring" && (form != "object" || !isFlat): // the encoding of forms decides
		return unclear
	case !isFlat:
		return unknown
	case s.name == "spaceDelimited" || s.name == "pipeDelimited":
		if form == "scalar" || s.explode {
			return unknown
		}
	case s.name == "deepObject" && form != "object":
		return unknown
	case s.in == "cookie" && s.name == "form" && s.explode && form != "scalar":
		return unknown
	}
	if len(members) == 0 { // nothing is written for it
		return never
	}
	return works
}

// onlyNull reports whether there are members, and each is null.
func onlyNull(members []member) bool {
	return len(members) > 0 && !slices.ContainsFunc(members, func(m member) bool { return m.text != "null" })
}

// flatten splits a JSON value into texts.
func flatten(text string) (form string, members []member, isFlat bool) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	first, _ := d.Token()
	isFlat, form = true, "scalar"
	switch first {
	case json.Delim('['):
		form = "list"
	case json.Delim('{'):
		form = "object"
	default:
		return form, []member{{"", scalarText(first)}}, first != nil
	}
	for d.More() {
		var m member
		if form == "object" {
			name, _ := d.Token()
			m.name, _ = name.(string)
		}
		var value any
		if d.Decode(&value) != nil {
			return form, nil, false
		}
		switch value.(type) {
		case []any, map[string]any, nil:
			isFlat = false
		}
		m.text = scalarText(value)
		members = append(members, m)
	}
	return form, members, isFlat
}

func scalarText(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	data, _ := json.Marshal(v)
	return string(data)
}

// write writes a value that is flat, without escapes.
func (s style) write(text string) string {
	form, members, _ := flatten(text)
	var parts []string
	for _, m := range members {
		switch {
		case form == "object" && s.explode && s.name == "deepObject":
			parts = append(parts, wireName(s.in)+"["+m.name+"]="+m.text)
		case form == "object" && s.explode:
			parts = append(parts, m.name+"="+m.text)
		case form == "object":
			parts = append(parts, m.name, m.text)
		default:
			parts = append(parts, m.text)
		}
	}
	named := wireName(s.in) + "="
	switch s.name {
	case "simple":
		return strings.Join(parts, ",")
	case "label":
		return "." + strings.Join(parts, map[bool]string{true: ".", false: ","}[s.explode])
	case "matrix":
		if form == "object" && s.explode {
			return ";" + strings.Join(parts, ";")
		}
		if s.explode {
			return ";" + named + strings.Join(parts, ";"+named)
		}
		return ";" + named + strings.Join(parts, ",")
	}
	separator := map[string]string{"spaceDelimited": " ", "pipeDelimited": "|"}[s.name]
	switch {
	case s.explode && form == "object":
		return strings.Join(parts, s.between())
	case s.explode:
		return named + strings.Join(parts, s.between()+named)
	case separator == "":
		separator = ","
	}
	return named + strings.Join(parts, separator)
}

func (s style) between() string {
	if s.in == "cookie" {
		return "; "
	}
	return "&"
}

// formText lists the fields of a form for a value as JSON: one for each item of a list, JSON for objects.
func formText(text string) string {
	form, members, _ := flatten(text)
	if form == "object" {
		members = []member{{"", text}}
	}
	texts := []string{}
	for _, m := range members {
		texts = append(texts, m.text)
	}
	data, _ := json.Marshal(texts)
	return string(data)
}
