package source

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/parser"

	"github.com/oas2go/oas2go/generator/diag"
)

// A breakage is what is known about a text that is not YAML. The first library finds it, but often names the line of the collection
// around it and never a column. So the text is read a second time to see how far the reader came, and the second library, whose own
// verdict is not asked for, gives the position if it finds an error in the same part of the text.
type breakage struct {
	problem string // message of the first library
	line    int    // its line, 0 if it gave none
	reach   int    // offset that the reader did not get past
	offset  int    // of the defect: the best guess
	exact   bool   // offset is no guess
}

// explain reports why text, the readable form of the file, is not YAML.
func (r *yamlReader) explain(text string, err error) {
	b := r.locate(text, err)
	m := r.message(&b)
	line, column := r.lines.position(b.offset)
	f := r.findings.Error(diag.Pos{File: r.file, Line: line, Column: column}, m.rule, "%s", m.text)
	f.Hint = m.hint
}

func (r *yamlReader) locate(text string, err error) breakage {
	b := breakage{problem: strings.TrimPrefix(err.Error(), "yaml: ")}
	if rest, ok := strings.CutPrefix(b.problem, "line "); ok {
		number, problem, _ := strings.Cut(rest, ": ")
		b.line, _ = strconv.Atoi(number)
		b.problem = problem
	}
	if isParserProblem(b.problem) {
		b.line++ // these lines count from 0
	}
	slow := &byteReader{text: text}
	_, _, _ = parseYAML(slow)
	b.reach = min(slow.offset, len(text))
	if b.offset, b.exact = r.special(&b); b.exact {
		return b
	}
	if b.offset, b.exact = r.second(text, &b); b.exact {
		return b
	}
	b.offset = r.fallback(&b)
	if start := r.lines.start(b.line); strings.HasPrefix(b.problem, "did not find expected ',' or") && start < b.reach {
		if i := missingComma(r.text[start:b.reach]); i >= 0 {
			b.offset = start + i
		}
	}
	return b
}

// isParserProblem tells errors of the library's parser from errors of its scanner.
func isParserProblem(problem string) bool {
	return strings.HasPrefix(problem, "did not find expected ',' or") ||
		slices.Contains([]string{"did not find expected key", "did not find expected '-' indicator", "did not find expected node content",
			"did not find expected <document start>", "found undefined tag handle", "found incompatible YAML document"}, problem)
}

// A byteReader hands out one byte at a time, so that its offset shows how far its user came.
type byteReader struct {
	text   string
	offset int
}

func (b *byteReader) Read(p []byte) (int, error) {
	if b.offset >= len(b.text) {
		return 0, io.EOF
	}
	n := copy(p[:1], b.text[b.offset:])
	b.offset += n
	return n, nil
}

// second asks the second library for the position.
func (r *yamlReader) second(text string, b *breakage) (offset int, ok bool) {
	const largest = 8 << 20 // it is slow, and its time is not linear for every text
	if b.reach > largest {
		return 0, false
	}
	end := b.reach
	if rest := strings.IndexAny(text[end:min(len(text), end+4096)], "\r\n"); rest >= 0 {
		end += rest
	}
	part, lines := withoutBlankLines(text[:end])
	line, char, ok := secondPosition(part)
	if !ok || line < 1 || line > len(lines) {
		return 0, false
	}
	line = lines[line-1]
	if line < b.line && !strings.Contains(b.problem, "end of stream") {
		return 0, false // another defect, which is none for the first library
	}
	return r.lines.offsetOf(line, char), true
}

// withoutBlankLines removes blank lines, for which the second library needs quadratic time, and returns the numbers of the others. One
// line of spaces stays in a row, since it can be the defect in a block scalar.
func withoutBlankLines(text string) (rest string, numbers []int) {
	var b strings.Builder
	afterBlank := false
	for number, i := 1, 0; i < len(text); number++ {
		end := len(text)
		if next := strings.IndexAny(text[i:], "\r\n"); next >= 0 {
			end, _ = afterBreak(text, i+next)
		}
		line := strings.TrimRight(text[i:end], "\r\n")
		blank := strings.TrimSpace(line) == ""
		if line != "" && !(blank && afterBlank) {
			b.WriteString(line + "\n")
			numbers = append(numbers, number)
			afterBlank = blank
		}
		i = end
	}
	return b.String(), numbers
}

// secondPosition returns where the second library finds an error.
func secondPosition(text string) (line, char int, ok bool) {
	defer func() {
		if recover() != nil { // it panics on some broken texts
			ok = false
		}
	}()
	_, err := parser.ParseBytes([]byte(text), 0)
	broken, isError := errors.AsType[yaml.Error](err)
	if !isError || broken.GetToken() == nil || broken.GetToken().Position == nil {
		return 0, 0, false
	}
	at := broken.GetToken().Position
	return at.Line, at.Column, at.Column > 0
}

// fallback returns the begin of the line that the first library names, or of the last one that it read.
func (r *yamlReader) fallback(b *breakage) int {
	line := b.line
	if last, _ := r.lines.position(b.reach); line == 0 || line > int(last) {
		line = int(last)
	}
	for line > 1 && strings.TrimSpace(r.lines.lineText(line)) == "" {
		line--
	}
	text := r.lines.lineText(line)
	return r.lines.start(line) + len(text) - len(strings.TrimLeft(text, " "))
}
