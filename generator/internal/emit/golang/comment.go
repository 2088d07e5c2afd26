package golang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// Comments are wrapped at PageWidth columns; a tab counts as four.
const (
	PageWidth   = 80
	MemberWidth = PageWidth - 4 // fields and constants, which are indented once
)

// Doc prints a doc comment, with the line break before the declaration.
func Doc(d gomodel.Doc, width int) *jen.Statement {
	s := jen.Null()
	for _, line := range DocLines(d, width) {
		s.Comment(line).Line()
	}
	return s
}

// Comment prints a doc comment that printers themselves write.
func Comment(sentence string) *jen.Statement { return Doc(gomodel.Words(sentence), PageWidth) }

// DocLines returns the lines of a comment. Each begins with "// ", so that none is a directive, and holds no line break: jennifer
// would make a /* */ of it, and the rest of the line would be code.
func DocLines(d gomodel.Doc, width int) (out []string) {
	for _, para := range d {
		lines := paragraph(para, width-len("// "))
		if len(lines) == 0 {
			continue
		}
		if _, isList := para.(gomodel.List); len(out) > 0 && !isList {
			out = append(out, "//")
		}
		for _, line := range lines {
			out = append(out, CommentLine(line))
		}
	}
	return out
}

// CommentLine returns one line of text as a comment. Code, which begins with a tab, has no space before it.
func CommentLine(text string) string {
	text = strings.TrimRightFunc(oneLine(text), unicode.IsSpace)
	if strings.HasPrefix(strings.TrimLeftFunc(text, unicode.IsSpace), "+build") {
		text = strings.Replace(text, "+", "+ ", 1) // gofmt would make a build constraint of it
	}
	if target, ok := linkTarget(text); ok && strings.Contains(target, ":") {
		text = strings.Replace(text, "]:", "] :", 1) // gofmt would move a link definition to the end
	}
	switch {
	case text == "":
		return "//"
	case text[0] == '\t':
		return "//" + text
	}
	return "// " + text
}

// linkTarget returns what follows [name]: at the beginning of a line, or of an item.
func linkTarget(line string) (target string, ok bool) {
	line = strings.TrimLeft(line, " -.0123456789")
	if !strings.HasPrefix(line, "[") {
		return "", false
	}
	_, target, ok = strings.Cut(line, "]:")
	return target, ok
}

func paragraph(p gomodel.Para, width int) []string {
	switch p := p.(type) {
	case gomodel.Text:
		return wrap(spans(p), width)
	case gomodel.Deprecated:
		return wrap("Deprecated: "+spans(gomodel.Text(p)), width)
	case gomodel.List:
		return listLines(p, width)
	case gomodel.Code:
		return codeLines(p)
	}
	panic(NoPrinter(p))
}

// listLines prints a list in the form of gofmt.
func listLines(list gomodel.List, width int) (out []string) {
	const indent = "    "
	for _, item := range list {
		mark := "  - "
		if item.Number != "" {
			mark = " " + item.Number + ". "
		}
		for i, line := range wrap(spans(item.Text), width-len(indent)) {
			if i > 0 {
				mark = indent
			}
			out = append(out, mark+line)
		}
	}
	return out
}

// codeLines indents code by a tab. Empty lines at its ends would be dropped by gofmt.
func codeLines(code gomodel.Code) (out []string) {
	for _, line := range code {
		line = strings.TrimRightFunc(oneLine(line), unicode.IsSpace)
		if line != "" || len(out) > 0 {
			out = append(out, strings.TrimSuffix("\t"+line, "\t"))
		}
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return out
}

// spans returns the text of a paragraph, with links in the brackets that go doc reads.
func spans(t gomodel.Text) string {
	var b strings.Builder
	for _, s := range t {
		if s.Link.Name == "" {
			b.WriteString(s.Text)
			continue
		}
		b.WriteByte('[')
		if s.Star {
			b.WriteByte('*')
		}
		b.WriteString(s.Link.Name)
		if s.Member != "" {
			b.WriteString("." + s.Member)
		}
		b.WriteByte(']')
	}
	return straightQuotes(oneLine(b.String()))
}

// straightQuotes replaces pairs of single quotes, of which go doc makes curly ones. They are mostly an empty string.
func straightQuotes(s string) string {
	s = strings.ReplaceAll(s, "''", `""`)
	for strings.Contains(s, "``") {
		s = strings.ReplaceAll(s, "``", "`")
	}
	return s
}

// wrap breaks text at spaces. A link has no space, so it stays in one piece.
func wrap(text string, width int) (out []string) {
	line := ""
	for _, word := range words(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			out, line = append(out, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

// words splits text at white space. A word that would begin a list or a heading of go doc stays with the word before it, so that
// no line begins with it by accident.
func words(text string) (out []string) {
	for _, word := range strings.Fields(text) {
		if len(out) > 0 && isMark(word) {
			out[len(out)-1] += " " + word
		} else {
			out = append(out, word)
		}
	}
	return out
}

// isMark reports whether a line of a doc comment that begins with the word is more than text (https://go.dev/doc/comment).
func isMark(word string) bool {
	switch word {
	case "-", "*", "+", "•", "#":
		return true
	}
	digits := strings.TrimRight(word, ".)")
	return len(digits) < len(word) && strings.Trim(digits, "0123456789") == ""
}

// oneLine replaces what ends a comment line, what Go source may not hold, and what turns the direction of writing: a text could
// otherwise look like code that it is not.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return r
		case r < ' ', r == 0x7f, r == 0x85, r == 0x2028, r == 0x2029:
			return ' '
		case r == 0xfeff, unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
