package hierarchy

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// An Input is what hierarchies are looked for in.
type Input struct {
	Schemas []*api.Schema            // of the document, by ID
	Named   []api.Named[*api.Schema] // those with a name: components, then those of other files
	Roots   []*api.Schema            // of bodies, parameters and headers: types of values
	Pruned  bool                     // what no root leads to does not count
	Mode    Mode
}

// A Mode is what a base with heirs is where it is the type of a value.
type Mode uint8

// The modes.
const (
	AsWritten Mode = iota // what it says itself
	Structs               // what it says itself, and any other members
	Unions                // one of its heirs, or itself
)

// A Hierarchy has the forms of schemas, as values and as parts.
type Hierarchy struct {
	in      Input
	Schemas []*api.Schema // by ID: those of the document, then their forms
	bases   map[*api.Schema]*base
	heirs   map[*api.Schema]*heir
	kinship
	tagged map[*api.Schema]bool // properties by which heirs are told apart

	values  map[*api.Schema]bool        // the bases that are the type of a value
	opened  map[*api.Schema]bool        // whose additionalProperties: false closes the whole heir
	twofold map[*api.Schema]bool        // schemas that are something else as a value than as a part
	changed map[place]bool              // places whose form is no longer the schema itself
	forms   map[place]*api.Schema       // what was made of a schema
	origins map[*api.Schema]*api.Schema // of what was made
}

// A kinship says which components there are, and which extend a schema themselves.
type kinship struct {
	named    map[*api.Schema]int // the position in the list of names
	children map[*api.Schema][]*api.Schema
}

// A place is a way to stand somewhere: a schema as the type of a value or as a part of another one.
type place struct {
	schema *api.Schema
	as     role
}

type role uint8

const (
	value role = iota
	part
)

// Plan finds the hierarchies. How a part closes its heirs is added to findings.
func Plan(in Input, findings *diag.List) *Hierarchy {
	h := &Hierarchy{
		in: in, Schemas: slices.Clone(in.Schemas), bases: map[*api.Schema]*base{}, heirs: map[*api.Schema]*heir{},
		kinship: kinship{named: map[*api.Schema]int{}, children: map[*api.Schema][]*api.Schema{}}, tagged: map[*api.Schema]bool{},
		values: map[*api.Schema]bool{}, opened: map[*api.Schema]bool{}, twofold: map[*api.Schema]bool{}, changed: map[place]bool{}, forms: map[place]*api.Schema{},
		origins: map[*api.Schema]*api.Schema{},
	}
	if in.Mode == AsWritten || !slices.ContainsFunc(in.Schemas, func(s *api.Schema) bool { return s.OpenAPI != nil && s.OpenAPI.Discriminator != nil }) {
		return h
	}
	h.findBases()
	if len(h.bases) == 0 {
		return h
	}
	h.findClosed(findings)
	h.reach()
	h.findHeirs()
	h.findTwofold()
	h.findChanges()
	h.makeForms()
	return h
}

// Value returns what a schema is as the type of a value.
func (h *Hierarchy) Value(s *api.Schema) *api.Schema { return h.form(place{s, value}) }

// Part returns what a schema is as a part of another one.
func (h *Hierarchy) Part(s *api.Schema) *api.Schema { return h.form(place{s, part}) }

// Named returns what the schema of a component is, and for a union the base itself, nil for others.
func (h *Hierarchy) Named(s *api.Schema) (form, self *api.Schema) {
	form = h.Value(s)
	return form, h.SelfOf(form)
}

// SelfOf returns the base as the last variant of its union, nil for what is no such union.
func (h *Hierarchy) SelfOf(union *api.Schema) *api.Schema {
	base := h.origins[union]
	if base == nil || !h.isUnion(base) || h.forms[place{base, value}] != union {
		return nil
	}
	return h.forms[place{base, part}]
}

// KeepsMembers reports whether a schema is a base as a struct for the values of all heirs, known or not.
func (h *Hierarchy) KeepsMembers(s *api.Schema) bool {
	origin := h.origins[s]
	return origin != nil && h.values[origin] && s == h.forms[place{origin, h.selfRole()}]
}

// selfRole is the place whose form is the struct of a base.
func (h *Hierarchy) selfRole() role {
	if h.in.Mode == Structs {
		return value
	}
	return part
}

// OriginOf returns what a form was made of, nil for schemas of the document.
func (h *Hierarchy) OriginOf(s *api.Schema) *api.Schema { return h.origins[s] }

// isUnion reports whether a schema is a union where it is the type of a value.
func (h *Hierarchy) isUnion(s *api.Schema) bool { return h.values[s] && h.in.Mode == Unions }

// IsTag reports whether a schema is that of a property by which heirs are told apart.
func (h *Hierarchy) IsTag(s *api.Schema) bool { return h.tagged[s] || h.tagged[h.origins[s]] }
