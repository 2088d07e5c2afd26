package naming

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/names"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// The levels of claims on names, in the order in which they are settled. A component never makes way for something inline.
const (
	levelComponents      = iota
	levelExternals       // schemas of other files
	levelBases           // bases themselves, beside the unions of their heirs
	levelRoots           // types of operations
	levelInline          // and one more for each type around
	levelMethods         = 1 << 20
	levelRepresentations = levelMethods + 1 // methods for other representations of a response
	levelBelonging       = levelMethods + 2 // what belongs to types: constants, functions
	levelClient          = levelMethods + 3
	levelSources         = levelMethods + 4 // options beside that of a security scheme, functions that fill in defaults of parameters
	levelShared          = levelMethods + 5 // methods for the members of a base
	levelFields          = levelMethods + 6
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
	allItems
	serviceType
	serviceMethod
	handlerConfig
	handlerFunc
	unimplemented
	exampleService
	newExamples
	parseParams
	setHeader
	supportName
	groupField
	groupOf       // the type that has a method, if it is not Client
	shortName     // there
	shortAllItems // of pages
	senderType
	newSender  // the function that makes a sender
	constantOf // with the index of the value
)

// A Table has the names of everything that was planned.
type Table struct {
	path     string       // of the package, in gomodel.Ident
	reserved []string     // names of support code
	service  *names.Claim // that has the methods of operations; nil: a client has them
	types    map[*shapes.Type]*names.Claim
	members  map[*shapes.Member]*names.Claim
	others   map[thing]*names.Claim
}

// claim returns the claim of a thing, nil for none.
func (t *Table) claim(it any, as role) *names.Claim {
	switch it := it.(type) {
	case *shapes.Member:
		return t.members[it]
	case *shapes.Type:
		if as == (role{}) {
			return t.types[it]
		}
	}
	return t.others[thing{it, as}]
}

// add keeps the claim of a thing.
func (t *Table) add(it any, as role, c *names.Claim) {
	switch it := it.(type) {
	case *shapes.Member:
		t.members[it] = c
		return
	case *shapes.Type:
		if as == (role{}) {
			t.types[it] = c
			return
		}
	}
	t.others[thing{it, as}] = c
}

// Own returns the identifier of a name of the package.
func (t *Table) Own(name string) gomodel.Ident { return gomodel.Ident{Path: t.path, Name: name} }

// OwnType returns the type of that name.
func (t *Table) OwnType(name string) gomodel.Named { return gomodel.Named{Ident: t.Own(name)} }

// IsReserved reports whether support code has a name.
func (t *Table) IsReserved(name string) bool { return slices.Contains(t.reserved, name) }

// Path is the path of the package in identifiers.
func (t *Table) Path() string { return t.path }

// Of returns the name of a thing that has one only: a type, an alias, a member, a method, a parameter ...
func (t *Table) Of(it any) string { return t.claim(it, role{}).Name() }

// as returns the name of a thing in one of its roles.
func (t *Table) as(it any, what word) string { return t.others[thing{it, role{what: what}}].Name() }

// Type returns the name of a type.
func (t *Table) Type(it *shapes.Type) string { return t.types[it].Name() }

// Field returns the name of the field for a member.
func (t *Table) Field(m *shapes.Member) string { return t.members[m].Name() }

// Constant returns the name of a value of an enum.
func (t *Table) Constant(it *shapes.Type, i int) string {
	return t.others[thing{it, role{constantOf, i}}].Name()
}

// New returns the name of the function that fills in the defaults of a struct, "" for none.
func (t *Table) New(it *shapes.Type) string { return t.as(it, newFunc) }

// NewParams returns the name of the function that fills in the defaults of parameters, "" for none.
func (t *Table) NewParams(o *operations.Operation) string { return t.as(o, newFunc) }

// Extra returns the name of the field for members without a field of their own.
func (t *Table) Extra(it *shapes.Type) string { return t.as(it, extraField) }

// Other returns the name of the field for values that are no objects, "" for none.
func (t *Table) Other(it *shapes.Type) string { return t.as(it, otherField) }

// Unknown returns the name of the type for values of a union that have no variant.
func (t *Table) Unknown(it *shapes.Type) string { return t.as(it, unknownVariant) }

// Unmarshal returns the name of the function that reads a union.
func (t *Table) Unmarshal(it *shapes.Type) string { return t.as(it, unmarshalFunc) }

// Validate returns the name of the function that checks a union.
func (t *Table) Validate(it *shapes.Type) string { return t.as(it, validateFunc) }

// Method returns the name of the first method of an operation.
func (t *Table) Method(o *operations.Operation) string { return t.Of(o.Results[0]) }

// Pages returns the name of the method that reads the pages of an operation.
func (t *Table) Pages(x *operations.Pages) string { return t.Of(x) }

// All returns the name of the method that reads their items.
func (t *Table) All(x *operations.Pages) string { return t.as(x, allItems) }

// Service returns the names of the interface of all operations and of the method of Client that gives it, "" for none.
func (t *Table) Service(o *operations.Operations) (typ, method string) {
	return t.as(o, serviceType), t.as(o, serviceMethod)
}

// Handler returns the names of what a handler needs to know, of the function that makes one, and of the service that does nothing yet.
func (t *Table) Handler(o *operations.Operations) (config, made, none string) {
	return t.as(o, handlerConfig), t.as(o, handlerFunc), t.as(o, unimplemented)
}

// ExampleService returns the names of the service that gives examples, and of the function that makes one; "" for none.
func (t *Table) ExampleService(o *operations.Operations) (typ, made string) {
	return t.as(o, exampleService), t.as(o, newExamples)
}

// ParseParams returns the name of the function that reads the parameters of an operation from a request.
func (t *Table) ParseParams(o *operations.Operation) string { return t.as(o, parseParams) }

// SetHeader returns the name of the function that sets the headers of a success, "" for none.
func (t *Table) SetHeader(o *operations.Operation) string { return t.as(o, setHeader) }

// Support returns the identifier of a name of support code.
func (t *Table) Support(name string) gomodel.Ident {
	if c := t.claim(name, role{what: supportName}); c != nil {
		name = c.Name()
	}
	return t.Own(name)
}

// Sender returns the names of the type that sends webhooks and callbacks, and of the function that makes one; "" for none.
func (t *Table) Sender(o *operations.Operations) (typ, makes string) {
	return t.as(o, senderType), t.as(o, newSender)
}

// MethodOf returns the name of the first method of an operation of the document.
func (t *Table) MethodOf(op *api.Operation) string { return t.Of(op) }

// Params returns the name of the struct of the parameters of an operation.
func (t *Table) Params(o *operations.Operation) string { return t.Of(o) }

// Union returns the name of the interface of the results of a method.
func (t *Table) Union(r *operations.Result) string { return t.as(r, resultUnion) }

// Variant returns the name of the struct of a result that is a variant of such an interface.
func (t *Table) Variant(c *operations.ResultCase) string {
	if c.Wrapped {
		return t.Of(c)
	}
	return t.Type(c.Use.Shape.(shapes.Named).Type)
}

// Headers returns the name of the struct of headers.
func (t *Table) Headers(set *operations.HeaderSet) string { return t.Of(set) }

// Parse returns the name of the function that reads headers.
func (t *Table) Parse(set *operations.HeaderSet) string { return t.as(set, parseFunc) }

// Wishes returns the names that a thing wanted, best first.
func (t *Table) Wishes(it any) []string { return t.claim(it, role{}).Wishes() }

// claim asks for a name. Its space is that of the package if it has none.
func (p *Planner) claim(it any, what role, c names.Claim) *names.Claim {
	if c.Space == nil {
		c.Space = p.space
	}
	p.names.add(it, what, &c)
	p.list = append(p.list, &c)
	return &c
}
