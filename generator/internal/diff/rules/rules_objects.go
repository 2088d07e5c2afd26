package rules

// memberRules are about the members of objects.
func memberRules() []Rule {
	return []Rule{
		{
			ID: "member-added", Summary: "An object has a new optional member.",
			Why: "In an open object anybody could send anything under that name before, so that this is compatible by the rule for open objects; " +
				"with `objects: strict`, or where the object is closed, clients that refuse unknown members fail on it in responses. In Go a " +
				"struct has one more field.",
			Fix:     "Tell clients from the start to ignore members that they do not know.",
			Example: sentMember("name: {type: string}", "name: {type: string}\nnote: {type: string}"),
		},
		{
			ID: "required-member-added", Summary: "An object has a new required member.",
			Why: "Every request without it is refused, so all callers break. In Go the struct has one more field, and code that does not set it " +
				"compiles and fails. In responses one member more harms nobody whose objects are open.",
			Fix:     "Make the member optional, with a default.",
			Example: sent(object("name: {type: string}"), object("name: {type: string}\nnote: {type: string}")+"required: [note]\n"),
		},
		{
			ID: "member-removed", Summary: "A member of an object is gone.",
			Why: "In an open object the server takes the member and forgets it: compatible on the wire by the rule for open objects, but data is " +
				"lost in silence. A response without a required member breaks clients that read it. In Go the field is gone and code that uses " +
				"it stops compiling.",
			Fix:     "Keep the member with `deprecated: true` until nobody uses it.",
			Example: sentMember("name: {type: string}\nnote: {type: string}", "name: {type: string}"),
		},
		{
			ID: "member-replaced", Summary: "A member is gone, and a similar one is new.",
			Why: "Its verdict is that of a member that is removed and one that is added: that they are similar is a help for reading and no proof. " +
				"In Go one field is gone and another one is new, often with a type of another name.",
			Fix: "Keep the old member with `deprecated: true` beside the new one.",
			Example: sentMember(
				"card: {type: object, properties: {number: {type: string}, year: {type: integer}, month: {type: integer}}}",
				"payment: {type: object, properties: {number: {type: string}, year: {type: integer}, month: {type: integer}}}"),
		},
		{
			ID: "member-required", Summary: "An optional member is required now.",
			Why: "Requests without it are refused. In Go its field is no pointer any more: code that sets it stops compiling, and code that does " +
				"not set it compiles and fails. In responses it is always there, which breaks no reader.",
			Fix:     "Leave the member out of `required`, and fill in a default on the server.",
			Example: sent(object("note: {type: string}"), object("note: {type: string}")+"required: [note]\n"),
		},
		{
			ID: "member-optional", Summary: "A required member is optional now.",
			Why: "Clients that rely on it in responses may not get it. Requests that were allowed still are. In Go its field becomes a pointer, " +
				"and the compiler finds each place.",
			Fix:     "Leave the member in `required` where it is always sent.",
			Example: received(object("note: {type: string}")+"required: [note]\n", object("note: {type: string}")),
		},
		{
			ID: "member-read-only", Summary: "A member is no longer sent because it became `readOnly`, or is sent again.",
			Why: "A member that only the server sets is no part of requests. In an open object the server takes it and forgets it. In Go the " +
				"type for requests has no such field any more, and often another name (`OrderInput`).",
			Fix:     "Keep taking the member, and say in its description that it is ignored.",
			Example: sentMember("id: {type: string}\nname: {type: string}", "id: {type: string, readOnly: true}\nname: {type: string}"),
		},
		{
			ID: "member-write-only", Summary: "A member is no longer received because it became `writeOnly`, or is received again.",
			Why: "A member that only a client sends is no part of responses, so that clients that read it find nothing. In Go the type for " +
				"responses has no such field any more.",
			Fix:     "Keep sending the member until nobody reads it, unless it is a secret.",
			Example: receivedMember("pin: {type: string}\nname: {type: string}", "pin: {type: string, writeOnly: true}\nname: {type: string}"),
		},
	}
}

// objectRules are about objects as a whole.
func objectRules() []Rule {
	return []Rule{
		{
			ID: "object-closed", Summary: "An object does not allow additional members any more.",
			Why: "Requests with other members are refused, whatever is in them. In Go unknown members become an error when they are read, and a " +
				"field `Extra` is gone.",
			Fix:     "Leave the object open: members that nobody knows do no harm.",
			Example: sent(object("name: {type: string}"), object("name: {type: string}")+"additionalProperties: false\n"),
		},
		{
			ID: "object-opened", Summary: "An object allows additional members now.",
			Why: "Clients that refuse unknown members fail on responses that have some. Requests that were allowed still are. In Go they are " +
				"ignored when they are read.",
			Fix:     "Leave the object closed in responses, or tell clients to ignore members that they do not know.",
			Example: received(object("name: {type: string}")+"additionalProperties: false\n", object("name: {type: string}")),
		},
		{
			ID: "extra-members-changed", Summary: "The schema of additional members changed.",
			Why: "Requests with values that are no longer allowed are refused, and clients meet new ones in responses. In Go a map has another " +
				"type of values, and code stops compiling.",
			Fix:     "Leave `additionalProperties` as it was.",
			Example: sentMember("labels: {type: object}", "labels: {type: object, additionalProperties: {type: string}}"),
		},
		{
			ID: "pattern-members-changed", Summary: "The schema of members whose names match a pattern changed.",
			Why: "Requests with values that are no longer allowed are refused, and clients meet new ones in responses. In Go `Validate` judges " +
				"them; the types often stay.",
			Fix:     "Leave `patternProperties` as it was.",
			Example: sentMember("labels: {type: object}", "labels: {type: object, patternProperties: {'^x-': {type: string}}}"),
		},
		{
			ID: "member-names-changed", Summary: "The schema of the names of members changed.",
			Why: "Requests with names that are no longer allowed are refused, and clients meet new ones in responses. The Go type stays, so that " +
				"code compiles and its calls fail.",
			Fix: "Leave `propertyNames` as it was.",
			Example: sentMember("labels: {type: object, additionalProperties: {type: string}}",
				"labels: {type: object, additionalProperties: {type: string}, propertyNames: {maxLength: 9}}"),
		},
		{
			ID: "min-properties-raised", Summary: "The minimum number of members of an object went up.",
			Why: "Requests with fewer members are refused; a minimum of 1 refuses `{}`. The Go type stays, so that code compiles and its calls " +
				"fail.",
			Fix: "Leave `minProperties` as it was.",
			Example: sentMember("labels: {type: object, additionalProperties: {type: string}}",
				"labels: {type: object, additionalProperties: {type: string}, minProperties: 1}"),
		},
		{
			ID: "min-properties-lowered", Summary: "The minimum number of members of an object went down.",
			Why: "Clients that rely on the old number of members meet smaller objects in responses. The Go client takes them unless it validates " +
				"responses.",
			Fix: "Leave `minProperties` for responses.",
			Example: receivedMember("labels: {type: object, additionalProperties: {type: string}, minProperties: 1}",
				"labels: {type: object, additionalProperties: {type: string}}"),
		},
		{
			ID: "max-properties-lowered", Summary: "The maximum number of members of an object went down.",
			Why: "Requests with more members are refused. The Go type stays, so that code compiles and its calls fail.",
			Fix: "Leave `maxProperties` as it was.",
			Example: sentMember("labels: {type: object, additionalProperties: {type: string}, maxProperties: 9}",
				"labels: {type: object, additionalProperties: {type: string}, maxProperties: 5}"),
		},
		{
			ID: "max-properties-raised", Summary: "The maximum number of members of an object went up.",
			Why: "Clients that rely on the old number of members meet larger objects in responses. The Go client takes them unless it validates " +
				"responses.",
			Fix: "Leave `maxProperties` for responses.",
			Example: receivedMember("labels: {type: object, additionalProperties: {type: string}, maxProperties: 5}",
				"labels: {type: object, additionalProperties: {type: string}, maxProperties: 9}"),
		},
	}
}

// conditionRules are about constraints that only schemas can say.
func conditionRules() []Rule {
	return []Rule{
		{
			ID: "dependency-changed", Summary: "What the presence of a member demands changed.",
			Why: "Requests that broke no rule may break `dependentRequired` or `dependentSchemas` now. No Go type shows such a rule: code " +
				"compiles, and `Validate` refuses the value.",
			Fix: "Leave the dependency as it was, or make the member optional on the server.",
			Example: sent(object("card: {type: string}\npin: {type: string}"),
				object("card: {type: string}\npin: {type: string}")+"dependentRequired: {card: [pin]}\n"),
		},
		{
			ID: "not-changed", Summary: "A `not` forbids other values.",
			Why: "Requests with a value that is forbidden now are refused, and clients meet values in responses that were forbidden before. No " +
				"Go type shows a `not`: code compiles, and `Validate` refuses the value.",
			Fix:     "Leave the `not` as it was.",
			Example: sentMember("code: {type: string}", "code: {type: string, not: {const: none}}"),
		},
		{
			ID: "condition-changed", Summary: "A condition (`if`, `then`, `else`) changed.",
			Why: "Requests that the old condition allowed may be refused, and clients meet values in responses that it forbade. No Go type shows " +
				"a condition: code compiles, and `Validate` refuses the value.",
			Fix: "Leave the condition as it was.",
			Example: sent(object("card: {type: string}\npin: {type: string}"), object("card: {type: string}\npin: {type: string}")+
				"if: {required: [card]}\nthen: {required: [pin]}\n"),
		},
		{
			ID: "contains-changed", Summary: "What an array must contain changed.",
			Why: "Requests with a list that does not contain them are refused, and clients meet lists in responses that were forbidden before. " +
				"No Go type shows `contains`: code compiles, and `Validate` refuses the value.",
			Fix: "Leave `contains`, `minContains` and `maxContains` as they were.",
			Example: sentMember("tags: {type: array, items: {type: string}}",
				"tags: {type: array, items: {type: string}, contains: {const: main}}"),
		},
		{
			ID: "other-items-changed", Summary: "The schema of additional items of an array changed.",
			Why: "Requests with items that `unevaluatedItems` forbids now are refused, and clients meet new ones in responses.",
			Fix: "Leave `unevaluatedItems` as it was.",
			Example: sentMember("place: {type: array, prefixItems: [{type: number}, {type: number}]}",
				"place: {type: array, prefixItems: [{type: number}, {type: number}], unevaluatedItems: false}"),
		},
		{
			ID: "reference-changed", Summary: "A reference leads to another schema, or nowhere.",
			Why: "What a `$dynamicRef` leads to depends on the schemas that it is reached through. Requests and responses may have other values " +
				"than before.",
			Fix: "Refer to a component by `$ref`, which leads to the same schema wherever it stands.",
			Example: sentMember("code: {type: string}",
				"code: {type: string, $dynamicRef: '#short', $defs: {short: {$dynamicAnchor: short, maxLength: 9}}}"),
		},
	}
}
