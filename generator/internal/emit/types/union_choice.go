package types

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// chooseVariant prints the switch that finds the variant.
func (e Printer) chooseVariant(u *gomodel.Union, how gomodel.Choose) []jen.Code {
	group := func(g *jen.Group, choices []choice) {
		for _, c := range choices {
			g.Case(c.values...).Block(readVariant(u.Variants[c.variant])...)
		}
	}
	onReader := func(method string, args ...jen.Code) *jen.Statement { return jen.Id("r").Dot(method).Call(args...) }
	switch c := how.(type) {
	case gomodel.ByTag:
		return []jen.Code{jen.Switch(jen.String().Call(onReader("tag", golang.Text(c.Wire)))).BlockFunc(func(g *jen.Group) {
			group(g, choices(c.Cases, func(t gomodel.TagCase) (jen.Code, int) { return golang.Text(t.Value), t.Variant }))
		})}
	case gomodel.ByKey:
		keys := make([]jen.Code, len(c.Cases))
		for i, k := range c.Cases {
			keys[i] = golang.Text(k.Value)
		}
		return []jen.Code{jen.Switch(onReader("keyAmong", keys...)).BlockFunc(func(g *jen.Group) {
			group(g, choices(c.Cases, func(t gomodel.TagCase) (jen.Code, int) { return golang.Text(t.Value), t.Variant }))
		})}
	case gomodel.ByKind:
		return []jen.Code{jen.Switch(onReader("kind")).BlockFunc(func(g *jen.Group) {
			group(g, choices(c.Cases, func(k gomodel.KindCase) (jen.Code, int) { return jen.LitRune(rune(k.Kind)), k.Variant }))
			switch inner := c.Objects.(type) {
			case nil:
			case gomodel.ByTag:
				unfit := onReader("unfitTag", golang.Text(inner.Wire), golang.Text(tagValues(inner)))
				g.Case(jen.LitRune('{')).Block(append(e.chooseVariant(u, inner), unknown(u, unfit))...)
			case gomodel.ByKey:
				unfit := onReader("unfit", golang.Text(u.Keyword), golang.Text(withOneOf(inner)))
				g.Case(jen.LitRune('{')).Block(append(e.chooseVariant(u, inner), unknown(u, unfit))...)
			default:
				g.Case(jen.LitRune('{')).Block(append(e.chooseVariant(u, inner), unknown(u, onReader("passed")))...)
			}
		})}
	case gomodel.BySchema:
		return e.chooseBySchema(u, c)
	}
	panic(golang.NoPrinter(how))
}

// chooseBySchema prints a switch over the first variant whose rule holds. What it reports may show a secret.
func (e Printer) chooseBySchema(u *gomodel.Union, c gomodel.BySchema) []jen.Code {
	args := []jen.Code{jen.Id(values.Find[*gomodel.Rules](e.Scope, u.Rule).Name), jen.Id(u.Rule)}
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
	choice := jen.Switch(jen.Id("r").Dot("choose").Call(args...)).BlockFunc(func(g *jen.Group) {
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
