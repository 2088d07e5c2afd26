package classes

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A walk visits new schemas and finds those that contain each other (Tarjan), those below first.
type walk struct {
	c     *Classes
	low   []int // in the order of visits
	stack []*api.Schema
}

// visit gives s a class, or leaves it on the stack for a schema above that it contains.
func (w *walk) visit(s *api.Schema) {
	here := len(w.low)
	w.c.of[s] = visited(here)
	w.low = append(w.low, here)
	w.stack = append(w.stack, s)
	self := false
	for next := range below(s) {
		self = self || next == s
		id, met := w.c.of[next]
		if !met {
			w.visit(next)
			id = w.c.of[next]
		}
		if id < 0 {
			w.low[here] = min(w.low[here], w.low[visited(int(id))])
		}
	}
	if w.low[here] < here {
		return
	}
	at := len(w.stack) - 1
	for w.stack[at] != s {
		at--
	}
	group := slices.Clone(w.stack[at:])
	w.stack = w.stack[:at]
	if len(group) == 1 && !self {
		w.c.single(s)
		return
	}
	w.c.circle(group)
}

// visited is what stands for the class of a schema while it is on the stack, and back: below zero, by its visit.
func visited(visit int) ID { return ID(^visit) }

// below yields the schemas that the meaning of s depends on. One that is another name depends on what it names.
func below(s *api.Schema) func(yield func(*api.Schema) bool) {
	return func(yield func(*api.Schema) bool) {
		if to := Look(s); to != s {
			yield(to)
			return
		}
		for child := range s.Children() {
			if child.Keyword != api.KwDefs && child.Keyword != api.KwContentSchema && !yield(child.Schema) {
				return
			}
		}
		refs := []*api.Ref{s.Ref}
		if s.Core != nil {
			refs = append(refs, s.Core.DynamicRef)
		}
		for _, r := range refs {
			if r != nil && r.Target != nil && !yield(r.Target) {
				return
			}
		}
	}
}

// single gives a class to a schema that does not contain itself.
func (c *Classes) single(s *api.Schema) {
	if to := Look(s); to != s {
		c.of[s] = c.of[to]
		return
	}
	g := sign{of: c.known}
	g.write(s)
	id, ok := c.bySign[string(g.text)]
	if !ok {
		id = c.add()
		c.bySign[string(g.text)] = id
		c.noteMoving(s, id)
	}
	c.of[s] = id
}

func (c *Classes) known(s *api.Schema) []byte {
	return binary.AppendUvarint(nil, uint64(c.root(c.of[s])))
}

// noteMoving notes whether a class has a $dynamicRef that may lead elsewhere.
func (c *Classes) noteMoving(s *api.Schema, id ID) {
	moving := c.Moves(s.Ref) || s.Core != nil && c.Moves(s.Core.DynamicRef)
	for next := range below(s) {
		if of, ok := c.of[next]; ok {
			moving = moving || c.moving[of]
		}
	}
	if moving {
		c.moving[id] = true
	}
}

// maxShapes bounds the work for schemas that contain each other: one ring of thousands takes as many rounds.
const maxShapes = 2_000_000

// tellApart gives each schema a class of its own, which is never wrong.
func (c *Classes) tellApart(group []*api.Schema) {
	for _, s := range group {
		c.of[s] = c.add()
	}
	for _, s := range group {
		c.noteMoving(s, c.of[s])
	}
}

// circle gives classes to schemas that contain each other. They are parted by what they say until nothing parts them any more.
func (c *Classes) circle(group []*api.Schema) {
	shape := map[*api.Schema][]byte{} // what a schema says, so many steps deep
	inside := map[*api.Schema]bool{}
	for _, s := range group {
		inside[s] = true
		shape[s] = []byte{0}
	}
	aliases := func(s *api.Schema) *api.Schema {
		if to := Look(s); inside[to] {
			return to
		}
		return s
	}
	parts, rounds := 1, 0
	for {
		if rounds++; rounds*len(group) > maxShapes {
			c.tellApart(group)
			return
		}
		next, distinct := make(map[*api.Schema][]byte, len(group)), map[string]bool{}
		for _, s := range group {
			g := sign{of: func(child *api.Schema) []byte {
				if inside[child] {
					return append([]byte{'.'}, shape[aliases(child)]...)
				}
				return c.known(child)
			}}
			g.write(aliases(s))
			sum := sha256.Sum256(g.text)
			next[s] = sum[:16]
			distinct[string(sum[:16])] = true
		}
		shape = next
		if len(distinct) == parts {
			break
		}
		parts = len(distinct)
	}
	c.settle(group, aliases, shape, byte(min(rounds, 255)))
}

// settle gives each shape of a circle the class that it has already, if the whole circle is one that is known, else a new one.
func (c *Classes) settle(group []*api.Schema, aliases func(*api.Schema) *api.Schema, shape map[*api.Schema][]byte, rounds byte) {
	key := func(s *api.Schema) string { return string(append([]byte{rounds}, shape[s]...)) }
	same := true
	for _, s := range group {
		id, ok := c.byShape[key(s)]
		c.of[s] = id
		same = same && ok
	}
	for _, s := range group {
		if !same {
			break
		}
		g := sign{of: c.known}
		g.write(aliases(s))
		id, ok := c.bySign[string(g.text)]
		same = ok && id == c.of[s]
	}
	if same {
		return
	}
	fresh := map[string]ID{}
	for _, s := range group {
		id, ok := fresh[key(s)]
		if !ok {
			id = c.add()
			fresh[key(s)] = id
		}
		c.of[s] = id
	}
	moving := false
	for _, s := range group {
		g := sign{of: c.known}
		g.write(aliases(s))
		c.bySign[string(g.text)] = c.of[s]
		c.byShape[key(s)] = c.of[s]
		c.noteMoving(s, c.of[s])
		moving = moving || c.moving[c.of[s]]
	}
	for _, s := range group {
		if moving {
			c.moving[c.of[s]] = true
		}
	}
}
