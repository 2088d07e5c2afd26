package values

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// A Place is where checks hang: what is checked, how it is held, and what a violation calls it.
type Place struct {
	Value Value
	Codec gomodel.Codec
	Name  jen.Code // the name in JSON, an expression; nil: the value itself
	// element: in the closure of each, which puts the position before what the checks report.
	Element bool
	Own     string // the type of the receiver of the check method, which can encode itself; "": another value
	present bool   // a union that is known to be there
	Parsed  bool   // c is a headerParser, which has the checker inside
	Depth   int    // loops around
}

// checker prints the *checker, for what is no method of it.
func (p Place) checker() *jen.Statement {
	if p.Parsed {
		return jen.Op("&").Id("c").Dot("checker")
	}
	return jen.Id("c")
}

func (p Place) nameOrEmpty() jen.Code {
	if p.Name == nil {
		return jen.Lit("")
	}
	return p.Name
}

// Call prints c.helper(name, args...).
func (p Place) Call(helper string, args ...jen.Code) *jen.Statement {
	return jen.Id("c").Dot(helper).Call(append([]jen.Code{p.nameOrEmpty()}, args...)...)
}

// FieldChecks prints the checks of a field, for the value if it is there and not null.
func (s Scope) FieldChecks(f *gomodel.Field, receiver string, name jen.Code) []jen.Code {
	if len(f.Checks) == 0 {
		return nil
	}
	var statements []jen.Code
	field := jen.Id(receiver).Dot(f.Name)
	at := Place{Value: Value{Expr: Filled(field, f)}, Codec: f.Codec, Name: name}
	list, must := slices.Clone(f.Checks), (*jen.Statement)(nil)
	switch list[0].(type) {
	case gomodel.Present:
		statements, list = append(statements, at.Call("present", golang.NotNil(field))), list[1:]
	case gomodel.Given:
		statements, list = append(statements, at.Call("given", isSet(at.Codec, at.Value))), list[1:]
	case gomodel.Filled:
		must, list = at.Call("present", jen.Len(field).Op(">").Lit(0)), list[1:]
	case gomodel.Segment, gomodel.NotEmpty:
		must, list = at.Call(helperOf(list[0]), TextOf(at.Codec, at.Value)), list[1:]
	}
	switch {
	case must != nil && len(list) > 0: // what is not there breaks no other rule
		statements = append(statements, jen.If(must).Block(s.heldChecks(f, list, at)...))
	case must != nil:
		statements = append(statements, must)
	case len(list) > 0:
		statements = append(statements, s.heldChecks(f, list, at)...)
	}
	if f.Secret {
		statements = append(statements, at.Call("conceal"))
	}
	return statements
}

// heldChecks prints the nil test of a field and the checks inside.
func (s Scope) heldChecks(f *gomodel.Field, list []gomodel.Check, at Place) []jen.Code {
	field := at.Value.Expr
	_, union := f.Codec.(gomodel.UnionCodec)
	optional := !f.Hold.Required || f.Hold.Nullable
	switch {
	case f.Hold.Box == gomodel.Boxed:
		at.Value = Value{Expr: jen.Id("v")}
		return []jen.Code{jen.If(jen.List(jen.Id("v"), jen.Id("ok")).Op(":=").Add(field).Dot("Get").Call(), jen.Id("ok")).
			Block(s.Checks(list, at)...)}
	case f.Hold.Box == gomodel.BoxedPointer:
		at.Value = Value{jen.Id("v"), true}
		return []jen.Code{ifBoxedPointer(field, s.Checks(list, at)...)}
	case f.Hold.Box == gomodel.Pointing:
		at.Value.Pointer = true
		return []jen.Code{jen.If(golang.NotNil(field)).Block(s.Checks(list, at)...)}
	case optional && union:
		return []jen.Code{jen.If(s.Present(f.Codec, field)).Block(s.inUnion(list, at)...)}
	case optional && seesNil(list):
		return []jen.Code{jen.If(golang.NotNil(field)).Block(s.Checks(list, at)...)}
	}
	return s.Checks(list, at)
}

// seesNil reports whether a check would complain about a nil list or map, which has no elements.
func seesNil(list []gomodel.Check) bool {
	return slices.ContainsFunc(list, func(c gomodel.Check) bool {
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

// Checks prints checks of one value.
func (s Scope) Checks(list []gomodel.Check, at Place) (out []jen.Code) {
	for _, c := range list {
		out = append(out, s.checkCall(c, at)...)
	}
	return out
}

// checkCall prints one check.
func (s Scope) checkCall(c gomodel.Check, at Place) []jen.Code {
	switch c := c.(type) {
	case gomodel.Each:
		return s.eachCall(c, at)
	case gomodel.Inside:
		return []jen.Code{insideCall(at)}
	case gomodel.Requires:
		return requiresCalls(c, at)
	case gomodel.InsideUnion:
		v := at.Value.Get()
		return s.UnionCheck(c.Type, at, s.Present(gomodel.UnionCodec(c), v))
	case gomodel.Present:
		return []jen.Code{at.Call("present", golang.NotNil(at.Value.Get()))}
	case gomodel.ByRule:
		return s.byRule(c, at)
	case gomodel.ByMethod:
		return []jen.Code{jen.Id("c").Dot("byMethod").Call(jen.Add(at.Value.Expr).Dot("Check").Call())}
	}
	return []jen.Code{LimitCall(c, at)}
}

// requiresCalls prints a question for each name that a map must have.
func requiresCalls(c gomodel.Requires, at Place) (out []jen.Code) {
	ok := jen.Id("ok")
	for _, name := range c.Names {
		out = append(out, jen.If(jen.List(jen.Id("_"), ok).Op(":=").Add(at.Value.at(golang.Text(name))), jen.Op("!").Add(ok)).Block(at.Call("lacksName", golang.Text(name))))
	}
	return out
}

// insideCall prints the call of the check method of a value. Named scalars have it on the value, all others on the pointer.
func insideCall(at Place) jen.Code {
	if at.Element {
		return at.Value.Dot("check").Call(at.checker())
	}
	switch at.Codec.(type) {
	case gomodel.ObjectCodec, gomodel.ListCodec: // a parameter knows a named list as a list
		return at.Call("object", at.Value.Address())
	}
	return at.Call("object", at.Value.Expr)
}
