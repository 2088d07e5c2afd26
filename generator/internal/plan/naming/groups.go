package naming

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/names"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
)

// claimGroups names the groups, and the methods in them, beside the names of operations that are settled without groups: parameters,
// errors and the service have those. It returns the space of what Client has.
func (p *Planner) claimGroups() *names.Space {
	client := names.NewSpace(WellKnown...).Quiet()
	client.Reserve(ClientMethods...)
	grouped := map[*operations.Operation]bool{}
	for _, g := range p.Groups {
		key := "tag " + g.Tag
		p.claim(g, role{what: groupField}, names.Claim{Space: client, Level: levelSources, Ladder: []string{g.Word, g.Word + "Group"}, Key: key, First: g.Word == g.Tag})
		typ := p.claim(g, role{}, names.Claim{
			Level: levelClient, Ladder: []string{g.Word + "Client", g.Word + "GroupClient"}, Key: key, First: g.Word == g.Tag, Said: "the group of tag " + g.Tag, Pos: g.Pos,
		})
		space := names.NewSpace(WellKnown...).Quiet()
		for _, o := range g.List {
			grouped[o] = true
			p.claimShort(g, o, space, typ)
		}
	}
	for _, o := range p.Operations.List {
		if grouped[o] {
			continue
		}
		taken := func(it any, what word) { // Client has it by the name that it has anyway
			p.claim(it, role{what: shortName, index: int(what)}, names.Claim{
				Space: client, Level: levelBelonging, Parent: p.names.claim(it, role{what: what}), Ladder: []string{""}, Key: o.Op.Pos.Key(),
			})
		}
		for _, r := range o.Results {
			taken(r, itself)
		}
		if x := o.Pages(); x != nil {
			taken(x, itself)
			taken(x, allItems)
		}
	}
	return client
}

// claimShort names the methods of an operation in its group. One that keeps its whole name wins over one that drops words.
func (p *Planner) claimShort(g *operations.Group, o *operations.Operation, space *names.Space, typ *names.Claim) {
	c := p.methodClaim(o)
	c.Space, c.Level = space, levelMethods
	short := c.Ladder[0]
	if operations.ExtensionOf(o.Op.Extensions, "x-go-name") == nil {
		short = ident.InGroup(short, g.Tag)
	}
	if short != c.Ladder[0] {
		c.Level, c.First, c.Ladder = levelRepresentations, false, append([]string{short}, c.Ladder...)
	}
	main := p.claim(o.Results[0], role{what: shortName}, c)
	p.names.add(o.Results[0], role{what: groupOf}, typ)
	if p.names.claim(o.Op, role{what: groupOf}) == nil { // several paths may share a path item
		p.names.add(o.Op, role{what: groupOf}, typ)
		p.names.add(o.Op, role{what: shortName}, main)
	}
	for _, r := range o.Results[1:] {
		p.claim(r, role{what: shortName}, names.Claim{
			Space: space, Level: levelBelonging, Parent: main, Ladder: []string{r.Suffix, r.Suffix + "Response"}, Key: o.Op.Pos.Key() + " " + r.Suffix,
		})
		p.names.add(r, role{what: groupOf}, typ)
	}
	if x := o.Pages(); x != nil {
		key := o.Op.Pos.Key() + " pages"
		p.claim(x, role{what: shortName}, names.Claim{Space: space, Level: levelBelonging, Parent: main, Ladder: []string{"Pages", "PageByPage"}, Key: key})
		p.claim(x, role{what: shortAllItems}, names.Claim{Space: space, Level: levelBelonging, Parent: main, Ladder: []string{"All", "AllItems"}, Key: key + " items"})
		p.names.add(x, role{what: groupOf}, typ)
	}
}

// Group returns the names of the type of a group and of the field of Client.
func (t *Table) Group(g *operations.Group) (typ, field string) { return t.Of(g), t.as(g, groupField) }

// Caller returns the type that has the method of a result, of an operation or for its pages, and what it is called there: Client, the type
// of a group, or the service where there is no client.
func (t *Table) Caller(it any) (gomodel.Ident, string) {
	if t.service != nil {
		return t.Own(t.service.Name()), t.Of(it)
	}
	if typ := t.as(it, groupOf); typ != "" {
		return t.Own(typ), t.as(it, shortName)
	}
	return t.Own("Client"), t.Of(it)
}

// CallerOfAll does so for the method that gives all items.
func (t *Table) CallerOfAll(x *operations.Pages) (gomodel.Ident, string) {
	if typ := t.as(x, groupOf); typ != "" {
		return t.Own(typ), t.as(x, shortAllItems)
	}
	return t.Own("Client"), t.All(x)
}
