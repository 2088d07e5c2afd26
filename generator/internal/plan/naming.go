package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// The levels of claims on names, in the order in which they are settled. A component never makes way for something inline.
const (
	levelComponents      = iota
	levelExternals       // schemas of other files
	levelRoots           // types of operations
	levelInline          // and one more for each type around
	levelMethods         = 1 << 20
	levelRepresentations = levelMethods + 1 // methods for other representations of a response
	levelBelonging       = levelMethods + 2 // what belongs to types: constants, functions
	levelClient          = levelMethods + 3
	levelFields          = levelMethods + 4
)

// A thing is what has a name: something that was planned, in one of its roles.
type thing struct {
	of   any
	role role
}

// A role tells the names of one thing apart.
type role struct {
	what  word
	index int
}

type word uint8

const (
	itself word = iota
	unknownVariant
	unmarshalFunc
	validateFunc
	newFunc
	extraField
	otherField
	parseFunc
	resultUnion
	constantOf // with the index of the value
)

// A NameTable has the names of everything that was planned.
type NameTable struct {
	path     string   // of the package, in gomodel.Ident
	reserved []string // names of support code
	names    map[thing]string
	claims   map[thing]*Claim
	all      Names
}

// Own returns the identifier of a name of the package.
func (t *NameTable) Own(name string) gomodel.Ident { return gomodel.Ident{Path: t.path, Name: name} }

// OwnType returns the type of that name.
func (t *NameTable) OwnType(name string) gomodel.Named { return gomodel.Named{Ident: t.Own(name)} }

// IsReserved reports whether support code has a name.
func (t *NameTable) IsReserved(name string) bool { return slices.Contains(t.reserved, name) }

// Path is the path of the package in identifiers.
func (t *NameTable) Path() string { return t.path }

// Of returns the name of a thing that has one only: a type, an alias, a member, a method, a parameter ...
func (t *NameTable) Of(it any) string { return t.names[thing{of: it}] }

// Type returns the name of a type.
func (t *NameTable) Type(it *typ) string { return t.Of(it) }

// Field returns the name of the field for a member.
func (t *NameTable) Field(m *member) string { return t.Of(m) }

// Constant returns the name of a value of an enum.
func (t *NameTable) Constant(it *typ, i int) string { return t.names[thing{it, role{constantOf, i}}] }

// New returns the name of the function that fills in the defaults of a struct, "" for none.
func (t *NameTable) New(it *typ) string { return t.names[thing{it, role{what: newFunc}}] }

// Extra returns the name of the field for members without a field of their own.
func (t *NameTable) Extra(it *typ) string { return t.names[thing{it, role{what: extraField}}] }

// Other returns the name of the field for values that are no objects, "" for none.
func (t *NameTable) Other(it *typ) string { return t.names[thing{it, role{what: otherField}}] }

// Unknown returns the name of the type for values of a union that have no variant.
func (t *NameTable) Unknown(it *typ) string { return t.names[thing{it, role{what: unknownVariant}}] }

// Unmarshal returns the name of the function that reads a union.
func (t *NameTable) Unmarshal(it *typ) string { return t.names[thing{it, role{what: unmarshalFunc}}] }

// Validate returns the name of the function that checks a union.
func (t *NameTable) Validate(it *typ) string { return t.names[thing{it, role{what: validateFunc}}] }

// Method returns the name of the first method of an operation.
func (t *NameTable) Method(o *operation) string { return t.Of(o.results[0]) }

// Params returns the name of the struct of its parameters.
func (t *NameTable) Params(o *operation) string { return t.Of(o) }

// Union returns the name of the interface of the results of a method.
func (t *NameTable) Union(r *result) string { return t.names[thing{r, role{what: resultUnion}}] }

// Variant returns the name of the struct of a result that is a variant of such an interface.
func (t *NameTable) Variant(c *resultCase) string {
	if c.wrapped {
		return t.Of(c)
	}
	return t.Type(c.use.shape.(named).typ)
}

// Headers returns the name of the struct of headers.
func (t *NameTable) Headers(set *headerSet) string { return t.Of(set) }

// Parse returns the name of the function that reads headers.
func (t *NameTable) Parse(set *headerSet) string { return t.names[thing{set, role{what: parseFunc}}] }

// Wishes returns the names that a thing wanted, best first.
func (t *NameTable) Wishes(it any) []string { return t.all.Wishes(t.claims[thing{of: it}]) }

// Claim returns the claim of a thing.
func (t *NameTable) Claim(it any) *Claim { return t.claims[thing{of: it}] }

// nameAll gives everything its name, before anything is printed. keeps says which structs have a field for other members because a rule
// looks at them.
func (p *planner) nameAll() {
	p.claims = map[thing]*Claim{}
	p.space = NewSpace(p.reserved...)
	p.claimTypes()
	p.claimOperations()
	names := Settle(p.claimList, p.findings)
	p.named = &NameTable{path: p.path, reserved: p.reserved, names: make(map[thing]string, len(p.claims)), claims: p.claims, all: names}
	for it, c := range p.claims {
		p.named.names[it] = names.Of(c)
	}
	p.reportMethods()
}

// claim asks for a name. Its space is that of the package if it has none.
func (p *planner) claim(it any, what role, c Claim) *Claim {
	if c.Space == nil {
		c.Space = p.space
	}
	p.claims[thing{it, what}] = &c
	p.claimList = append(p.claimList, &c)
	return &c
}

// private names a helper that nobody outside of the package sees.
func (p *planner) private(name, key string) string {
	return p.helpers.Assign([]ident.Claim{{Ladder: []string{name}, Key: key}})[0]
}

// MethodOf returns the name of the first method of an operation of the document.
func (t *NameTable) MethodOf(op *api.Operation) string { return t.names[thing{of: op}] }
