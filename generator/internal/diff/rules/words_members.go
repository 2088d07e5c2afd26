package rules

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// memberWords are for the members of objects.
func memberWords(s situation, rule string) (words, bool) {
	switch rule {
	case "member-added":
		return words{sends: "already send something else as " + s.name(), send: "Send " + s.name() + " as the new document describes " +
			"it, or leave it out.",
			reads: "refuse members that they do not know", read: "Ignore members that are not known.",
			keep: "Approve it with an ignore, if clients were told that members are added.", field: true}, true
	case "required-member-added":
		return words{every: s.every() + ": " + s.name() + " is new and required.", send: s.set() + ".",
			reads: "refuse members that they do not know", read: "Ignore members that are not known.",
			keep: "Leave " + s.name() + " out of required."}, true
	case "member-removed":
		return s.removed("Keep " + s.name() + " with deprecated: true until nobody " + s.touches("sends", "reads") + " it."), true
	case "member-replaced":
		return s.replaced(), true
	case "member-required":
		return words{sends: "send no " + s.name(), stops: "Those that set it stop compiling.",
			send:  s.set() + withConversion(s.converted(s.value())),
			reads: "expect no " + s.name(), code: s.alwaysThere(),
			adapt: s.eachPlace(), keep: "Leave " + s.name() + " out of required."}, true
	case "member-optional":
		return words{reads: "rely on " + s.name() + " being there", read: "Check that " + s.name() + " is there.",
			sends: "rely on sending " + s.name(),
			code:  "Go code that sets or reads the field. " + s.onTheWire(), adapt: s.orNothing(), keep: "Leave it required."}, true
	case "member-read-only":
		return s.oneWay("readOnly"), true
	case "member-write-only":
		return s.oneWay("writeOnly"), true
	}
	return words{}, false
}

// alwaysThere is who is hit by a member that became required, if no message breaks.
func (s situation) alwaysThere() string {
	text := "Go code that sets or reads the field."
	if len(s.Wire) > 0 {
		text += " On the wire it is always there now."
	}
	return text
}

// touches chooses words for the directions that the place is used in.
func (s situation) touches(sent, received string) string {
	switch {
	case !s.uses(change.Response):
		return sent
	case !s.uses(change.Request):
		return received
	case sent == "writes":
		return "writes or reads"
	}
	return sent
}

// goneField is the Go name that is gone, with its type.
func (s situation) goneField() string {
	if n, ok := s.named(change.Gone); ok && strings.Contains(n.Name, ".") {
		return n.Name
	}
	for _, n := range s.Go.Names {
		if n.Kind == change.Gone && strings.Contains(n.Name, ".") {
			return n.Name
		}
	}
	return or(s.field(), s.name())
}

// forgets says why nothing fails on the wire where a member is gone.
func (s situation) forgets() string {
	switch {
	case s.uses(change.Request) && s.Facts.Open:
		return "On the wire nothing fails: the object is open, so the server takes " + s.name() + " and forgets it."
	case s.uses(change.Request):
		return s.onTheWire()
	}
	return "On the wire nothing fails: " + s.name() + " could be missing before."
}

func (s situation) removed(keep string) words {
	field := s.goneField()
	_, last, ok := strings.Cut(field, ".")
	if !ok {
		last = field
	}
	return words{
		sends: "send " + s.name(), send: "Remove " + last + " from the code.", reads: "read " + s.name(), read: "Do without " + s.name() + ".",
		code:  "Everyone who " + s.touches("writes", "reads") + " " + field + ". " + s.forgets(),
		adapt: "Remove " + last + " from the code. " + s.stillNeeded(), keep: keep,
	}
}

// stillNeeded is what to ask before a member is removed from code.
func (s situation) stillNeeded() string {
	if s.uses(change.Request) {
		return "Ask first whether the data is still needed: it is lost in silence."
	}
	return "Ask first where the data is now."
}

func (s situation) replaced() words {
	w := s.removed("Keep the old member with deprecated: true.")
	w.code = "Everyone who " + s.touches("writes", "reads") + " " + s.goneField() + ". By itself nothing fails on the wire."
	if s.Facts.Open && s.uses(change.Request) {
		w.code = strings.TrimSuffix(w.code, ".") + ": the object is open, so the server takes the old member and ignores it."
	}
	for _, n := range s.Go.Names {
		_, field, ok := strings.Cut(n.Name, ".")
		if n.Kind != change.Added || !ok {
			continue
		}
		_, old, _ := strings.Cut(s.goneField(), ".")
		w.adapt = "Use " + field + " instead of " + or(old, s.goneField()) + "."
		w.send, w.read = w.adapt, w.adapt
	}
	return w
}

// withConversion ends a sentence, with what becomes of values.
func withConversion(text string) string {
	if text == "" {
		return "."
	}
	return "; " + text + "."
}

// eachPlace says what to do where a field is set.
func (s situation) eachPlace() string {
	if text := s.converted("v"); text != "" {
		if !s.uses(change.Request) {
			return "Read " + or(s.field(), s.name()) + " without the pointer."
		}
		return "Where " + or(s.field(), s.name()) + " is set, " + text + ". Read it without the pointer."
	}
	return s.adapt()
}

// orNothing says how to set a field that may be left out now. The sample is its default.
func (s situation) orNothing() string {
	n, ok := s.named(change.Changed)
	if !ok {
		return s.adapt()
	}
	to, _ := wrapped(n.New, s.value())
	text := "Write " + to + ", or nothing"
	if !s.uses(change.Request) {
		text = "Check for nil before reading " + or(s.field(), s.name())
	}
	if d := strings.Trim(s.Facts.Sample, `"`); d != "" && s.uses(change.Request) {
		text += ": the server uses " + short(d, "the default")
	}
	return text + "."
}

// oneWay is for a member that only one direction has now, or has again.
func (s situation) oneWay(keyword string) words {
	away, what := s.touches("sends", "reads"), "part of requests"
	if keyword == "writeOnly" {
		what = "part of responses"
	}
	w := s.removed("Leave " + keyword + " out, and describe it in words.")
	w.code = s.goCode() + " " + s.name() + " is no longer " + what + "."
	w.adapt = s.adapt()
	if s.again() {
		w.code = s.goCode() + " " + s.name() + " is " + what + " again."
		w.reads, w.read = "refuse members that they do not know", "Ignore members that are not known."
	} else if away == "sends" {
		w.send = or(w.send, "Do not send "+s.name()+".")
	}
	return w
}

// again reports whether a member is in a direction that it was not in before.
func (s situation) again() bool {
	text := strings.ToLower(s.old() + " " + s.Facts.Old)
	return strings.Contains(text, "read") || strings.Contains(text, "write")
}
