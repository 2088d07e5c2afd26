package main

// large are documents of more than a megabyte. What is accepted takes time in proportion to its size.
func large() []input {
	return []input{
		document("19 MB of numbers in an extension", text(`"paths":{},"x-a":[`), repeat(9_500_000, "1"), text(`]`)),
		document("100 MB of numbers in an extension", text(`"paths":{},"x-a":[`), repeat(50_000_000, "1"), text(`]`)),
		schemas("100 MB of numbers in an enum", text(`"A":{"type":"integer","enum":[`), list(11_500_000, `%[1]d`), text(`]}`)),
		schemas("properties, 200,000", text(`"A":{"type":"object","properties":{`), list(200_000, `"p%[1]d":{"type":"string"}`), text(`}}`)),
		schemas("enum of 1,000,000 values", text(`"A":{"type":"string","enum":[`), list(1_000_000, `"v%[1]d"`), text(`]}`)),
		schemas("schemas, 100,000", list(100_000, `"A%[1]d":{"type":"object","properties":{"a":{"type":"string","maxLength":%[2]d}}}`)),
		document("operations, 60,000", text(`"paths":{`), list(60_000, `"/p%[1]d":{"get":{"operationId":"o%[2]d","responses":{"204":{"description":""}}}}`), text(`}`)),
	}
}
