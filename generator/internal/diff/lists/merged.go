package lists

import "slices"

// Merged returns the new names, with those that are gone behind their old neighbour.
func Merged(old, new []string) []string {
	if slices.Equal(old, new) {
		return new
	}
	isNew := map[string]bool{}
	for _, name := range new {
		isNew[name] = true
	}
	after := map[string][]string{} // what stood behind a name that is still there, "" for the beginning
	anchor := ""
	for _, name := range old {
		if isNew[name] {
			anchor = name
		} else {
			after[anchor] = append(after[anchor], name)
		}
	}
	list := append([]string{}, after[""]...)
	for _, name := range new {
		list = append(append(list, name), after[name]...)
	}
	return list
}
