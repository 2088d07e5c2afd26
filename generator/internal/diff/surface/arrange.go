package surface

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// arrange puts what was found into the order of reports: a type that is gone before the member that let it go, one that is new behind the
// member that brought it, each with the names that go with it.
func (c *comparer) arrange() []Difference {
	a := arranger{comparer: c, objects: map[*object]int{}, state: make([]state, len(c.found))}
	for i := range c.found {
		if c.found[i].object != nil {
			a.objects[c.found[i].object] = i
		}
		if _, is := c.found[i].object.newFunc(); is {
			a.moved = true
		}
	}
	a.companions()
	a.claim()
	for i := range c.found {
		if a.state[i] == root {
			a.put(i)
		}
	}
	return a.list
}

// A state is how a found difference gets into the list.
type state uint8

const (
	root   state = iota
	inside       // in the note of another one
	hung         // before or behind another one
)

type arranger struct {
	*comparer
	objects map[*object]int
	state   []state
	with    map[int][]string // names that go with a difference
	host    map[int]int      // of a difference that is inside, the one with the note
	before  map[int][]int
	behind  map[int][]int
	list    []Difference
	moved   bool // a constructor is gone or new
}

// companions hides what goes with a type or a union that is gone or new as a whole. The constants of an enum are not even named.
func (a *arranger) companions() {
	a.with, a.before, a.behind = map[int][]string{}, map[int][]int{}, map[int][]int{}
	a.host = map[int]int{}
	for i, f := range a.found {
		if f.object == nil || f.object.with == "" {
			continue
		}
		side := a.old
		if f.Kind == change.Added {
			side = a.new
		}
		owner, ok := a.objects[side.byName[f.object.with]]
		if !ok || a.found[owner].Kind != f.Kind {
			continue
		}
		a.state[i] = inside
		if f.object.kind != constKind {
			a.with[owner] = append(a.with[owner], f.object.name)
		}
	}
}

// claim hangs the types that are gone or new on what let them go or brought them: first on operations, which name them, then on members
// and all else.
func (a *arranger) claim() {
	for i, f := range a.found {
		if f.object != nil && f.object.kind == methodKind && f.Kind != change.Renamed {
			a.reach(i, i, true)
		}
	}
	for i, f := range a.found {
		if f.object == nil {
			a.reach(i, i, false)
		}
	}
	for i, f := range a.found {
		if f.object != nil && f.object.kind != methodKind && a.state[i] == root {
			a.reach(i, i, false)
		}
	}
}

// reach follows the types of a difference that are gone or new themselves. By operations: all hang in its note.
func (a *arranger) reach(from, top int, operation bool) {
	f := &a.found[from]
	for _, side := range []struct {
		face  *face
		names []string
		kind  change.NameKind
	}{{a.old, f.lets, change.Gone}, {a.new, f.brings, change.Added}} {
		names := side.names
		if a.moved {
			names = append(slices.Clip(names), a.constructors(side.face, f.object, names)...)
		}
		for _, name := range names {
			if i, ok := a.objects[side.face.byName[name]]; ok && a.found[i].Kind == side.kind && i != top {
				a.hang(i, from, top, operation)
			}
		}
	}
}

// hang puts difference i to what reaches it: into its note if an operation does or if its schema stands inside, else beside it.
func (a *arranger) hang(i, from, top int, operation bool) {
	f := &a.found[i]
	f.Through = addPlace(f.Through, Place{a.found[top].Old, a.found[top].New})
	if a.state[i] != root {
		return
	}
	within := a.found[from].object != nil && a.found[from].Kind == f.Kind && below(place(f.Difference), place(a.found[from].Difference))
	switch {
	case operation:
		a.nest(i, top)
	case within:
		host := from
		if outer, ok := a.host[from]; ok {
			host = outer
		}
		a.nest(i, host)
	case f.Kind == change.Gone:
		a.state[i] = hung
		a.before[top] = append(a.before[top], i)
	default:
		a.state[i] = hung
		a.behind[top] = append(a.behind[top], i)
	}
	a.reach(i, top, operation)
}

// nest puts a difference, with what goes with it, into the note of another one.
func (a *arranger) nest(i, host int) {
	a.state[i], a.host[i] = inside, host
	a.with[host] = append(append(a.with[host], a.found[i].object.name), a.with[i]...)
}

func addPlace(list []Place, p Place) []Place {
	for _, other := range list {
		if other.Old.Address() == p.Old.Address() && other.New.Address() == p.New.Address() {
			return list
		}
	}
	return append(list, p)
}

// place returns where something that is gone or new stands.
func place(d Difference) diag.Pos {
	if d.Kind == change.Added {
		return d.New
	}
	return d.Old
}

// put writes a difference with all that hangs on it.
func (a *arranger) put(i int) {
	f := &a.found[i]
	for _, k := range a.before[i] {
		a.put(k)
	}
	d := f.Difference
	if with := a.with[i]; len(with) > 0 {
		d.With = sorted(with)
		if d.Kind == change.Added {
			d.Name.New = "with " + names(d.With, " and ")
		} else {
			d.Name.Note = "with " + names(d.With, ", ")
		}
	}
	d.Through = slices.Concat(d.Through, a.throughOf(f))
	a.list = append(a.list, d)
	for _, k := range a.behind[i] {
		a.put(k)
	}
}

// throughOf returns the places of a rename that changes a member, or of the members that a constructor fills in.
func (a *arranger) throughOf(f *found) (list []Place) {
	around := f.byRename
	if f.parent != "" {
		around = append(around, f.parent)
	}
	for _, name := range around {
		o, n := a.old.byName[name], a.new.byName[a.m.renamed[name]]
		if o != nil && n != nil {
			list = addPlace(list, Place{o.from, n.from})
		}
	}
	made, ok := f.object.newFunc()
	if !ok || f.Kind != change.Added {
		return list
	}
	n := a.new.byName[made.Type.Name]
	for _, name := range f.defaultsOf {
		if g := n.member(name); g != nil {
			list = addPlace(list, Place{a.oldPlace(n, g), g.from})
		}
	}
	return list
}

// oldPlace returns where a member stood before, the zero Pos if it was not there.
func (a *arranger) oldPlace(n *object, g *member) diag.Pos {
	name := n.name
	if from, ok := a.m.back[name]; ok {
		name = from
	}
	if o := a.old.byName[name]; o != nil {
		if f := o.memberByKey(g.key); f != nil {
			return f.from
		}
	}
	return diag.Pos{}
}

// newFunc returns the constructor that an object is.
func (o *object) newFunc() (*gomodel.NewFunc, bool) {
	if o == nil {
		return nil, false
	}
	d, ok := o.decl.(*gomodel.NewFunc)
	return d, ok
}
