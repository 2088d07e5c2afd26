package server

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// isList reports whether one of several kinds is a list.
func isList(s gomodel.TextShape) bool { return s.Items != nil }

// onlyKinds returns the kinds of scalars of a shape.
func onlyKinds(s gomodel.TextShape) (kinds []string) {
	for _, k := range []struct {
		is   bool
		name string
	}{{s.Text, "isText"}, {s.Number, "isNumber"}, {s.Bool, "isBoolean"}} {
		if k.is {
			kinds = append(kinds, k.name)
		}
	}
	return kinds
}

// shapeLit prints how texts become JSON. The usual shapes have names.
func shapeLit(s gomodel.TextShape) *jen.Statement {
	kinds := onlyKinds(s)
	usual := map[string]string{"isText": "text", "isNumber": "number", "isBoolean": "bool"}
	plain := s.Members == nil && s.Rest == nil
	if plain && !isList(s) && len(kinds) == 1 {
		return jen.Id(usual[kinds[0]] + "Shape")
	}
	if plain && isList(s) && len(kinds) == 0 && s.Items.Items == nil && s.Items.Members == nil && s.Items.Rest == nil {
		if inner := onlyKinds(*s.Items); len(inner) == 1 {
			return jen.Id(usual[inner[0]] + "sShape")
		}
	}
	return jen.Id("shape").Values(shapeParts(s, kinds)...)
}

func shapeParts(s gomodel.TextShape, kinds []string) (parts []jen.Code) {
	if len(kinds) > 0 {
		sum := jen.Id(kinds[0])
		for _, k := range kinds[1:] {
			sum = sum.Op("|").Id(k)
		}
		parts = append(parts, golang.Pair("kinds", sum))
	}
	if s.Items != nil {
		parts = append(parts, golang.Pair("items", shapePointer(*s.Items)))
	}
	if s.Members != nil {
		members := make([]jen.Code, len(s.Members))
		for i, m := range s.Members {
			members[i] = jen.Values(golang.Text(m.Name), shapeLit(m.Shape))
		}
		parts = append(parts, golang.Pair("members", jen.Index().Id("shapeMember").Values(members...)))
	}
	if s.Rest != nil && (!slices.Contains(onlyKinds(*s.Rest), "isText") || s.Rest.Items != nil || s.Members == nil) {
		parts = append(parts, golang.Pair("rest", shapePointer(*s.Rest)))
	}
	return parts
}

// shapePointer prints the address of a shape.
func shapePointer(s gomodel.TextShape) jen.Code {
	return jen.Op("&").Add(shapeLit(s))
}
