package analysis

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// ValueTypes returns the types of s without null. "number" swallows "integer".
func ValueTypes(s *api.Schema) (types []api.Type) {
	hasNumber := false
	for _, t := range s.Types {
		hasNumber = hasNumber || t == api.TypeNumber
	}
	for _, t := range s.Types {
		if t != api.TypeNull && !(t == api.TypeInteger && hasNumber) {
			types = append(types, t)
		}
	}
	return types
}
