package surface

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// constructors returns the constructors of types that something gone or new leads to. A type that is only received has none, so that one may
// come and go with what sends the type, which stays.
func (c *comparer) constructors(f *face, from *object, types []string) (list []string) {
	if from != nil && from.kind == methodKind {
		return nil // its parameters lead there; what it returns is received
	}
	made := map[string]string{}
	for _, o := range f.list {
		if d, ok := o.newFunc(); ok {
			made[d.Type.Name] = o.name
		}
	}
	types = slices.Clone(types)
	seen := map[string]bool{}
	for i := 0; i < len(types); i++ {
		o := f.byName[types[i]]
		if o == nil || seen[o.name] {
			continue
		}
		seen[o.name] = true
		if name := made[o.name]; name != "" {
			list = append(list, name)
		}
		if _, isCall := o.decl.(*gomodel.Operation); !isCall {
			types = append(types, c.uses(f, o)...)
		}
	}
	return list
}
