package classes

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// PlainKind returns the kind of a schema that is a scalar, "" for others.
func (p *Classes) PlainKind(s *api.Schema) gomodel.ScalarKind {
	if p.Classify(s) != Scalar {
		return ""
	}
	return p.ScalarKind(s)
}

// Foreign reports whether the Go type of a scalar is declared elsewhere: a new type on it would lose its methods.
func Foreign(k gomodel.ScalarKind) bool {
	switch k {
	case gomodel.Time, gomodel.Date, gomodel.UUID, gomodel.Bytes:
		return true
	}
	return false
}
