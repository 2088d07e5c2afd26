package schemas

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
)

// MatchAlternatives returns the alternatives of two unions that belong together.
func MatchAlternatives(solver Solver, old, new []*api.Schema) (list [][2]*api.Schema) {
	c := &comparison{walker: &walker{solver: solver}}
	matched, _, _ := c.match(old, new)
	for _, p := range matched {
		list = append(list, [2]*api.Schema{p.old, p.new})
	}
	return list
}

// Lists reports whether a schema lists the values of a member, by a constant or an enum.
func Lists(s *api.Schema, name string) bool {
	for _, p := range shapeOf(s).parts {
		if p.Object == nil {
			continue
		}
		if m, ok := api.Find(p.Object.Properties, name); ok {
			if _, listed := shapeOf(m).values(); listed {
				return true
			}
		}
	}
	return false
}

// Merged joins the names of both sides in the order of the new one; those that are gone stand where they stood.
func Merged(old, new []string) []string { return lists.Merged(old, new) }
