package types

import (
	"reflect"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// choose prints how the variant is found and read, and what is returned if there is none.
func (e Printer) choose(u *gomodel.Union, how gomodel.Choose) []jen.Code {
	onReader := func(method string, args ...jen.Code) *jen.Statement { return jen.Id("r").Dot(method).Call(args...) }
	switch c := how.(type) {
	case gomodel.ByTag:
		return append(e.switchTag(u, c), e.withoutTag(u, c)...)
	case gomodel.ByKey:
		keys := make([]jen.Code, len(c.Cases))
		for i, k := range c.Cases {
			keys[i] = golang.Text(k.Value)
		}
		return []jen.Code{jen.Switch(onReader("keyAmong", keys...)).BlockFunc(func(g *jen.Group) {
			for _, k := range c.Cases {
				g.Case(golang.Text(k.Value)).Block(readVariant(u.Variants[k.Variant])...)
			}
		}), unknown(u, onReader("unfit", jen.Lit(u.Keyword), golang.Text(withOneOf(c))))}
	case gomodel.ByKind:
		return []jen.Code{jen.Switch(onReader("kind")).BlockFunc(func(g *jen.Group) {
			for _, k := range choices(c.Cases, func(k gomodel.KindCase) (jen.Code, int) { return jen.LitRune(rune(k.Kind)), k.Variant }) {
				g.Case(k.values...).Block(readVariant(u.Variants[k.variant])...)
			}
			if c.Objects != nil {
				g.Case(jen.LitRune('{')).Block(e.choose(u, c.Objects)...)
			}
		}), unknown(u, onReader("unfit", jen.Lit(u.Keyword), golang.Text(golang.AnyOf(kindNames(c)))))}
	case gomodel.BySchema:
		if c.Evidence != nil {
			return chooseByEvidence(u, c)
		}
		return append(e.chooseBySchema(u, c), unknown(u, onReader("passed"))) // choose has reported it
	}
	panic(golang.NoPrinter(how))
}

// switchTag prints the switch over the values of a tag, all that lead to one variant together.
func (e Printer) switchTag(u *gomodel.Union, c gomodel.ByTag) []jen.Code {
	tag := jen.String().Call(jen.Id("r").Dot("tagOf").Call(golang.Text(tagHead(c.Wire)), golang.Text(c.Wire)))
	spell := func(l gomodel.Literal) jen.Code { return golang.Literal(l) }
	if !allText(c) {
		tag = jen.Id("r").Dot("tagText").Call(golang.Text(c.Wire))
		spell = func(l gomodel.Literal) jen.Code { return golang.Text(golang.LiteralText(l)) }
	}
	return []jen.Code{jen.Switch(tag).BlockFunc(func(g *jen.Group) {
		var direct []gomodel.TagCase
		for _, t := range c.Cases {
			if t.Target.Within == nil {
				direct = append(direct, t)
			}
		}
		for _, x := range choices(direct, func(t gomodel.TagCase) (jen.Code, int) { return spell(t.Value), t.Target.Variant }) {
			g.Case(x.values...).Block(readVariant(u.Variants[x.variant])...)
		}
		var values []jen.Code
		for i, t := range c.Cases {
			if t.Target.Within == nil {
				continue
			}
			values = append(values, spell(t.Value))
			if next := i + 1; next == len(c.Cases) || !reflect.DeepEqual(c.Cases[next].Target, t.Target) {
				g.Case(values...).Block(e.choose(u, t.Target.Within)...)
				values = nil
			}
		}
		if len(c.Refused) > 0 {
			values := make([]jen.Code, len(c.Refused))
			for i, l := range c.Refused {
				values[i] = spell(l)
			}
			g.Case(values...).Block(jen.Id("r").Dot("wrongTag").Call(golang.Text(c.Wire), golang.Text(tagValues(c))))
		}
	})}
}

// withoutTag prints what follows where no case of the switch fits.
func (e Printer) withoutTag(u *gomodel.Union, c gomodel.ByTag) []jen.Code {
	if c.Default != nil && c.Default.Within == nil {
		return readVariant(u.Variants[c.Default.Variant])
	}
	unfit := unknown(u, jen.Id("r").Dot("unfitTag").Call(golang.Text(c.Wire), golang.Text(tagValues(c))))
	switch {
	case c.Default != nil:
		return e.choose(u, c.Default.Within)
	case c.Open:
		return e.choose(u, c.Else)
	case c.Else != nil:
		args := []jen.Code{golang.Text(c.Wire)}
		for _, l := range c.Shared {
			args = append(args, golang.Text(golang.LiteralText(l)))
		}
		return []jen.Code{jen.If(jen.Id("r").Dot("untold").Call(args...)).Block(e.choose(u, c.Else)...), unfit}
	}
	return []jen.Code{unfit}
}

// chooseBySchema prints a switch over the first variant whose rule holds. What it reports may show a secret.
func (e Printer) chooseBySchema(u *gomodel.Union, c gomodel.BySchema) []jen.Code {
	choice := jen.Switch(e.askRules(c)).BlockFunc(func(g *jen.Group) {
		for i, s := range c.Cases {
			g.Case(jen.Lit(i)).Block(readVariant(u.Variants[s.Variant])...)
		}
	})
	if !e.Secret(u.Name) {
		return []jen.Code{choice}
	}
	start := jen.Id("start")
	return []jen.Code{jen.Add(start).Op(":=").Id("r").Dot("pos"), choice, jen.Id("r").Dot("conceal").Call(start)}
}

// askRules prints the call that gives the number of the case whose rule holds.
func (e Printer) askRules(c gomodel.BySchema) *jen.Statement {
	args := []jen.Code{jen.Id(values.Find[*gomodel.Rules](e.Scope, c.Rule).Name), jen.Id(c.Rule)}
	index := map[int]int{} // of a variant in the list of rules
	for i, s := range c.Cases {
		args = append(args, jen.Id(s.Rule))
		index[s.Variant] = i
	}
	byTag := jen.Code(jen.Nil())
	if len(c.Tags) > 0 {
		tags := make([]jen.Code, len(c.Tags))
		for i, t := range c.Tags {
			tags[i] = jen.Values(golang.Text(t.Value), jen.Lit(index[t.Variant]))
		}
		byTag = jen.Op("&").Id("tagged").Values(golang.Text(c.Wire), jen.Index().Id("taggedCase").Values(tags...))
	}
	args = append(args[:2:2], append([]jen.Code{byTag}, args[2:]...)...)
	return jen.Id("r").Dot("choose").Call(args...)
}

// A choice is one case of the switch: all values that lead to a variant.
type choice struct {
	values  []jen.Code
	variant int
}

func choices[C any](cases []C, read func(C) (jen.Code, int)) (out []choice) {
	at := map[int]int{}
	for _, c := range cases {
		v, variant := read(c)
		i, ok := at[variant]
		if !ok {
			i = len(out)
			at[variant] = i
			out = append(out, choice{variant: variant})
		}
		out[i].values = append(out[i].values, v)
	}
	return out
}
