package wire

import "github.com/oas2go/oas2go/generator/internal/api"

// An Outline is what a value may look like, as far as that decides how a text is read. It is no judgement: the schema has the last word.
type Outline struct {
	IsArray, IsObject bool
	Properties        map[string]*api.Schema // the first of each name
	Items             *api.Schema
	XML               *api.XML
}

// OutlineOf looks at a schema and at what it applies to the same value. Without a schema a text is one value.
func OutlineOf(s *api.Schema) Outline {
	w := outlineWalk{Outline: Outline{Properties: map[string]*api.Schema{}}, seen: map[*api.Schema]bool{}}
	w.add(s)
	return w.Outline
}

// Property returns the outline of a property.
func (o Outline) Property(name string) Outline { return OutlineOf(o.Properties[name]) }

type outlineWalk struct {
	Outline
	seen map[*api.Schema]bool
}

func (w *outlineWalk) add(s *api.Schema) {
	if s == nil || w.seen[s] {
		return
	}
	w.seen[s] = true
	w.IsObject = w.IsObject || s.Object != nil || s.Types != nil && s.Has(api.TypeObject)
	w.IsArray = w.IsArray || s.Array != nil || s.Types != nil && s.Has(api.TypeArray)
	if s.Object != nil {
		for _, p := range s.Object.Properties {
			if w.Properties[p.Name] == nil {
				w.Properties[p.Name] = p.Value
			}
		}
	}
	if s.Array != nil && w.Items == nil {
		w.Items = s.Array.Items
	}
	if s.OpenAPI != nil && w.XML == nil {
		w.XML = s.OpenAPI.XML
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
