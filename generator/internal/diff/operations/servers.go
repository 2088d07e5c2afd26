package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
)

func (c *comparer) servers(p *effective.Pair) {
	if p.Incoming() {
		return
	}
	o, oldPos := p.Old.Servers()
	n, newPos := p.New.Servers()
	before, after := effective.Addresses(o), effective.Addresses(n)
	gone, came := effective.Missing(before, after), effective.Missing(after, before)
	e := edits.Edit{Subject: p.Name + ", servers", Shared: "servers", Old: edits.Present(oldPos, strings.Join(before, ", ")),
		New: edits.Present(newPos, strings.Join(after, ", ")), Facts: change.Facts{Gone: gone, Came: came}}
	r := edits.Other
	switch {
	case len(gone) == 0 && len(came) == 0:
		c.serverTexts(o, n)
		return
	case len(gone) == 0:
		r, e.Rule, e.Sentence = edits.Wider, "server-added", addressList(came)+" new"
	case len(came) == 0:
		r, e.Rule, e.Sentence = edits.Narrower, "server-removed", addressList(gone)+" gone"
	default:
		e.Rule = "server-changed"
		e.Sentence = strings.Join(shownAddresses(gone), ", ") + " → " + strings.Join(shownAddresses(came), ", ")
	}
	e.Judge(r, p.Direction, func() *messages.Message { return c.write.Request(p, messages.Draft{Server: gone[0], Absolute: true}) })
	if r == edits.Other && samePaths(gone, came) {
		e.Verdict, e.Why = change.Unknown, "One of the two is relative, so where it leads hangs on where the document is."
	}
	c.list.Add(p, p.Direction, e)
}

func addressList(list []string) string {
	verb := " is"
	if len(list) > 1 {
		verb = " are"
	}
	return strings.Join(shownAddresses(list), ", ") + verb
}

func shownAddresses(list []string) []string {
	shown := slices.Clone(list)
	for i, a := range shown {
		if a == "" {
			shown[i] = "/"
		}
	}
	if len(shown) > 6 {
		shown = append(shown[:5], "…")
	}
	return shown
}

// samePaths reports whether addresses may be the same, because one of them has no host.
func samePaths(a, b []string) bool {
	for _, one := range a {
		if !slices.ContainsFunc(b, func(other string) bool {
			u, v := effective.SplitAddress(one), effective.SplitAddress(other)
			return u.Path == v.Path && (u.Host == "" || v.Host == "")
		}) {
			return false
		}
	}
	return true
}
