package gomodel

// A Check is one call in the check method. The holder (name in JSON, nil test) comes from the place it hangs on: a field, an
// element, a key. Each kind is one helper of support code, because a call compiles in a third of the time of unrolled ifs.
type Check interface{ isCheck() }

type (
	// Length is minLength and maxLength in code points. Max < 0: none.
	Length struct{ Min, Max int }
	// Match is a pattern; Var is a [Pattern].
	Match struct{ Var string }
	// IntRange is the bounds of an integer that int64 can hold. The ends of int64 are no bound.
	IntRange struct {
		Min, Max                   int64
		MinExclusive, MaxExclusive bool
	}
	// UintRange is minimum and maximum of a uint64, inclusive. Its ends are no bound.
	UintRange struct{ Min, Max uint64 }
	// Bound is a bound as the document has it, where the Go type cannot hold it: 0.5 for an integer, all of a decimal.
	Bound struct{ Keyword, Limit string }
	// FloatRange is minimum and maximum of a float64, exact as decimal text; "" is none.
	FloatRange struct {
		Min, Max                   string
		MinExclusive, MaxExclusive bool
	}
	// MultipleOf is multipleOf, by the exact text of the divisor.
	MultipleOf struct{ Of string }
	// Unique is uniqueItems of a list of built-in scalars.
	Unique struct{}
	// InEnum is a value of the enum, by the list Var.
	InEnum struct{ Var string }
	// Equals is a const of a string, an integer or a boolean.
	Equals struct{ Value Literal }
	// Items is minItems and maxItems. Max < 0: none.
	Items struct{ Min, Max int }
	// Properties is minProperties and maxProperties of a map. Max < 0: none.
	Properties struct{ Min, Max int }
	// Requires is required of a map: names that it must have.
	Requires struct{ Names []string }
	// Each are checks of the elements of a list or the values of a map.
	Each struct{ Checks []Check }
	// Inside is the check method of the value: struct, map, named type.
	Inside struct{}
	// InsideUnion is the check of a union; in a required field nil breaks "required".
	InsideUnion struct{ Type Ident }
	// Present refuses nil where a value must be there: a required json.RawMessage, a required recursive pointer.
	Present struct{}
	// Given refuses, in what is sent, a zero time, date or UUID where the document requires one: nobody set it.
	Given struct{}
	// Filled refuses an empty list or map in a required parameter: an empty one is not sent.
	Filled struct{}
	// Segment refuses a path parameter that would change the route: "", "." and "..".
	Segment struct{}
	// ByRule judges the JSON of the value by a [NamedRule]: its own text for a json.RawMessage, else what it would be encoded to.
	// It hangs on a declared type as a whole, or on a value with a [RawCodec], an [ObjectCodec] or a [UnionCodec]. Nil is not judged.
	ByRule struct{ Rule string }
	// ByMethod calls the method Check of a declared type, which its user has written.
	ByMethod struct{}
	// NotEmpty refuses "" in a parameter that cannot be left out.
	NotEmpty struct{}
)

func (Length) isCheck()      {}
func (Match) isCheck()       {}
func (IntRange) isCheck()    {}
func (UintRange) isCheck()   {}
func (Bound) isCheck()       {}
func (FloatRange) isCheck()  {}
func (MultipleOf) isCheck()  {}
func (Unique) isCheck()      {}
func (InEnum) isCheck()      {}
func (Equals) isCheck()      {}
func (Items) isCheck()       {}
func (Properties) isCheck()  {}
func (Requires) isCheck()    {}
func (Each) isCheck()        {}
func (Inside) isCheck()      {}
func (InsideUnion) isCheck() {}
func (Present) isCheck()     {}
func (Given) isCheck()       {}
func (Filled) isCheck()      {}
func (Segment) isCheck()     {}
func (ByRule) isCheck()      {}
func (ByMethod) isCheck()    {}
func (NotEmpty) isCheck()    {}
