package plan

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// wellKnown are the methods that go vet (stdmethods) holds to the parameters of an interface of the standard library, whatever type
// has them.
var wellKnown = []string{"GobDecode", "GobEncode", "MarshalJSON", "MarshalXML", "ReadByte", "ReadRune", "UnmarshalJSON", "UnmarshalXML",
	"UnreadByte", "UnreadRune", "WriteByte"}

// claimOperations names what belongs to the client.
func (p *planner) claimOperations() {
	methods := NewSpace(wellKnown...).Quiet() // reportMethods says more
	for _, o := range p.operations.list {
		c := p.methodClaim(o)
		c.Space, c.Level = methods, levelMethods
		main := p.claim(o.results[0], role{}, c)
		if at := (thing{of: o.op}); p.claims[at] == nil { // several paths may share a path item
			p.claims[at] = main
		}
		for _, r := range o.results[1:] {
			p.claim(r, role{}, Claim{
				Space: methods, Level: levelRepresentations, Parent: main, Ladder: Steps(r.suffix, r.suffix+"Answer"), Key: o.op.Pos.Key() + " " + r.suffix,
			})
		}
		p.claimOperation(o, main)
	}
	for _, s := range p.operations.schemes {
		p.claim(s, role{}, Claim{Level: levelClient, Ladder: Steps("With"+s.word, "With"+s.word+"Credential"), Key: "scheme " + s.name, Pos: s.scheme.Pos})
	}
	for _, v := range p.operations.options {
		p.claim(v, role{}, Claim{Level: levelClient, Ladder: Steps("With"+v.field, "With"+v.field+"Parameter"), Key: "parameter " + v.wire, Pos: v.pos})
	}
	for _, s := range p.operations.servers {
		p.claim(s, role{}, Claim{Level: levelClient, Ladder: Steps(s.word, s.word+"Address"), Key: s.server.Pos.Key(), Pos: s.server.Pos})
	}
	for _, h := range p.operations.hooks {
		p.claim(h, role{}, Claim{Level: levelClient, Ladder: Steps("Handle"+h.id, "Handle"+h.id+"Hook"), Key: h.op.Pos.Key(), Pos: h.op.Pos})
		p.claimHeaders(&h.headers, nil, h.id, "Hook", h.op.Pos)
	}
}

// methodClaim asks for the name of a method. An operationId in camelCase keeps its name against others that only Go spells alike, so
// that no new operation takes over the name of an old one in silence.
func (p *planner) methodClaim(o *operation) Claim {
	c := Claim{Key: o.op.OperationID, Ladder: Steps(o.id, o.id+p.style.Exported(strings.ToLower(o.op.Method))), Pos: o.op.Pos}
	if o.op.OperationID == "" {
		c.Key = o.op.Pos.Key()
	}
	c.First = ident.Spelling(o.op.OperationID) == "Camel"
	return c
}

// claimOperation names the types of an operation that are no schemas.
func (p *planner) claimOperation(o *operation, method *Claim) {
	key := o.op.Pos.Key()
	add := func(it any, what role, word, otherwise string) {
		p.claim(it, what, Claim{Level: levelClient, Parent: method, Ladder: Steps(word, otherwise), Key: key + " " + word, Pos: o.op.Pos})
	}
	add(o, role{}, "Params", "Parameters")
	p.claimParams(o)
	for _, f := range o.forms {
		p.claim(f, role{}, Claim{Level: levelClient, Ladder: Steps(f.word, f.word+"Form"), Key: p.pointer(f.schema) + " form " + key, Pos: o.op.RequestBody.Pos})
		p.claimParts(f)
	}
	p.claimHeaders(&o.headers, method, "", "Answer", o.op.Pos)
	main := o.results[0]
	if !main.union {
		return
	}
	add(main, role{what: resultUnion}, "Result", "Success")
	for _, c := range main.cases {
		if c.wrapped {
			word := statusWord(c.status)
			add(c, role{}, word, word+"Answer")
		}
	}
}

// claimParams names the fields of an operation's parameters: a path parameter keeps its name, others say where they are.
func (p *planner) claimParams(o *operation) {
	space := NewSpace("Validate", "Body")
	for _, x := range o.bodies {
		space.Reserve(x.field, x.field+"Type")
	}
	for _, x := range o.params {
		id := p.style.Exported(x.api.Name)
		if own, ok := extensionOf(x.api.Extensions, "x-go-name").(api.String); ok {
			id = GoName(string(own), id, x.api.Pos, p.findings)
		}
		in := p.style.Suffix(string(x.api.In))
		p.claim(x, role{}, Claim{
			Space: space, Level: levelFields, Ladder: Steps(id, id+in, id+in+"Field"), Key: x.api.Name + " " + string(x.api.In), First: x.api.In == api.InPath,
			Said: x.api.Name, Pos: x.api.Pos,
		})
	}
}

// claimParts names the fields of a form.
func (p *planner) claimParts(f *form) {
	space := NewSpace("Validate").Quiet()
	for _, x := range f.parts {
		c := p.fieldClaim(&member{wire: x.sight.property.Name, schema: x.sight.property.Value, pos: x.sight.property.Pos})
		c.Space, c.Level = space, levelFields
		p.claim(x, role{}, c)
	}
}

// claimHeaders names the struct for headers, the function that reads them, and the fields.
func (p *planner) claimHeaders(set *headerSet, method *Claim, owner, otherwise string, pos diag.Pos) {
	if len(set.list) == 0 {
		return
	}
	key := pos.Key()
	p.claim(set, role{}, Claim{Level: levelClient, Parent: method, Ladder: Steps(owner+"Header", owner+otherwise+"Header"), Key: key + " Header", Pos: pos})
	p.claim(set, role{what: parseFunc}, Claim{
		Level: levelClient, Parent: method, Ladder: []Step{{"Parse" + owner, "Header"}, {"Parse" + owner, otherwise + "Header"}}, Key: key + " headers", Pos: pos,
	})
	space := NewSpace().Quiet()
	for _, x := range set.list {
		id := p.style.Exported(x.wire)
		p.claim(x, role{}, Claim{Space: space, Level: levelFields, Ladder: Steps(id, id+"Header"), Key: x.wire})
	}
}

// reportMethods says why operations have another name than theirs.
func (p *planner) reportMethods() {
	for _, o := range p.operations.list {
		name := p.named.Method(o)
		if name == o.id {
			continue
		}
		report := p.findings.Warn
		if slices.ContainsFunc(p.operations.list, func(other *operation) bool { return other != o && other.op.OperationID == o.op.OperationID }) {
			report = p.findings.Info // parse has warned
		}
		why := "another one is " + o.id
		if slices.Contains(wellKnown, o.id) {
			why = "go vet knows " + o.id + " as a method with other parameters"
		}
		report(o.op.Pos, diag.RuleRenamed, "operation %s is %s in Go, because %s", o.op.OperationID, name, why).
			Hint = "x-go-name gives it a name of its own"
	}
}
