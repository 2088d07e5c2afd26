package diff

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/codec"
	"github.com/oas2go/oas2go/generator/internal/diff/gocall"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
	"github.com/oas2go/oas2go/generator/internal/diff/operations"
)

// decideRunning says of each change that breaks whether Go code notices it when it runs. A request: the code that sends the witness
// compiles with the new package, and its call fails. A response: the old client cannot read the witness.
func (c *comparison) decideRunning() {
	if c.old.Package == nil || c.new.Package == nil {
		return
	}
	old, new := codec.New(c.old.Package), codec.New(c.new.Package)
	for i := range c.changes {
		x := &c.changes[i]
		if !x.Breaks() || x.Witness == nil {
			continue
		}
		op := c.operationOf(x.Witness.Operation)
		if op.Incoming || op.Old == nil || op.New == nil {
			continue
		}
		if x.Witness.Direction == change.Request {
			c.requestFails(x, op, new)
		} else {
			c.responseFails(x, op, old)
		}
	}
}

// requestFails decides about a request. What the new package refuses or the service refuses fails; what the new package writes in the
// new way does not.
func (c *comparison) requestFails(x *ranked, op operations.Operation, new *codec.Package) {
	from, ok := c.request(x.Witness, c.old, op.Old, op.OldItem, op)
	if !ok || !c.compilesAlone(x, from) {
		return
	}
	to := from
	to.Operation = c.new.calls().Method(op.New.Method, op.Path)
	to.Values = moved(from.Values, api.Parameters(op.NewItem, op.New))
	text, known := new.Refusal(to)
	switch {
	case known && text != "":
		x.Go.FailsWhenRunning, x.Go.Error = true, text
	case !known && x.Witness.Value.JSON != "", strings.HasPrefix(x.Rule, "security-"):
		x.Go.FailsWhenRunning = true
	}
}

// moved puts values where the new document has the parameters: the field of one that moved has the same name.
func moved(values []gocall.Value, list []api.Use[api.Parameter]) []gocall.Value {
	values = slices.Clone(values)
	for i, v := range values {
		place := v.In
		for _, u := range list {
			if u.Value == nil || !strings.EqualFold(u.Value.Name, v.Name) {
				continue
			}
			if place = gomodel.Place(u.Value.In); place == v.In {
				break
			}
		}
		values[i].In = place
	}
	return values
}

// compilesAlone reports whether the code that sends a request would compile with the new package if this were the only change.
func (c *comparison) compilesAlone(x *ranked, r gocall.Request) bool {
	code, err := c.old.calls().Write(r)
	if err != nil {
		return false
	}
	for _, need := range c.new.calls().Missing(code.Needs) {
		if touches(x.Go.Names, need.Name) {
			return false
		}
	}
	return true
}

// touches reports whether a name of the old package is among those that a change makes another one.
func touches(names []change.Name, need string) bool {
	_, field, _ := strings.Cut(need, ".")
	for _, n := range names {
		_, other, _ := strings.Cut(n.Name, ".")
		if n.Name == need || n.Old == need || field != "" && other == field {
			return true
		}
		if slices.Contains(strings.Fields(strings.ReplaceAll(n.Name, ",", " ")), need) {
			return true
		}
	}
	return false
}

// request is the call that sends a witness.
func (c *comparison) request(w *change.Witness, s *side, op *api.Operation, item *api.PathItem, pair operations.Operation) (gocall.Request, bool) {
	r := gocall.Request{Operation: s.calls().Method(op.Method, pathOf(pair, s == c.old))}
	if r.Operation == "" {
		return r, false
	}
	for _, u := range api.Parameters(item, op) {
		p := u.Value
		if p == nil || p.Schema == nil || !p.Required && (p.Name != w.Value.Name || string(p.In) != w.Value.In) {
			continue
		}
		text, ok := c.filledSample(p)
		if p.Name == w.Value.Name && string(p.In) == w.Value.In {
			text, ok = w.Value.JSON, true
		}
		v, err := jsonvalue.Parse(text)
		if !ok || err != nil {
			return r, false
		}
		r.Values = append(r.Values, gocall.Value{In: gomodel.Place(p.In), Name: p.Name, Value: v})
	}
	return c.body(r, w, op)
}

// filledSample is a value of a parameter that is no empty text, if it has one: no path takes that, and others take it for nothing.
func (c *comparison) filledSample(p *api.Parameter) (string, bool) {
	one := api.Int(1)
	filled := &api.Schema{Pos: p.Schema.Pos, Compose: &api.Composition{AllOf: []*api.Schema{p.Schema, {String: &api.StringRules{MinLength: &one}}}}}
	if text, ok := c.sample(filled, change.Request); ok {
		return text, true
	}
	return c.sample(p.Schema, change.Request)
}

// body adds the body of a witness, or the plainest one where the operation needs one.
func (c *comparison) body(r gocall.Request, w *change.Witness, op *api.Operation) (gocall.Request, bool) {
	if w.Value.JSON != "" && w.Value.In == "" {
		v, err := jsonvalue.Parse(w.Value.JSON)
		r.Body, r.Media = v, w.Value.Media
		return r, err == nil
	}
	if op.RequestBody == nil || op.RequestBody.Value == nil || !op.RequestBody.Value.Required {
		return r, true
	}
	for _, m := range op.RequestBody.Value.Content {
		if m.Value.Value == nil || m.Value.Value.Schema == nil {
			continue
		}
		if text, ok := c.sample(m.Value.Value.Schema, change.Request); ok {
			v, err := jsonvalue.Parse(text)
			r.Body, r.Media = v, m.Name
			return r, err == nil
		}
	}
	return r, false
}

// responseFails decides about a response: the old client reads it with default options.
func (c *comparison) responseFails(x *ranked, op operations.Operation, old *codec.Package) {
	method := c.old.calls().Method(op.Old.Method, pathOf(op, true))
	if method == "" || x.Witness.Value.JSON == "" || x.Witness.Value.In != "" {
		return
	}
	response := codec.Response{Status: statusCode(x.Witness.Status, op.New), Media: concrete(x.Witness.Value.Media), Body: x.Witness.Value.JSON}
	r := old.Reads(method, response)
	if x.Go.FailsWhenRunning = r.Fails; !r.Fails && x.Go.Error == "" {
		if text := old.Complaint(method, response); text != "" {
			x.Go.Error = onlyStrict + text
		}
	}
}

// concrete is a media type that a message may have.
func concrete(media string) string {
	return strings.ReplaceAll(strings.ReplaceAll(media, "*/*", "application/json"), "/*", "/json")
}

// statusCode is a code that a key of responses is for: 4XX is 400, default is one that no other key has.
func statusCode(key string, op *api.Operation) int {
	if code, err := strconv.Atoi(key); err == nil {
		return code
	}
	if len(key) == 3 && strings.EqualFold(key[1:], "XX") {
		return int(key[0]-'0') * 100
	}
	for _, code := range []int{200, 400, 500, 418} {
		taken := false
		for _, r := range op.Responses {
			taken = taken || int(r.Status) == code || int(r.Status) == code/100
		}
		if !taken {
			return code
		}
	}
	return 599
}

// pathOf is the path of an operation in a document.
func pathOf(op operations.Operation, old bool) string {
	if old && op.OldPath != "" {
		return op.OldPath
	}
	return op.Path
}
