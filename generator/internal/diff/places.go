package diff

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
	"github.com/oas2go/oas2go/generator/internal/diff/operations"
	"github.com/oas2go/oas2go/generator/internal/diff/schemas"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
)

// compareSchemas compares the schemas of all places of messages.
func (c *comparison) compareSchemas() {
	var roots []schemas.Root
	for i := range c.operations.Places {
		p := &c.operations.Places[i]
		roots = append(roots, schemas.Root{
			Old: c.form(c.old, p.Old, p.Direction), New: c.form(c.new, p.New, p.Direction), Direction: p.Direction,
			Operation: p.Operation, Subject: p.Subject, Rank: c.rank[p.Operation], Check: c.checker(p),
			Text: isText(p), Filled: p.In == api.InPath, Scalar: isPlain(p), OldHolder: p.Around.OldSide.Pos, NewHolder: p.Around.NewSide.Pos,
		})
	}
	c.found = schemas.Compare(append(roots, c.unusedRoots()...), c.solver, schemas.Settings{Strict: c.options.Strict, Origin: c.origin, Decided: c.decided})
	for i := range c.found.Unused {
		c.found.Unused[i].Advice = change.Advice{Who: unusedWho, Why: unusedWhy}
	}
	for _, list := range []struct {
		changes []schemas.Ranked
		quiet   bool
	}{{c.found.Changes, false}, {c.found.Quiet, true}, {c.found.Unused, false}} {
		for _, r := range list.changes {
			c.add(r.Change, r.Rank, list.quiet)
		}
	}
}

func (c *comparison) form(s *side, schema *api.Schema, dir change.Direction) *api.Schema {
	if schema == nil {
		return nil
	}
	return s.ways.Form(schema, way(dir))
}

// checker returns the judge of values at a place.
func (c *comparison) checker(p *operations.Place) func(api.Value) schemas.Proof {
	if p.Kind == operations.Body && !isText(p) {
		return func(v api.Value) schemas.Proof { return c.checkBody(p, v) }
	}
	return func(v api.Value) schemas.Proof { return c.checkMessage(p, v) }
}

// isText reports whether the value of a place is read from text.
func isText(p *operations.Place) bool {
	if p.Kind == operations.Body {
		base, _, _ := strings.Cut(strings.ToLower(p.MediaType), ";")
		return isForm(base) || isPlain(p)
	}
	return p.Kind != operations.Item && p.MediaType == ""
}

// isPlain reports whether a place is a body that is the text of one value.
func isPlain(p *operations.Place) bool {
	base, _, _ := strings.Cut(strings.ToLower(p.MediaType), ";")
	return p.Kind == operations.Body && strings.TrimSpace(base) == "text/plain"
}

// isForm reports whether bodies of a media type are made of texts.
func isForm(base string) bool {
	base = strings.TrimSpace(base)
	return base == "application/x-www-form-urlencoded" || strings.HasPrefix(base, "multipart/")
}

// checkBody judges a value as the body of a message.
func (c *comparison) checkBody(p *operations.Place, v api.Value) schemas.Proof {
	text := api.JSON(v)
	old, new := c.old.judge.Value(p.Old, p.Direction, []byte(text)), c.new.judge.Value(p.New, p.Direction, []byte(text))
	proof := proofOf(old, new)
	proof.Witness = change.Witness{Direction: p.Direction, Body: text, Operation: p.Operation, Status: p.Status, OldAccepts: proof.Old, NewAccepts: proof.New}
	proof.Witness.Error = firstError(old, new)
	proof.Witness.Value = valueAt(p, text)
	return proof
}

// valueAt is a value at a place, as others may write it.
func valueAt(p *operations.Place, json string) change.Value {
	v := change.Value{JSON: json, Media: p.MediaType}
	if p.Kind == operations.Parameter {
		v.In, v.Name, v.Media = string(p.In), p.Name, ""
	}
	return v
}

// checkMessage judges a value in the smallest message that has it.
func (c *comparison) checkMessage(p *operations.Place, v api.Value) schemas.Proof {
	m := p.Message(api.JSON(v))
	if m == nil {
		return schemas.Proof{Problem: "no message with this value could be written"}
	}
	op := c.operationOf(p.Operation)
	old, new := c.judgeMessage(c.old, op, m), c.judgeMessage(c.new, op, m)
	proof := proofOf(old, new)
	for i, at := range proof.Places {
		proof.Places[i] = inside(p, at)
	}
	proof.Witness = c.messageWitness(m, old, new)
	proof.Witness.Value = valueAt(p, api.JSON(v))
	return proof
}

func proofOf(old, new verify.Result) schemas.Proof {
	p := schemas.Proof{Old: old.Valid, New: new.Valid}
	for _, r := range []verify.Result{old, new} {
		if r.Problem != nil && len(r.Errors) == 0 {
			p.Problem = r.Problem.Error()
		}
		for _, e := range r.Errors {
			p.Places = append(p.Places, e.Pointer)
		}
	}
	return p
}

// inside turns a pointer into a part of a message into one into the value of a place: below the name of a parameter or a header, at
// any item of a sequence.
func inside(p *operations.Place, pointer string) string {
	name := "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(p.Name)
	switch p.Kind {
	case operations.Parameter, operations.Header, operations.EncodingHeader:
		if len(pointer) >= len(name) && strings.EqualFold(pointer[:len(name)], name) {
			return pointer[len(name):]
		}
	case operations.Item:
		return strings.TrimPrefix(pointer, "/0")
	}
	return pointer
}

func firstError(results ...verify.Result) string {
	for _, r := range results {
		if len(r.Errors) > 0 {
			return r.Errors[0].String()
		}
	}
	return ""
}

func (c *comparison) operationOf(name string) operations.Operation {
	return c.operations.Operations[c.rank[name]]
}

// judgeMessage judges a message by one document: a request by its URL, a response as one of its operation, what webhooks and callbacks
// send and get by their operation.
func (c *comparison) judgeMessage(s *side, op operations.Operation, m *messages.Message) verify.Result {
	own, item := op.New, op.NewItem
	if s == c.old {
		own, item = op.Old, op.OldItem
	}
	message := wireMessage(m)
	switch {
	case m.Status == 0 && op.Moved && own != nil && s == c.new:
		return s.judge.Moved(item, own, message)
	case m.Status == 0 && !op.Incoming:
		return s.judge.Request(message)
	case own == nil:
		return verify.Result{Errors: []verify.Place{{Keyword: "operation", Message: "there is no such operation"}}}
	case m.Status != 0 && !op.Incoming:
		return s.judge.Response(own, message)
	case m.Status != 0:
		return s.judge.Receiver(own, message)
	}
	return s.judge.Incoming(item, own, message)
}

// wireMessage is a message as the judge takes it.
func wireMessage(m *messages.Message) verify.Message {
	message := verify.Message{
		Method: m.Method, URL: m.URL, Status: m.Status, Header: map[string][]string{}, Body: []byte(m.Body),
		Grants: verify.Grants{Scopes: m.Scopes, Certificate: m.Certificate},
	}
	for _, f := range m.Header {
		message.Header.Add(f.Name, f.Value)
	}
	return message
}

func (c *comparison) messageWitness(m *messages.Message, old, new verify.Result) change.Witness {
	message := wireMessage(m)
	return change.Witness{
		Direction: m.Direction, Text: message.Text(), Operation: m.Operation, Status: statusOf(m.Status), OldAccepts: old.Valid, NewAccepts: new.Valid, Error: firstError(old, new),
	}
}

func statusOf(code int) string {
	if code == 0 {
		return ""
	}
	return strconv.Itoa(code)
}

// verifyOperations keeps of the changes of operations what a message proves.
func (c *comparison) verifyOperations() {
	for _, found := range c.operations.Changes {
		x := found.Change
		rank := -1
		for _, e := range x.Wire {
			for _, name := range e.Operations {
				if r := c.rank[name]; rank < 0 || r < rank {
					rank = r
				}
			}
		}
		if x.Breaks() {
			c.proveMessage(&x, found.Message)
		}
		c.add(x, rank, false)
	}
}

// proveMessage asks both documents about the message of a change. Where there can be none, the operation is named.
func (c *comparison) proveMessage(x *change.Change, m *messages.Message) {
	if m == nil && (x.Rule == "webhook-removed" || x.Rule == "callback-removed") {
		c.demote(x, "No message can show it: what is not sent is not judged. Receivers wait in vain.")
		return
	}
	if m == nil {
		c.demote(x, "No message that shows it could be written.")
		return
	}
	op := c.operationOf(m.Operation)
	op.Moved = op.Moved && x.Rule != "operation-moved" // which is about where a request goes
	old, new := c.judgeMessage(c.old, op, m), c.judgeMessage(c.new, op, m)
	accepts, rejects := old, new
	if m.Direction == change.Response {
		accepts, rejects = new, old
	}
	if accepts.Valid && len(rejects.Errors) > 0 {
		w := c.messageWitness(m, old, new)
		x.Witness = &w
		return
	}
	why := "The message that should show it does not."
	for _, r := range []verify.Result{accepts, rejects} {
		if r.Problem != nil {
			why = r.Problem.Error()
		}
	}
	c.demote(x, why)
}

// demote makes a breaking change one that is not proved.
func (c *comparison) demote(x *change.Change, why string) {
	for i := range x.Wire {
		if x.Wire[i].Verdict == change.Breaking {
			x.Wire[i].Verdict = change.Unknown
		}
	}
	x.Advice.Why = why
}
