package rules

import (
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// planRaw compiles the rules of values that Go has no type for, in the order of the declarations that hold them.
func (p *Planner) planRaw() {
	for t := range p.shapes.All() {
		whole := p.table.Of(t).Whole
		switch def := t.Def.(type) {
		case *shapes.StructDef:
			for _, m := range def.Members {
				if !whole && !t.Tags[m.Wire] {
					p.raw(m.Use)
				}
			}
			if !whole && def.Extra != nil {
				p.raw(*def.Extra)
			}
		case shapes.ListDef:
			p.raw(def.Elem)
		case shapes.MapDef:
			p.raw(def.Elem)
		}
	}
	for _, h := range p.operations.Webhooks {
		p.rawHeaders(&h.Headers)
		if h.HasUse {
			p.raw(h.Use)
		}
	}
	for _, o := range p.operations.List {
		p.rawOperation(o)
	}
	for _, s := range p.operations.Senders {
		p.rawOperation(s.Operation)
	}
}

func (p *Planner) rawOperation(o *operations.Operation) {
	for _, x := range o.Params {
		p.raw(x.Use)
	}
	for _, x := range o.Bodies {
		p.raw(x.Use)
	}
	for _, f := range o.Forms {
		for _, x := range f.Parts {
			p.raw(x.Use)
		}
	}
	p.rawHeaders(&o.Headers)
	for _, r := range o.Results {
		if len(r.Cases) > 0 && !r.Union && r.Cases[0].Kind != media.Stream {
			p.raw(r.Cases[0].Use)
		}
	}
}

func (p *Planner) rawHeaders(set *operations.HeaderSet) {
	for _, x := range set.List {
		p.raw(x.Use)
	}
}

// raw compiles the rules of what a value holds without Go type.
func (p *Planner) raw(u shapes.Use) {
	if u.Judged {
		return
	}
	switch s := u.Shape.(type) {
	case shapes.List:
		p.raw(s.Elem)
	case shapes.Map:
		p.raw(s.Elem)
	case shapes.Anything:
		if p.analysis.Judged(u.Schema) {
			p.table.raw[u.Schema] = p.ruler.wholeRule(u.Schema)
		}
	}
}
