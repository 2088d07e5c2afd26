package rules

// unionRules are about oneOf and anyOf.
func unionRules() []Rule {
	const card, bank, wallet = "  - {type: object, required: [card], properties: {card: {type: string}}, additionalProperties: false}\n",
		"  - {type: object, required: [bank], properties: {bank: {type: string}}, additionalProperties: false}\n",
		"  - {type: object, required: [wallet], properties: {wallet: {type: string}}, additionalProperties: false}\n"
	return []Rule{
		{
			ID: "alternative-added", Summary: "A `oneOf` or `anyOf` has a new alternative, or a base with a discriminator a new heir.",
			Why: "Clients that know only the old alternatives fail on a response with the new one. The Go client keeps what it does not know as " +
				"it came; a type switch without `default` passes over it. In a `oneOf` a new alternative can also forbid values: those that two " +
				"alternatives take. A new heir judges what the base judged before, so that requests with its tag can be refused; the first heir of a " +
				"base makes an interface of its Go type, and any further one comes to another case of a type switch: code for the base itself no " +
				"longer gets it.",
			Fix:     "Tell clients from the start that alternatives are added, and approve the change with an ignore.",
			Example: receivedMember("payment:\n  oneOf:\n"+card+bank, "payment:\n  oneOf:\n"+card+bank+wallet),
		},
		{
			ID: "alternative-removed", Summary: "A `oneOf` or `anyOf` has lost an alternative, or a base with a discriminator an heir.",
			Why: "Requests with values of this alternative are refused. In Go its type is gone or no variant of the interface any more, and the " +
				"compiler finds each place.",
			Fix:     "Keep the alternative until nobody sends it.",
			Example: sentMember("payment:\n  oneOf:\n"+card+bank+wallet, "payment:\n  oneOf:\n"+card+bank),
		},
		{
			ID: "alternatives-changed", Summary: "A `oneOf` or `anyOf` allows other values.",
			Why: "The alternatives cannot be paired, or the keyword is another one: a `oneOf` forbids values that two alternatives take, an " +
				"`anyOf` does not. Requests with values that are forbidden now are refused, and clients meet new ones in responses.",
			Fix: "Leave the keyword, and change one alternative at a time.",
			Example: sentMember("code: {type: string, anyOf: [{maxLength: 5}, {pattern: '^a'}]}",
				"code: {type: string, oneOf: [{maxLength: 5}, {pattern: '^a'}]}"),
		},
		{
			ID: "discriminator-changed", Summary: "The property, the mapping or the default of a discriminator changed, or the discriminator came or went.",
			Why: "The discriminator decides which alternative a value is: the one to which the tag leads judges it alone, and a tag that leads " +
				"nowhere is not allowed. Of a base with heirs it decides which heir a value is. Requests with a tag that is gone or leads elsewhere " +
				"are refused, and clients meet new tags in responses. Where the alternatives take the same values, no message becomes invalid, but " +
				"who goes by the tag takes a value for another alternative; no schema can prove that, unless each alternative demands a value of " +
				"its own by a constant.",
			Fix:     "Keep the old values in the mapping, beside the new ones.",
			Example: Example{mapped("bank"), mapped("giro"), Received},
		},
	}
}

// mapped is a union of which a tag leads to the second alternative.
func mapped(tag string) string {
	return order("oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Bank'}]\n"+
		"discriminator: {propertyName: kind, mapping: {"+tag+": '#/components/schemas/Bank'}}") +
		"    Card: {type: object, required: [kind], properties: {kind: {type: string}}}\n" +
		"    Bank: {type: object, required: [kind], properties: {kind: {type: string}}}\n"
}

// schemaRules are about schemas as a whole, and what they say beside constraints.
func schemaRules() []Rule {
	const components = "components:\n  schemas:\n"
	const made, more = "    Order: {type: object, properties: {name: {type: string}}}\n", "    Refund: {type: object, properties: " +
		"{total: {type: integer}}}\n"
	uses := func(name string) string {
		return creation("operationId: createOrder\nrequestBody: {required: true, content: {application/json: {schema: {$ref: " +
			"'#/components/schemas/" +
			name + "'}}}}\nresponses: {'201': {description: The order is taken.}}")
	}
	return []Rule{
		{
			ID: "schema-changed", Summary: "A schema allows other values, and no single edit explains it.",
			Why: "Each edit may be harmless alone while all of them together break. The proof shows a value that one side takes and the other " +
				"refuses.",
			Fix: "Make one edit at a time, and look at the proof.",
			Example: sentMember("part: {oneOf: [{type: integer, maximum: 5}, {type: integer, minimum: 9}]}",
				"part: {oneOf: [{type: integer, maximum: 9}, {type: integer, minimum: 9}]}"),
		},
		{
			ID: "schema-renamed", Summary: "A component schema has another name and is used at the same places.",
			Why: "Names of schemas are not on the wire, so that no message changes. In Go the type has another name, and the compiler finds each " +
				"place.",
			Fix: "Keep the name in Go by `x-go-name`.",
			Example: Example{uses("Order") + components + made,
				uses("Purchase") + components + "    Purchase: {type: object, properties: {name: {type: string}}}\n", Elsewhere},
		},
		{
			ID: "schema-added", Summary: "There is a new component schema that nothing uses yet.",
			Why:     "No message has it. In Go there is a new type; with `prune` there is none.",
			Fix:     "Nothing.",
			Example: Example{components + made, components + made + more, Sent},
		},
		{
			ID: "schema-removed", Summary: "A component schema that nothing used is gone.",
			Why:     "No message had it. In Go its type is gone, and code that names it stops compiling; with `prune` there was none.",
			Fix:     "Keep the schema until nobody names its type.",
			Example: Example{components + made + more, components + made, Sent},
		},
		{
			ID: "default-changed", Summary: "A default changed.",
			Why: "No message becomes invalid, but callers that leave the value out get another one. In Go `New<Type>()` fills in the new " +
				"default; generated code never sends a default in silence.",
			Fix:     "Leave the default, and let callers that want the new value send it.",
			Example: sentMember("limit: {type: integer, default: 20}", "limit: {type: integer, default: 50}"),
		},
		{
			ID: "content-changed", Summary: "The encoding or the media type of the content of a string changed.",
			Why: "`contentEncoding`, `contentMediaType` and `contentSchema` are annotations: they forbid no string, so no message becomes " +
				"invalid. Those who decode the string get something else. In Go the type is another one if `base64` came or went.",
			Fix:     "Add a member for the new content, and leave the old one.",
			Example: sentMember("data: {type: string, contentEncoding: base64}", "data: {type: string, contentEncoding: base32}"),
		},
		{
			ID: "deprecated-changed", Summary: "A schema, a parameter or a header is deprecated now, or no longer deprecated.",
			Why:     "No message changes. In Go the comment says `Deprecated:`, which editors and linters show at each use.",
			Fix:     "Say in the description what to use instead, and until when the old thing stays.",
			Example: sentMember("note: {type: string}", "note: {type: string, deprecated: true}"),
		},
		{
			ID: "go-extension-changed", Summary: "An extension that changes Go code has another value.",
			Why: "Extensions that name or shape Go code (`x-go-...`, `x-enum-varnames`, `x-enumNames`, `x-ms-enum`, `x-extensible-enum`, `x-pagination`) " +
				"change nothing on the wire. In Go names, types or methods differ, and the compiler finds each place.",
			Fix:     "Leave the extension as it was.",
			Example: sentMember("note: {type: string}", "note: {type: string, x-go-name: Remark}"),
		},
		{
			ID: "go-changed", Summary: "Only names or types of Go code differ.",
			Why: "The documents allow the same messages, but say so in another way, so that the generated code differs: an object that stands in " +
				"its place now has a type of its own where it was a component.",
			Fix: "Write it as it was, or choose the old name by `x-go-name`.",
			Example: Example{
				order(object("from: {$ref: '#/components/schemas/Place'}\nto: {$ref: '#/components/schemas/Place'}")) +
					"    Place: {type: object, properties: {city: {type: string}}}\n",
				order(object("from: {$ref: '#/components/schemas/Place'}\nto: {type: object, properties: {city: {type: string}}}")) +
					"    Place: {type: object, properties: {city: {type: string}}}\n", Received},
		},
		{
			ID: "not-compared", Summary: "A part of one document cannot be read.",
			Why: "What stands there was left out of the comparison, so nobody knows what changed: it may break everybody or nobody. An error that " +
				"both documents have at the same place is no change.",
			Fix:     "Correct the document: `oas2go lint` shows its errors.",
			Example: sentMember("note: {type: string}", "note: {type: string, type: string}"),
		},
	}
}
