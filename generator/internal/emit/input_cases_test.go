package emit_test

import (
	. "github.com/oas2go/oas2go/generator/gomodel"
)

// inputs has structs that are sent in another form, and a field for each way in which their values move.
func inputs() []Decl {
	inner := structOf("Inner", "Inner is inside.", scalar("A", "a", String, required), scalar("Since", "since", String, optional))
	inner.Input = &InputForm{Type: local("InnerInput"), Moves: []Move{{To: "A", From: "A"}}}
	fields := func(typ string) []Member {
		return []Member{
			scalar("Same", "same", String, required), object("One", "one", typ, required), object("Maybe", "maybe", typ, optional),
			list("List", "list", localType(typ), objectCodec(typ), "list"+typ, required), mapOf("Map", "map", localType(typ), objectCodec(typ), "map"+typ, required),
		}
	}
	outer := structOf("Outer", "Outer is outside.", fields("Inner")...)
	outer.Input = &InputForm{Type: local("OuterInput"), Moves: []Move{
		{To: "Same", From: "Same"}, {To: "One", From: "One", How: MoveStruct, Elem: local("Inner")},
		{To: "Maybe", From: "Maybe", How: MovePointer, Elem: local("Inner")},
		{To: "List", From: "List", How: MoveList, Elem: local("Inner")}, {To: "Map", From: "Map", How: MoveMap, Elem: local("Inner")},
	}}
	decls := []Decl{inner, outer, structOf("InnerInput", "InnerInput is sent.", scalar("A", "a", String, required)), structOf("OuterInput", "OuterInput is sent.", fields("InnerInput")...)}
	for _, typ := range []string{"Inner", "InnerInput"} {
		decls = append(decls,
			&ListReader{Head: helper("list" + typ), Elem: objectCodec(typ), Type: localType(typ)},
			&MapReader{Head: helper("map" + typ), Writes: true, Elem: objectCodec(typ), Type: localType(typ)})
	}
	return decls
}
