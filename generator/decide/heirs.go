package decide

import "slices"

// Heirs are the hierarchies of a document: bases with a discriminator, and what extends them by allOf or their mapping names.
type Heirs struct {
	of   map[any][]Schema // the heirs of each base, of all levels, in the order of the document
	root map[any]Schema   // of a base: the schema that has the discriminator
	in   map[any]bool     // all that is in a hierarchy
}

// NewHeirs finds the hierarchies among components.
func NewHeirs(components []Schema) *Heirs {
	h := &Heirs{of: map[any][]Schema{}, root: map[any]Schema{}, in: map[any]bool{}}
	roots := map[any]Schema{}
	for _, c := range components {
		if d := c.Discriminator(); d != nil && d.Property != "" && len(c.Alternatives()) == 0 {
			roots[c.Key()] = c
		}
	}
	for _, c := range components {
		above := basesOf(c)
		for _, base := range above {
			if root := h.rootOf(base, roots); root != nil && base.Key() != c.Key() {
				h.add(base, root, c)
			}
		}
	}
	for _, c := range components { // a mapping may name one that does not say so itself
		if roots[c.Key()] == nil {
			continue
		}
		for _, entry := range c.Discriminator().Mapping {
			if entry.Schema != nil && follow(entry.Schema).Key() != c.Key() {
				h.add(c, c, follow(entry.Schema))
			}
		}
	}
	return h
}

func (h *Heirs) add(base, root, heir Schema) {
	for _, known := range h.of[base.Key()] {
		if known.Key() == heir.Key() {
			return
		}
	}
	h.of[base.Key()] = append(h.of[base.Key()], heir)
	h.root[base.Key()] = root
	h.in[base.Key()], h.in[heir.Key()] = true, true
}

// basesOf returns what a schema extends, directly and through others.
func basesOf(s Schema) (list []Schema) {
	for _, part := range s.Parts() {
		each(part, func(p Schema) {
			if p.Target() == nil {
				list = append(list, p)
			}
		})
	}
	return list
}

// rootOf returns the schema with the discriminator that a base has or inherits.
func (h *Heirs) rootOf(base Schema, roots map[any]Schema) (root Schema) {
	each(base, func(p Schema) {
		if root == nil {
			root = roots[p.Key()]
		}
	})
	return root
}

// Has reports whether a schema is in a hierarchy.
func (h *Heirs) Has(s Schema) bool { return h.in[s.Key()] }

// OfBase returns what decides where a base is the type of a value, nil if it has no heirs.
func (h *Heirs) OfBase(base Schema) *Table {
	heirs, root := h.of[base.Key()], h.root[base.Key()]
	if len(heirs) == 0 {
		return nil
	}
	d := root.Discriminator()
	b := newBuilder(d.Property)
	b.table.IsBase = true
	var all []variant // in this hierarchy, those of this place first
	seen := map[any]bool{}
	for _, s := range slices.Concat([]Schema{base}, heirs, h.of[root.Key()]) {
		if !seen[s.Key()] {
			seen[s.Key()] = true
			all = append(all, variant{s, s})
		}
	}
	b.mapped(d, all)
	b.own(all, root)
	b.names(all)
	b.table.Default = d.Default
	b.keep(base, heirs)
	return &b.table
}

// own makes the values that an heir lists for itself lead to it. Those of the bases are for all below them.
func (b *builder) own(variants []variant, root Schema) {
	count := map[string]int{}
	values := make([][]any, len(variants))
	for i, v := range variants {
		if v.schema.Key() == root.Key() {
			continue
		}
		values[i] = ownValues(v.schema, b.table.Property)
		for _, tag := range values[i] {
			count[tagKey(tag)]++
		}
	}
	for i, v := range variants {
		for _, tag := range values[i] {
			if count[tagKey(tag)] == 1 {
				b.add(tag, v.judge)
			}
		}
	}
}

// ownValues returns the values that a schema lists for a member in itself, not in what it refers to.
func ownValues(s Schema, name string) (values []any) {
	if member := s.Property(name); member != nil {
		values, _ = follow(member).Values()
	}
	for _, part := range s.Parts() {
		if part.Target() == nil && values == nil {
			values = ownValues(part, name)
		}
	}
	return values
}

// keep makes the tags of the base lead to what is written, and forbids those of schemas that are no heirs of this place.
func (b *builder) keep(base Schema, heirs []Schema) {
	here := map[any]bool{}
	for _, heir := range heirs {
		here[heir.Key()] = true
	}
	cases := b.table.Cases
	b.table.Cases = nil
	for _, c := range cases {
		switch key := follow(c.Schema).Key(); {
		case key == base.Key():
			b.table.Written = append(b.table.Written, c.Tags...)
			continue
		case !here[key]:
			c.Schema = nil
		}
		b.table.Cases = append(b.table.Cases, c)
	}
}

// Closes reports whether a schema of a hierarchy, or what it extends, forbids other members: that closes the whole heir. closed says it of
// one part.
func (h *Heirs) Closes(s Schema, closed func(Schema) bool) (is bool) {
	each(s, func(part Schema) { is = is || closed(part) })
	return is
}

// listsHeirs reports whether an alternative of a union extends the union. In allOf there, the alternatives do not count: by the letter it is
// a circle.
func listsHeirs(s Schema) (is bool) {
	for _, a := range s.Alternatives() {
		each(a, func(part Schema) { is = is || part.Key() == s.Key() })
	}
	return is
}
