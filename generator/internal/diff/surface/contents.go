package surface

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// contents compares what two objects with the same meaning are made of.
func (c *comparer) contents(o, n *object) {
	if target := c.new.behind(n); target != nil && o.kind == target.kind {
		seen := *target // by the name of the alias
		seen.name, seen.from = n.name, n.from
		n = &seen
	}
	switch {
	case o.isType() != n.isType() || !o.isType() && o.kind != n.kind:
		c.changed(o, n, sort(o), sort(n), true)
		return
	case o.kind != n.kind:
		c.changed(o, n, describe(o), describe(n), true)
		return
	case o.kind == constKind:
		c.constant(o, n)
		return
	case o.kind == structKind:
		c.members(o, n)
	case o.kind == interfaceKind:
		c.variants(o, n)
	case o.kind == methodKind:
		c.method(o, n)
	default:
		c.whole(o, n)
	}
	c.methods(o, n)
}

// changed notes that an object as a whole is something else.
func (c *comparer) changed(o, n *object, old, new string, breaks bool) {
	d := Difference{Name: change.Name{Kind: change.Changed, Name: n.key(), Old: old, New: new}, Breaks: breaks, Old: o.from, New: n.from}
	c.add(found{Difference: d, lets: o.typ.locals(), brings: n.typ.locals()})
}

// same reports whether two types are the same for the compiler, and if not, whether only by renames.
func (c *comparer) same(o, n spelling) (same, renamed bool) {
	return o.exact(c.m.aliased) == n.exact(nil), o.exact(c.m.both) == n.exact(nil)
}

// whole compares defined types, aliases and functions.
func (c *comparer) whole(o, n *object) {
	if same, renamed := c.same(o.typ, n.typ); same || renamed {
		return
	}
	wider := o.kind == definedKind && o.typ.String() == "int32" && n.typ.String() == "int64"
	c.changed(o, n, o.typ.String(), n.typ.String(), !wider)
}

// constant compares two constants. One with another value compiles in nearly all code.
func (c *comparer) constant(o, n *object) {
	if same, renamed := c.same(o.typ, n.typ); !same && !renamed {
		c.changed(o, n, "a constant of "+o.typ.String(), "a constant of "+n.typ.String(), true)
	} else if o.value != n.value {
		d := Difference{Name: change.Name{Kind: change.Changed, Name: n.name, Old: o.value, New: n.value}, Rare: true, Old: o.from, New: n.from}
		c.add(found{Difference: d})
	}
}

// method compares two methods of Client. If only what it returns differs, only that is shown.
func (c *comparer) method(o, n *object) {
	if same, renamed := c.same(o.typ, n.typ); !same && !renamed {
		old, new := o.typ.String(), n.typ.String()
		was, is := paramsOf(o), paramsOf(n)
		if was == is || c.m.renamed[was] == is {
			old, new = returns(c.old.given(o)), returns(c.new.given(n))
		}
		c.changed(o, n, old, new, true)
	}
	a, wasOperation := o.decl.(*gomodel.Operation)
	if b, ok := n.decl.(*gomodel.Operation); ok && wasOperation {
		c.errors(n, a, b)
	}
}

// paramsOf returns the name of the parameters of a method.
func paramsOf(o *object) string {
	switch d := o.decl.(type) {
	case *gomodel.Operation:
		return d.Params.Name
	case *gomodel.Pages:
		return d.Params.Name
	}
	return ""
}

// given spells what a method returns.
func (f *face) given(o *object) []spelling {
	switch d := o.decl.(type) {
	case *gomodel.Operation:
		return f.results(d.Result)
	case *gomodel.Pages:
		if o.name == d.CalledAll() {
			return []spelling{f.sequence(d.Item)}
		}
		return []spelling{f.sequence(d.Page)}
	}
	return nil
}

// returns shows the results of a method.
func returns(results []spelling) string {
	if len(results) == 1 {
		return results[0].String()
	}
	return "(" + list(results).String() + ")"
}

// errors compares the types of APIError.Body. Code that looks for another one compiles and finds nothing.
func (c *comparer) errors(n *object, a, b *gomodel.Operation) {
	body := func(status string) string { return n.key() + ", APIError.Body of " + status }
	find := func(list []gomodel.ErrorBody, status string) gomodel.TypeExpr {
		for _, e := range list {
			if e.Status == status {
				return e.Type
			}
		}
		return nil
	}
	for _, e := range a.Errors {
		old, d := c.old.typ(e.Type), Difference{Old: a.From, New: b.From}
		t := find(b.Errors, e.Status)
		switch now := c.new.typ(t); {
		case t == nil:
			d.Name = change.Name{Kind: change.Gone, Name: body(e.Status), Note: "it was " + article(old.String())}
		case old.exact(c.m.both) != now.exact(nil):
			d.Name = change.Name{Kind: change.Changed, Name: body(e.Status), Old: old.String(), New: now.String()}
		default:
			continue
		}
		c.add(found{Difference: d, lets: old.locals(), brings: c.new.typ(t).locals()})
	}
	for _, e := range b.Errors {
		if find(a.Errors, e.Status) == nil {
			now := c.new.typ(e.Type)
			d := Difference{Name: change.Name{Kind: change.Added, Name: body(e.Status), New: article(now.String())}, Old: a.From, New: b.From}
			c.add(found{Difference: d, brings: now.locals()})
		}
	}
}

// methods compares the methods of two types. A method on the value is one on the pointer too, but not the other way round.
func (c *comparer) methods(o, n *object) {
	if underlying(o) != underlying(n) {
		return // that the type has changed has been said
	}
	for _, m := range o.methods {
		if !has(n.methods, m) {
			d := Difference{Breaks: true, Old: o.from, New: n.from}
			d.Name = change.Name{Kind: change.Gone, Name: o.name + "." + m.name, Note: "a method"}
			c.add(found{Difference: d})
		}
	}
	for _, m := range n.methods {
		if !has(o.methods, m) && !has(o.methods, method{m.name, true}) {
			d := Difference{Old: o.from, New: n.from}
			d.Name = change.Name{Kind: change.Added, Name: n.name + "." + m.name, New: "a method"}
			c.add(found{Difference: d})
		}
	}
}

// underlying tells the kinds of Go types apart that have methods of their own.
func underlying(o *object) string {
	if o.kind == definedKind {
		return o.typ[0].text
	}
	return ""
}

func has(list []method, m method) bool {
	for _, other := range list {
		if other.name == m.name && (!other.pointer || m.pointer) {
			return true
		}
	}
	return false
}

// variants compares what two unions take. A type that is gone needs no word here.
func (c *comparer) variants(o, n *object) {
	say := func(v variant, old, new string, breaks bool, from, to diag.Pos) {
		d := Difference{Name: change.Name{Kind: change.Changed, Name: v.name, Old: old, New: new}, Breaks: breaks, Old: from, New: to}
		c.add(found{Difference: d})
	}
	for _, v := range o.fits {
		now := c.new.byName[v.name]
		if to, ok := c.m.renamed[v.name]; ok {
			now = c.new.byName[to]
		}
		if now != nil && !fits(n, v.typ.exact(c.m.both)) {
			say(v, article(o.name), "no "+n.name, true, v.from, n.from)
		}
	}
	for _, v := range n.fits {
		name := v.name
		if from, ok := c.m.back[name]; ok {
			name = from
		}
		if was := c.old.byName[name]; was != nil && !c.fitted(o, v) {
			say(v, "no "+o.name, article(n.name), false, o.from, v.from)
		}
	}
}

func fits(o *object, exact string) bool {
	for _, v := range o.fits {
		if v.typ.exact(nil) == exact {
			return true
		}
	}
	return false
}

// fitted reports whether an old union took what is a variant now.
func (c *comparer) fitted(o *object, v variant) bool {
	for _, w := range o.fits {
		if w.typ.exact(c.m.both) == v.typ.exact(nil) {
			return true
		}
	}
	return false
}
