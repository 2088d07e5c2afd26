package source

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/diag"
)

// A message is what a finding says.
type message struct {
	rule       diag.Rule
	text, hint string
}

// message says in our words what the first library means, and moves the offset to the character that it is about.
func (r *yamlReader) message(b *breakage) message {
	switch {
	case strings.HasPrefix(b.problem, "exceeded max depth"):
		return message{diag.RuleTooLarge, "objects and arrays are nested too deeply", ""}
	case r.tabAt(b):
		return syntax("a tab cannot indent a line", "use spaces")
	}
	for _, known := range yamlMessages() {
		if strings.HasPrefix(b.problem, known.problem) {
			return known.say(r, b)
		}
	}
	return syntax(b.problem, "")
}

func syntax(text, hint string) message { return message{diag.RuleSyntax, text, hint} }

// A yamlMessage replaces a message of the library.
type yamlMessage struct {
	problem string // how it begins
	say     func(*yamlReader, *breakage) message
}

func fixed(text, hint string) func(*yamlReader, *breakage) message {
	return func(*yamlReader, *breakage) message { return syntax(text, hint) }
}

func noDirective(*yamlReader, *breakage) message {
	return syntax("a line that begins with % is a directive, and this one is unknown", "put it in quotes")
}

const checkQuotes = "check the indentation, and the quotes above"

func yamlMessages() []yamlMessage {
	return []yamlMessage{
		{"mapping values are not allowed", fixed("a colon cannot stand here",
			"put the whole text in quotes if it contains a colon and a space; else check the indentation")},
		{"could not find expected ':'", fixed("expected a colon after this key", "a key is followed by a colon and a space or line break")},
		{"did not find expected key", (*yamlReader).sayMisplaced},
		{"did not find expected '-' indicator", (*yamlReader).sayMisplaced},
		{"did not find expected <document start>", func(r *yamlReader, b *breakage) message {
			return syntax("unexpected "+r.found(b)+" after the end of the document", checkQuotes)
		}},
		{"did not find expected ',' or", (*yamlReader).saySeparator},
		{"did not find expected node content", (*yamlReader).sayNoValue},
		{"found character that cannot start any token", (*yamlReader).sayBadStart},
		{"found unexpected end of stream", fixed("the quoted text that begins here has no closing quote", "")},
		{"found unexpected document indicator", fixed("a document marker cannot stand inside quoted text", "check the quotes above")},
		{"found unknown escape character", fixed("this escape is unknown", `write \\ for a backslash, or use single quotes`)},
		{"did not find expected hexdecimal number", fixed(`hexadecimal digits must follow \x (2), \u (4) and \U (8)`, "")},
		{"found invalid Unicode character escape code", fixed("this escape is half of a surrogate pair",
			`write the character itself, or \U and its eight digits`)},
		{"did not find expected alphabetic", fixed("a name must follow the * of an alias and the & of an anchor",
			"put text that begins with * or & in quotes")},
		{"did not find expected comment or line break", fixed("only a comment can stand on the line of | or >",
			"the text of a block begins on the next line")},
		{"block sequence entries are not allowed", fixed("a list item cannot begin here", "begin the list on the next line")},
		{"unknown anchor", func(_ *yamlReader, b *breakage) message {
			return syntax("the alias *"+clip(unknownAnchor.FindStringSubmatch(b.problem)[1])+" has no anchor before it", "")
		}},
		{"found incompatible YAML document", fixed("this version of YAML is not supported", "write %YAML 1.2, or remove the line")},
		{"found unexpected non-alphabetical character", noDirective},
		{"found unknown directive name", noDirective},
		{"could not find expected directive name", noDirective},
		{"found undefined tag handle", fixed("a tag here has a handle that no %TAG line defines", "")},
	}
}

// tabAt reports whether the defect is a tab in the indentation, and moves to the tab.
func (r *yamlReader) tabAt(b *breakage) bool {
	line, _ := r.lines.position(b.offset)
	text := r.lines.lineText(int(line))
	indentation := text[:len(text)-len(strings.TrimLeft(text, " \t"))]
	tab := strings.IndexByte(indentation, '\t')
	if tab < 0 || strings.Contains(b.problem, "end of stream") || b.offset > r.lines.start(int(line))+len(indentation) {
		return false
	}
	b.offset = r.lines.start(int(line)) + tab
	return true
}

// first reports whether the defect is the first thing on its line.
func (r *yamlReader) first(b *breakage) bool {
	line, _ := r.lines.position(b.offset)
	return strings.TrimSpace(r.text[r.lines.start(int(line)):b.offset]) == ""
}

// found describes what stands at the defect.
func (r *yamlReader) found(b *breakage) string {
	if b.offset >= len(r.text) {
		return "the end of the file"
	}
	if word := wordAt(r.text, b.offset); word != "" {
		return clip(word)
	}
	c, _ := utf8.DecodeRuneInString(r.text[b.offset:])
	return describe(c)
}

func (r *yamlReader) sayMisplaced(b *breakage) message {
	if r.first(b) {
		return syntax("this line does not fit what is above it", checkQuotes)
	}
	if r.endsQuote(b) {
		return syntax("unexpected "+r.found(b)+" after a value", "check the quotes above: a text that begins there ends at this quote")
	}
	return syntax("unexpected "+r.found(b)+" after a value", "put the whole text in quotes if it contains quotes, brackets or colons")
}

// endsQuote reports whether the quote before the defect ends a text that began on a line above: this line has no other end for it.
func (r *yamlReader) endsQuote(b *breakage) bool {
	line, _ := r.lines.position(b.offset)
	before := strings.TrimRight(r.text[r.lines.start(int(line)):b.offset], " ")
	if before == "" {
		return false
	}
	quote := before[len(before)-1:]
	return strings.Contains("\"'", quote) && strings.Count(before, quote)%2 == 1
}

func (r *yamlReader) saySeparator(b *breakage) message {
	begin, end, what := "{", "}", "mapping"
	if strings.HasSuffix(b.problem, "']'") {
		begin, end, what = "[", "]", "list"
	}
	found := r.found(b)
	if found == begin {
		return syntax("the "+what+" that begins here with "+begin+" is not closed, or lacks a comma", "")
	}
	where := ""
	if strings.Contains(r.lines.lineText(b.line), begin) {
		where = " that begins in line " + strconv.Itoa(b.line)
	}
	return syntax("expected , or "+end+" in the "+what+where+", found "+found, "")
}

func (r *yamlReader) sayNoValue(b *breakage) message {
	if !b.exact { // the line is known, the defect is a closing bracket or a comma
		if line := r.text[b.offset:]; strings.ContainsAny(line, "]},") {
			b.offset += strings.IndexAny(line, "]},")
		}
	}
	return syntax("expected a value, found "+r.found(b), "put text that begins with such a character in quotes")
}

func (r *yamlReader) sayBadStart(b *breakage) message {
	if found := r.found(b); found == "@" || found == "`" || found == "%" {
		return syntax("a value cannot begin with "+found, "put it in quotes")
	}
	return syntax("unexpected character", "put text with special characters in quotes")
}
