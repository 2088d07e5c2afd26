package plan

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

func (p *planner) newFunc(t *typ, def *structDef) gomodel.Decl {
	f := &gomodel.NewFunc{Type: p.named.Own(p.named.Type(t))}
	f.Name = p.named.New(t)
	f.From = t.schema.Pos
	f.Doc = gomodel.Words(f.Name + " gives a value with every default of the document filled in. They are then sent; " +
		"a field that is left absent is not.")
	for _, m := range def.members {
		value := p.initial(m)
		if value == nil || t.tags[m.wire] {
			continue
		}
		v := p.memberValue(m, value.Value)
		if v == nil {
			p.findings.Info(value.Pos, diag.RuleNotGenerated, "%s does not fill in the default of %q", f.Name, m.wire)
			continue
		}
		f.Sets = append(f.Sets, p.set(m, v))
	}
	return f
}

// set returns the assignment of a value to the field of a member.
func (p *planner) set(m *member, v goValue) gomodel.Set {
	set := gomodel.Set{Field: p.named.Field(m), Hold: p.hold(m.use, m.required, m.pointing), Type: p.shapeType(m.use.shape)}
	if x, ok := v.(variantValue); ok {
		set.Variant, v = p.named.Own(p.named.Type(x.variant)), x.value
	}
	switch v := v.(type) {
	case nullValue:
		set.Value = gomodel.NullLit{}
	case literalValue:
		set.Value = v.literal
	case constantValue:
		set.Const = p.named.Own(p.named.Constant(v.enum, v.index))
	}
	return set
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
	n, _ := u.shape.(named)
	if n.typ == nil {
		line.add(brief(v))
		return
	}
	switch n.typ.def.(type) {
	case enumDef, *unionDef:
		value := p.typeValue(n.typ, v)
		x, isVariant := value.(variantValue)
		if isVariant {
			value = x.value
		}
		if c, ok := value.(constantValue); ok {
			line.link(p.named.Own(p.named.Constant(c.enum, c.index)), false, "")
			return
		}
		if isVariant && isScalarType(x.variant) {
			line.add(p.named.Type(x.variant) + "(" + brief(v) + ")")
			return
		}
	}
	line.add(brief(v))
}

func isScalarType(t *typ) bool {
	_, ok := t.def.(scalarDef)
	return ok
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
