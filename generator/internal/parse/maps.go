package parse

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// spread replaces a reference in place of a map, which no version allows, by a reference for each entry of the map that it leads to.
// Entries beside it come first: they are nearer. It changes the tree, so that pointers through the map find its entries.
func (p *parser) spread(at tree.Place) {
	i := memberRef(at.Node)
	if i < 0 {
		return
	}
	m := at.Node.Members[i]
	text := at.Child(m.Name, m.Value)
	entries, ok := p.referredEntries(text)
	if ok && !p.refs.made[m.Value] {
		p.Warn(text.Pos(), diag.RuleRef, "%s is a map and cannot be a reference; it is read as if its entries were", tree.Label(at.Path)).Hint =
			"write a reference for each entry"
	}
	out := &source.Node{Members: append(at.Node.Members[:i:i], at.Node.Members[i+1:]...)}
	for _, e := range entries {
		if out.Get(e.Name) == nil {
			ref, text := tree.NewObject(m.Value), tree.NewText(m.Value, pointerTo(m.Value.Text, e.Name))
			p.refs.made[text] = true
			tree.Add(ref, "$ref", m.Value, text)
			tree.Add(out, e.Name, m.Value, ref)
		}
	}
	*at.Node = source.Node{Kind: source.Object, Members: out.Members, Line: at.Node.Line, Column: at.Node.Column}
}

// memberRef returns the index of the $ref of a map, -1 if it has none: an entry of that name is no string.
func memberRef(n *source.Node) int {
	for i := range n.Members {
		if m := &n.Members[i]; m.Name == "$ref" && m.Value.Kind == source.String {
			return i
		}
	}
	return -1
}

// referredEntries returns the entries of the map that a reference leads to, which may be a reference too.
func (p *parser) referredEntries(text tree.Place) (entries []source.Member, ok bool) {
	const longest = 30
	first := text
	for range longest {
		found := p.files.Locate(text.Resource, text.Node.Text, text.Pos())
		if found.Failed() {
			p.badLocation(text, found)
			return nil, false
		}
		if found.Node.Kind != source.Object {
			p.badReference(text, diag.RuleRefKind, "%q leads to %s, not to a map", text.Node.Text, p.Describe(found.Place))
			return nil, false
		}
		i := memberRef(found.Node)
		if i < 0 {
			return found.Node.Members, true
		}
		text = found.Child("$ref", found.Node.Members[i].Value)
	}
	p.badReference(first, diag.RuleRef, "the reference %q leads in a circle", first.Node.Text)
	return nil, false
}

var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1", "%", "%25")

// pointerTo returns a reference to a member of what a reference leads to.
func pointerTo(ref, name string) string {
	if !strings.Contains(ref, "#") {
		ref += "#"
	}
	return strings.TrimSuffix(ref, "/") + "/" + pointerEscaper.Replace(name)
}
