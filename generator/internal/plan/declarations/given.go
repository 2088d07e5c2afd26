package declarations

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// mustBeGiven reports whether a client looks for a member that nobody set, before it sends a value of type t. An item of an array is there
// because somebody put it there.
func (b *Builder) mustBeGiven(t *shapes.Type, m *shapes.Member) bool {
	def, ok := t.Def.(*shapes.StructDef)
	return ok && !def.Tuple && m.Required && !m.Pointing && HasUnset(m.Use) && b.mayBeSent(t.Schema)
}

// HasUnset reports whether the zero value of a place is one that nobody means: year 1, or the UUID of zeros.
func HasUnset(u shapes.Use) bool {
	if u.Nullable {
		return false
	}
	kind := gomodel.ScalarKind("")
	switch s := u.Shape.(type) {
	case shapes.Scalar:
		kind = s.Kind
	case shapes.Named:
		if def, ok := s.Type.Def.(shapes.ScalarDef); ok {
			kind = def.Kind
		}
	}
	return kind == gomodel.Time || kind == gomodel.Date || kind == gomodel.UUID
}

// mayBeSent reports whether the package sends values of a schema: what no operation has may stand for one that has. With senders of webhooks
// it also sends what a client receives.
func (b *Builder) mayBeSent(s *api.Schema) bool {
	if len(b.Operations.Senders) > 0 {
		return true
	}
	if len(b.Operations.List) == 0 {
		return false
	}
	if way := b.Directions.WayOf(s); way != directions.Neither {
		return way == directions.Sent
	}
	return b.Directions.IsUsed(s, directions.Sent) || !b.Directions.IsUsed(s, directions.Received)
}
