package client

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// keyRole says whether a random UUID may fill an idempotency key that nobody gave: it must be valid, whatever its digits are.
func (b *Builder) keyRole(x *operations.Param, f *gomodel.Param) gomodel.KeyRole {
	if !takesUUID(x.Use.Shape) {
		return gomodel.KeyGiven
	}
	for _, c := range f.Checks {
		switch c.(type) {
		case gomodel.NotEmpty, gomodel.Given:
		case gomodel.Length, gomodel.Match:
			if slices.ContainsFunc(uuids(), func(id string) bool { return b.Analysis.Forbids(checkedSchema(x), api.String(id)) != api.KwUnknown }) {
				return gomodel.KeyGiven
			}
		default:
			return gomodel.KeyGiven
		}
	}
	return gomodel.KeyFilled
}

// takesUUID reports whether the Go type of a parameter is a string or a UUID.
func takesUUID(s shapes.Shape) bool {
	var kind gomodel.ScalarKind
	switch s := s.(type) {
	case shapes.Scalar:
		kind = s.Kind
	case shapes.Named:
		def, ok := s.Type.Def.(shapes.ScalarDef)
		if !ok {
			return false
		}
		kind = def.Kind
	}
	return kind == gomodel.String || kind == gomodel.UUID
}

// checkedSchema returns the schema that has the keywords of the checks.
func checkedSchema(x *operations.Param) *api.Schema {
	if n, ok := x.Use.Shape.(shapes.Named); ok {
		return n.Type.Schema
	}
	return x.Use.Schema
}

// uuids are random UUIDs of all kinds: each digit is a letter in some and a figure in others, but for the version.
func uuids() []string {
	return []string{
		"00000000-0000-4000-8000-000000000000", "ffffffff-ffff-4fff-bfff-ffffffffffff", "a0a0a0a0-a0a0-4a0a-9a0a-0a0a0a0a0a0a",
		"0f0f0f0f-0f0f-40f0-a0f0-f0f0f0f0f0f0", "12345678-90ab-4cde-8f12-34567890abcd",
	}
}
