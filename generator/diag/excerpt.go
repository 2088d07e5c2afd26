package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// excerpt returns the line of a finding and a caret below its column, for a terminal with that many cells in a line; "" if the text
// of the file is not known.
func (t Text) excerpt(lines Lines, f *Finding) string {
	line, ok := lines.Line(f.Pos)
	if !ok {
		return ""
	}
	number := fmt.Sprintf("%5d | ", f.Pos.Written().Line)
	shown, caret := window(line, f.Pos.Column, t.Width-len(number)-1) // a full last column wraps on some terminals
	below := strings.Repeat(" ", len(number)-2) + "| " + strings.Repeat(" ", caret)
	return number + strings.TrimRight(shown, " ") + "\n" + below + t.paint(f.Severity, "^") + "\n"
}

// A cell is what a terminal shows at one place.
type cell struct {
	text  string
	width int
}

const minWidth = 20

// window returns the part of a line around a column that fits into a number of cells, and the cell of the column. What is cut off is
// shown as an ellipsis.
func window(line string, column uint32, cells int) (shown string, caret int) {
	cells = max(cells, minWidth)
	at := runeStart(line, int(column)-1)
	// A cell has at most four bytes, combining marks aside: lines can have megabytes.
	from, to := runeStart(line, at-utf8.UTFMax*cells), runeStart(line, at+utf8.UTFMax*cells)
	left, leftWidth := cellsOf(line[from:at])
	right, rightWidth := cellsOf(line[at:to])

	space := cells - min(max(rightWidth, 1), cells/2)
	if from > 0 || leftWidth > space {
		for leftWidth > space-1 {
			leftWidth -= left[0].width
			left = left[1:]
		}
		left = append([]cell{{"…", 1}}, left...)
		leftWidth++
	}
	space = cells - leftWidth
	if to < len(line) || rightWidth > space {
		for rightWidth > space-1 {
			rightWidth -= right[len(right)-1].width
			right = right[:len(right)-1]
		}
		right = append(right, cell{"…", 1})
	}
	var b strings.Builder
	for _, c := range append(left, right...) {
		b.WriteString(c.text)
	}
	return b.String(), leftWidth
}

// runeStart returns at, or where the character that it is inside of begins, within the bounds of the line.
func runeStart(line string, at int) int {
	at = min(max(at, 0), len(line))
	for back := 1; at < len(line) && back < utf8.UTFMax && back <= at; back++ {
		if _, size := utf8.DecodeRuneInString(line[at-back:]); size > back {
			return at - back
		}
	}
	return at
}

// cellsOf returns text as a terminal shows it: tabs as spaces, what commands a terminal or hides as a replacement character.
func cellsOf(text string) (list []cell, total int) {
	const tab, longest = "    ", 16
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		c := cell{text[:size], 1}
		text = text[size:]
		switch {
		case r == '\t':
			c = cell{tab, len(tab)}
		case r == utf8.RuneError || unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp):
			c.text = string(utf8.RuneError)
		case unicode.In(r, unicode.Mn, unicode.Me):
			if n := len(list); n > 0 && len(list[n-1].text) < longest {
				list[n-1].text += c.text
			}
			continue
		default:
			if kind := width.LookupRune(r).Kind(); kind == width.EastAsianWide || kind == width.EastAsianFullwidth {
				c.width = 2
			}
		}
		list = append(list, c)
		total += c.width
	}
	return list, total
}
