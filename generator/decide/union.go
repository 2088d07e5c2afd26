package decide

// OfUnion returns what the discriminator of a union decides, nil if it has none or no alternatives.
func OfUnion(s Schema) *Table {
	d := s.Discriminator()
	alternatives := s.Alternatives()
	if d == nil || len(alternatives) == 0 || d.Property == "" {
		return nil
	}
	b := newBuilder(d.Property)
	variants := variantsOf(alternatives, d.Property, map[any]bool{follow(s).Key(): true})
	b.mapped(d, variants)
	for _, nested := range alternatives { // a union in the union that goes by the same member
		b.nested(nested, d.Property, variants, 0)
	}
	b.listed(variants)
	b.names(variants)
	for _, alternative := range alternatives { // the name of a union in the union leads to it as a whole
		if name := nameOf(alternative); name != "" {
			b.add(name, alternative)
		}
	}
	b.shared(variants)
	b.table.Default = d.Default
	b.table.Required = true
	known := s.Requires(d.Property)
	for _, v := range variants {
		required := requires(v.schema, d.Property)
		b.table.Required = b.table.Required && required
		known = known || required || describes(v.schema, d.Property)
	}
	if !known || len(b.table.Cases) == 0 {
		return nil // no alternative knows the member, or it leads nowhere: it tells nothing
	}
	return &b.table
}

// variantsOf returns the alternatives, with those of unions among them in their place.
func variantsOf(alternatives []Schema, property string, seen map[any]bool) (list []variant) {
	for _, a := range alternatives {
		union := follow(a)
		if len(union.Alternatives()) == 0 || seen[union.Key()] {
			list = append(list, variant{a, a})
			continue
		}
		seen[union.Key()] = true
		inner := variantsOf(union.Alternatives(), property, seen)
		delete(seen, union.Key())
		d := union.Discriminator()
		for _, v := range inner {
			if !union.IsOnlyUnion() || d != nil && d.Property != property {
				v.judge = a // it says more, or goes by another member
			}
			list = append(list, v)
		}
	}
	return list
}

// mapped adds the entries of a mapping. One that leads to no alternative is an alternative of its own for who reads it.
func (b *builder) mapped(d *Keyword, variants []variant) {
	for _, entry := range d.Mapping {
		if entry.Schema == nil {
			continue
		}
		v := variantFor(entry.Schema, variants)
		b.add(tagOf(entry.Value, v.schema, d.Property), v.judge)
	}
}

// variantFor returns the variant that a schema is, or the schema as one.
func variantFor(s Schema, variants []variant) variant {
	for _, v := range variants {
		if follow(v.schema).Key() == follow(s).Key() {
			return v
		}
	}
	return variant{s, s}
}

// nested adds the mapping of a union that is an alternative and goes by the same member.
func (b *builder) nested(s Schema, property string, variants []variant, depth int) {
	union := follow(s)
	if len(union.Alternatives()) == 0 || depth > 20 {
		return
	}
	if d := union.Discriminator(); d != nil && d.Property == property {
		b.mapped(d, variants)
	}
	for _, a := range union.Alternatives() {
		b.nested(a, property, variants, depth+1)
	}
}
