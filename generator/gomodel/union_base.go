package gomodel

// A UnionBase is the variant that a value is if no tag leads to another one: a base, of which the others are heirs. It has no unknown
// values, and each variant has a method that returns the members of the base.
type UnionBase struct {
	Type   Ident  // of the variant; the method has its name
	Extra  string // the field for members that it does not describe, "" for none
	Copies []BaseCopy
}

// A BaseCopy is the method of one variant. Where another union of the same base declares it, there is none.
type BaseCopy struct {
	Type   TypeExpr // of the variant
	Itself bool     // it is the base
	ByJSON bool     // its members are held in another way, so that they are written and read again
	Fields []CopiedField
}

// A CopiedField is a field of the base, filled from one of the variant, or with a constant.
type CopiedField struct {
	Name  string   // of the field of the base
	From  string   // of the field of the variant
	Value Literal  // what a variant without the field always has; nil: it has the field
	As    TypeExpr // the type of the base, if another one with the same values is to be converted; nil: none is
	Box   Box      // what the base has around the value and the variant has not; Plain: nothing
}
