package analysis

import (
	"math"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// ItemsOf returns the narrowest schema that all items satisfy, and whether s itself has it.
func (a *Analysis) ItemsOf(s *api.Schema) (items *api.Schema, own bool) {
	if s.Array != nil && s.Array.PrefixItems != nil {
		return nil, false
	}
	if s.Array != nil && s.Array.Items != nil {
		items, own = s.Array.Items, true
	}
	take := func(part *api.Schema) {
		other, _ := a.ItemsOf(part)
		if other != nil && (items == nil || a.Narrower(other, items) && !a.Narrower(items, other)) {
			items, own = other, false
		}
	}
	if s.Ref != nil && !s.Ref.Dynamic && s.Ref.Target != nil {
		take(s.Ref.Target)
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			take(part)
		}
	}
	return items, own
}

// maxTuple is the number of positions up to which an array with prefixItems is a struct.
const maxTuple = 64

// IsTupleArray reports whether each of the first items of an array has a schema of its own.
func IsTupleArray(a *api.ArrayRules) bool {
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

// ClosedTuple reports whether an array has no items but those of its positions: by items, or by maxItems, which is then max and else 0.
func ClosedTuple(a *api.ArrayRules) (max int, closed bool) {
	if a.Items != nil && a.Items.Form == api.FormFalse {
		return 0, true
	}
	max = Size(a.MaxItems, -1)
	if max <= 0 || max > len(a.PrefixItems) {
		return 0, false
	}
	return max, true
}

// Size returns a length as int. One beyond any Go value is as good as none for a maximum, and unreachable for a minimum.
func Size(n *api.Number, absent int) int {
	if n == nil {
		return absent
	}
	if i, ok := n.Int64(); ok && i <= math.MaxInt32 {
		return int(i)
	}
	if absent < 0 {
		return -1
	}
	return math.MaxInt32
}
