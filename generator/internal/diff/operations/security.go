package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A requirement is an alternative: what each scheme must grant, by the identity of the scheme.
type requirement struct {
	api.Requirement
	scopes map[string][]string
}

// implies reports whether who meets r meets other too.
func (r requirement) implies(other requirement) bool {
	for id, scopes := range other.scopes {
		granted, ok := r.scopes[id]
		if !ok || slices.ContainsFunc(scopes, func(s string) bool { return !slices.Contains(granted, s) }) {
			return false
		}
	}
	return true
}

// String is the alternative as sentences have it: k, o (r, w).
func (r requirement) String() string {
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

// required returns the security that counts for an operation, nil for none: its own or that of the document. Whoever calls a receiver is no
// caller of the document, so that an operation of a webhook or a callback has its own only.
func (o *operation) required(incoming bool) *api.Security {
	if o.api.Security == nil && !incoming {
		return o.side.doc.Security
	}
	return o.api.Security
}

// requirements returns what an operation demands. No alternative at all is one that demands nothing.
func (c *comparer) requirements(o *operation, incoming bool) (list []requirement) {
	security := o.required(incoming)
	if security == nil || len(security.Alternatives) == 0 {
		return []requirement{{}}
	}
	for _, alternative := range security.Alternatives {
		r := requirement{Requirement: alternative, scopes: map[string][]string{}}
		for _, use := range alternative.Schemes {
			id := c.identityOf(o.side, use)
			r.scopes[id] = append(r.scopes[id], use.Scopes...)
		}
		list = append(list, r)
	}
	return list
}

// securitySide is where the security of an operation stands, or where it would.
func securitySide(o *operation, incoming bool, value string) change.Side {
	if s := o.required(incoming); s != nil {
		return present(s.Pos, value)
	}
	return absent(o.api.Pos)
}

// uncovered returns an alternative of a that implies none of b.
func uncovered(a, b []requirement) *requirement {
	for i := range a {
		if !slices.ContainsFunc(b, a[i].implies) {
			return &a[i]
		}
	}
	return nil
}

func (c *comparer) security(p *pair) {
	o, n := c.requirements(p.old, p.incoming()), c.requirements(p.new, p.incoming())
	refused, granted := uncovered(o, n), uncovered(n, o)
	c.schemeUses(p, o, n)
	if refused == nil && granted == nil {
		return
	}
	before, after := alternatives(o), alternatives(n)
	e := edit{rule: "security-changed", subject: p.name + ", security", shared: "security", sentence: before + " → " + after,
		old: securitySide(p.old, p.incoming(), before), new: securitySide(p.new, p.incoming(), after), facts: change.Facts{Old: before, New: after}}
	r, lacking := other, refused
	switch {
	case granted == nil:
		r, e.rule = narrower, "security-tightened"
	case refused == nil:
		r, e.rule = wider, "security-loosened"
	}
	if p.dir == change.Response {
		lacking = granted
	}
	e.judge(r, p.dir, func() *Message { return c.request(p, draft{credentials: lacking}) })
	c.add(p, p.dir, e)
}

func alternatives(list []requirement) string {
	texts := make([]string, len(list))
	for i, r := range list {
		texts[i] = r.String()
	}
	return strings.Join(texts, " or ")
}
