package rules

import "github.com/oas2go/oas2go/generator/internal/diff/change"

// conditionWords are for constraints that are no limits.
func conditionWords(s situation, rule string) (words, bool) {
	old, new := s.old(), s.new()
	switch rule {
	case "multiple-of-changed":
		return words{sends: "send " + s.aName() + " that is no multiple of " + short(new, "the new number"),
			reads: "rely on multiples of " + short(old, "the old number") + " in " + s.name(), send: "Send multiples of " + short(new,
				"the new number") + ".",
			read: "Be ready for other numbers in " + s.name() + ".", keep: keepAt("multipleOf", old), field: true}, true
	case "pattern-changed":
		return words{sends: "send " + s.aName() + " that does not match " + short(new, "the new pattern"),
			reads: "rely on " + s.aName() + " that matches " + short(old, "the old pattern"), send: "Send what " + short(new,
				"the new pattern") + " matches.",
			read: "Be ready for texts that " + short(old, "the old pattern") + " does not match.",
			keep: s.keepPattern(old), field: true}, true
	case "unique-items-added":
		return words{sends: "send " + s.name() + " with equal items", send: "Send each item once.", keep: "Leave uniqueItems out.",
			field: true}, true
	case "unique-items-removed":
		return words{reads: "rely on different items in " + s.name(), read: "Be ready for equal items.", keep: "Leave uniqueItems: true."}, true
	}
	if by := s.constraint(rule); by != "" {
		return words{sends: "send " + withArticle(s.place()) + " that " + by + " forbids now",
			reads: "rely on what " + by + " said of " + s.place(), send: "Send what " + by + " allows now.",
			read: "Be ready for what " + by + " forbade.", keep: "Leave " + by + " as it was.", field: true}, true
	}
	return words{}, false
}

func keepAt(keyword, old string) string {
	if none(old) {
		return "Leave " + keyword + " out."
	}
	return "Leave " + keyword + " at " + short(old, "the old value") + "."
}

// constraint names what a rule is about, if that is a keyword with schemas in it; "" for other rules.
func (s situation) constraint(rule string) string {
	switch rule {
	case "condition-changed":
		return "the condition"
	case "reference-changed":
		return "the reference"
	}
	keyword := map[string]string{
		"not-changed": "not", "contains-changed": "contains", "other-items-changed": "unevaluatedItems",
		"dependency-changed": "dependentRequired", "member-names-changed": "propertyNames",
	}[rule]
	if keyword == "" {
		return ""
	}
	return `the keyword "` + or(s.Facts.Name, keyword) + `"`
}

// keepPattern is what the author can do about another pattern: a request must not lose texts, a response must not win any.
func (s situation) keepPattern(old string) string {
	if s.harms(change.Response) && !s.harms(change.Request) {
		return "Let the pattern match no more than " + short(old, "the old one") + " does, or approve the change with an ignore."
	}
	return "Let the pattern match all that " + short(old, "the old one") + " does."
}
