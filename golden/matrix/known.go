package main

import "regexp"

// known has causes that are still to be mended, and what the report says of their pairs. A row goes when its cause does.
var known = []struct {
	cause   string
	matches *regexp.Regexp
}{
	{"additionalProperties: true is not kept", regexp.MustCompile(`open object.* as .*: (want|\S+ is refused)`)},
	{"properties: {} is an empty struct", regexp.MustCompile(`object without properties.* as `)},
	{"integers above int64 are refused", regexp.MustCompile(`(uint64|bounds beyond int64).* as `)},
	{"a discriminator does not decide", regexp.MustCompile(`union by (a plain tag|a mapping|a base with heirs).* as `)},
	{"New functions leave defaults out", regexp.MustCompile(`as default of a property: there is no New function`)},
	{"a schema that nothing satisfies is no finding", regexp.MustCompile(`^(named )?nothing as .*: want a finding`)},
	{"a list of OpenAPI 3.0 without items is no finding", regexp.MustCompile(`^(named )?list of 3.0 without items as .*: want a finding`)},
	{"a const beside an enum has no Go type", regexp.MustCompile(`const in an enum.* as .*: want a finding`)},
}

// isKnown reports whether a failure has a known cause.
func isKnown(p *pair, why string) bool {
	for _, k := range known {
		if k.matches.MatchString(p.String() + ": " + why) {
			return true
		}
	}
	return false
}
