package diff

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// users returns the operations whose messages of a direction lead to a schema of the new document, in their order.
func (c *comparison) users(target *api.Schema, dir change.Direction) (list []string) {
	leading := c.leading(target)
	seen := map[string]bool{}
	for _, p := range c.operations.Places {
		if p.Direction == dir && p.New != nil && leading[p.New] && !seen[p.Operation] {
			seen[p.Operation] = true
			list = append(list, p.Operation)
		}
	}
	return list
}

// leading returns the schemas of the new document that lead to one, with itself.
func (c *comparison) leading(target *api.Schema) map[*api.Schema]bool {
	if c.parents == nil {
		c.parents = parentsOf(c.new.Document)
	}
	leading := map[*api.Schema]bool{target: true}
	queue := []*api.Schema{target}
	for i := 0; i < len(queue); i++ {
		for _, parent := range c.parents[queue[i]] {
			if !leading[parent] {
				leading[parent] = true
				queue = append(queue, parent)
			}
		}
	}
	return leading
}

// parentsOf returns the schemas that contain each schema or refer to it.
func parentsOf(d *api.Document) map[*api.Schema][]*api.Schema {
	parents := make(map[*api.Schema][]*api.Schema, len(d.Schemas))
	for _, s := range d.Schemas {
		for child := range s.Children() {
			parents[child.Schema] = append(parents[child.Schema], s)
		}
		if s.Ref != nil && s.Ref.Target != nil {
			parents[s.Ref.Target] = append(parents[s.Ref.Target], s)
		}
	}
	return parents
}
