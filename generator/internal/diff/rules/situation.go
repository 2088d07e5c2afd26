package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A situation is a change that texts are made for.
type situation struct {
	*change.Change
	with Context
}

// harms reports whether messages of a direction break, or may break if nothing is proved to.
func (s situation) harms(d change.Direction) bool {
	worst := change.Unknown
	if slices.ContainsFunc(s.Wire, func(e change.Effect) bool { return e.Verdict == change.Breaking }) {
		worst = change.Breaking
	}
	return slices.ContainsFunc(s.Wire, func(e change.Effect) bool { return e.Direction == d && e.Verdict == worst })
}

// uses reports whether the place is used in a direction.
func (s situation) uses(d change.Direction) bool {
	return slices.ContainsFunc(s.Wire, func(e change.Effect) bool { return e.Direction == d })
}

func (s situation) operations(d change.Direction) (list []string) {
	for _, e := range s.Wire {
		if e.Direction == d {
			list = append(list, e.Operations...)
		}
	}
	return list
}

const (
	maxNamed     = 3  // operations that a sentence names
	maxNamedText = 60 // characters of their names
)

// operationNames are the operations of a direction, or how many they are.
func (s situation) operationNames(d change.Direction) string {
	list := s.operations(d)
	switch text := enumerate(list, "and"); {
	case len(list) == 0:
		return "the operation"
	case len(list) == 1 || len(list) <= maxNamed && len(text) <= maxNamedText:
		return text
	}
	return strconv.Itoa(len(list)) + " operations"
}

// callersOf are those who send messages of a direction.
func (s situation) callersOf(d change.Direction) string {
	who := "Callers of "
	if s.incoming(d) {
		who = "Receivers of "
	}
	return who + s.operationNames(d)
}

// every is every caller of the operations.
func (s situation) every() string {
	if s.incoming(change.Request) {
		return "Every receiver of " + s.operationNames(change.Request)
	}
	return "Every caller of " + s.operationNames(change.Request)
}

// clients are those who receive.
func (s situation) clients() string {
	if s.incoming(change.Response) {
		return "Receivers"
	}
	return "Clients"
}

// incoming reports whether the API calls all operations of a direction.
func (s situation) incoming(d change.Direction) bool {
	list := s.operations(d)
	return s.with.Incoming != nil && len(list) > 0 && !slices.ContainsFunc(list, func(o string) bool { return !s.with.Incoming(o) })
}

// name is what the place is called: the member, the parameter, the header.
func (s situation) name() string {
	if s.Facts.Name != "" {
		return s.Facts.Name
	}
	return s.place()
}

// place is what the subject says of it: limit of "listOrders, query limit", status of "Order.status".
func (s situation) place() string {
	parts := strings.Split(s.Subject, ", ")
	last := parts[len(parts)-1]
	if len(parts) > 1 && (strings.HasPrefix(last, "in ") || strings.HasPrefix(last, "the ")) {
		return parts[len(parts)-2] // limit, in the query
	}
	switch {
	case last == "":
		return "the value"
	case last == "request body" || last == "body":
		return "the body"
	case strings.HasSuffix(last, " response"):
		return "the response"
	case strings.HasSuffix(last, " []"):
		return "the item"
	case len(parts) > 1 && !strings.Contains(last, " "):
		return "the response " + last
	}
	last = last[strings.LastIndexByte(last, ' ')+1:]
	if at := strings.LastIndexByte(last, '.'); at >= 0 && at < len(last)-1 {
		last = last[at+1:]
	}
	if bare, _, ok := strings.Cut(last, "["); ok && bare != "" {
		last = bare
	}
	return last
}

// aName is the name with an article, if it is one of one thing.
func (s situation) aName() string { return withArticle(s.name()) }

func withArticle(name string) string {
	switch name {
	case "the body", "the response", "the value", "the item": // one of many
		name = strings.TrimPrefix(name, "the ")
		return article(name) + name
	}
	plural := strings.HasSuffix(name, "s") && !strings.HasSuffix(name, "ss") && !strings.HasSuffix(name, "us") && !strings.HasSuffix(name,
		"is")
	if plural || strings.HasPrefix(name, "the ") {
		return name
	}
	return article(name) + name
}

// article is the one that goes by the sound of a word, as far as letters tell it.
func article(word string) string {
	word = strings.ToLower(word)
	if len(word) == 1 { // a letter, as it is spoken
		return map[bool]string{true: "an ", false: "a "}[strings.Contains("aefhilmnorsx", word)]
	}
	for _, prefix := range []string{"uni", "use", "usa", "uu", "ur", "ut", "one", "once", "eu"} {
		if strings.HasPrefix(word, prefix) {
			return "a "
		}
	}
	if word != "" && strings.ContainsRune("aeiou", rune(word[0])) || strings.HasPrefix(word, "hour") {
		return "an "
	}
	return "a "
}

// became reports whether the new side is a word: required.
func (s situation) became(word string) bool { return s.Facts.New == word || s.New.Value == word }

// old and new are the values of both sides, as far as they fit into a sentence.
func (s situation) old() string { return fitting(or(s.Facts.Old, s.Old.Value), "the old value") }
func (s situation) new() string { return fitting(or(s.Facts.New, s.New.Value), "the new value") }

func fitting(text, other string) string {
	if none(text) {
		return text
	}
	return short(text, other)
}

// none reports whether a side says that there is nothing.
func none(text string) bool { return text == "" || text == "none" || text == "nothing" }

// short is a text of a document in a sentence, or other words for a long one.
func short(text, other string) string {
	const most = 40
	if none(text) || len(text) > most || strings.ContainsAny(text, "\n\r\t") {
		return other
	}
	return text
}

// onTheWire says what a change means for messages that do not break.
func (s situation) onTheWire() string {
	worst := change.Equal
	for _, e := range s.Wire {
		if e.Verdict == change.Compatible {
			worst = change.Compatible
		}
	}
	switch {
	case worst == change.Equal && s.Rule == "go-changed":
		return "It changes no message by itself."
	case worst == change.Equal:
		return "Nothing changes on the wire."
	case s.uses(change.Request) && !s.uses(change.Response) && !s.Facts.Open:
		return "On the wire more is allowed than before."
	}
	return "On the wire nothing fails."
}

// enumerate joins words: a, b and c.
func enumerate(list []string, word string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " " + word + " " + list[last]
}

// some joins words, or says how many there are.
func some(list []string, word, what string) string {
	const most, mostText, mostOne = 4, 60, 100
	text := enumerate(list, word)
	switch {
	case strings.ContainsAny(text, "\n\r\t") || len(list) == 1 && len(text) > mostOne:
		return "some " + what
	case len(list) < 2, len(list) <= most && len(text) <= mostText:
		return text
	}
	return "one of the " + strconv.Itoa(len(list)) + " " + what
}
