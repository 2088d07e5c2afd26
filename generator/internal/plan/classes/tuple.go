package classes

import (
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// staticTuple adds what the fields of a tuple show. A length that cuts fields off, or counts what comes behind them, does not.
func staticTuple(a *api.ArrayRules, set *analysis.Keywords) {
	set.Add(api.KwPrefixItems, api.KwItems)
	if a.MinItems != nil && analysis.Size(a.MinItems, 0) <= len(a.PrefixItems) {
		set.Add(api.KwMinItems)
	}
	if a.MaxItems != nil && analysis.ClosedTuple(a) && analysis.Size(a.MaxItems, -1) == len(a.PrefixItems) {
		set.Add(api.KwMaxItems)
	}
}
