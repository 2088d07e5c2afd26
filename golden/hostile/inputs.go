package main

import (
	"bufio"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// object is a format for a schema with one required property of its own.
const object = `{"type":"object","required":["p%[1]d"],"properties":{"p%[1]d":{"type":"string"}}}`

// inputs are all documents.
func inputs() []input {
	return slices.Concat(yamlInputs(), values(), nesting(), names(), references(), towers(), operations(), choices(), patterns(), complaints(), large())
}

// yamlInputs blow up by aliases and merge keys.
func yamlInputs() []input {
	wide := func(w *bufio.Writer) {
		w.WriteString("    A: &a\n      type: object\n      properties:\n")
		lines(1000, "        p%[1]d: {type: string}\n")(w)
	}
	quadratic := func(w *bufio.Writer) {
		w.WriteString("    A0: &a0 {p: {type: string}}\n")
		for i := range 1400 {
			fmt.Fprintf(w, "    A%d: &a%d {<<: *a%d, p%d: {type: string}}\n", i+1, i+1, i, i)
		}
	}
	each := func(w *bufio.Writer) {
		w.WriteString("    A0: &a0 {p: 1}\n")
		for i := range 400 {
			fmt.Fprintf(w, "    A%d: &a%d {<<: [*a0", i+1, i+1)
			for j := range i {
				fmt.Fprintf(w, ",*a%d", j+1)
			}
			fmt.Fprintf(w, "], p%d: 1}\n", i)
		}
	}
	return []input{
		yamlSchemas("merge keys, a chain", quadratic),
		yamlSchemas("merge keys, each of all before", each),
		yamlSchemas("merge keys, one mapping 20,000 times", wide, text("    B:\n      properties:\n        <<: ["), repeat(20_000, "*a"), text("]\n")),
		yamlSchemas("merge keys, one mapping by 20,000", wide, lines(20_000, "    B%[1]d: {<<: *a, minProperties: %[2]d}\n")),
		yamlSchemas("merge keys, in each of 5,000 properties", text("    A: &a {type: object, properties: &p {"), list(200, "p%[1]d: {type: string, maxLength: %[2]d}"), text("}}\n"),
			lines(5_000, "    B%[1]d: {type: object, properties: {<<: *p, q%[2]d: {type: string}}}\n")),
		yamlSchemas("aliases of one schema, 1,600", wide, lines(1600, "    B%[1]d: *a\n")),
		yamlSchemas("aliases of one schema, 40,000", text("    A: &a {type: object, properties: {a: {type: string}, b: {type: object, properties: {c: {type: string}}}}}\n"), lines(40_000, "    B%[1]d: *a\n")),
		yamlSchemas("aliases that double, 19 times", text("    A0: &a0 {type: string}\n"), lines(18, "    A%[2]d: &a%[2]d {type: object, properties: {a: *a%[1]d, b: *a%[1]d}}\n")),
		yamlSchemas("aliases that double, 60 times", text("    A0: &a0 {type: string}\n"), lines(60, "    A%[2]d: &a%[2]d {allOf: [*a%[1]d, *a%[1]d]}\n")),
		yamlSchemas("aliases of a list of enum values", text("    A: {type: string, enum: &e ["), list(5_000, "v%[1]d"), text("]}\n"), lines(300, "    B%[1]d: {type: string, enum: *e, maxLength: %[2]d}\n")),
		yamlSchemas("aliases of examples", text("    A: {type: string, examples: &e ["), list(5_000, "v%[1]d"), text("]}\n"), lines(300, "    B%[1]d: {type: string, examples: *e, maxLength: %[2]d}\n")),
		yamlSchemas("flow, 100,000 deep", text("    A: "+strings.Repeat("{not: ", 100_000)+"{}"+strings.Repeat("}", 100_000)+"\n")),
		yamlSchemas("flow lists, 450,000 deep", text("    A: "+strings.Repeat("[", 450_000)+strings.Repeat("]", 450_000)+"\n")),
		yamlSchemas("block lists, 400,000 deep", text("    A:\n      "+strings.Repeat("- ", 400_000)+"a\n")),
		yamlSchemas("blocks, 1,300 deep", func(w *bufio.Writer) {
			for i := range 1300 {
				w.WriteString(strings.Repeat(" ", i+4) + "n:\n")
			}
		}),
		yamlSchemas("keys that are mappings", lines(30_000, "    ? {a%[1]d: b}\n    : {type: string}\n")),
		yamlSchemas("anchors", lines(40_000, "    A%[1]d: &a%[2]d {}\n")),
		yamlSchemas("comments", lines(60_000, "    # a comment\n"), text("    A: {type: string}\n")),
		yamlSchemas("broken after a long text", lines(30_000, "    A%[1]d: {type: string}\n"), text("    B: [\n")),
		yamlSchemas("escapes", text("    A: {description: \""+strings.Repeat(`\u00e9`, 150_000)+"\"}\n")),
		yamlSchemas("tabs", lines(60_000, "    A%[1]d:\t{}\n")),
		yamlSchemas("block scalars", lines(20_000, "    A%[1]d:\n      description: |\n        a\n        b\n")),
		yamlSchemas("question marks", text("    A: "+strings.Repeat("? ", 400_000)+"\n")),
		yamlSchemas("numbers of YAML", text("    A: {enum: ["), repeat(200_000, "0x1f"), text("]}\n")),
	}
}

// values are many or large scalars and lists.
func values() []input {
	digits := strings.Repeat("9", 900_000)
	return []input{
		document("extension of 470,000 numbers", text(`"paths":{},"x-a":[`), repeat(470_000, "1"), text(`]`)),
		document("extension of 330,000 empty lists", text(`"paths":{},"x-a":[`), repeat(330_000, "[]"), text(`]`)),
		document("extension of 140,000 members", text(`"paths":{},"x-a":{`), list(70_000, `"a%[1]d":%[2]d`), text(`}`)),
		schemas("enum of 90,000 texts", text(`"A":{"type":"string","enum":[`), list(90_000, `"v%[1]d"`), text(`]}`)),
		schemas("enum of 130,000 integers", text(`"A":{"type":"integer","enum":[`), list(130_000, `%[1]d`), text(`]}`)),
		schemas("enum of 90,000 numbers", text(`"A":{"type":"number","enum":[`), list(90_000, `%[1]d.5`), text(`]}`)),
		schemas("enum of 70,000 objects", text(`"A":{"enum":[`), list(70_000, `{"v":%[1]d}`), text(`]}`)),
		schemas("enum of one value 400,000 times", text(`"A":{"type":"integer","enum":[`), repeat(400_000, "1"), text(`]}`)),
		schemas("enum with a pattern", text(`"A":{"type":"string","pattern":"^(a|b|ab)*c$","enum":[`), list(80_000, `"v%[1]d"`), text(`]}`)),
		schemas("default of 400,000 numbers", text(`"A":{"type":"array","default":[`), repeat(400_000, "1"), text(`]}`)),
		schemas("default of 90,000 unique objects", text(`"A":{"type":"array","uniqueItems":true,"default":[`), list(70_000, `{"v":%[1]d}`), text(`]}`)),
		schemas("examples, 60,000", text(`"A":{"type":"object","properties":{"a":{"type":"integer"}},"examples":[`), list(60_000, `{"a":%[1]d}`), text(`]}`)),
		schemas("one number of 900,000 digits", text(`"A":{"type":"number","minimum":`+digits+`}`)),
		schemas("multipleOf of 900,000 digits", text(`"A":{"type":"integer","multipleOf":`+digits+`,"default":7`+digits[:9]+`}`)),
		schemas("bounds of 90,000 digits", list(9, `"A%[1]d":{"type":"integer","minimum":-`+digits[:90_000]+`,"maximum":%[2]d}`)),
		schemas("exponents", list(9_000, `"A%[1]d":{"type":"number","minimum":1e-99999%[2]d,"multipleOf":1e-99999,"default":1e99999,"maximum":1e99999}`)),
		schemas("description of 900 kB", text(`"A":{"type":"string","description":"`+strings.Repeat("word ", 180_000)+`"}`)),
		schemas("description of 900,000 new lines", text(`"A":{"type":"string","description":"`+strings.Repeat(`\n`, 450_000)+`"}`)),
		schemas("description of 900,000 stars", text(`"A":{"type":"string","description":"`+strings.Repeat(`*`, 900_000)+`"}`)),
		schemas("constant of 900 kB", text(`"A":{"const":"`+strings.Repeat("a", 900_000)+`"}`)),
	}
}

// nesting goes deep.
func nesting() []input {
	list := []input{document("lists, 450,000 deep", text(`"paths":{},"x-a":`), nested(450_000, "[", "", "]")),
		document("lists that do not end", text(`"paths":{},"x-a":`+strings.Repeat("[", 900_000)))}
	for _, k := range [][3]string{
		{"properties", `{"type":"object","properties":{"a":`, `}}`},
		{"items", `{"type":"array","items":`, `}`},
		{"prefixItems", `{"type":"array","prefixItems":[{"type":"string"},`, `]}`},
		{"additionalProperties", `{"type":"object","additionalProperties":`, `}`},
		{"allOf", `{"properties":{"b":{}},"allOf":[`, `]}`},
		{"anyOf", `{"anyOf":[{"properties":{"b":{}}},`, `]}`},
		{"oneOf", `{"oneOf":[{"type":"integer"},`, `]}`},
		{"oneOf of objects", `{"oneOf":[{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}},{"type":"object","properties":{"a":`, `}}]}`},
		{"not", `{"not":`, `}`},
		{"if", `{"if":{"type":"string"},"then":`, `}`},
		{"unevaluatedProperties", `{"unevaluatedProperties":`, `}`},
		{"$defs", `{"$defs":{"a":`, `}}`},
	} {
		list = append(list, schemas(k[0]+", 330 deep", text(`"A":`), nested(330, k[1], `{"type":"string"}`, k[2])),
			schemas(k[0]+", 10,000 deep", text(`"A":`), nested(10_000, k[1], `{"type":"string"}`, k[2])))
	}
	return append(list,
		schemas("properties, 100 times 330 deep", func(w *bufio.Writer) {
			for i := range 80 {
				if i > 0 {
					w.WriteByte(',')
				}
				fmt.Fprintf(w, `"A%d":`, i)
				nested(330, `{"type":"object","properties":{"a":`, `{"type":"string"}`, `}}`)(w)
			}
		}),
		schemas("oneOf, 30 times 330 deep", func(w *bufio.Writer) {
			for i := range 30 {
				if i > 0 {
					w.WriteByte(',')
				}
				fmt.Fprintf(w, `"A%d":`, i)
				nested(330, `{"oneOf":[{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}},{"type":"object","properties":{"a":`, `{"type":"string"}`, `}}]}`)(w)
			}
		}),
	)
}

// names are long or many.
func names() []input {
	long := strings.Repeat("n", 900_000)
	kilo := strings.Repeat("n", 1_000)
	op := `{"operationId":"o%[1]d","responses":{"204":{"description":""}}}`
	return []input{
		schemas("property with a name of 900 kB", text(`"A":{"type":"object","properties":{"`+long+`":{"type":"string"}}}`)),
		schemas("schema with a name of 900 kB", text(`"`+long+`":{"type":"object","properties":{"a":{"type":"string"}}}`)),
		schemas("names of 30 kB, 30 deep", text(`"A":`), nested(30, `{"type":"object","properties":{"`+kilo[:1]+strings.Repeat("m", 29_000)+`":`, `{"type":"string"}`, `}}`)),
		schemas("nested properties with names of 3 kB, 300 deep", text(`"A":`), nested(300, `{"type":"object","properties":{"`+strings.Repeat("m", 2_900)+`":`, `{"type":"string"}`, `}}`)),
		schemas("900 names of 1 kB that begin alike", list(900, `"`+kilo+`%[1]d":{"type":"object","properties":{"a%[2]d":{"type":"string"}}}`)),
		schemas("names that are one word in Go", text(`"A":{"type":"object","properties":{`), folded(40_000, `":{"type":"string"}`), text(`}}`)),
		schemas("schemas that are one word in Go", folded(20_000, `":{"type":"object","properties":{"a":{}}}`)),
		schemas("enum values that are one word in Go", text(`"A":{"type":"string","enum":[`), folded(60_000, `"`), text(`]}`)),
		document("path of 900 kB", text(`"paths":{"/`+long+`":{"get":`+fmt.Sprintf(op, 1)+`}}`)),
		document("path of 100,000 parameters", text(`"paths":{"/`+strings.Repeat("{a}/", 100_000)+`":{"get":`+fmt.Sprintf(op, 1)+`}}`)),
		document("path of 50,000 other parameters", text(`"paths":{"/`), lines(50_000, "{a%[1]d}/"), text(`":{"get":`+fmt.Sprintf(op, 1)+`}}`)),
		document("operationId of 900 kB", text(`"paths":{"/a":{"get":{"operationId":"`+long+`","responses":{"204":{"description":""}}}}}`)),
		document("no operationId, long paths", text(`"paths":{`), list(800, `"/`+kilo+`/%[1]d":{"get":{"responses":{"204":{"description":"%[2]d"}}}}`), text(`}`)),
		document("tags, 40,000", text(`"paths":{},"tags":[`), list(40_000, `{"name":"t%[1]d"}`), text(`]`)),
	}
}

// folded are n names that are the same word in Go.
func folded(n int, end string) part {
	signs := strings.NewReplacer("0", "-", "1", "+", "2", ".", "3", "*")
	return func(w *bufio.Writer) {
		for i := range n {
			if i > 0 {
				w.WriteByte(',')
			}
			w.WriteString(`"a` + signs.Replace(strconv.FormatInt(int64(i), 4)) + end)
		}
	}
}

// references are chains, circles and stars of $ref.
func references() []input {
	next := `{"$ref":"#/components/schemas/A%[2]d"}`
	list2 := []input{
		schemas("$ref, chain of 12,000", list(12_000, `"A%[1]d":`+next), text(`,"A12000":{}`)),
		schemas("$ref, circle of 12,000", list(12_000, `"A%[1]d":`+next), text(`,"A12000":`+ref("A0"))),
		schemas("$ref, 90 long, 15,000 at its end", list(90, `"A%[1]d":`+next), text(`,"A90":{"type":"object","properties":{"a":{}}},`), list(12_000, `"B%[1]d":{"$ref":"#/components/schemas/A0","minProperties":%[2]d}`)),
		schemas("properties, chain of 8,000 that is a circle", list(8_000, `"A%[1]d":{"type":"object","properties":{"a":`+next+`}}`), text(`,"A8000":`+ref("A0"))),
		schemas("properties, required chain of 6,000", list(6_000, `"A%[1]d":{"type":"object","required":["a"],"properties":{"a":`+next+`}}`), text(`,"A6000":{"type":"string"}`)),
		schemas("additionalProperties, checked circle of 6,000", list(6_000, `"A%[1]d":{"type":"object","minProperties":1,"additionalProperties":`+next+`}`), text(`,"A6000":`+ref("A0"))),
		schemas("everything refers to everything, 120", list(120, `"A%[1]d":{"type":"object","properties":{`+strings.ReplaceAll(joined(120, `"a@":{"$ref":"#/components/schemas/A@"}`), "%", "%%")+`}}`)),
		schemas("unions of everything, 120", list(120, `"A%[1]d":{"oneOf":[{"type":"object","required":["t%[1]d"],"properties":{"t%[2]d":{}}},`+joined(120, `{"type":"object","properties":{"a@":{"$ref":"#/components/schemas/A@"}},"required":["a@"]}`)+`]}`)),
		schemas("references to members, 20,000", text(`"A":{"type":"object","properties":{"a":{"type":"string"}}},`), list(12_000, `"B%[1]d":{"$ref":"#/components/schemas/A/properties/a","maxLength":%[2]d}`)),
		schemas("references with long pointers", text(`"A":`), nested(300, `{"type":"object","properties":{"a":`, `{"type":"string"}`, `}}`), text(`,`), list(180, `"B%[1]d":{"$ref":"#/components/schemas/A`+strings.Repeat("/properties/a", 300)+`","maxLength":%[2]d}`)),
		schemas("references that lead nowhere, 15,000", list(15_000, `"A%[1]d":{"$ref":"#/components/schemas/B%[2]d"}`)),
		schemas("references to other files, 12,000", list(12_000, `"A%[1]d":{"$ref":"other%[1]d.json@/B%[2]d"}`)),
	}
	for _, k := range [][2]string{
		{"properties", `{"type":"object","required":["a","b"],"properties":{"a":` + next + `,"b":` + next + `}}`},
		{"prefixItems", `{"type":"array","prefixItems":[` + next + `,` + next + `]}`},
		{"allOf", `{"allOf":[` + next + `,{"$ref":"#/components/schemas/A%[2]d","properties":{"p%[1]d":{}}}]}`},
		{"anyOf", `{"anyOf":[` + next + `,{"$ref":"#/components/schemas/A%[2]d","properties":{"p%[1]d":{}}}]}`},
		{"oneOf", `{"oneOf":[` + next + `,{"$ref":"#/components/schemas/A%[2]d","properties":{"p%[1]d":{}}}]}`},
		{"not", `{"not":{"anyOf":[` + next + `,` + next + `]}}`},
		{"if", `{"if":` + next + `,"then":` + next + `,"else":` + next + `}`},
		{"unevaluated", `{"allOf":[` + next + `,` + next + `],"unevaluatedProperties":false}`},
		{"contains", `{"type":"array","contains":` + next + `,"items":` + next + `}`},
		{"dependentSchemas", `{"dependentSchemas":{"a":` + next + `,"b":` + next + `},"properties":{"p%[1]d":{}}}`},
	} {
		list2 = append(list2, schemas(k[0]+" doubles 90 times", list(90, `"A%[1]d":`+k[1]), text(`,"A90":{"type":"object","properties":{"x":{}}}`)))
	}
	return list2
}

// joined joins n texts by commas; @ is the index.
func joined(n int, format string) string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = strings.ReplaceAll(format, "@", strconv.Itoa(i))
	}
	return strings.Join(texts, ",")
}

// towers are parts that many schemas share.
func towers() []input {
	base := all(text(`"B":{"type":"object","properties":{`), list(1_000, `"p%[1]d":{"type":"string","maxLength":%[2]d}`), text(`}},`))
	tower := func(n int) part {
		return list(n, `"A%[1]d":{"allOf":[{"$ref":"#/components/schemas/A%[2]d"},{"type":"object","properties":{"p%[1]d":{"type":"string"}}}]}`)
	}
	return []input{
		schemas("allOf of one large object, 6,000 heirs", base, list(6_000, `"C%[1]d":{"allOf":[`+ref("B")+`,{"type":"object","properties":{"q%[2]d":{"type":"string"}}}]}`)),
		schemas("allOf of one large object, 6,000 closed heirs", base, list(6_000, `"C%[1]d":{"allOf":[`+ref("B")+`],"properties":{"q%[2]d":{}},"additionalProperties":false}`)),
		schemas("allOf of one large object, 6,000 with unevaluatedProperties", base, list(6_000, `"C%[1]d":{"allOf":[`+ref("B")+`],"properties":{"q%[2]d":{}},"unevaluatedProperties":false}`)),
		schemas("anyOf of one large object, 6,000", base, list(6_000, `"C%[1]d":{"anyOf":[`+ref("B")+`,{"type":"object","properties":{"q%[2]d":{"type":"string"}}}]}`)),
		schemas("oneOf of one large union, 6,000", text(`"B":{"oneOf":[`), list(1_000, object+""), text(`]},`), list(6_000, `"C%[1]d":{"oneOf":[`+ref("B")+`,{"type":"integer","minimum":%[2]d}]}`)),
		schemas("anyOf of one large enum, 6,000", text(`"B":{"type":"string","enum":[`), list(2_000, `"v%[1]d"`), text(`]},`), list(6_000, `"C%[1]d":{"anyOf":[`+ref("B")+`,{"type":"string","minLength":%[2]d}]}`)),
		schemas("$ref with siblings to one large enum, 6,000", text(`"B":{"type":"string","enum":[`), list(2_000, `"v%[1]d"`), text(`]},`), list(6_000, `"C%[1]d":{"$ref":"#/components/schemas/B","minLength":%[2]d}`)),
		schemas("$ref with siblings to one large object, 6,000", base, list(6_000, `"C%[1]d":{"$ref":"#/components/schemas/B","minProperties":%[2]d}`)),
		schemas("allOf, tower of 95", tower(95), text(`,"A95":{"type":"object"}`)),
		schemas("allOf, 60 towers of 90", func(w *bufio.Writer) {
			for i := range 60 {
				for j := range 90 {
					fmt.Fprintf(w, `"A%d_%d":{"allOf":[{"$ref":"#/components/schemas/A%d_%d"},{"type":"object","properties":{"p%d":{"type":"string"}}}]},`, i, j, i, j+1, j)
				}
				fmt.Fprintf(w, `"A%d_90":{"type":"object"},`, i)
			}
			w.WriteString(`"Z":{}`)
		}),
		schemas("allOf of 10,000", text(`"A":{"allOf":[`), list(10_000, object+""), text(`]}`)),
		schemas("allOf of 200 choices", text(`"A":{"allOf":[`), list(200, `{"anyOf":[`+object+`,{"required":["q%[2]d"]}]}`), text(`]}`)),
		schemas("allOf of 200 unions", text(`"A":{"allOf":[`), list(200, `{"oneOf":[`+object+`,{"type":"object","required":["q%[2]d"]}]}`), text(`]}`)),
		schemas("allOf of all of 100 large", func(w *bufio.Writer) {
			for i := range 100 {
				fmt.Fprintf(w, `"B%d":{"type":"object","properties":{`, i)
				list(100, `"p`+strconv.Itoa(i)+`_%[1]d":{"type":"string"}`)(w)
				w.WriteString(`}},`)
			}
			list(100, `"C%[1]d":{"allOf":[`+joined(100, `{"$ref":"#/components/schemas/B@"}`)+`]}`)(w)
		}),
		schemas("bases and heirs, 5,000", text(`"B":{"type":"object","required":["t"],"properties":{"t":{"type":"string"}},"discriminator":{"propertyName":"t"}},"U":{"type":"array","items":`+ref("B")+`},`),
			list(5_000, `"C%[1]d":{"allOf":[`+ref("B")+`,{"type":"object","properties":{"q%[2]d":{"type":"string"}}}]}`)),
		schemas("bases in a tower of 90", text(`"U":`+ref("A90")+`,"A90":{"type":"object","required":["t"],"properties":{"t":{"type":"string"}},"discriminator":{"propertyName":"t"}},`), tower(90)),
	}
}
