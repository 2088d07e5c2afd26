package gomodel

import "github.com/oas2go/oas2go/generator/diag"

// A NamedType is a type that is used by value: a named scalar, type KeyInt64 int64, or a list or map that is a variant of a union.
type NamedType struct {
	Head
	Under  TypeExpr
	Codec  Codec // of Under
	Checks []Check
	// Union is the name of the union that this type is a variant of, "" for a component.
	Union string
}

// A ListType is a named list: type Names []string.
type ListType struct {
	Head
	Elem     TypeExpr
	Codec    ListCodec
	Checks   []Check
	Nullable bool // null is valid wherever it is used: nil
}

// A RawType is a component that Go cannot type: type Anything json.RawMessage.
type RawType struct {
	Head
	Checks []Check // ByRule
}

// An Enum is a named type with constants.
type Enum struct {
	Head
	Under  TypeExpr
	Codec  Codec // of Under
	Values []EnumValue
	// Var is the name of the slice of all values, for readers and checks: valuesGrade.
	Var    string
	Open   bool    // other values are valid too
	List   bool    // a method gives all values
	Checks []Check // beside that
	Union  string  // as in NamedType
}

// Constants are the values of an enum that has no type: those of the tag of a variant.
type Constants struct {
	Head   // Name is that of the variable with all values: valuesCatKind
	Values []EnumValue
}

// An EnumValue is one constant.
type EnumValue struct {
	Name  string // GradeAB
	Value Literal
	Doc   Doc
	From  diag.Pos
}

// A Pattern is a regular expression that is compiled at generation time where that is possible.
type Pattern struct {
	Head          // Name is that of the variable: patternTask
	Source string // as the document has it, for messages
	Engine Engine
	Go     string     // for RE2Engine: the translated expression
	Runs   []ClassRun // for RunsEngine
	Empty  bool       // for RunsEngine: the empty string matches too
	All    []string   // for SeveralEngine: expressions of package regexp that all must match
	None   []string   // and those that must not
	Legacy bool       // for BacktrackingEngine: not in the Unicode mode of ECMA-262
}

// An Engine is how a pattern is matched.
type Engine uint8

// The engines, cheapest first.
const (
	RunsEngine         Engine = iota // sequences of ASCII classes, anchored at both ends, no backtracking
	RE2Engine                        // package regexp
	SeveralEngine                    // package regexp several times: look-around that only says what else must match, or must not
	BacktrackingEngine               // package regexp2, in limited time: look-around, back references
)

// A ClassRun is Min to Max characters of a class; Max < 0 is no limit.
type ClassRun struct {
	Class    [2]uint64 // one bit per ASCII character
	Min, Max int
	Text     string // [A-Za-z], for the comment
}
