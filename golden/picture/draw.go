package main

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strings"
)

// Sizes in pixels.
const (
	lineHeight = 18
	textWidth  = columns * 783 / 100 // of the font below at 13 pixels
	margin     = 16
	gap        = 14 // between the windows
)

// style has colours for light and dark pages: a picture in a page knows which one the reader prefers.
const style = `
  .window { fill: #f6f8fa; stroke: #d0d7de }
  text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; fill: #1f2328; white-space: pre }
  .prompt { fill: #656d76 }
  .b { font-weight: 600 } .d { fill: #656d76 }
  .red { fill: #cf222e } .green { fill: #116329 } .yellow { fill: #9a6700 } .blue { fill: #0969da } .cyan { fill: #1b7c83 } .magenta { fill: #8250df }
  @media (prefers-color-scheme: dark) {
    .window { fill: #161b22; stroke: #30363d }
    text { fill: #e6edf3 }
    .prompt, .d { fill: #8b949e }
    .red { fill: #ff7b72 } .green { fill: #7ee787 } .yellow { fill: #e3b341 } .blue { fill: #79c0ff } .cyan { fill: #76e3ea } .magenta { fill: #d2a8ff }
  }
`

// draw returns an SVG with a window for each command and what it printed.
func draw(commands []string, outputs [][]byte) []byte {
	var body bytes.Buffer
	top := 1
	width := textWidth + 2*margin
	for i, command := range commands {
		lines := strings.Split(strings.TrimRight(string(outputs[i]), "\n"), "\n")
		height := (len(lines)+1)*lineHeight + 2*margin - 4
		fmt.Fprintf(&body, "<rect class=\"window\" x=\"0.5\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n", top, width-1, height)
		y := top + margin + lineHeight/2 + 2
		fmt.Fprintf(&body, "<text x=\"%d\" y=\"%d\" xml:space=\"preserve\"><tspan class=\"prompt\">$ </tspan><tspan class=\"b\">%s</tspan></text>\n", margin, y, command)
		for _, line := range lines {
			y += lineHeight
			if line != "" {
				fmt.Fprintf(&body, "<text x=\"%d\" y=\"%d\" xml:space=\"preserve\">%s</text>\n", margin, y, spans(line))
			}
		}
		top += height + gap
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">\n", width, top-gap+1, width, top-gap+1)
	fmt.Fprintf(&b, "<title>What oas2go lint and oas2go diff print</title>\n<style>%s</style>\n", style)
	b.Write(body.Bytes())
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// escape is a colour code of terminals.
var escape = regexp.MustCompile(`\x1b\[([0-9;]*)m`)

// spans returns a line of a terminal as SVG text.
func spans(line string) string {
	line = strings.ReplaceAll(line, "\t", "    ")
	var b strings.Builder
	class := ""
	write := func(text string) {
		text = html.EscapeString(text)
		switch {
		case text == "":
		case class == "":
			b.WriteString(text)
		default:
			fmt.Fprintf(&b, "<tspan class=%q>%s</tspan>", class, text)
		}
	}
	last := 0
	for _, m := range escape.FindAllStringSubmatchIndex(line, -1) {
		write(line[last:m[0]])
		class, last = classes(line[m[2]:m[3]]), m[1]
	}
	write(line[last:])
	return b.String()
}

// classes returns the classes of a colour code.
func classes(code string) string {
	names := map[string]string{
		"1": "b", "2": "d", "31": "red", "32": "green", "33": "yellow", "34": "blue", "35": "magenta", "36": "cyan", "90": "d",
	}
	var list []string
	for number := range strings.SplitSeq(code, ";") {
		if name := names[number]; name != "" {
			list = append(list, name)
		}
	}
	return strings.Join(list, " ")
}
