package rules

import "github.com/oas2go/oas2go/generator/internal/diff/change"

// bodyWords are for request bodies and media types.
func bodyWords(s situation, rule string) (words, bool) {
	switch rule {
	case "body-added":
		return words{every: s.every() + ": a body is required now.", send: s.set() + ".", reads: "expect no body", read: "Be ready for a body.",
			keep: "Make the body optional."}, true
	case "body-removed":
		return words{sends: "send a body", send: "Remove Body from the code.", reads: "read the body", read: "Do without the body.",
			code:  "Everyone who sets Body. On the wire nothing fails: the server does not read a body any more.",
			adapt: "Remove Body from the code.",
			keep:  "Keep the body until nobody sends one."}, true
	case "body-required":
		return words{sends: "send no body", stops: "Those that send one stop compiling.", send: s.set() + withConversion(s.converted("v")),
			reads: "expect no body", read: "Be ready for a body.", keep: "Leave required: false at the body."}, true
	case "body-optional":
		return words{reads: "rely on a body", read: "Check that there is a body.", code: "Go code that sets Body. " + s.onTheWire(),
			adapt: s.orNothing(),
			keep:  "Leave it required."}, true
	case "media-type-added":
		name := or(s.Facts.Name, "the new media type")
		keep := "Respond with " + name + " only if the request asks for it."
		if s.uses(change.Request) && !s.uses(change.Response) {
			keep = "Leave " + name + " out if Go code matters more."
		}
		return words{sends: "send " + name, reads: "cannot read " + name, read: "Be ready for " + name + ", or ask for another one by Accept.",
			keep: keep}, true
	case "media-type-removed":
		name := or(s.Facts.Name, "the media type that is gone")
		left := or(some(s.Facts.Came, "or", "others"), "another one")
		return words{sends: "send " + name, send: "Send " + left + ".", reads: "read " + name + " only", read: "Read " + left + ".",
			keep: "Keep " + name + " until nobody uses it."}, true
	case "media-type-replaced":
		old, new := or(s.old(), "the old media type"), or(s.new(), "the new one")
		return words{sends: "send " + old, send: "Send " + new + ".", reads: "read " + old + " only", read: "Read " + new + ".",
			keep: "Keep " + old + " beside " + new + "."}, true
	case "encoding-changed":
		return words{sends: "write " + s.name() + " the old way", send: "Generate the package again: it writes " + s.name() + " the new way.",
			reads: "read " + s.name() + " the old way", read: "Read " + s.name() + " as the new document has it.",
			keep: "Take both ways of " + s.name() + "."}, true
	}
	return words{}, false
}

// responseWords are for responses and headers.
func responseWords(s situation, rule string) (words, bool) {
	name := s.name()
	switch rule {
	case "response-added":
		return words{reads: "do not know the status " + or(s.Facts.Name, name), read: "Handle the status " + or(s.Facts.Name, name) + ".",
			code: s.goCode() + " " + s.onTheWire(), adapt: s.adapt(), keep: "Respond to old requests with the old statuses."}, true
	case "response-removed":
		return words{sends: "respond with the status " + or(s.Facts.Name, name), reads: "wait for the status " + or(s.Facts.Name, name),
			read: "Handle the other statuses.", code: s.goCode() + " " + s.onTheWire(), adapt: s.adapt(),
			keep: "Leave the status " + or(s.Facts.Name, name) + " in the document."}, true
	case "response-status-changed":
		return words{reads: "do not know the status " + or(s.new(), name), read: "Handle the status " + or(s.new(), "that is new") + " as " +
			or(s.old(), "the old one") + " before.",
			code: s.goCode() + " " + s.onTheWire(), adapt: s.adapt(), keep: "Go on responding with " + or(s.old(), "the old status") + "."}, true
	case "response-body-added":
		return words{reads: "expect no body", read: "Read the body, or ignore it.", keep: "Respond with a body under another status."}, true
	case "response-body-removed":
		return words{reads: "read the body", read: "Do without the body.", sends: "send a body", keep: "Keep the body."}, true
	case "header-added":
		return words{every: s.every() + ": the header " + name + " is new and required.", send: s.set() + ".",
			reads: "refuse headers that they do not know",
			read:  "Ignore headers that are not known.", keep: "Make the header optional."}, true
	case "header-removed":
		w := s.removed("Keep sending the header until nobody reads it.")
		w.reads = "rely on the header " + name
		return w, true
	case "header-required":
		return words{sends: "send no header " + name, send: s.set() + withConversion(s.converted("v")), reads: "expect no header " + name,
			code: "Go code that reads the header. On the wire it is always there now.", adapt: s.eachPlace(),
			keep: "Leave the header optional."}, true
	case "header-optional":
		return words{reads: "rely on the header " + name, read: "Check that " + name + " is there.",
			code:  "Go code that reads the header. " + s.onTheWire(),
			adapt: s.orNothing(), keep: "Leave it required."}, true
	}
	return words{}, false
}

// securityWords are for security and servers.
func securityWords(s situation, rule string) (words, bool) {
	old, new := or(s.old(), "the old credentials"), or(s.new(), "the new ones")
	credentials := words{sends: "send " + credential(old, "no credentials") + " only", send: "Send " + credential(new,
		"none") + ": give the client its option.",
		reads: "check for " + credential(old, "nothing"), read: "Check for " + credential(new, "nothing") + ".",
		keep: "Keep " + credential(old, "the operation free") + " as an alternative until everybody sends the new credentials."}
	gone, came := some(s.Facts.Gone, "or", "servers that are gone"), some(s.Facts.Came, "or", "new servers")
	switch rule {
	case "security-tightened", "security-changed":
		if none(old) {
			credentials.sends, credentials.keep = "send no credentials", "Leave the operation free of security, or announce the day."
		}
		return credentials, true
	case "security-loosened":
		credentials.keep = "Go on demanding " + credential(old, "what the old document demands") + "."
		return credentials, true
	case "scheme-changed":
		credentials.sends = "send " + short(old, "the old credentials")
		credentials.keep = "Take " + short(old, "the old credentials") + " too, by a second scheme."
		return credentials, true
	case "scheme-renamed", "scheme-removed", "scheme-added":
		return words{code: s.goCode() + " " + s.onTheWire(), adapt: s.adapt(), keep: "Keep the scheme " + short(s.old(),
			"under its old name") + "."}, true
	case "server-added", "server-removed", "server-changed", "server-default-changed":
		to := came
		if to == "" {
			to = "another server of the document"
		}
		return words{sends: "use " + or(gone, "the old server"), send: "Use " + to + ". Look for the URL in code and settings.",
			reads: "use " + or(gone, "the old server"), read: "Use " + to + ".", code: s.goCode() + " " + s.onTheWire(), adapt: s.adapt(),
			stops: s.users() + " stops compiling.", keep: s.keepServers(gone)}, true
	}
	return words{}, false
}

func credential(text, nothing string) string {
	if none(text) {
		return nothing
	}
	return short(text, "what the document demands")
}

func (s situation) keepServers(gone string) string {
	if gone == "" {
		return "Leave the servers as they were, or approve the change with an ignore."
	}
	return "Keep " + gone + " in servers until nobody calls it."
}
