package diag

import "slices"

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
	RuleExample       Rule = "example"
	RuleEnum          Rule = "enum"
	RulePathParameter Rule = "path-parameter"
	RuleOperationID   Rule = "operation-id"
	RuleSecurity      Rule = "security"
	RuleStyle         Rule = "style"

	// What the Go code does (package plan).
	RuleNotEnforced   Rule = "not-enforced"
	RuleSlowPattern   Rule = "slow-pattern"
	RuleNotGenerated  Rule = "not-generated"
	RuleContradicts   Rule = "contradicts"
	RuleDiscriminator Rule = "discriminator"
	RuleRenamed       Rule = "renamed"
	RuleExtension     Rule = "extension"
	RuleGroups        Rule = "groups"

	// What overlays change (package overlay).
	RuleOverlay Rule = "overlay"

	// What the configuration approves (package diff/policy).
	RuleIgnoreUnused  Rule = "ignore-unused"
	RuleIgnoreExpired Rule = "ignore-expired"
)

// A RuleText explains a rule. docs/rules.md and the reports of other tools are made from it; fragments of code are in backquotes.
type RuleText struct {
	Rule     Rule
	Severity Severity // that most of its findings have
	Summary  string   // one sentence
	Why      string   // why this is a finding, and what the generated code does about it
	Fix      string   // what to do
	Example  string   // the part of a document that has such a finding; what is missing to a document is not the point. "" if none helps
}

// Rules returns every rule with its text, in the order of the stages.
func Rules() []RuleText {
	return slices.Concat(sourceRules(), parseRules(), planRules(), configRules())
}

// Text returns the text of r; ok is false if there is no such rule.
func (r Rule) Text() (text RuleText, ok bool) {
	rules := Rules()
	i := slices.IndexFunc(rules, func(t RuleText) bool { return t.Rule == r })
	if i < 0 {
		return RuleText{}, false
	}
	return rules[i], true
}

// Markdown returns the explanation of a rule without its summary.
func (t RuleText) Markdown() string {
	text := t.Why + "\n\n**What to do:** " + t.Fix + "\n"
	if t.Example != "" {
		text += "\n```yaml\n" + t.Example + "```\n"
	}
	return text
}
