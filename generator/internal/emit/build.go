package emit

import (
	"github.com/dave/jennifer/jen"
)

// lines puts declarations one under the other with an empty line between them.
func lines(parts ...jen.Code) *jen.Statement {
	s := jen.Null()
	for i, p := range parts {
		if i > 0 {
			s.Line().Line()
		}
		s.Add(p)
	}
	return s
}

// short prints a block of one statement in one line, which jen.Block never does. Where that is too long, gofmt breaks it.
func short(statement jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "{ ", Close: " }"}, statement)
}

// body prints a block, in one line if it is one simple statement.
func body(statements []jen.Code, simple bool) jen.Code {
	switch {
	case len(statements) == 0:
		return jen.Values()
	case len(statements) == 1 && simple:
		return short(statements[0])
	}
	return jen.Block(statements...)
}

// multiLine prints a composite literal with one part a line.
func multiLine(parts ...jen.Code) jen.Code {
	return jen.Custom(jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}, parts...)
}

// pair prints name: value, a part of a composite literal.
func pair(name string, value jen.Code) *jen.Statement { return jen.Id(name).Op(":").Add(value) }

// method prints the head of a method: func (x T) name, with a pointer receiver if star is "*".
func method(receiver, star, typ, name string) *jen.Statement {
	return jen.Func().Params(jen.Id(receiver).Op(star).Id(typ)).Id(name)
}

// Parameters of unexported methods and helpers.
func readerParam() jen.Code  { return jen.Id("r").Op("*").Id("jsonReader") }
func writerParam() jen.Code  { return jen.Id("w").Op("*").Id("jsonWriter") }
func checkerParam() jen.Code { return jen.Id("c").Op("*").Id("checker") }

// bytesAndError prints ([]byte, error).
func bytesAndError() jen.Code { return jen.Params(jen.Index().Byte(), jen.Error()) }

// notNil prints v != nil.
func notNil(v jen.Code) *jen.Statement { return jen.Add(v).Op("!=").Nil() }

// ifElse prints if condition { yes } else { no }.
func ifElse(condition jen.Code, yes, no []jen.Code) jen.Code {
	return jen.If(condition).Block(yes...).Else().Block(no...)
}

// assign prints target = v.
func assign(target, v jen.Code) jen.Code { return jen.Add(target).Op("=").Add(v) }
