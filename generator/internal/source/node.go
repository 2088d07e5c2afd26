package source

import "github.com/oas2go/oas2go/generator/diag"

// A Kind is the JSON kind of a node.
type Kind uint8

// The kinds.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

var kindNames = [...]string{"null", "boolean", "number", "string", "array", "object"}

// String returns the name in JSON Schema.
func (k Kind) String() string { return kindNames[k] }

// A Node is a JSON value in a document, as it is written. YAML anchors, merge keys and tags are resolved: aliases share their
// node.
type Node struct {
	Kind Kind
	// Text is the exact text of a scalar: the value of a string, the text of a number (always of the grammar of JSON), "true" or
	// "false"; "" for null.
	Text         string
	Members      []Member // of an object, in document order, names unique
	Items        []*Node  // of an array
	Line, Column uint32   // from 1; Column counts bytes

	index nameIndex // of the members of a large object, nil for the others
}

// A Member is a member of an object.
type Member struct {
	Name         string
	Line, Column uint32 // of the name
	Value        *Node
}

// Get returns the value of the member name, nil if there is none or n is no object.
func (n *Node) Get(name string) *Node {
	if m := n.Member(name); m != nil {
		return m.Value
	}
	return nil
}

// Member returns the member name, nil if there is none.
func (n *Node) Member(name string) *Member {
	if n == nil {
		return nil
	}
	index := n.index
	if len(index) != len(n.Members) { // somebody changed Members
		index = nil
	}
	if i := index.find(n.Members, name); i >= 0 {
		return &n.Members[i]
	}
	return nil
}

// A Document is a file that was read.
type Document struct {
	File *diag.File
	Root *Node // nil if the file is not well-formed
}

// Pos returns the position of n, which stands at path.
func (d *Document) Pos(n *Node, path *diag.Path) diag.Pos {
	return diag.Pos{File: d.File, Path: path, Line: n.Line, Column: n.Column}
}
