package declarations

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// findInputs finds the structs that one operation of a path receives and another one sends in another form, and those inside of them: what
// was read is what people change and send.
func findInputs(b *Builder) {
	p := pairing{b}
	b.inputs = map[*shapes.Type]*shapes.Type{}
	byPath := map[string][]*operations.Operation{}
	for _, o := range b.Operations.List {
		byPath[o.Route.Path] = append(byPath[o.Route.Path], o)
	}
	for _, o := range b.Operations.List {
		for _, body := range o.Bodies {
			to := component(body.Use)
			if to == nil {
				continue
			}
			for _, other := range byPath[o.Route.Path] {
				p.pairResults(other, to)
			}
		}
	}
}

// A pairing finds structs of which one can be made of the other.
type pairing struct{ *Builder }

// pairResults pairs what an operation gives with the form of it that is sent.
func (b pairing) pairResults(o *operations.Operation, to *shapes.Type) {
	for _, r := range o.Results {
		for _, c := range r.Cases {
			use := c.Use
			if l, ok := use.Shape.(shapes.List); ok {
				use = l.Elem
			}
			from := component(use)
			if from == nil || from == to || b.inputs[from] != nil || !isForm(from, to) {
				continue
			}
			pairs := map[*shapes.Type]*shapes.Type{}
			if why := b.pairStructs(pairs, from, to); why != "" {
				b.findings.Info(from.Schema.Pos, diag.RuleNotGenerated, "%s has no method ToInput: %s", b.Names.Type(from), why)
				continue
			}
			for from, to := range pairs {
				b.inputs[from] = to
			}
		}
	}
}

// component returns the struct of a component, nil for other types.
func component(u shapes.Use) *shapes.Type {
	n, ok := u.Shape.(shapes.Named)
	if !ok {
		return nil
	}
	if _, ok := n.Type.Origin.(shapes.FromComponent); !ok {
		return nil
	}
	return n.Type
}

// isForm reports whether two types are the forms of one component for the two directions.
func isForm(from, to *shapes.Type) bool {
	x, y := from.Origin.(shapes.FromComponent).Component, to.Origin.(shapes.FromComponent).Component
	return x.Name == y.Name && x.External == y.External && !x.Sent && y.Sent
}

// pairStructs adds a pair and all inside it, or returns why code cannot make one of the other.
func (b pairing) pairStructs(pairs map[*shapes.Type]*shapes.Type, from, to *shapes.Type) (why string) {
	if known := pairs[from]; known != nil {
		if known == to {
			return ""
		}
		return b.Names.Type(from) + " has two forms"
	}
	x, isStruct := from.Def.(*shapes.StructDef)
	y, alsoStruct := to.Def.(*shapes.StructDef)
	if !isStruct || !alsoStruct || x.Tuple || y.Tuple || x.Other != y.Other {
		return b.Names.Type(from) + " is no struct"
	}
	pairs[from] = to
	for _, m := range y.Members {
		source := x.Member(m.Wire)
		if source == nil || to.Tags[m.Wire] {
			continue
		}
		if from.Tags[m.Wire] || b.Names.Field(source) == "ToInput" || b.Hold(m.Use, m.Required, m.Pointing) != b.Hold(source.Use, source.Required, source.Pointing) {
			return b.Names.Type(from) + "." + b.Names.Field(source) + " is held in another way"
		}
		_, below, why := b.moveKind(source, m)
		if why != "" {
			return b.Names.Type(from) + "." + b.Names.Field(source) + " " + why
		}
		if below != nil {
			if why := b.pairStructs(pairs, below[0], below[1]); why != "" {
				return why
			}
		}
	}
	extra, toExtra := b.Rules.Extra(x), b.Rules.Extra(y)
	if toExtra != nil && (extra == nil || gomodel.TypeString(b.elemType(*extra)) != gomodel.TypeString(b.elemType(*toExtra))) {
		return b.Names.Type(from) + " has other members beside its fields"
	}
	return ""
}

// moveKind returns how a member gets its value, and the structs that must be made of each other.
func (b pairing) moveKind(from, to *shapes.Member) (kind gomodel.MoveKind, below *[2]*shapes.Type, why string) {
	if gomodel.TypeString(b.ShapeType(from.Use.Shape)) == gomodel.TypeString(b.ShapeType(to.Use.Shape)) {
		return gomodel.MoveSame, nil, ""
	}
	pair := func(x, y shapes.Use, kind gomodel.MoveKind) (gomodel.MoveKind, *[2]*shapes.Type, string) {
		n, ok := x.Shape.(shapes.Named)
		m, also := y.Shape.(shapes.Named)
		if !ok || !also || kind != gomodel.MovePointer && (x.Nullable || y.Nullable) {
			return 0, nil, "is made of other types"
		}
		return kind, &[2]*shapes.Type{n.Type, m.Type}, ""
	}
	switch x := from.Use.Shape.(type) {
	case shapes.Named:
		switch b.Hold(from.Use, from.Required, from.Pointing).Box {
		case gomodel.Plain:
			return pair(from.Use, to.Use, gomodel.MoveStruct)
		case gomodel.Pointing:
			return pair(from.Use, to.Use, gomodel.MovePointer)
		}
	case shapes.List:
		if y, ok := to.Use.Shape.(shapes.List); ok && b.Hold(from.Use, from.Required, from.Pointing).Box != gomodel.Boxed {
			return pair(x.Elem, y.Elem, gomodel.MoveList)
		}
	case shapes.Map:
		if y, ok := to.Use.Shape.(shapes.Map); ok && b.Hold(from.Use, from.Required, from.Pointing).Box != gomodel.Boxed {
			return pair(x.Elem, y.Elem, gomodel.MoveMap)
		}
	}
	return 0, nil, "is made of other types"
}

// inputForm returns the method ToInput of a struct, nil for none.
func inputForm(b *Builder, t *shapes.Type, def *shapes.StructDef) *gomodel.InputForm {
	to := b.inputs[t]
	if to == nil {
		return nil
	}
	form := &gomodel.InputForm{Type: b.Names.Own(b.Names.Type(to))}
	input := to.Def.(*shapes.StructDef)
	for _, m := range input.Members {
		source := def.Member(m.Wire)
		if source == nil || to.Tags[m.Wire] {
			continue
		}
		kind, below, _ := pairing{b}.moveKind(source, m)
		move := gomodel.Move{To: b.Names.Field(m), From: b.Names.Field(source), How: kind}
		if below != nil {
			move.Elem = b.Names.Own(b.Names.Type(below[0]))
		}
		form.Moves = append(form.Moves, move)
	}
	if b.Rules.Extra(input) != nil {
		form.Moves = append(form.Moves, gomodel.Move{To: b.Names.Extra(to), From: b.Names.Extra(t)})
	}
	if input.Other {
		form.Moves = append(form.Moves, gomodel.Move{To: b.Names.Other(to), From: b.Names.Other(t)})
	}
	return form
}
