package plan

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// hasDefaults reports whether a struct gets a function that fills in defaults.
func (p *planner) hasDefaults(t *typ) bool {
	def := t.def.(*structDef)
	if def.tuple {
		return false
	}
	for _, m := range def.members {
		if value := p.initial(m); value != nil && p.set(m, value.Value) != nil {
			return true
		}
	}
	return false
}

// initial returns what New<T> puts into a member: the default, or the documented value of x-go-new for members that must be
// there and so have no default.
func (p *planner) initial(m *member) *api.Literal {
	if v := m.schema.Extension("x-go-new"); v != nil {
		return &api.Literal{Pos: m.schema.Pos, Value: v}
	}
	return p.defaultOf(m.schema)
}

func (p *planner) newFunc(t *typ, def *structDef) gomodel.Decl {
	f := &gomodel.NewFunc{Type: p.own(t.name)}
	f.Name = def.newFunc
	f.From = t.schema.Pos
	f.Doc = gomodel.Words(def.newFunc + " gives a value with every default of the document filled in. They are then sent; " +
		"a field that is left absent is not.")
	for _, m := range def.members {
		value := p.initial(m)
		if value == nil || t.tags[m.wire] {
			continue
		}
		set := p.set(m, value.Value)
		if set == nil {
			p.findings.Info(value.Pos, diag.RuleNotGenerated, "%s does not fill in the default of %q", def.newFunc, m.wire)
			continue
		}
		f.Sets = append(f.Sets, *set)
	}
	return f
}

// set returns the assignment of a default, nil if there is no Go constant for it.
func (p *planner) set(m *member, v api.Value) *gomodel.Set {
	set := &gomodel.Set{Field: m.name, Hold: p.hold(m.use, m.required, m.pointing), Type: p.shapeType(m.use.shape)}
	if _, null := v.(api.Null); null && !isAnythingShape(m.use) {
		if set.Hold.Box != gomodel.Boxed && set.Hold.Box != gomodel.BoxedPointer {
			return nil // nil is null already, or null is not allowed
		}
		set.Value = gomodel.NullLit{}
		return set
	}
	switch s := m.use.shape.(type) {
	case scalar:
		set.Value = literalOf(v, s.kind)
	case list:
		set.Value = listLiteral(s.elem, v)
	case dict:
		set.Value = mapLiteral(v)
	case anything:
		set.Value = gomodel.JSONLit(api.JSON(v))
	case named:
		if !p.setNamed(set, s.typ, v) {
			return nil
		}
		return set
	}
	if set.Value == nil {
		return nil
	}
	return set
}

// setNamed makes v, a value of a declared type, that of an assignment, and reports whether Go has it. A union has it as that of one
// of its variants.
func (p *planner) setNamed(set *gomodel.Set, t *typ, v api.Value) bool {
	switch def := t.def.(type) {
	case scalarDef:
		set.Value = literalOf(v, def.kind)
	case listDef:
		set.Value = listLiteral(def.elem, v)
	case dictDef:
		set.Value = mapLiteral(v)
	case anythingDef:
		set.Value = gomodel.JSONLit(api.JSON(v))
	case enumDef:
		if i := p.enumIndex(t.schema, v); i >= 0 {
			set.Const = p.own(t.constants[i])
			return true
		}
		if def.open {
			set.Value = literalOf(v, def.kind)
		}
	case *unionDef:
		x := p.variantFor(def, v)
		if x == nil {
			return false
		}
		set.Variant = p.own(x.name)
		return p.setNamed(set, x, v)
	}
	return set.Value != nil
}

// listLiteral returns a list of built-in scalars as a Go value, nil if it is none. An empty list can be of any type.
func listLiteral(elem use, v api.Value) gomodel.Literal {
	values, ok := v.(api.Array)
	if !ok {
		return nil
	}
	items := gomodel.ListLit{}
	for _, e := range values {
		s, ok := elem.shape.(scalar)
		if !ok || elem.nullable {
			return nil
		}
		item := literalOf(e, s.kind)
		if item == nil {
			return nil
		}
		items = append(items, item)
	}
	return items
}

// mapLiteral returns an empty map; others are rare.
func mapLiteral(v api.Value) gomodel.Literal {
	if o, ok := v.(api.Object); ok && len(o) == 0 {
		return gomodel.MapLit{}
	}
	return nil
}

// enumIndex returns the index of the value that has the constant for v, -1 if there is none.
func (p *planner) enumIndex(s *api.Schema, v api.Value) int {
	entries := p.entries(s)
	for _, i := range p.enumValues(s) {
		if api.Equal(entries[i].Value, v) {
			return i
		}
	}
	return -1
}

// variantFor returns the variant that is used by value and that a value of the document belongs to, nil if there is none.
func (p *planner) variantFor(def *unionDef, v api.Value) *typ {
	for _, x := range def.variants {
		switch x.typ.def.(type) {
		case scalarDef, enumDef:
		case listDef:
			if !x.typ.byValue {
				continue // the union holds a pointer to it
			}
		default:
			continue
		}
		if p.setNamed(&gomodel.Set{}, x.typ, v) {
			return x.typ
		}
	}
	return nil
}

// addDefault says what the server does without the member.
func (p *planner) addDefault(line *text, s *api.Schema, u use, required bool) {
	value := p.defaultOf(s)
	if value == nil || required {
		return
	}
	line.space().add("The server uses ")
	p.addValue(line, u, value.Value)
	line.add(" if this is absent.")
}

func (p *planner) addValue(line *text, u use, v api.Value) {
	if n, ok := u.shape.(named); ok {
		switch def := n.typ.def.(type) {
		case enumDef:
			if i := p.enumIndex(n.typ.schema, v); i >= 0 {
				line.link(p.own(n.typ.constants[i]), false, "")
				return
			}
		case *unionDef:
			if x := p.variantFor(def, v); x != nil {
				p.addVariant(line, x, v)
				return
			}
		}
	}
	line.add(brief(v))
}

// addVariant names a value of a union by its type, or by its constant.
func (p *planner) addVariant(line *text, x *typ, v api.Value) {
	if _, scalar := x.def.(scalarDef); scalar {
		line.add(x.name + "(" + brief(v) + ")")
		return
	}
	p.addValue(line, use{shape: named{x}}, v)
}

// brief returns a value as JSON, but only the size of a list and the kind of an object.
func brief(v api.Value) string {
	switch v := v.(type) {
	case api.Array:
		if len(v) > 0 {
			return "a list of " + strconv.Itoa(len(v))
		}
	case api.Object:
		if len(v) > 0 {
			return "an object"
		}
	}
	return api.JSON(v)
}
