package source

import (
	"io/fs"
	"path/filepath"
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
)

// Limits of a tree that is changed after it was read. They are those of reading.
const (
	MaxDepth = maxDepth
	MaxWay   = maxWay
)

// With returns an object with other members, which are as many as n has or not. Names must be unique.
func (n *Node) With(members []Member) *Node {
	out := &Node{Kind: Object, Members: members, Line: n.Line, Column: n.Column}
	if len(members) > smallObject {
		out.index = make(nameIndex, len(members))
		for i := range members {
			out.index[members[i].Name] = int32(i)
		}
	}
	return out
}

// WithItems returns an array with other items.
func (n *Node) WithItems(items []*Node) *Node {
	return &Node{Kind: Array, Items: items, Line: n.Line, Column: n.Column}
}

// Each visits the members of an object and the elements of an array, with the tokens that a JSON pointer has for them.
func (n *Node) Each(visit func(token string, child *Node)) {
	for i := range n.Members {
		visit(n.Members[i].Name, n.Members[i].Value)
	}
	for i, item := range n.Items {
		visit(strconv.Itoa(i), item)
	}
}

// Take counts values that are added to the tree of the document, and reports whether there is room for them.
func (l *Loader) Take(values int) bool {
	l.room.values += values
	return l.room.values <= l.room.most(maxValues)
}

// Values returns how many values the files may have together.
func (l *Loader) Values() int { return l.room.most(maxValues) }

// Beside reads a file that is no part of the document and says something about it, at a path as the user gives it. The error is about the
// file, as that of [ReadFile].
func (l *Loader) Beside(path string, findings *diag.List) (*Document, error) {
	l.asked = append(l.asked, path)
	d, err := readFile(path, &l.room, findings)
	if abs, absErr := filepath.Abs(path); err == nil && absErr == nil {
		d.File.URI = fileURI(uriPath(abs))
	}
	return d, err
}

// BesideInTree is [Loader.Beside] for a file of the commit that the document is of.
func (l *Loader) BesideInTree(files fs.FS, path string, findings *diag.List) (*Document, error) {
	data, err := fs.ReadFile(files, path)
	if err != nil {
		return nil, err
	}
	return readText(&diag.File{Name: l.prefix + path, URI: fileURI("/" + path)}, data, &l.room, findings), nil
}
