package operations

import (
	"cmp"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// planKey finds the header parameter by which a server knows a request that it had before: the one that x-idempotency-key of the operation
// names, or the configuration, or Idempotency-Key.
func (p *Planner) planKey(o *Operation) {
	name, explicit := cmp.Or(p.IdempotencyKey, "Idempotency-Key"), false
	if v := ExtensionOf(o.Op.Extensions, "x-idempotency-key"); v != nil {
		text, _ := v.(api.String)
		name, explicit = string(text), true
	}
	for _, x := range o.Params {
		if x.API.In == api.InHeader && strings.EqualFold(x.API.Name, name) {
			_, x.Key = x.Writer.(gomodel.ScalarParam)
			return
		}
	}
	if explicit {
		p.findings.Warn(o.Op.Pos, diag.RuleExtension, "x-idempotency-key names no header parameter of the operation")
	}
}
