package declarations

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// FormatChecks returns the check of the format of a scalar, unless its Go type takes only what the format allows.
func (b *Builder) FormatChecks(s *api.Schema, kind gomodel.ScalarKind) (checks []gomodel.Check) {
	if Ensures(kind, s.Format) {
		return nil
	}
	for _, f := range b.Analysis.Formats(s) {
		if f.Number && kind.IsNumber() || !f.Number && kind == gomodel.String {
			checks = append(checks, gomodel.Format(f))
		}
	}
	return checks
}

// Ensures reports whether a Go type takes only what a format allows.
func Ensures(kind gomodel.ScalarKind, format string) bool {
	switch format {
	case "int32":
		return kind == gomodel.Int32
	case "int64":
		return kind == gomodel.Int64 || kind == gomodel.Int32
	case "uint64":
		return kind == gomodel.Uint64
	case "double":
		return true
	case "decimal", "decimal128":
		return kind == gomodel.Decimal
	}
	return false
}
