package analysis

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// Types copy members, variants and values from other schemas, so a small document could ask for a package without end: many schemas
// that each have a large one as a part. Documents that people write stay far below this many copies for each of their schemas.
const (
	copiesPerSchema = 1
	copiesAtLeast   = 20_000
)

// A budget says how many copies there may be, and are.
type budget struct{ most, copies int }

func newBudget(schemas int) budget { return budget{most: copiesAtLeast + copiesPerSchema*schemas} }

// mayGather reports whether types may still be made of what several schemas say. Those that may not have their own members only,
// or no Go type; rules say what is valid as before.
func mayGather(a *Analysis) bool { return a.budget.copies <= a.budget.most }

// gather counts what the type of s would copy, and reports whether that is not too much.
func (a *Analysis) gather(s *api.Schema, copies int) bool {
	could := mayGather(a)
	a.budget.copies += copies
	if mayGather(a) {
		return true
	}
	if !could {
		return false
	}
	a.findings.Warn(s.Pos, diag.RuleTooLarge, "the parts of schemas come to more than %d members in all: from here on, types have their own members only, and rules judge the others", a.budget.most).Loses = true
	return false
}
