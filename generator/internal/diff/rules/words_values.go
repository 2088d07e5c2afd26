package rules

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// typeWords are for types, null and lists of values.
func typeWords(s situation, rule string) (words, bool) {
	old, new := s.old(), s.new()
	switch rule {
	case "type-changed", "type-narrowed":
		w := words{sends: "send " + s.name() + " as anything but " + typed(new), reads: "read " + s.name() + " as " + typed(old),
			send: "Send " + typed(new) + ".", read: "Read " + s.name() + " as " + typed(new) + ".", keep: keepType(old)}
		if rule == "type-changed" && !anyType(old) {
			w.sends = "send " + s.name() + " as " + typed(old)
		}
		return w, true
	case "type-widened":
		return words{reads: "read " + s.name() + " as " + typed(old), read: "Be ready for " + typed(new) + ".", keep: keepType(old)}, true
	case "null-forbidden":
		return words{sends: "send null", send: s.noNull(),
			reads: "rely on null for " + s.name(), read: "Do not wait for null.", keep: s.keepNull()}, true
	case "null-allowed":
		return words{reads: "expect no null in " + s.name(), read: "Check " + s.name() + " for null.",
			keep: "Leave null out of the type of " + s.name() + "."}, true
	case "enum-narrowed", "enum-widened":
		return s.enumeration(), true
	case "format-changed":
		return words{sends: "send " + s.aName() + " that is not of " + format(new), reads: "rely on " + s.aName() + " of " + format(old),
			send: "Send " + s.aName() + " of " + format(new) + ".", read: s.readFormat(new),
			keep: "Leave the format " + short(old, "out") + ".", field: true}, true
	}
	return words{}, false
}

// noNull says what to send instead of null.
func (s situation) noNull() string {
	const text = "Null cannot be sent any more."
	if converted := s.converted("v"); strings.HasPrefix(converted, "NewNullable") {
		return converted + ". " + text
	}
	return text
}

// readFormat says how to read values of another format, or of none.
func (s situation) readFormat(name string) string {
	if none(name) {
		return "Be ready for values of " + s.name() + " in any format."
	}
	return "Read " + s.name() + " as " + format(name) + "."
}

func format(name string) string { return "the format " + short(name, "of the document") }

func anyType(text string) bool { return none(text) || strings.HasPrefix(text, "any") }

// typed is a list of types with articles: a string or an integer.
func typed(text string) string {
	if none(text) {
		return "what the schema says"
	}
	list := strings.Split(text, " or ")
	for i, name := range list {
		if !anyType(name) && name != "null" && name != "no value" && name != "listed values" {
			list[i] = withArticle(name)
		}
	}
	return strings.Join(list, " or ")
}

func keepType(old string) string {
	if anyType(old) {
		return "Leave the type out."
	}
	return "Keep the type " + old + "."
}

// keepNull is how the old document allowed null, for the author to leave it.
func (s situation) keepNull() string {
	types := s.Facts.Type
	switch {
	case strings.HasSuffix(s.Old.Pos.Path.Pointer(), "/nullable"):
		return "Leave nullable: true."
	case anyType(types) || types == "no value" || types == "null":
		return "Go on allowing null."
	}
	return "Leave type: [" + strings.ReplaceAll(types, " or ", ", ") + ", 'null']."
}

// enumeration is for values that are gone or came.
func (s situation) enumeration() words {
	gone, came := some(s.Facts.Gone, "or", "values that are gone"), some(s.Facts.Came, "or", "new values")
	typ := s.typeOf()
	w := words{
		sends: "send " + gone, send: "Send " + or(s.left(), came) + ".",
		reads: "refuse unknown values", read: s.ready(), goes: s.keepsText(came),
		keep: "Keep " + some(s.Facts.Gone, "and", "values that are gone") + " in the enum.",
	}
	all := len(s.Facts.Gone) > 0 && len(s.Facts.Gone) == len(s.values(or(s.Facts.Old, s.Old.Value)))
	switch {
	case s.harms(change.Response) && !s.harms(change.Request):
		w.keep = told + "values are added."
	case len(s.Facts.Gone) == 0:
		w.sends, w.keep = "send another "+s.name()+" than the listed ones", told+"values are added."
		if none(s.left()) {
			w.send = "Send one of the listed values."
		}
	case len(s.Facts.Gone) > maxNamed:
		w.keep = "Keep the values that are gone in the enum."
	case len(s.Facts.Came) > 0:
		w.keep = strings.TrimSuffix(w.keep, ".") + ", beside " + some(s.Facts.Came, "and", "new values") + "."
	}
	n, named := s.named(change.Gone)
	if named {
		w.stops = "Those that name " + n.Name + " stop compiling; " + indefinite(typ) + " made of text compiles and fails."
	}
	if typ != "" && len(s.Facts.Gone) > 0 && !all {
		w.send += " Look for " + typ + "(...) and for " + gone + " in stored data."
	}
	if all {
		w.every = s.everyCaller(gone)
		w.stops = strings.Replace(w.stops, "Those that", "Callers that", 1)
		w.stops, _, _ = strings.Cut(w.stops, ";")
		w.stops = strings.TrimSuffix(w.stops, ".") + "."
		w.send += " As long as the service takes " + gone + ", stay on the old package."
	}
	if !named {
		w.stops = ""
	}
	return w
}

// everyCaller is for an enumeration of which no value is left.
func (s situation) everyCaller(gone string) string {
	if s.with.Required {
		return "Every caller: " + s.name() + " was required and could only be " + gone + "."
	}
	return s.every() + " that sends " + s.name() + ": it could only be " + gone + "."
}

func indefinite(typ string) string {
	if typ == "" {
		return "a value"
	}
	return withArticle(typ)
}

// ready says how Go code gets ready for new values.
func (s situation) ready() string {
	if typ := s.typeOf(); typ != "" {
		return "Give every switch over " + typ + " a default."
	}
	return "Be ready for values of " + s.name() + " that are new."
}

func (s situation) keepsText(came string) string {
	if len(s.Facts.Came) != 1 {
		came = "new values"
	}
	return "The Go client keeps " + came + " as text; a switch without default passes over it."
}

// left are the values that may still be sent, if they are few.
func (s situation) left() string {
	list := s.values(or(s.Facts.New, s.New.Value))
	const most = 6
	text := enumerate(list, "or")
	switch {
	case len(list) > most || len(list) > 1 && len(text) > maxNamedText:
		return "one of the " + strconv.Itoa(len(list)) + " values that are left"
	case strings.ContainsAny(text, "\n\r\t") || len(text) > maxNamedText:
		return "what is left"
	}
	return text
}

// values splits a list of values as sentences show it, and puts quotes around the strings.
func (s situation) values(text string) (list []string) {
	if anyType(text) || text == "no value" {
		return nil
	}
	for _, part := range splitOutside(text) {
		if s.Facts.Type == "string" && part != "null" && !strings.HasPrefix(part, `"`) {
			part = strconv.Quote(part)
		}
		list = append(list, part)
	}
	return list
}

// splitOutside splits at commas that stand outside of quotes.
func splitOutside(text string) (list []string) {
	start, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quoted:
			i++
		case text[i] == '"':
			quoted = !quoted
		case !quoted && strings.HasPrefix(text[i:], ", "):
			list = append(list, text[start:i])
			start = i + len(", ")
		}
	}
	return append(list, text[start:])
}
