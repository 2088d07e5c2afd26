package main

// The versions of OpenAPI that documents are written in. What has no version is written in the newest.
const (
	v30 = "3.0.3"
	v31 = "3.1.1"
	v32 = "3.2.0"
)

// scalars are the kinds of strings, numbers and booleans.
func scalars() (list []kind) {
	for _, rows := range [][][4]string{plain, formats, rules, values} {
		for _, r := range rows {
			list = append(list, kind{name: r[0], schema: r[1], valid: r[2], invalid: r[3]})
		}
	}
	for _, r := range values31 {
		list = append(list, kind{name: r[0], schema: r[1], valid: r[2], invalid: r[3], traits: traits{version: v31}})
	}
	for _, r := range nullInValues {
		list = append(list, kind{name: r[0], schema: r[1], valid: r[2], invalid: r[3], traits: traits{version: v31, null: true}})
	}
	for _, r := range forbidden {
		list = append(list, kind{name: r[0], schema: r[1], valid: r[2], traits: traits{version: r[3], forbidden: true}})
	}
	return append(list,
		kind{name: "exclusive bounds of 3.0",
			schema: "{type: integer, minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true}",
			valid:  "8", invalid: "9", traits: traits{version: v30}},
		kind{name: "format without type", schema: "{format: date}", valid: `"2026-02-03"`, invalid: `"x"`,
			traits: traits{version: v31, anything: true}},
		kind{name: "enum of two types", schema: "{enum: [a, 1]}", valid: `"a"`, invalid: `"c"`, traits: traits{anything: true}},
		kind{name: "enum with null of 3.0", schema: "{type: string, nullable: true, enum: [a, b, null]}",
			valid: `"a"`, invalid: `"c"`, traits: traits{version: v30, null: true}},
	)
}

// Rows: name, schema, a valid value, one that is not.
var (
	plain = [][4]string{
		{"string", "{type: string}", `"a"`, "7"},
		{"integer", "{type: integer}", "7", `"x"`},
		{"number", "{type: number}", "1.5", `"x"`},
		{"boolean", "{type: boolean}", "true", `"x"`},
	}
	formats = [][4]string{
		{"date", "{type: string, format: date}", `"2026-02-03"`, `"2026-02-30"`},
		{"date-time", "{type: string, format: date-time}", `"2026-02-03T04:05:06Z"`, `"soon"`},
		{"time", "{type: string, format: time}", `"04:05:06Z"`, `"soon"`},
		{"duration", "{type: string, format: duration}", `"P1D"`, `"soon"`},
		{"uuid", "{type: string, format: uuid}", `"0b8a9e2c-6f1d-4d4e-9a53-0c2f7a1b2c3d"`, `"x"`},
		{"byte", "{type: string, format: byte}", `"YWJj"`, `"*"`},
		{"binary", "{type: string, format: binary}", `"YWJj"`, ""},
		{"password", "{type: string, format: password}", `"x"`, "7"},
		{"email", "{type: string, format: email}", `"a@example.com"`, `"a"`},
		{"hostname", "{type: string, format: hostname}", `"a.example.com"`, `"-"`},
		{"ipv4", "{type: string, format: ipv4}", `"127.0.0.1"`, `"1"`},
		{"ipv6", "{type: string, format: ipv6}", `"::1"`, `"1"`},
		{"uri", "{type: string, format: uri}", `"urn:a"`, `"a b"`},
		{"uri-reference", "{type: string, format: uri-reference}", `"a"`, `"a b"`},
		{"uri-template", "{type: string, format: uri-template}", `"a"`, `"{"`},
		{"json-pointer", "{type: string, format: json-pointer}", `"/a"`, `"a"`},
		{"regex", "{type: string, format: regex}", `"a"`, `"("`},
		{"unknown format", "{type: string, format: x-mine}", `"a"`, "7"},
		{"int8", "{type: integer, format: int8}", "7", "200"},
		{"int16", "{type: integer, format: int16}", "7", "70000"},
		{"int32", "{type: integer, format: int32}", "7", "3000000000"},
		{"int64", "{type: integer, format: int64}", "9007199254740993", "9223372036854775808"},
		{"uint8", "{type: integer, format: uint8}", "7", "-1"},
		{"uint16", "{type: integer, format: uint16}", "7", "-1"},
		{"uint32", "{type: integer, format: uint32}", "4294967295", "-1"},
		{"uint64", "{type: integer, format: uint64}", "18446744073709551615", "-1"},
		{"float", "{type: number, format: float}", "1.5", `"x"`},
		{"double", "{type: number, format: double}", "1.5", `"x"`},
		{"decimal text", "{type: string, format: decimal}", `"1.50"`, "7"},
	}
	rules = [][4]string{
		{"minLength", "{type: string, minLength: 2}", `"ab"`, `"a"`},
		{"maxLength", "{type: string, maxLength: 2}", `"ab"`, `"abc"`},
		{"pattern", "{type: string, pattern: '^a+$'}", `"aa"`, `"b"`},
		{"pattern that looks ahead", "{type: string, pattern: '^(?=a)[ab]+$'}", `"ab"`, `"ba"`},
		{"date with pattern", "{type: string, format: date, pattern: '^2026'}", `"2026-01-02"`, `"2025-01-02"`},
		{"date-time with minLength", "{type: string, format: date-time, minLength: 10}", `"2026-02-03T04:05:06Z"`, `"x"`},
		{"uuid with pattern", "{type: string, format: uuid, pattern: '^0'}", `"0b8a9e2c-6f1d-4d4e-9a53-0c2f7a1b2c3d"`,
			`"1b8a9e2c-6f1d-4d4e-9a53-0c2f7a1b2c3d"`},
		{"byte with maxLength", "{type: string, format: byte, maxLength: 4}", `"YWJj"`, `"YWJjYWJj"`},
		{"minimum", "{type: integer, minimum: 2}", "2", "1"},
		{"maximum", "{type: integer, maximum: 9}", "9", "10"},
		{"multipleOf", "{type: integer, multipleOf: 3}", "9", "10"},
		{"minimum of numbers", "{type: number, minimum: 0.5}", "0.5", "0.25"},
		{"multipleOf of numbers", "{type: number, multipleOf: 0.5}", "1.5", "1.25"},
		{"int32 with bounds", "{type: integer, format: int32, minimum: 1, maximum: 5}", "5", "6"},
		{"uint64 with maximum", "{type: integer, format: uint64, maximum: 10}", "10", "11"},
		{"bounds beyond int64", "{type: integer, minimum: 0, maximum: 18446744073709551615}", "18446744073709551615", "-1"},
		{"float with bounds", "{type: number, format: float, maximum: 2}", "1.5", "2.5"},
		{"not", "{type: string, not: {type: string, maxLength: 2}}", `"abc"`, `"ab"`},
		{"allOf of rules", "{type: string, allOf: [{minLength: 2}, {maxLength: 3}]}", `"ab"`, `"a"`},
	}
	values = [][4]string{
		{"enum", "{type: string, enum: [a, b]}", `"a"`, `"c"`},
		{"enum of one", "{type: string, enum: [a]}", `"a"`, `"c"`},
		{"enum of odd texts", "{type: string, enum: ['', '1', 'a b', 'A b', '*', 'type']}", `"1"`, `"c"`},
		{"enum of integers", "{type: integer, enum: [1, 2]}", "2", "3"},
		{"enum of int32", "{type: integer, format: int32, enum: [-1, 2]}", "-1", "3"},
		{"enum of uint64", "{type: integer, format: uint64, enum: [1, 18446744073709551615]}", "18446744073709551615", "3"},
		{"enum of one integer", "{type: integer, enum: [1]}", "1", "3"},
		{"enum of numbers", "{type: number, enum: [1.5, 2]}", "1.5", "3"},
		{"enum of one number", "{type: number, enum: [1.5]}", "1.5", "3"},
		{"enum of booleans", "{type: boolean, enum: [true, false]}", "true", `"x"`},
		{"enum of one boolean", "{type: boolean, enum: [true]}", "true", "false"},
		{"enum of dates", "{type: string, format: date, enum: ['2026-01-02', '2026-01-03']}", `"2026-01-02"`, `"2026-01-04"`},
		{"enum of uuids", "{type: string, format: uuid, enum: [0b8a9e2c-6f1d-4d4e-9a53-0c2f7a1b2c3d]}",
			`"0b8a9e2c-6f1d-4d4e-9a53-0c2f7a1b2c3d"`, `"1b8a9e2c-6f1d-4d4e-9a53-0c2f7a1b2c3d"`},
		{"enum without type", "{enum: [a, b]}", `"a"`, `"c"`},
	}
	values31 = [][4]string{
		{"exclusive bounds", "{type: integer, exclusiveMinimum: 1, exclusiveMaximum: 9}", "8", "9"},
		{"const", "{const: a}", `"a"`, `"b"`},
		{"const of a string", "{type: string, const: a}", `"a"`, `"b"`},
		{"const of an integer", "{type: integer, const: 1}", "1", "2"},
		{"const of a number", "{type: number, const: 1.5}", "1.5", "2"},
		{"const of a boolean", "{type: boolean, const: true}", "true", "false"},
		{"const in an enum", "{type: string, const: a, enum: [a, b]}", `"a"`, `"b"`},
		{"types", "{type: [string, integer]}", `"a"`, "true"},
		{"contentEncoding", "{type: string, contentEncoding: base64}", `"YWJj"`, "7"},
	}
	nullInValues = [][4]string{
		{"enum with null", "{type: [string, 'null'], enum: [a, b, null]}", `"a"`, `"c"`},
		{"enum of integers with null", "{type: [integer, 'null'], enum: [1, 2, null]}", "1", "3"},
		{"enum of numbers with null", "{type: [number, 'null'], enum: [1.5, null]}", "1.5", "3"},
		{"enum of one with null", "{type: [string, 'null'], enum: [a, null]}", `"a"`, `"c"`},
		{"enum or null", "{anyOf: [{type: string, enum: [a, b]}, {type: 'null'}]}", `"a"`, `"c"`},
		{"const or null", "{oneOf: [{const: a}, {type: 'null'}]}", `"a"`, `"c"`},
	}
	// Rows: name, schema, a value, version.
	forbidden = [][4]string{
		{"lengths that exclude each other", "{type: string, minLength: 3, maxLength: 2}", `"a"`, ""},
		{"bounds that exclude each other", "{type: integer, minimum: 3, maximum: 2}", "1", ""},
		{"enum without values", "{type: string, enum: []}", `"a"`, ""},
		{"enum with a value twice", "{type: string, enum: [a, a]}", `"a"`, ""},
		{"enum of another type", "{type: string, enum: [1, 2]}", "1", ""},
		{"const of another type", "{type: string, const: 1}", "1", v31},
		{"nullable of 3.1", "{type: string, nullable: true}", `"a"`, v31},
		{"types of 3.0", "{type: [string, 'null']}", `"a"`, v30},
		{"const of 3.0", "{type: string, const: a}", `"a"`, v30},
		{"exclusive bounds of 3.0 in 3.1", "{type: integer, minimum: 1, exclusiveMinimum: true}", "2", v31},
		{"exclusive bounds of 3.1 in 3.0", "{type: integer, exclusiveMinimum: 1}", "2", v30},
		{"type that is none", "{type: text}", `"a"`, ""},
		{"pattern that is none", "{type: string, pattern: '('}", `"a"`, ""},
		{"minLength below zero", "{type: string, minLength: -1}", `"a"`, ""},
		{"multipleOf zero", "{type: integer, multipleOf: 0}", "1", ""},
	}
)
