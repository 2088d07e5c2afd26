package plan

import (
	"mime"
	"strings"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/ident"
)

// An operation is a method of Client in the making.
type operation struct {
	path       string
	op         *api.Operation
	id         string // the name that it wants, which also begins the names of its inline types
	name       string
	paramsName string
	parts      []gomodel.PathPart
	params     []*param
	body       *body
	result     *result
	errors     []errorBody
	accept     []string
	security   [][]string
}

// An errorBody is the type of a failure.
type errorBody struct {
	status api.Status
	use    use
}

// A result is the type of a success.
type result struct {
	use   use
	empty []int
}

// planOperations plans everything of the client. What it cannot plan is a finding, and left out.
func (p *planner) planOperations() {
	p.planServers()
	p.planSchemes()
	for _, entry := range p.doc.Paths {
		item := entry.Value.Value
		if item == nil {
			continue // parse has reported the reference
		}
		if len(item.Servers) > 0 {
			p.findings.Warn(item.Servers[0].Pos, diag.RuleNotGenerated, "the servers of a path are not generated: give the base URL to NewClient")
		}
		for _, op := range item.Operations {
			p.planOperation(entry.Name, item, op)
		}
	}
	for _, hook := range p.doc.Webhooks {
		p.findings.Warn(hook.Pos, diag.RuleNotGenerated, "webhook %s is not generated", hook.Name)
	}
}

func (p *planner) planOperation(path string, item *api.PathItem, op *api.Operation) {
	o := &operation{path: path, op: op, id: p.operationID(path, op)}
	for _, step := range []func(*operation, *api.PathItem) *unfit{p.planParams, p.planPath, p.planBody, p.planResponses} {
		if u := step(o, item); u != nil {
			p.findings.Warn(u.pos, diag.RuleNotGenerated, "operation %s is not generated: %s", o.id, u.why)
			return
		}
	}
	o.security = p.planSecurity(op)
	if len(op.Servers) > 0 {
		p.findings.Warn(op.Servers[0].Pos, diag.RuleNotGenerated, "the servers of an operation are not generated: give the base URL to NewClient")
	}
	for _, callback := range op.Callbacks {
		p.findings.Warn(callback.Pos, diag.RuleNotGenerated, "callback %s is not generated", callback.Name)
	}
	p.operations = append(p.operations, o)
}

// An unfit says where and why an operation cannot be generated.
type unfit struct {
	pos diag.Pos
	why string
}

// operationID returns the Go name of an operation: x-go-name, operationId, or the method and the path.
func (p *planner) operationID(path string, op *api.Operation) string {
	id := op.OperationID
	if id == "" {
		id = strings.ToLower(op.Method) + " " + pathWords(path)
	}
	name := p.style.Exported(id)
	for _, e := range op.Extensions {
		if own, ok := e.Value.(api.String); ok && e.Name == "x-go-name" {
			name = p.goName(string(own), name, e.Pos)
		}
	}
	return name
}

// pathWords turns /orders/{id}/photo into words: orders by id photo.
func pathWords(path string) string {
	var words []string
	for _, part := range strings.Split(path, "/") {
		if name, ok := strings.CutPrefix(part, "{"); ok {
			words = append(words, "by", strings.TrimSuffix(name, "}"))
			continue
		}
		words = append(words, part)
	}
	return strings.Join(words, " ")
}

// planBody takes the JSON form of a body; others are a finding.
func (p *planner) planBody(o *operation, _ *api.PathItem) *unfit {
	if o.op.RequestBody == nil {
		return nil
	}
	b := o.op.RequestBody.Value
	if b == nil || len(b.Content) == 0 {
		return nil
	}
	media, found := p.jsonContent(b.Content)
	if !found {
		return &unfit{b.Content[0].Pos, "its body is " + b.Content[0].Name + ", and only JSON is generated so far"}
	}
	o.body = &body{required: b.Required, media: media.Name, description: b.Description}
	o.body.use = use{shape: anything{}}
	if schema := media.Value.Value.Schema; schema != nil {
		o.body.use = p.use(p.directions.form(schema, sent), p.bodyPlace(o.op.RequestBody.Ref, o, "Body", "the body"))
	}
	if !b.Required {
		o.body.use.nullable = false // nil is absent: a body of null would say the same with more bytes
	}
	return nil
}

// A body is the field Body.
type body struct {
	use         use
	required    bool
	media       string
	description string
}

// bodyPlace names an inline type after the component that holds it, else after the operation.
func (p *planner) bodyPlace(ref *api.Reference, o *operation, word, role string) place {
	if ref != nil && ref.Component != "" {
		return place{owner: p.style.Exported(ref.Component), suffix: "Body"}
	}
	return place{owner: o.id, suffix: word, of: o, role: role}
}

// jsonContent finds the first JSON media type, and reports the others.
func (p *planner) jsonContent(content []api.Named[api.Use[api.MediaType]]) (media api.Named[api.Use[api.MediaType]], found bool) {
	for _, m := range content {
		switch {
		case !isJSON(m.Name) || m.Value.Value == nil || m.Value.Value.ItemSchema != nil:
		case !found:
			media, found = m, true
			continue
		}
		if found || len(content) > 1 {
			p.findings.Warn(m.Pos, diag.RuleNotGenerated, "media type %s is not generated", m.Name)
		}
	}
	return media, found
}

// isJSON reports whether a media type is JSON: application/json, or one with the suffix of RFC 6839.
func isJSON(name string) bool {
	t, _, err := mime.ParseMediaType(name)
	return err == nil && (t == "application/json" || strings.HasSuffix(t, "+json"))
}

// claim asks for the name of a method. An operationId in camelCase keeps its name against others that only Go spells alike, so that
// no new operation takes over the name of an old one in silence.
func (o *operation) claim(style ident.Style) ident.Claim {
	c := ident.Claim{Key: o.op.OperationID, Ladder: []string{o.id, o.id + style.Exported(strings.ToLower(o.op.Method))}}
	if o.op.OperationID == "" {
		c.Key = o.op.Pos.Key()
	}
	c.First = ident.Spelling(o.op.OperationID) == "Camel"
	return c
}

// client names what belongs to the client.
func (n *namer) client() {
	p := n.p
	var methods ident.Scope
	claims := make([]ident.Claim, len(p.operations))
	for i, o := range p.operations {
		claims[i] = o.claim(p.style)
	}
	for i, name := range methods.Assign(claims) {
		o := p.operations[i]
		if o.name = name; name != o.id {
			p.findings.Warn(o.op.Pos, diag.RuleRenamed, "operation %s is %s in Go, because another one is %s", o.op.OperationID, name, o.id).
				Hint = "x-go-name gives it a name of its own"
		}
		n.add(wish{ladder: []string{name + "Params", name + "Parameters"}, key: o.op.Pos.Key(), pos: o.op.Pos}, func(name string) { o.paramsName = name })
	}
	for _, s := range p.schemes {
		n.add(wish{ladder: []string{"With" + s.word, "With" + s.word + "Credential"}, key: "scheme " + s.name, pos: s.scheme.Pos}, func(name string) { s.goName = name })
	}
	for _, v := range p.clientOptions {
		n.add(wish{ladder: []string{"With" + v.field, "With" + v.field + "Parameter"}, key: "parameter " + v.wire, pos: v.pos}, func(name string) { v.goName = name })
	}
	for _, s := range p.servers {
		n.add(wish{ladder: []string{s.word, s.word + "Address"}, key: s.server.Pos.Key(), pos: s.server.Pos}, func(name string) { s.goName = name })
	}
	for _, o := range p.operations {
		p.nameParams(o)
	}
}
