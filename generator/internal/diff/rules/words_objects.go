package rules

import (
	"slices"
	"unicode"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

const told = "Approve it with an ignore, if clients were told that "

// objectWords are for objects as a whole.
func objectWords(s situation, rule string) (words, bool) {
	switch rule {
	case "object-closed":
		return words{sends: "send members that the document does not name", send: "Send the members of the document only.",
			keep: "Leave the object open."}, true
	case "object-opened":
		return words{reads: "refuse members that they do not know", read: "Ignore members that are not known.",
			keep: told + "members are added."}, true
	case "extra-members-changed", "pattern-members-changed":
		new := short(s.new(), "what the new document says")
		return words{sends: "send other members than " + new, send: "Send such members as " + new + " only.",
			reads: "rely on other members being " + short(s.old(), "as they were"), read: "Be ready for other members of " + s.place() + ".",
			keep: "Leave the other members of " + s.place() + " as they were.", field: true}, true
	}
	return words{}, false
}

// unionWords are for alternatives.
func unionWords(s situation, rule string) (words, bool) {
	if s.Facts.Base != "" {
		return heirWords(s, rule)
	}
	gone, came := alternative(s.Facts.Gone, "alternatives that are gone"), alternative(s.Facts.Came, "new alternatives")
	switch rule {
	case "alternative-added":
		return words{sends: "send what two alternatives take now", send: "Send what one alternative alone takes.",
			reads: "know only the old alternatives", read: "Give every type switch over " + s.place() + " a default.",
			goes: "The Go client keeps " + or(came, "the new one") + " as it came; a type switch without default passes over it.",
			keep: told + "alternatives are added."}, true
	case "alternative-removed":
		what := or(gone, "the alternative that is gone")
		return words{sends: "send " + what, send: "Send another alternative.", reads: "rely on " + what, read: "Do without " + what + ".",
			keep: "Keep " + or(gone, "the alternative") + " until nobody sends it."}, true
	case "alternatives-changed":
		return words{sends: "send " + withArticle(s.place()) + " that no alternative takes now, or two",
			send: "Send what the new alternatives allow.", reads: "know only the old alternatives", read: "Be ready for the new alternatives.",
			keep: "Leave the alternatives as they were.", field: true}, true
	case "discriminator-changed":
		return words{sends: "go by the old discriminator", send: "Set the discriminator as the new document has it.",
			reads: "go by the old discriminator", read: "Go by the new discriminator.", code: s.goCode() + " " + s.onTheWire(), adapt: s.adapt(),
			keep: "Keep the old values in the mapping, beside the new ones."}, true
	case "schema-changed":
		return words{sends: "send what only the old document allows", send: s.compare("send"), reads: "rely on what the old document allows",
			read: s.compare("read"), keep: "Make one edit at a time, until none of them breaks.", field: true}, true
	}
	return words{}, false
}

// heirWords are for the heirs of a base, which judged their values before they came and judges them when they are gone.
func heirWords(s situation, rule string) (words, bool) {
	name := or(alternative([]string{s.Facts.Name}, ""), "the heir")
	if rule == "alternative-removed" {
		return words{sends: "send " + name, send: "Send the base, or another heir.", reads: "rely on " + name, read: "Do without " + name + ".",
			keep: "Keep " + name + " until nobody sends it."}, true
	}
	w := words{sends: "send its tag with what " + name + " does not allow", send: "Send " + name + " as the new document describes it.",
		reads: "take it for the base", read: s.switches(), keep: told + "heirs are added."}
	if s.uses(change.Response) {
		w.goes, w.send = s.newHeir(), w.send+" "+s.switches()
	}
	return w, true
}

// newHeir says what becomes of code that got the base for a tag that is an heir's now.
func (s situation) newHeir() string {
	return "A type switch over " + s.Facts.Base + " gets " + withArticle(s.Facts.Name) + " where it got the base itself."
}

func (s situation) switches() string {
	return "Give every type switch over " + s.Facts.Base + " a case for " + s.Facts.Name + ", or a default."
}

// alternative names alternatives that are components; what others are called says little.
func alternative(list []string, what string) string {
	if len(list) == 0 || slices.ContainsFunc(list, func(name string) bool { return !identifies(name) || !unicode.IsUpper(rune(name[0])) }) {
		return ""
	}
	return some(list, "or", what)
}

// compare says what to look at if no single edit is to blame.
func (s situation) compare(verb string) string {
	with := "the new schema"
	if s.Witness != nil {
		with = "the proof"
	}
	return "Compare what you " + verb + " with " + with + "."
}

// nameWords are for names, components, defaults and Go code.
func nameWords(s situation, rule string) (words, bool) {
	n, _ := s.named(change.Renamed)
	renamed := or(n.Name, s.old())
	w := words{code: s.goCode() + " " + s.onTheWire(), adapt: s.adapt(), keep: "Approve it with an ignore."}
	switch rule {
	case "schema-renamed":
		w.code, w.adapt = "Go code that names "+or(renamed, "the type")+". "+s.sameShape(), s.rename(change.Name{Name: or(renamed,
			"the type"), New: or(n.New, s.new())})
		w.keep = s.keepName(or(renamed, "the old name"), or(n.New, "the schema"))
	case "schema-added":
		w.keep = "Leave the schema out until an operation uses it."
	case "schema-removed":
		w.code = "Go code that names " + s.gone() + ". " + s.onTheWire()
		w.keep = "Keep " + s.name() + " in the components until nobody names its type."
	case "go-changed":
		if n.Name != "" {
			w.keep = s.keepName(afterDot(n.Name), or(afterDot(n.New), "the new place"))
		} else {
			w.keep = "Write it as the old document does, or approve the change with an ignore."
		}
	case "go-extension-changed":
		w.keep = "Leave " + or(s.Facts.Name, "the extension") + " as it was."
	case "default-changed":
		w.code = s.defaults()
		w.sends, w.send = "leave "+s.name()+" out", "Send "+s.name()+" where its value matters."
		w.reads, w.read = "go by the old default", "Go by the new default where "+s.name()+" is missing."
		w.keep = keepAt("the default", s.old())
	case "not-compared":
		w.code, w.adapt = "Everyone who relies on this place: nobody knows what changed.", "Ask the author."
		w.keep = "Correct the document: oas2go lint shows its errors."
	case "content-changed":
		w.reads, w.read = "decode "+s.name(), "Decode "+s.name()+" the new way."
		w.keep = keepAt("the content", s.old())
	case "deprecated-changed":
		w.keep = "Leave " + s.place() + " as it was, or approve the change with an ignore."
	default:
		return words{}, false
	}
	return w, true
}

// sameShape says that a name is not on the wire; what else changed is told where it did.
func (s situation) sameShape() string {
	if len(s.Sentence) > len("same shape") && s.Sentence[len(s.Sentence)-len("same shape"):] == "same shape" {
		return "Nothing changes on the wire."
	}
	return "Nothing changes on the wire by the name."
}

// gone is the first name that is gone, or what the document calls it.
func (s situation) gone() string {
	n, _ := s.named(change.Gone)
	return or(n.Name, s.name())
}

// defaults says who gets another default.
func (s situation) defaults() string {
	who, old, new := "Callers that leave "+s.name()+" out ", short(s.old(), ""), short(s.new(), "")
	switch {
	case none(s.old()) && new != "":
		return who + "get " + new + "; what they got before, nobody said."
	case none(s.new()) && old != "":
		return who + "got " + old + "; what they get now, nobody says."
	case old == "" || new == "":
		return who + "get another value."
	}
	return who + "get " + new + " instead of " + old + "."
}
