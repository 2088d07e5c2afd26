package golang

import (
	"github.com/dave/jennifer/jen"
)

// Lines puts declarations one under the other with an empty line between them.
func Lines(parts ...jen.Code) *jen.Statement {
	s := jen.Null()
	for i, p := range parts {
		if i > 0 {
			s.Line().Line()
		}
		s.Add(p)
	}
	return s
}

// Short prints a block of one statement in one line, which jen.Block never does. Where that is too long, gofmt breaks it.
func Short(statement jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "{ ", Close: " }"}, statement)
}

// Body prints a block, in one line if it is one simple statement.
func Body(statements []jen.Code, simple bool) jen.Code {
	switch {
	case len(statements) == 0:
		return jen.Values()
	case len(statements) == 1 && simple:
		return Short(statements[0])
	}
	return jen.Block(statements...)
}

// MultiLine prints a composite literal with one part a line.
func MultiLine(parts ...jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}, parts...)
}

// Pair prints name: value, a part of a composite literal.
func Pair(name string, value jen.Code) *jen.Statement { return jen.Id(name).Op(":").Add(value) }

// Method prints the head of a method: func (x T) name, with a pointer receiver if star is "*".
func Method(receiver, star, typ, name string) *jen.Statement {
	return jen.Func().Params(jen.Id(receiver).Op(star).Id(typ)).Id(name)
}

// BytesAndError prints ([]byte, error).
func BytesAndError() jen.Code { return jen.Params(jen.Index().Byte(), jen.Error()) }

// NotNil prints v != nil.
func NotNil(v jen.Code) *jen.Statement { return jen.Add(v).Op("!=").Nil() }

// IfElse prints if condition { yes } else { no }.
func IfElse(condition jen.Code, yes, no []jen.Code) jen.Code {
	return jen.If(condition).Block(yes...).Else().Block(no...)
}

// Assign prints target = v.
func Assign(target, v jen.Code) jen.Code { return jen.Add(target).Op("=").Add(v) }

// Statements prints statements one under the other, as part of a block.
func Statements(list ...jen.Code) *jen.Statement {
	s := jen.Null()
	for i, statement := range list {
		if i > 0 {
			s.Line()
		}
		s.Add(statement)
	}
	return s
}
