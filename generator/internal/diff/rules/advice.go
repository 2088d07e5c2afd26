package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A Context is what texts about a change need beside the change. What is not known is empty, and the texts do without it.
type Context struct {
	Package  string // name of the Go package: orders
	Field    string // Go name of the field of the place: Limit. Without it, names that the change touches tell
	Type     string // Go type of the values, such as that of an enumeration: Carrier
	Value    string // a value of the field in Go, without the package: ChannelWeb
	Required bool   // the old document demands a value at the place in every message
	// Incoming reports whether an operation is one that the API calls: a webhook or a callback.
	Incoming func(operation string) bool
}

// words are the parts that the texts about a change are made of. What is empty is said in a general way.
type words struct {
	sends string // completes "Callers of getOrder that ...": what fails in requests
	reads string // completes "Clients that ...": what fails in responses
	every string // the sentence for requests, where every caller breaks
	wait  string // the sentence for responses, where "Clients that" does not fit
	stops string // who stops compiling, of a change that also fails when running
	goes  string // what Go code does with it, of a change that breaks strict readers only
	send  string // what callers do about requests
	read  string // what clients do about responses
	code  string // who is hit, if nothing breaks on the wire but Go code does
	adapt string // what they do about it
	keep  string // what the author can do
	field bool   // nothing but the name of the field finds the places in Go code
}

// Advise fills what people should know and do. Most changes that break nobody need no advice.
func Advise(c *change.Change, with Context) {
	s := situation{c, with}
	switch c.Class {
	case change.Docs:
		return
	case change.Harmless:
		s.harmless()
		return
	}
	w := s.words()
	c.Advice.Who, c.Advice.Callers, c.Advice.Author = s.who(w), s.callers(w), s.author(w)
}

// harmless fills what is worth knowing of a change that breaks nobody.
func (s situation) harmless() {
	name, a := or(s.Facts.Name, s.name()), &s.Advice
	switch s.Rule {
	case "default-changed":
		a.Who, a.Callers = s.defaults(), "Send "+s.name()+" where its value matters."
	case "security-loosened":
		a.Author = "Make sure that this is meant: who could not call " + s.operationNames(change.Request) + " before can call it now."
		if s.incoming(change.Request) {
			a.Author = "Make sure that this is meant: receivers are called with fewer credentials."
		}
	case "alternative-added":
		if s.Facts.Base != "" && s.uses(change.Response) {
			a.Who, a.Callers = s.newHeir(), s.switches()
		}
	case "media-type-added":
		if s.uses(change.Request) && !s.uses(change.Response) {
			a.Callers = "Nothing has to change: " + short(name, "the new media type") + " may be sent as well."
		}
	case "response-added":
		if s.uses(change.Response) && strings.ContainsAny(name[:1], "45") {
			a.Callers = "See whether the status " + name + " needs handling of its own; until then it is treated as any other error."
		}
	}
}

func (s situation) who(w words) string {
	var text []string
	if s.harms(change.Request) {
		text = append(text, or(w.every, s.callersOf(change.Request)+" that "+or(w.sends, "send "+s.aName()+" that is no longer allowed")+"."))
	}
	if s.harms(change.Response) {
		text = append(text, or(w.wait, s.clients()+" that "+or(w.reads, "rely on "+s.name()+" as the old document describes it")+"."))
	}
	if text == nil {
		return or(w.code, s.goCode()+" "+s.onTheWire())
	}
	return joined(append(text, s.when(w)))
}

// when is the sentence that follows from the class: how those who are hit notice it.
func (s situation) when(w words) string {
	switch s.Class {
	case change.Running:
		if s.Go.StopsCompiling {
			return or(w.stops, s.users()+" stops compiling.")
		}
	case change.Compiling:
		return "The compiler finds all of them."
	case change.Wire:
		return or(w.goes, s.goesOn())
	case change.Unproved:
		return "This is not proved."
	}
	return ""
}

// joined are sentences as far as readers bear them; the first one is always there.
func joined(sentences []string) string {
	const most = 200
	text := sentences[0]
	for _, more := range sentences[1:] {
		if more != "" && utf8.RuneCountInString(text+more) < most {
			text += " " + more
		}
	}
	return text
}

// goesOn says why Go code with default options does not feel that the wire breaks.
func (s situation) goesOn() string {
	if s.harms(change.Response) {
		return "The Go client goes on, unless it validates responses."
	}
	return "Go code goes on once it is built with the new package."
}

func (s situation) callers(w words) string {
	var text []string
	if s.harms(change.Request) {
		text = append(text, or(w.send, "Send what the new document allows."))
	}
	if s.harms(change.Response) {
		text = append(text, or(w.read, "Be ready for other values of "+s.name()+"."))
	}
	if text == nil {
		return or(w.adapt, s.adapt())
	}
	if field := s.field(); w.field && s.Class == change.Running && !s.Go.StopsCompiling && field != "" {
		text = append(text, "Look for "+field+" in the code: the compiler finds none of it.")
	}
	return joined(text)
}

func (s situation) author(w words) string {
	return or(w.keep, "Leave "+s.name()+" as it was, or approve the change with an ignore.")
}

// words returns the parts for the rule of the change. A rule that is missing here is talked about in a general way.
func (s situation) words() words {
	for _, of := range []func(situation, string) (words, bool){
		typeWords, limitWords, conditionWords, memberWords, objectWords, unionWords, nameWords, operationWords, parameterWords, bodyWords,
		responseWords, securityWords,
	} {
		if w, ok := of(s, s.Rule); ok {
			return w
		}
	}
	return words{}
}

func or(text, other string) string {
	if text != "" {
		return text
	}
	return other
}
