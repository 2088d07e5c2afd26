package source

import (
	"regexp"
	"strings"
)

// spacesForTabs puts spaces for the tabs in front of comments and in empty lines, where YAML 1.2 allows them (section 6.2,
// s-separate-in-line) and the library takes them for indentation. Lines of block scalars stay as they are.
func spacesForTabs(text string) string {
	if !strings.Contains(text, "\t") {
		return text
	}
	out := []byte(text)
	var block blockScalar
	for at := 0; at < len(text); {
		line, _, _ := strings.Cut(text[at:], "\n")
		indent := len(line) - len(strings.TrimLeft(line, " "))
		content := strings.TrimLeft(line, " \t")
		isEmpty := strings.TrimSpace(content) == ""
		if !block.holds(indent, isEmpty) && (isEmpty || content[0] == '#') {
			for i := at + indent; i < at+len(line)-len(content); i++ {
				out[i] = ' '
			}
		}
		block.begin(line, indent)
		at += len(line) + 1
	}
	return string(out)
}

// A blockScalar knows the lines of the block scalar that is open, if there is one.
type blockScalar struct {
	open   bool
	known  bool // indent is that of its first line, else that of the line that it began in
	indent int
}

// blockHeader is the end of a line with which a block scalar begins. More than that may match, where nothing is changed then.
var blockHeader = regexp.MustCompile(`(?:^|[ \t])[|>][-+0-9]*[ \t\r]*(?:[ \t]#.*)?$`)

func (b *blockScalar) begin(line string, indent int) {
	if !b.open && blockHeader.MatchString(line) {
		*b = blockScalar{open: true, indent: indent}
	}
}

// holds reports whether the next line belongs to the scalar.
func (b *blockScalar) holds(indent int, isEmpty bool) bool {
	switch {
	case !b.open:
		return false
	case isEmpty:
		return b.known && indent >= b.indent
	case !b.known && indent > b.indent:
		b.known, b.indent = true, indent
		return true
	case b.known && indent >= b.indent:
		return true
	}
	b.open = false
	return false
}
