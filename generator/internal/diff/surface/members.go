package surface

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// members compares the fields of two structs. What is gone has the old name of its owner, all else the new one.
func (c *comparer) members(o, n *object) {
	taken := map[*member]bool{}
	for _, f := range o.members {
		g := n.member(f.name)
		if g == nil {
			g = c.otherField(o, n, f)
		}
		if taken[g] = true; g == nil {
			c.memberGone(o, f)
		} else {
			c.memberChanged(o, n, f, g)
		}
	}
	for _, g := range n.members {
		if !taken[g] {
			c.memberAdded(n, g)
		}
	}
	if c.old.comparable(o) && !c.new.comparable(n) {
		d := Difference{Rare: true, Old: o.from, New: n.from}
		d.Name = change.Name{Kind: change.Changed, Name: n.name, Old: "comparable", New: "not comparable", Note: "== on it stops compiling"}
		c.add(found{Difference: d})
	}
}

// otherField returns the field that a member of the document has under another name, nil if there is none.
func (c *comparer) otherField(o, n *object, f *member) *member {
	if g := n.memberByKey(f.key); g != nil && o.member(g.name) == nil {
		return g
	}
	return nil
}

func (c *comparer) memberGone(o *object, f *member) {
	d := Difference{Breaks: true, Old: f.from}
	d.Name = change.Name{Kind: change.Gone, Name: o.name + "." + f.name, Note: "it was " + article(f.typ.String())}
	c.add(found{Difference: d, lets: f.typ.locals()})
}

// memberAdded notes a new field: of parameters, its type alone says what it is.
func (c *comparer) memberAdded(n *object, g *member) {
	what := article(g.typ.String())
	if _, params := n.decl.(*gomodel.Params); params {
		what = g.typ.String()
	}
	d := Difference{Name: change.Name{Kind: change.Added, Name: n.name + "." + g.name, New: what}, New: g.from}
	c.add(found{Difference: d, brings: g.typ.locals()})
}

// memberChanged compares two fields for the same member. One whose type has a new name is a difference if its owner kept its own.
func (c *comparer) memberChanged(o, n *object, f, g *member) {
	same, renamed := c.same(f.typ, g.typ)
	old, new := f.typ.String(), g.typ.String()
	d := Difference{Breaks: true, Old: f.from, New: g.from}
	d.Name = change.Name{Kind: change.Changed, Name: n.name + "." + g.name, Old: old, New: new}
	switch {
	case f.name != g.name:
		d.Name = change.Name{Kind: change.Renamed, Name: o.name + "." + f.name, New: g.name}
		if !same && !renamed {
			d.Note = "it was " + article(old) + " and is " + article(new)
		}
		c.add(found{Difference: d, lets: f.typ.locals(), brings: g.typ.locals()})
	case same:
	case !renamed:
		c.add(found{Difference: d, lets: f.typ.locals(), brings: g.typ.locals()})
	case o.name == n.name:
		c.add(found{Difference: d, byRename: f.typ.locals()})
	}
}

// comparable reports whether structs of a type can be compared with ==.
func (f *face) comparable(o *object) bool { return f.compares(o, map[string]bool{}) }

func (f *face) compares(o *object, above map[string]bool) bool {
	if above[o.name] {
		return true
	}
	above[o.name] = true
	switch o.kind {
	case structKind:
		for _, m := range o.members {
			if !f.typeCompares(m.in, above) {
				return false
			}
		}
		return true
	case definedKind:
		under := o.typ[0].text
		return under != "[]" && under != "map[string]"
	case aliasKind:
		return f.typeCompares(o.decl.(*gomodel.Alias).Target, above)
	}
	return true
}

func (f *face) typeCompares(t gomodel.TypeExpr, above map[string]bool) bool {
	switch t := t.(type) {
	case gomodel.Slice, gomodel.Map:
		return false
	case gomodel.Named:
		switch {
		case t.Ident == gomodel.Ident{Path: "encoding/json", Name: "RawMessage"}:
			return false
		case t.Ident.Path != f.path:
			return true
		case t.Ident.Name == "FormFile":
			return false // it has a header
		case t.Ident.Name == "Nullable":
			return f.typeCompares(t.Args[0], above)
		}
		if o := f.byName[t.Ident.Name]; o != nil {
			return f.compares(o, above)
		}
	}
	return true
}
