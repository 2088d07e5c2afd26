package plan

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A hook is a request that the API sends: a webhook, or a callback of an operation.
type hook struct {
	what    string // webhook newPet
	id      string
	op      *api.Operation
	hasUse  bool
	use     use
	status  int
	headers headerSet
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
		p.reportHookSecurity(h)
		p.planHookParams(h, item)
		p.planHookAnswers(h)
		p.planHookBody(h)
		p.operations.hooks = append(p.operations.hooks, h)
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

// reportHookSecurity: who calls is for the user to find out, who knows the secrets. What the document asks of all operations is about those
// that the client calls.
func (p *planner) reportHookSecurity(h *hook) {
	if s := h.op.Security; s != nil && len(s.Alternatives) > 0 {
		p.findings.Warn(s.Pos, diag.RuleNotEnforced, "security of %s is not checked: its handler does not know the credentials", h.what)
	}
}

// planHookParams plans the headers that a request has. What it says in other places is left to the handler of the user.
func (p *planner) planHookParams(h *hook, item *api.PathItem) {
	h.headers.statuses = 1
	seen := map[string]bool{}
	for _, u := range api.Parameters(item, h.op) {
		v := u.Value
		if v == nil || v.Name == "" || !isPlace(v.In) || ignoredHeader(v) {
			continue // parse has reported it
		}
		if v.In != api.InHeader {
			p.findings.Warn(v.Pos, diag.RuleNotEnforced, "%s parameter %s of %s is not checked: its handler finds it in the request", v.In, v.Name, h.what)
			continue
		}
		key := http.CanonicalHeaderKey(v.Name)
		if seen[key] {
			continue // parse has reported it
		}
		seen[key] = true
		at := place{owner: h.id + "Header", suffix: p.style.Suffix(v.Name)}
		if u.Ref != nil && u.Ref.Component != "" {
			at = place{owner: p.style.Exported(u.Ref.Component)}
		}
		x := p.planHeader(v.Name, &api.Header{Pos: v.Pos, Description: v.Description, Required: v.Required, Schema: v.Schema, Content: v.Content}, v.Pos, at)
		h.headers.list = append(h.headers.list, x)
	}
}

// planHookAnswers reports what a handler cannot answer.
func (p *planner) planHookAnswers(h *hook) {
	for _, r := range h.op.Responses {
		if r.Use.Value == nil {
			continue // parse has reported the reference
		}
		if len(r.Use.Value.Content) > 0 {
			p.findings.Info(r.Pos, diag.RuleNotGenerated, "a handler of %s answers with a status only, not with a body", h.what)
		}
		for _, header := range r.Use.Value.Headers {
			p.findings.Info(header.Pos, diag.RuleNotGenerated, "a handler of %s answers with a status only, not with the header %s", h.what, header.Name)
		}
	}
}

// otherStatuses are the statuses of the document that a handler answers with only if the function of the user says so.
func (h *hook) otherStatuses() (list []string) {
	for _, r := range h.op.Responses {
		if code := int(r.Status); code >= 200 && code != h.status && code != http.StatusBadRequest && code != http.StatusInternalServerError {
			list = append(list, strconv.Itoa(code))
		}
	}
	return list
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
		for _, other := range content {
			if other.Name != m.Name {
				p.findings.Info(other.Pos, diag.RuleNotGenerated, "a handler of %s reads a body of type %s only", h.what, m.Name)
			}
		}
		return
	}
	if len(content) > 0 {
		p.findings.Warn(content[0].Pos, diag.RuleNotGenerated, "the body of %s is %s: its handler reads it from the request", h.what, content[0].Name)
	}
}

// hookDecls builds the function that makes a handler, and the struct of the headers that it reads.
func (p *planner) hookDecls(u unit, h *hook) (decls []gomodel.Decl) {
	d := &gomodel.Hook{What: h.what, Method: h.op.Method, Status: h.status}
	d.Name, d.From = p.named.Of(h), h.op.Pos
	of := (&text{}).add(p.named.Headers(&h.headers) + " are the headers of a request of " + h.what + ".")
	if d.Header = p.headerDecl(u, &h.headers, of, h.op.Pos); d.Header != nil {
		d.Header.ParseDoc = p.parseDoc((&text{}).add(d.Header.Parse + " reads the headers of a request of " + h.what + "."))
		decls = append(decls, d.Header)
	}
	if h.hasUse {
		typ, codec := p.bodyType(u, h.use, d.Name+"Body")
		d.Body = &gomodel.HookBody{Type: typ, Codec: codec, Nullable: h.use.nullable && !isAnythingShape(h.use), Checks: checksInPlace(u, h.use, codec, d.Name+"Body")}
	}
	d.Doc = p.hookDoc(h)
	return append(decls, d)
}

func (p *planner) hookDoc(h *hook) gomodel.Doc {
	summary := h.op.Summary
	if plainText(summary) == "" {
		summary = h.op.Description
	}
	doc := gomodel.Doc{gomodel.Text{{Text: p.named.Of(h) + " makes a handler of " + h.what + ". " + sentence(plainText(summary))}}}
	status, hasHeaders := statusText(api.Status(h.status)), len(h.headers.list) > 0
	line := &text{}
	switch {
	case hasHeaders && h.hasUse:
		line.add("It reads the headers and the body, and calls handle if they are valid. It answers with status " + status + ", 400 if the headers or the body are not valid, or 500 if handle fails.")
	case hasHeaders:
		line.add("It reads the headers, and calls handle if they are valid. It answers with status " + status + ", 400 if the headers are not valid, or 500 if handle fails.")
	case h.hasUse:
		line.add("It reads the body, and calls handle if it is valid. It answers with status " + status + ", 400 if the body is not valid, or 500 if handle fails.")
	default:
		line.add("It answers with status " + status + ", or 500 if handle fails.")
	}
	if others := h.otherStatuses(); len(others) > 0 {
		line.add(" It answers with "+strings.Join(others, " or ")+" if the error of handle is that ").link(p.named.Own("HookStatus"), false, "").add(".")
	}
	if hasHeaders || h.hasUse {
		line.add(" handle should find out who sends: wrap the handler, or look at the header of r.")
	}
	return append(doc, line.spans)
}
