package naming

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/names"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// WellKnown are the methods that go vet (stdmethods) holds to the parameters of an interface of the standard library, whatever type
// has them.
var WellKnown = []string{"GobDecode", "GobEncode", "MarshalJSON", "MarshalXML", "ReadByte", "ReadRune", "UnmarshalJSON", "UnmarshalXML",
	"UnreadByte", "UnreadRune", "WriteByte"}

// ClientMethods are the exported methods that support code gives Client.
var ClientMethods = []string{"Format"}

// claimOperations names what belongs to the client.
func (p *Planner) claimOperations() {
	methods := names.NewSpace(WellKnown...).Quiet() // reportMethods says more
	methods.Reserve(ClientMethods...)
	for _, o := range p.Operations.List {
		p.alike[o.ID+" "+o.Op.Method]++
	}
	for _, o := range p.Operations.List {
		c := p.methodClaim(o)
		c.Space, c.Level = methods, levelMethods
		main := p.claim(o.Results[0], role{}, c)
		if p.names.claim(o.Op, role{}) == nil { // several paths may share a path item
			p.names.add(o.Op, role{}, main)
		}
		for _, r := range o.Results[1:] {
			p.claim(r, role{}, names.Claim{
				Space: methods, Level: levelRepresentations, Parent: main, Ladder: []string{r.Suffix, r.Suffix + "Response"}, Key: o.Op.Pos.Key() + " " + r.Suffix,
			})
		}
		p.claimPages(o, methods, main)
		p.claimOperation(o, main)
	}
	client := methods
	if p.Groups != nil {
		client = p.claimGroups()
	}
	if p.Service && len(p.Operations.List) > 0 {
		p.claimService(client)
	}
	if p.StepAside != nil && len(p.Operations.List) > 0 {
		p.claimServer()
	}
	for _, s := range p.Operations.Schemes {
		p.claimScheme(s)
	}
	for _, v := range p.Operations.Options {
		p.claim(v, role{}, names.Claim{Level: levelClient, Ladder: []string{"With" + v.Field, "With" + v.Field + "Parameter"}, Key: "parameter " + v.Wire, Pos: v.Pos})
	}
	for _, s := range p.Operations.Servers {
		p.claim(s, role{}, names.Claim{Level: levelClient, Ladder: []string{s.Word, s.Word + "Address"}, Key: s.Server.Pos.Key(), Pos: s.Server.Pos})
	}
	for _, h := range p.Operations.Webhooks {
		p.claim(h, role{}, names.Claim{Level: levelClient, Ladder: []string{"Handle" + h.ID, "Handle" + h.ID + "Webhook"}, Key: h.Op.Pos.Key(), Pos: h.Op.Pos})
		p.claimHeaders(&h.Headers, nil, h.ID, "Webhook", h.Op.Pos)
	}
	if len(p.Operations.Senders) > 0 {
		p.claimSenders()
	}
}

// claimService names the interface of all operations, and the method of Client that gives it.
func (p *Planner) claimService(client *names.Space) {
	pos := p.Operations.List[0].Op.Pos
	p.claim(p.Operations, role{what: serviceType}, names.Claim{Level: levelClient, Ladder: []string{"Service", "ServiceInterface"}, Key: "service", Pos: pos})
	if p.Clientless {
		p.names.service = p.names.claim(p.Operations, role{what: serviceType})
	}
	p.claim(p.Operations, role{what: serviceMethod}, names.Claim{Space: client, Level: levelClient, Ladder: []string{"Service", "AsService"}, Key: "service"})
}

// claimServer names what serves operations.
func (p *Planner) claimServer() {
	pos := p.Operations.List[0].Op.Pos
	add := func(what word, ladder ...string) {
		p.claim(p.Operations, role{what: what}, names.Claim{Level: levelClient, Ladder: ladder, Key: ladder[0], Pos: pos})
	}
	for _, name := range p.StepAside {
		p.claim(name, role{what: supportName}, names.Claim{Level: levelClient, Ladder: []string{name, "Server" + name, name + "OfServer"}, Key: name, Pos: pos})
	}
	add(handlerConfig, "HandlerConfig", "HandlerConfiguration")
	add(handlerFunc, "NewHandler", "NewServiceHandler")
	add(unimplemented, "UnimplementedService", "UnimplementedServiceMethods")
	if p.Fakes {
		typ := p.claim(p.Operations, role{what: exampleService}, names.Claim{Level: levelClient, Ladder: []string{"ExampleService", "ServiceOfExamples"}, Key: "examples", Pos: pos})
		p.claim(p.Operations, role{what: newExamples}, names.Claim{
			Level: levelSources, Parent: typ, Before: []string{"New", "New"}, Ladder: []string{"", "Value"}, Key: "new examples", Pos: pos,
		})
	}
	for _, o := range p.Operations.List {
		method := p.names.claim(o.Results[0], role{})
		key := o.Op.Pos.Key()
		p.claim(o, role{what: parseParams}, names.Claim{
			Level: levelSources, Parent: method, Before: []string{"Parse", "Parse"}, Ladder: []string{"Params", "ParamsOfRequest"}, Key: key + " parse", Pos: o.Op.Pos,
		})
		if len(o.Headers.List) > 0 {
			p.claim(o, role{what: setHeader}, names.Claim{
				Level: levelSources, Parent: method, Before: []string{"Set", "Set"}, Ladder: []string{"Header", "ResponseHeader"}, Key: key + " set", Pos: o.Op.Pos,
			})
		}
	}
}

// claimScheme names the options and the constants for a security scheme.
func (p *Planner) claimScheme(s *operations.Scheme) {
	key := "scheme " + s.Name
	option := p.claim(s, role{}, names.Claim{Level: levelClient, Ladder: []string{"With" + s.Word, "With" + s.Word + "Credential"}, Key: key, Pos: s.Scheme.Pos})
	p.claim(operations.Const{Scheme: s}, role{}, names.Claim{Level: levelClient, Ladder: []string{"scheme" + s.Word, "schemeNamed" + s.Word}, Key: key, Pos: s.Scheme.Pos})
	if s.HasSource() {
		p.claim(operations.Source{Scheme: s}, role{}, names.Claim{
			Level: levelSources, Parent: option, Ladder: []string{"Source", "TokenSource"}, Key: key + " source", Pos: s.Scheme.Pos,
		})
	}
	if s.TokenURL() != nil {
		p.claim(operations.Client{Scheme: s}, role{}, names.Claim{
			Level: levelSources, Parent: option, Ladder: []string{"ClientCredentials", "ClientCredentialsFlow"}, Key: key + " client", Pos: s.Scheme.Pos,
		})
	}
	for _, t := range s.Texts {
		p.claim(t, role{}, names.Claim{
			Level: levelClient, Ladder: []string{s.Word + t.Suffix, s.Word + t.Longer}, Key: key + " " + t.Suffix + " " + t.Text, Pos: s.Scheme.Pos,
		})
	}
}

// claimPages names the methods that read all pages of an operation.
func (p *Planner) claimPages(o *operations.Operation, methods *names.Space, main *names.Claim) {
	if o.Pages() == nil {
		return
	}
	add := func(what role, ladder ...string) {
		key := o.Op.Pos.Key() + " pages " + ladder[0]
		p.claim(o.Pages(), what, names.Claim{Space: methods, Level: levelRepresentations, Parent: main, Ladder: ladder, Key: key})
	}
	add(role{}, "Pages", "PageByPage")
	add(role{what: allItems}, "All", "AllItems")
}

// methodClaim asks for the name of a method. An operationId in camelCase keeps its name against others that only Go spells alike, so
// that no new operation takes over the name of an old one in silence.
func (p *Planner) methodClaim(o *operations.Operation) names.Claim {
	key := o.Op.Pos.Key()
	rank := " 2 "
	if o.Op.Method == "GET" { // most wanted, if several have one operationId
		rank = " 1 "
	}
	c := names.Claim{Key: o.Op.OperationID + rank + key, Ladder: []string{o.ID, o.ID + p.Style.Exported(strings.ToLower(o.Op.Method))}, Pos: o.Op.Pos}
	if o.Op.OperationID == "" {
		c.Key = key
	}
	if p.alike[o.ID+" "+o.Op.Method] > 1 { // the method does not tell them apart
		c.Ladder[1] = o.ID + "At" + p.Style.Suffix(operations.PathWords(o.Route.Path))
	}
	c.First = ident.Spelling(o.Op.OperationID) == "Camel"
	return c
}

// claimOperation names the types of an operation that are no schemas.
func (p *Planner) claimOperation(o *operations.Operation, method *names.Claim) {
	key := o.Op.Pos.Key()
	add := func(it any, what role, word, otherwise string) {
		p.claim(it, what, names.Claim{Level: levelClient, Parent: method, Ladder: []string{word, otherwise}, Key: key + " " + word, Pos: o.Op.Pos})
	}
	add(o, role{}, "Params", "Parameters")
	if slices.ContainsFunc(o.Params, func(x *operations.Param) bool { return p.Values.InPlace(x.Schema, x.Use, x.API.Required).Value != nil }) {
		p.claim(o, role{what: newFunc}, names.Claim{
			Level: levelSources, Parent: method, Before: []string{"New", ""}, Ladder: []string{"Params", "ParamsWithDefaults"}, Key: key + " new", Pos: o.Op.Pos,
		})
	}
	p.claimParams(o)
	for _, f := range o.Forms {
		p.claim(f, role{}, names.Claim{Level: levelClient, Ladder: []string{f.Word, f.Word + "Form"}, Key: p.Shapes.Pointer(f.Schema) + " form " + key, Pos: o.Op.RequestBody.Pos})
		p.claimParts(f)
	}
	p.claimHeaders(&o.Headers, method, "", "Response", o.Op.Pos)
	main := o.Results[0]
	if !main.Union {
		return
	}
	add(main, role{what: resultUnion}, "Result", "Success")
	for _, c := range main.Cases {
		if c.Wrapped {
			word := operations.StatusWord(c.Status)
			add(c, role{}, word, word+"Response")
		}
	}
}

// claimParams names the fields of an operation's parameters: a path parameter keeps its name, others say where they are.
func (p *Planner) claimParams(o *operations.Operation) {
	space := names.NewSpace("Validate", "Body")
	for _, x := range o.Bodies {
		space.Reserve(x.Field, x.Field+"Type")
	}
	for _, x := range o.Params {
		id := p.Style.Field(x.API.Name)
		if own, ok := operations.ExtensionOf(x.API.Extensions, "x-go-name").(api.String); ok {
			id = names.Own(string(own), id, x.API.Pos, p.findings)
		}
		in := p.Style.Suffix(string(x.API.In))
		p.claim(x, role{}, names.Claim{
			Space: space, Level: levelFields, Ladder: p.paramLadder(x.API.Name, id, in), Key: x.API.Name + " " + string(x.API.In), First: x.API.In == api.InPath,
			Said: x.API.Name, Pos: x.API.Pos,
		})
	}
}

// claimParts names the fields of a form.
func (p *Planner) claimParts(f *operations.Form) {
	space := names.NewSpace("Validate").Quiet()
	for _, x := range f.Parts {
		c := p.fieldClaim(&shapes.Member{Wire: x.Sight.Property.Name, Schema: x.Sight.Property.Value, Pos: x.Sight.Property.Pos})
		c.Space, c.Level = space, levelFields
		p.claim(x, role{}, c)
	}
}

// claimHeaders names the struct for headers, the function that reads them, and the fields.
func (p *Planner) claimHeaders(set *operations.HeaderSet, method *names.Claim, owner, otherwise string, pos diag.Pos) {
	if len(set.List) == 0 {
		return
	}
	key := pos.Key()
	p.claim(set, role{}, names.Claim{Level: levelClient, Parent: method, Ladder: []string{owner + "Header", owner + otherwise + "Header"}, Key: key + " Header", Pos: pos})
	p.claim(set, role{what: parseFunc}, names.Claim{
		Level: levelClient, Parent: method, Before: []string{"Parse" + owner, "Parse" + owner}, Ladder: []string{"Header", otherwise + "Header"}, Key: key + " headers", Pos: pos,
	})
	space := names.NewSpace().Quiet()
	for _, x := range set.List {
		id := p.Style.Exported(x.Wire)
		p.claim(x, role{}, names.Claim{Space: space, Level: levelFields, Ladder: []string{id, id + "Header"}, Key: x.Wire})
	}
}

// reportMethods says why operations have another name than theirs.
func (p *Planner) reportMethods() {
	for _, o := range p.Operations.List {
		name := p.names.Method(o)
		if name == o.ID {
			continue
		}
		report := p.findings.Warn
		if slices.ContainsFunc(p.Operations.List, func(other *operations.Operation) bool { return other != o && other.Op.OperationID == o.Op.OperationID }) {
			report = p.findings.Info // parse has warned
		}
		why := "another one is " + o.ID
		if slices.Contains(WellKnown, o.ID) {
			why = "go vet knows " + o.ID + " as a method with other parameters"
		}
		if slices.Contains(ClientMethods, o.ID) {
			why = "Client has a method " + o.ID + " anyway"
		}
		report(o.Op.Pos, diag.RuleRenamed, "operation %s is %s in Go, because %s", o.Op.OperationID, name, why).
			Hint = "x-go-name gives it a name of its own"
	}
}

// paramLadder: beside another of its name a parameter says its signs ("DateSent<" is DateSentLess), else where it is. Brackets only separate.
func (p *Planner) paramLadder(name, id, in string) []string {
	ladder := []string{id, id + in, id + in + "Field"}
	spelled := ident.SpellOut(name)
	if spelled == name || strings.ContainsAny(name, "[](){}") {
		return ladder
	}
	return slices.Insert(ladder, 1, p.Style.Exported(spelled))
}
