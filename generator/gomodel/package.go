package gomodel

import "github.com/oas2go/oas2go/generator/diag"

// A Package is one Go package to write.
type Package struct {
	Name  string
	Path  string // import path; Idents of the package have it
	Doc   Doc
	Files []File
	// Support are names of support code that belong to the package although no declaration uses them: its users do.
	Support []string
	Renamed map[string]string // names of support code that are others in the package, because the document has them; nil: none
}

// Rename gives a name of support code another one in the package.
func (p *Package) Rename(name, to string) {
	if p.Renamed == nil {
		p.Renamed = map[string]string{}
	}
	p.Renamed[name] = to
}

// A File is one Go file, without the package clause, header and imports. The file without declarations carries [Package.Doc].
type File struct {
	Name  string // models_gen.go
	Decls []Decl
	// Outside: the file is of the package Name_test, and uses the package as everybody does.
	Outside bool
}

// A Decl is a declaration with all that belongs to it (its methods, its key table). The kinds:
//
//   - types: [*Struct], [*Tuple], [*MapType], [*ListType], [*NamedType], [*Enum], [*Union], [*RawType], [*Alias]
//   - client: [*Params], [*Form], [*Operation], [*Pages], [*Service], [*GroupedClient], [*Group], [*ResultUnion], [*HeaderType], [*Webhook], [*Sender], [*Send], [*CallbackURL], [*ServerURL], [*CredentialOption], [*TextConstants], [*ValueOption]
//   - server: [*Handler], [*Served], [*ExampleService], [*ExampleSet]
//   - helpers: [*NewFunc], [*Pattern], [*Rules], [*ListReader], [*MapReader]
//   - tests: [*Example], [*ExampleServer]
type Decl interface {
	// Common returns what all declarations have.
	Common() *Head
}

// A Head is the part that all declarations have.
type Head struct {
	Name string // Go name; local to the package
	Doc  Doc
	From diag.Pos // the node of the document it comes from
}

// Common returns h itself, so that embedding Head makes a Decl.
func (h *Head) Common() *Head { return h }

// An Alias is type Name = Target: a component whose Go type is a struct of another package.
type Alias struct {
	Head
	Target TypeExpr
}

// A ListReader reads an array: func listPoint(r *jsonReader) []Point. It exists because a generic helper over generated types
// makes builds slow.
type ListReader struct {
	Head
	Elem Codec
	Type TypeExpr // of an element as declared: Pointer{T} for [OrNull] that is not bare
}

// A MapReader reads an object with any names: func mapPoint(r *jsonReader) map[string]Point.
type MapReader struct {
	Head
	// Writes says that such maps are written too: putMapPoint(w, m).
	Writes bool
	Elem   Codec
	Type   TypeExpr // of a value as declared
}
