package gomodel_test

import m "github.com/oas2go/oas2go/generator/gomodel"

// path is the import path of the package in all tests.
const path = "example.com/pets"

func local(name string) m.Ident { return m.Ident{Path: path, Name: name} }

func localType(name string) m.Named { return m.Named{Ident: local(name)} }

func foreign(path, name string) m.Named { return m.Named{Ident: m.Ident{Path: path, Name: name}} }

func head(name string) m.Head { return m.Head{Name: name} }

func link(name string) []m.Span { return []m.Span{{Text: "See "}, {Link: local(name)}} }

var (
	required         = m.Hold{Required: true}
	optional         = m.Hold{Box: m.Pointing}
	optionalNil      = m.Hold{Box: m.NilBox}
	optionalNullable = m.Hold{Nullable: true, Box: m.Boxed}
)

func field(name, wire string, t m.TypeExpr, h m.Hold, checks ...m.Check) *m.Field {
	codec := m.Scalar{Kind: m.String}
	if n, ok := t.(m.Named); ok && n.Ident.Path == path {
		codec.As = n.Ident
	}
	return &m.Field{Name: name, Wire: wire, Type: t, Hold: h, Codec: codec, Checks: checks}
}

func object(name string, members ...m.Member) *m.Struct {
	return &m.Struct{Head: head(name), Members: members}
}

func param(name string, t m.TypeExpr, h m.Hold, checks ...m.Check) m.Param {
	return m.Param{Field: *field(name, name, t, h, checks...), In: m.InQuery, Write: m.ScalarParam{}}
}

func pkg(decls ...m.Decl) *m.Package {
	return &m.Package{Name: "pets", Path: path, Files: []m.File{{Name: "models_gen.go", Decls: decls}}}
}

// everything has each kind of declaration and keeps every promise.
func everything() *m.Package {
	str, pet := m.Builtin("string"), localType("Pet")
	dog := object("Dog", &m.ConstMember{Wire: "kind", Value: m.StringLit("dog"), Required: true},
		field("Name", "name", str, required, m.Length{Min: 1, Max: -1}, m.Match{Var: "namePattern"}),
		field("Age", "age", m.Builtin("int64"), optional), field("Note", "note", str, optionalNullable),
		field("Friends", "friends", m.Slice{Elem: pet}, optionalNil), field("Born", "born", foreign("time", "Time"), optional),
		&m.Field{Name: "Raw", Wire: "raw", Type: foreign("encoding/json", "RawMessage"), Codec: m.RawCodec{}, Hold: m.Hold{Nullable: true, Box: m.NilBox}})
	dog.Extra = &m.Extra{Name: "Extra", Type: m.Builtin("int64"), Codec: m.Scalar{Kind: m.Int64}}
	dog.Doc = m.Doc{m.Text(link("Pet")), m.Deprecated(link("InvalidError"))}
	return pkg(dog,
		&m.Union{Head: head("Pet"), Keyword: "oneOf", Marker: "isPet", Unknown: "PetUnknown", Unmarshal: "UnmarshalPet", Validate: "ValidatePet",
			Variants: []m.Variant{{Type: m.Pointer{Elem: localType("Dog")}}}, Choose: m.ByTag{Wire: "kind", Cases: []m.TagCase{{Value: m.StringLit("dog")}}}},
		&m.Enum{Head: head("Size"), Under: str, Var: "valuesSize", Values: []m.EnumValue{{Name: "SizeBig", Value: m.StringLit("big")}}},
		&m.NamedType{Head: head("Code"), Under: str, Checks: []m.Check{m.Match{Var: "namePattern"}}},
		&m.MapType{Head: head("Labels"), Elem: m.Slice{Elem: localType("Code")}},
		&m.ListType{Head: head("Sizes"), Elem: localType("Size"), Checks: []m.Check{m.Each{Checks: []m.Check{m.Inside{}}}}},
		&m.RawType{Head: head("Anything")},
		&m.Alias{Head: head("Same"), Target: localType("Labels")},
		&m.Pattern{Head: head("namePattern"), Source: "^a$"},
		&m.NewFunc{Head: head("NewDog"), Type: local("Dog")},
		&m.Params{Head: head("GetDogParams"), Operation: "GetDog", Fields: []m.Param{param("Size", localType("Size"), optional)},
			Bodies: []*m.BodyField{{Field: *field("Body", "", localType("Dog"), required)}}},
		&m.Operation{Head: head("GetDog"), Method: "GET", Params: local("GetDogParams"), Result: m.ValueResult{Type: m.Pointer{Elem: localType("Dog")}},
			Errors: []m.ErrorBody{{Status: "default", Type: localType("Labels")}}},
		&m.Params{Head: head("PingParams"), Operation: "Ping"},
		&m.Operation{Head: head("Ping"), Method: "GET", Params: local("PingParams"), Result: m.NoResult{}},
		&m.ServerURL{Head: head("ServerURL"), Parts: []m.URLPart{{Text: "https://example.com"}}},
		&m.ServerURL{Head: head("RegionURL"), Parts: []m.URLPart{{Var: 0}}, Variables: []m.ServerVar{{Name: "region"}}},
		&m.CredentialOption{Head: head("WithToken"), Const: "schemeToken", Kind: m.CredentialBearer},
		&m.ValueOption{Head: head("WithTenant"), Wire: "tenant", Argument: "tenant", Field: "Tenant"},
	)
}

// declared returns the declaration of a name in p.
func declared[D m.Decl](p *m.Package, name string) D {
	for _, d := range p.Files[0].Decls {
		if d, ok := d.(D); ok && d.Common().Name == name {
			return d
		}
	}
	panic("the test has no " + name)
}
