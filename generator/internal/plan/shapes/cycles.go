package shapes

// BreakCycles makes members pointers where a struct would contain itself. All members on a circle become pointers, so
// that the result does not depend on where a walk begins.
func (p *Planner) BreakCycles() {
	c := embeddings{order: map[*Type]int{}, low: map[*Type]int{}}
	for t := range p.All() {
		if _, ok := t.Def.(*StructDef); ok && c.order[t] == 0 {
			c.visit(t)
		}
	}
}

// embedded returns the struct that a member holds by value: it is there always, or a Nullable has it inside.
func embedded(m *Member) *Type {
	n, ok := m.Use.Shape.(Named)
	if !ok || m.Required == m.Use.Nullable {
		return nil
	}
	if _, ok := n.Type.Def.(*StructDef); !ok {
		return nil
	}
	return n.Type
}

// embeddings finds the structs that contain each other (Tarjan's strongly connected components).
type embeddings struct {
	order map[*Type]int // in which structs were visited, from 1
	low   map[*Type]int // the least order that is reached; done for structs of which the circle is complete
	stack []*Type
}

const done = int(^uint(0) >> 1)

func (c *embeddings) visit(t *Type) {
	at := len(c.order) + 1
	c.order[t], c.low[t] = at, at
	start := len(c.stack)
	c.stack = append(c.stack, t)
	for _, m := range t.Def.(*StructDef).Members {
		if inner := embedded(m); inner != nil {
			if c.order[inner] == 0 {
				c.visit(inner)
			}
			c.low[t] = min(c.low[t], c.low[inner])
		}
	}
	if c.low[t] == at {
		c.close(c.stack[start:])
		c.stack = c.stack[:start]
	}
}

// close makes the members pointers that lead from one struct of a circle to another, or to itself.
func (c *embeddings) close(circle []*Type) {
	inside := map[*Type]bool{}
	for _, t := range circle {
		inside[t], c.low[t] = true, done
	}
	for _, t := range circle {
		for _, m := range t.Def.(*StructDef).Members {
			m.Pointing = inside[embedded(m)]
		}
	}
}
