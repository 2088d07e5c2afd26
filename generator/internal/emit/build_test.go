package emit_test

import . "github.com/oas2go/oas2go/generator/gomodel" // values of one package fill these cases

// path is the import path of the generated package in all cases.
const path = "example.com/style"

func local(name string) Ident     { return Ident{Path: path, Name: name} }
func localType(name string) Named { return Named{Ident: local(name)} }
func head(name, text string) Head { return Head{Name: name, Doc: Words(text)} }
func helper(name string) Head     { return Head{Name: name} }
func link(name string) Span       { return Span{Link: local(name), Star: true} }

var (
	required         = Hold{Required: true}
	requiredPointer  = Hold{Required: true, Box: Pointing}
	optional         = Hold{Box: Pointing}
	optionalNil      = Hold{Box: NilBox}
	optionalNullable = Hold{Nullable: true, Box: Boxed}
	nullableSelf     = Hold{Nullable: true, Box: BoxedPointer}
	nullable         = Hold{Required: true, Nullable: true, Box: Pointing}
	nullableNil      = Hold{Required: true, Nullable: true, Box: NilBox}

	rawMessage = Named{Ident: Ident{Path: "encoding/json", Name: "RawMessage"}}
)

func scalarType(k ScalarKind) TypeExpr {
	switch k {
	case Time:
		return Named{Ident: Ident{Path: "time", Name: "Time"}}
	case Date:
		return Named{Ident: Ident{Path: "github.com/oapi-codegen/runtime/types", Name: "Date"}}
	case UUID:
		return Named{Ident: Ident{Path: "github.com/google/uuid", Name: "UUID"}}
	case Bytes:
		return Slice{Elem: Builtin("byte")}
	}
	return Builtin(string(k))
}

func field(name, wire string, t TypeExpr, c Codec, h Hold, checks ...Check) *Field {
	return &Field{Name: name, Wire: wire, Type: t, Codec: c, Hold: h, Checks: checks}
}

func scalar(name, wire string, k ScalarKind, h Hold, checks ...Check) *Field {
	return field(name, wire, scalarType(k), Scalar{Kind: k}, h, checks...)
}

// named is a field of a named scalar.
func named(name, wire, typ string, k ScalarKind, h Hold, checks ...Check) *Field {
	return field(name, wire, localType(typ), Scalar{Kind: k, As: local(typ)}, h, checks...)
}

func object(name, wire, typ string, h Hold) *Field {
	return field(name, wire, localType(typ), ObjectCodec{Type: local(typ)}, h, Inside{})
}

func union(name, wire, typ string, h Hold) *Field {
	return field(name, wire, localType(typ), UnionCodec{Type: local(typ)}, h, InsideUnion{Type: local(typ)})
}

func enum(name, wire, typ string, h Hold) *Field {
	return field(name, wire, localType(typ), EnumCodec{Type: local(typ), Var: "values" + typ}, h, InEnum{Var: "values" + typ})
}

func raw(name, wire string, h Hold, checks ...Check) *Field {
	return field(name, wire, rawMessage, RawCodec{}, h, checks...)
}

// list is a field []elem; reader is the name of a ListReader.
func list(name, wire string, elem TypeExpr, c Codec, reader string, h Hold, checks ...Check) *Field {
	return field(name, wire, Slice{Elem: elem}, ListCodec{Elem: c, Reader: reader}, h, checks...)
}

// mapOf is a field map[string]elem; reader is the name of a MapReader.
func mapOf(name, wire string, elem TypeExpr, c Codec, reader string, h Hold, checks ...Check) *Field {
	return field(name, wire, Map{Elem: elem}, MapCodec{Elem: c, Reader: reader}, h, checks...)
}

func each(checks ...Check) Check { return Each{Checks: checks} }

func described(f *Field, text string) *Field { f.Doc = Words(text); return f }
func secret(f *Field) *Field                 { f.Secret = true; return f }

func structOf(name, text string, members ...Member) *Struct {
	return &Struct{Head: head(name, text), Members: members}
}

func enumOf(name, text string, values ...EnumValue) *Enum {
	return &Enum{Head: head(name, text), Under: Builtin("string"), Codec: Scalar{Kind: String}, Values: values, Var: "values" + name}
}

func enumValue(name, value, text string) EnumValue {
	v := EnumValue{Name: name, Value: StringLit(value)}
	if text != "" {
		v.Doc = Words(text)
	}
	return v
}

func pattern(name, source string) *Pattern {
	return &Pattern{Head: helper(name), Source: source, Engine: RE2Engine, Go: source}
}

func objectVariant(name string) Variant {
	return Variant{Type: Pointer{Elem: localType(name)}, Codec: ObjectCodec{Type: local(name)}}
}

func scalarVariant(name string, k ScalarKind) Variant {
	return Variant{Type: localType(name), Codec: Scalar{Kind: k, As: local(name)}}
}

func variantType(name, union string, k ScalarKind, checks ...Check) *NamedType {
	return &NamedType{Head: head(name, name+" is a "+union+"."), Under: scalarType(k), Codec: Scalar{Kind: k}, Checks: checks, Union: union}
}

func length(low, high int) Check     { return Length{Min: low, Max: high} }
func items(low, high int) Check      { return Items{Min: low, Max: high} }
func properties(low, high int) Check { return Properties{Min: low, Max: high} }
func intRange(low, high int64) Check { return IntRange{Min: low, Max: high} }
func inEnum(typ string) Check        { return InEnum{Var: "values" + typ} }
func insideUnion(typ string) Check   { return InsideUnion{Type: local(typ)} }
func objectCodec(typ string) Codec   { return ObjectCodec{Type: local(typ)} }
func unionCodec(typ string) Codec    { return UnionCodec{Type: local(typ)} }
func enumCodec(typ string) EnumCodec { return EnumCodec{Type: local(typ), Var: "values" + typ} }
func tag(value string, v int) TagCase {
	return TagCase{Value: StringLit(value), Target: TagTarget{Variant: v}}
}

func key(name string, v int) KeyCase  { return KeyCase{Value: name, Variant: v} }
func kind(k JSONKind, v int) KindCase { return KindCase{Kind: k, Variant: v} }
func errorBody(status string, t TypeExpr, c Codec) ErrorBody {
	return ErrorBody{Status: status, Type: t, Codec: c}
}
