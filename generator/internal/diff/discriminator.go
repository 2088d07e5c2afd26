package diff

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// tagMembers returns the addresses of the members that a discriminator is about, in each alternative: Go code has no field for one that
// tells the alternatives apart.
func (h *hooks) tagMembers(prefix string, side change.Side, facts change.Facts) (list []string) {
	at := side.Pos
	if side.Present {
		at.Path = at.Path.Parent
	}
	s := h.schemaAt(prefix + at.Address())
	if s == nil || s.Compose == nil {
		return nil
	}
	for _, alternative := range slices.Concat(s.Compose.OneOf, s.Compose.AnyOf) {
		for _, part := range partsOf(alternative) {
			for _, name := range []string{facts.Old, facts.New} {
				if m := memberOf(part, name); m != nil {
					list = append(list, m.Pos.Address())
				}
			}
		}
	}
	return list
}

// memberOf returns the schema of a member, nil if there is none.
func memberOf(s *api.Schema, name string) *api.Schema {
	if s.Object == nil {
		return nil
	}
	m, _ := api.Find(s.Object.Properties, name)
	return m
}
