package gomodel_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	m "github.com/oas2go/oas2go/generator/gomodel"
)

func TestVerifySound(t *testing.T) { assert.Empty(t, m.Verify(everything())) }

// broken are promises and what breaks each of them in a sound package.
type broken map[string]func(p *m.Package)

func (b broken) run(t *testing.T) {
	t.Helper()
	for want, breakIt := range b {
		p := everything()
		breakIt(p)
		assert.Equal(t, []string{want}, m.Verify(p))
	}
}

func add(decls ...m.Decl) func(*m.Package) {
	return func(p *m.Package) { p.Files = append(p.Files, m.File{Decls: decls}) }
}

func TestVerifyNames(t *testing.T) {
	broken{
		"Dog declares Dog, which exists":               add(&m.RawType{Head: head("Dog")}),
		"SizeBig declares SizeBig, which exists":       add(&m.RawType{Head: head("SizeBig")}),
		"valuesSize declares valuesSize, which exists": add(&m.Pattern{Head: head("valuesSize")}),
		"ValidatePet declares ValidatePet, which exists": add(
			&m.NewFunc{Head: head("ValidatePet"), Type: local("Dog")}),
		"PetUnknown declares PetUnknown, which exists":                add(object("PetUnknown")),
		"the package needs ReadMap, which support code does not have": func(p *m.Package) { p.Support = []string{"ReadArray", "ReadMap"} },
	}.run(t)
	p := everything()
	add(&m.RawType{Head: head("GetDog")})(p)
	assert.Empty(t, m.Verify(p), "an operation is a method and takes no name of the package")
}

func TestVerifyIdents(t *testing.T) {
	lost := localType("Lost")
	for name, d := range map[string]m.Decl{
		"field":     object("New", field("A", "a", m.Slice{Elem: m.Map{Elem: m.Pointer{Elem: lost}}}, optionalNil)),
		"argument":  object("New", field("A", "a", m.Named{Ident: local("Nullable"), Args: []m.TypeExpr{lost}}, required)),
		"extra":     &m.Struct{Head: head("New"), Extra: &m.Extra{Name: "Extra", Type: lost}},
		"map":       &m.MapType{Head: head("New"), Elem: lost},
		"list":      &m.ListType{Head: head("New"), Elem: lost},
		"named":     &m.NamedType{Head: head("New"), Under: lost},
		"enum":      &m.Enum{Head: head("New"), Under: lost},
		"union":     &m.Union{Head: head("New"), Unknown: "U", Unmarshal: "V", Validate: "W", Variants: []m.Variant{{Type: lost}}},
		"alias":     &m.Alias{Head: head("New"), Target: lost},
		"parameter": &m.Params{Head: head("New"), Fields: []m.Param{param("A", lost, required)}},
		"body":      &m.Params{Head: head("New"), Bodies: []*m.BodyField{{Field: *field("Body", "", lost, required)}}},
		"result":    &m.Operation{Head: head("New"), Params: local("PingParams"), Result: m.ValueResult{Type: lost}},
		"error":     &m.Operation{Head: head("New"), Params: local("PingParams"), Errors: []m.ErrorBody{{Type: lost}}},
		"new":       &m.NewFunc{Head: head("New"), Type: local("Lost")},
	} {
		p := everything()
		add(d)(p)
		assert.Equal(t, []string{"New refers to Lost, which is not declared"}, m.Verify(p), name)
	}
	p := everything()
	add(object("New", field("A", "a", foreign("example.com/other", "Lost"), required)))(p)
	assert.Empty(t, m.Verify(p), "other packages declare what they like")
}

func TestVerifyLinks(t *testing.T) {
	broken{
		"Dog has a broken link to Lost": func(p *m.Package) { declared[*m.Struct](p, "Dog").Doc = m.Doc{m.Text(link("Lost"))} },
		"Code has a broken link to Lost": func(p *m.Package) {
			declared[*m.NamedType](p, "Code").Doc = m.Doc{m.Code{"Lost"}, m.Deprecated(link("Lost"))}
		},
		"Dog.Name has a broken link to Lost": func(p *m.Package) {
			declared[*m.Struct](p, "Dog").Members[1].(*m.Field).Doc = m.Doc{m.Text(link("Lost"))}
		},
		"GetDogParams.Size has a broken link to Lost": func(p *m.Package) {
			declared[*m.Params](p, "GetDogParams").Fields[0].Doc = m.Doc{m.Text(link("Lost"))}
		},
		"SizeBig has a broken link to Lost": func(p *m.Package) {
			declared[*m.Enum](p, "Size").Values[0].Doc = m.Doc{m.Text(link("Lost"))}
		},
		"the package has a broken link to Lost": func(p *m.Package) { p.Doc = m.Doc{m.Text(link("Lost"))} },
	}.run(t)
}

func TestVerifyMembers(t *testing.T) {
	str := m.Builtin("string")
	member := func(f m.Member) func(*m.Package) {
		return func(p *m.Package) {
			dog := declared[*m.Struct](p, "Dog")
			dog.Members = append(dog.Members, f)
		}
	}
	broken{
		`Dog has the member "name" twice`:                         member(field("Other", "name", str, required)),
		`Dog has the member "kind" twice`:                         member(field("Kind", "kind", str, required)),
		"Dog has the field Name twice, or as a method":            member(field("Name", "other", str, required)),
		"Dog has the field Validate twice, or as a method":        member(field("Validate", "validate", str, required)),
		"Dog has the field MarshalJSON twice, or as a method":     member(field("MarshalJSON", "a", str, required)),
		"Dog has the field UnmarshalJSON twice, or as a method":   member(field("UnmarshalJSON", "a", str, required)),
		"Dog has the field AppendJSON twice, or as a method":      member(field("AppendJSON", "a", str, required)),
		"Dog has the field Extra twice, or as a method":           member(field("Extra", "a", str, required)),
		"Dog is closed but has extra members":                     func(p *m.Package) { declared[*m.Struct](p, "Dog").Closed = true },
		"Dog has the field Age twice, or as a method":             func(p *m.Package) { declared[*m.Struct](p, "Dog").Other = "Age" },
		"GetDogParams has the field Body twice, or as a method":   parameter(param("Body", str, required)),
		"GetDogParams has the field Size twice, or as a method":   parameter(param("Size", str, required)),
		"PingParams has the field Validate twice, or as a method": func(p *m.Package) { ping(p).Fields = []m.Param{param("Validate", str, required)} },
		"Ping has no params Dog":                                  func(p *m.Package) { declared[*m.Operation](p, "Ping").Params = local("Dog") },
		"Labels checks with pattern namePatter, which is not declared": func(p *m.Package) {
			declared[*m.MapType](p, "Labels").Checks = []m.Check{m.Match{Var: "namePatter"}}
		},
	}.run(t)
	p := everything()
	declared[*m.Struct](p, "Dog").Other = "Extra"
	assert.Equal(t, []string{"Dog has the field Extra twice, or as a method"}, m.Verify(p), "two fields that are no members")
}

func TestVerifyConverts(t *testing.T) {
	size, str := localType("Size"), m.Scalar{Kind: m.String}
	with := func(t m.TypeExpr, codec m.Codec) func(*m.Package) {
		f := param("Other", t, required)
		f.Codec = codec
		return parameter(f)
	}
	for name, codec := range map[string]m.Codec{`""`: str, `"Code"`: m.EnumCodec{Type: local("Code")}} {
		problem := "GetDogParams has a Size with the codec of " + name
		broken{problem: with(size, codec)}.run(t)
		broken{problem: with(m.Slice{Elem: size}, m.ListCodec{Elem: codec})}.run(t)
		broken{problem: with(localType("Sizes"), m.ListCodec{Elem: codec})}.run(t)
		broken{problem: with(m.Map{Elem: size}, m.MapCodec{Elem: codec})}.run(t)
		broken{problem: with(m.Slice{Elem: m.Pointer{Elem: size}}, m.ListCodec{Elem: m.OrNull{Elem: codec, Type: size}})}.run(t)
	}
	p := everything()
	with(localType("Sizes"), m.ListCodec{Elem: m.EnumCodec{Type: local("Size")}})(p)
	assert.Empty(t, m.Verify(p))
}

func parameter(f m.Param) func(*m.Package) {
	return func(p *m.Package) {
		params := declared[*m.Params](p, "GetDogParams")
		params.Fields = append(params.Fields, f)
	}
}

func ping(p *m.Package) *m.Params { return declared[*m.Params](p, "PingParams") }

// TestVerifyHold: the box of a field can show exactly the states that the document allows.
func TestVerifyHold(t *testing.T) {
	const (
		states   = "New field A has no way to be absent or null"
		three    = "New field A is boxed but has not three states"
		which    = "New field A cannot tell null from absent"
		noNil    = "New field A has a type without nil"
		required = true
		nullable = true
	)
	str, list := m.Builtin("string"), m.Slice{Elem: m.Builtin("string")}
	for _, c := range []struct {
		hold  m.Hold
		typ   m.TypeExpr
		codec m.Codec
		want  string
	}{
		{m.Hold{Required: required}, str, nil, ""},
		{m.Hold{}, str, nil, states},
		{m.Hold{Required: required, Nullable: nullable}, str, nil, states},
		{m.Hold{Nullable: nullable, Box: m.Boxed}, str, nil, ""},
		{m.Hold{Box: m.Boxed}, str, nil, three},
		{m.Hold{Required: required, Nullable: nullable, Box: m.Boxed}, str, nil, three},
		{m.Hold{Nullable: nullable, Box: m.BoxedPointer}, str, nil, ""},
		{m.Hold{Box: m.BoxedPointer}, str, nil, three},
		{m.Hold{Box: m.Pointing}, str, nil, ""},
		{m.Hold{Required: required, Box: m.Pointing}, str, nil, ""},
		{m.Hold{Required: required, Nullable: nullable, Box: m.Pointing}, str, nil, ""},
		{m.Hold{Nullable: nullable, Box: m.Pointing}, str, nil, which},
		{m.Hold{Box: m.NilBox}, list, m.ListCodec{Elem: m.Scalar{Kind: m.String}}, ""},
		{m.Hold{Required: required, Nullable: nullable, Box: m.NilBox}, list, nil, ""},
		{m.Hold{Nullable: nullable, Box: m.NilBox}, list, m.ListCodec{Elem: m.Scalar{Kind: m.String}}, which},
		{m.Hold{Nullable: nullable, Box: m.NilBox}, foreign("encoding/json", "RawMessage"), m.RawCodec{}, ""},
		{m.Hold{Box: m.NilBox}, m.Map{Elem: str}, nil, ""},
		{m.Hold{Box: m.NilBox}, localType("Pet"), nil, ""},
		{m.Hold{Box: m.NilBox}, localType("Labels"), nil, ""},
		{m.Hold{Box: m.NilBox}, localType("Sizes"), nil, ""},
		{m.Hold{Box: m.NilBox}, localType("Anything"), nil, ""},
		{m.Hold{Box: m.NilBox}, localType("Same"), nil, ""},
		{m.Hold{Box: m.NilBox}, str, nil, noNil},
		{m.Hold{Box: m.NilBox}, localType("Dog"), nil, noNil},
		{m.Hold{Box: m.NilBox}, localType("Code"), nil, noNil},
		{m.Hold{Box: m.NilBox}, foreign("example.com/other", "Pet"), nil, noNil},
		{m.Hold{Box: m.NilBox}, m.Builtin("Pet"), nil, noNil},
	} {
		p := everything()
		add(object("New", &m.Field{Name: "A", Wire: "a", Type: c.typ, Hold: c.hold, Codec: c.codec}))(p)
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		assert.Equal(t, want, m.Verify(p), "%+v of %s", c.hold, m.TypeString(c.typ))
	}
}

// TestVerifyPatterns: wherever a check hangs, its pattern is declared, as a pattern.
func TestVerifyPatterns(t *testing.T) {
	list := m.Slice{Elem: m.Builtin("string")}
	codec := m.ListCodec{Elem: m.Scalar{Kind: m.String}}
	for _, lost := range []string{"lostPattern", "Dog"} {
		own := []m.Check{m.Match{Var: "namePattern"}, m.Match{Var: lost}}
		check := []m.Check{m.Each{Checks: own}}
		value := m.Field{Name: "A", Wire: "a", Type: list, Hold: required, Codec: codec, Checks: check}
		for name, d := range map[string]m.Decl{
			"field":     object("New", &value),
			"null":      object("New", &m.Field{Name: "A", Wire: "a", Type: list, Hold: m.Hold{Required: true, Nullable: true, Box: m.NilBox}, Codec: m.OrNull{Elem: codec}, Checks: check}),
			"extra":     &m.Struct{Head: head("New"), Extra: &m.Extra{Name: "Extra", Type: list, Codec: codec, Checks: check}},
			"map":       &m.MapType{Head: head("New"), Elem: m.Builtin("string"), Codec: m.MapCodec{Elem: codec.Elem}, Checks: check},
			"maps":      &m.MapType{Head: head("New"), Elem: list, Codec: m.MapCodec{Elem: codec}, Checks: []m.Check{m.Each{Checks: check}}},
			"list":      &m.ListType{Head: head("New"), Elem: m.Builtin("string"), Codec: codec, Checks: check},
			"named":     &m.NamedType{Head: head("New"), Under: m.Builtin("string"), Codec: m.Scalar{Kind: m.String}, Checks: own},
			"parameter": &m.Params{Head: head("New"), Fields: []m.Param{{Field: value, In: m.InQuery, Write: m.ScalarParam{}}}},
			"body":      &m.Params{Head: head("New"), Bodies: []*m.BodyField{{Field: value}}},
			"result":    &m.Operation{Head: head("New"), Params: local("PingParams"), Result: m.ValueResult{Type: list, Codec: codec, Checks: check}},
		} {
			p := everything()
			add(d)(p)
			assert.Equal(t, []string{"New checks with pattern " + lost + ", which is not declared"}, m.Verify(p), name)
		}
	}
}

func TestVerifyUnions(t *testing.T) {
	choose := func(c m.Choose) func(*m.Package) {
		return func(p *m.Package) { declared[*m.Union](p, "Pet").Choose = c }
	}
	tags := func(texts ...string) (cases []m.TagCase) {
		for _, text := range texts {
			cases = append(cases, m.TagCase{Value: m.StringLit(text)})
		}
		return cases
	}
	far := m.TagTarget{Variant: 1}
	variant := func(v m.Variant) func(*m.Package) {
		return func(p *m.Package) { declared[*m.Union](p, "Pet").Variants[0] = v }
	}
	dog := m.Variant{Type: m.Pointer{Elem: localType("Dog")}, Codec: m.ObjectCodec{Type: local("Dog")}}
	untold, ruled := dog, dog
	untold.Tag, ruled.Ruled = &m.VariantTag{Field: "Kind"}, true
	broken{
		"Pet sends a case to variant 1 of 1":           choose(m.ByTag{Cases: append(tags("a"), m.TagCase{Value: m.StringLit("b"), Target: far})}),
		"Pet sends a case to variant -1 of 1":          choose(m.ByTag{Cases: []m.TagCase{{Value: m.StringLit("a"), Target: m.TagTarget{Variant: -1}}}}),
		"Pet sends a case to variant 2 of 1":           choose(m.ByKind{Cases: []m.KindCase{{Kind: m.KindObject, Variant: 2}}}),
		"Pet sends a case to variant 3 of 1":           choose(m.ByTag{Cases: tags("a"), Default: &m.TagTarget{Variant: 3}}),
		"Pet sends a case to variant 4 of 1":           choose(m.ByTag{Cases: tags("a"), Default: &m.TagTarget{Within: m.ByKey{Cases: []m.KeyCase{{Value: "a", Variant: 4}}}}}),
		"Pet refers to ruleLost, which is no rule":     choose(m.ByTag{Cases: tags("a"), Else: m.BySchema{Rule: "ruleLost"}}),
		`Pet has the key "a" twice`:                    choose(m.ByKey{Cases: []m.KeyCase{{Value: "a"}, {Value: "a"}}}),
		`Pet has the tag a twice`:                      choose(m.ByTag{Cases: tags("a", "b", "a")}),
		"Pet has two variants for a JSON kind":         choose(m.ByKind{Cases: []m.KindCase{{Kind: m.KindArray}, {Kind: m.KindString}, {Kind: m.KindArray}}}),
		"Pet has the tag Kind in no field":             variant(untold),
		"Pet has no rule for a variant that it judges": variant(ruled),
	}.run(t)
}
