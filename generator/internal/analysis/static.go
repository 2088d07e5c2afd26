package analysis

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// Foreign returns the members of a struct that only other schemas describe, which s applies to the same value.
func (a *Analysis) Foreign(s *api.Schema) (list []*Sight) {
	own := PropertyNames(s)
	for _, m := range a.View(s).Sights {
		if !own[m.Property.Name] {
			list = append(list, m)
		}
	}
	return list
}

// PropertyNames returns the names of the properties of s itself. An object may have thousands, so nobody searches the list for each.
func PropertyNames(s *api.Schema) map[string]bool {
	if s.Object == nil {
		return nil
	}
	names := make(map[string]bool, len(s.Object.Properties))
	for _, property := range s.Object.Properties {
		names[property.Name] = true
	}
	return names
}

// Idle returns the keywords that no value of s can break, because they are for values of another type.
func (a *Analysis) Idle(s *api.Schema) (set Keywords) {
	kinds := a.Kinds(s)
	for t, kind := range map[api.Type]KindSet{
		api.TypeString: KindString, api.TypeNumber: KindNumber, api.TypeArray: KindArray, api.TypeObject: KindObject,
	} {
		if kinds&kind == 0 {
			list := ForType(t)
			set.Add(list.List()...)
		}
	}
	if kinds&a.formatKinds(s) == 0 {
		set.Add(api.KwFormat)
	}
	return set
}
