package declarations

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// checksByMethod reports whether x-go-check asks for a call of the method Check of a type.
func checksByMethod(t *shapes.Type) bool {
	switch t.Def.(type) {
	case *shapes.StructDef, shapes.ListDef, shapes.MapDef:
		return t.Schema.Extension("x-go-check") == api.Bool(true)
	}
	return false
}

// reportOwnChecks reports each x-go-check that has no effect.
func reportOwnChecks(s *api.Schema, t *shapes.Type, findings *diag.List) {
	for _, e := range s.Extensions {
		switch {
		case e.Name != "x-go-check":
		case e.Value != api.Bool(true) && e.Value != api.Bool(false):
			findings.Warn(e.Pos, diag.RuleExtension, "x-go-check is neither true nor false")
		case e.Value == api.Bool(true) && (t == nil || !checksByMethod(t)):
			findings.Warn(e.Pos, diag.RuleExtension, "x-go-check has no effect: the schema has no struct, list or map type of its own").Hint = "put it on the component"
		}
	}
}
