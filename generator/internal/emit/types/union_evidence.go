package types

import (
	"math/bits"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

func evidenceName(u *gomodel.Union) string { return "evidence" + u.Name }

// evidence prints the static table of the members that tell the objects of a union apart.
func (e Printer) evidence(u *gomodel.Union) jen.Code {
	c := u.ByEvidence()
	if c == nil {
		return jen.Null()
	}
	names, leads := make([]jen.Code, len(c.Evidence.Members)), make([]jen.Code, len(c.Evidence.Members))
	for i, name := range c.Evidence.Members {
		names[i], leads[i] = golang.Text(name), golang.Number(int64(c.Evidence.Leads[i]))
	}
	parts := []jen.Code{
		golang.Pair("keys", jen.Id("keyTable").Values(golang.Pair("names", jen.Index().String().Values(names...)))),
		golang.Pair("leads", jen.Index().Int8().Values(leads...)),
		golang.Pair("required", masks(c.Evidence.Required)),
	}
	doubts := make([]uint64, len(c.Cases))
	for i := range c.Cases {
		for _, d := range e.doubts(u, c, i) {
			doubts[i] |= 1 << d.index
		}
	}
	for _, set := range []struct {
		name string
		bits []uint64
	}{{"forbids", c.Evidence.Forbids}, {"doubts", doubts}} {
		if hasAny(set.bits) {
			parts = append(parts, golang.Pair(set.name, masks(set.bits)))
		}
	}
	ask := []jen.Code{jen.Return(e.askRules(*c))}
	if e.Secret(u.Name) {
		start, i := jen.Id("start"), jen.Id("i")
		ask = []jen.Code{
			jen.List(start, i).Op(":=").List(jen.Id("r").Dot("pos"), e.askRules(*c)),
			jen.Id("r").Dot("conceal").Call(start),
			jen.Return(i),
		}
	}
	parts = append(parts, golang.Pair("choose", jen.Func().Params(values.ReaderParam()).Int().Add(golang.Body(ask, true))))
	return jen.Var().Id(evidenceName(u)).Op("=").Id("evidence").Add(golang.MultiLine(parts...))
}

func hasAny(sets []uint64) bool {
	for _, set := range sets {
		if set != 0 {
			return true
		}
	}
	return false
}

// masks prints sets of members.
func masks(sets []uint64) jen.Code {
	return jen.Index().Uint64().ValuesFunc(func(g *jen.Group) {
		for _, set := range sets {
			g.Add(mask(set))
		}
	})
}

func mask(set uint64) *jen.Statement {
	switch {
	case set < 1<<8:
		return jen.Op("0b" + strconv.FormatUint(set, 2))
	case bits.OnesCount64(set) == 1:
		return jen.Op("1 << " + strconv.Itoa(bits.TrailingZeros64(set)))
	}
	return jen.Op("0x" + strconv.FormatUint(set, 16))
}

// chooseByEvidence prints a loop over what is tried: a variant that a member leads to, the only one that can hold, the one that rules say.
func chooseByEvidence(u *gomodel.Union, c gomodel.BySchema) []jen.Code {
	r, x, t := jen.Id("r"), jen.Id("x"), jen.Id("t")
	return []jen.Code{
		jen.Add(t).Op(":=").Id("trial").Values(golang.Pair("of", jen.Op("&").Id(evidenceName(u)))),
		jen.For().Block(jen.Switch(jen.Add(t).Dot("next").Call(r)).BlockFunc(func(g *jen.Group) {
			for i, s := range c.Cases {
				variant := u.Variants[s.Variant].Type.(gomodel.Pointer)
				g.Case(jen.Lit(i)).Block(jen.If(jen.Add(x).Op(":=").New(golang.Type(variant.Elem)), jen.Add(t).Dot("reads").Call(r, x)).Block(jen.Return(x)))
			}
			g.Default().Block(unknown(u, jen.Id("r").Dot("passed").Call())) // the rules have reported it
		})),
	}
}

// A doubt is a member of a variant that tells of others too, because the variant does not require it.
type doubt struct {
	index int // among the members of the variant
	bit   uint64
	field *gomodel.Field // nil: it is always there
}

func (e Printer) doubts(u *gomodel.Union, c *gomodel.BySchema, i int) (list []doubt) {
	d := e.variantStruct(u.Variants[c.Cases[i].Variant])
	for k, name := range c.Evidence.Members {
		if c.Evidence.Required[i]>>k&1 != 0 {
			continue
		}
		for index, m := range d.Members {
			if wire, _ := m.Key(); wire == name {
				f, _ := m.(*gomodel.Field)
				list = append(list, doubt{index, 1 << k, f})
			}
		}
	}
	return list
}

func (e Printer) variantStruct(v gomodel.Variant) *gomodel.Struct {
	return values.Find[*gomodel.Struct](e.Scope, v.Codec.(gomodel.ObjectCodec).Type.Name)
}

// checkByEvidence prints the function that checks a union: each variant checks itself where no other one can hold, else the rule of the union
// judges.
func (e Printer) checkByEvidence(u *gomodel.Union, how *gomodel.BySchema) jen.Code {
	x, c, name, alone := jen.Id("x"), jen.Id("c"), jen.Id("name"), jen.Id("alone")
	objects := map[int]bool{}
	var certain, cases []jen.Code
	looks := false // at the value
	for i, s := range how.Cases {
		objects[s.Variant] = true
		typ := golang.Type(u.Variants[s.Variant].Type)
		found, dynamic := e.foundBits(u, how, i)
		if !aloneBySelf(how.Evidence, i) && !hasAny(how.Evidence.Forbids) {
			continue // what comes by makes it no less of another one
		}
		looks = looks || dynamic
		switch bySelf := aloneBySelf(how.Evidence, i); {
		case bySelf && found == nil:
			certain = append(certain, typ)
		case bySelf:
			cases = append(cases, jen.Case(typ).Block(golang.Assign(alone, jen.Id(evidenceName(u)).Dot("alone").Call(jen.Lit(i), found))))
		case found != nil: // others may forbid it
			all := mask(how.Evidence.Required[i]).Op("|").Add(found)
			cases = append(cases, jen.Case(typ).Block(golang.Assign(alone, jen.Id(evidenceName(u)).Dot("only").Call(all).Op("==").Lit(i))))
		}
	}
	for i, v := range u.Variants {
		if !objects[i] {
			certain = append(certain, golang.Type(v.Type))
		}
	}
	if certain != nil {
		cases = append(cases, jen.Case(certain...).Block(golang.Assign(alone, jen.True())))
	}
	at := values.Place{Value: values.Value{Expr: x}, Name: name}
	about := "check" + u.Name + " checks the union in property name. The rule judges what may be another variant too."
	kind := jen.Add(x).Assert(jen.Type())
	if looks {
		kind = jen.Add(x).Op(":=").Add(kind)
	}
	return golang.Comment(about).Func().Id("check"+u.Name).Params(values.CheckerParam(), jen.Add(name).String(), jen.Add(x).Id(u.Name)).Block(append([]jen.Code{
		absent(u, jen.Add(c).Dot("add").Call(name, jen.Lit("required"), jen.Lit(""), jen.Lit(""))),
		jen.Add(alone).Op(":=").False(),
		jen.Switch(kind).Block(cases...),
		jen.If(alone).Block(jen.Add(c).Dot("object").Call(name, x), jen.Return()),
	}, e.ByRule(u, at, jen.True())...)...)
}

// foundBits prints the telling members that a value of a variant has besides those that it requires; nil: none. dynamic: they depend on the
// value.
func (e Printer) foundBits(u *gomodel.Union, how *gomodel.BySchema, i int) (found jen.Code, dynamic bool) {
	var parts []jen.Code
	always := uint64(0)
	for _, d := range e.doubts(u, how, i) {
		var written jen.Code
		if d.field != nil {
			written = e.Writes(jen.Id("x").Dot(d.field.Name), d.field)
		}
		if written == nil {
			always |= d.bit
		} else {
			parts = append(parts, jen.Id("bit").Call(written, mask(d.bit)))
		}
	}
	if extra := e.variantStruct(u.Variants[how.Cases[i].Variant]).Extra; extra != nil {
		parts = append(parts, jen.Id("bitsOf").Call(jen.Op("&").Id(evidenceName(u)).Dot("keys"), jen.Id("x").Dot(extra.Name)))
	}
	dynamic = parts != nil
	if always != 0 {
		parts = append(parts, mask(always))
	}
	if parts == nil {
		return nil, false
	}
	sum := jen.Add(parts[0])
	for _, p := range parts[1:] {
		sum.Op("|").Add(p)
	}
	return sum, dynamic
}

// aloneBySelf reports whether a variant without other members than those that it requires can be no other one.
func aloneBySelf(e *gomodel.Evidence, i int) bool {
	found := e.Required[i]
	for j, required := range e.Required {
		if j != i && found&required == required && found&e.Forbids[j] == 0 {
			return false
		}
	}
	return true
}
