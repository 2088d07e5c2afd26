package plan

import (
	"strings"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// A hook is a request that the API sends: a webhook, or a callback of an operation.
type hook struct {
	what   string // webhook newPet
	id     string
	goName string
	op     *api.Operation
	hasUse bool
	use    use
	status int
}

// planHooks plans handlers for what the API sends.
func (p *planner) planHooks() {
	for _, w := range p.doc.Webhooks {
		p.planHookItem("webhook "+w.Name, p.style.Exported(w.Name), w.Value.Value, map[*api.PathItem]bool{})
	}
	for _, entry := range p.doc.Paths {
		if item := entry.Value.Value; item != nil {
			for _, op := range item.Operations {
				p.planCallbacks(p.operationID(entry.Name, op), op, map[*api.PathItem]bool{})
			}
		}
	}
}

// planCallbacks plans the callbacks of an operation. seen ends callbacks of callbacks that refer to each other.
func (p *planner) planCallbacks(owner string, op *api.Operation, seen map[*api.PathItem]bool) {
	for _, c := range op.Callbacks {
		if c.Value.Value == nil {
			continue // parse has reported the reference
		}
		for _, e := range c.Value.Value.Expressions {
			p.planHookItem("callback "+c.Name+" to "+e.Name, owner+p.style.Suffix(c.Name), e.Value.Value, seen)
		}
	}
}

func (p *planner) planHookItem(what, id string, item *api.PathItem, seen map[*api.PathItem]bool) {
	if item == nil || seen[item] {
		return
	}
	seen[item] = true
	for _, op := range item.Operations {
		h := &hook{what: what, id: id, op: op, status: hookStatus(op)}
		if op.OperationID != "" {
			h.id = p.style.Exported(op.OperationID)
		} else if len(item.Operations) > 1 {
			h.id += p.style.Suffix(strings.ToLower(op.Method))
		}
		p.planHookParams(h, item)
		p.planHookAnswers(h)
		p.planHookBody(h)
		p.hooks = append(p.hooks, h)
		p.planCallbacks(h.id, op, seen)
	}
}

// hookStatus is the status of a handler that found nothing wrong.
func hookStatus(op *api.Operation) int {
	for _, r := range op.Responses {
		if r.Status >= 200 && r.Status <= 299 {
			return int(r.Status)
		}
	}
	return 204
}

// planHookParams reports parameters, which no handler reads or checks.
func (p *planner) planHookParams(h *hook, item *api.PathItem) {
	for _, u := range api.Parameters(item, h.op) {
		if u.Value == nil || !isPlace(u.Value.In) || ignoredHeader(u.Value) {
			continue // parse has reported it
		}
		p.findings.Warn(u.Value.Pos, diag.RuleNotEnforced, "%s parameter %s of %s is not checked: its handler finds it in the request", u.Value.In, u.Value.Name, h.what)
	}
}

// planHookAnswers reports what a handler cannot answer.
func (p *planner) planHookAnswers(h *hook) {
	for _, r := range h.op.Responses {
		switch v := r.Use.Value; {
		case int(r.Status) != h.status && r.Status != 400 && r.Status != 500 && r.Status != api.DefaultStatus:
			p.findings.Info(r.Pos, diag.RuleNotGenerated, "a handler of %s does not answer with status %s", h.what, statusText(r.Status))
		case v != nil && len(v.Content) > 0:
			p.findings.Info(r.Pos, diag.RuleNotGenerated, "a handler of %s answers with a status only, not with a body", h.what)
		}
	}
}

// planHookBody decides the type of the body. One that is no JSON is left to the handler of the user.
func (p *planner) planHookBody(h *hook) {
	if h.op.RequestBody == nil || h.op.RequestBody.Value == nil {
		return
	}
	content := h.op.RequestBody.Value.Content
	for _, m := range content {
		if m.Value.Value == nil || m.Value.Value.ItemSchema != nil {
			continue
		}
		schema := p.receivedSchema(m)
		if p.kindFor(m.Name, schema) != jsonMedia {
			continue
		}
		h.hasUse, h.use = true, use{shape: anything{}}
		if schema != nil {
			at := place{owner: h.id, suffix: "Body"}
			if ref := h.op.RequestBody.Ref; ref != nil && ref.Component != "" {
				at.owner = p.style.Exported(ref.Component)
			}
			h.use = p.use(schema, at)
		}
		return
	}
	if len(content) > 0 {
		p.findings.Warn(content[0].Pos, diag.RuleNotGenerated, "the body of %s is %s: its handler reads it from the request", h.what, content[0].Name)
	}
}

// hookDecl builds the function that makes a handler.
func (p *planner) hookDecl(h *hook) gomodel.Decl {
	d := &gomodel.Hook{What: h.what, Method: h.op.Method, Status: h.status}
	d.Name, d.From = h.goName, h.op.Pos
	if h.hasUse {
		typ, codec := p.bodyType(h.use, d.Name+"Body")
		d.Body = &gomodel.HookBody{Type: typ, Codec: codec, Nullable: h.use.nullable && !isAnythingShape(h.use), Checks: p.checksInPlace(h.use, codec, d.Name+"Body")}
	}
	summary := h.op.Summary
	if plainText(summary) == "" {
		summary = h.op.Description
	}
	doc := gomodel.Doc{gomodel.Text{{Text: d.Name + " makes a handler of " + h.what + ". " + sentence(plainText(summary))}}}
	text := "It reads the body, and calls handle if it is valid. It answers with status " + statusText(api.Status(h.status)) +
		", 400 if the body is not valid, or 500 if handle fails. handle should find out who sends: wrap the handler, or look at the header of r."
	if !h.hasUse {
		text = "It answers with status " + statusText(api.Status(h.status)) + ", or 500 if handle fails."
	}
	d.Doc = append(doc, gomodel.Text{{Text: text}})
	return d
}
