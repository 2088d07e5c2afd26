package main

import (
	"regexp"
	"slices"
	"strings"
)

// A kind is a kind of schema, with a value that it allows and one that it refuses. In its texts, %Leaf is the component Leaf of the
// pair that uses it.
type kind struct {
	name    string
	schema  string // YAML on one line, with braces
	valid   string // JSON
	invalid string // JSON, "" if no value is refused
	at      string // the pointer to what is wrong in invalid
	traits
	components []component
	examples   []example
	tag        string // the member that tells what they are
}

// traits are what places ask of a kind.
type traits struct {
	version   string // of OpenAPI, "" for all
	null      bool   // null is valid too
	forbidden bool   // the specification does not allow the schema: there must be a finding
	anything  bool   // the schema does not say what values look like, or is one of several
	scalar    bool   // for lists, maps and the like
	family    bool   // of bases and heirs: places that write no JSON of it are left out
	unnamed   bool   // as a component it would be another kind
	derived   bool   // made of another kind: a list, a map, or one that allows null
}

// A component is a named schema that a kind needs.
type component struct{ name, schema string }

var ownName = regexp.MustCompile(`%([A-Z]\w*)`)

// own gives the components of a kind the names of a pair.
func own(text, pair string) string { return ownName.ReplaceAllString(text, pair+"$1") }

func ref(name string) string { return "{$ref: '#/components/schemas/%" + name + "'}" }

// with puts a keyword into a schema. OpenAPI 3.0 takes none beside a reference.
func with(schema, version, keyword string) string {
	if strings.HasPrefix(schema, "{$ref") && version == v30 {
		schema = "{allOf: [" + schema + "]}"
	}
	if schema == "{}" || schema == "true" {
		return "{" + keyword + "}"
	}
	return "{" + keyword + ", " + schema[1:]
}

// named makes a component of the schema.
func (k kind) named() kind {
	k.components = append([]component{{"Named", k.schema}}, k.components...)
	k.name, k.schema = "named "+k.name, ref("Named")
	return k
}

// list and dict make a list and a map of the kind.
func (k kind) list() kind {
	k.name, k.schema = "list of "+k.name, "{type: array, items: "+k.schema+"}"
	k.valid = "[" + k.valid + "]"
	if k.invalid != "" {
		k.invalid, k.at = "["+k.valid[1:len(k.valid)-1]+", "+k.invalid+"]", "/1"+k.at
	}
	k.null, k.scalar = false, false
	k.examples = within(k.examples, "[", "]", "/0")
	return k
}

func (k kind) dict() kind {
	k.name, k.schema = "map of "+k.name, "{type: object, additionalProperties: "+k.schema+"}"
	k.valid = `{"a": ` + k.valid + "}"
	if k.invalid != "" {
		k.invalid, k.at = `{"a": `+k.invalid+"}", "/a"+k.at
	}
	k.null, k.scalar = false, false
	k.examples = within(k.examples, `{"a": `, "}", "/a")
	return k
}

// within puts examples into others.
func within(examples []example, before, behind, at string) (list []example) {
	for _, e := range examples {
		e.value, e.at = before+e.value+behind, at+e.at
		if e.back != "" {
			e.back = before + e.back + behind
		}
		list = append(list, e)
	}
	return list
}

// nullable makes kinds that allow null too, in the ways that the versions have.
func (k kind) nullable() (list []kind) {
	k.null = true
	if k.version != v30 {
		k31 := k
		k31.name, k31.version, k31.schema = k.name+" or null", v31, "{anyOf: ["+k.schema+", {type: 'null'}]}"
		list = append(list, k31)
		if name, rest, ok := plainType(k.schema); ok {
			k31.name, k31.schema = k.name+" of types with null", "{type: ["+name+", 'null']"+rest
			list = append(list, k31)
		}
	}
	if k.version == "" || k.version == v30 {
		k30 := k
		k30.name, k30.version, k30.schema = k.name+" nullable", v30, with(k.schema, v30, "nullable: true")
		list = append(list, k30)
	}
	return list
}

// plainType splits a schema that begins with its type. One with values of its own would have to list null.
func plainType(schema string) (name, rest string, ok bool) {
	rest, ok = strings.CutPrefix(schema, "{type: ")
	i := strings.IndexAny(rest, ",}")
	if !ok || i < 0 || rest[0] == '[' || strings.Contains(schema, "enum:") || strings.Contains(schema, "const:") {
		return "", "", false
	}
	return rest[:i], rest[i:], true
}

// kinds are all kinds: those of the tables, and what can be made of them.
func kinds() (list []kind) {
	var base []kind
	for _, k := range scalars() {
		k.scalar = true
		base = append(base, k)
	}
	base = append(append(base, composites()...), unions()...)
	for _, k := range append(base, families()...) {
		named := k.named()
		named.derived = k.family // whose names are those of components already
		if list = append(list, k, named); !k.forbidden {
			list = append(list, k.derive()...)
		}
	}
	return slices.DeleteFunc(list, func(k kind) bool { return k.unnamed && strings.Contains(k.name, "named ") })
}

// derive makes lists, maps, and what allows null too. Values that are listed would have to list null themselves.
func (k kind) derive() (list []kind) {
	list = append(list, k.list(), k.named().list(), k.dict(), k.named().dict())
	if !k.null && !strings.Contains(k.schema, "enum:") && !strings.Contains(k.schema, "const:") {
		list = append(list, k.nullable()...)
		list = append(list, k.named().nullable()...)
		for _, n := range k.nullable() {
			n.name = "(" + n.name + ")"
			list = append(list, n.list(), n.named(), n.named().dict())
		}
	}
	for i := range list {
		list[i].derived = true
	}
	return list
}
