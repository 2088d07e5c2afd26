package sets

import (
	"encoding/binary"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/classes"
)

// A kind is that of a JSON value. Null and the booleans are tried one by one.
type kind uint8

const (
	nulls kind = iota
	booleans
	numbers
	texts
	arrays
	objects
)

func kindOf(v api.Value) kind {
	switch v.(type) {
	case api.Bool:
		return booleans
	case api.Number:
		return numbers
	case api.String:
		return texts
	case api.Array:
		return arrays
	case api.Object:
		return objects
	}
	return nulls
}

// takes reports whether a type has values of a kind.
func (k kind) takes(t api.Type) bool {
	switch t {
	case api.TypeNull:
		return k == nulls
	case api.TypeBoolean:
		return k == booleans
	case api.TypeNumber, api.TypeInteger:
		return k == numbers
	case api.TypeString:
		return k == texts
	case api.TypeArray:
		return k == arrays
	}
	return k == objects
}

// A demand is something that a branch demands of the value.
type demand interface {
	// apply adds the demand to a branch. False: nothing can fulfil it there.
	apply(b *branch) bool
}

// A term is a demand that a question may have.
type term interface {
	demand
	key() string
	// holds says whether a value fulfils it: Inhabited or Empty.
	holds(s *Solver, v api.Value) Status
}

// A lit is a schema or its negation.
type lit struct {
	class  int32
	schema *api.Schema
	not    bool
	moving bool // a $dynamicRef in it may lead elsewhere
}

func (s *Solver) lit(schema *api.Schema, not bool) lit {
	schema = classes.Look(schema)
	id := s.classes.Of(schema)
	return lit{class: int32(id), schema: schema, not: not, moving: s.classes.Moving(id)}
}

func (l lit) negated() lit {
	l.not = !l.not
	return l
}

func (l lit) key() string {
	sign := byte('+')
	if l.not {
		sign = '-'
	}
	return string(binary.BigEndian.AppendUint32([]byte{sign}, uint32(l.class)))
}

func (l lit) holds(s *Solver, v api.Value) Status {
	status := s.check(l.schema, v, 0)
	if l.not {
		return negate(status)
	}
	return status
}

func truth(ok bool) Status {
	if ok {
		return Inhabited
	}
	return Empty
}

// both is the status of two demands together.
func both(a, b Status) Status {
	if a == Empty || b == Empty {
		return Empty
	}
	return min(a, b)
}

// An unlike is any value but one.
type unlike struct{ value api.Value }

func (u unlike) key() string { return "!" + api.Canonical(u.value) }

func (u unlike) holds(_ *Solver, v api.Value) Status { return truth(!api.Equal(u.value, v)) }

func (u unlike) apply(b *branch) bool {
	if kindOf(u.value) != b.kind {
		return true
	}
	switch v := u.value.(type) {
	case api.Array:
		return b.addClause(unlikeArray(v))
	case api.Object:
		return b.addClause(unlikeObject(v))
	}
	b.unlike = append(b.unlike[:len(b.unlike):len(b.unlike)], u.value)
	return true
}

// A finite is one of some values.
type finite struct{ values []api.Value }

func (x finite) apply(b *branch) bool {
	var values []api.Value
	for _, v := range x.values {
		if kindOf(v) == b.kind {
			values = append(values, v)
		}
	}
	if b.listed = true; len(b.values) == 0 || len(values) < len(b.values) {
		b.values = values
	}
	return len(values) > 0
}

// An unsure is a demand that nobody can judge. It is taken as fulfilled, and the value is tested in the end.
type unsure struct{ why string }

func (u unsure) apply(b *branch) bool {
	b.unsure = u.why
	return true
}
