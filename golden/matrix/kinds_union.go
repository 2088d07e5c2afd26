package main

// Two variants of unions, told apart by a constant, by a tag without one, and by their members alone.
var (
	withConst = []component{
		{"Cat", "{type: object, required: [kind], properties: {kind: {type: string, enum: [cat]}, lives: {type: integer}}}"},
		{"Dog", "{type: object, required: [kind], properties: {kind: {type: string, enum: [dog]}, breed: {type: string}}}"},
	}
	withTag = []component{
		{"Cat", "{type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}"},
		{"Dog", "{type: object, required: [kind], properties: {kind: {type: string}, breed: {type: string}}}"},
	}
	withMembers = []component{
		{"Cat", "{type: object, required: [lives], properties: {lives: {type: integer}}}"},
		{"Dog", "{type: object, required: [breed], properties: {breed: {type: string}}}"},
	}
	closed = []component{
		{"Cat", "{type: object, additionalProperties: false, required: [lives], properties: {lives: {type: integer}}}"},
		{"Dog", "{type: object, additionalProperties: false, required: [breed], properties: {breed: {type: string}}}"},
	}
	withNumber = []component{
		{"Cat", "{type: object, required: [kind], properties: {kind: {type: integer, enum: [1]}, lives: {type: integer}}}"},
		{"Dog", "{type: object, required: [kind], properties: {kind: {type: integer, enum: [2]}, breed: {type: string}}}"},
	}
	heirs = []component{
		{"Pet", "{type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}"},
		{"Cat", "{allOf: [" + ref("Pet") + ", {type: object, properties: {lives: {type: integer}}}]}"},
		{"Dog", "{allOf: [" + ref("Pet") + ", {type: object, properties: {breed: {type: string}}}]}"},
	}
)

const (
	oneOf   = "{oneOf: [{$ref: '#/components/schemas/%Cat'}, {$ref: '#/components/schemas/%Dog'}]"
	anyOf   = "{anyOf: [{$ref: '#/components/schemas/%Cat'}, {$ref: '#/components/schemas/%Dog'}]"
	tagged  = ", discriminator: {propertyName: kind}}"
	mapped  = ", discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/%Cat', d: '#/components/schemas/%Dog'}}}"
	mapped1 = ", discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/%Cat'}}}"
)

// unions are the kinds of alternatives.
func unions() []kind {
	only31, any31 := traits{version: v31}, traits{version: v31, null: true, anything: true}
	dog, bad := `{"kind": "dog", "breed": "x"}`, `{"kind": "dog", "breed": 1}`
	dogByName, badByName := `{"kind": "%Dog", "breed": "x"}`, `{"kind": "%Dog", "breed": 1}`
	dogByMapping, badByMapping := `{"kind": "d", "breed": "x"}`, `{"kind": "d", "breed": 1}`
	list := []kind{
		{name: "constants", schema: oneOf + "}", valid: dog, invalid: bad, at: "/breed", components: withConst},
		{name: "constants and a discriminator", schema: oneOf + tagged, valid: dog, invalid: bad, at: "/breed", components: withConst},
		{name: "a plain tag", schema: oneOf + tagged, valid: dogByName, invalid: badByName, at: "/breed", components: withTag},
		{name: "a plain tag of anyOf", schema: anyOf + tagged, valid: dogByName, invalid: badByName, at: "/breed", components: withTag},
		{name: "a mapping", schema: oneOf + mapped, valid: dogByMapping, invalid: badByMapping, at: "/breed", components: withTag},
		{name: "a mapping and names", schema: oneOf + mapped1, valid: dogByName, invalid: badByName, at: "/breed", components: withTag},
		{name: "a number as a tag", schema: oneOf + tagged, valid: `{"kind": 2, "breed": "x"}`,
			invalid: `{"kind": 2, "breed": 1}`, at: "/breed", components: withNumber},
		{name: "members", schema: oneOf + "}", valid: `{"breed": "x"}`, invalid: `{"breed": 1}`, at: "/breed", components: withMembers},
		{name: "members of anyOf", schema: anyOf + "}", valid: `{"breed": "x"}`, invalid: `{"breed": 1}`, at: "/breed",
			components: withMembers},
		{name: "closed objects", schema: oneOf + "}", valid: `{"breed": "x"}`, invalid: `{"breed": 1}`, at: "/breed", components: closed},
		{name: "a base with heirs", schema: ref("Pet"), valid: dogByName, invalid: badByName, at: "/breed", components: heirs},
		{name: "scalars", schema: "{oneOf: [{type: string}, {type: integer}]}", valid: "7", invalid: "true"},
		{name: "strings", schema: "{anyOf: [{type: string, format: date}, {type: string, maxLength: 3}]}", valid: `"2026-02-03"`,
			invalid: `"long"`},
		{name: "an enum and a string", schema: "{anyOf: [{type: string, enum: [a, b]}, {type: string}]}", valid: `"a"`, invalid: "7"},
		{name: "an enum and an integer", schema: "{oneOf: [{type: string, enum: [a, b]}, {type: integer}]}", valid: `"a"`,
			invalid: `"c"`},
		{name: "integer and number", schema: "{anyOf: [{type: integer}, {type: number}]}", valid: "1.5", invalid: `"x"`},
		{name: "a date and an integer", schema: "{oneOf: [{type: string, format: date-time}, {type: integer}]}",
			valid: `"2026-02-03T04:05:06Z"`, invalid: `"x"`},
		{name: "a scalar and a list", schema: "{oneOf: [{type: string}, {type: array, items: {type: string}}]}", valid: `["a"]`,
			invalid: "7"},
		{name: "lists",
			schema: "{oneOf: [{type: array, items: {type: string}}, {type: array, minItems: 1, items: {type: integer}}]}",
			valid:  "[1]", invalid: "[true]", at: "/0"},
		{name: "an object and a string", schema: "{oneOf: [{type: object, properties: {a: {type: integer}}}, {type: string}]}",
			valid: `{"a": 1}`, invalid: `{"a": "x"}`, at: "/a"},
		{name: "a map and a list",
			schema: "{oneOf: [{type: object, additionalProperties: {type: string}}, {type: array, items: {type: string}}]}",
			valid:  `{"a": "b"}`, invalid: "7"},
		{name: "one", schema: "{oneOf: [{type: string}]}", valid: `"a"`, invalid: "7"},
		{name: "anything and a string", schema: "{anyOf: [{}, {type: string}]}", valid: `"a"`, traits: any31},
		{name: "types with null", schema: "{type: [string, integer, 'null']}", valid: "7", invalid: "true",
			traits: traits{version: v31, null: true}},
		{name: "constants of strings", schema: "{oneOf: [{const: a}, {const: b}]}", valid: `"a"`, invalid: `"c"`, traits: only31},
		{name: "constants or a number", schema: "{oneOf: [{const: a}, {type: integer}]}", valid: "7", invalid: `"c"`, traits: only31},
		{name: "null inside", schema: "{oneOf: [" + ref("Cat") + ", " + ref("Dog") + ", {type: 'null'}]}", valid: dog,
			invalid: bad, at: "/breed",
			traits: traits{version: v31, null: true}, components: withConst},
		{name: "nested", schema: "{oneOf: [{type: string}, " + ref("Pet") + "]}", valid: dog, invalid: bad, at: "/breed",
			components: append([]component{{"Pet", oneOf + tagged}}, withConst...)},
		{name: "itself", schema: ref("Tree"), valid: `{"children": ["a", {"children": ["b"]}]}`, invalid: `{"children": [1]}`,
			at: "/children/0",
			components: []component{{"Tree",
				"{oneOf: [{type: string}, {type: object, properties: {children: {type: array, items: " + ref("Tree") + "}}}]}"}}},
		{name: "no alternatives", schema: "{oneOf: []}", valid: "1", traits: traits{forbidden: true}},
		{name: "a tag that is nowhere", schema: "{oneOf: [" + ref("Cat") + ", " +
			ref("Dog") + "], discriminator: {propertyName: missing}}", valid: dog,
			traits: traits{forbidden: true}, components: withConst},
	}
	for i := range list {
		list[i].name = "union by " + list[i].name
		list[i].anything = true
	}
	return list
}
