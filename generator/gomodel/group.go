package gomodel

// A GroupedClient is the type Client where operations are grouped, with NewClient: support code has both for others.
type GroupedClient struct {
	Head
	Groups []*Group
}

// A Group is a type with the methods of some operations, and a field of Client.
type Group struct {
	Head
	Field    string
	FieldDoc Doc
}

// Grouped says where a method is if its operation is in a [Group]. The zero value is Client, and the name of the declaration.
type Grouped struct {
	Type, Field string // of the group
	Name        string // there
}

// Called is what callers write behind a client: ListOrders, or Orders.List.
func (o *Operation) Called() string { return o.Grouped.called(o.Name, o.Grouped.Name) }

// Called is what callers write for the pages.
func (p *Pages) Called() string { return p.Grouped.called(p.Name, p.Grouped.Name) }

// CalledAll is what callers write for the items of all pages.
func (p *Pages) CalledAll() string { return p.Grouped.called(p.All, p.GroupedAll) }

func (g Grouped) called(name, short string) string {
	if g.Type == "" {
		return name
	}
	return g.Field + "." + short
}
