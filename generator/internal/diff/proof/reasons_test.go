//go:build unix

package proof_test

// The reasons that several ids have.
const (
	policy = "A date or a level of stability is a promise of the author that no message shows; it is told as `operation-sunset`, " +
		"`deprecated-changed` or documentation."
	neverBites = "The keyword is for values of another type than the schema has: it forbids nothing, before and after."
	annotation = "An annotation: it says how to read a string and forbids none. It is told as `content-changed`."
	openPart   = "The new part describes members of an open object that stay optional: what callers sent is still allowed, but for members " +
		"that nobody described (the rule for open objects; `objects: strict` calls it breaking)."
	alike = "The alternative has the same values as one that stays, so the set of values is the same."
	oneOf = "The alternatives have the same values, so a `oneOf` of them allows nothing that fits two; taking one away allows more, adding one " +
		"allows less."
	nullText   = "A value that is read from text is never null."
	defaults   = "Nothing that was sent becomes invalid. It is told as compatible, with what callers get now; a default that its schema forbids is none."
	notInPath  = "The path has no such variable: no request has the value."
	extensible = "An extension of other tools: standard validators ignore it."
	asText     = "From text, an integer or a boolean is also read as the string that stays allowed, so every text stays allowed."
)

// reasons say why not all errors of an id are breaking for us.
func reasons() map[string]string {
	return map[string]string{
		"api-deprecated-sunset-missing":                   policy,
		"api-deprecated-sunset-parse":                     policy,
		"api-invalid-stability-level":                     policy,
		"api-path-sunset-parse":                           policy,
		"api-stability-decreased":                         policy,
		"api-sunset-date-changed-too-small":               policy,
		"api-sunset-date-too-small":                       policy,
		"sunset-deleted":                                  policy,
		"request-parameter-deprecated-sunset-missing":     policy,
		"request-parameter-sunset-date-changed-too-small": policy,
		"request-parameter-sunset-date-too-small":         policy,
		"request-parameter-sunset-deleted":                policy,
		"request-parameter-sunset-parse":                  policy,
		"request-property-deprecated-sunset-invalid":      policy,
		"request-property-deprecated-sunset-missing":      policy,
		"request-property-stability-decreased":            policy,
		"request-property-sunset-date-too-small":          policy,
		"response-property-deprecated-sunset-invalid":     policy,
		"response-property-deprecated-sunset-missing":     policy,
		"response-property-stability-decreased":           policy,
		"response-property-sunset-date-too-small":         policy,

		"request-body-max-contains-decreased":   neverBites + " Here the items are strings and `contains` asks for integers: no value is valid at all.",
		"request-body-min-contains-increased":   neverBites + " Here the items are strings and `contains` asks for integers: no value is valid at all.",
		"response-body-max-contains-increased":  neverBites + " Here the items are strings and `contains` asks for integers: no value is valid at all.",
		"response-body-min-contains-decreased":  neverBites + " Here the items are strings and `contains` asks for integers: no value is valid at all.",
		"request-body-max-decreased":            neverBites,
		"request-body-max-length-decreased":     neverBites,
		"request-body-min-length-increased":     neverBites,
		"request-body-type-changed":             neverBites,
		"request-parameter-max-decreased":       neverBites,
		"request-parameter-max-items-decreased": neverBites,
		"request-parameter-min-items-increased": neverBites,
		"request-property-max-decreased":        neverBites,
		"request-property-type-changed":         "A format for strings replaces one for numbers on an integer: all integers are allowed now.",
		"response-body-min-items-decreased":     neverBites,
		"response-property-type-changed":        neverBites + " Here it describes members of a string.",
		"response-property-type-generalized":    neverBites + " Here it describes members of a string.",

		"request-body-content-encoding-changed":        annotation,
		"request-body-content-media-type-changed":      annotation,
		"request-body-content-schema-added":            annotation,
		"request-property-content-encoding-changed":    annotation,
		"request-property-content-media-type-changed":  annotation,
		"request-property-content-schema-added":        annotation,
		"response-body-content-encoding-changed":       annotation,
		"response-body-content-media-type-changed":     annotation,
		"response-body-content-schema-removed":         annotation,
		"response-property-content-encoding-changed":   annotation,
		"response-property-content-media-type-changed": annotation,

		"request-body-all-of-added":       "The new part says what the other parts say already, or: " + openPart,
		"request-property-all-of-added":   "The new part says what the other parts say already.",
		"request-body-any-of-removed":     alike,
		"request-property-any-of-removed": alike,
		"request-body-one-of-removed":     oneOf,
		"request-property-one-of-removed": oneOf,
		"response-body-one-of-added":      oneOf,
		"response-property-one-of-added":  oneOf,

		"request-parameter-became-not-nullable":          nullText,
		"request-parameter-property-became-not-nullable": nullText,
		"response-header-became-nullable":                nullText,

		"request-parameter-default-value-added":   defaults,
		"request-parameter-default-value-changed": defaults,
		"request-parameter-default-value-removed": defaults,

		"request-parameter-became-enum":                     notInPath,
		"request-parameter-min-increased":                   notInPath,
		"request-parameter-type-changed":                    notInPath + " Or no text was valid before: a uuid is longer than the maxLength of the schema.",
		"request-parameter-list-of-types-narrowed":          asText,
		"request-parameter-property-list-of-types-narrowed": asText,

		"request-parameter-x-extensible-enum-value-removed": extensible,
		"request-property-x-extensible-enum-value-removed":  extensible,

		"request-body-became-required":    "In a webhook: the receiver gets the body always now, which it had to expect before.",
		"request-body-enum-value-removed": "All values went: without an enum, every string is allowed.",
		"request-property-enum-value-removed": "The enum stood in an alternative; a string without an enum is an alternative now, so more is " +
			"allowed.",
		"request-body-removed":                         "A server that describes no body reads none; nothing refuses one.",
		"request-parameter-removed-before-sunset":      "What the document does not describe is not read, and refused by nobody; and " + "a date is a promise that no message shows.",
		"request-property-became-required":             "Another alternative of the `anyOf` still allows the object without the member.",
		"request-property-pattern-added":               "The member is readOnly: no request has it.",
		"response-body-dependent-required-changed":     "The new list demands more of a response: clients get less variety than before.",
		"response-property-dependent-required-changed": "The new list demands more of a response: clients get less variety than before.",
		"response-media-type-removed":                  "Clients take each media type of the old document, and get one of them.",
		"response-property-became-optional":            "The closed parts of the `allOf` forbid each other's members: no object is valid, before and after.",
		"response-success-status-removed":              "The response no longer comes. What comes instead breaks where it is new; if nothing is new, clients know all that comes.",
		"webhook-removed":                              "No message shows it: receivers wait in vain.",
	}
}
