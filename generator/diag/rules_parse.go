package diag

import "slices"

// parseRules are those of the specifications (package parse).
func parseRules() []RuleText {
	return slices.Concat(documentRules(), referenceRules(), schemaRules(), operationRules())
}

// documentRules are about what a document is made of.
func documentRules() []RuleText {
	return []RuleText{
		{
			Rule: RuleNotOpenAPI, Severity: Error,
			Summary: "The file is not an OpenAPI document.",
			Why:     "An OpenAPI document is an object with the key `openapi`. Without it nothing tells what the file is.",
			Fix:     "Check the path. If the file is a schema or a part of a document, name the document that refers to it.",
		},
		{
			Rule: RuleVersion, Severity: Error,
			Summary: "The version of OpenAPI is not supported.",
			Why: "The meaning of keywords depends on the version. A version that is written in an odd way but can be read (`3.1`, " +
				"a number) is a warning.",
			Fix: "Write the version in full and as a string, such as `3.1.0`; convert documents of versions that are not " +
				"supported.",
			Example: `openapi: 4.0.0
`,
		},
		{
			Rule: RuleUnknownKey, Severity: Warning,
			Summary: "An object has a key that the specification does not define.",
			Why: "Such a key has no effect. Most of them are spelling mistakes, so that the document does not say what its author " +
				"meant, or keys of a later version. It is an error where a required key of the same object is missing, because " +
				"then this is probably that one, and for a `$ref` where none may stand. In schemas since 3.1 unknown keywords are allowed as annotations: it is " +
				"information if the keyword resembles no known one.",
			Fix: "Correct the name, remove the key, or let its name begin with `x-` if it is an extension.",
			Example: `components:
  schemas:
    Name: {type: string, maxLenght: 40}
`,
		},
		{
			Rule: RuleType, Severity: Error,
			Summary: "A value has the wrong JSON type for its place.",
			Why: "The specification asks for an object, a string and so on, and there is another type. A value whose meaning is " +
				"clear all the same, such as a number where a text is expected, is read and is a warning.",
			Fix: "Write the type that the message names. In YAML check the indentation, and whether a list item has its dash.",
			Example: `components:
  schemas:
    Pet: {type: object, required: name}
`,
		},
		{
			Rule: RuleMissing, Severity: Error,
			Summary: "A required key is missing.",
			Why: "The object has no meaning without it, or (a warning) the specification asks for it though nothing depends on it " +
				"here.",
			Fix: "Add the key. If it is there but at the wrong level, correct the indentation.",
			Example: `paths:
  /pets:
    get:
      parameters:
      - {name: limit, schema: {type: integer}}
      responses: {"200": {description: The pets.}}
`,
		},
		{
			Rule: RuleValue, Severity: Error,
			Summary: "A value is not allowed at its place.",
			Why: "The type is right, but the value is none that the specification allows, or two keys exclude each other. It is a " +
				"warning where the meaning is clear or the code does not depend on it.",
			Fix: "Write one of the allowed values; the message or the hint names them.",
			Example: `components:
  schemas:
    Name: {type: text}
`,
		},
	}
}

// referenceRules are about references and what stands beside them.
func referenceRules() []RuleText {
	return []RuleText{
		{
			Rule: RuleRef, Severity: Error,
			Summary: "A reference leads nowhere, or to a place that cannot be read.",
			Why: "What stands behind the reference is unknown, so code for it would be a guess. With `--lenient` this is a " +
				"warning, and the place takes every value. A reference that leads back to itself without passing a property or an " +
				"item describes nothing and is an error too. One in place of an operation, or of a map such as `components/schemas`, is " +
				"followed as it is meant, with a warning.",
			Fix: "Correct the reference; if a similar name exists, the hint has it. The fragment is a JSON pointer: `/` in a name " +
				"is written `~1`, `~` is `~0`.",
			Example: `components:
  schemas:
    Pet:
      type: object
      properties:
        owner: {$ref: "#/components/schemas/Ownr"}
    Owner: {type: object}
`,
		},
		{
			Rule: RuleRefKind, Severity: Error,
			Summary: "A reference leads to an object of another kind.",
			Why: "A schema is expected and the reference leads to a parameter, for example. With `--lenient` this is a warning and " +
				"the reference counts as if it led nowhere.",
			Fix: "Refer to an object of the kind that the message names; the usual cause is the wrong section of `components`.",
			Example: `components:
  parameters:
    Limit: {name: limit, in: query, schema: {type: integer}}
  schemas:
    Page:
      type: object
      properties:
        limit: {$ref: "#/components/parameters/Limit"}
`,
		},
		{
			Rule: RuleRefSiblings, Severity: Warning,
			Summary: "Keys beside $ref are ignored by this version of OpenAPI.",
			Why: "In OpenAPI 3.0 all keys beside `$ref` are ignored; in later versions schemas and a few descriptions may stand " +
				"there. The generated code ignores them too. It is information if the keys only describe.",
			Fix: "Put the reference and the other keys into an `allOf`, or use OpenAPI 3.1.",
			Example: `openapi: 3.0.3
components:
  schemas:
    Id: {type: string}
    Pet:
      type: object
      properties:
        id: {$ref: "#/components/schemas/Id", maxLength: 36}
`,
		},
	}
}

// schemaRules are about schemas.
func schemaRules() []RuleText {
	return []RuleText{
		{
			Rule: RuleNoEffect, Severity: Warning,
			Summary: "A keyword has no effect where it stands.",
			Why: "The specification gives the keyword no meaning here: a length on a number, a parameter named `Authorization`, a " +
				"format that nobody has defined. The generated code does what the specification says, which is probably not what " +
				"the author wanted. It is information where the keyword does no harm.",
			Fix: "Remove the keyword, or correct what it depends on, often `type`.",
			Example: `paths:
  /pets:
    get:
      parameters:
      - {name: Authorization, in: header, schema: {type: string}}
      responses: {"200": {description: The pets.}}
`,
		},
		{
			Rule: RuleDefault, Severity: Warning,
			Summary: "A default does not fit its own schema.",
			Why:     "A client that fills in the default would send what the server must refuse, so `New<Type>()` leaves it out.",
			Fix:     "Correct the default, or the rule that it breaks; the finding shows both.",
			Example: `components:
  schemas:
    Limit: {type: integer, maximum: 100, default: 1000}
`,
		},
		{
			Rule: RuleExample, Severity: Info,
			Summary: "An example does not fit its own schema.",
			Why:     "Either the example or the schema is wrong, and generated code goes by the schema: it would refuse the example.",
			Fix:     "Correct the example, or the rule that it breaks; the finding shows both.",
			Example: `components:
  schemas:
    Limit: {type: integer, maximum: 100, example: 1000}
`,
		},
		{
			Rule: RuleEnum, Severity: Warning,
			Summary: "An enumeration has equal values, or values that its type forbids.",
			Why: "A value that another keyword beside the `enum` or `const` forbids can never be used. The Go type has no constant " +
				"for it where it never can be valid. What is clearly meant is read so: `2021` of a string enumeration is `\"2021\"`, `\"1\"` of " +
				"integers is 1, and a nullable enumeration of OpenAPI 3.0 has `null`, also where it does not list it.",
			Fix: "Remove the value, or correct the keyword that forbids it. Put texts in quotes, and numbers in none.",
			Example: `components:
  schemas:
    Size: {type: string, enum: [small, large, small]}
`,
		},
	}
}

// operationRules are about operations.
func operationRules() []RuleText {
	return []RuleText{
		{
			Rule: RulePathParameter, Severity: Warning,
			Summary: "A path template and its parameters disagree.",
			Why: "Each name in braces needs a parameter with `in: path`, it is a required string if nothing describes it. A path parameter " +
				"that the template does not have is not sent.",
			Fix: "Describe the parameter in the operation or in the path item, or correct its name.",
			Example: `paths:
  /pets/{id}:
    get:
      responses: {"200": {description: The pet.}}
`,
		},
		{
			Rule: RuleOperationID, Severity: Warning,
			Summary: "An operationId is used twice.",
			Why:     "The specification asks for unique ids, and they are the names of the methods of the client. The second method gets its HTTP method as a suffix.",
			Fix:     "Rename one of them; the finding shows both.",
			Example: `paths:
  /pets:
    get: {operationId: pets, responses: {"200": {description: Yes.}}}
    put: {operationId: pets, responses: {"200": {description: Yes.}}}
`,
		},
		{
			Rule: RuleSecurity, Severity: Warning,
			Summary: "A security requirement names a scheme that does not exist.",
			Why:     "The client does not know which credential to send, so this alternative is left out.",
			Fix:     "Add the scheme to `components/securitySchemes`, or correct the name.",
			Example: `security:
- apiKey: []
components:
  securitySchemes:
    api_key: {type: apiKey, in: header, name: X-Key}
`,
		},
		{
			Rule: RuleStyle, Severity: Info,
			Summary: "OpenAPI does not define the style of a parameter, or of a part of a form, for its type or place.",
			Why: "The tables of OpenAPI say how a value of each type is written in each style; some cells say \"n/a\". The generated " +
				"client writes such a value in the nearest way, which the message names. In a multipart body OpenAPI 3.0 ignores styles: " +
				"the client writes the part in the style of the document, as OpenAPI 3.1 says.",
			Fix: "Use a style that is defined for the type: form for a scalar, deepObject for an object.",
			Example: `openapi: 3.1.0
paths:
  /pets:
    get:
      parameters:
      - {name: kind, in: query, style: pipeDelimited, schema: {type: string}}
      responses: {"204": {description: Nothing.}}
`,
		},
	}
}
