package random

import (
	"encoding/json"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

// Smaller returns sets that are one step smaller, the boldest steps first. Not each is a valid document.
func (s *Set) Smaller() (list []*Set) {
	seen := map[string]bool{s.Text(): true}
	propose := func(c *Set) {
		c.prune()
		if text := c.Text(); !seen[text] {
			seen[text] = true
			list = append(list, c.clone())
		}
	}
	for _, name := range sortedKeys(s.Components) {
		reduce(s.Components[name], true, func(smaller any) {
			c := s.clone()
			c.Components[name] = smaller
			propose(c)
		})
		inline(s.Components[name], s, func(smaller any) {
			c := s.clone()
			c.Components[name] = smaller
			propose(c)
		})
	}
	return list
}

// SmallerValues returns values that are one step smaller.
func SmallerValues(text string) (list []string) {
	seen := map[string]bool{text: true}
	reduce(jsontext.MustDecode([]byte(text)), false, func(v any) {
		if smaller := string(jsontext.MustEncode(v)); !seen[smaller] {
			seen[smaller] = true
			list = append(list, smaller)
		}
	})
	return list
}

// reduce yields what a value becomes by one step at one place.
func reduce(v any, schema bool, yield func(any)) {
	switch v := v.(type) {
	case object:
		reduceObject(v, schema, yield)
	case []any:
		for i := range v {
			yield(append(append([]any{}, v[:i]...), v[i+1:]...))
		}
		for i := range v {
			reduce(v[i], schema, func(item any) {
				c := append([]any{}, v...)
				c[i] = item
				yield(c)
			})
		}
	case string:
		if v != "" && !schema {
			yield("")
			yield("a")
		}
	case json.Number:
		for _, n := range []json.Number{"0", "1"} {
			if len(n) < len(v) || n < v && len(n) == len(v) {
				yield(n)
			}
		}
	}
}

func reduceObject(o object, schema bool, yield func(any)) {
	if schema {
		yield(object{})
		for _, keyword := range sortedKeys(o) { // a subschema in place of the schema
			switch sub := o[keyword].(type) {
			case object:
				yield(sub)
			case []any:
				for _, branch := range sub {
					if b, ok := branch.(object); ok {
						yield(b)
					}
				}
			}
		}
	}
	for _, name := range sortedKeys(o) {
		c := without(o, name)
		yield(c)
	}
	for _, name := range sortedKeys(o) {
		reduce(o[name], schema, func(smaller any) {
			c := without(o, name)
			c[name] = smaller
			yield(c)
		})
	}
}

// inline yields what a schema becomes if one reference is replaced by what it refers to.
func inline(v any, set *Set, yield func(any)) {
	switch v := v.(type) {
	case object:
		if ref, ok := v["$ref"].(string); ok {
			if target, ok := set.target(ref).(object); ok && len(v) == 1 {
				yield(target)
			}
			return
		}
		for _, name := range sortedKeys(v) {
			inline(v[name], set, func(smaller any) {
				c := without(v, name)
				c[name] = smaller
				yield(c)
			})
		}
	case []any:
		for i := range v {
			inline(v[i], set, func(smaller any) {
				c := append([]any{}, v...)
				c[i] = smaller
				yield(c)
			})
		}
	}
}

func without(o object, name string) object {
	c := object{}
	for other, v := range o {
		if other != name {
			c[other] = v
		}
	}
	return c
}
