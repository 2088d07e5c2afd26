package words

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// tableRule is the line below the head of a table.
var tableRule = regexp.MustCompile(`^[\s|:-]+$`)

const (
	cellBorder = " | "
	widestRow  = 100 // characters of a row whose columns are aligned
)

// row reads a line of a table, whose cells may have marks like other text.
func (b *blockReader) row(line string) {
	if tableRule.MatchString(line) {
		return
	}
	line = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(line), "|"), "|")
	cells := strings.Split(strings.ReplaceAll(line, `\|`, "\x00"), "|")
	for i, cell := range cells {
		cells[i] = inline(strings.ReplaceAll(cell, "\x00", "|"))
	}
	b.rows = append(b.rows, cells)
}

// endTable ends a table.
func (b *blockReader) endTable() {
	rows := b.rows
	b.rows = nil
	widths := columns(rows)
	var code gomodel.Code
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			if i > 0 {
				line.WriteString(cellBorder)
			}
			line.WriteString(cell)
			line.WriteString(strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(cell))))
		}
		if text := strings.TrimRight(line.String(), " |"); text != "" {
			code = append(code, text)
		}
	}
	if code != nil {
		b.endBlock()
		b.doc = append(b.doc, code)
		b.blank = true
	}
}

// columns returns how wide columns are to be: not at all in a wide table.
func columns(rows [][]string) (widths []int) {
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	total := 0
	for _, w := range widths {
		total += w + len(cellBorder)
	}
	if total > widestRow {
		clear(widths)
	}
	return widths
}
