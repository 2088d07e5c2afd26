package source

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/oas2go/oas2go/generator/diag"
)

// A yamlReader reads a YAML 1.2 text: the library finds the structure, this type gives it the meaning that OpenAPI asks for.
type yamlReader struct {
	builder
	text    string
	lines   *lineTable
	restore *strings.Replacer // undoes readable, nil if there is nothing to undo
	anchors map[*yaml.Node]*anchored
	stopped bool // the text is too large; a finding says so
}

func newYAMLReader(file *diag.File, text string, in *room, findings *diag.List) *yamlReader {
	return &yamlReader{
		builder: builder{file: file, findings: findings, room: in},
		text:    text,
		lines:   newLineTable(text),
		anchors: map[*yaml.Node]*anchored{},
	}
}

// read returns the value of the first document of the text, nil if the text is not YAML.
func (r *yamlReader) read() *Node {
	if !r.checkCharacters() {
		return nil
	}
	var readable string
	readable, r.restore = readableText(r.text)
	first, second, err := parseYAML(strings.NewReader(readable))
	switch {
	case err != nil:
		r.explain(readable, err)
		return nil
	case first == nil:
		fileIsEmpty(r.file, r.findings)
		return nil
	case second != nil:
		pos := r.pos(uint32(second.Line), r.lines.column(second.Line, second.Column))
		f := r.findings.Error(pos, diag.RuleSyntax, "a second YAML document begins here; only the first one is read")
		f.Hint = "an OpenAPI document is one YAML document: use one file for each"
	}
	v := r.convert(first.Content[0])
	if r.stopped {
		return nil
	}
	return v.node
}

// parseYAML returns the first two documents of a text that are not empty.
func parseYAML(text io.Reader) (first, second *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil { // the library panics on some broken texts
			first, second, err = nil, nil, fmt.Errorf("yaml: the text cannot be read (%v)", p)
		}
	}()
	decoder := yaml.NewDecoder(text)
	for {
		var document yaml.Node
		switch err := decoder.Decode(&document); {
		case errors.Is(err, io.EOF):
			return first, nil, nil
		case err != nil:
			return nil, nil, err
		case isEmptyDocument(&document):
		case first != nil:
			return first, &document, nil
		default:
			first = &document
		}
	}
}

// isEmptyDocument reports whether a document has nothing but comments.
func isEmptyDocument(document *yaml.Node) bool {
	if len(document.Content) == 0 {
		return true
	}
	root := document.Content[0]
	return root.Kind == yaml.ScalarNode && root.Style == 0 && root.Value == "" && root.Anchor == ""
}
