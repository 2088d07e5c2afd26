package analysis

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// ItemsOf returns the schema that all items satisfy, and whether s itself has it.
func (a *Analysis) ItemsOf(s *api.Schema) (items *api.Schema, own bool) {
	if s.Array != nil && s.Array.PrefixItems != nil {
		return nil, false
	}
	if s.Array != nil && s.Array.Items != nil {
		return s.Array.Items, true
	}
	if s.Ref != nil && !s.Ref.Dynamic && s.Ref.Target != nil {
		items, _ = a.ItemsOf(s.Ref.Target)
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			if items == nil {
				items, _ = a.ItemsOf(part)
			}
		}
	}
	return items, false
}
