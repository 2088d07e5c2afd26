package diag

// configRules are about overlays (package overlay) and the configuration (package diff/policy).
func configRules() []RuleText {
	return []RuleText{
		{
			Rule: RuleOverlay, Severity: Warning,
			Summary: "An action of an overlay changes nothing, or the overlay cannot be used.",
			Why: "A `target` that selects nothing is often a mistake, or the document has changed since the overlay was written. An overlay " +
				"that is no Overlay document of version 1.0 or 1.1 is an error: none of its actions would be sure to do what is meant.",
			Fix: "Correct the query, which is JSONPath of RFC 9535: a name with other characters than letters, digits and `_` is written in " +
				"brackets, as in `$.paths['/pets'].get`. Remove an action that is not needed any more.",
		},
		{
			Rule: RuleIgnoreUnused, Severity: Warning,
			Summary: "The configuration ignores a change that is none.",
			Why: "No change between the two documents has the fingerprint of this entry of `ignores`. The change may be undone, or " +
				"in both documents by now. It may also go further than it did: another change has another fingerprint, and has to " +
				"be approved again.",
			Fix: "Remove the entry. If it was meant for a change that is still reported, copy the fingerprint from the report, in quotes.",
		},
		{
			Rule: RuleIgnoreExpired, Severity: Warning,
			Summary: "An entry of `ignores` in the configuration has expired.",
			Why:     "The last day of `expires` is over. The entry ignores nothing any more, and the change that it was for is reported again.",
			Fix:     "Remove the entry, or give it a later date if the reason still holds.",
		},
	}
}
