package diag

// planRules are about the Go code (package plan).
func planRules() []RuleText {
	return []RuleText{
		{
			Rule: RuleNotEnforced, Severity: Warning,
			Summary: "The generated code does not enforce this part of the document.",
			Why: "Generated code promises to accept exactly what the document accepts. Where it accepts more, this finding says " +
				"so: `Validate` is silent about values that break the keyword. `--strict` refuses to generate such code.",
			Fix: "Write the rule in another way; for a pattern, as a regular expression of ECMA-262. Otherwise check it yourself " +
				"after `Validate`.",
			Example: `components:
  schemas:
    Code: {type: string, pattern: "[a-z"}
`,
		},
		{
			Rule: RuleSlowPattern, Severity: Warning,
			Summary: "Matching a pattern can take exponential time.",
			Why: "Package regexp takes linear time, but it does not look around and does not refer back to groups. Such a pattern is " +
				"matched by trying, and a repetition inside a repetition gives too much to try: 40 characters can take hours. Generated " +
				"code gives up after 250 ms in all for one value: the text is refused, with the violation `pattern time`.",
			Fix: "Repeat a single character or class: `(a+)+` is `a+`. Or look ahead only behind `^` or a part of a fixed length: that takes " +
				"several matches of linear time.",
			Example: `components:
  schemas:
    Code: {type: string, pattern: "(?!x)(a+)+$"}
`,
		},
		{
			Rule: RuleNotGenerated, Severity: Warning,
			Summary: "No code is generated for this part of the document.",
			Why: "The document is right, but Go has nothing exact for this part, such as the schema of a body that is neither JSON " +
				"nor a form: the method gives the bytes as they are. The rest of the package is complete without it. `--strict` " +
				"refuses to generate such code. It is information where only a convenience is left out. `oas2go mock` says so of responses " +
				"that it cannot make, and answers 501.",
			Fix: "Do it by hand in a file of your own beside the generated ones, or leave it. The message says what there is " +
				"instead.",
			Example: `openapi: 3.1.0
paths:
  /report:
    get:
      responses:
        "200":
          description: A report.
          content: {application/yaml: {schema: {type: object, properties: {total: {type: integer}}}}}
`,
		},
		{
			Rule: RuleContradicts, Severity: Warning,
			Summary: "Parts of a schema exclude each other.",
			Why: "No value, or none of those that are meant, can satisfy the schema, and the generated code refuses them, as the " +
				"document asks: a minimum above its maximum, a required member that nothing describes, an `allOf` of a string and an " +
				"integer. `additionalProperties: false` sees the properties beside it only, not those of an `allOf` part or of a reference: parts " +
				"that forbid each other's members are taken to close the whole, which an info says. Where a call needs such a value, a finding names the operation that nobody can call; so it does where a path would have to " +
				"hold null, or a list of nothing else, for which styles write nothing. `--strict` " +
				"refuses to generate such code.",
			Fix: "Correct the keyword that is wrong; the finding shows both. Instead of `additionalProperties` use " +
				"`unevaluatedProperties: false` (OpenAPI 3.1), which sees all parts, or repeat the properties beside it; `closed: letter` in the " +
				"configuration keeps to the letter.",
			Example: `components:
  schemas:
    Pet: {type: object, properties: {age: {type: integer, minimum: 10, maximum: 5}}}
`,
		},
		{
			Rule: RuleDiscriminator, Severity: Info,
			Summary: "A discriminator decides what is valid.",
			Why: "To the letter of OpenAPI a discriminator is a hint and changes nothing about what is valid, so that a value may fit several " +
				"alternatives, or none. Authors mean that the tag decides: one that leads to an alternative lets that alternative alone " +
				"judge, and an unknown one is a violation. The generated code does what is meant. The finding stands where the two differ.",
			Fix: "Nothing, or require the property in each alternative with constants of its own, which says the same by the letter. " +
				"`discriminators: annotate` in the configuration keeps to the letter.",
			Example: `components:
  schemas:
    Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind}
`,
		},
		{
			Rule: RuleRenamed, Severity: Info,
			Summary: "A Go name differs from what the document suggests.",
			Why: "Two names of the document would be the same in Go, and one of them stepped aside by a fixed rule, so that names " +
				"do not depend on the order of the document. The JSON is not affected. Where an operation is renamed this is a " +
				"warning, unless two operations have one operationId: then `operation-id` has warned.",
			Fix: "Nothing, or set `x-go-name` to choose the name yourself.",
			Example: `components:
  schemas:
    pet_id: {type: string}
    petId: {type: integer}
`,
		},
		{
			Rule: RuleExtension, Severity: Warning,
			Summary: "An x-go extension or x-pagination is unknown, stands where it has no effect, or has a value that cannot be used.",
			Why: "Extensions whose names begin with `x-go-` steer the generated code: `x-go-name`, `x-go-new`, `x-go-tags`, `x-go-check`, `x-go-initialisms`, " +
				"`x-go-client-option` and `x-go-signer`. So does `x-pagination` of an operation, which says how its pages follow each other. One that is misspelled or " +
				"asks for the impossible is ignored. One of another generator, such as `x-go-type`, is worth no more than an info. " +
				"`x-idempotency-key` of an operation names the header parameter that is its idempotency key.",
			Fix: "Correct the name or the value: a Go name begins with a capital letter and has letters and digits only.",
			Example: `components:
  schemas:
    pet: {type: object, x-go-name: my pet}
`,
		},
		{
			Rule: RuleGroups, Severity: Info,
			Summary: "The client has more than 40 operations, which have tags, and no groups.",
			Why: "All methods of `Client` stand in one list. With groups `client.ListOrders` is `client.Orders.List`, and the documentation has a chapter " +
				"for each tag. Nothing is grouped by itself, because one operation more would give all others another name.",
			Fix: "Put `group: tags` into the configuration before others use the package, or turn the rule off.",
			Example: `paths:
  /a: &all
    get: {tags: [orders], responses: {"200": {description: ok}}}
    put: {tags: [orders], responses: {"200": {description: ok}}}
    post: {tags: [orders], responses: {"200": {description: ok}}}
    delete: {tags: [stock], responses: {"200": {description: ok}}}
    patch: {tags: [stock], responses: {"200": {description: ok}}}
    options: {tags: [stock], responses: {"200": {description: ok}}}
    head: {tags: [stock], responses: {"200": {description: ok}}}
  /b: *all
  /c: *all
  /d: *all
  /e: *all
  /f: *all
`,
		},
	}
}
