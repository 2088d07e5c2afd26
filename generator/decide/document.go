package decide

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

const prefix = "#/components/schemas/"

// Components says in JSON Schema 2020-12 what components with discriminators mean, and with parts that are closed against each other. The
// components are not changed; those that mean something else in allOf, or alone, have another form with a name of its own.
func Components(components map[string]any) map[string]any {
	components = wholes(components)
	if !hasAny(components) {
		return components
	}
	d := &document{components: components, made: object{}}
	var list []Schema
	for _, name := range slices.Sorted(maps.Keys(components)) {
		list = append(list, d.at(name, components[name]))
	}
	d.heirs = NewHeirs(list)
	for _, name := range slices.Sorted(maps.Keys(components)) {
		d.form(name, Value)
	}
	return d.made
}

// hasAny reports whether there may be a discriminator in a value.
func hasAny(v any) bool {
	switch v := v.(type) {
	case object:
		if d, ok := v["discriminator"].(object); ok && d["propertyName"] != nil {
			return true
		}
		for _, value := range v {
			if hasAny(value) {
				return true
			}
		}
	case []any:
		return slices.ContainsFunc(v, hasAny)
	}
	return false
}

// A document is components of JSON Schema.
type document struct {
	components object
	heirs      *Heirs
	made       object
}

func (d *document) at(path string, v any) jsonSchema {
	s, _ := v.(object)
	return jsonSchema{d, path, &s}
}

// form makes a component as it is meant in a position, and returns its name.
func (d *document) form(name string, at Position) string {
	s := d.at(name, d.components[name])
	at = d.heirs.At(s, at)
	made := name + [...]string{"", "..alone", "..part", "..open"}[at]
	if _, known := d.made[made]; known {
		return made
	}
	d.made[made] = nil
	switch table := d.heirs.OfBase(s); {
	case at == Value && table != nil:
		d.made[made] = object{"allOf": table.Conditions(d.ref(name, Open), func(to Schema) any { return d.ref(to.Name(), Alone) })}
	case at != Open && d.heirs.Has(s):
		d.made[made] = d.alone(s)
	default:
		d.made[made] = d.schema(s, d.components[name], at)
	}
	return made
}

func (d *document) ref(name string, at Position) object {
	return object{"$ref": prefix + d.form(name, at)}
}

// alone closes an heir of which a part forbids other members.
func (d *document) alone(s jsonSchema) object {
	o := object{"allOf": []any{d.ref(s.path, Open)}}
	if d.heirs.Closes(s, func(part Schema) bool { return (*part.(jsonSchema).value)["additionalProperties"] == false }) {
		o["unevaluatedProperties"] = false
	}
	return o
}

// schema makes what stands in a place.
func (d *document) schema(s jsonSchema, v any, at Position) any {
	from, ok := v.(object)
	if !ok {
		return v
	}
	o := object{}
	for keyword, value := range from {
		o[keyword] = d.keyword(s, keyword, value, at)
	}
	if at == Open && o["additionalProperties"] == false {
		delete(o, "additionalProperties")
	}
	if (at == Part || at == Open) && listsHeirs(s) {
		delete(o, s.union())
	} else if table := OfUnion(s); table != nil {
		keyword := s.union()
		parts, _ := o["allOf"].([]any)
		o["allOf"] = append(parts, table.Conditions(object{keyword: o[keyword]}, func(to Schema) any { return d.place(to.(jsonSchema)) })...)
		delete(o, keyword)
	}
	return o
}

// place is what stands for a schema that a tag led to.
func (d *document) place(s jsonSchema) any {
	if name := s.Name(); name != "" {
		return d.ref(name, Value)
	}
	return d.schema(s, *s.value, Value)
}

func (d *document) keyword(s jsonSchema, keyword string, value any, at Position) any {
	switch keyword {
	case "$ref":
		if name, is := strings.CutPrefix(value.(string), prefix); is && d.components[name] != nil {
			return prefix + d.form(name, Behind(at))
		}
	case "properties", "patternProperties", "dependentSchemas", "$defs":
		o := object{}
		for name, v := range value.(object) {
			o[name] = d.schema(s.below(v, keyword, name), v, Value)
		}
		return o
	case "allOf", "anyOf", "oneOf", "prefixItems":
		position := Value
		if keyword == "allOf" {
			position = Below(at, s.isOtherName())
		}
		list := make([]any, len(value.([]any)))
		for i, v := range value.([]any) {
			list[i] = d.schema(s.below(v, keyword, strconv.Itoa(i)), v, position)
		}
		return list
	case "items", "additionalProperties", "propertyNames", "unevaluatedProperties", "contains", "unevaluatedItems", "not", "if", "then", "else":
		return d.schema(s.below(value, keyword), value, Value)
	}
	return value
}

// A jsonSchema is a schema of JSON, known by its place.
type jsonSchema struct {
	in    *document
	path  string
	value *object
}

func (s jsonSchema) below(v any, way ...string) jsonSchema {
	return s.in.at(s.path+"/"+strings.Join(way, "/"), v)
}

// isOtherName reports whether a schema is its one part and no component.
func (s jsonSchema) isOtherName() bool {
	parts, _ := (*s.value)["allOf"].([]any)
	for keyword := range *s.value {
		switch keyword {
		case "allOf", "description", "title", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "nullable", "xml":
		default:
			return false
		}
	}
	return len(parts) == 1 && s.Name() == ""
}

func (s jsonSchema) Key() any { return s.path }

func (s jsonSchema) Name() string {
	if strings.Contains(s.path, "/") {
		return ""
	}
	return s.path
}

func (s jsonSchema) Target() Schema {
	ref, _ := (*s.value)["$ref"].(string)
	name, is := strings.CutPrefix(ref, prefix)
	if !is || s.in.components[name] == nil {
		return nil
	}
	return s.in.at(name, s.in.components[name])
}

func (s jsonSchema) list(keyword string) (list []Schema) {
	parts, _ := (*s.value)[keyword].([]any)
	for i, part := range parts {
		list = append(list, s.below(part, keyword, strconv.Itoa(i)))
	}
	return list
}

func (s jsonSchema) Parts() []Schema { return s.list("allOf") }

// union is the keyword with the alternatives.
func (s jsonSchema) union() string {
	if (*s.value)["oneOf"] != nil {
		return "oneOf"
	}
	return "anyOf"
}

func (s jsonSchema) Alternatives() []Schema { return s.list(s.union()) }

func (s jsonSchema) IsOnlyUnion() bool {
	for keyword := range *s.value {
		switch keyword {
		case s.union(), "discriminator", "description", "title":
		default:
			return false
		}
	}
	return true
}

func (s jsonSchema) Property(name string) Schema {
	properties, _ := (*s.value)["properties"].(object)
	if v, ok := properties[name]; ok {
		return s.below(v, "properties", name)
	}
	return nil
}

func (s jsonSchema) Requires(name string) bool {
	names, _ := (*s.value)["required"].([]any)
	return slices.Contains(names, any(name))
}

func (s jsonSchema) Types() (types []string) {
	switch v := (*s.value)["type"].(type) {
	case string:
		types = append(types, v)
	case []any:
		for _, name := range v {
			if text, ok := name.(string); ok {
				types = append(types, text)
			}
		}
	}
	return types
}

func (s jsonSchema) Values() ([]any, bool) {
	if v, ok := (*s.value)["const"]; ok {
		return []any{v}, true
	}
	list, ok := (*s.value)["enum"].([]any)
	return list, ok
}

func (s jsonSchema) Discriminator() *Keyword {
	o, ok := (*s.value)["discriminator"].(object)
	if !ok {
		return nil
	}
	k := &Keyword{}
	k.Property, _ = o["propertyName"].(string)
	mapping, _ := o["mapping"].(object)
	for _, value := range slices.Sorted(maps.Keys(mapping)) {
		k.Mapping = append(k.Mapping, Entry{value, s.in.named(mapping[value])})
	}
	k.Default = s.in.named(o["defaultMapping"])
	return k
}

// named returns the component that a text in a discriminator names or refers to.
func (d *document) named(text any) Schema {
	name, _ := text.(string)
	name = strings.TrimPrefix(name, prefix)
	if d.components[name] == nil {
		return nil
	}
	return d.at(name, d.components[name])
}
