package rules

import (
	"strconv"
	"strings"
)

// A limit is a constraint by a number: how the document writes it, and what it counts.
type limit struct {
	keyword string // maxLength; "the maximum" for numbers
	unit    string // characters, items, members; "" for the number itself
	upper   bool
}

// limitOf returns the limit that a rule is about.
func limitOf(rule string) (limit, bool) {
	stem := strings.TrimSuffix(strings.TrimSuffix(rule, "-raised"), "-lowered")
	l, ok := map[string]limit{
		"minimum": {"the minimum", "", false}, "maximum": {"the maximum", "", true},
		"min-length": {"minLength", "characters", false}, "max-length": {"maxLength", "characters", true},
		"min-items": {"minItems", "items", false}, "max-items": {"maxItems", "items", true},
		"min-properties": {"minProperties", "members", false}, "max-properties": {"maxProperties", "members", true},
	}[stem]
	return l, ok && stem != rule
}

// limitWords are for constraints on numbers, lengths and counts.
func limitWords(s situation, rule string) (words, bool) {
	l, ok := limitOf(rule)
	if !ok {
		return words{}, false
	}
	old, new := s.old(), s.new()
	if l.upper == strings.HasSuffix(rule, "-lowered") { // stricter
		return words{sends: "send " + s.measured(l, l.lost(old, new, s.Facts.Type)), send: l.send(new), keep: l.keep(old), field: true}, true
	}
	return words{reads: "rely on " + s.measured(l, l.promised(old)), read: "Be ready for " + s.measured(l, l.beyond(old)) + ".",
		keep: l.keep(old)}, true
}

// measured is the place with a measure: a limit of 51 to 100, tags with more than 5 items.
func (s situation) measured(l limit, measure string) string {
	if l.unit == "items" || l.unit == "members" {
		name := s.name()
		if strings.HasPrefix(name, "the ") {
			name = withArticle(name)
		}
		return name + " with " + measure
	}
	return s.aName() + " " + measure
}

// lost says which numbers are no longer allowed: those between both limits, if they can be counted.
func (l limit) lost(old, new, typ string) string {
	from, err := strconv.ParseInt(old, 10, 64)
	to, failed := strconv.ParseInt(new, 10, 64)
	if err != nil || failed != nil || l.unit == "" && typ != "integer" {
		return l.beyond(new)
	}
	low, high := to+1, from
	if !l.upper {
		low, high = from, to-1
	}
	text := strconv.FormatInt(low, 10)
	switch {
	case low > high:
		return l.beyond(new)
	case low < high:
		text += " to " + strconv.FormatInt(high, 10)
	}
	return l.counted(text, low == 1 && high == 1)
}

// counted is a number of what is counted: of 41 to 80 characters, 6 to 9 items.
func (l limit) counted(number string, one bool) string {
	unit := l.unit
	if one {
		unit = strings.TrimSuffix(unit, "s")
	}
	switch l.unit {
	case "":
		return "of " + number
	case "characters":
		return "of " + number + " " + unit
	}
	return number + " " + unit
}

// beyond is what breaks a limit: above 50, longer than 50 characters, more than 5 items.
func (l limit) beyond(text string) string {
	if none(text) {
		return l.beyondNone()
	}
	number, exclusive := bare(text)
	if l.unit == "" {
		return l.side(number, exclusive)
	}
	more := "fewer than "
	if l.upper {
		more = "more than "
	}
	if l.unit == "characters" {
		more = map[bool]string{true: "longer than ", false: "shorter than "}[l.upper]
	}
	return more + number + " " + l.units(number)
}

// beyondNone is for a limit that is not known.
func (l limit) beyondNone() string {
	switch l.unit {
	case "":
		return "beyond the limit"
	case "characters":
		return "of another length"
	}
	return "another number of " + l.unit
}

// side is the other side of a number: above 50, or 50 and what is above it.
func (l limit) side(number string, exclusive bool) string {
	switch {
	case exclusive && l.upper:
		return "of " + number + " or more"
	case exclusive:
		return "of " + number + " or less"
	case l.upper:
		return "above " + number
	}
	return "below " + number
}

func (l limit) units(number string) string {
	if number == "1" {
		return strings.TrimSuffix(l.unit, "s")
	}
	return l.unit
}

// bare is the number of a limit; exclusive ones say "above" or "below".
func bare(text string) (number string, exclusive bool) {
	for _, word := range []string{"above ", "below "} {
		if number, ok := strings.CutPrefix(text, word); ok {
			return number, true
		}
	}
	return text, false
}

// promised is what the old limit said of all values: of at most 100, with at least 1 item.
func (l limit) promised(text string) string {
	number, exclusive := bare(text)
	switch {
	case none(text):
		return l.beyondNone()
	case exclusive:
		return text
	}
	return l.counted(map[bool]string{true: "at most ", false: "at least "}[l.upper]+number, number == "1")
}

// send says what to send.
func (l limit) send(text string) string {
	number, exclusive := bare(text)
	if none(text) {
		return "Send what the new document allows."
	}
	if exclusive {
		return "Send " + map[bool]string{true: "less", false: "more"}[l.upper] + " than " + number + "."
	}
	if l.unit != "" {
		number += " " + l.units(number)
	}
	return "Send " + number + map[bool]string{true: " at most.", false: " at least."}[l.upper]
}

// keep says how the author leaves the limit.
func (l limit) keep(text string) string {
	if none(text) {
		return "Leave " + l.keyword + " out."
	}
	if _, exclusive := bare(text); exclusive {
		return "Leave " + l.keyword + " " + text + "."
	}
	return "Leave " + l.keyword + " at " + text + "."
}
