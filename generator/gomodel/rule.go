package gomodel

import "github.com/oas2go/oas2go/generator/diag"

// Rules is the table of the rules of a package: what of its schemas no Go type shows, judged on JSON. Rules refer to each other by
// name, so that a recursive schema is no case of its own.
type Rules struct {
	Head // Name is that of the variable: rules
	List []NamedRule
}

// A NamedRule is an entry of the table, with a constant for its index.
type NamedRule struct {
	Name string // of the constant: rulePet
	Rule Rule
	From diag.Pos
}

// A Rule is a schema, or the part of it that static code does not check: keywords that must all hold. The empty Rule holds for
// every value; nil stands for an absent one where a keyword may lack it.
type Rule []RuleKeyword

// A RuleKeyword is one constraint of a [Rule]. Each kind is one type of support code of a similar name. A constraint of objects
// holds for values of other types, and so on, as JSON Schema says.
type RuleKeyword interface{ isRule() }

type (
	// RuleNever holds for no value: the schema false.
	RuleNever struct{}
	// RuleTypes is type: names of JSON Schema.
	RuleTypes struct{ Names []string }
	// RuleEnum is enum and const: canonical JSON texts.
	RuleEnum struct{ Values []string }
	// RuleRef applies another rule of the table, by the name of its constant.
	RuleRef struct{ Name string }
	// RuleNot is not.
	RuleNot struct{ Rule Rule }
	// RuleAnyOf is anyOf.
	RuleAnyOf struct{ Rules []Rule }
	// RuleOneOf is oneOf.
	RuleOneOf struct{ Rules []Rule }
	// RuleTag lets the alternative judge an object that its tag leads to (see [ByTag]).
	RuleTag struct {
		Wire    string
		Cases   []RuleTagCase
		Default Rule // where the tag is missing or unknown; nil: none
		// Else judges what is no object, and where the tag is missing, has one of the values Shared, or, if Open, is unknown; nil: a
		// missing tag breaks "required".
		Else   Rule
		Shared []Literal
		Open   bool
	}
	// RuleTagCase is one value of a tag.
	RuleTagCase struct {
		Value Literal
		Rule  Rule
	}
	// RuleIf is if, then and else.
	RuleIf struct{ If, Then, Else Rule }
	// RuleUnevaluated is a schema with unevaluatedItems, unevaluatedProperties or both; Of are its other keywords.
	RuleUnevaluated struct {
		Of                Rule
		Items, Properties Rule // nil: none
	}
	// RuleNumber is minimum, maximum, exclusiveMinimum, exclusiveMaximum or multipleOf. Limit is the exact text of a JSON number.
	RuleNumber struct{ Keyword, Limit string }
	// RuleSize is minLength, maxLength, minItems, maxItems, minProperties or maxProperties.
	RuleSize struct {
		Keyword string
		Limit   int
	}
	// RulePattern is pattern; Var is a [Pattern].
	RulePattern struct{ Var string }
	// RuleUnique is uniqueItems: true.
	RuleUnique struct{}
	// RuleRequired is required.
	RuleRequired struct{ Names []string }
	// RuleProperties is properties, patternProperties and additionalProperties together, because they depend on each other.
	RuleProperties struct {
		Named     []RuleMember
		Patterned []RulePatternMember
		Rest      Rule // additionalProperties; nil: none
	}
	// RuleMember is the rule of the member Name.
	RuleMember struct {
		Name string
		Rule Rule
	}
	// RulePatternMember is the rule of members whose names match the [Pattern] Var.
	RulePatternMember struct {
		Var  string
		Rule Rule
	}
	// RuleNames is propertyNames.
	RuleNames struct{ Rule Rule }
	// RuleDependentRequired is dependentRequired.
	RuleDependentRequired struct{ List []RuleNeeds }
	// RuleNeeds says what an object with the member Name must have too.
	RuleNeeds struct {
		Name  string
		Needs []string
	}
	// RuleDependentSchemas is dependentSchemas.
	RuleDependentSchemas struct{ List []RuleMember }
	// RuleItems is prefixItems and items.
	RuleItems struct {
		Prefix []Rule
		Rest   Rule // items; nil: none
	}
	// RuleContains is contains with its bounds; Max < 0: none.
	RuleContains struct {
		Rule     Rule
		Min, Max int
	}
)

func (RuleNever) isRule()             {}
func (RuleTypes) isRule()             {}
func (RuleEnum) isRule()              {}
func (RuleRef) isRule()               {}
func (RuleNot) isRule()               {}
func (RuleAnyOf) isRule()             {}
func (RuleOneOf) isRule()             {}
func (RuleTag) isRule()               {}
func (RuleIf) isRule()                {}
func (RuleUnevaluated) isRule()       {}
func (RuleNumber) isRule()            {}
func (RuleSize) isRule()              {}
func (RulePattern) isRule()           {}
func (RuleUnique) isRule()            {}
func (RuleRequired) isRule()          {}
func (RuleProperties) isRule()        {}
func (RuleNames) isRule()             {}
func (RuleDependentRequired) isRule() {}
func (RuleDependentSchemas) isRule()  {}
func (RuleItems) isRule()             {}
func (RuleContains) isRule()          {}
