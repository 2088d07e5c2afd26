package diff

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/operations"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// maxNamed is how many operations the lead names.
const maxNamed = 3

// lead says if no request that an operation took is accepted any more, because no body that it demanded is.
func (c *comparison) lead() string {
	var broken []string
	for i := range c.operations.Places {
		p := &c.operations.Places[i]
		if p.Kind != operations.Body || p.Direction != change.Request || p.Old == nil || p.New == nil || isText(p) {
			continue
		}
		op := c.operationOf(p.Operation)
		if op.Old == nil || op.Old.RequestBody == nil || op.Old.RequestBody.Value == nil || !op.Old.RequestBody.Value.Required ||
			len(op.Old.RequestBody.Value.Content) != 1 {
			continue
		}
		old, new := c.form(c.old, p.Old, p.Direction), c.form(c.new, p.New, p.Direction)
		if !c.solver.Same(old, new) && c.apart(old, new) {
			broken = append(broken, oldName(op))
		}
	}
	if broken == nil {
		return ""
	}
	return "No request that the old document allows is accepted any more: all of " + namedList(broken) + "."
}

// apart reports whether no value is allowed by both schemas, though the old one allows some.
func (c *comparison) apart(old, new *api.Schema) bool {
	return c.solver.Find(sets.Lit{Schema: old}, sets.Lit{Schema: new}).Status == sets.Empty && c.solver.Find(sets.Lit{Schema: old}).Status == sets.Inhabited
}

func oldName(op operations.Operation) string {
	if op.Old.OperationID != "" {
		return op.Old.OperationID
	}
	return op.Name
}

func namedList(names []string) string {
	if len(names) == 1 {
		return names[0] + " breaks"
	}
	if len(names) > maxNamed {
		return strings.Join(names[:maxNamed], ", ") + " and others break"
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1] + " break"
}
