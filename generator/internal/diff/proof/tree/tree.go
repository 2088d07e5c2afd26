// Package tree has documents as trees that can be rewritten and printed again, for the proofs of package diff. It knows where a tree has
// schemas, so that nothing rewrites an example or the value of an enum.
package tree

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/source"
)

// A Node is a JSON value. Unlike a source.Node it is made for changes: nodes are never shared.
type Node struct {
	Kind    source.Kind
	Text    string   // of a scalar
	Members []Member // of an object, in their order
	Items   []*Node  // of an array
}

// A Member is a member of an object.
type Member struct {
	Name  string
	Value *Node
}

// Copy returns a tree like one that was read.
func Copy(s *source.Node) *Node {
	n := &Node{Kind: s.Kind, Text: s.Text}
	for _, m := range s.Members {
		n.Members = append(n.Members, Member{m.Name, Copy(m.Value)})
	}
	for _, item := range s.Items {
		n.Items = append(n.Items, Copy(item))
	}
	return n
}

// Clone returns a tree like n.
func (n *Node) Clone() *Node {
	c := &Node{Kind: n.Kind, Text: n.Text}
	for _, m := range n.Members {
		c.Members = append(c.Members, Member{m.Name, m.Value.Clone()})
	}
	for _, item := range n.Items {
		c.Items = append(c.Items, item.Clone())
	}
	return c
}

// String returns a string as a node.
func String(text string) *Node { return &Node{Kind: source.String, Text: text} }

// Number returns a number as a node.
func Number(n int) *Node { return &Node{Kind: source.Number, Text: strconv.Itoa(n)} }

// Bool returns true or false as a node.
func Bool(b bool) *Node { return &Node{Kind: source.Bool, Text: strconv.FormatBool(b)} }

// Array returns an array.
func Array(items ...*Node) *Node { return &Node{Kind: source.Array, Items: items} }

// Object returns an object of one member after the other.
func Object(members ...Member) *Node { return &Node{Kind: source.Object, Members: members} }

// Parse reads a JSON text that is known to be one.
func Parse(text string) *Node {
	d := source.Read("value.json", []byte(text), nil)
	return Copy(d.Root)
}

// Is reports whether n has a kind. Nothing has none.
func (n *Node) Is(k source.Kind) bool { return n != nil && n.Kind == k }

// Get returns a member, nil if there is none.
func (n *Node) Get(name string) *Node {
	if n == nil {
		return nil
	}
	for _, m := range n.Members {
		if m.Name == name {
			return m.Value
		}
	}
	return nil
}

// Has reports whether n has one of some members.
func (n *Node) Has(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return n.Get(name) != nil })
}

// Set sets a member. A new one comes last.
func (n *Node) Set(name string, value *Node) {
	for i := range n.Members {
		if n.Members[i].Name == name {
			n.Members[i].Value = value
			return
		}
	}
	n.Members = append(n.Members, Member{name, value})
}

// Delete takes members away and returns those that were there.
func (n *Node) Delete(names ...string) (gone []Member) {
	n.Members = slices.DeleteFunc(n.Members, func(m Member) bool {
		if slices.Contains(names, m.Name) {
			gone = append(gone, m)
			return true
		}
		return false
	})
	return gone
}

// Keep returns the members with some names.
func (n *Node) Keep(names ...string) (list []Member) {
	for _, m := range n.Members {
		if slices.Contains(names, m.Name) {
			list = append(list, m)
		}
	}
	return list
}

// Object returns a member that is an object, a new one if there is none.
func (n *Node) Object(name string) *Node {
	if o := n.Get(name); o != nil {
		return o
	}
	o := Object()
	n.Set(name, o)
	return o
}

// At follows the tokens of a pointer, nil if it leads nowhere.
func (n *Node) At(tokens []string) *Node {
	for _, token := range tokens {
		switch {
		case n == nil:
			return nil
		case n.Kind == source.Array:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(n.Items) {
				return nil
			}
			n = n.Items[i]
		default:
			n = n.Get(token)
		}
	}
	return n
}

// Walk calls f for all nodes, a node before what is in it.
func (n *Node) Walk(f func(*Node)) {
	f(n)
	for _, m := range n.Members {
		m.Value.Walk(f)
	}
	for _, item := range n.Items {
		item.Walk(f)
	}
}

// JSON returns the text of a tree.
func (n *Node) JSON() []byte {
	var b bytes.Buffer
	n.write(&b, "\n")
	b.WriteByte('\n')
	return b.Bytes()
}

func (n *Node) write(b *bytes.Buffer, indent string) {
	switch n.Kind {
	case source.Null:
		b.WriteString("null")
	case source.Bool, source.Number:
		b.WriteString(n.Text)
	case source.String:
		quote(b, n.Text)
	case source.Array:
		b.WriteByte('[')
		for i, item := range n.Items {
			separate(b, i, indent)
			item.write(b, indent+" ")
		}
		b.WriteByte(']')
	default:
		b.WriteByte('{')
		for i, m := range n.Members {
			separate(b, i, indent)
			quote(b, m.Name)
			b.WriteString(": ")
			m.Value.write(b, indent+" ")
		}
		b.WriteByte('}')
	}
}

func separate(b *bytes.Buffer, i int, indent string) {
	if i > 0 {
		b.WriteByte(',')
	}
	b.WriteString(indent)
}

func quote(b *bytes.Buffer, text string) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a string has no error
	b.Truncate(b.Len() - 1)
}

// Same reports whether two trees are the same value, whatever the order of members.
func Same(a, b *Node) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.Kind != b.Kind || a.Text != b.Text || len(a.Members) != len(b.Members) || len(a.Items) != len(b.Items) {
		return false
	}
	for _, m := range a.Members {
		if !Same(m.Value, b.Get(m.Name)) {
			return false
		}
	}
	for i := range a.Items {
		if !Same(a.Items[i], b.Items[i]) {
			return false
		}
	}
	return true
}

// Tokens splits a JSON pointer that begins with a slash, or the fragment of a reference.
func Tokens(pointer string) (list []string) {
	pointer = strings.TrimPrefix(pointer, "#")
	for token := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		list = append(list, strings.NewReplacer("~1", "/", "~0", "~").Replace(token))
	}
	return list
}
