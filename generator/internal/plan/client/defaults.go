package client

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/values"
)

// newParams builds New<Op>Params, if a parameter has a default that Go can hold. It fills in those of the body too.
func (b *Builder) newParams(o *operations.Operation) gomodel.Decl {
	f := &gomodel.NewFunc{Type: b.Names.Own(b.Names.Params(o))}
	f.Name, f.From = b.Names.NewParams(o), o.Op.Pos
	add := func(field, wire string, s *api.Schema, u shapes.Use, required bool) {
		u.Nullable = false // null has no text
		switch filling := b.Declarations.Values.InPlace(s, u, required); {
		case filling.Value != nil && filling.Value != values.Value(values.Nil{}):
			f.Sets = append(f.Sets, gomodel.Set{Field: field, Held: b.Declarations.Held(u, required, filling.Value)})
		case filling.Why != "":
			b.Findings.Info(filling.From.Pos, diag.RuleNotGenerated, "no function fills in the default of %q: %s", wire, filling.Why)
		}
	}
	for _, x := range o.Params {
		add(b.Names.Of(x), x.API.Name, x.Schema, x.Use, x.API.Required)
	}
	for _, x := range o.Bodies {
		if _, json := x.Writer.(gomodel.JSONBody); json && f.Name != "" {
			add(x.Field, "body", x.Schema, x.Use, x.Required)
		}
	}
	if f.Name == "" {
		return nil
	}
	return f
}
