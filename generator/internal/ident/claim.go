package ident

import (
	"cmp"
	"slices"
	"strings"
)

// A Claim asks for an identifier in a scope.
type Claim struct {
	// Ladder has the wanted names, best first. When all are taken the first one gets the words of Key, and then the last one a hash.
	Ladder []string
	// Key identifies the claim across runs and changes of the document: the JSON pointer of what is named.
	Key string
	// First claims win over others for the same name, whatever their keys: a component that is spelled like its identifier.
	First bool
}

// A Scope gives out identifiers, each once. The zero Scope is empty.
type Scope struct{ taken map[string]bool }

// Reserve takes names that no claim may get.
func (s *Scope) Reserve(names ...string) {
	if s.taken == nil {
		s.taken = map[string]bool{}
	}
	for _, n := range names {
		s.taken[n] = true
	}
}

// Assign returns a name for each claim. The result does not depend on the order of the claims: first choices go to the claim
// with First, then the least Key; then the others climb down their ladders in the order of their keys.
func (s *Scope) Assign(claims []Claim) []string {
	s.Reserve()
	order := make([]int, len(claims))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &claims[i], &claims[j]
		if a.First != b.First {
			if a.First {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.Key, b.Key)
	})
	names := make([]string, len(claims))
	for _, i := range order {
		if want := claims[i].Ladder[0]; !s.taken[want] {
			s.taken[want] = true
			names[i] = want
		}
	}
	for _, i := range order {
		if names[i] == "" {
			names[i] = s.climb(&claims[i])
			s.taken[names[i]] = true
		}
	}
	return names
}

// climb takes the first free step of a ladder, then the name with the words of the key. Ever longer hashes of the key end every conflict.
func (s *Scope) climb(c *Claim) string {
	for _, want := range c.Ladder[1:] {
		if !s.taken[want] {
			return want
		}
	}
	if want := c.Spelled(); !s.taken[want] && letters(want) <= MaxName {
		return want
	}
	last, key := c.Ladder[len(c.Ladder)-1], c.Key
	for digits := 4; ; digits = min(2*digits, 64) {
		if want := last + hash(key, digits); !s.taken[want] {
			return want
		}
		key += "#"
	}
}

// Spelled returns the name with the words of the key, which is asked for when the whole ladder is taken: what stands behind the pointer,
// else the pointer.
func (c *Claim) Spelled() string {
	words := c.Key
	switch pointer, role, _ := strings.Cut(c.Key, " "); {
	case !strings.Contains(pointer, "/"):
		words = SpellOut(words)
	case role != "":
		words = role
	}
	return c.Ladder[0] + Style{}.Suffix(words)
}
