package text

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

// A printer lays text out in the columns of a terminal.
type printer struct {
	Options
	b        strings.Builder
	requests view.Requests
	numbers  int // columns for the numbers of changes
}

// Codes of ANSI that all terminals know.
const (
	plain = ""
	bold  = "1"
	dim   = "2"
	red   = "31"
	cyan  = "36"
)

// classCode returns the colour of a class.
func classCode(c change.Class) string {
	switch c {
	case change.Running:
		return "1;31"
	case change.Compiling:
		return "1;33"
	case change.Wire:
		return "1;35"
	case change.Unproved:
		return "1;36"
	case change.Harmless:
		return "32"
	}
	return dim
}

// wordCode returns the colour of the word that begins the verdict line.
func wordCode(word string) string {
	switch word {
	case report.WordBreaking:
		return "1;41;97"
	case report.WordUnknown:
		return "1;46;30"
	case report.WordCompatible:
		return "1;42;30"
	}
	return bold
}

func (p *printer) paint(code, text string) string {
	if !p.Color || code == plain || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

var toASCII = strings.NewReplacer("→", "->", "…", "...")

// clean makes text of a document fit for one line of a terminal.
func (p *printer) clean(text string) string {
	text = diag.OneLine(text)
	if p.ASCII {
		text = toASCII.Replace(text)
	}
	return text
}

func (p *printer) line(text string) {
	p.b.WriteString(text)
	p.b.WriteByte('\n')
}

func (p *printer) paragraph(code, text string) {
	for _, line := range wrap(p.clean(text), p.Width) {
		p.line(p.paint(code, line))
	}
}

// indent is the space below the number of a change.
func (p *printer) indent() string { return strings.Repeat(" ", p.numbers+1) }

// headline returns the lines of number, subject and sentence.
func (p *printer) headline(c change.Change) []string {
	number := p.indent()
	if c.N > 0 {
		number = fmt.Sprintf("%*d ", p.numbers, c.N)
	}
	text := c.Subject
	if c.Sentence != "" {
		text += ": " + c.Sentence
	}
	lines := wrap(p.clean(text), p.Width-len(number))
	for i := range lines {
		lines[i] = number + lines[i]
		number = p.indent()
	}
	return lines
}

const (
	labelWidth = 8
	minGap     = 2 // columns between what stands left and right in a line
)

// labelled prints texts behind a label, each on lines of its own. Without a text it prints nothing.
func (p *printer) labelled(label, code string, texts ...string) {
	indent := p.indent()
	for _, text := range texts {
		if text == "" {
			continue
		}
		for i, line := range wrap(p.clean(text), p.Width-len(indent)-labelWidth) {
			front := strings.Repeat(" ", labelWidth)
			if i == 0 {
				front = p.paint(dim, fmt.Sprintf("%-*s", labelWidth, label))
			}
			p.line(indent + front + p.paint(code, line))
		}
		label = ""
	}
}

// wrap breaks text at spaces into lines of a width. A word that is longer is a line of its own; nothing is lost but the space at the
// end of a line.
func wrap(text string, width int) []string {
	var lines []string
	line, used := "", 0
	for i, word := range strings.Split(text, " ") {
		n := cells(word)
		if i > 0 && used+1+n > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line, used = word, n
			continue
		}
		if i > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+n
	}
	return append(lines, line)
}

// cells returns how many columns of a terminal text takes.
func cells(text string) (n int) {
	for _, r := range text {
		kind := width.LookupRune(r).Kind()
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
