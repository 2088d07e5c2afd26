package bundle

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// Document returns the tree of the one document. Findings say which references cannot be joined; they stay as they are.
func Document(entry *source.Document, doc *api.Document, read *parse.References, findings *diag.List) *source.Document {
	b := &bundler{entry: entry, findings: findings, files: map[*diag.File]*source.Document{}, refs: map[place]parse.Followed{}, roots: map[place]*root{}}
	for _, d := range read.Sources {
		b.files[d.File] = d
	}
	b.files[entry.File] = entry
	for _, f := range read.List {
		b.refs[placeOf(f.From)] = f
	}
	b.name(doc, read)
	top := b.copy(entry.Root, place{file: entry.File})
	for i := 0; i < len(b.wanted); i++ {
		r := b.wanted[i]
		r.value = b.content(r)
	}
	return &source.Document{File: entry.File, Root: b.withComponents(top)}
}

// A place is a value of a file.
type place struct {
	file    *diag.File
	pointer string
}

func placeOf(pos diag.Pos) place { return place{pos.File, pos.Path.Original().Pointer()} }

func (p place) child(token string) place {
	return place{p.file, p.pointer + (*diag.Path)(nil).Child(token).Pointer()}
}

// A bundler joins files.
type bundler struct {
	entry    *source.Document
	findings *diag.List
	files    map[*diag.File]*source.Document
	refs     map[place]parse.Followed // by the place of the text
	roots    map[place]*root          // what becomes a component
	wanted   []*root                  // those that a reference needs, in that order
	inside   []place                  // path items that are being copied
	literal  bool                     // what is copied is an example, a default or a constant
}

// copy returns a copy of a value at a place, with references that are right in the bundle.
func (b *bundler) copy(n *source.Node, at place) *source.Node {
	out := &source.Node{Kind: n.Kind, Text: n.Text, Line: b.line(n.Line, at.file), Column: n.Column}
	switch n.Kind {
	case source.String:
		if f, ok := b.refs[at]; ok {
			out.Text = b.text(n, f, at)
		}
	case source.Array:
		items := make([]*source.Node, len(n.Items))
		for i, item := range n.Items {
			items[i] = b.copy(item, at.child(itoa(i)))
		}
		return out.WithItems(items)
	case source.Object:
		if f, ok := b.refs[at.child("$ref")]; ok && (f.Kind == pathItem || f.Kind == operation) && f.To.File != b.entry.File {
			return b.inline(n, f, at)
		}
		return out.With(b.members(n, at))
	}
	return out
}

func (b *bundler) members(n *source.Node, at place) []source.Member {
	members := make([]source.Member, 0, len(n.Members))
	for _, m := range n.Members {
		if m.Name == "$id" && m.Value.Kind == source.String && at.file != b.entry.File && !b.literal {
			continue // references inside would be relative to it
		}
		inner := at.child(m.Name)
		value := b.owned(m.Value, inner)
		if value == nil {
			was := b.literal
			b.literal = was || isLiteral(m.Name)
			value = b.copy(m.Value, inner)
			b.literal = was
		}
		members = append(members, source.Member{Name: m.Name, Line: b.line(m.Line, at.file), Column: m.Column, Value: value})
	}
	return members
}

// isLiteral reports whether a member holds a value of the API.
func isLiteral(name string) bool {
	switch name {
	case "enum", "const", "default", "example", "examples", "value", "dataValue":
		return true
	}
	return strings.HasPrefix(name, "x-")
}

// owned returns the value of a component that is nothing but a reference to what has its name in the bundle, nil if it is none.
func (b *bundler) owned(n *source.Node, at place) *source.Node {
	if at.file != b.entry.File || len(n.Members) != 1 {
		return nil
	}
	f, ok := b.refs[at.child("$ref")]
	if !ok {
		return nil
	}
	to, _ := b.end(placeOf(f.To), f)
	r := b.roots[to]
	if r == nil || r.component != at.pointer {
		return nil
	}
	return b.content(r)
}

// inline returns a path item that stands in another file: version 3.0 has no components for them.
func (b *bundler) inline(n *source.Node, f parse.Followed, at place) *source.Node {
	to := placeOf(f.To)
	target := b.find(to)
	for _, outer := range b.inside {
		if outer == to {
			target = nil
		}
	}
	if target == nil {
		b.findings.Error(f.From, diag.RuleRef, "the %s holds itself, which one document cannot say", f.Kind)
		return n
	}
	b.inside = append(b.inside, to)
	out := b.copy(target, to)
	b.inside = b.inside[:len(b.inside)-1]
	beside := n.With(slices.DeleteFunc(slices.Clone(n.Members), func(m source.Member) bool { return m.Name == "$ref" }))
	for _, m := range b.members(beside, at) {
		if out.Get(m.Name) == nil {
			out = out.With(append(out.Members, m))
		}
	}
	return out
}

// text returns the reference for a text that is one: to a component, or what it was.
func (b *bundler) text(n *source.Node, f parse.Followed, at place) string {
	to := placeOf(f.To)
	if to.file == b.entry.File {
		if at.file == b.entry.File {
			return n.Text
		}
		return fragment(to.pointer)
	}
	if to, f = b.end(to, f); to.file == b.entry.File {
		return fragment(to.pointer)
	}
	r, rest := b.around(to)
	if r == nil {
		r = b.root(to, f.To, sectionOf(f.Kind))
	}
	if r == nil {
		b.findings.Error(f.From, diag.RuleRef, "the reference to %s cannot be joined: the document has no components for it", f.Kind)
		return n.Text
	}
	if !r.wanted && r.value == nil {
		r.wanted = true
		if !r.placed {
			b.wanted = append(b.wanted, r)
		}
	}
	return fragment(r.component + rest)
}

// end follows references that lead to nothing but another reference, as long as they are in other files.
func (b *bundler) end(to place, f parse.Followed) (place, parse.Followed) {
	const longest = 100
	for range longest {
		n := b.find(to)
		next, ok := b.refs[to.child("$ref")]
		if !ok || n == nil || len(n.Members) != 1 || to.file == b.entry.File {
			break
		}
		to, f = placeOf(next.To), next
	}
	return to, f
}

// content returns the value of a component.
func (b *bundler) content(r *root) *source.Node {
	n := b.find(r.place)
	if n == nil {
		return &source.Node{Kind: source.Object}
	}
	return b.copy(n, r.place)
}

// find returns the value at a place.
func (b *bundler) find(at place) *source.Node {
	d := b.files[at.file]
	if d == nil {
		return nil
	}
	n, _, _ := d.Find(at.pointer)
	return n
}

// line returns the number of a line of a file among those of the document.
func (b *bundler) line(line uint32, file *diag.File) uint32 {
	if file == b.entry.File {
		return line
	}
	return line + b.entry.File.Join(file)
}

// fragment returns a reference to a pointer of the document.
func fragment(pointer string) string { return "#" + strings.ReplaceAll(pointer, "%", "%25") }
