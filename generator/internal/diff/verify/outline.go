package verify

import "github.com/oas2go/oas2go/generator/internal/api"

// An outline is what a value may look like, as far as that decides how a text is read. It is no judgement: the schema has the last word.
type outline struct {
	isArray, isObject bool
	names             map[string]bool // of members
}

// outlineOf looks at a schema and at what it applies to the same value. Without a schema a text is one value.
func outlineOf(s *api.Schema) outline {
	w := outlineWalk{outline: outline{names: map[string]bool{}}, seen: map[*api.Schema]bool{}}
	w.add(s)
	return w.outline
}

type outlineWalk struct {
	outline
	seen map[*api.Schema]bool
}

func (w *outlineWalk) add(s *api.Schema) {
	if s == nil || w.seen[s] {
		return
	}
	w.seen[s] = true
	w.isObject = w.isObject || s.Object != nil || s.Types != nil && s.Has(api.TypeObject)
	w.isArray = w.isArray || s.Array != nil || s.Types != nil && s.Has(api.TypeArray)
	if s.Object != nil {
		for _, p := range s.Object.Properties {
			w.names[p.Name] = true
		}
	}
	if s.Ref != nil {
		w.add(s.Ref.Target)
	}
	if s.Compose == nil {
		return
	}
	for _, list := range [][]*api.Schema{s.Compose.AllOf, s.Compose.AnyOf, s.Compose.OneOf} {
		for _, part := range list {
			w.add(part)
		}
	}
}

// propertyOf returns the schema of a property of s, nil if there is none.
func propertyOf(s *api.Schema, name string) *api.Schema {
	return findProperty(s, name, map[*api.Schema]bool{})
}

func findProperty(s *api.Schema, name string, seen map[*api.Schema]bool) *api.Schema {
	if s == nil || seen[s] {
		return nil
	}
	seen[s] = true
	if s.Object != nil {
		if property, ok := api.Find(s.Object.Properties, name); ok {
			return property
		}
	}
	if s.Ref != nil {
		if property := findProperty(s.Ref.Target, name, seen); property != nil {
			return property
		}
	}
	if s.Compose == nil {
		return nil
	}
	for _, list := range [][]*api.Schema{s.Compose.AllOf, s.Compose.AnyOf, s.Compose.OneOf} {
		for _, part := range list {
			if property := findProperty(part, name, seen); property != nil {
				return property
			}
		}
	}
	return nil
}
