package view

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
)

// Words are what reports call a class.
type Words struct {
	Title   string // Fails when running
	Explain string // what it means; no full stop
	Sign    string // beside the title, so that it does not hang on colour alone
	ASCII   string // the sign where only ASCII can be shown
	Emoji   string // the sign in Markdown
}

// WordsOf returns the words for a class.
func WordsOf(c change.Class) Words {
	switch c {
	case change.Running:
		return Words{"Fails when running", "old code compiles, and its calls are rejected", "✖", "x", "🔴"}
	case change.Compiling:
		return Words{"Stops compiling", "the compiler finds every place", "▲", "!", "🟠"}
	case change.Wire:
		return Words{"Breaks strict readers only", "Go code goes on working with default options", "◆", "*", "🟣"}
	case change.Unproved:
		return Words{"Not proved", "a rule says so; look yourself", "?", "?", "⚪"}
	case change.Harmless:
		return Words{"Compatible", "nothing to do", "✔", "+", "🟢"}
	default:
		return Words{"Documentation only", "nothing to do", "¶", "-", "📝"}
	}
}

// IgnoredWords are the words for the changes that the configuration approves.
func IgnoredWords() Words {
	return Words{"Ignored", "approved in the configuration", "○", "o", "⚫"}
}

// Short returns the title as it stands inside a sentence.
func (w Words) Short() string { return strings.ToLower(w.Title[:1]) + w.Title[1:] }

// Sentence returns the explanation as a sentence.
func (w Words) Sentence() string { return strings.ToUpper(w.Explain[:1]) + w.Explain[1:] + "." }

// Emoji returns the sign for the verdict of a whole report.
func Emoji(r *report.Report) string {
	switch r.Word() {
	case report.WordBreaking:
		return WordsOf(change.Running).Emoji
	case report.WordUnknown:
		return WordsOf(change.Unproved).Emoji
	case report.WordDocs:
		return WordsOf(change.Docs).Emoji
	case report.WordIgnored:
		return IgnoredWords().Emoji
	}
	return WordsOf(change.Harmless).Emoji
}

// Loud reports whether changes of a class are shown in full.
func Loud(c change.Class) bool { return c != change.Harmless && c != change.Docs }

// AlsoStops is said at a change that fails when running, if the compiler finds some of its places.
const AlsoStops = "also stops compiling"

// Also returns what holds of a change beside its class, "" for nothing.
func Also(c change.Change) string {
	if c.Go.StopsCompiling && c.Class != change.Compiling {
		return AlsoStops
	}
	return ""
}

// Approval says why the configuration ignores a change: the reason, and in parentheses what it is about and how long it holds. It is ""
// for a change that is not ignored.
func Approval(c change.Change) string {
	if c.Approval.Reason == "" {
		return ""
	}
	about := []string{c.Rule}
	if c.Fingerprint != "" {
		about = append(about, c.Fingerprint)
	}
	if c.Approval.Expires != "" {
		about = append(about, "until "+c.Approval.Expires)
	}
	return c.Approval.Reason + " (" + strings.Join(about, ", ") + ")"
}

// Advice returns what is worth knowing of a change that breaks nobody, in lines.
func Advice(c change.Change) (lines []string) {
	if c.Advice.Who != "" {
		lines = append(lines, c.Advice.Who)
	}
	if c.Advice.Callers != "" {
		lines = append(lines, "Callers: "+c.Advice.Callers)
	}
	if c.Advice.Author != "" {
		lines = append(lines, "Author: "+c.Advice.Author)
	}
	return lines
}

// Measured is said behind what the generated package really did (--go). Without it, that is predicted.
const Measured = "measured"

// GoError returns the error of generated code for the proof, "" for none that is known. One that is measured may be none.
func GoError(g change.GoEffect) (text, note string) {
	switch {
	case !g.Measured:
		return g.Error, ""
	case g.Error == "":
		return "none", Measured
	}
	return g.Error, Measured
}

// A Group is the changes of one class.
type Group struct {
	Words
	Class   change.Class // "" for ignored changes
	Changes []change.Change
}

// Groups returns the classes that have changes, and the ignored ones last.
func Groups(r *report.Report) []Group {
	var list []Group
	for _, class := range change.Classes() {
		g := Group{Words: WordsOf(class), Class: class}
		for _, c := range r.Changes {
			if c.Class == class {
				g.Changes = append(g.Changes, c)
			}
		}
		if len(g.Changes) > 0 {
			list = append(list, g)
		}
	}
	if len(r.Ignored) > 0 {
		list = append(list, Group{Words: IgnoredWords(), Changes: r.Ignored})
	}
	return list
}
