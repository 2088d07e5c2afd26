package schemas

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// loosen notes that the rule for open objects passes over a member of a schema: in each part that declares it.
func (w *walker) loosen(s *api.Schema, name string) {
	for _, p := range shapeOf(s).parts {
		if p.Object == nil {
			continue
		}
		if _, declared := api.Find(p.Object.Properties, name); declared {
			w.loose.Add(p, name)
		}
	}
}

// loosened returns a schema that is like s but for loose members, s itself if it leads to none.
func (w *walker) loosened(s *api.Schema) *api.Schema { return w.loose.In(s, w.anything) }
