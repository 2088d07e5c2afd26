package rules

import "strings"

const listed = "responses: {'200': {description: The orders.}}\n"

// operationRules are about operations as a whole.
func operationRules() []Rule {
	get := operation("operationId: listOrders\n" + listed)
	post := "    post: {operationId: createOrder, responses: {'201': {description: The order is taken.}}}\n"
	return []Rule{
		{
			ID: "operation-added", Summary: "There is a new operation.",
			Why:     "Nobody calls it yet. In Go the client has one more method; an interface of your own that lists the methods misses it.",
			Fix:     "Nothing.",
			Example: Example{Old: get, New: get + post},
		},
		{
			ID: "operation-removed", Summary: "An operation is gone.",
			Why: "Its requests are refused. In Go its method is gone, and the compiler finds each call; packages that are not generated again go on " +
				"calling.",
			Fix:     "Keep the operation with `deprecated: true` until nobody calls it.",
			Example: Example{Old: get + post, New: get},
		},
		{
			ID: "operation-moved", Summary: "An operation has another path or method, under the same `operationId`.",
			Why: "Requests to the old place are refused: every program breaks that is not built with the new package. What else changed in the " +
				"operation is compared as always.",
			Fix:     "Keep the old place beside the new one until nobody calls it.",
			Example: Example{Old: get, New: strings.Replace(get, "/orders:", "/v2/orders:", 1)},
		},
		{
			ID: "operation-renamed", Summary: "An operation has another `operationId`, at the same method and path.",
			Why: "An `operationId` is not on the wire, so that no message changes. In Go the method and its types have other names, and the " +
				"compiler finds each place.",
			Fix:     "Keep the name in Go by `x-go-name`.",
			Example: Example{Old: get, New: operation("operationId: getOrders\n" + listed)},
		},
		{
			ID: "operation-deprecated", Summary: "An operation is deprecated now.",
			Why:     "No message changes. In Go the comment of the method says `Deprecated:`, which editors and linters show at each call.",
			Fix:     "Say in the description what to call instead, and in `x-sunset` until when the operation stays.",
			Example: Example{Old: get, New: operation("operationId: listOrders\ndeprecated: true\n" + listed)},
		},
		{
			ID: "operation-undeprecated", Summary: "An operation is no longer deprecated.",
			Why:     "No message changes. In Go the comment of the method does not say `Deprecated:` any more.",
			Fix:     "Nothing.",
			Example: Example{Old: operation("operationId: listOrders\ndeprecated: true\n" + listed), New: get},
		},
		{
			ID: "operation-sunset", Summary: "The sunset date of an operation changed.",
			Why: "No message changes before that day. Afterwards the operation may be gone.",
			Fix: "Give callers time: nobody reads the extension but people and tools.",
			Example: Example{Old: operation("operationId: listOrders\ndeprecated: true\nx-sunset: 2027-12-31\n" + listed),
				New: operation("operationId: listOrders\ndeprecated: true\nx-sunset: 2027-06-30\n" + listed)},
		},
		{
			ID: "tags-changed", Summary: "The tags of an operation changed.",
			Why: "Tags are not on the wire and in no Go name. They choose operations where a configuration has `include` or `exclude` by tags.",
			Fix: "Nothing, or leave the old tag beside the new one.",
			Example: Example{Old: operation("operationId: listOrders\ntags: [orders]\n" + listed), New: operation("operationId: " +
				"listOrders\ntags: [sales]\n" + listed)},
		},
	}
}

// parameterRules are about parameters.
func parameterRules() []Rule {
	with := func(parameters string) string { return operation("operationId: listOrders\n" + parameters + listed) }
	one := func(parameter string) string { return with("parameters: [" + parameter + "]\n") }
	const limit, list = "{name: limit, in: query, schema: {type: integer}", "{name: status, in: query, schema: {type: array, " +
		"items: {type: string}}"
	return []Rule{
		{
			ID: "parameter-added", Summary: "An operation has a new parameter.",
			Why: "If it is required, every request without it is refused, and Go code that does not set its field compiles and fails. If it is " +
				"optional, nobody breaks: servers do not read what they do not declare.",
			Fix:     "Make the parameter optional, and fill in a default on the server.",
			Example: Example{Old: with(""), New: one(limit + ", required: true}")},
		},
		{
			ID: "parameter-removed", Summary: "A parameter of an operation is gone.",
			Why: "Requests that have it are still taken, but nobody reads it: what callers asked for with it does not happen. In Go its field is " +
				"gone, and code that sets it stops compiling.",
			Fix:     "Keep the parameter with `deprecated: true` until nobody sends it.",
			Example: Example{Old: one(limit + "}"), New: with("")},
		},
		{
			ID: "parameter-required", Summary: "An optional parameter is required now.",
			Why: "Requests without it are refused. In Go its field is no pointer any more: code that sets it stops compiling, and code that does " +
				"not set it compiles and fails.",
			Fix:     "Leave the parameter optional, and fill in a default on the server.",
			Example: Example{Old: one(limit + "}"), New: one(limit + ", required: true}")},
		},
		{
			ID: "parameter-optional", Summary: "A required parameter is optional now.",
			Why:     "Requests that were allowed still are. In Go its field becomes a pointer, and the compiler finds each place.",
			Fix:     "Leave the parameter required if Go code matters more.",
			Example: Example{Old: one(limit + ", required: true}"), New: one(limit + "}")},
		},
		{
			ID: "parameter-renamed", Summary: "A path parameter has another name at the same position.",
			Why: "The name of a path parameter is not on the wire, so that no message changes. In Go its field has another name, and the " +
				"compiler finds each place.",
			Fix: "Leave the name as it was.",
			Example: Example{
				Old: "paths:\n  /orders/{id}:\n    get:\n      operationId: getOrder\n" +
					"      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n      responses: {'200': {description: " +
					"The order.}}\n",
				New: "paths:\n  /orders/{orderId}:\n    get:\n      operationId: getOrder\n" +
					"      parameters: [{name: orderId, in: path, required: true, schema: {type: string}}]\n      responses: {'200': " +
					"{description: The order.}}\n"},
		},
		{
			ID: "parameter-moved", Summary: "A parameter moved to another part of the request.",
			Why: "Who sends it where it was does not reach the server with it: refused if it is required, else ignored. The Go client sends it " +
				"at the new place once the package is generated again.",
			Fix: "Take the parameter at both places until nobody sends it at the old one.",
			Example: Example{Old: one("{name: tenant, in: query, required: true, schema: {type: string}}"),
				New: one("{name: tenant, in: header, required: true, schema: {type: string}}")},
		},
		{
			ID: "parameter-style-changed", Summary: "The style of a parameter changed.",
			Why: "The same list or object is another text now, so that the server reads something else. The Go client writes the new style once " +
				"the package is generated again; its types stay.",
			Fix:     "Leave the style, or add a parameter of another name.",
			Example: Example{Old: one(list + ", explode: false}"), New: one(list + ", explode: false, style: pipeDelimited}")},
		},
		{
			ID: "parameter-explode-changed", Summary: "`explode` of a parameter changed.",
			Why: "`?status=a,b` and `?status=a&status=b` are different requests. The Go client writes the new form once the package is generated " +
				"again; its types stay.",
			Fix:     "Leave `explode` as it was.",
			Example: Example{Old: one(list + "}"), New: one(list + ", explode: false}")},
		},
		{
			ID: "parameter-reserved-changed", Summary: "`allowReserved` of a parameter changed.",
			Why: "With `allowReserved` characters such as `/` and `?` are sent as they are. Encoded ones are read as before; whether a server " +
				"reads those that are not encoded, no document says.",
			Fix: "Take both ways on the server.",
			Example: Example{Old: one("{name: path, in: query, allowReserved: true, schema: {type: string}}"),
				New: one("{name: path, in: query, schema: {type: string}}")},
		},
		{
			ID: "parameter-empty-changed", Summary: "`allowEmptyValue` of a parameter changed.",
			Why:     "Without `allowEmptyValue`, `?limit=` is refused where the schema does not take the empty text.",
			Fix:     "Leave `allowEmptyValue` as it was.",
			Example: Example{Old: one(limit + ", allowEmptyValue: true}"), New: one(limit + "}")},
		},
		{
			ID: "parameter-content-changed", Summary: "A parameter has another media type, or is plain text on one side.",
			Why: "A parameter with a `schema` is plain text, one with `content` is a text of its media type, such as JSON. Servers that expect " +
				"the one cannot read the other. In Go the client writes the new one once the package is generated again.",
			Fix: "Leave the form, or add a parameter of another name.",
			Example: Example{Old: one("{name: filter, in: query, schema: {type: string}}"),
				New: one("{name: filter, in: query, content: {application/json: {schema: {type: string}}}}")},
		},
	}
}
