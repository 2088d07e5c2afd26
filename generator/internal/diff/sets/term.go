package sets

import (
	"encoding/binary"
	"github.com/oas2go/oas2go/generator/internal/diff/judge"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/classes"
)

type kind = judge.Kind

// The kinds that are taken apart. Null and the booleans are tried one by one.
const (
	numbers = judge.Numbers
	texts   = judge.Texts
	arrays  = judge.Arrays
	objects = judge.Objects
)

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
	status := s.judge.Check(l.schema, v)
	if l.not {
		return judge.Negate(status)
	}
	return status
}

// An unlike is any value but one.
type unlike struct{ value api.Value }

func (u unlike) key() string { return "!" + api.Canonical(u.value) }

func (u unlike) holds(_ *Solver, v api.Value) Status { return judge.Truth(!api.Equal(u.value, v)) }

func (u unlike) apply(b *branch) bool {
	if judge.KindOf(u.value) != b.kind {
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
		if judge.KindOf(v) == b.kind {
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
