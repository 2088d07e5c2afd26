package naming

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/plan/names"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// baseClaim asks for the name of a base itself, which the union of its heirs leaves over.
func (p *Planner) baseClaim(c directions.Component) names.Claim {
	claim := names.Claim{Key: p.Shapes.Pointer(c.Schema) + " itself", Pos: c.Schema.Pos, Ladder: []string{"Base", "BaseValue", "BaseModel"}}
	if union := p.Shapes.TypeOf(c.Union); union != nil {
		claim.Parent = p.names.types[union]
	}
	if claim.Parent == nil {
		claim.Before = []string{p.Style.Exported(c.Name), p.Style.Exported(c.Name), p.Style.Exported(c.Name)}
		if c.Sent {
			claim.Ladder = []string{"InputBase", "InputBaseValue", "InputBaseModel"}
		}
	}
	return claim
}

// claimShared keeps fields from getting the name of a method that returns the members of a base: it is that of the type of the base.
func (p *Planner) claimShared(bases []*shapes.Type, space *names.Space) {
	for _, base := range bases {
		owner := p.names.types[base]
		p.list = append(p.list, &names.Claim{Space: space, Level: levelShared, Parent: owner, Ladder: []string{""}, Key: owner.Key})
	}
}

// reportBases reports the names of bases themselves, which are not those of the document.
func (p *Planner) reportBases() {
	for t := range p.Shapes.All() {
		def, ok := t.Def.(*shapes.UnionDef)
		if !ok || def.Base == nil || def.Base.Said() == "" || t.IsSent() {
			continue
		}
		p.findings.Info(def.Base.Schema.Pos, diag.RuleRenamed, "%s itself is %s in Go, because %s is the interface of its heirs", def.Base.Said(), p.names.Type(def.Base), p.names.Type(t))
	}
}
