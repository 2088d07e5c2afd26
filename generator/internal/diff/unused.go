package diff

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/schemas"
)

// What is said of components that no operation uses.
const (
	unusedWho = "Nobody yet: no operation uses the schema."
	unusedWhy = "No operation uses the schema, so no message changes."
)

// unusedRoots are the components that no message of either document leads to. What changes in them breaks no message; Go code may have
// types of them.
func (c *comparison) unusedRoots() (roots []schemas.Root) {
	var used [2]map[*api.Schema]bool
	for i := range used {
		used[i] = map[*api.Schema]bool{}
		for _, p := range c.operations.Places {
			reach(used[i], [2]*api.Schema{p.Old, p.New}[i])
		}
	}
	for _, s := range c.new.Document.Components.Schemas {
		if old, ok := api.Find(c.old.Document.Components.Schemas, s.Name); ok && !used[0][old] && !used[1][s.Value] {
			roots = append(roots, schemas.Root{Old: old, New: s.Value, Rank: len(c.rank)})
		}
	}
	return roots
}

// reach adds a schema and all that it leads to.
func reach(seen map[*api.Schema]bool, s *api.Schema) {
	queue := []*api.Schema{s}
	for len(queue) > 0 {
		s := queue[0]
		queue = queue[1:]
		if s == nil || seen[s] {
			continue
		}
		seen[s] = true
		if s.Ref != nil {
			queue = append(queue, s.Ref.Target)
		}
		for child := range s.Children() {
			queue = append(queue, child.Schema)
		}
	}
}
