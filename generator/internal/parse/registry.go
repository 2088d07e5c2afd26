package parse

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A registry finds the objects of one kind by their node.
type registry[T any] struct {
	first map[*source.Node]registered[T]
	more  map[alias]*T // nodes that YAML aliases put at several places
}

type alias struct {
	node    *source.Node
	pointer string
}

type registered[T any] struct {
	path  *diag.Path
	value *T
}

func (r *registry[T]) add(at tree.Place, v *T) {
	if r.first == nil {
		r.first, r.more = map[*source.Node]registered[T]{}, map[alias]*T{}
	}
	if _, ok := r.first[at.Node]; ok {
		r.more[alias{at.Node, at.Path.Pointer()}] = v
		return
	}
	r.first[at.Node] = registered[T]{at.Path, v}
}

// find prefers the object at exactly this place to one that shares its node.
func (r *registry[T]) find(at tree.Place) *T {
	found := r.first[at.Node]
	if found.value != nil && !samePath(found.path, at.Path) {
		if v := r.more[alias{at.Node, at.Path.Pointer()}]; v != nil {
			return v
		}
	}
	return found.value
}

func samePath(a, b *diag.Path) bool {
	for a != nil && b != nil {
		if a.Token != b.Token {
			return false
		}
		a, b = a.Parent, b.Parent
	}
	return a == b
}
