package emit

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

func (e printer) unionDecl(u *gomodel.Union) jen.Code {
	return lines(
		doc(u.Doc, pageWidth).Type().Id(u.Name).Interface(
			jen.Id("Validate").Params().Error(),
			jen.Id("MarshalJSON").Params().Add(bytesAndError()),
			jen.Id("jsonValue"),
			jen.Id(u.Marker).Params().Bool(),
		),
		comment(u.Unknown+" is "+article(u.Name)+" ["+u.Name+"] that fits nothing in the document, as it came. Only a client makes one, when it reads "+
			"such an answer. It is never valid.").
			Type().Id(u.Unknown).Id("struct").Add(short(jen.Id("JSON").Index().Byte())),
		markers(u),
		unknownMethods(u),
		e.unionFuncs(u),
		e.readUnion(u),
		writeUnion(u),
	)
}

// article returns the word before a name.
func article(name string) string {
	if strings.ContainsRune("AEIO", rune(name[0])) {
		return "an"
	}
	return "a"
}

// markers prints the methods that make types variants. A nil pointer in the interface is nothing.
func markers(u *gomodel.Union) jen.Code {
	s := jen.Null()
	mark := func(receiver, result jen.Code) {
		s.Func().Params(receiver).Id(u.Marker).Params().Bool().Add(short(jen.Return(result))).Line()
	}
	for _, v := range u.Variants {
		if _, pointer := v.Type.(gomodel.Pointer); pointer {
			mark(jen.Id("x").Add(goType(v.Type)), notNil(jen.Id("x")))
		} else {
			mark(goType(v.Type), jen.True())
		}
	}
	mark(jen.Id("x").Op("*").Id(u.Unknown), notNil(jen.Id("x")))
	return s
}

func unknownMethods(u *gomodel.Union) jen.Code {
	rule, wanted := expectation(u)
	unfit := jen.Id("c").Dot("unknown").Call(jen.Lit(rule), text(wanted), jen.Id("x").Dot("JSON"))
	return lines(
		comment("Validate reports that x fits nothing in the document.").
			Add(validateFunc("x", "*", u.Unknown, u.Name)),
		marshalMethod(u.Unknown, "*", jen.Id("x")),
		encodeMethod(u.Unknown, "*", jen.Id("w").Dot("raw").Call(jen.Id("x").Dot("JSON"))),
		checkMethod("x", "*", u.Unknown, []jen.Code{unfit}),
	)
}

// unionFuncs prints what an interface cannot have as methods.
func (e printer) unionFuncs(u *gomodel.Union) jen.Code {
	present := notNil(jen.Id("x")).Op("&&").Id("x").Dot(u.Marker).Call()
	set := assign(jen.Id("x"), read(gomodel.UnionCodec{Type: gomodel.Ident{Name: u.Name}}))
	validate := jen.Id("validateUnion").Call(jen.Lit(u.Name), jen.Id("x"), present)
	if u.Rule != "" {
		at := place{value: value{expr: jen.Id("x")}}
		check := e.unionCheck(gomodel.Ident{Name: u.Name}, at, present)
		validate = jen.Id("validateFunc").Call(jen.Lit(u.Name), jen.Func().Params(checkerParam()).Add(body(check, !e.secrets[u.Name])))
	}
	return lines(
		comment(u.Unmarshal+" reads one ["+u.Name+"] from JSON. What does not fit is an [*InvalidError].").
			Func().Id(u.Unmarshal).Params(jen.Id("data").Index().Byte()).Params(jen.Id("x").Id(u.Name), jen.Err().Error()).Block(
			assign(jen.Err(), jen.Id("unmarshalFunc").Call(jen.Lit(u.Name), jen.Id("data"), jen.Func().Params(readerParam()).Add(short(set)))),
			jen.Return(jen.Id("x"), jen.Err()),
		),
		comment(u.Validate+" reports every rule of the document that x breaks, as an [*InvalidError]. Nil is not valid.").
			Func().Id(u.Validate).Params(jen.Id("x").Id(u.Name)).Error().
			Block(jen.Return(validate)),
	)
}

func writeUnion(u *gomodel.Union) jen.Code {
	x := jen.Id("x")
	return jen.Func().Id("write"+u.Name).Params(writerParam(), jen.Id("x").Id(u.Name)).Block(
		jen.If(jen.Add(x).Op("==").Nil().Op("||").Op("!").Add(x).Dot(u.Marker).Call()).Block(
			jen.Id("w").Dot("null").Call(),
			jen.Return()),
		jen.Add(x).Dot("encode").Call(jen.Id("w")),
	)
}

func (e printer) readUnion(u *gomodel.Union) jen.Code {
	rule, wanted := expectation(u)
	unfit := jen.Id("r").Dot("unfit").Call(jen.Lit(rule), text(wanted))
	switch c := u.Choose.(type) {
	case gomodel.ByTag:
		unfit = jen.Id("r").Dot("unfitTag").Call(text(c.Wire), text(wanted))
	case gomodel.BySchema:
		unfit = jen.Id("r").Dot("passed").Call() // choose has reported it
	}
	return jen.Func().Id("read" + u.Name).Params(readerParam()).Id(u.Name).Block(append(e.chooseVariant(u, u.Choose), unknown(u, unfit))...)
}

func unknown(u *gomodel.Union, text jen.Code) jen.Code {
	return jen.Return(jen.Op("&").Id(u.Unknown).Values(text))
}

// chooseVariant prints the switch that finds the variant.
func (e printer) chooseVariant(u *gomodel.Union, how gomodel.Choose) []jen.Code {
	group := func(g *jen.Group, choices []choice) {
		for _, c := range choices {
			g.Case(c.values...).Block(readVariant(u.Variants[c.variant])...)
		}
	}
	onReader := func(method string, args ...jen.Code) *jen.Statement { return jen.Id("r").Dot(method).Call(args...) }
	switch c := how.(type) {
	case gomodel.ByTag:
		return []jen.Code{jen.Switch(jen.String().Call(onReader("tag", text(c.Wire)))).BlockFunc(func(g *jen.Group) {
			group(g, choices(c.Cases, func(t gomodel.TagCase) (jen.Code, int) { return text(t.Value), t.Variant }))
		})}
	case gomodel.ByKey:
		keys := make([]jen.Code, len(c.Cases))
		for i, k := range c.Cases {
			keys[i] = text(k.Value)
		}
		return []jen.Code{jen.Switch(onReader("keyAmong", keys...)).BlockFunc(func(g *jen.Group) {
			group(g, choices(c.Cases, func(t gomodel.TagCase) (jen.Code, int) { return text(t.Value), t.Variant }))
		})}
	case gomodel.ByKind:
		return []jen.Code{jen.Switch(onReader("kind")).BlockFunc(func(g *jen.Group) {
			group(g, choices(c.Cases, func(k gomodel.KindCase) (jen.Code, int) { return jen.LitRune(rune(k.Kind)), k.Variant }))
			switch inner := c.Objects.(type) {
			case nil:
			case gomodel.ByTag:
				unfit := onReader("unfitTag", text(inner.Wire), text(tagValues(inner)))
				g.Case(jen.LitRune('{')).Block(append(e.chooseVariant(u, inner), unknown(u, unfit))...)
			case gomodel.ByKey:
				unfit := onReader("unfit", text(u.Keyword), text(withOneOf(inner)))
				g.Case(jen.LitRune('{')).Block(append(e.chooseVariant(u, inner), unknown(u, unfit))...)
			default:
				g.Case(jen.LitRune('{')).Block(append(e.chooseVariant(u, inner), unknown(u, onReader("passed")))...)
			}
		})}
	case gomodel.BySchema:
		return e.chooseBySchema(u, c)
	}
	panic(noPrinter(how))
}

// chooseBySchema prints a switch over the first variant whose rule holds. What it reports may show a secret.
func (e printer) chooseBySchema(u *gomodel.Union, c gomodel.BySchema) []jen.Code {
	args := []jen.Code{jen.Id(find[*gomodel.Rules](e, u.Rule).Name), jen.Id(u.Rule)}
	index := map[int]int{} // of a variant in the list of rules
	for i, s := range c.Cases {
		args = append(args, jen.Id(s.Rule))
		index[s.Variant] = i
	}
	byTag := jen.Code(jen.Nil())
	if len(c.Tags) > 0 {
		tags := make([]jen.Code, len(c.Tags))
		for i, t := range c.Tags {
			tags[i] = jen.Values(text(t.Value), jen.Lit(index[t.Variant]))
		}
		byTag = jen.Op("&").Id("tagged").Values(text(c.Wire), jen.Index().Id("taggedCase").Values(tags...))
	}
	args = append(args[:2:2], append([]jen.Code{byTag}, args[2:]...)...)
	choice := jen.Switch(jen.Id("r").Dot("choose").Call(args...)).BlockFunc(func(g *jen.Group) {
		for i, s := range c.Cases {
			g.Case(jen.Lit(i)).Block(readVariant(u.Variants[s.Variant])...)
		}
	})
	if !e.secrets[u.Name] {
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

func readVariant(v gomodel.Variant) []jen.Code {
	if p, ok := v.Type.(gomodel.Pointer); ok {
		return []jen.Code{jen.Id("x").Op(":=").New(goType(p.Elem)), readInto(jen.Id("x"), v.Codec), jen.Return(jen.Id("x"))}
	}
	switch v.Codec.(type) {
	case gomodel.ListCodec, gomodel.MapCodec:
		return []jen.Code{jen.Return(goType(v.Type).Call(read(v.Codec)))}
	}
	return []jen.Code{jen.Return(read(v.Codec))}
}

// expectation returns the rule that a value of no variant breaks, and what would have been right, in words.
func expectation(u *gomodel.Union) (rule, wanted string) {
	switch c := u.Choose.(type) {
	case gomodel.ByTag:
		return "discriminator", tagValues(c)
	case gomodel.ByKey:
		return u.Keyword, withOneOf(c)
	case gomodel.ByKind:
		return u.Keyword, anyOf(kindNames(c))
	case gomodel.BySchema:
		return u.Keyword, "one of " + strconv.Itoa(len(c.Cases))
	}
	panic(noPrinter(u.Choose))
}

func tagValues(c gomodel.ByTag) string { return anyOf(quoted(c.Cases)) }

func withOneOf(c gomodel.ByKey) string { return "object with " + anyOf(quoted(c.Cases)) }

func quoted(cases []gomodel.TagCase) []string {
	values := make([]string, len(cases))
	for i, t := range cases {
		values[i] = strconv.Quote(t.Value)
	}
	return values
}

// kindNames returns the JSON types of a union by kind; an integer is not named beside number.
func kindNames(c gomodel.ByKind) (names []string) {
	number := false
	for _, k := range c.Cases {
		number = number || k.Kind == gomodel.KindNumber
	}
	for _, k := range c.Cases {
		if k.Kind != gomodel.KindInteger || !number {
			names = append(names, kindName(k.Kind))
		}
	}
	if c.Objects != nil {
		names = append(names, kindName(gomodel.KindObject))
	}
	return names
}

func kindName(k gomodel.JSONKind) string {
	switch k {
	case gomodel.KindNull:
		return "null"
	case gomodel.KindBool:
		return "boolean"
	case gomodel.KindInteger:
		return "integer"
	case gomodel.KindNumber:
		return "number"
	case gomodel.KindString:
		return "string"
	case gomodel.KindArray:
		return "array"
	case gomodel.KindObject:
		return "object"
	}
	panic(unprintable("no name for JSON kind " + strconv.Itoa(int(k))))
}

// anyOf joins words: a, b or c.
func anyOf(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
