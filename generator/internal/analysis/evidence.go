package analysis

import (
	"maps"
	"slices"
)

// An Evidence tells objects apart by the names of their members, as far as names tell. Sets of members are bits.
type Evidence struct {
	Members  []string // that an object requires
	Leads    []int    // by member: the object that alone describes it, if it can be no other one with what it requires; else -1
	Required []uint64 // by object
	Forbids  []uint64 // by object: nonzero for those that name all their members
}

const (
	maxTold    = 127 // objects, which generated code counts in a byte
	maxTelling = 64  // members, which are bits of a word
)

// Evidence returns what tells objects apart by names. It is nil if names are never enough, whatever the object.
func (a *Analysis) Evidence(objects []*Leaf) *Evidence {
	if len(objects) > maxTold {
		return nil
	}
	views := make([]*View, len(objects))
	for i, l := range objects {
		views[i] = a.View(l.Schema)
	}
	e := &Evidence{Members: telling(views)}
	if len(e.Members) > maxTelling {
		return nil
	}
	for _, v := range views {
		required, forbidden := uint64(0), uint64(0)
		for k, name := range e.Members {
			switch {
			case v.Required[name]:
				required |= 1 << k
			case v.closed && v.ByName[name] == nil:
				forbidden |= 1 << k
			}
		}
		e.Required, e.Forbids = append(e.Required, required), append(e.Forbids, forbidden)
	}
	some := false
	for i := range views {
		some = some || e.Alone(i)
	}
	if !some {
		return nil
	}
	for _, name := range e.Members {
		lead := owner(views, name)
		if lead >= 0 && !e.Alone(lead) {
			lead = -1
		}
		e.Leads = append(e.Leads, lead)
	}
	return e
}

// Alone reports whether object i can be no other one if it has no members but those that it requires.
func (e *Evidence) Alone(i int) bool {
	found := e.Required[i]
	for j, required := range e.Required {
		if (j == i) != (found&required == required && found&e.Forbids[j] == 0) {
			return false
		}
	}
	return true
}

// telling returns the members by which objects are told apart: of each object one that it requires and no other one describes, else all that it
// requires.
func telling(views []*View) (list []string) {
	for i, v := range views {
		required := v.requiredNames()
		required = required[:min(len(required), maxTelling)]
		if k := slices.IndexFunc(required, func(name string) bool { return owner(views, name) == i }); k >= 0 {
			required = required[k : k+1]
		}
		for _, name := range required {
			if !slices.Contains(list, name) {
				list = append(list, name)
			}
		}
	}
	return list
}

// requiredNames returns what a view requires, in the order of the document.
func (v *View) requiredNames() (list []string) {
	for _, m := range v.Sights {
		if v.Required[m.Property.Name] {
			list = append(list, m.Property.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(v.Required)) {
		if v.ByName[name] == nil {
			list = append(list, name)
		}
	}
	return list
}

// owner returns the only view that describes or requires a member, -1 if several do.
func owner(views []*View, name string) int {
	found := -1
	for i, v := range views {
		if v.ByName[name] == nil && !v.Required[name] {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}
