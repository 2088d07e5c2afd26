package emit_test

import . "github.com/oas2go/oas2go/generator/gomodel"

func ruleOf(keywords ...RuleKeyword) Rule                 { return keywords }
func byRule(name string) Check                            { return ByRule{Rule: name} }
func typeIs(names ...string) RuleKeyword                  { return RuleTypes{Names: names} }
func needs(names ...string) RuleKeyword                   { return RuleRequired{Names: names} }
func limit(keyword, n string) RuleKeyword                 { return RuleNumber{Keyword: keyword, Limit: n} }
func size(keyword string, n int) RuleKeyword              { return RuleSize{Keyword: keyword, Limit: n} }
func values(list ...string) RuleKeyword                   { return RuleEnum{Values: list} }
func refer(name string) RuleKeyword                       { return RuleRef{Name: name} }
func memberRule(name string, k ...RuleKeyword) RuleMember { return RuleMember{Name: name, Rule: k} }
func rawExtra(checks ...Check) *Extra {
	return &Extra{Name: "Extra", Type: rawMessage, Codec: RawCodec{}, Checks: checks}
}

// table has each keyword, alone or with those that it depends on.
func table() *Rules {
	rule := func(name string, k ...RuleKeyword) NamedRule { return NamedRule{Name: name, Rule: k} }
	return &Rules{Head: helper("rules"), List: []NamedRule{
		rule("ruleAny"),
		rule("ruleNever", RuleNever{}),
		rule("ruleTypes", typeIs("integer", "null")),
		rule("ruleKinds", typeIs("boolean", "number", "string", "array")),
		rule("ruleEnum", values("null", `"a\"b"`, `{"a":[1]}`, "1e2")),
		rule("ruleNot", RuleNot{Rule: ruleOf(typeIs("string"))}),
		rule("ruleNumber", limit("minimum", "-1.5"), limit("maximum", "9007199254740993"), limit("multipleOf", "0.1")),
		rule("ruleExclusive", limit("exclusiveMinimum", "0"), limit("exclusiveMaximum", "1")),
		rule("ruleSizes", size("minLength", 2), size("maxLength", 3), size("minItems", 1), size("maxItems", 2), size("minProperties", 1), size("maxProperties", 2)),
		rule("rulePatterns", RulePattern{Var: "patternRecordID"}),
		rule("ruleUnique", RuleUnique{}),
		rule("ruleTuple", RuleItems{Prefix: []Rule{ruleOf(typeIs("string")), ruleOf(typeIs("integer"))}, Rest: ruleOf(RuleNever{})}),
		rule("ruleTree", typeIs("array"), RuleItems{Rest: ruleOf(refer("ruleTree"))}),
		rule("ruleContains", RuleContains{Rule: ruleOf(typeIs("integer")), Min: 1, Max: 2}),
		rule("ruleNames", RuleNames{Rule: ruleOf(RulePattern{Var: "patternLower"})}),
		rule("ruleSchemas", RuleDependentSchemas{List: []RuleMember{memberRule("a", needs("b")), memberRule("c", RuleNever{})}}),
		rule("ruleMembers", RuleProperties{Named: []RuleMember{memberRule("a", typeIs("integer"))},
			Patterned: []RulePatternMember{{Var: "patternLower", Rule: ruleOf(size("minLength", 1))}}, Rest: ruleOf(RuleNever{})}),
		rule("ruleIf", RuleIf{If: ruleOf(typeIs("string")), Then: ruleOf(size("minLength", 1)), Else: ruleOf(typeIs("null"))}),
		rule("ruleWhen", RuleIf{If: ruleOf(typeIs("string")), Then: ruleOf(size("minLength", 1))}),
		rule("ruleRest", RuleUnevaluated{Of: ruleOf(RuleItems{Prefix: []Rule{ruleOf(typeIs("string"))}}), Items: ruleOf(typeIs("null"))}),
		rule("ruleWindow", size("minProperties", 1), RuleDependentRequired{List: []RuleNeeds{{Name: "to", Needs: []string{"from"}}}},
			RuleNot{Rule: ruleOf(needs("to", "days"))}),
		rule("ruleContact", RuleAnyOf{Rules: []Rule{ruleOf(needs("email")), ruleOf(needs("phone"))}}),
		rule("ruleParcel", RuleTag{Wire: "kind", Cases: []RuleTagCase{{Value: StringLit("small"), Rule: ruleOf(refer("ruleCat"))}, {Value: IntLit(1), Rule: ruleOf(refer("ruleDog"))}},
			Shared: []Literal{BoolLit(true)}, Default: ruleOf(refer("ruleBag")), Else: ruleOf(refer("rulePet")), Open: true}),
		rule("rulePet", RuleOneOf{Rules: []Rule{ruleOf(refer("ruleCat")), ruleOf(refer("ruleDog"))}}),
		rule("ruleCat", typeIs("object"), RuleProperties{Named: []RuleMember{memberRule("lives", typeIs("integer"), limit("maximum", "9"))}}),
		rule("ruleDog", typeIs("object"), needs("barks")),
		rule("ruleFilter", filter()...),
		rule("ruleBag", bag()),
		rule("ruleClosed", closed("code"), closed("door"), RuleNot{Rule: ruleOf(typeIs("object"))}),
		rule("ruleText", RuleNot{Rule: ruleOf(values(`"none"`))}, RuleFormat{Format: Format{Name: "uri-reference"}}, RuleFormat{Format: Format{Name: "int64", Number: true}}),
	}}
}

// closed refuses a text in a member.
func closed(name string) RuleKeyword {
	return RuleProperties{Named: []RuleMember{memberRule(name, RuleNot{Rule: ruleOf(typeIs("string"))})}}
}

// filter refers to itself.
func filter() Rule {
	members := RuleProperties{Named: []RuleMember{
		memberRule("and", typeIs("array"), RuleItems{Rest: ruleOf(refer("ruleFilter"))}), memberRule(`"not"`, refer("ruleFilter"))}, Rest: ruleOf(RuleNever{})}
	return ruleOf(RuleAnyOf{Rules: []Rule{
		ruleOf(typeIs("string")), ruleOf(typeIs("object"), size("minProperties", 1), members), ruleOf(values("null", `{"all":1}`))}})
}

// bag has keywords whose members are evaluated, around others.
func bag() RuleKeyword {
	label := RuleProperties{Named: []RuleMember{memberRule("k", typeIs("string"))}}
	kind := func(k ...RuleKeyword) RuleKeyword {
		return RuleProperties{Named: []RuleMember{memberRule("kind", k...)}}
	}
	return RuleUnevaluated{Of: ruleOf(
		RuleProperties{Named: []RuleMember{memberRule("labels", RuleUnique{}, RuleItems{Rest: ruleOf(typeIs("object"), label)})}},
		kind(typeIs("string")),
		RuleIf{If: ruleOf(needs("kind"), kind(values(`"box"`))), Then: ruleOf(needs("width"), RuleProperties{Named: []RuleMember{memberRule("width", typeIs("number"))}})},
	), Properties: ruleOf(RuleNever{})}
}

// ruled has types whose check needs a rule, and fields and elements that are judged by one.
func ruled() []Decl {
	window := structOf("Window", "Window is a span of time.", scalar("From", "from", Int64, optional, intRange(1, 9)), scalar("To", "to", Int64, optional),
		scalar("Days", "days", Int64, optional))
	window.Extra, window.Checks = rawExtra(), []Check{byRule("ruleWindow")}
	contact := structOf("Contact", "Contact has one way or the other.")
	contact.Extra, contact.Checks = rawExtra(), []Check{byRule("ruleContact")}
	bag := structOf("Bag", "Bag has nothing that is not evaluated.", scalar("Kind", "kind", String, optional))
	bag.Extra, bag.Checks = rawExtra(byRule("ruleNot")), []Check{byRule("ruleBag")}
	text := &NamedType{Head: head("Word", "Word is a text but none."), Under: Builtin("string"), Codec: Scalar{Kind: String}, Checks: []Check{length(1, -1), byRule("ruleText")}}
	vault := structOf("Vault", "Vault has secrets.", secret(scalar("Code", "code", String, required)), secret(scalar("Door", "door", String, required)))
	vault.Checks = []Check{byRule("ruleClosed"), ByMethod{}}
	loose := structOf("Loose", "Loose has what one branch describes.", loose(scalar("Text", "text", String, optional)),
		loose(scalar("Code", "code", String, Hold{Nullable: true, Box: Boxed})))
	loose.Extra, loose.Checks = rawExtra(), []Check{byRule("ruleContact")}
	return []Decl{
		loose, tuple(), &Tuple{Head: head("Pair", "Pair is two texts."), Items: []*Field{scalar("Item0", "0", String, required), scalar("Item1", "1", String, required)}, Min: 2, Max: 2},
		&Union{Head: head("Animal", "Animal is what rules tell apart."), Keyword: "oneOf", Marker: "isAnimal", Unknown: "AnimalUnknown",
			Unmarshal: "UnmarshalAnimal", Validate: "ValidateAnimal", Rule: "rulePet", Variants: []Variant{judgedVariant("Contact"), judgedVariant("Bag")},
			Choose: BySchema{Rule: "rulePet", Cases: []SchemaCase{{Rule: "ruleCat", Variant: 0}, {Rule: "ruleDog", Variant: 1}}, Wire: "kind", Tags: []KeyCase{key("bag", 1)}}},
		&Union{Head: head("Safe", "Safe is a text or one of several objects."), Keyword: "anyOf", Marker: "isSafe", Unknown: "SafeUnknown",
			Unmarshal: "UnmarshalSafe", Validate: "ValidateSafe", Rule: "rulePet",
			Variants: []Variant{judgedVariant("Vault"), judgedVariant("Bag"), {Type: localType("SafeList"), Codec: ListCodec{Elem: Scalar{Kind: String}}, Ruled: true}},
			Choose: ByKind{Cases: []KindCase{kind(KindArray, 2)}, Objects: BySchema{
				Rule: "rulePet", Cases: []SchemaCase{{Rule: "ruleCat", Variant: 0}, {Rule: "ruleDog", Variant: 1}},
				Evidence: &Evidence{Members: []string{"code", "kind"}, Leads: []int{0, -1}, Required: []uint64{0b1, 0}, Forbids: []uint64{0b10, 0}},
			}}},
		&NamedType{Head: head("SafeList", "SafeList is a list by value."), Under: Slice{Elem: Builtin("string")}, Codec: ListCodec{Elem: Scalar{Kind: String}},
			Checks: []Check{items(1, 2)}, Union: "Safe"},
		&Enum{Head: head("Hue", "Hue is open."), Under: Builtin("string"), Codec: Scalar{Kind: String}, Var: "valuesHue", Open: true, Union: "Safe",
			Values: []EnumValue{{Name: "HueRed", Value: StringLit("red")}}},
		tagged(), structOf("Small", "Small has a tag that the union fills in.", scalar("Kind", "kind", String, optional)),
		structOf("Large", "Large has a tag of its own.", filled(scalar("Kind", "kind", String, required), StringLit("large"), "")),
		structOf("Other", "Other is what no tag leads to.", scalar("Kind", "kind", String, required), filled(scalar("Size", "size", Int64, required), IntLit(3), "const")),
		window, contact, bag, text, judged(),
		vault, structOf("House", "House has a vault.", field("Vault", "vault", localType("Vault"), objectCodec("Vault"), required, byRule("ruleDog"), byRule("ruleClosed"))),
		&RawType{Head: head("Filter", "Filter is what no Go type fits."), Checks: []Check{byRule("ruleFilter")}},
		&ListType{Head: head("Scores", "Scores are numbers."), Elem: Builtin("float64"), Codec: ListCodec{Elem: Scalar{Kind: Float64}},
			Checks: []Check{items(1, -1), byRule("ruleContains")}},
		structOf("Needy", "Needy has maps with names.", mapOf("Must", "must", Builtin("string"), Scalar{Kind: String}, "", optionalNil, Requires{Names: []string{"a", "b"}})),
		&NamedType{Head: head("Address", "Address is checked by format."), Under: Builtin("string"), Codec: Scalar{Kind: String}, Checks: []Check{Format{Name: "email"}}},
		&NamedType{Head: head("Port", "Port is a number with a format."), Under: Builtin("float64"), Codec: Scalar{Kind: Float64}, Checks: []Check{Format{Name: "int32", Number: true}}},
		&Pattern{Head: helper("patternNot"), Source: `^(?!a)b(?=c)`, Engine: SeveralEngine, All: []string{`^b`, `^b(?:c)`}, None: []string{`^(?:a)`}},
		&Pattern{Head: helper("patternAhead"), Source: `(?!a)b`, Engine: BacktrackingEngine}, &Pattern{Head: helper("patternLegacy"), Source: `(a)\-\1`, Engine: BacktrackingEngine, Legacy: true},
		&MapType{Head: head("Settings", "Settings are texts."), Elem: Builtin("string"), Codec: MapCodec{Elem: Scalar{Kind: String}}, Checks: []Check{byRule("ruleNames")}},
		&MapReader{Head: helper("mapRaw"), Elem: RawCodec{}, Type: rawMessage, Writes: true},
		pattern("patternLower", `^[a-z]+$`),
		table(),
	}
}

func loose(f *Field) *Field {
	f.Loose = true
	return f
}

// tuple has each kind of item that may be absent.
func tuple() *Tuple {
	return &Tuple{
		Head: head("Row", "Row is an array."), Min: 1,
		Items: []*Field{
			scalar("Name", "0", String, required), scalar("Item1", "1", Int64, Hold{Nullable: true, Box: Boxed}),
			field("Item2", "2", localType("Event"), unionCodec("Event"), optionalNil, insideUnion("Event")), scalar("Item3", "3", String, optional, length(1, 2)),
		},
		Rest:   &Rest{Name: "Rest", Type: Pointer{Elem: localType("Bag")}, Codec: OrNull{Elem: objectCodec("Bag"), Type: localType("Bag")}, Checks: []Check{Inside{}}},
		Checks: []Check{byRule("ruleUnique")},
	}
}

// judged has each place in which a value is judged.
func judged() *Struct {
	boxed := OrNull{Elem: unionCodec("Event"), Type: localType("Event"), Bare: true}
	return structOf("Judged", "Judged has values that rules judge.",
		raw("Payload", "payload", Hold{Nullable: true, Box: NilBox}, byRule("rulePet")),
		raw("Must", "must", required, Present{}, byRule("ruleNumber")),
		list("List", "list", rawMessage, RawCodec{}, "listRaw", optionalNil, each(byRule("ruleTypes"))),
		mapOf("Map", "map", rawMessage, RawCodec{}, "mapRaw", optionalNil, each(byRule("ruleTypes"))),
		object("Filter", "filter", "Filter", optionalNil),
		field("Point", "point", localType("Point"), objectCodec("Point"), optional, Inside{}, byRule("ruleNot"), byRule("ruleCat")),
		list("Points", "points", localType("Point"), objectCodec("Point"), "listPoint", optionalNil, each(Inside{}, byRule("ruleDog"))),
		field("Event", "event", localType("Event"), unionCodec("Event"), optionalNil, insideUnion("Event"), byRule("ruleNot")),
		field("Sure", "sure", localType("Event"), unionCodec("Event"), nullableNil, insideUnion("Event"), byRule("ruleNot")),
		list("Events", "events", localType("Event"), unionCodec("Event"), "listEvent", optionalNil, each(insideUnion("Event"), byRule("ruleNot"))),
		list("Holes", "holes", localType("Event"), boxed, "listEventOrNull", optionalNil, each(insideUnion("Event"), byRule("ruleNot"))),
		named("Word", "word", "Word", String, optional, Inside{}),
		object("Scores", "scores", "Scores", optionalNil),
		object("Settings", "settings", "Settings", optionalNil),
	)
}

// tagged is a union with all that a tag may be: one that leads on, one that leads to several, one that is missing.
func tagged() Decl {
	small, large, other := objectVariant("Small"), objectVariant("Large"), objectVariant("Other")
	small.Tag = &VariantTag{Field: "Kind", Wire: "kind", Values: []Literal{StringLit("small"), StringLit("s")}, Compare: true, Fill: true}
	large.Tag = &VariantTag{Field: "Kind", Wire: "kind", Values: []Literal{StringLit("large")}, Compare: true}
	other.Tag = &VariantTag{Field: "Kind", Wire: "kind", Not: []Literal{StringLit("small"), StringLit("s"), StringLit("large")}, Compare: true}
	within := ByTag{Wire: "size", Cases: []TagCase{{Value: IntLit(1), Target: TagTarget{Variant: 0}}, {Value: BoolLit(true), Target: TagTarget{Variant: 1}}},
		Else: BySchema{Rule: "rulePet", Cases: []SchemaCase{{Rule: "ruleCat", Variant: 0}}}, Shared: []Literal{IntLit(2)}}
	return &Union{Head: head("Parcel", "Parcel is what tags tell apart."), Keyword: "oneOf", Marker: "isParcel", Unknown: "ParcelUnknown",
		Unmarshal: "UnmarshalParcel", Validate: "ValidateParcel", Rule: "ruleParcel", Nullable: true,
		Variants: []Variant{small, large, other, judgedVariant("Bag")},
		Choose: ByTag{Wire: "kind", Cases: []TagCase{tag("small", 0), tag("s", 0), tag("large", 1), {Value: StringLit("in"), Target: TagTarget{Within: within}}},
			Default: &TagTarget{Variant: 2}}}
}

func judgedVariant(name string) Variant {
	v := objectVariant(name)
	v.Ruled = true
	return v
}

func filled(f *Field, value Literal, rule string) *Field {
	f.Fill = &Fill{Value: value, Rule: rule}
	return f
}
