package source

import (
	"slices"
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
)

const (
	maxBytes = 512 << 20 // of a file
	maxDepth = 1_000     // of objects and arrays inside each other; later stages walk trees by recursion
)

// A nameIndex maps names to positions in a list of members.
type nameIndex map[string]int32

// smallObject is the number of members up to which looking at each of them is as fast as an index.
const smallObject = 16

// find returns the position of name in members, -1 if it is not there.
func (x nameIndex) find(members []Member, name string) int {
	if x != nil {
		if i, ok := x[name]; ok {
			return int(i)
		}
		return -1
	}
	return slices.IndexFunc(members, func(m Member) bool { return m.Name == name })
}

// A step is one token of the pointer to the value that is being read.
type step struct {
	name  string
	index int // -1 if name counts
}

// A builder is what both readers share: it makes nodes, and it knows where in the tree the reader stands.
type builder struct {
	file     *diag.File
	findings *diag.List
	room     *room
	trail    []step
	way      int // bytes of the names of the trail

	// Stacks of the members and items of all open objects and arrays: each is copied once, when its length is known.
	members []Member
	items   []*Node
	nodes   []Node // room for the next nodes
}

// node returns a new node.
func (b *builder) node(kind Kind, line, column uint32) *Node {
	if len(b.nodes) == 0 {
		b.nodes = make([]Node, 256)
	}
	n := &b.nodes[0]
	b.nodes = b.nodes[1:]
	n.Kind, n.Line, n.Column = kind, line, column
	return n
}

// enter goes down to the member name, enterItem to an element; leave goes back up.
func (b *builder) enter(name string) {
	b.trail = append(b.trail, step{name, -1})
	b.way += len(name)
}

func (b *builder) enterItem(index int) { b.trail = append(b.trail, step{"", index}) }

func (b *builder) leave() {
	last := len(b.trail) - 1
	b.way -= len(b.trail[last].name)
	b.trail = b.trail[:last]
}

// pos returns a position in the value that is being read.
func (b *builder) pos(line, column uint32) diag.Pos {
	var path *diag.Path
	for _, s := range b.trail {
		if s.index >= 0 {
			s.name = strconv.Itoa(s.index)
		}
		path = path.Child(s.name)
	}
	return diag.Pos{File: b.file, Path: path, Line: line, Column: column}
}

// An openObject is an object whose members are being read.
type openObject struct {
	base  int // of its members on the stack
	index nameIndex
}

// open begins an object.
func (b *builder) open() openObject { return openObject{base: len(b.members)} }

// add adds m to o, which must be the innermost open object. If o has the name already, it keeps its member and add returns that.
func (b *builder) add(o *openObject, m Member) (first *Member) {
	members := b.members[o.base:]
	if i := o.index.find(members, m.Name); i >= 0 {
		return &members[i]
	}
	switch {
	case o.index != nil:
		o.index[m.Name] = int32(len(members))
	case len(members) == smallObject:
		o.index = make(nameIndex, 2*smallObject)
		for i := range members {
			o.index[members[i].Name] = int32(i)
		}
		o.index[m.Name] = smallObject
	}
	b.members = append(b.members, m)
	return nil
}

// addNew is add for a key that is written; a second one is a finding.
func (b *builder) addNew(o *openObject, m Member) {
	first := b.add(o, m)
	if first == nil {
		return
	}
	b.enter(m.Name)
	f := b.findings.Error(b.pos(m.Line, m.Column), diag.RuleDuplicateKey, "the key %q is here a second time", m.Name)
	f.Related = []diag.Related{{Pos: b.pos(first.Line, first.Column), Message: "first here"}}
	b.leave()
}

// closeObject moves the members of o to n.
func (b *builder) closeObject(o *openObject, n *Node) {
	n.Members, n.index = slices.Clone(b.members[o.base:]), o.index
	b.members = b.members[:o.base]
}

// closeArray moves the items since base to n.
func (b *builder) closeArray(base int, n *Node) {
	n.Items = slices.Clone(b.items[base:])
	b.items = b.items[:base]
}

// tooDeep reports whether an object or array that begins here, with more levels below it, is nested too deeply, and says so.
func (b *builder) tooDeep(below int, line, column uint32) bool {
	if len(b.trail)+below < maxDepth {
		return false
	}
	pos := b.pos(line, column)
	pos.Path = nil // thousands of tokens help nobody
	b.findings.Error(pos, diag.RuleTooLarge, "objects and arrays are nested more than %d levels deep", maxDepth)
	return true
}
