package diag

// sourceRules are those of reading a file (package source).
func sourceRules() []RuleText {
	return []RuleText{
		{
			Rule: RuleSyntax, Severity: Error,
			Summary: "The file is not well-formed YAML or JSON.",
			Why: "The text cannot be read as a tree of values, so nothing can be said about the rest of it and nothing is " +
				"generated. `--lenient` hardly helps.",
			Fix: "Correct the text at the position. In YAML the cause is often a line above: a bracket or a quote that is not " +
				"closed, or indentation by another number of spaces. A file must be UTF-8.",
			Example: `info: {title: "Shop, version: "1"}
`,
		},
		{
			Rule: RuleDuplicateKey, Severity: Error,
			Summary: "An object has the same key twice.",
			Why: "JSON leaves open which of the two counts, and tools differ. oas2go does not guess; with `--lenient` the first " +
				"one counts and this is a warning.",
			Fix: "Remove one of them, or give it the name that was meant. The finding shows both places.",
			Example: `components:
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string}
        name: {type: string, maxLength: 40}
`,
		},
		{
			Rule: RuleScalar, Severity: Warning,
			Summary: "A YAML scalar has no JSON value, or another one than its spelling suggests.",
			Why: "OpenAPI documents are JSON that may be written in YAML. YAML has scalars that JSON lacks (`.inf`, keys that are " +
				"no strings): these are errors. It has others whose spelling misleads (`010`, `0x10`): these are warnings that " +
				"say which value is used.",
			Fix: "Put the scalar in quotes if it is meant as text, or write the number as JSON does.",
			Example: `components:
  schemas:
    Code: {type: integer, maximum: 010}
`,
		},
		{
			Rule: RuleTooLarge, Severity: Error,
			Summary: "The file, its nesting, its aliases or what its schemas make of each other are too large.",
			Why: "Limits keep a hostile or broken file from using up the machine. Real documents are far below them. Where only " +
				"the types of a package would become too many this is a warning: from there on types have their own members, and " +
				"rules judge the rest, so that validation stays exact.",
			Fix: "Split the document, or write schemas that contain each other less often. YAML aliases of aliases are the usual " +
				"cause.",
		},
	}
}
