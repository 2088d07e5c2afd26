package diag

// A Rule is the stable id of a kind of finding.
type Rule string

// The rules. Their texts are in [Rules].
const (
	// Reading a file (package source).
	RuleSyntax       Rule = "syntax"
	RuleDuplicateKey Rule = "duplicate-key"
	RuleScalar       Rule = "scalar"
	RuleTooLarge     Rule = "too-large"

	// What the specifications say (package parse).
	RuleNotOpenAPI    Rule = "not-openapi"
	RuleVersion       Rule = "version"
	RuleUnknownKey    Rule = "unknown-key"
	RuleType          Rule = "type"
	RuleMissing       Rule = "missing"
	RuleValue         Rule = "value"
	RuleRef           Rule = "ref"
	RuleRefKind       Rule = "ref-kind"
	RuleRefSiblings   Rule = "ref-siblings"
	RuleNoEffect      Rule = "no-effect"
	RuleDefault       Rule = "default"
	RuleEnum          Rule = "enum"
	RulePathParameter Rule = "path-parameter"
	RuleOperationID   Rule = "operation-id"
	RuleSecurity      Rule = "security"
	RuleStyle         Rule = "style"

	// What the Go code does (package plan).
	RuleNotEnforced  Rule = "not-enforced"
	RuleNotGenerated Rule = "not-generated"
	RuleContradicts  Rule = "contradicts"
	RuleRenamed      Rule = "renamed"
	RuleExtension    Rule = "extension"
)

// A RuleText says what a rule is about, for docs and reports.
type RuleText struct {
	Rule    Rule
	Summary string
}

// Rules returns every rule with its text, in the order of the stages.
func Rules() []RuleText {
	return []RuleText{
		{RuleSyntax, "The file is not well-formed YAML or JSON."},
		{RuleDuplicateKey, "An object has the same key twice."},
		{RuleScalar, "A YAML scalar has no JSON value, or another one than its spelling suggests."},
		{RuleTooLarge, "The file, its nesting, its aliases or what its schemas make of each other are too large."},
		{RuleNotOpenAPI, "The file is no OpenAPI document."},
		{RuleVersion, "The version of OpenAPI is not supported."},
		{RuleUnknownKey, "An object has a key that the specification does not define."},
		{RuleType, "A value has the wrong JSON type for its place."},
		{RuleMissing, "A required key is missing."},
		{RuleValue, "A value is not allowed at its place."},
		{RuleRef, "A reference leads nowhere, or to a place that cannot be read."},
		{RuleRefKind, "A reference leads to an object of another kind."},
		{RuleRefSiblings, "Keys beside $ref are ignored by this version of OpenAPI."},
		{RuleNoEffect, "A keyword has no effect where it stands."},
		{RuleDefault, "A default does not fit its own schema."},
		{RuleEnum, "An enumeration has equal values, or values that its type forbids."},
		{RulePathParameter, "A path template and its parameters disagree."},
		{RuleOperationID, "An operationId is used twice."},
		{RuleSecurity, "A security requirement names a scheme that does not exist."},
		{RuleStyle, "OpenAPI does not define the style of a parameter for its type or place."},
		{RuleNotEnforced, "The generated code does not enforce this part of the document."},
		{RuleNotGenerated, "No code is generated for this part of the document."},
		{RuleContradicts, "Parts of a schema exclude each other."},
		{RuleRenamed, "A Go name differs from what the document suggests."},
		{RuleExtension, "An x-go extension has a value that cannot be used."},
	}
}
