package plan

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// maxTuple is the number of positions up to which an array with prefixItems is a struct.
const maxTuple = 64

// isTupleArray reports whether an array is a struct in Go: each of its first items has a type of its own.
func isTupleArray(a *api.ArrayRules) bool {
	if a == nil || len(a.PrefixItems) == 0 || len(a.PrefixItems) > maxTuple {
		return false
	}
	for _, item := range a.PrefixItems {
		if item.Form == api.FormFalse {
			return false // it says how long the array can be, not what it holds
		}
	}
	return true
}

// staticTuple adds what the fields of a tuple show. A length that cuts fields off, or counts what comes behind them, does not.
func staticTuple(a *api.ArrayRules, set *keywordSet) {
	set.add(api.KwPrefixItems, api.KwItems)
	if a.MinItems != nil && size(a.MinItems, 0) <= len(a.PrefixItems) {
		set.add(api.KwMinItems)
	}
	if a.MaxItems != nil && closedTuple(a) && size(a.MaxItems, -1) == len(a.PrefixItems) {
		set.add(api.KwMaxItems)
	}
}

func closedTuple(a *api.ArrayRules) bool { return a.Items != nil && a.Items.Form == api.FormFalse }

// tupleDef decides the fields of a tuple: as many as the array must have are required.
func (p *planner) tupleDef(t *typ) *structDef {
	s := t.schema
	p.enforceStatic(s, isTuple)
	def := &structDef{tuple: true}
	required := min(size(s.Array.MinItems, 0), len(s.Array.PrefixItems))
	for i, item := range s.Array.PrefixItems {
		m := &member{wire: strconv.Itoa(i), schema: item, pos: item.Pos, required: i < required}
		m.use = p.use(item, place{parent: t, suffix: "Item" + m.wire})
		def.members = append(def.members, m)
	}
	switch rest := s.Array.Items; {
	case rest == nil || rest.Form == api.FormTrue:
		def.extra = &use{shape: anything{}}
	case rest.Form == api.FormObject:
		u := p.use(rest, place{parent: t, suffix: "Rest"})
		def.extra = &u
	}
	return def
}
