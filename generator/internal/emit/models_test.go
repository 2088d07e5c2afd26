package emit_test

import (
	"math"
	"time"

	. "github.com/oas2go/oas2go/generator/gomodel"
)

// models has each kind of type and helper, and fields with each codec in each box that it can have.
func models() []Decl {
	decls := []Decl{record(), forms(), numbers(), states(), twins(), nested()}
	decls = append(decls, smallTypes()...)
	decls = append(decls, readers()...)
	decls = append(decls, inputs()...)
	return append(decls, unions()...)
}

// record is the struct of a stream record: what most documents are made of.
func record() *Struct {
	return structOf("Record", "Record is one stream record.",
		described(scalar("ID", "id", String, required, length(36, 36), Match{Var: "patternRecordID"}), "Required, UUID in lower case."),
		scalar("Description", "description", String, optionalNullable, length(0, 1024)),
		scalar("Coupon", "coupon", String, nullable, length(0, 8)),
		enum("Status", "status", "Status", required),
		scalar("CreatedAt", "created_at", Time, required),
		scalar("Shards", "shards", Int32, optional, intRange(1, 256)),
		scalar("Size", "size", Int64, required, intRange(0, math.MaxInt64)),
		scalar("Ratio", "ratio", Float64, required, FloatRange{Min: "0"}),
		scalar("Share", "share", Float64, optional, FloatRange{Min: "0", Max: "1", MinExclusive: true}),
		list("Tags", "tags", scalarType(String), Scalar{Kind: String}, "", required, items(0, 20), each(length(1, 36))),
		list("Points", "points", localType("Point"), objectCodec("Point"), "listPoint", optionalNil, items(1, 16), each(Inside{})),
		list("Grades", "grades", localType("Status"), enumCodec("Status"), "listStatus", optionalNil, each(inEnum("Status"))),
		object("Owner", "owner", "Owner", required),
		object("Backup", "backup", "Owner", optional),
		object("Labels", "labels", "Labels", optionalNil),
		object("Names", "names", "Names", optionalNil),
		mapOf("Fields", "fields", scalarType(String), Scalar{Kind: String}, "", required, properties(0, 3), each(length(0, 63))),
		union("Event", "event", "Event", required),
		union("Retry", "retry", "RetryDuration", optionalNil),
		raw("Payload", "payload", Hold{Nullable: true, Box: NilBox}),
	)
}

// numbers has those that int64 and float64 do not hold, and bounds that are no int64.
func numbers() *Struct {
	sized := scalar("Sized", "sized", Uint64, required, UintRange{Min: 1, Max: math.MaxUint64})
	sized.Codec = Scalar{Kind: Uint64, Sized: true}
	return structOf("Numbers", "Numbers has large ones.",
		sized,
		scalar("Top", "top", Uint64, optional, Equals{Value: UintLit(math.MaxUint64)}),
		scalar("Price", "price", Decimal, optional, Bound{Keyword: "minimum", Limit: "0.10"}),
		scalar("Half", "half", Int64, required, IntRange{Min: 3, Max: math.MaxInt64, MinExclusive: true}, Bound{Keyword: "maximum", Limit: "7.5"}),
	)
}

// forms has what a record has not: secrets, constants, typed extra members, names that need escapes.
func forms() *Struct {
	s := structOf("Form", "Form has odd members.",
		&ConstMember{Wire: "type", Value: StringLit("created"), Required: true},
		&ConstMember{Wire: "version", Value: IntLit(-1)},
		&ConstMember{Wire: "old", Value: BoolLit(false)},
		secret(scalar("Pin", "pin", String, optional, length(4, -1))),
		secret(scalar("Code", "code", Int64, required, intRange(math.MinInt64, 9999))),
		scalar("Kind", `say "k"\`, String, required, Equals{Value: StringLit(`a"b`)}),
		scalar("Level", "a,b", Int32, required, Equals{Value: IntLit(5)}),
		scalar("Flag", "-", Bool, required, Equals{Value: BoolLit(true)}),
		scalar("Omitted", "-x`y`", Bool, optional),
		scalar("Euro", "€\u2028\n", Date, optionalNullable),
		scalar("Nothing", "", UUID, required),
	)
	s.Extra = &Extra{Name: "Extra", Type: Builtin("int64"), Codec: Scalar{Kind: Int64}, Checks: []Check{intRange(0, 9)}}
	return s
}

// states has the codecs of generated types in the boxes that a record does not use.
func states() *Struct {
	return structOf("States", "States has fields in three states.",
		enum("Status", "status", "Status", optionalNullable),
		enum("StatusOrNull", "status_or_null", "Status", nullable),
		enum("StatusOrNone", "status_or_none", "Status", optional),
		named("Name", "name", "Name", String, optional, Inside{}),
		named("NameOrNull", "name_or_null", "Name", String, optionalNullable, Inside{}),
		named("Level", "level", "Level", Int32, required, inEnum("Level")),
		named("Grade", "grade", "Grade", Float64, required, Inside{}),
		object("Owner", "owner", "Owner", optionalNullable),
		object("OwnerOrNull", "owner_or_null", "Owner", nullable),
		field("Next", "next", localType("States"), objectCodec("States"), requiredPointer, Present{}, Inside{}),
		object("Labels", "labels", "Labels", optionalNullable),
		object("LabelsOrNull", "labels_or_null", "Labels", nullableNil),
		union("Event", "event", "Event", optionalNullable),
		union("EventOrNull", "event_or_null", "Event", nullableNil),
		list("Sizes", "sizes", scalarType(Int64), Scalar{Kind: Int64}, "", optionalNullable, items(1, -1)),
		list("SizesOrNull", "sizes_or_null", scalarType(Int64), Scalar{Kind: Int64}, "", nullableNil, items(1, -1)),
		mapOf("Points", "points", localType("Point"), objectCodec("Point"), "mapPoint", optionalNullable, each(Inside{})),
		mapOf("PointsOrNull", "points_or_null", localType("Point"), objectCodec("Point"), "mapPoint", nullableNil, properties(1, -1), each(Inside{})),
		scalar("Blob", "blob", Bytes, required),
		scalar("BlobOrNone", "blob_or_none", Bytes, optionalNil),
		scalar("BlobOrNull", "blob_or_null", Bytes, optionalNullable),
		scalar("Day", "day", Date, optional),
		scalar("Key", "key", UUID, nullable),
		object("Any", "any", "Anything", required),
		raw("Raw", "raw", required, Present{}),
		field("At", "at", localType("CreatedAt"), Scalar{Kind: Time}, optional),
	)
}

// nested has containers in containers, and elements that may be null.
func nested() *Struct {
	orNull := func(c Codec, t TypeExpr) OrNull { return OrNull{Elem: c, Type: t} }
	pointer := func(t TypeExpr) TypeExpr { return Pointer{Elem: t} }
	text, point := scalarType(String), localType("Point")
	s := structOf("Nested", "Nested has containers in containers.",
		list("Grid", "grid", Slice{Elem: text}, ListCodec{Elem: Scalar{Kind: String}}, "listStrings", required, each(items(1, 2), each(length(1, 2)))),
		list("Holes", "holes", pointer(text), orNull(Scalar{Kind: String}, text), "listStringOrNull", required, each(length(1, 2))),
		list("PointHoles", "point_holes", pointer(point), orNull(objectCodec("Point"), point), "listPointOrNull", optionalNil, each(Inside{})),
		list("Events", "events", localType("Event"), unionCodec("Event"), "listEvent", required, each(insideUnion("Event"))),
		list("EventHoles", "event_holes", localType("Event"), OrNull{Elem: unionCodec("Event"), Type: localType("Event"), Bare: true}, "listEventOrNull", required,
			each(insideUnion("Event"))),
		list("Bags", "bags", Map{Elem: text}, MapCodec{Elem: Scalar{Kind: String}}, "listBag", required, each(properties(0, 2), each(length(1, 2)))),
		mapOf("Sets", "sets", Slice{Elem: point}, ListCodec{Elem: objectCodec("Point"), Reader: "listPoint"}, "mapPoints", required, each(items(0, 2), each(Inside{}))),
		mapOf("Statuses", "statuses", localType("Status"), enumCodec("Status"), "mapStatus", required, each(inEnum("Status"))),
		mapOf("MapHoles", "map_holes", pointer(point), orNull(objectCodec("Point"), point), "mapPointOrNull", required, each(Inside{})),
		list("Raws", "raws", rawMessage, RawCodec{}, "listRaw", required),
		mapOf("Blobs", "blobs", scalarType(Bytes), Scalar{Kind: Bytes}, "", required),
	)
	s.Extra = &Extra{Name: "Extra", Type: localType("Point"), Codec: objectCodec("Point"), Checks: []Check{Inside{}}}
	return s
}

// twins contains itself in a box.
func twins() *Struct {
	return structOf("Twins", "Twins may contain another one.",
		scalar("Step", "step", Int64, optional, MultipleOf{Of: "7"}), scalar("Ratio", "ratio", Float64, optional, MultipleOf{Of: "0.01"}),
		list("Tags", "tags", scalarType(String), Scalar{Kind: String}, "", optionalNil, Unique{}),
		object("Twin", "twin", "Twins", nullableSelf), scalar("Name", "name", String, required, length(1, -1)))
}

func smallTypes() []Decl {
	hexes := ClassRun{Class: [2]uint64{0x3ff000000000000, 0x7e00000000}, Min: 1, Max: -1, Text: "[0-9a-f]"}
	minus := ClassRun{Class: [2]uint64{0x200000000000, 0}, Min: 1, Max: 1, Text: "[-]"}
	closed := structOf("Owner", "Owner is the user that a record belongs to.", scalar("UserID", "user_id", Int64, required, intRange(1, math.MaxInt64)))
	closed.Closed = true
	return []Decl{
		closed,
		structOf("Point", "Point is one measurement.", scalar("T", "t", Int64, required), scalar("V", "v", Float64, optional)),
		&Struct{Head: Head{Name: "Empty", Doc: Doc{Text{{Text: "Empty has no members:"}}, List{{Text: Text{{Text: "none, see "}, link("Point")}}}, Deprecated{{Text: "use "}, link("Point"), {Text: "."}}}}},
		&Struct{Head: head("Open", "Open has any members."), Extra: &Extra{Name: "Extra", Type: Builtin("string"), Codec: Scalar{Kind: String}}},
		enumOf("Status", "Status is the state of a stream.", enumValue("StatusActive", "ACTIVE", "In use."), enumValue("StatusFrozen", "FROZEN", "")),
		&Enum{Head: head("Level", "Level is a number."), Under: Builtin("int32"), Codec: Scalar{Kind: Int32}, Var: "valuesLevel",
			Values: []EnumValue{{Name: "LevelLow", Value: IntLit(1)}, {Name: "LevelMinus", Value: IntLit(-1)}}},
		&Enum{Head: head("Grade", "Grade is a fraction."), Under: Builtin("float64"), Codec: Scalar{Kind: Float64}, Var: "valuesGrade",
			Values: []EnumValue{{Name: "GradeHalf", Value: FloatLit("0.5")}}},
		&NamedType{Head: head("Name", "Name is a short text."), Under: Builtin("string"), Codec: Scalar{Kind: String}, Checks: []Check{length(1, 64)}},
		&ListType{Head: head("Names", "Names are short texts."), Elem: Builtin("string"), Codec: ListCodec{Elem: Scalar{Kind: String}},
			Checks: []Check{items(1, 9), each(length(1, 36))}},
		&ListType{Head: head("Path", "Path is a way."), Elem: localType("Point"), Codec: ListCodec{Elem: objectCodec("Point"), Reader: "listPoint"},
			Checks: []Check{each(Inside{})}},
		&MapType{Head: head("Labels", "Labels are texts by name."), Elem: Builtin("string"), Codec: MapCodec{Elem: Scalar{Kind: String}},
			Checks: []Check{properties(0, 9), each(length(0, 63))}},
		&MapType{Head: head("Places", "Places are points by name."), Elem: localType("Point"), Codec: MapCodec{Elem: objectCodec("Point"), Reader: "mapPoint"},
			Checks: []Check{each(Inside{})}},
		&RawType{Head: head("Anything", "Anything is any JSON.")},
		&Alias{Head: head("CreatedAt", "CreatedAt is a time."), Target: scalarType(Time)},
		&Pattern{Head: helper("patternRecordID"), Source: "^(?:[0-9a-f]+-)?$", Runs: []ClassRun{hexes, minus}, Empty: true},
		&NewFunc{Head: helper("NewStates"), Type: local("States"), Sets: []Set{
			set("Status", optionalNullable, localType("Status"), ConstValue{Const: local("StatusActive")}),
			set("StatusOrNone", optional, localType("Status"), ConstValue{Const: local("StatusFrozen")}),
			set("Level", required, localType("Level"), LiteralValue{Literal: IntLit(1)}),
			set("Name", optional, localType("Name"), LiteralValue{Literal: StringLit("x")}),
			set("EventOrNull", nullableNil, localType("Event"), VariantValue{Variant: Held{Type: localType("EventString"), Value: LiteralValue{Literal: StringLit("none")}}}),
			set("Raw", required, rawMessage, LiteralValue{Literal: JSONLit(`{"a":1}`)}),
			set("Sizes", optionalNullable, Slice{Elem: scalarType(Int64)}, ListValue{Items: []Held{{Type: scalarType(Int64), Value: LiteralValue{Literal: IntLit(1)}}}}),
			set("SizesOrNull", nullableNil, Slice{Elem: scalarType(Int64)}, ListValue{}),
			set("PointsOrNull", nullableNil, Map{Elem: localType("Point")}, MapValue{Entries: []MapEntry{
				{Name: "a", Held: Held{Type: localType("Point"), Value: StructValue{Sets: []Set{set("T", required, scalarType(Int64), LiteralValue{Literal: IntLit(5)})}}}},
			}}),
			set("Owner", optionalNullable, localType("Owner"), NullValue{}),
			set("Any", required, localType("Anything"), LiteralValue{Literal: JSONLit(`null`)}),
			set("Blob", required, scalarType(Bytes), LiteralValue{Literal: BytesLit("x")}),
			set("Day", optional, scalarType(Date), LiteralValue{Literal: DateLit{Time: time.Unix(0, 0).UTC()}}),
			set("Key", nullable, scalarType(UUID), LiteralValue{Literal: UUIDLit("00000000-0000-0000-0000-000000000001")}),
			set("At", optional, localType("CreatedAt"), LiteralValue{Literal: TimeLit{Time: time.Unix(0, 0).UTC()}}),
			set("OwnerOrNull", nullable, localType("Owner"), NewValue{Func: local("NewOwner")}),
		}},
		&NewFunc{Head: helper("NewOwner"), Type: local("Owner"), Sets: []Set{set("UserID", required, scalarType(Int64), LiteralValue{Literal: IntLit(7)})}},
		&NewFunc{Head: helper("NewRecord"), Type: local("Record"), Sets: []Set{
			set("ID", required, Builtin("string"), LiteralValue{Literal: StringLit("")}),
			set("Description", optionalNullable, Builtin("string"), LiteralValue{Literal: StringLit("x")}),
			set("Shards", optional, Builtin("int32"), LiteralValue{Literal: IntLit(16)}),
			set("Share", optional, Builtin("float64"), LiteralValue{Literal: FloatLit("1")}),
		}},
	}
}

func set(field string, hold Hold, t TypeExpr, v Value) Set {
	return Set{Field: field, Held: Held{Hold: hold, Type: t, Value: v}}
}

func readers() []Decl {
	point, text := localType("Point"), scalarType(String)
	return []Decl{
		&ListReader{Head: helper("listPoint"), Elem: objectCodec("Point"), Type: point},
		&ListReader{Head: helper("listStatus"), Elem: enumCodec("Status"), Type: localType("Status")},
		&ListReader{Head: helper("listStrings"), Elem: ListCodec{Elem: Scalar{Kind: String}}, Type: Slice{Elem: text}},
		&ListReader{Head: helper("listStringOrNull"), Elem: OrNull{Elem: Scalar{Kind: String}, Type: text}, Type: Pointer{Elem: text}},
		&ListReader{Head: helper("listPointOrNull"), Elem: OrNull{Elem: objectCodec("Point"), Type: point}, Type: Pointer{Elem: point}},
		&ListReader{Head: helper("listEvent"), Elem: unionCodec("Event"), Type: localType("Event")},
		&ListReader{Head: helper("listEventOrNull"), Elem: OrNull{Elem: unionCodec("Event"), Type: localType("Event"), Bare: true}, Type: localType("Event")},
		&ListReader{Head: helper("listBag"), Elem: MapCodec{Elem: Scalar{Kind: String}}, Type: Map{Elem: text}},
		&ListReader{Head: helper("listRaw"), Elem: RawCodec{}, Type: rawMessage},
		&MapReader{Writes: true, Head: helper("mapPoint"), Elem: objectCodec("Point"), Type: point},
		&MapReader{Writes: true, Head: helper("mapPoints"), Elem: ListCodec{Elem: objectCodec("Point"), Reader: "listPoint"}, Type: Slice{Elem: point}},
		&MapReader{Writes: true, Head: helper("mapStatus"), Elem: enumCodec("Status"), Type: localType("Status")},
		&MapReader{Writes: true, Head: helper("mapPointOrNull"), Elem: OrNull{Elem: objectCodec("Point"), Type: point}, Type: Pointer{Elem: point}},
	}
}

func unions() []Decl {
	return []Decl{
		&Union{Head: Head{Name: "Event", Doc: Doc{
			Text{{Text: "Event is something that happened to an order."}},
			Text{{Text: "It is one of "}, link("OrderCreated"), {Text: ", "}, link("OrderShipped"), {Text: "."}},
		}}, Keyword: "oneOf", Marker: "isEvent", Unknown: "EventUnknown", Unmarshal: "UnmarshalEvent", Validate: "ValidateEvent",
			Variants: []Variant{objectVariant("OrderCreated"), objectVariant("OrderShipped"), scalarVariant("EventString", String),
				scalarVariant("EventTime", Time), scalarVariant("EventDate", Date), scalarVariant("EventUUID", UUID), scalarVariant("EventBytes", Bytes)},
			Choose: ByTag{Wire: "type", Cases: []TagCase{tag("created", 0), tag("shipped", 1), tag("made", 0)}}},
		&Union{Head: head("Shape", "Shape is a circle or a square."), Keyword: "oneOf", Marker: "isShape", Unknown: "ShapeUnknown", Unmarshal: "UnmarshalShape", Validate: "ValidateShape",
			Variants: []Variant{objectVariant("Point"), objectVariant("Owner")},
			Choose:   ByKey{Cases: []KeyCase{key("x", 0), key("user_id", 1)}}},
		structOf("OrderCreated", "OrderCreated says that an order was made.", scalar("Type", "type", String, required)),
		structOf("OrderShipped", "OrderShipped says that an order left.", &ConstMember{Wire: "type", Value: StringLit("shipped"), Required: true}),
		&Constants{Head: Head{Name: "valuesTag", Doc: Words("TagOne is a tag.")}, Values: []EnumValue{{Name: "TagOne", Value: StringLit("one")}}},
		structOf("Tagged", "Tagged has a tag without a type.", filled(field("Tag", "tag", Builtin("string"), EnumCodec{Var: "valuesTag"}, required), StringLit("one"), "enum")),
		variantType("EventString", "Event", String),
		variantType("EventTime", "Event", Time),
		variantType("EventDate", "Event", Date, Match{Var: "patternOther"}),
		variantType("EventUUID", "Event", UUID, length(36, 36)),
		variantType("EventBytes", "Event", Bytes),
		&Union{Head: head("RetryDuration", "RetryDuration is the seconds for which a failed dump is tried again."),
			Keyword: "oneOf", Marker: "isRetryDuration", Unknown: "RetryDurationUnknown", Unmarshal: "UnmarshalRetryDuration", Validate: "ValidateRetryDuration",
			Variants: []Variant{scalarVariant("RetryDurationString", String), scalarVariant("RetryDurationInt32", Int32),
				scalarVariant("RetryDurationBool", Bool), objectVariant("Owner"), objectVariant("Names")},
			Choose: ByKind{Cases: []KindCase{kind(KindString, 0), kind(KindInteger, 1), kind(KindNumber, 1), kind(KindBool, 2), kind(KindObject, 3), kind(KindArray, 4)}}},
		&Union{Head: head("Maybe", "Maybe is a point or nothing."), Keyword: "anyOf", Marker: "isMaybe", Unknown: "MaybeUnknown", Unmarshal: "UnmarshalMaybe", Validate: "ValidateMaybe",
			Variants: []Variant{objectVariant("Point")},
			Choose:   ByKind{Cases: []KindCase{kind(KindNull, 0), kind(KindObject, 0)}}},
		variantType("RetryDurationString", "RetryDuration", String, Match{Var: "patternRetryDurationString"}),
		variantType("RetryDurationInt32", "RetryDuration", Int32, intRange(0, 7200)),
		variantType("RetryDurationBool", "RetryDuration", Bool),
		pattern("patternRetryDurationString", `^(?:0|[1-9][0-9]{0,2}|7200)$`),
		&Pattern{Head: helper("patternOther"), Source: `^\p{L}\d$`, Engine: RE2Engine, Go: `^\p{L}[0-9]$`},
	}
}
