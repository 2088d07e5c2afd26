package plan

// breakCycles makes members pointers where a struct would contain itself. All members on a circle become pointers, so
// that the result does not depend on where a walk begins.
func (p *planner) breakCycles() {
	for t := range p.all() {
		def, ok := t.def.(*structDef)
		if !ok {
			continue
		}
		for _, m := range def.members {
			if inner := embedded(m); inner != nil && reaches(inner, t, map[*typ]bool{}) {
				m.pointing = true
			}
		}
	}
}

// embedded returns the struct that a member holds by value: it is there always, or a Nullable has it inside.
func embedded(m *member) *typ {
	n, ok := m.use.shape.(named)
	if !ok || m.required == m.use.nullable {
		return nil
	}
	if _, ok := n.typ.def.(*structDef); !ok {
		return nil
	}
	return n.typ
}

func reaches(from, to *typ, seen map[*typ]bool) bool {
	if from == to {
		return true
	}
	if seen[from] {
		return false
	}
	seen[from] = true
	for _, m := range from.def.(*structDef).members {
		if inner := embedded(m); inner != nil && reaches(inner, to, seen) {
			return true
		}
	}
	return false
}
