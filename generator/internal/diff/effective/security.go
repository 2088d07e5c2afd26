package effective

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Requirement is an alternative: what each scheme must grant, by the identity of the scheme.
type Requirement struct {
	api.Requirement
	scopes map[string][]string
}

// implies reports whether who meets r meets other too.
func (r Requirement) implies(other Requirement) bool {
	for id, scopes := range other.scopes {
		granted, ok := r.scopes[id]
		if !ok || slices.ContainsFunc(scopes, func(s string) bool { return !slices.Contains(granted, s) }) {
			return false
		}
	}
	return true
}

// String is the alternative as sentences have it: k, o (r, w).
func (r Requirement) String() string {
	var parts []string
	for _, use := range r.Schemes {
		text := use.Name
		if len(use.Scopes) > 0 {
			text += " (" + strings.Join(use.Scopes, ", ") + ")"
		}
		parts = append(parts, text)
	}
	if parts == nil {
		return "nothing"
	}
	return strings.Join(parts, " and ")
}

// Required returns the security that counts for an operation, nil for none: its own or that of the document. Whoever calls a receiver is no
// caller of the document, so that an operation of a webhook or a callback has its own only.
func (o *Operation) Required(incoming bool) *api.Security {
	if o.API.Security == nil && !incoming {
		return o.side.API.Security
	}
	return o.API.Security
}

// Requirements returns what an operation demands. No alternative at all is one that demands nothing.
func (c *Schemes) Requirements(o *Operation, incoming bool) (list []Requirement) {
	security := o.Required(incoming)
	if security == nil || len(security.Alternatives) == 0 {
		return []Requirement{{}}
	}
	for _, alternative := range security.Alternatives {
		r := Requirement{Requirement: alternative, scopes: map[string][]string{}}
		for _, use := range alternative.Schemes {
			id := c.identityOf(o.side, use)
			r.scopes[id] = append(r.scopes[id], use.Scopes...)
		}
		list = append(list, r)
	}
	return list
}

// Uncovered returns an alternative of a that implies none of b.
func Uncovered(a, b []Requirement) *Requirement {
	for i := range a {
		if !slices.ContainsFunc(b, a[i].implies) {
			return &a[i]
		}
	}
	return nil
}

// Alternatives is a list of them as sentences have it: k or o (r, w).
func Alternatives(list []Requirement) string {
	texts := make([]string, len(list))
	for i, r := range list {
		texts[i] = r.String()
	}
	return strings.Join(texts, " or ")
}
