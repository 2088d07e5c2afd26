package source

import (
	"go.yaml.in/yaml/v3"

	"github.com/oas2go/oas2go/generator/diag"
)

// scalar returns the value of a scalar. Untagged plain scalars follow the core schema of YAML 1.2.2, section 10.3, restricted to what
// JSON can say: there are no timestamps, and yes, no, on and off are strings.
func (r *yamlReader) scalar(y *yaml.Node) *Node {
	n := r.start(String, y)
	n.Text = r.restored(y.Value)
	switch {
	case y.Style&yaml.TaggedStyle != 0:
		r.tagged(y, n)
	case y.Style == 0:
		r.plain(y, n)
	}
	return n
}

// plain decides what the text of a plain scalar means.
func (r *yamlReader) plain(y *yaml.Node, n *Node) {
	text := n.Text
	if isNull(text) {
		n.Kind, n.Text = Null, ""
		if text == "Null" || text == "NULL" {
			r.readAs(y, text, "null")
		}
		return
	}
	switch c := text[0]; {
	case isDigit(c) || c == '-' || c == '+' || c == '.':
		r.plainNumber(y, n)
	case c|0x20 == 't' || c|0x20 == 'f':
		r.plainBool(y, n)
	}
}

func (r *yamlReader) plainBool(y *yaml.Node, n *Node) {
	written := n.Text
	switch written {
	case "true", "True", "TRUE":
		n.Kind, n.Text = Bool, "true"
	case "false", "False", "FALSE":
		n.Kind, n.Text = Bool, "false"
	default:
		return
	}
	if written != n.Text {
		r.readAs(y, written, n.Text)
	}
}

func (r *yamlReader) plainNumber(y *yaml.Node, n *Node) {
	written := n.Text
	if isNumber(written) {
		n.Kind = Number
		return
	}
	if isNotFinite(written) {
		r.findings.Error(r.at(y), diag.RuleScalar, "%s is not a JSON number", written).Hint = "put it in quotes if it is meant as text"
		return
	}
	text, ok := convertNumber(written)
	if !ok {
		return
	}
	n.Kind, n.Text = Number, text
	if looksOctal(written) {
		f := r.findings.Warn(r.at(y), diag.RuleScalar, "%s is read as the number %s, not as an octal number", clip(written), clip(text))
		f.Hint = "put it in quotes if it is meant as text"
		return
	}
	r.readAs(y, written, "the number "+clip(text))
}

// readAs warns that a scalar is not read the way it is written.
func (r *yamlReader) readAs(y *yaml.Node, written, meaning string) {
	f := r.findings.Warn(r.at(y), diag.RuleScalar, "%s is read as %s", clip(written), meaning)
	f.Hint = "put it in quotes if it is meant as text"
}

// isNull reports whether a plain scalar is null.
func isNull(text string) bool {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}

// tagged decides what a scalar with an explicit tag means.
func (r *yamlReader) tagged(y *yaml.Node, n *Node) {
	var want Kind
	switch y.Tag {
	case "!!str":
		return
	case "!!null":
		want = Null
	case "!!bool":
		want = Bool
	case "!!int", "!!float":
		want = Number
	default:
		r.checkTag(y, "!!str", "a string")
		return
	}
	before := r.findings.Count(diag.Error)
	r.plain(y, n)
	if n.Kind != want && r.findings.Count(diag.Error) == before {
		r.findings.Error(r.at(y), diag.RuleScalar, "%s does not fit its tag %s", clip(n.Text), y.Tag)
	}
}
