package operations

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// A Webhook is a request that the API sends: a webhook, or a callback of an operation.
type Webhook struct {
	What    string // webhook newPet
	ID      string
	Op      *api.Operation
	from    from
	HasUse  bool
	Use     shapes.Use
	Status  int
	Headers HeaderSet
}

// from is where a webhook stands in the document.
type from struct {
	place  string // the name of the webhook, the expression of the callback
	item   *api.PathItem
	target *Target // nil for a webhook
}

// planWebhooks plans handlers for what the API sends.
func (p *Planner) planWebhooks() {
	for _, w := range p.Doc.Webhooks {
		p.planWebhookItem("webhook "+w.Name, p.Style.Exported(w.Name), from{place: w.Name, item: w.Value.Value}, map[*api.PathItem]bool{})
	}
	for _, entry := range p.Doc.Paths {
		if item := entry.Value.Value; item != nil {
			for _, op := range item.Operations {
				p.planCallbacks(p.operationID(entry.Name, op), op, map[*api.PathItem]bool{})
			}
		}
	}
}

// planCallbacks plans the callbacks of an operation. seen ends callbacks of callbacks that refer to each other.
func (p *Planner) planCallbacks(owner string, op *api.Operation, seen map[*api.PathItem]bool) {
	for _, c := range op.Callbacks {
		if c.Value.Value == nil {
			continue // parse has reported the reference
		}
		for _, e := range c.Value.Value.Expressions {
			id := owner + p.Style.Suffix(c.Name)
			target := &Target{Word: id, Name: c.Name, Expression: e.Name, Pos: c.Value.Value.Pos, owner: op}
			p.planWebhookItem("callback "+c.Name+" to "+e.Name, id, from{place: e.Name, item: e.Value.Value, target: target}, seen)
		}
	}
}

func (p *Planner) planWebhookItem(what, id string, from from, seen map[*api.PathItem]bool) {
	item := from.item
	if item == nil || seen[item] {
		return
	}
	seen[item] = true
	for _, op := range item.Operations {
		h := &Webhook{What: what, ID: id, Op: op, Status: webhookStatus(op), from: from}
		if op.OperationID != "" {
			h.ID = p.Style.Exported(op.OperationID)
		} else if len(item.Operations) > 1 {
			h.ID += p.Style.Suffix(strings.ToLower(op.Method))
		}
		p.reportWebhookSecurity(h)
		p.planWebhookParams(h, item)
		p.planOtherStatuses(h)
		p.planWebhookBody(h)
		p.operations.Webhooks = append(p.operations.Webhooks, h)
		p.planCallbacks(h.ID, op, seen)
	}
}

// webhookStatus is the status of a handler that found nothing wrong.
func webhookStatus(op *api.Operation) int {
	for _, r := range op.Responses {
		if r.Status >= 200 && r.Status <= 299 {
			return int(r.Status)
		}
	}
	return 204
}

// reportWebhookSecurity: who calls is for the user to find out, who knows the secrets. What the document asks of all operations is about those
// that the client calls.
func (p *Planner) reportWebhookSecurity(h *Webhook) {
	if s := h.Op.Security; s != nil && len(s.Alternatives) > 0 {
		p.findings.Warn(s.Pos, diag.RuleNotEnforced, "security of %s is not checked: its handler does not know the credentials", h.What)
	}
}

// planWebhookParams plans the headers that a request has. What it says in other places is left to the handler of the user.
func (p *Planner) planWebhookParams(h *Webhook, item *api.PathItem) {
	h.Headers.Statuses = []api.Status{api.DefaultStatus}
	seen := map[string]bool{}
	for _, u := range api.Parameters(item, h.Op) {
		v := u.Value
		if v == nil || v.Name == "" || !isPlace(v.In) || ignoredHeader(v) {
			continue // parse has reported it
		}
		if v.In != api.InHeader {
			p.findings.Warn(v.Pos, diag.RuleNotEnforced, "%s parameter %s of %s is not checked: its handler finds it in the request", v.In, v.Name, h.What)
			continue
		}
		key := http.CanonicalHeaderKey(v.Name)
		if seen[key] {
			continue // parse has reported it
		}
		seen[key] = true
		at := shapes.Place{Owner: h.ID + "Header", Suffix: p.Style.Suffix(v.Name)}
		if u.Ref != nil && u.Ref.Component != "" {
			at = shapes.Place{Owner: p.Style.Exported(u.Ref.Component)}
		}
		x := p.planHeader(v.Name, api.DefaultStatus, &api.Header{Pos: v.Pos, Description: v.Description, Required: v.Required, Schema: v.Schema, Content: v.Content}, v.Pos, at, directions.Received)
		h.Headers.List = append(h.Headers.List, x)
	}
}

// planOtherStatuses reports what a handler cannot respond with.
func (p *Planner) planOtherStatuses(h *Webhook) {
	for _, r := range h.Op.Responses {
		if r.Use.Value == nil {
			continue // parse has reported the reference
		}
		if len(r.Use.Value.Content) > 0 {
			p.findings.Info(r.Pos, diag.RuleNotGenerated, "a handler of %s responds with a status only, not with a body", h.What)
		}
		for _, header := range r.Use.Value.Headers {
			p.findings.Info(header.Pos, diag.RuleNotGenerated, "a handler of %s responds with a status only, not with the header %s", h.What, header.Name)
		}
	}
}

// OtherStatuses are the statuses of the document that a handler responds with only if the function of the user says so.
func (h *Webhook) OtherStatuses() (list []string) {
	for _, r := range h.Op.Responses {
		if code := int(r.Status); code >= 200 && code != h.Status && code != http.StatusBadRequest && code != http.StatusInternalServerError {
			list = append(list, strconv.Itoa(code))
		}
	}
	return list
}

// planWebhookBody decides the type of the body. One that is no JSON is left to the handler of the user.
func (p *Planner) planWebhookBody(h *Webhook) {
	if h.Op.RequestBody == nil || h.Op.RequestBody.Value == nil {
		return
	}
	content := h.Op.RequestBody.Value.Content
	for _, m := range content {
		if m.Value.Value == nil || m.Value.Value.ItemSchema != nil {
			continue
		}
		schema := p.formFor(&Operation{}, m, directions.Received)
		if p.kindFor(m.Name, schema) != media.JSON {
			continue
		}
		h.HasUse, h.Use = true, shapes.Use{Shape: shapes.Anything{}}
		if schema != nil {
			at := shapes.Place{Owner: h.ID, Suffix: "Body"}
			if ref := h.Op.RequestBody.Ref; ref != nil && ref.Component != "" {
				at.Owner = p.Style.Exported(ref.Component)
			}
			h.Use = p.Shapes.Use(schema, at)
		}
		for _, other := range content {
			if other.Name != m.Name {
				p.findings.Info(other.Pos, diag.RuleNotGenerated, "a handler of %s reads a body of type %s only", h.What, m.Name)
			}
		}
		return
	}
	if len(content) > 0 {
		p.findings.Warn(content[0].Pos, diag.RuleNotGenerated, "the body of %s is %s: its handler reads it from the request", h.What, content[0].Name)
	}
}
