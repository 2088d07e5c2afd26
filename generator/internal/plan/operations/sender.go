package operations

import (
	"github.com/oas2go/oas2go/generator/internal/directions"
)

// A Sender is the operation by which a server sends a webhook or a callback.
type Sender struct {
	*Operation
	Target *Target // of a callback; nil for a webhook
}

// planSenders plans what sends the webhooks and the callbacks for which there are handlers: what those read has its names already.
func (p *Planner) planSenders() {
	for _, h := range p.operations.Webhooks {
		o := &Operation{Route: route{Path: h.from.place, Hook: h}, Op: h.Op, ID: "Send" + h.ID}
		p.planParams(o, h.from.item)
		p.planBody(o)
		p.planResponses(o)
		p.operations.Senders = append(p.operations.Senders, &Sender{Operation: o, Target: h.from.target})
	}
	for _, s := range p.operations.Senders {
		if t := s.Target; t != nil && !t.planned {
			p.planTarget(t)
		}
	}
}

// way returns the direction of a value by the one that it has for the client: what a server sends, a client receives.
func (o *Operation) way(ofClient directions.Direction) directions.Direction {
	switch {
	case o.Route.Hook == nil:
		return ofClient
	case ofClient == directions.Sent:
		return directions.Received
	}
	return directions.Sent
}
