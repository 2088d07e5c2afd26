package tree

import "github.com/oas2go/oas2go/generator/internal/source"

// NewObject returns an object without members that stands where n does.
func NewObject(n *source.Node) *source.Node {
	return &source.Node{Kind: source.Object, Line: n.Line, Column: n.Column}
}

// NewText returns a string that stands where n does.
func NewText(n *source.Node, text string) *source.Node {
	return &source.Node{Kind: source.String, Text: text, Line: n.Line, Column: n.Column}
}

// NewFlag returns a boolean that stands where n does.
func NewFlag(n *source.Node, b bool) *source.Node {
	v := &source.Node{Kind: source.Bool, Text: "false", Line: n.Line, Column: n.Column}
	if b {
		v.Text = "true"
	}
	return v
}

// Put adds a member whose name stands where m has its own.
func Put(out *source.Node, name string, m *source.Member, v *source.Node) {
	out.Members = append(out.Members, source.Member{Name: name, Line: m.Line, Column: m.Column, Value: v})
}

// Add adds a member whose name stands where n does.
func Add(out *source.Node, name string, n, v *source.Node) {
	out.Members = append(out.Members, source.Member{Name: name, Line: n.Line, Column: n.Column, Value: v})
}

// TextOf returns the text of a member that is a string, else "".
func TextOf(n *source.Node, name string) string {
	if v := n.Get(name); v != nil && v.Kind == source.String {
		return v.Text
	}
	return ""
}
