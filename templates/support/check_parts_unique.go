package support

import "strconv"

// fewItems is how many items are compared one by one: a map costs more.
const fewItems = 16

// unique checks uniqueItems of built-in scalars.
func unique[T comparable](c *checker, name string, items []T) {
	var seen map[T]bool
	if len(items) > fewItems {
		seen = make(map[T]bool, len(items))
	}
	for i, item := range items {
		again := seen[item]
		if seen == nil {
			for _, other := range items[:i] {
				again = again || other == item
			}
		} else {
			seen[item] = true
		}
		if again {
			first := c.count()
			c.add(strconv.Itoa(i), "uniqueItems", "", "")
			if name != "" {
				c.prefix(first, name)
			}
			return
		}
	}
}
