package analysis

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// maxTuple is the number of positions up to which an array with prefixItems is a struct.
const maxTuple = 64

// IsTupleArray reports whether an array is a struct in Go: each of its first items has a type of its own.
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

func ClosedTuple(a *api.ArrayRules) bool { return a.Items != nil && a.Items.Form == api.FormFalse }
