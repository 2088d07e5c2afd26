package words

import (
	"regexp"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// tableRule is the line below the head of a table.
var tableRule = regexp.MustCompile(`^[\s|:-]+$`)

// cellBorder is what stands between the cells of a row.
const cellBorder = " | "

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
	if row := strings.TrimRight(strings.Join(cells, cellBorder), " |"); row != "" {
		b.rows = append(b.rows, row)
	}
}

// endTable ends a table.
func (b *blockReader) endTable() {
	if len(b.rows) == 0 {
		return
	}
	b.endBlock()
	b.doc = append(b.doc, gomodel.Code(b.rows))
	b.rows, b.blank = nil, true
}
