package reference

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// doc writes a comment as Markdown.
func (w *writer) doc(d gomodel.Doc) {
	for _, p := range d {
		switch p := p.(type) {
		case gomodel.Text:
			w.paragraph(w.spans(p))
		case gomodel.Deprecated:
			w.paragraph("**Deprecated:** " + w.spans(gomodel.Text(p)))
		case gomodel.List:
			w.b.WriteString("\n")
			for _, item := range p {
				mark := "-"
				if item.Number != "" {
					mark = item.Number + "."
				}
				w.line(mark + " " + w.spans(item.Text))
			}
		case gomodel.Code:
			w.paragraph(fenced(p))
		}
	}
}

// fenced returns a block of code. Its fence is longer than any in it.
func fenced(lines []string) string {
	fence := "```"
	for strings.Contains(strings.Join(lines, "\n"), fence) {
		fence += "`"
	}
	return fence + "\n" + strings.Join(lines, "\n") + "\n" + fence
}

// cell returns a comment as the cell of a table, in one line.
func (w *writer) cell(d gomodel.Doc) string {
	var parts []string
	for _, p := range d {
		switch p := p.(type) {
		case gomodel.Text:
			parts = append(parts, w.spans(p))
		case gomodel.Deprecated:
			parts = append(parts, "**Deprecated:** "+w.spans(gomodel.Text(p)))
		case gomodel.List:
			for _, item := range p {
				mark := "• "
				if item.Number != "" {
					mark = item.Number + ". "
				}
				parts = append(parts, mark+w.spans(item.Text))
			}
		case gomodel.Code:
			for _, line := range p {
				parts = append(parts, code(line))
			}
		}
	}
	return strings.Join(parts, "<br>")
}

// sentence returns the first sentence of a comment. The name that Go comments begin with stays: it reads as a sentence.
func (w *writer) sentence(d gomodel.Doc) string {
	for _, p := range d {
		if t, ok := p.(gomodel.Text); ok {
			text := w.spans(t)
			if end := sentenceEnd(text); end > 0 {
				return text[:end]
			}
			return text
		}
	}
	return ""
}

// sentenceEnd is behind the first full stop that an upper case letter or the end follows, 0 if there is none.
func sentenceEnd(text string) int {
	for i := 0; i+1 < len(text); i++ {
		if text[i] == '.' && text[i+1] == ' ' {
			if next, _ := utf8.DecodeRuneInString(text[i+2:]); unicode.IsUpper(next) {
				return i + 1
			}
		}
	}
	return 0
}

func (w *writer) spans(t gomodel.Text) string {
	var b strings.Builder
	for _, s := range t {
		if s.Link.Name == "" {
			b.WriteString(escape(s.Text))
			continue
		}
		b.WriteString(w.reference(s))
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// reference returns a link of a comment: to what this page has, else the name.
func (w *writer) reference(s gomodel.Span) string {
	name := s.Link.Name
	if s.Member != "" {
		name += "." + s.Member
	}
	if s.Link.Path != w.pkg.Path && s.Link.Path != "" {
		return code(gomodel.SourceString(gomodel.Named{Ident: gomodel.Ident{Path: s.Link.Path, Name: name}}, w.pkg.Path))
	}
	if _, ok := w.anchors[name]; !ok {
		if _, ok := w.anchors[s.Link.Name]; ok {
			return w.link(s.Link.Name, name)
		}
	}
	return w.link(name, name)
}

// escape returns text that Markdown shows as it is.
func escape(text string) string {
	var b strings.Builder
	for i, r := range text {
		switch {
		case strings.ContainsRune("\\`*[]<>|~&", r), r == '_' && !inWord(text, i), i == 0 && strings.ContainsRune("#+-=", r):
			b.WriteRune('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// inWord reports whether letters stand on both sides of a character of one byte, where an underscore means nothing.
func inWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+1:])
	return word(before) && word(after)
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

// code returns text as code, also inside a table.
func code(text string) string {
	if text == "" {
		return ""
	}
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		text = " " + text + " "
	}
	return fence + strings.ReplaceAll(text, "|", `\|`) + fence
}

// A table is a table of Markdown. Columns without any text are left out.
type table struct {
	head []string
	rows [][]string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (w *writer) table(t table) {
	if len(t.rows) == 0 {
		return
	}
	var keep []int
	for i := range t.head {
		for _, row := range t.rows {
			if row[i] != "" {
				keep = append(keep, i)
				break
			}
		}
	}
	line := func(cells []string) {
		parts := make([]string, len(keep))
		for i, at := range keep {
			parts[i] = cells[at]
		}
		w.line("| " + strings.Join(parts, " | ") + " |")
	}
	w.line("")
	line(t.head)
	w.line("|" + strings.Repeat("--|", len(keep)))
	for _, row := range t.rows {
		line(row)
	}
}
