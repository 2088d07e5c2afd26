package main

import (
	"bufio"
	"fmt"
	"strings"
)

// operations are many calls, and parts that calls share.
func operations() []input {
	done := `"responses":{"204":{"description":""}}`
	eight := func(body string) string {
		var parts []string
		for _, m := range []string{"get", "put", "post", "delete", "options", "head", "patch", "trace"} {
			parts = append(parts, `"`+m+`":{`+body+`}`)
		}
		return strings.Join(parts, ",")
	}
	params := `"components":{"parameters":{` + joined(500, `"P@":{"name":"p@","in":"query","schema":{"type":"string","maxLength":9}}`) + `}}`
	paramRefs := joined(500, `{"$ref":"#/components/parameters/P@"}`)
	responses := `"components":{"responses":{"R":{"description":"","headers":{` + joined(200, `"h@":{"schema":{"type":"string"}}`) +
		`},"content":{"application/json":{"schema":{"type":"object","properties":{` + joined(100, `"p@":{"type":"string"}`) + `}}}}}}}`
	return []input{
		document("operations, 8,000", text(`"paths":{`), list(8_000, `"/p%[1]d":{"get":{"operationId":"o%[2]d",`+done+`}}`), text(`}`)),
		document("operations with bodies, 3,000", text(`"paths":{`), list(3_000, `"/p%[1]d/{i}":{"post":{"operationId":"o%[2]d","requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"a":{"type":"string"}}}}}},"responses":{"200":{"description":"","content":{"application/json":{"schema":{"type":"array","items":{"type":"string"}}}}}}}}`), text(`}`)),
		document("500 parameters, of 2,400 operations by paths", text(params+`,"paths":{`), list(30, `"/p%[1]d":{`+strings.ReplaceAll(eight(done), "%", "%%")+`,"parameters":[`+paramRefs+`]}`), text(`}`)),
		document("path items by reference, 5,000", text(`"components":{"pathItems":{"I":{"parameters":[`+joined(300, `{"name":"p@","in":"query","schema":{"type":"string"}}`)+`],`+eight(done)+`}}},"paths":{`),
			list(5_000, `"/p%[1]d":{"$ref":"#/components/pathItems/I"}`), text(`}`)),
		document("responses by reference, 6,000", text(responses+`,"paths":{`), list(6_000, `"/p%[1]d":{"get":{"operationId":"o%[2]d","responses":{"200":{"$ref":"#/components/responses/R"}}}}`), text(`}`)),
		document("responses, 500 statuses of 100 operations", text(responses+`,"paths":{`), func(w *bufio.Writer) {
			for i := range 30 {
				if i > 0 {
					w.WriteByte(',')
				}
				fmt.Fprintf(w, `"/p%d":{"get":{"operationId":"o%d","responses":{`, i, i)
				for s := range 500 {
					if s > 0 {
						w.WriteByte(',')
					}
					fmt.Fprintf(w, `"%d":{"$ref":"#/components/responses/R"}`, 100+s)
				}
				w.WriteString(`}}}`)
			}
		}, text(`}`)),
		document("callbacks by reference, 5,000", text(`"components":{"callbacks":{"C":{`+joined(30, `"{$request.body#/u}/@":{"post":{"requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"a":{"type":"string"}}}}}},`+done+`}}`)+`}}},"paths":{`),
			list(5_000, `"/p%[1]d":{"get":{"operationId":"o%[2]d","callbacks":{"c":{"$ref":"#/components/callbacks/C"}},`+done+`}}`), text(`}`)),
		document("security of 100 schemes, 1,000 alternatives", text(`"components":{"securitySchemes":{`+joined(100, `"S@":{"type":"apiKey","in":"header","name":"h@"}`)+`}},"security":[`),
			repeat(500, `{`+joined(100, `"S@":[]`)+`}`), text(`],"paths":{`), list(500, `"/p%[1]d":{"get":{"operationId":"o%[2]d",`+done+`}}`), text(`}`)),
		document("servers with variables, 10,000", text(`"paths":{},"servers":[`), list(8_000, `{"url":"https://{a}.com/%[1]d","variables":{"a":{"default":"b%[2]d"}}}`), text(`]`)),
		document("paths that look alike", text(`"paths":{`), list(8_000, `"/{a%[1]d}/{b%[2]d}":{"get":{`+done+`}}`), text(`}`)),
		document("paths, 8,000 that match one request", text(`"paths":{`), list(8_000, `"/a/{b}/c%[1]d":{"get":{"operationId":"o%[2]d",`+done+`}}`), text(`}`)),
		document("forms with many fields", text(`"paths":{"/a":{"post":{"requestBody":{"content":{"multipart/form-data":{"schema":{"type":"object","properties":{`), list(20_000, `"p%[1]d":{"type":"string"}`), text(`}}}}},`+done+`}}}`)),
		document("media types, 15,000", text(`"paths":{"/a":{"post":{"requestBody":{"content":{`), list(15_000, `"application/a%[1]d+json":{"schema":{"type":"string"}}`), text(`}},`+done+`}}}`)),
		document("links, 8,000", text(`"paths":{"/a":{"get":{"operationId":"o","responses":{"200":{"description":"","links":{`), list(8_000, `"l%[1]d":{"operationId":"o","parameters":{"a":"%[2]d"}}`), text(`}}}}}}`)),
		document("deepObject of a circle", text(`"components":{"schemas":{"A":{"type":"object","properties":{"a":`+ref("A")+`,"b":`+ref("A")+`}}}},"paths":{"/a":{"get":{"parameters":[{"name":"q","in":"query","style":"deepObject","schema":`+ref("A")+`}],`+done+`}}}`)),
		{name: "Swagger 2.0, 500 parameters of 240 operations", write: all(text(`{"swagger":"2.0","info":{"title":"t","version":"1"},"parameters":{`+joined(500, `"P@":{"name":"p@","in":"query","type":"string"}`)+`},"paths":{`),
			list(30, `"/p%[1]d":{`+eight(done)+`,"parameters":[`+joined(500, `{"$ref":"#/parameters/P@"}`)+`]}`), text(`}}`))},
		{name: "Swagger 2.0, 8,000 operations", write: all(text(`{"swagger":"2.0","info":{"title":"t","version":"1"},"consumes":[`+joined(50, `"application/a@"`)+`],"paths":{`),
			list(4_000, `"/p%[1]d":{"post":{"operationId":"o%[2]d","parameters":[{"name":"b","in":"body","schema":{"type":"object"}}],`+done+`}}`), text(`}}`))},
	}
}

// choices are unions.
func choices() []input {
	tagged := `{"type":"object","required":["t"],"properties":{"t":{"const":"v%[1]d"},"a%[2]d":{"type":"string"}}}`
	return []input{
		schemas("oneOf of 9,000 objects", text(`"A":{"oneOf":[`), list(9_000, object+""), text(`]}`)),
		schemas("oneOf of 8,000 tagged objects", text(`"A":{"oneOf":[`), list(8_000, tagged), text(`]}`)),
		schemas("oneOf of 9,000 texts", text(`"A":{"oneOf":[`), list(9_000, `{"type":"string","minLength":%[1]d,"maxLength":%[2]d}`), text(`]}`)),
		schemas("oneOf of 3,000 objects that look alike", text(`"A":{"oneOf":[`), list(3_000, `{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"object","properties":{"c":{"type":"integer","minimum":%[1]d,"maximum":%[2]d}}}}}`), text(`]}`)),
		schemas("oneOf, 900 of 10", list(900, `"A%[1]d":{"oneOf":[`+strings.ReplaceAll(joined(10, `{"type":"object","properties":{"p@":{"type":"string"}},"required":["p@"]}`), "%", "%%")+`]}`)),
		schemas("anyOf of 9,000 objects", text(`"A":{"anyOf":[`), list(9_000, object+""), text(`]}`)),
		schemas("anyOf of 20,000 requirements", text(`"A":{"type":"object","anyOf":[`), list(20_000, `{"required":["p%[1]d","p%[2]d"]}`), text(`]}`)),
		schemas("discriminator with 10,000 mappings", text(`"A":{"oneOf":[`+ref("B")+`,`+ref("C")+`],"discriminator":{"propertyName":"t","mapping":{`), list(9_000, `"m%[1]d":"#/components/schemas/B"`), text(`}}},"B":{"type":"object","required":["t"],"properties":{"t":{"type":"string"}}},"C":{"type":"object","required":["t"],"properties":{"t":{"type":"string"},"c":{}}}`)),
		schemas("patternProperties, 15,000", text(`"A":{"type":"object","patternProperties":{`), list(15_000, `"^p%[1]d":{"type":"string","maxLength":%[2]d}`), text(`}}`)),
		schemas("properties, 20,000", text(`"A":{"type":"object","properties":{`), list(20_000, `"p%[1]d":{"type":"string","maxLength":%[2]d}`), text(`}}`)),
		schemas("properties that are objects, 9,000", text(`"A":{"type":"object","properties":{`), list(9_000, `"p%[1]d":{"type":"object","properties":{"a%[2]d":{"type":"string"}}}`), text(`}}`)),
		schemas("required, 70,000", text(`"A":{"type":"object","required":[`), list(70_000, `"p%[1]d"`), text(`]}`)),
		schemas("dependentRequired, 20,000", text(`"A":{"type":"object","dependentRequired":{`), list(20_000, `"p%[1]d":["p%[2]d"]`), text(`}}`)),
		schemas("prefixItems, 30,000", text(`"A":{"type":"array","prefixItems":[`), list(30_000, `{"type":"string","maxLength":%[1]d}`), text(`]}`)),
		schemas("not, 9,000", list(9_000, `"A%[1]d":{"type":"object","properties":{"a":{"not":{"minLength":%[2]d}}}}`)),
	}
}

// patterns take long to match or to compile.
func patterns() []input {
	hard := strings.Repeat("a", 40)
	return []input{
		schemas("patterns that backtrack, with enum values", list(5_000, `"A%[1]d":{"type":"string","pattern":"^(?=a)(a+)+\\1$","enum":["`+hard+`%[2]d!"]}`)),
		schemas("patterns that backtrack, with defaults", list(5_000, `"A%[1]d":{"type":"string","pattern":"^(?=a)(a+)+\\1$","default":"`+hard+`%[2]d!"}`)),
		schemas("patterns that backtrack, as names", list(5_000, `"A%[1]d":{"type":"object","patternProperties":{"^(?=a)(a+)+\\1$":{}},"default":{"`+hard+`%[2]d!":1}}`)),
		schemas("patterns of 900 kB", text(`"A":{"type":"string","pattern":"^`+strings.Repeat("(ab|cd)*", 110_000)+`$"}`)),
		schemas("patterns with repetitions", text(`"A":{"type":"string","pattern":"((((a{1000}){1000}){1000}){1000}){1000}"}`)),
		schemas("patterns with repetitions that look ahead", list(3_000, `"A%[1]d":{"type":"string","pattern":"^(?=((a{1000}){1000}){1000})[a-z]{1,%[2]d}$","default":"aaa"}`)),
		schemas("patterns, 900 deep", text(`"A":{"type":"string","pattern":"`+strings.Repeat("(", 900)+"a"+strings.Repeat(")", 900)+`"}`)),
		schemas("patterns, 300,000 deep", text(`"A":{"type":"string","pattern":"`+strings.Repeat("(", 300_000)+"a"+strings.Repeat(")", 300_000)+`"}`)),
		schemas("patterns, 300,000 look-aheads deep", text(`"A":{"type":"string","pattern":"`+strings.Repeat("(?=", 150_000)+"a"+strings.Repeat(")", 150_000)+`"}`)),
		schemas("patterns with a{1000}, 20,000", list(9_000, `"A%[1]d":{"type":"string","pattern":"^[a-z]{1,1000}x[a-z]{1,%[2]d}x?$","default":"a"}`)),
		schemas("patterns with classes, 9,000", list(9_000, `"A%[1]d":{"type":"string","pattern":"^\\p{L}{1,500}(\\p{N}|x){0,500}%[2]d$"}`)),
	}
}

// complaints are documents with many defects.
func complaints() []input {
	return []input{
		schemas("keys that are there twice, 60,000", text(`"A":{"type":"object","properties":{`), repeat(60_000, `"a":{}`), text(`}}`)),
		schemas("unknown keywords, 50,000", text(`"A":{`), list(50_000, `"unknown%[1]d":%[2]d`), text(`}`)),
		schemas("unknown types, 20,000", list(20_000, `"A%[1]d":{"type":"strin%[2]d"}`)),
		schemas("defaults that are wrong, 15,000", list(15_000, `"A%[1]d":{"type":"string","default":%[2]d}`)),
		schemas("bounds that contradict, 12,000", list(12_000, `"A%[1]d":{"type":"integer","minimum":%[2]d,"maximum":%[1]d}`)),
		document("unknown members, 60,000", text(`"paths":{}`), lines(60_000, `,"u%[1]d":%[2]d`)),
		{name: "not UTF-8", write: text(strings.Repeat("\xff", 900_000))},
		{name: "zeros", write: text(strings.Repeat("\x00", 900_000))},
		{name: "blanks", write: text(strings.Repeat(" ", 900_000))},
		{name: "quotes", write: text(strings.Repeat(`"`, 900_000))},
		{name: "colons", write: text(strings.Repeat(`a: `, 300_000))},
	}
}
