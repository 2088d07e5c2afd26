package rules

// typeRules are about the types of values and lists of values.
func typeRules() []Rule {
	return []Rule{
		{
			ID: "type-changed", Summary: "The type of a value changed.",
			Why: "Values of the old type are refused in requests, and clients cannot read those of the new type in responses. The Go type is " +
				"another one, so that code stops compiling where it is used.",
			Fix:     "Keep the old type, or add a member of another name with the new type and deprecate the old one.",
			Example: sentMember("total: {type: string}", "total: {type: integer}"),
		},
		{
			ID: "type-narrowed", Summary: "A value may have fewer types.",
			Why: "Requests with a value of a type that is gone are refused. Responses lose nothing that a client cannot read. In Go a sealed " +
				"interface often becomes a plain type, and code stops compiling.",
			Fix:     "Keep the types in the list until nobody sends them.",
			Example: sentMember("total: {type: [string, integer]}", "total: {type: integer}"),
		},
		{
			ID: "type-widened", Summary: "A value may have more types.",
			Why: "Clients fail on a response with a value of a new type. Requests that were allowed still are. In Go a plain type often becomes " +
				"a sealed interface, and code stops compiling.",
			Fix:     "Put values of the new type into a member of another name.",
			Example: receivedMember("total: {type: integer}", "total: {type: [string, integer]}"),
		},
		{
			ID: "null-forbidden", Summary: "Null is no longer allowed.",
			Why: "Requests with null are refused. In responses nobody misses it. In Go `Nullable[T]` becomes `T` or `*T`, and the compiler finds " +
				"each place.",
			Fix:     "Go on allowing null, and treat it like a member that is left out.",
			Example: sentMember("note: {type: [string, 'null']}", "note: {type: string}"),
		},
		{
			ID: "null-allowed", Summary: "Null is allowed now.",
			Why: "Clients that do not expect null in a response fail on it. Requests that were allowed still are. In Go `T` or `*T` becomes " +
				"`Nullable[T]`, and the compiler finds each place.",
			Fix:     "Leave the member out of responses instead of sending null, if it is optional.",
			Example: receivedMember("note: {type: string}", "note: {type: [string, 'null']}"),
		},
		{
			ID: "enum-narrowed", Summary: "Values are gone from an enumeration.",
			Why: "Requests with a value that is gone are refused. In Go its constant is gone and code that names it stops compiling, but a value " +
				"that is converted from a string or read from a store compiles and fails.",
			Fix:     "Keep the value in the enumeration until nobody sends it.",
			Example: sentMember("carrier: {type: string, enum: [dhl, ups, post]}", "carrier: {type: string, enum: [dhl, ups]}"),
		},
		{
			ID: "enum-widened", Summary: "An enumeration has new values.",
			Why: "Clients that refuse values that they do not know fail on a response with a new one. The Go client keeps it as text; a `switch` " +
				"without `default` passes over it. Requests that were allowed still are.",
			Fix:     "Tell clients from the start that values are added, and approve the change with an ignore.",
			Example: receivedMember("status: {type: string, enum: [placed, paid]}", "status: {type: string, enum: [placed, paid, returned]}"),
		},
	}
}

// numberRules are about numbers.
func numberRules() []Rule {
	return []Rule{
		{
			ID: "minimum-raised", Summary: "The minimum of a number went up.",
			Why: "Requests with a smaller number are refused. The Go type stays, so that code compiles and its calls fail. Responses have " +
				"nothing new.",
			Fix:     "Leave the minimum, and treat smaller numbers as the new minimum.",
			Example: sentMember("amount: {type: integer, minimum: 1}", "amount: {type: integer, minimum: 5}"),
		},
		{
			ID: "minimum-lowered", Summary: "The minimum of a number went down.",
			Why: "Clients that rely on the old minimum meet smaller numbers in responses. The Go client takes them unless it validates " +
				"responses. Requests that were allowed still are.",
			Fix:     "Leave the minimum for responses, or tell clients before.",
			Example: receivedMember("amount: {type: integer, minimum: 5}", "amount: {type: integer, minimum: 1}"),
		},
		{
			ID: "maximum-lowered", Summary: "The maximum of a number went down.",
			Why: "Requests with a larger number are refused. The Go type stays, so that code compiles and its calls fail. Responses have nothing " +
				"new.",
			Fix:     "Leave the maximum, and treat larger numbers as the new maximum.",
			Example: sentMember("amount: {type: integer, maximum: 100}", "amount: {type: integer, maximum: 50}"),
		},
		{
			ID: "maximum-raised", Summary: "The maximum of a number went up.",
			Why: "Clients that rely on the old maximum, such as the size of a column, meet larger numbers in responses. The Go client takes them " +
				"unless it validates responses. Requests that were allowed still are.",
			Fix:     "Leave the maximum for responses, or tell clients before.",
			Example: receivedMember("amount: {type: integer, maximum: 50}", "amount: {type: integer, maximum: 100}"),
		},
		{
			ID: "multiple-of-changed", Summary: "`multipleOf` of a number changed.",
			Why: "Requests with a number that is no such multiple are refused, and clients meet new numbers in responses if multiples of the new " +
				"number are none of the old one. The Go type stays.",
			Fix:     "Leave `multipleOf` as it was, and round on the server.",
			Example: sentMember("amount: {type: integer, multipleOf: 5}", "amount: {type: integer, multipleOf: 10}"),
		},
	}
}

// textRules are about strings.
func textRules() []Rule {
	return []Rule{
		{
			ID: "min-length-raised", Summary: "The minimum length of a string went up.",
			Why: "Requests with a shorter text are refused; a minimum of 1 refuses the empty one. The Go type stays, so that code compiles and " +
				"its calls fail.",
			Fix:     "Leave `minLength` as it was.",
			Example: sentMember("name: {type: string}", "name: {type: string, minLength: 1}"),
		},
		{
			ID: "min-length-lowered", Summary: "The minimum length of a string went down.",
			Why: "Clients that rely on the old length, such as on a text that is not empty, meet shorter texts in responses. The Go client takes " +
				"them unless it validates responses.",
			Fix:     "Leave `minLength` for responses, or tell clients before.",
			Example: receivedMember("name: {type: string, minLength: 1}", "name: {type: string}"),
		},
		{
			ID: "max-length-lowered", Summary: "The maximum length of a string went down.",
			Why:     "Requests with a longer text are refused. The Go type stays, so that code compiles and its calls fail.",
			Fix:     "Leave `maxLength` as it was, or cut texts on the server.",
			Example: sentMember("name: {type: string, maxLength: 80}", "name: {type: string, maxLength: 40}"),
		},
		{
			ID: "max-length-raised", Summary: "The maximum length of a string went up.",
			Why: "Clients that rely on the old length, such as the size of a column, meet longer texts in responses. The Go client takes them " +
				"unless it validates responses.",
			Fix:     "Leave `maxLength` for responses, or tell clients before.",
			Example: receivedMember("name: {type: string, maxLength: 40}", "name: {type: string, maxLength: 80}"),
		},
		{
			ID: "pattern-changed", Summary: "The pattern of a string changed.",
			Why: "Patterns are compared by what they match: another spelling of the same is no change. Requests with a text that only the old " +
				"pattern matches are refused; clients meet texts in responses that only the new one matches. The Go type stays.",
			Fix:     "Let the new pattern match all that the old one does in requests, and no more than it in responses.",
			Example: sentMember(`code: {type: string, pattern: "^[A-Z]+$"}`, `code: {type: string, pattern: "^[A-Z]{3}$"}`),
		},
		{
			ID: "format-changed", Summary: "The format of a value changed.",
			Why: "A known format is a constraint like a pattern. Some formats have a Go type of their own, such as `time.Time` for `date-time`: " +
				"then code stops compiling.",
			Fix:     "Leave the format, or describe the new one in words only.",
			Example: sentMember("day: {type: string, format: date}", "day: {type: string, format: date-time}"),
		},
	}
}

// arrayRules are about lists.
func arrayRules() []Rule {
	return []Rule{
		{
			ID: "min-items-raised", Summary: "The minimum number of items of an array went up.",
			Why:     "Requests with a shorter list are refused. The Go type stays, so that code compiles and its calls fail.",
			Fix:     "Leave `minItems` as it was.",
			Example: sentMember("tags: {type: array, items: {type: string}}", "tags: {type: array, items: {type: string}, minItems: 1}"),
		},
		{
			ID: "min-items-lowered", Summary: "The minimum number of items of an array went down.",
			Why: "Clients that rely on the old number of items, such as on a first one, meet shorter lists in responses. The Go client takes " +
				"them unless it validates responses.",
			Fix:     "Leave `minItems` for responses, or tell clients before.",
			Example: receivedMember("tags: {type: array, items: {type: string}, minItems: 1}", "tags: {type: array, items: {type: string}}"),
		},
		{
			ID: "max-items-lowered", Summary: "The maximum number of items of an array went down.",
			Why: "Requests with a longer list are refused. The Go type stays, so that code compiles and its calls fail.",
			Fix: "Leave `maxItems` as it was.",
			Example: sentMember("tags: {type: array, items: {type: string}, maxItems: 9}",
				"tags: {type: array, items: {type: string}, maxItems: 5}"),
		},
		{
			ID: "max-items-raised", Summary: "The maximum number of items of an array went up.",
			Why: "Clients that rely on the old number of items meet longer lists in responses. The Go client takes them unless it validates " +
				"responses.",
			Fix: "Leave `maxItems` for responses, or tell clients before.",
			Example: receivedMember("tags: {type: array, items: {type: string}, maxItems: 5}",
				"tags: {type: array, items: {type: string}, maxItems: 9}"),
		},
		{
			ID: "unique-items-added", Summary: "The items of an array must be unique now.",
			Why: "Requests with equal items are refused. The Go type stays, so that code compiles and its calls fail.",
			Fix: "Drop repeated items on the server instead.",
			Example: sentMember("tags: {type: array, items: {type: string}}",
				"tags: {type: array, items: {type: string}, uniqueItems: true}"),
		},
		{
			ID: "unique-items-removed", Summary: "The items of an array need not be unique any more.",
			Why: "Clients that rely on different items, such as those that use them as keys, meet equal ones in responses. The Go client takes " +
				"them unless it validates responses.",
			Fix: "Leave `uniqueItems` for responses.",
			Example: receivedMember("tags: {type: array, items: {type: string}, uniqueItems: true}",
				"tags: {type: array, items: {type: string}}"),
		},
	}
}
