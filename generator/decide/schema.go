package decide

// A Schema is what a discriminator asks of a schema.
type Schema interface {
	Key() any                // the same for the same schema
	Name() string            // of the component that it is; "" for one that stands in place
	Target() Schema          // what $ref leads to; nil if there is none
	Parts() []Schema         // of allOf
	Alternatives() []Schema  // of oneOf, else of anyOf
	IsOnlyUnion() bool       // it says nothing but its alternatives and which is which
	Property(string) Schema  // nil if there is none
	Requires(string) bool    // by its own list
	Types() []string         // nil: any
	Values() ([]any, bool)   // of enum or const: nil, bool, json.Number, string and what is no scalar
	Discriminator() *Keyword // nil if there is none
}

// A Keyword is a discriminator as it is written.
type Keyword struct {
	Property string
	Mapping  []Entry
	Default  Schema // of defaultMapping; nil if there is none
}

// An Entry is one of a mapping. What leads nowhere has no schema.
type Entry struct {
	Value  string
	Schema Schema
}

// follow returns what a chain of references leads to.
func follow(s Schema) Schema {
	for range 100 { // a circle ends here
		next := s.Target()
		if next == nil {
			break
		}
		s = next
	}
	return s
}

// each calls f with a schema and all that must hold beside it: what it refers to, and the parts of allOf.
func each(s Schema, f func(Schema)) { eachOnce(s, map[any]bool{}, f) }

func eachOnce(s Schema, seen map[any]bool, f func(Schema)) {
	if seen[s.Key()] {
		return
	}
	seen[s.Key()] = true
	f(s)
	if target := s.Target(); target != nil {
		eachOnce(target, seen, f)
	}
	for _, part := range s.Parts() {
		eachOnce(part, seen, f)
	}
}

// requires reports whether an object must have a member.
func requires(s Schema, name string) (is bool) {
	each(s, func(part Schema) { is = is || part.Requires(name) })
	return is
}

// describes reports whether a schema says anything of a member.
func describes(s Schema, name string) (is bool) {
	each(s, func(part Schema) { is = is || part.Property(name) != nil })
	return is
}

// nameOf returns the component that a schema is or refers to.
func nameOf(s Schema) string {
	for range 100 {
		if name := s.Name(); name != "" || s.Target() == nil {
			return name
		}
		s = s.Target()
	}
	return ""
}

// valuesOf returns the values that a schema allows a member, if enum or const list them.
func valuesOf(s Schema, name string) (values []any, listed bool) {
	members(s, name, func(member Schema) {
		own, isListed := member.Values()
		switch {
		case isListed && !listed:
			values, listed = own, true
		case isListed:
			values = common(values, own)
		}
	})
	return values, listed
}

// typesOf returns the types that a schema names for a member, nil if it names none.
func typesOf(s Schema, name string) (types []string) {
	members(s, name, func(member Schema) {
		if types == nil {
			types = member.Types()
		}
	})
	return types
}

// members calls f with all that a schema says of a member.
func members(s Schema, name string, f func(Schema)) {
	each(s, func(part Schema) {
		if member := part.Property(name); member != nil {
			each(member, f)
		}
	})
}
