package client

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// Results prints what a method returns.
func (e Printer) Results(r gomodel.Result) jen.Code {
	if s, ok := r.(gomodel.SequenceResult); ok {
		return jen.Qual("iter", "Seq2").Types(e.Item(s), jen.Error())
	}
	if t := gomodel.ResultType(r); t != nil {
		return jen.Params(golang.Type(t), jen.Error())
	}
	return jen.Error()
}

// Item prints the type of an item of a sequence.
func (e Printer) Item(s gomodel.SequenceResult) *jen.Statement {
	if s.Events {
		return jen.Id("StreamEvent").Types(golang.Type(s.Type))
	}
	return golang.Type(s.Type)
}

// failWith prints the return of an error.
func (e Printer) failWith(r gomodel.Result, err jen.Code) jen.Code {
	switch r := r.(type) {
	case gomodel.NoResult:
		return jen.Return(err)
	case gomodel.ValueResult:
		return jen.Return(e.zero(r.Type), err)
	case gomodel.ReaderResult, gomodel.OneOfResult:
		return jen.Return(jen.Nil(), err)
	}
	panic(golang.NoPrinter(r))
}

// zero prints the value of a result that is not there: nil where the type has it, else the x that was declared first.
func (e Printer) zero(t gomodel.TypeExpr) jen.Code {
	if e.HasNil(t) {
		return jen.Nil()
	}
	return jen.Id("x")
}

// HasNil reports whether nil is a value of a result type.
func (e Printer) HasNil(t gomodel.TypeExpr) bool {
	n, ok := t.(gomodel.Named)
	if !ok || n.Ident == (gomodel.Ident{Path: "encoding/json", Name: "RawMessage"}) {
		return true
	}
	switch e.Declared(n.Ident).(type) {
	case *gomodel.Union, *gomodel.ListType, *gomodel.MapType, *gomodel.RawType:
		return true
	}
	return false
}

// ResultUnion prints the interface of several kinds of success, and the structs around bodies that are no structs.
func (e Printer) ResultUnion(u *gomodel.ResultUnion) jen.Code {
	parts := []jen.Code{golang.Doc(u.Doc, golang.PageWidth).Type().Id(u.Name).Interface(jen.Id(u.Marker).Params())}
	for _, v := range u.Variants {
		if v.Body != nil {
			parts = append(parts, golang.Doc(v.Doc, golang.PageWidth).Type().Id(v.Name).Struct(jen.Id("Body").Add(golang.Type(v.Body))))
		}
		parts = append(parts, jen.Func().Params(jen.Op("*").Id(v.Name)).Id(u.Marker).Params().Values())
	}
	return golang.Lines(parts...)
}
