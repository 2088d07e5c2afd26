package gomodel

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
)

// A Union is a sealed interface with its marker methods, its readers and its Unknown type. A type in two unions is a variant of
// both: each union declares its own marker, so the type itself knows nothing of them.
type Union struct {
	Head
	Keyword string // oneOf, anyOf or type: the rule that an unfit value breaks
	Marker  string // isEvent
	Unknown string // EventUnknown
	// Unmarshal and Validate are the names of its functions: UnmarshalEvent, ValidateEvent.
	Unmarshal, Validate string
	Variants            []Variant
	Choose              Choose
	Base                *UnionBase // of a union of heirs, which has no Unknown; nil: none
	// Rule says what is valid where the variants are not disjoint; "": each variant says it by itself.
	Rule     string
	Nullable bool // null is valid: nil
	Covered  bool // a rule around it judges what is written, so the writer compares the tags
}

// A Variant is one member of a union.
type Variant struct {
	Type  TypeExpr // Pointer{OrderCreated}, or Named KeyInt64, a value; of the package itself
	Codec Codec
	Tag   *VariantTag // nil: it has no field for the tag
	Ruled bool        // the rule of the union judges it, because its tag does not tell it apart from all others
	From  diag.Pos
}

// A VariantTag is the field of a variant that tells which it is. It is of a string, an integer or a boolean, and is held plain or by a
// pointer.
type VariantTag struct {
	Field   string    // Go name
	Wire    string    // name in JSON
	Values  []Literal // that lead to the variant, the first is written
	Not     []Literal // the values that lead to others, for a variant that all other values lead to; nil: only Values lead here
	Known   []Literal // of Values or Not, those that messages name; nil: all
	Compare bool      // its own checks do not compare it
	Fill    bool      // the writer of the union fills in an empty one: the struct does not
	Empty   bool      // an empty one is wrong, as those of Not are
}

// A Choose is how a reader finds the variant: [ByTag], [ByKey], [ByKind] or [BySchema].
type Choose interface{ isChoose() }

type (
	// ByTag looks at a member that is a string, an integer or a boolean.
	ByTag struct {
		Wire    string
		Cases   []TagCase
		Default *TagTarget // where the tag is missing or unknown; nil: none
		Refused []Literal  // values that must not be here, though Default judges the rest
		Known   []Literal  // the values that messages name; nil: all
		// Else finds the variant where the tag does not: where it is missing, has one of the values Shared, or, if Open, is unknown.
		// Nil: a missing tag breaks "required".
		Else   Choose
		Shared []Literal
		Open   bool
	}
	// ByKey looks for a member that only one variant may have, and must have.
	ByKey struct{ Cases []KeyCase }
	// ByKind looks at the kind of the JSON value: each kind has at most one variant, but for objects, of which Objects knows more.
	ByKind struct {
		Cases   []KindCase
		Objects Choose // nil: at most one variant is an object
	}
	// BySchema judges the value by the rule of each variant. What fits none may still be found by a tag, but only by a tolerant
	// reader: Wire is "" if there is no discriminator.
	BySchema struct {
		Rule  string // of all together: where it does not hold, none fits
		Cases []SchemaCase
		Wire  string
		Tags  []KeyCase
		// Evidence may tell without the rules; nil: it never does.
		Evidence *Evidence
	}
	// Evidence tells the cases of a BySchema apart by the names of members. Sets of members are bits.
	Evidence struct {
		Members  []string // that a case requires
		Leads    []int    // by member: the case that is read on trial where the member comes first; -1: none
		Required []uint64 // by case: what it requires
		Forbids  []uint64 // by case: what it must not have
	}
	// SchemaCase is a variant with its rule.
	SchemaCase struct {
		Rule    string
		Variant int
	}
	// TagCase is one value of a tag.
	TagCase struct {
		Value  Literal
		Target TagTarget
	}
	// TagTarget is where a tag leads: to a variant, or to several that are told apart further.
	TagTarget struct {
		Variant int
		Within  Choose // nil: to Variant
	}
	// KeyCase is the name of a member, or the text of a tag.
	KeyCase struct {
		Value   string
		Variant int
	}
	// KindCase sends a kind of JSON to a variant.
	KindCase struct {
		Kind    JSONKind
		Variant int
	}
)

// fits reports whether evidence is of a number of cases.
func (e *Evidence) fits(cases int) bool {
	return len(e.Leads) == len(e.Members) && len(e.Required) == cases && len(e.Forbids) == cases &&
		!slices.ContainsFunc(e.Leads, func(lead int) bool { return lead >= cases })
}

// ByEvidence returns the choice among the objects of a union if they may be told apart by evidence, else nil.
func (u *Union) ByEvidence() *BySchema {
	how := u.Choose
	if kinds, ok := how.(ByKind); ok {
		how = kinds.Objects
	}
	if c, ok := how.(BySchema); ok && c.Evidence != nil {
		return &c
	}
	return nil
}

func (ByTag) isChoose()    {}
func (ByKey) isChoose()    {}
func (ByKind) isChoose()   {}
func (BySchema) isChoose() {}

// A JSONKind is what a JSON text begins with.
type JSONKind byte

// The kinds. A number without fraction is a KindInteger, whatever its notation.
const (
	KindNull    JSONKind = 'n'
	KindBool    JSONKind = 'b'
	KindInteger JSONKind = 'i'
	KindNumber  JSONKind = '0'
	KindString  JSONKind = '"'
	KindArray   JSONKind = '['
	KindObject  JSONKind = '{'
)
