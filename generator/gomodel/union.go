package gomodel

import "github.com/oas2go/oas2go/generator/diag"

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
	Rule string
}

// A Variant is one member of a union.
type Variant struct {
	Type  TypeExpr // Pointer{OrderCreated}, or Named KeyInt64, a value; of the package itself
	Codec Codec
	From  diag.Pos
}

// A Choose is how a reader finds the variant: [ByTag], [ByKey], [ByKind] or [BySchema].
type Choose interface{ isChoose() }

type (
	// ByTag looks at a string member.
	ByTag struct {
		Wire  string
		Cases []TagCase
	}
	// ByKey looks for a member that only one variant may have, and must have.
	ByKey struct{ Cases []TagCase }
	// ByKind looks at the kind of the JSON value: each kind has at most one variant, but for objects, of which Objects knows more.
	ByKind struct {
		Cases   []KindCase
		Objects Choose // nil: at most one variant is an object
	}
	// BySchema judges the value by the rule of each variant. What fits none may still be found by a tag, but only by a tolerant
	// reader: Wire is "" if there is no discriminator.
	BySchema struct {
		Cases []SchemaCase
		Wire  string
		Tags  []TagCase
	}
	// SchemaCase is a variant with its rule.
	SchemaCase struct {
		Rule    string
		Variant int
	}
	// TagCase is one value of the tag, or the name of one member.
	TagCase struct {
		Value   string
		Variant int
	}
	// KindCase sends a kind of JSON to a variant.
	KindCase struct {
		Kind    JSONKind
		Variant int
	}
)

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
