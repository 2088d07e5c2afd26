package naming

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/plan/names"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
)

// claimSenders names the type that sends webhooks and callbacks, its methods, and the functions that give the URLs of callbacks.
func (p *Planner) claimSenders() {
	all, first := p.Operations, p.Operations.Senders[0].Op.Pos
	typ := p.claim(all, role{what: senderType}, names.Claim{Level: levelClient, Ladder: []string{"WebhookSender", "WebhookSenderClient"}, Key: "sender", Pos: first})
	p.claim(all, role{what: newSender}, names.Claim{
		Level: levelSources, Parent: typ, Before: []string{"New", "New"}, Ladder: []string{"", "Client"}, Key: "new sender", Pos: first,
	})
	methods := names.NewSpace(WellKnown...).Quiet()
	targets := map[*operations.Target]bool{}
	for _, s := range all.Senders {
		p.claimSender(s, methods, typ)
		if t := s.Target; t != nil && t.Of != nil && !targets[t] {
			targets[t] = true
			p.claim(t, role{}, names.Claim{Level: levelClient, Ladder: []string{t.Word + "URL", t.Word + "CallbackURL"}, Key: "url " + t.Pos.Key() + " " + t.Expression, Pos: t.Pos})
		}
	}
}

// claimSender names the methods that send one webhook, and their parameters.
func (p *Planner) claimSender(s *operations.Sender, methods *names.Space, typ *names.Claim) {
	key := s.Op.Pos.Key() + " send"
	main := p.claim(s.Results[0], role{}, names.Claim{
		Space: methods, Level: levelMethods, Ladder: []string{s.ID, s.ID + p.Style.Exported(strings.ToLower(s.Op.Method))}, Key: key, Pos: s.Op.Pos,
	})
	p.method(s.Results[0], main, typ)
	if p.names.claim(s.Op, role{}) == nil { // several webhooks may share a path item
		p.names.add(s.Op, role{}, main)
		p.method(s.Op, main, typ)
	}
	for _, r := range s.Results[1:] {
		c := p.claim(r, role{}, names.Claim{
			Space: methods, Level: levelRepresentations, Parent: main, Ladder: []string{r.Suffix, r.Suffix + "Response"}, Key: key + " " + r.Suffix,
		})
		p.method(r, c, typ)
	}
	p.claimOperation(s.Operation, main)
}

// method notes which type has a method, and what it is called there.
func (p *Planner) method(it any, name, typ *names.Claim) {
	p.names.add(it, role{what: groupOf}, typ)
	p.names.add(it, role{what: shortName}, name)
}
