package analysis

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// chooseByKey looks for a member of each object that it requires, and that all others forbid: closed objects such as {"circle": {...}} or
// {"square": {...}}. No value can be two of them, whatever else they say.
func chooseByKey(c *ChoicePlan, objects []*Leaf) bool {
	for _, l := range objects {
		if !NamesAll(l.Schema.Object) {
			return false
		}
	}
	keys := make([]string, len(objects))
	for i, l := range objects {
		for _, r := range l.Schema.Object.Required {
			if onlyIn(r.Name, l, objects) {
				keys[i] = r.Name
				break
			}
		}
		if keys[i] == "" {
			return false
		}
	}
	for i, l := range objects {
		l.Key = keys[i]
	}
	c.ByKey = true
	return true
}

// NamesAll reports whether an object has no members but its properties.
func NamesAll(o *api.ObjectRules) bool {
	return o != nil && o.AdditionalProperties != nil && o.AdditionalProperties.Form == api.FormFalse && len(o.PatternProperties) == 0
}

func onlyIn(name string, l *Leaf, objects []*Leaf) bool {
	for _, other := range objects {
		if _, found := api.Find(other.Schema.Object.Properties, name); found != (other == l) {
			return false
		}
	}
	return true
}
