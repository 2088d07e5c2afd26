package plan

// planRaw compiles the rules of values that Go has no type for, in the order of the declarations that hold them.
func (p *planner) planRaw() {
	for t := range p.all() {
		whole := p.table.Of(t).Whole
		switch def := t.def.(type) {
		case *structDef:
			for _, m := range def.members {
				if !whole && !t.tags[m.wire] {
					p.raw(m.use)
				}
			}
			if !whole && def.extra != nil {
				p.raw(*def.extra)
			}
		case listDef:
			p.raw(def.elem)
		case dictDef:
			p.raw(def.elem)
		}
	}
	for _, h := range p.operations.hooks {
		p.rawHeaders(&h.headers)
		if h.hasUse {
			p.raw(h.use)
		}
	}
	for _, o := range p.operations.list {
		p.rawOperation(o)
	}
}

func (p *planner) rawOperation(o *operation) {
	for _, x := range o.params {
		p.raw(x.use)
	}
	for _, x := range o.bodies {
		p.raw(x.use)
	}
	for _, f := range o.forms {
		for _, x := range f.parts {
			p.raw(x.use)
		}
	}
	p.rawHeaders(&o.headers)
	for _, r := range o.results {
		if len(r.cases) > 0 && !r.union && r.cases[0].kind != streamMedia {
			p.raw(r.cases[0].use)
		}
	}
}

func (p *planner) rawHeaders(set *headerSet) {
	for _, x := range set.list {
		p.raw(x.use)
	}
}

// raw compiles the rules of what a value holds without Go type.
func (p *planner) raw(u use) {
	if u.judged {
		return
	}
	switch s := u.shape.(type) {
	case list:
		p.raw(s.elem)
	case dict:
		p.raw(s.elem)
	case anything:
		if p.judged(u.schema) {
			p.table.raw[u.schema] = p.ruler.wholeRule(u.schema)
		}
	}
}
