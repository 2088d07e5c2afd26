package gomodel

// A Tuple is an array whose first items have a type each: a struct with a field for each position.
type Tuple struct {
	Head
	Items  []*Field // by position; Wire is the index
	Rest   *Rest    // the items behind them; nil: there must be none
	Min    int      // fewer items are an error
	Max    int      // maxItems, which forbids items behind the fields; 0: something else does, or nothing
	Checks []Check  // of the whole value: ByRule
}

// A Rest is the field for all items behind those that have a field.
type Rest struct {
	Name   string   // "Rest", or what collisions left
	Type   TypeExpr // of an item
	Codec  Codec    // of an item
	Checks []Check  // of each item
}
