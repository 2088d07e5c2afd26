package surface

import (
	"maps"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// A matching says which names of the old package are which of the new one under another name. What keeps its name is in no map: for
// the compiler the name alone counts.
type matching struct {
	old, new   *face
	renamed    map[string]string // types
	aliased    map[string]string // types whose names are aliases now, with what they stand for
	both       map[string]string
	back       map[string]string
	operations map[string]string // renamed methods
	backMethod map[string]string
	seen       map[[2]string]bool
	queue      [][2]*object
}

// match finds the renames. Candidates are types at the same places: of the pairs, of equal pointers, of equal operations, and of members
// with the same name in types that match.
func match(old, new *face, pairs []Pair) *matching {
	m := &matching{
		old: old, new: new, renamed: map[string]string{}, back: map[string]string{},
		aliased: map[string]string{}, operations: map[string]string{}, backMethod: map[string]string{}, seen: map[[2]string]bool{},
	}
	m.aliases()
	m.given(pairs)
	m.methods()
	m.samePlaces()
	for _, o := range old.list {
		if n := new.byName[o.key()]; n != nil && o.isType() && n.isType() {
			m.queue = append(m.queue, [2]*object{o, n})
		}
	}
	for len(m.queue) > 0 {
		next := m.queue[0]
		m.queue = m.queue[1:]
		m.walk(next[0], next[1])
	}
	m.both = maps.Clone(m.renamed)
	maps.Copy(m.both, m.aliased)
	return m
}

// aliases notes the types of which only the name is left, for another type.
func (m *matching) aliases() {
	for _, n := range m.new.list {
		if o := m.old.byName[n.name]; n.kind == aliasKind && o != nil && o.isType() && o.kind != aliasKind {
			m.aliased[n.name] = n.typ.exact(nil)
		}
	}
}

// given takes the pairs of the caller, who knows that they belong together: no likeness is asked for.
func (m *matching) given(pairs []Pair) {
	olds, news := byPlace(m.old), byPlace(m.new)
	for _, p := range pairs {
		o, n := olds[p.Old.Key()], news[p.New.Key()]
		if o != nil && n != nil && o.kind == n.kind {
			m.rename(o, n)
		}
	}
}

// samePlaces looks at types with the same pointer.
func (m *matching) samePlaces() {
	olds := byPlace(m.old)
	for _, n := range m.new.list {
		if o := olds[n.from.Key()]; o != nil && n.isType() && n.with == "" && n.from.File != nil {
			m.pair(o.name, n.name)
		}
	}
}

// byPlace returns the types of models by where they come from. An operation has several types at its place, which do not count.
func byPlace(f *face) map[string]*object {
	found := map[string]*object{}
	for _, o := range f.list {
		if _, params := o.decl.(*gomodel.Params); o.isType() && !params && o.with == "" && o.from.File != nil {
			found[o.from.Key()] = o
		}
	}
	return found
}

// pair looks at two types that stand at the same place.
func (m *matching) pair(old, new string) {
	if m.seen[[2]string{old, new}] || old == new {
		return
	}
	m.seen[[2]string{old, new}] = true
	o, n := m.old.byName[old], m.new.byName[new]
	if o != nil && n != nil && o.isType() && n.isType() && m.alike(o, n) {
		m.rename(o, n)
	}
}

// rename notes that o is now called as n, unless one of the names is taken on the other side, or is spoken for.
func (m *matching) rename(o, n *object) {
	if m.new.byName[o.name] != nil || m.old.byName[n.name] != nil || m.renamed[o.name] != "" || m.back[n.name] != "" {
		return
	}
	m.renamed[o.name], m.back[n.name] = n.name, o.name
	m.queue = append(m.queue, [2]*object{o, n})
}

// alike reports whether a type can be another one with a new name: it has half of its members, a value, or a variant in common.
func (m *matching) alike(o, n *object) bool {
	if o.kind != n.kind {
		return false
	}
	switch o.kind {
	case structKind:
		shared := 0
		for _, f := range o.members {
			if n.memberByKey(f.key) != nil {
				shared++
			}
		}
		return 2*shared >= min(len(o.members), len(n.members))
	case interfaceKind:
		return m.sharesVariant(o, n)
	}
	_, oldEnum := o.decl.(*gomodel.Enum)
	_, newEnum := n.decl.(*gomodel.Enum)
	if oldEnum && newEnum {
		return sharesValue(o.decl.(*gomodel.Enum), n.decl.(*gomodel.Enum))
	}
	return oldEnum == newEnum && o.typ.exact(m.renamed) == n.typ.exact(nil)
}

func sharesValue(o, n *gomodel.Enum) bool {
	for _, v := range o.Values {
		for _, w := range n.Values {
			if literal(v.Value) == literal(w.Value) {
				return true
			}
		}
	}
	return false
}

// sharesVariant reports whether two unions have a variant in common, which may be renamed too: then its kind and place must do.
func (m *matching) sharesVariant(o, n *object) bool {
	for i, v := range o.fits {
		for k, w := range n.fits {
			ov, nv := m.old.byName[v.name], m.new.byName[w.name]
			if ov == nil || nv == nil || ov.with == o.name && ov.kind == structKind { // the variant for what fits nothing
				continue
			}
			if v.name == w.name || i == k && ov.kind == nv.kind && ov.kind != interfaceKind && m.alike(ov, nv) {
				return true
			}
		}
	}
	return false
}

// walk looks at what two matching types are made of.
func (m *matching) walk(o, n *object) {
	for _, f := range o.members {
		if g := n.memberByKey(f.key); g != nil {
			m.types(f.typ, g.typ)
		}
	}
	m.types(o.typ, n.typ)
	for i, v := range o.fits {
		if i < len(n.fits) {
			m.pair(v.name, n.fits[i].name)
		}
	}
}

// types looks at the names in two types of one place.
func (m *matching) types(old, new spelling) {
	a, b := old.locals(), new.locals()
	for i := range min(len(a), len(b)) {
		m.pair(a[i], b[i])
	}
}

// methods matches the operations by method and path, and looks at what they send and get.
func (m *matching) methods() {
	news := map[string][]*object{}
	for _, n := range m.new.list {
		if key := operationKey(n); key != "" {
			news[key] = append(news[key], n)
		}
	}
	for _, o := range m.old.list {
		key := operationKey(o)
		n := m.new.byName[o.key()]
		if key == "" {
			continue
		}
		if n == nil || operationKey(n) != key {
			n = m.otherName(o, news[key])
		}
		if n != nil {
			m.operation(o, n)
		}
	}
}

// otherName returns the method that an old one has become, nil if there is none.
func (m *matching) otherName(o *object, candidates []*object) *object {
	if m.new.byName[o.key()] != nil {
		return nil
	}
	for _, n := range candidates {
		if m.old.byName[n.key()] == nil && m.backMethod[n.name] == "" {
			if o.kind == methodKind {
				m.operations[o.name], m.backMethod[n.name] = n.name, o.name
			}
			return n
		}
	}
	return nil
}

// operation looks at the types of two operations.
func (m *matching) operation(o, n *object) {
	a, ok := o.decl.(*gomodel.Operation)
	b, both := n.decl.(*gomodel.Operation)
	if !ok || !both {
		m.types(o.typ, n.typ)
		return
	}
	if p, q := m.old.byName[a.Params.Name], m.new.byName[b.Params.Name]; p != nil && q != nil {
		if p.name != q.name {
			m.rename(p, q)
		}
		m.walk(p, q)
	}
	m.types(o.typ, n.typ)
	for _, e := range a.Errors {
		for _, f := range b.Errors {
			if e.Status == f.Status {
				m.types(m.old.typ(e.Type), m.new.typ(f.Type))
			}
		}
	}
	if h, g := headersOf(m.old, a), headersOf(m.new, b); h != nil && g != nil {
		m.pair(h.name, g.name)
	}
}

// headersOf returns the type of the headers of successes, nil if there is none.
func headersOf(f *face, o *gomodel.Operation) *object {
	if parse := f.byName[o.Headers]; o.Headers != "" && parse != nil {
		return f.byName[parse.with]
	}
	return nil
}

// operationKey is what an operation keeps under another name: its method and path, also of the methods for its pages, or the name of a webhook. It is "" for all else.
func operationKey(o *object) string {
	switch d := o.decl.(type) {
	case *gomodel.Webhook:
		return d.What + " " + d.Method
	case *gomodel.Operation:
		return pathKey(d.Method, d.Path)
	case *gomodel.Pages:
		if o.name == d.CalledAll() {
			return "all " + pathKey(d.Call.Method, d.Call.Path)
		}
		return "pages " + pathKey(d.Call.Method, d.Call.Path)
	}
	return ""
}

// pathKey is the method and the path, whatever its parameters are called.
func pathKey(method string, path []gomodel.PathPart) string {
	var b strings.Builder
	b.WriteString(method + " ")
	for _, p := range path {
		if p.Text == "" {
			b.WriteString("{}")
		}
		b.WriteString(p.Text)
	}
	return b.String()
}
