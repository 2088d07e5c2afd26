package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// A place is where checks hang: what is checked, how it is held, and what a violation calls it.
type place struct {
	value value
	codec gomodel.Codec
	name  jen.Code // the name in JSON, an expression; nil: the value itself
	// element: in the closure of each, which puts the position before what the checks report.
	element bool
	own     string // the type of the receiver of the check method, which can encode itself; "": another value
	present bool   // a union that is known to be there
	parsed  bool   // c is a headerParser, which has the checker inside
	depth   int    // loops around
}

// checker prints the *checker, for what is no method of it.
func (p place) checker() *jen.Statement {
	if p.parsed {
		return jen.Op("&").Id("c").Dot("checker")
	}
	return jen.Id("c")
}

func (p place) nameOrEmpty() jen.Code {
	if p.name == nil {
		return jen.Lit("")
	}
	return p.name
}

// call prints c.helper(name, args...).
func (p place) call(helper string, args ...jen.Code) *jen.Statement {
	return jen.Id("c").Dot(helper).Call(append([]jen.Code{p.nameOrEmpty()}, args...)...)
}

// check prints the check method of a struct.
func (e printer) check(s *gomodel.Struct) jen.Code {
	var statements []jen.Code
	for _, f := range gomodel.Fields(s.Members) {
		statements = append(statements, e.fieldChecks(f, "x", text(f.Wire))...)
	}
	if s.Extra != nil {
		statements = append(statements, e.extraChecks(s)...)
	}
	if s.Other != "" && len(statements) > 0 {
		statements = []jen.Code{jen.If(jen.Id("x").Dot(s.Other).Op("==").Nil()).Block(statements...)}
	}
	whole := place{value: value{jen.Id("x"), true}, own: s.Name}
	statements = append(statements, e.checks(s.Checks, whole)...)
	return checkMethod("x", "*", s.Name, statements)
}

// extraChecks prints the checks of members without a field. The name of a field among them would be written twice.
func (e printer) extraChecks(s *gomodel.Struct) []jen.Code {
	var own []jen.Code
	if len(s.Members) > 0 && !hasLoose(s) { // the rule of a struct with loose fields looks for names that come twice
		known := jen.Id(keysName(s)).Dot("find").Call(jen.Index().Byte().Call(jen.Id("name")))
		own = append(own, jen.If(known.Op(">=").Lit(0)).Block(
			jen.Id("c").Dot("add").Call(jen.Id("name"), jen.Lit("duplicate"), jen.Lit(""), jen.Lit(""))))
	}
	if len(own) == 0 && len(s.Extra.Checks) == 0 {
		return nil
	}
	return e.checkNames(s.Extra.Checks, place{
		value: value{expr: jen.Id("x").Dot(s.Extra.Name)}, codec: gomodel.MapCodec{Elem: s.Extra.Codec}}, own...)
}

// fieldChecks prints the checks of a field, for the value if it is there and not null.
func (e printer) fieldChecks(f *gomodel.Field, receiver string, name jen.Code) []jen.Code {
	if len(f.Checks) == 0 {
		return nil
	}
	var statements []jen.Code
	field := jen.Id(receiver).Dot(f.Name)
	at := place{value: value{expr: field}, codec: f.Codec, name: name}
	rules, must := slices.Clone(f.Checks), (*jen.Statement)(nil)
	switch rules[0].(type) {
	case gomodel.Present:
		statements, rules = append(statements, at.call("present", notNil(field))), rules[1:]
	case gomodel.Filled:
		must, rules = at.call("present", jen.Len(field).Op(">").Lit(0)), rules[1:]
	case gomodel.Segment, gomodel.NotEmpty:
		must, rules = at.call(helperOf(rules[0]), textOf(at.codec, at.value)), rules[1:]
	}
	switch {
	case must != nil && len(rules) > 0: // what is not there breaks no other rule
		statements = append(statements, jen.If(must).Block(e.heldChecks(f, rules, at)...))
	case must != nil:
		statements = append(statements, must)
	case len(rules) > 0:
		statements = append(statements, e.heldChecks(f, rules, at)...)
	}
	if f.Secret {
		statements = append(statements, at.call("conceal"))
	}
	return statements
}

// helperOf returns the check of support code that a required text is there.
func helperOf(c gomodel.Check) string {
	if c == (gomodel.Segment{}) {
		return "segment"
	}
	return "notEmpty"
}

// heldChecks prints the nil test of a field and the checks inside.
func (e printer) heldChecks(f *gomodel.Field, rules []gomodel.Check, at place) []jen.Code {
	field := at.value.expr
	_, union := f.Codec.(gomodel.UnionCodec)
	optional := !f.Hold.Required || f.Hold.Nullable
	switch {
	case f.Hold.Box == gomodel.Boxed:
		at.value = value{expr: jen.Id("v")}
		return []jen.Code{jen.If(jen.List(jen.Id("v"), jen.Id("ok")).Op(":=").Add(field).Dot("Get").Call(), jen.Id("ok")).
			Block(e.checks(rules, at)...)}
	case f.Hold.Box == gomodel.BoxedPointer:
		at.value = value{jen.Id("v"), true}
		return []jen.Code{ifBoxedPointer(field, e.checks(rules, at)...)}
	case f.Hold.Box == gomodel.Pointing:
		at.value.pointer = true
		return []jen.Code{jen.If(notNil(field)).Block(e.checks(rules, at)...)}
	case optional && union:
		return []jen.Code{jen.If(e.present(f.Codec, field)).Block(e.inUnion(rules, at)...)}
	case optional && seesNil(rules):
		return []jen.Code{jen.If(notNil(field)).Block(e.checks(rules, at)...)}
	}
	return e.checks(rules, at)
}

// seesNil reports whether a check would complain about a nil list or map, which has no elements.
func seesNil(rules []gomodel.Check) bool {
	return slices.ContainsFunc(rules, func(c gomodel.Check) bool {
		switch c := c.(type) {
		case gomodel.Items:
			return c.Min > 0
		case gomodel.Properties:
			return c.Min > 0
		case gomodel.Each:
			return false
		}
		return true
	})
}

func (e printer) checks(rules []gomodel.Check, at place) (out []jen.Code) {
	for _, c := range rules {
		out = append(out, e.checkCall(c, at)...)
	}
	return out
}

// checkCall prints one check.
func (e printer) checkCall(c gomodel.Check, at place) []jen.Code {
	switch c := c.(type) {
	case gomodel.Each:
		return e.eachCall(c, at)
	case gomodel.Inside:
		return []jen.Code{insideCall(at)}
	case gomodel.Requires:
		return requiresCalls(c, at)
	case gomodel.InsideUnion:
		v := at.value.get()
		return e.unionCheck(c.Type, at, e.present(gomodel.UnionCodec(c), v))
	case gomodel.Present:
		return []jen.Code{at.call("present", notNil(at.value.get()))}
	case gomodel.ByRule:
		return e.byRule(c, at)
	}
	return []jen.Code{ruleCall(c, at)}
}

// requiresCalls prints a question for each name that a map must have.
func requiresCalls(c gomodel.Requires, at place) (out []jen.Code) {
	ok := jen.Id("ok")
	for _, name := range c.Names {
		out = append(out, jen.If(jen.List(jen.Id("_"), ok).Op(":=").Add(at.value.at(text(name))), jen.Op("!").Add(ok)).Block(at.call("lacksName", text(name))))
	}
	return out
}

// ruleCall prints the checks that are one call with limits.
func ruleCall(c gomodel.Check, at place) jen.Code {
	switch c := c.(type) {
	case gomodel.Length:
		return at.call("length", textOf(at.codec, at.value), number(int64(c.Min)), number(int64(c.Max)))
	case gomodel.Match:
		return at.call("pattern", textOf(at.codec, at.value), jen.Op("&").Id(c.Var))
	case gomodel.IntRange:
		return at.call("integer", asInt64(at.codec, at.value), bound(c.Min), bound(c.Max))
	case gomodel.FloatRange:
		return floatCall(c, at)
	case gomodel.InEnum:
		suffix, v := comparable(at)
		return at.call("enum"+suffix, v, jen.Id(c.Var))
	case gomodel.Equals:
		_, v := comparable(at)
		return at.call("equals"+literalSuffix(c.Value), v, literal(c.Value))
	case gomodel.MultipleOf:
		return at.call("multiple", textOf(at.codec, at.value), text(c.Of))
	case gomodel.Unique:
		return jen.Id("unique").Call(at.checker(), at.nameOrEmpty(), at.value.get())
	case gomodel.Format:
		helper := "format"
		if c.Number {
			helper = "numberFormat"
		}
		return at.call(helper, textOf(at.codec, at.value), text(c.Name), jen.Id(gomodel.FormatFunc(c)))
	case gomodel.Items:
		return at.call("items", jen.Len(at.value.get()), number(int64(c.Min)), number(int64(c.Max)))
	case gomodel.Properties:
		return at.call("properties", jen.Len(at.value.get()), number(int64(c.Min)), number(int64(c.Max)))
	case gomodel.Segment, gomodel.NotEmpty:
		return at.call(helperOf(c), textOf(at.codec, at.value))
	}
	panic(noPrinter(c))
}

func floatCall(c gomodel.FloatRange, at place) jen.Code {
	limit := func(s string, none gomodel.FloatLit) jen.Code {
		if s == "" {
			return literal(none)
		}
		return float(s)
	}
	args := []jen.Code{base(at.codec, at.value), limit(c.Min, "-Inf"), limit(c.Max, "+Inf")}
	if c.MinExclusive || c.MaxExclusive {
		return at.call("numberExclusive", append(args, jen.Lit(c.MinExclusive), jen.Lit(c.MaxExclusive))...)
	}
	return at.call("number", args...)
}

// comparable prints a value as the type that enum and equals take, and the end of their names for it.
func comparable(at place) (suffix string, v *jen.Statement) {
	s, ok := at.codec.(gomodel.Scalar)
	if !ok {
		return "", base(at.codec, at.value)
	}
	switch s.Kind {
	case gomodel.Int32, gomodel.Int64:
		return "Int", asInt64(s, at.value)
	case gomodel.Float64:
		return "Float", base(s, at.value)
	case gomodel.Bool:
		return "Bool", base(s, at.value)
	}
	return "", textOf(s, at.value)
}

// insideCall prints the call of the check method of a value. Named scalars have it on the value, all others on the pointer.
func insideCall(at place) jen.Code {
	if at.element {
		return at.value.dot("check").Call(at.checker())
	}
	switch at.codec.(type) {
	case gomodel.ObjectCodec, gomodel.ListCodec: // a parameter knows a named list as a list
		return at.call("object", at.value.address())
	}
	return at.call("object", at.value.expr)
}

// eachCall prints the checks of elements.
func (e printer) eachCall(c gomodel.Each, at place) []jen.Code {
	switch codec := at.codec.(type) {
	case gomodel.ListCodec:
		i := indexName(at.depth)
		inner, simple := e.elementChecks(c.Checks, place{
			value: value{expr: at.value.index(i)}, codec: codec.Elem, element: true, parsed: at.parsed, depth: at.depth + 1})
		return []jen.Code{at.call("each", jen.Len(at.value.get()), jen.Func().Params(jen.Id(i).Int()).Add(body(inner, simple)))}
	case gomodel.MapCodec:
		loop := e.checkNames(c.Checks, at)
		if at.name != nil {
			return []jen.Code{jen.If(jen.Len(at.value.get()).Op(">").Lit(0)).Block(loop...)} // its own scope for first
		}
		return loop
	}
	panic(noPrinter(at.codec))
}

// elementChecks prints checks of an element or a value of a map, inside a nil test if it may be null.
func (e printer) elementChecks(rules []gomodel.Check, at place) (statements []jen.Code, simple bool) {
	or, null := at.codec.(gomodel.OrNull)
	if !null || len(rules) == 0 {
		nested := slices.ContainsFunc(rules, func(c gomodel.Check) bool {
			switch c.(type) {
			case gomodel.Each, gomodel.Requires:
				return true
			}
			return false
		})
		u, union := at.codec.(gomodel.UnionCodec)
		return e.checks(rules, at), !nested && !(union && (hasRule(rules) || e.secrets[u.Type.Name]))
	}
	v := at.value.expr
	at.codec, at.value.pointer = or.Elem, !or.Bare
	if _, union := or.Elem.(gomodel.UnionCodec); union {
		return []jen.Code{jen.If(e.present(or.Elem, v)).Block(e.inUnion(rules, at)...)}, false
	}
	return []jen.Code{jen.If(notNil(v)).Block(e.checks(rules, at)...)}, false
}

// checkNames prints a loop over a map, with own in front of the checks of the values. Its order is by chance, so what it reports
// is sorted afterwards.
func (e printer) checkNames(rules []gomodel.Check, at place, own ...jen.Code) []jen.Code {
	loop := jen.List(jen.Id("name"), jen.Id("v"))
	if len(rules) == 0 {
		loop = jen.Id("name")
	}
	inner, _ := e.elementChecks(rules, place{
		value: value{expr: jen.Id("v")}, codec: at.codec.(gomodel.MapCodec).Elem, name: jen.Id("name"), parsed: at.parsed, depth: at.depth})
	end := jen.Id("c").Dot("sort").Call(jen.Id("first"))
	if at.name != nil {
		end = jen.Id("c").Dot("nest").Call(at.name, jen.Id("first"))
	}
	return []jen.Code{
		jen.Id("first").Op(":=").Id("c").Dot("count").Call(),
		jen.For(loop.Op(":=").Range().Add(at.value.get())).Block(append(own, inner...)...),
		end,
	}
}
