package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/diag"
)

// syntax reports what is wrong at a place.
func (r *jsonReader) syntax(at place, format string, args ...any) *diag.Finding {
	pos := diag.Pos{File: r.file, Line: at.line, Column: at.column}
	return r.findings.Error(pos, diag.RuleSyntax, format, args...)
}

func (r *jsonReader) fail(at place, problem string) *Node {
	r.syntax(at, "%s", problem)
	return nil
}

// related is the place where something begins.
func (r *jsonReader) related(line, column uint32, message string) []diag.Related {
	return []diag.Related{{Pos: diag.Pos{File: r.file, Line: line, Column: column}, Message: message}}
}

// badValue reports that the next character begins no value.
func (r *jsonReader) badValue() *Node {
	word := wordAt(r.text, r.offset)
	f := r.syntax(r.here(), "expected a value, found %s", r.found())
	switch lower := strings.ToLower(word); {
	case lower == "true" || lower == "false" || lower == "null":
		f.Hint = "write " + lower
	case lower == "none" || lower == "undefined" || lower == "nil":
		f.Hint = "write null"
	case lower == "nan" || lower == "infinity":
		f.Hint = "JSON has no such number"
	case word != "" && len(r.trail) == 0:
		f.Hint = "a YAML document needs a name that ends in .yaml or .yml"
	case word != "":
		f.Hint = "put text in double quotes"
	default:
		f.Hint = r.hint()
	}
	return nil
}

// badName reports that the next character begins no name of a member of n.
func (r *jsonReader) badName(n *Node) bool {
	f := r.syntax(r.here(), "expected a name in double quotes, found %s", r.found())
	f.Hint = r.hint()
	switch {
	case r.offset == len(r.text):
		f.Related = r.related(n.Line, n.Column, "the object begins here")
	case wordAt(r.text, r.offset) != "":
		f.Hint = "put the name in double quotes"
	}
	return false
}

func (r *jsonReader) missingColon(name string) bool {
	r.syntax(r.here(), "expected : after the name %q, found %s", name, r.found()).Hint = r.hint()
	return false
}

// badSeparator reports that neither a comma nor the end of n follows a value.
func (r *jsonReader) badSeparator(n *Node) *Node {
	end, what := "}", "object"
	if n.Kind == Array {
		end, what = "]", "array"
	}
	f := r.syntax(r.here(), "expected , or %s, found %s", end, r.found())
	f.Related = r.related(n.Line, n.Column, "the "+what+" begins here")
	f.Hint = r.hint()
	if c := r.peek(); c == '"' || c == '{' || c == '[' {
		f.Hint = "put a comma before it"
	}
	return nil
}

func (r *jsonReader) trailingComma(comma place) *Node {
	r.syntax(comma, "JSON has no comma before %c", r.peek()).Hint = "remove the comma"
	return nil
}

func (r *jsonReader) badTrailer() {
	r.syntax(r.here(), "expected the end of the file, found %s", r.found()).Hint = r.hint()
}

// badControl reports the control character at i in the string that begins at begin.
func (r *jsonReader) badControl(begin, i int) (string, bool) {
	start := r.here()
	r.offset = i
	var f *diag.Finding
	if c := r.text[i]; c == '\n' || c == '\r' {
		f = r.syntax(r.here(), "a string cannot go over several lines")
		f.Hint = `close it with ", or write \n for a line break`
	} else {
		f = r.syntax(r.here(), "the control character U+%04X cannot stand in a string", c)
		f.Hint = fmt.Sprintf(`write \u%04x`, c)
	}
	f.Related = r.related(start.line, start.column, "the string begins here")
	r.offset = begin
	return "", false
}

func (r *jsonReader) unclosedString(begin int) (string, bool) {
	r.offset = begin
	r.syntax(r.here(), `the string that begins here has no closing "`)
	return "", false
}

// hint says what to do about the next character, "" if there is nothing to say.
func (r *jsonReader) hint() string {
	rest := r.text[r.offset:]
	switch {
	case strings.HasPrefix(rest, "//"), strings.HasPrefix(rest, "/*"), strings.HasPrefix(rest, "#"):
		return "JSON has no comments: remove it, or write the document in YAML"
	case strings.HasPrefix(rest, "'"), strings.HasPrefix(rest, "`"):
		return "JSON strings have double quotes"
	case strings.HasPrefix(rest, "+"), strings.HasPrefix(rest, "."):
		return "a number begins with a digit or a minus"
	case strings.HasPrefix(rest, ","):
		return "remove the comma"
	}
	return ""
}

// found describes what stands at the place of the reader.
func (r *jsonReader) found() string {
	if r.offset == len(r.text) {
		return "the end of the file"
	}
	if word := wordAt(r.text, r.offset); word != "" {
		return clip(word)
	}
	c, _ := utf8.DecodeRuneInString(r.text[r.offset:])
	return describe(c)
}

// clip shortens a word that a message quotes.
func clip(word string) string {
	const most = 40
	if utf8.RuneCountInString(word) <= most {
		return word
	}
	return string([]rune(word)[:most]) + "..."
}

// describe shows a character in a message.
func describe(c rune) string {
	if unicode.IsGraphic(c) && c != ' ' && !unicode.Is(unicode.Mn, c) {
		return string(c)
	}
	return fmt.Sprintf("the character U+%04X", c)
}
