package verify

import "strconv"

// A met says which members of a value the units of a library are asked about. The other properties are neither read nor compiled: a
// value that proves something has few of those that a document describes, and the others lead to most of the document.
type met struct {
	library *library
	members map[metMember]bool
	seen    map[metPlace]bool
	err     error
}

// A metMember is a member that some object has where a unit was applied.
type metMember struct {
	unit *unit
	name string
}

// A metPlace is where a unit was applied in the value.
type metPlace struct {
	unit *unit
	at   string // JSON pointer
}

// metBy returns what a value meets of a schema. nil means everything: dynamic references may lead anywhere.
func metBy(l *library, reference string, value any) (*met, error) {
	if l.resources != nil {
		return nil, nil
	}
	m := &met{library: l, members: map[metMember]bool{}, seen: map[metPlace]bool{}}
	m.follow(reference, value, "")
	return m, m.err
}

// has reports whether a unit is asked about a member.
func (m *met) has(u *unit, name string) bool { return m == nil || m.members[metMember{u, name}] }

// follow applies the unit of a reference to a value.
func (m *met) follow(reference string, value any, at string) {
	u, _, err := m.library.unitOf(reference)
	if err == nil && !m.seen[metPlace{u, at}] {
		m.seen[metPlace{u, at}] = true
		var tree any
		if tree, err = m.library.tree(u); err == nil {
			m.apply(u, tree, value, at)
		}
	}
	if err != nil {
		m.err = err
	}
}

// apply applies a schema of a unit to a value.
func (m *met) apply(u *unit, schema, value any, at string) {
	s, _ := schema.(object)
	for keyword, inner := range s {
		switch keyword {
		case "$ref", "$dynamicRef":
			m.follow(inner.(string), value, at)
		case "allOf", "anyOf", "oneOf":
			for _, part := range inner.([]any) {
				m.apply(u, part, value, at)
			}
		case "not", "if", "then", "else":
			m.apply(u, inner, value, at)
		case "properties", "dependentSchemas":
			m.named(u, keyword, inner.(object), value, at)
		case "patternProperties":
			for _, part := range inner.(object) {
				m.each(u, part, value, at)
			}
		case "prefixItems":
			for _, part := range inner.([]any) {
				m.each(u, part, value, at)
			}
		case "items", "additionalProperties", "unevaluatedProperties", "contains", "unevaluatedItems":
			m.each(u, inner, value, at)
		case "propertyNames":
			members, _ := value.(object)
			for name := range members {
				m.apply(u, inner, name, at+"/~name "+escapeToken(name))
			}
		}
	}
}

// named applies the schemas of members.
func (m *met) named(u *unit, keyword string, schemas object, value any, at string) {
	members, _ := value.(object)
	for name, member := range members {
		schema, ok := schemas[name]
		switch {
		case !ok:
			continue
		case keyword == "properties":
			m.apply(u, schema, member, at+"/"+escapeToken(name))
		default:
			m.apply(u, schema, value, at)
		}
		m.members[metMember{u, name}] = true
	}
}

// each applies a schema to all members or items of a value. That may be more than it is meant for.
func (m *met) each(u *unit, schema, value any, at string) {
	switch value := value.(type) {
	case object:
		for name, member := range value {
			m.apply(u, schema, member, at+"/"+escapeToken(name))
		}
	case []any:
		for i, item := range value {
			m.apply(u, schema, item, at+"/"+strconv.Itoa(i))
		}
	}
}
