package surface

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// Compare returns the differences between the exported names of two packages that were planned with the same settings: first those of
// models, then those of the client, in the order of the new package, with what is gone where it stood; last those of support code. Pairs
// say what the caller knows to be the same type under another name; without them, types are found by where they are used.
func Compare(old, new *gomodel.Package, pairs ...Pair) []Difference {
	c := &comparer{old: collect(old), new: collect(new), moved: map[string]string{}}
	c.m = match(c.old, c.new, pairs)
	for _, o := range c.old.list {
		if c.m.renamed[o.name] != "" && o.isType() {
			c.moved[o.from.Key()] = o.name
		}
	}
	for _, u := range c.units() {
		c.unit(u[0], u[1])
	}
	list := c.arrange()
	return append(list, compareSupport(old, new, list)...)
}

// A comparer collects differences.
type comparer struct {
	old, new *face
	m        *matching
	moved    map[string]string // renamed types by where they come from
	found    []found
}

// A found is a difference with what arrange needs to know.
type found struct {
	Difference
	object     *object  // what the difference is about, if it is a whole object
	lets       []string // types that the old one used
	brings     []string // types that the new one uses
	parent     string   // the renamed type that an inline type is inside of
	byRename   []string // the difference is only that these are renamed
	defaultsOf []string // members that a constructor fills in
}

// units returns the old and new objects that belong together, in the order of reports: the old or the new one may be nil.
func (c *comparer) units() (list [][2]*object) {
	olds := map[*object]*object{} // by the old one that stands before
	var before *object
	gone := map[*object][]*object{}
	for _, o := range c.old.list {
		if n := c.counterpart(o); n != nil {
			olds[n], before = o, o
		} else {
			gone[before] = append(gone[before], o)
		}
	}
	flush := func(at *object) {
		for _, o := range gone[at] {
			list = append(list, [2]*object{o, nil})
		}
	}
	flush(nil)
	for _, n := range c.new.list {
		list = append(list, [2]*object{olds[n], n})
		if o := olds[n]; o != nil {
			flush(o)
		}
	}
	return list
}

// counterpart returns the new object that an old one is now, nil if it is gone.
func (c *comparer) counterpart(o *object) *object {
	if n := c.new.byName[o.key()]; n != nil {
		return n
	}
	switch {
	case o.kind == methodKind:
		return c.new.byName["Client."+c.m.operations[o.name]]
	case o.isType():
		if n := c.new.byName[c.m.renamed[o.name]]; n != nil {
			return n
		}
	}
	return c.companion(o)
}

// companion returns what a name that goes with a renamed type is called now, nil if it is gone: a constant is known by its value, a
// function and the rest by the type in their names.
func (c *comparer) companion(o *object) *object {
	owner := c.m.renamed[o.with]
	if owner == "" {
		return nil
	}
	for _, n := range c.new.list {
		if n.with != owner || n.kind != o.kind || c.old.byName[n.key()] != nil {
			continue
		}
		if o.kind == constKind && n.value == o.value || n.name == followed(o.name, o.with, owner) {
			return n
		}
	}
	return nil
}

// followed returns what a name that is made of the name of its owner becomes when that is renamed. Structs around responses are made of
// the name of the operation, as their interface is, so that only the part counts that differs.
func followed(name, owner, renamed string) string {
	if strings.Contains(name, owner) {
		return strings.Replace(name, owner, renamed, 1)
	}
	same := 0
	for same < min(len(owner), len(renamed)) && owner[len(owner)-1-same] == renamed[len(renamed)-1-same] {
		same++
	}
	return strings.Replace(name, owner[:len(owner)-same], renamed[:len(renamed)-same], 1)
}

// unit compares two objects.
func (c *comparer) unit(o, n *object) {
	switch {
	case n == nil:
		c.gone(o)
	case o == nil:
		c.added(n)
	case o.key() != n.key() && o.with != "" && c.m.renamed[o.with] == n.with:
		return // it is named in the note of the type that it goes with
	case o.key() != n.key():
		c.renamed(o, n)
		c.contents(o, n)
	default:
		c.contents(o, n)
	}
}

func (c *comparer) add(f found) { c.found = append(c.found, f) }

func (c *comparer) gone(o *object) {
	d := Difference{Name: change.Name{Kind: change.Gone, Name: o.key(), Note: describe(o)}, Breaks: true, Old: o.from}
	c.add(found{Difference: d, object: o, lets: c.uses(c.old, o)})
}

func (c *comparer) added(n *object) {
	d := Difference{Name: change.Name{Kind: change.Added, Name: n.key(), New: describe(n)}, New: n.from}
	f := found{Difference: d, object: n, brings: c.uses(c.new, n)}
	if made, ok := n.decl.(*gomodel.NewFunc); ok && n.kind == funcKind {
		f.Name.New = "fills in the defaults"
		if len(made.Sets) == 1 {
			f.Name.New = "fills in the default"
		}
		for _, s := range made.Sets {
			f.defaultsOf = append(f.defaultsOf, s.Field)
		}
	}
	c.add(f)
}

func (c *comparer) renamed(o, n *object) {
	d := Difference{Name: change.Name{Kind: change.Renamed, Name: o.key(), New: n.name}, Breaks: true, Old: o.from, New: n.from}
	if d.With = sorted(c.companions(o)); len(d.With) > 0 {
		d.Note = "with " + names(d.With, ", ")
	}
	c.add(found{Difference: d, object: o, parent: c.enclosing(o)})
}

// companions returns the names that are renamed with a type, but for constants.
func (c *comparer) companions(o *object) (list []string) {
	for _, other := range c.old.list {
		if other.with == o.name && other.kind != constKind && c.companion(other) != nil {
			list = append(list, other.name)
		}
	}
	return list
}

// enclosing returns the outermost renamed type that the schema of o stands in, "" for none.
func (c *comparer) enclosing(o *object) (name string) {
	at := o.from
	for at.Path != nil {
		at.Path = at.Path.Parent
		if outer := c.moved[at.Key()]; outer != "" {
			name = outer
		}
	}
	return name
}

// below reports whether a position is inside of what stands at another one.
func below(inner, outer diag.Pos) bool {
	if inner.File == nil || outer.File == nil || inner.Relative() != outer.Relative() {
		return false
	}
	return strings.HasPrefix(inner.Path.Pointer(), outer.Path.Pointer()+"/")
}

// uses returns the types of the package that an object is made of.
func (c *comparer) uses(f *face, o *object) (list []string) {
	for _, m := range o.members {
		list = append(list, m.typ.locals()...)
	}
	list = append(list, o.typ.locals()...)
	for _, v := range o.fits {
		list = append(list, v.name)
	}
	if d, ok := o.decl.(*gomodel.Operation); ok {
		for _, e := range d.Errors {
			list = append(list, f.typ(e.Type).locals()...)
		}
		if h := headersOf(f, d); h != nil {
			list = append(list, h.name)
		}
	}
	return list
}
