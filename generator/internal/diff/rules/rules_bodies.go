package rules

// bodyRules are about request bodies and media types.
func bodyRules() []Rule {
	with := func(body string) string {
		return creation("operationId: createOrder\n" + body + "responses: {'201': {description: The order is taken.}}\n")
	}
	const schema = "{schema: {type: object, properties: {name: {type: string}}}}"
	const content = "content: {application/json: " + schema + "}}\n"
	parts := func(encoding string) string {
		return with("requestBody:\n  required: true\n  content:\n    multipart/form-data:\n" +
			"      schema: {type: object, properties: {name: {type: string}}}\n" + encoding)
	}
	return []Rule{
		{
			ID: "body-added", Summary: "An operation has a request body now.",
			Why: "If it is required, every request without one is refused, and Go code that does not set it compiles and fails. If it is " +
				"optional, nobody breaks.",
			Fix:     "Make the body optional.",
			Example: Example{Old: with(""), New: with("requestBody: {required: true, " + content)},
		},
		{
			ID: "body-removed", Summary: "An operation has no request body any more.",
			Why: "Requests with a body are still taken, but nobody reads it. In Go the field `Body` is gone, and code that sets it stops " +
				"compiling.",
			Fix:     "Keep the body until nobody sends one.",
			Example: Example{Old: with("requestBody: {required: true, " + content), New: with("")},
		},
		{
			ID: "body-required", Summary: "An optional request body is required now.",
			Why: "Requests without a body are refused. In Go the field `Body` is no pointer any more, and code that does not set it compiles and " +
				"fails.",
			Fix:     "Leave the body optional.",
			Example: Example{Old: with("requestBody: {" + content), New: with("requestBody: {required: true, " + content)},
		},
		{
			ID: "body-optional", Summary: "A required request body is optional now.",
			Why:     "Requests that were allowed still are. In Go the field `Body` becomes a pointer, and the compiler finds each place.",
			Fix:     "Leave the body required if Go code matters more.",
			Example: Example{Old: with("requestBody: {required: true, " + content), New: with("requestBody: {" + content)},
		},
		{
			ID: "media-type-added", Summary: "A body has one more media type.",
			Why: "In requests nobody breaks. In responses clients may get what they cannot read, unless they ask for the old one by `Accept`, as " +
				"the Go client does. In Go there is a field or a variant for it, which can rename others.",
			Fix: "Respond with the new media type only if the request asks for it.",
			Example: Example{Old: with("requestBody: {required: true, " + content),
				New: with("requestBody:\n  required: true\n  content:\n    application/json: " + schema + "\n    " +
					"application/x-www-form-urlencoded: " + schema + "\n")},
		},
		{
			ID: "media-type-removed", Summary: "A media type of a body is gone.",
			Why: "Requests with it are refused. In responses clients that ask for nothing else get nothing that they can read. In Go its field " +
				"or variant is gone, and the compiler finds each place.",
			Fix: "Keep the media type until nobody sends or asks for it.",
			Example: Example{
				Old: with("requestBody:\n  required: true\n  content:\n    application/json: " + schema + "\n    " +
					"application/x-www-form-urlencoded: " + schema + "\n"),
				New: with("requestBody: {required: true, " + content)},
		},
		{
			ID: "media-type-replaced", Summary: "A body has another media type of the same kind.",
			Why: "Servers and clients that compare the header `Content-Type` refuse the new one, though the text is alike. The Go client sends " +
				"the new one once the package is generated again.",
			Fix: "Name both media types.",
			Example: Example{Old: with("requestBody: {required: true, " + content),
				New: with("requestBody: {required: true, content: {application/vnd.orders+json: " + schema + "}}\n")},
		},
		{
			ID: "encoding-changed", Summary: "The encoding of a part of a form or a multipart body changed.",
			Why: "The same value is another text now, or the part has another media type. Many readers do not look at it, so that nothing is " +
				"proved. The Go client writes the new one once the package is generated again; its types stay.",
			Fix:     "Take both ways on the server.",
			Example: Example{Old: parts(""), New: parts("      encoding: {name: {contentType: application/json}}\n")},
		},
	}
}

// responseRules are about responses, their headers and links.
func responseRules() []Rule {
	with := func(responses string) string {
		return operation("operationId: listOrders\nresponses:\n" + indent(responses, 2))
	}
	one := func(rest string) string { return with("'200':\n  description: The orders.\n" + indent(rest, 2)) }
	header := func(text string) string { return one("headers:\n  X-Total: {" + text + "}\n") }
	const integer, pair = "schema: {type: integer}", "schema: {type: object, properties: {a: {type: string}, b: {type: string}}}"
	const body = "content: {application/json: {schema: {type: array, items: {type: string}}}}\n"
	return []Rule{
		{
			ID: "response-added", Summary: "An operation has a new response.",
			Why: "Clients that do not know a status of success take it for a failure, or cannot read its body. One of failure is always " +
				"possible, because a document need not list them all. In Go a method may return another type, and code stops compiling.",
			Fix: "Respond with the new status only to requests that are new too.",
			Example: Example{Old: with("'200': {description: The orders.}"), New: with("'200': {description: The orders.}\n'202': " +
				"{description: They come later.}")},
		},
		{
			ID: "response-removed", Summary: "A response of an operation is gone.",
			Why: "It no longer comes; what comes instead is told where it is new. In Go a method may return another type, and code stops " +
				"compiling.",
			Fix: "Leave the response in the document, with a note.",
			Example: Example{Old: with("'200': {description: The orders.}\n'202': {description: They come later.}"),
				New: with("'200': {description: The orders.}")},
		},
		{
			ID: "response-status-changed", Summary: "A success has another status, and the response is the same otherwise.",
			Why: "Clients that wait for the old status take the new one for a failure, or cannot read its body. In Go a method may return " +
				"another type or name, and code stops compiling.",
			Fix:     "Go on responding with the old status.",
			Example: Example{Old: with("'201': {description: The order is taken.}"), New: with("'202': {description: The order is taken.}")},
		},
		{
			ID: "response-body-added", Summary: "A response has a body now.",
			Why: "Clients that expect none do not read it, and nobody breaks. In Go a method returns a value that it did not return before, and " +
				"calls stop compiling.",
			Fix:     "Respond with a body under another status.",
			Example: Example{Old: one(""), New: one(body)},
		},
		{
			ID: "response-body-removed", Summary: "A response has no body any more.",
			Why:     "Clients that read the body find none. In Go a method returns no value any more, and calls stop compiling.",
			Fix:     "Keep the body, empty if need be.",
			Example: Example{Old: one(body), New: one("")},
		},
		{
			ID: "header-added", Summary: "A response has a new header.",
			Why:     "Clients ignore headers that they do not know. In Go `Parse<Op>Header` reads one more.",
			Fix:     "Nothing.",
			Example: Example{Old: one(""), New: header(integer)},
		},
		{
			ID: "header-removed", Summary: "A header of a response is gone.",
			Why:     "Clients that rely on a required header do not get it. In Go its field is gone, and code that reads it stops compiling.",
			Fix:     "Keep sending the header until nobody reads it.",
			Example: Example{Old: header(integer + ", required: true"), New: one("")},
		},
		{
			ID: "header-required", Summary: "An optional header is required now.",
			Why: "No reader breaks. In Go its field is no pointer any more, and code that reads it stops compiling. Where a header is sent, " +
				"requests without it are refused.",
			Fix:     "Leave the header optional if Go code matters more.",
			Example: Example{Old: header(integer), New: header(integer + ", required: true")},
		},
		{
			ID: "header-optional", Summary: "A required header is optional now.",
			Why:     "Clients that rely on it may not get it. In Go its field becomes a pointer, and the compiler finds each place.",
			Fix:     "Leave the header required where it is always sent.",
			Example: Example{Old: header(integer + ", required: true"), New: header(integer)},
		},
		{
			ID: "header-content-changed", Summary: "A header has another media type, or is plain text on one side.",
			Why: "A header with a `schema` is plain text, one with `content` is a text of its media type, such as JSON. Clients that expect the " +
				"one cannot read the other.",
			Fix:     "Send a header of another name with the new form.",
			Example: Example{Old: header("schema: {type: string}"), New: header("content: {application/json: {schema: {type: string}}}")},
		},
		{
			ID: "header-explode-changed", Summary: "`explode` of a header changed.",
			Why:     "`a,1,b,2` and `a=1,b=2` are the same object in different texts, and clients read one of them.",
			Fix:     "Leave `explode` as it was.",
			Example: Example{Old: header(pair), New: header(pair + ", explode: true")},
		},
	}
}
