package words

import (
	"regexp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// What of a description makes blocks: Markdown by lines, and the tags of HTML that do the same.
var (
	fenceLine   = regexp.MustCompile("^ *(```+|~~~+)")
	ruleLine    = regexp.MustCompile(`^ {0,3}(?:[-*_=] *){3,}$`)
	headingLine = regexp.MustCompile(`^ {0,3}#{1,6} +(.*)$`)
	tableLine   = regexp.MustCompile(`^ {0,3}\|`)
	itemLine    = regexp.MustCompile(`^ *(?:[*+-]|([0-9]{1,9})[.)])[ \t]+(\S.*)$`)
	quoteLine   = regexp.MustCompile(`^ {0,3}> ?`)
	htmlBlock   = regexp.MustCompile(`(?i)</?(?:p|div|ul|ol|dl|table|tr|h[1-6]|blockquote|pre)(?:\s[^<>]*)?/?>`)
	htmlBreak   = regexp.MustCompile(`(?i)<br\s*/?>`)
	htmlItem    = regexp.MustCompile(`(?i)<li(?:\s[^<>]*)?>`)
	htmlComment = regexp.MustCompile(`<!--[\s\S]*?-->`)
)

// Blocks returns a description as the paragraphs, lists and code of a comment. A paragraph ends like a sentence. The rows of a table
// are lines of code: that keeps them apart.
func Blocks(description string) gomodel.Doc {
	doc := rawBlocks(description)
	for i, para := range doc {
		if t, ok := para.(gomodel.Text); ok {
			doc[i] = gomodel.Text{{Text: endBefore(t[0].Text, doc[i+1:])}}
		}
	}
	return Separated(doc)
}

func rawBlocks(description string) gomodel.Doc {
	if strings.Contains(description, "<!--") {
		description = htmlComment.ReplaceAllString(description, " ")
	}
	b := blockReader{}
	for line := range strings.Lines(description) {
		b.line(strings.TrimRight(line, "\r\n"))
	}
	b.endFence()
	b.endTable()
	b.endBlock()
	return b.doc
}

// endBefore ends a paragraph: with a colon if the list or code behind it seems to belong to it.
func endBefore(text string, rest gomodel.Doc) string {
	if ended := Sentence(text); len(rest) == 0 || ended == text || !isIndented(rest[0]) {
		return ended
	}
	return text + ":"
}

func isIndented(para gomodel.Para) bool {
	switch para.(type) {
	case gomodel.List, gomodel.Code:
		return true
	}
	return false
}

// Separated puts words between a list and code that touch, which go doc would take for one thing.
func Separated(doc gomodel.Doc) (out gomodel.Doc) {
	for i, para := range doc {
		if i > 0 && isIndented(doc[i-1]) && isIndented(para) {
			out = append(out, gomodel.Text{{Text: leadIn(para)}})
		}
		out = append(out, para)
	}
	return out
}

// leadIn returns words for before a list or code.
func leadIn(para gomodel.Para) string {
	if _, isList := para.(gomodel.List); isList {
		return "Notes:"
	}
	if code, ok := para.(gomodel.Code); ok && strings.Contains(code[0], cellBorder) {
		return "Table:"
	}
	return "Example:"
}

// A blockReader reads a description line by line.
type blockReader struct {
	doc   gomodel.Doc
	para  []string       // the lines of a paragraph
	items []gomodel.Item // of a list; the last one is still open
	item  []string       // its lines
	blank bool           // an empty line came last
	fence string         // of the code that is open
	code  []string
	rows  [][]string // of a table
	quote bool       // the last line was of a quotation
}

func (b *blockReader) line(line string) {
	if b.fence == "" || b.quote {
		line = b.unquoted(line)
	}
	fence := fenceLine.FindStringSubmatch(line)
	isRow := b.fence == "" && tableLine.MatchString(line)
	if !isRow {
		b.endTable()
	}
	switch {
	case isRow:
		b.row(line)
	case b.fence != "":
		if fence != nil && strings.HasPrefix(fence[1], b.fence) {
			b.endFence()
		} else {
			b.code = append(b.code, line)
		}
	case fence != nil && !strings.Contains(line[len(fence[0]):], "`"):
		b.fence = fence[1]
	case strings.Contains(line, "<"):
		b.html(line)
	default:
		b.text(line)
	}
}

// unquoted returns a line without the mark of a quotation, which is a block of its own and may hold lists.
func (b *blockReader) unquoted(line string) string {
	mark := quoteLine.FindString(line)
	begins := mark != "" && !b.quote
	b.quote = mark != ""
	if begins {
		b.endBlock()
	}
	return line[len(mark):]
}

// html reads a line whose tags may begin blocks.
func (b *blockReader) html(line string) {
	line = htmlItem.ReplaceAllString(htmlBlock.ReplaceAllString(line, "\n\n"), "\n- ")
	if len(b.item) == 0 && !itemLine.MatchString(line) {
		line = htmlBreak.ReplaceAllString(line, "\n\n") // in an item it is a space
	}
	for part := range strings.SplitSeq(line, "\n") {
		b.text(part)
	}
}

func (b *blockReader) text(line string) {
	item := itemLine.FindStringSubmatch(line)
	heading := headingLine.FindStringSubmatch(line)
	inList := len(b.item) > 0
	switch {
	case strings.TrimSpace(line) == "", ruleLine.MatchString(line):
		b.endPara()
		b.blank = true
		return
	case heading != nil:
		b.endBlock()
		b.para = []string{heading[1]}
		b.endPara()
	case item != nil && (inList || len(b.para) == 0 || item[1] == "" || item[1] == "1"):
		b.endPara()
		b.endItem()
		b.items = append(b.items, gomodel.Item{Number: item[1]})
		b.item = []string{item[2]}
	case inList && (!b.blank || strings.HasPrefix(line, "  ")):
		b.item = append(b.item, line)
	default:
		b.endList()
		b.para = append(b.para, line)
	}
	b.blank = false
}

// endFence ends code. What stands in an item of a list stays there, as text; so does a list, which go doc would see in code that
// begins like one.
func (b *blockReader) endFence() {
	code := b.code
	b.fence, b.code = "", nil
	for len(code) > 0 && strings.TrimSpace(code[0]) == "" {
		code = code[1:]
	}
	if len(code) == 0 {
		return
	}
	if indented := strings.HasPrefix(code[0], "  "); itemLine.MatchString(code[0]) || indented && len(b.item) > 0 {
		for _, line := range code {
			b.text(line)
		}
		return
	}
	b.endBlock()
	b.doc = append(b.doc, gomodel.Code(code))
}

func (b *blockReader) endBlock() {
	b.endPara()
	b.endList()
}

func (b *blockReader) endPara() {
	if text := inline(strings.Join(b.para, "\n")); text != "" {
		b.doc = append(b.doc, gomodel.Text{{Text: text}})
	}
	b.para = nil
}

func (b *blockReader) endItem() {
	if len(b.item) == 0 {
		return
	}
	last := len(b.items) - 1
	if text := inline(strings.Join(b.item, "\n")); text != "" {
		b.items[last].Text = gomodel.Text{{Text: text}}
	} else {
		b.items = b.items[:last]
	}
	b.item = nil
}

func (b *blockReader) endList() {
	b.endItem()
	if len(b.items) > 0 {
		b.doc = append(b.doc, oneKind(b.items))
	}
	b.items = nil
}

// oneKind writes the numbers of a list that has dashes too, a nested one, before their texts: go doc does not mix them.
func oneKind(list gomodel.List) gomodel.List {
	numbered := func(item gomodel.Item) bool { return item.Number != "" }
	if !slices.ContainsFunc(list, numbered) || !slices.ContainsFunc(list, func(item gomodel.Item) bool { return !numbered(item) }) {
		return list
	}
	for i, item := range list {
		if numbered(item) {
			list[i] = gomodel.Item{Text: gomodel.Text{{Text: item.Number + ". " + item.Text[0].Text}}}
		}
	}
	return list
}
