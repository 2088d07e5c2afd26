package rules

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// operationWords are for operations, callbacks and webhooks.
func operationWords(s situation, rule string) (words, bool) {
	n, _ := s.named(change.Renamed)
	keep := "Keep " + s.subject() + " with deprecated: true until nobody "
	w := words{code: s.goCode() + " " + s.onTheWire(), adapt: s.adapt()}
	switch rule {
	case "operation-removed":
		w.every, w.send = s.callersOf(change.Request)+".", "Remove the calls. Ask first what replaces the operation."
		w.keep = keep + "calls it."
	case "operation-moved":
		w.every = "Everyone who calls " + s.subject() + " where it was."
		w.send = "Call " + or(s.new(), "the new place") + ": make the package anew, and roll it out before the old place goes."
		w.keep = "Keep " + or(s.old(), "the old place") + " beside it, with deprecated: true, until nobody calls it."
	case "callback-removed", "webhook-removed", "callback-moved":
		w.wait = "Receivers that wait for " + s.subject() + ": it does not come any more."
		w.every = s.callersOf(change.Request) + "."
		w.read, w.send = "Remove the handler. Ask first what replaces it.", "Remove the handler. Ask first what replaces it."
		w.keep = keep + "waits for it."
		if rule == "callback-moved" {
			w.wait = "Receivers whose address stands where nobody looks for it now."
			w.read, w.keep = "Give the address where the new document looks for it.", "Look at both places for the address."
			w.send = w.read
		}
	case "callback-renamed":
		w.keep = "Keep the name " + short(s.old(), "as it was") + ": it is not on the wire."
	case "operation-renamed":
		w.code, w.adapt = "Go code that calls it. Nothing changes on the wire.", "Rename "+s.both()+" in the code."
		w.keep = s.keepName(or(afterDot(n.Name), or(s.old(), "the old name")), "the operation")
	case "operation-added", "callback-added", "webhook-added":
		w.keep = "Leave " + s.subject() + " out until somebody needs it, or approve the change with an ignore."
	case "operation-deprecated", "operation-undeprecated", "operation-sunset", "tags-changed":
		w.keep = "Leave " + s.subject() + " as it was, or approve the change with an ignore."
	default:
		return words{}, false
	}
	return w, true
}

// subject is the operation of a change without what follows it.
func (s situation) subject() string {
	if strings.Contains(s.Subject, ", callback ") {
		return or(s.Subject, "it")
	}
	name, _, _ := strings.Cut(s.Subject, ", ")
	return or(name, "it")
}

// both is how many names are renamed.
func (s situation) both() string {
	names := 0
	for _, n := range s.Go.Names {
		if n.Kind == change.Renamed {
			names++
		}
	}
	switch names {
	case 0, 1:
		return "it"
	case 2:
		return "both"
	}
	return "all of them"
}

func afterDot(name string) string {
	if _, last, ok := strings.Cut(name, "."); ok {
		return last
	}
	return name
}

// parameterWords are for parameters.
func parameterWords(s situation, rule string) (words, bool) {
	name, old, new := s.name(), s.old(), s.new()
	again := "Generate the package again: it writes " + name + " the new way."
	written := func(keyword, how string) words {
		return words{sends: "write " + name + " " + how, send: again, reads: "read " + name + " " + how, read: again,
			keep: keepAt(keyword+" of "+name, old)}
	}
	switch rule {
	case "parameter-added":
		w := words{sends: "already send something else as " + name, send: s.set() + ".", reads: "refuse what they do not know",
			read: "Ignore " + name + ".",
			keep: "Make " + name + " optional."}
		if s.became("required") || s.New.Value == "" {
			w.every = s.every() + ": " + name + " is new and required."
		}
		return w, true
	case "parameter-removed":
		w := s.removed("Keep " + name + " with deprecated: true until nobody sends it.")
		w.code = "Everyone who sets " + s.goneField() + ". On the wire nothing fails: the server does not read " + name + " any more."
		w.adapt = "Remove " + afterDot(s.goneField()) + " from the code. Ask first what it did: nobody heeds it now."
		return w, true
	case "parameter-required":
		return words{sends: "leave " + name + " out", stops: "Those that set it stop compiling.",
			send:  s.set() + withConversion(s.converted(s.value())),
			reads: "expect no " + name, read: "Be ready for " + name + ".", keep: "Leave " + name + " optional."}, true
	case "parameter-optional":
		return words{reads: "rely on " + name + " being there", read: "Check that " + name + " is there.",
			code: "Go code that sets the field. " + s.onTheWire(), adapt: s.orNothing(), keep: "Leave it required."}, true
	case "parameter-renamed":
		return words{code: s.goCode() + " " + s.onTheWire(), adapt: s.adapt(), keep: "Keep the name " + short(old,
			"as it was") + ": it is not on the wire."}, true
	case "parameter-moved":
		return words{sends: "send " + name + " in the " + short(old, "old place"), send: "Generate the package again: it sends " +
			"" + name + " in the " + short(new, "new place") + ".",
			reads: "read " + name + " in the " + short(old, "old place"), read: "Read " + name + " in the " + short(new, "new place") + ".",
			keep: "Take " + name + " at both places until nobody sends it at the old one."}, true
	case "parameter-style-changed":
		return written("the style", "in the style "+short(old, "of the old document")), true
	case "parameter-explode-changed", "header-explode-changed":
		w := written("explode", "as the old document has it")
		w.keep = "Leave explode of " + name + " as it was."
		return w, true
	case "parameter-reserved-changed":
		return written("allowReserved", "with other reserved characters"), true
	case "parameter-empty-changed":
		return words{sends: "send " + name + " without a value", send: "Send " + name + " with a value, or leave it out.",
			reads: "rely on a value of " + name, read: "Be ready for " + name + " without a value.", keep: "Leave allowEmptyValue as it was."}, true
	case "parameter-content-changed", "header-content-changed":
		return words{sends: "send " + name + " as " + short(old, "the old text"), send: again, reads: "read " + name + " as " + short(old,
			"the old text"),
			read: "Read " + name + " as " + short(new, "the new text") + ".", keep: "Leave " + name + " as " + short(old, "it was") + "."}, true
	}
	return words{}, false
}
