package gomodel

// Pages are two methods of Client that read the responses of an operation one after the other: Name gives each page, All their items.
type Pages struct {
	Head
	Grouped    Grouped
	GroupedAll string // the name of the second method in the group
	All        string // the name of the second method
	AllDoc     Doc
	Call       *Operation // the method that reads one page
	Params     Ident      // its parameters
	Page       TypeExpr   // what it gives, which has a nil
	NilPage    bool       // a success may be nil
	Item       TypeExpr
	Items      []PageStep // from a page to its list
	Turn       Turn
}

// A PageStep is a field on the way through a page.
type PageStep struct {
	Field string // Go name
	Hold  Hold
}

// A Turn is how a page leads to the next one: [CursorTurn], [CountTurn] or [LinkTurn].
type Turn interface{ isTurn() }

type (
	// CursorTurn takes a value of the page for a parameter.
	CursorTurn struct {
		Param PageParam
		Next  []PageStep
		Kind  ScalarKind // of the value
		Same  bool       // it has the Go type of the parameter
	}
	// CountTurn counts pages, or items. It ends with a page without items, or if Next says so.
	CountTurn struct {
		Param PageParam
		First int64 // where the caller sets none
		Items bool  // it counts items
		Next  []PageStep
		Kind  ScalarKind // of what Next leads to: a boolean tells whether there are more, others by being there; "" for an object
	}
	// LinkTurn takes the query of a URL: of the header Link, or of the page if Next is not empty.
	LinkTurn struct {
		Next  []PageStep
		Named bool // the text has a type of its own
	}
)

func (CursorTurn) isTurn() {}
func (CountTurn) isTurn()  {}
func (LinkTurn) isTurn()   {}

// A PageParam is the parameter that asks for a page.
type PageParam struct {
	Field string // of the parameters
	Wire  string
	Type  TypeExpr // without what Hold adds
	Kind  ScalarKind
	Hold  Hold
}
