package gomodel

// Params are the parameters of an operation: type ListOrdersParams struct, its Validate and its check.
type Params struct {
	Head
	Operation string // the method of Client, for links
	Fields    []Param
	Body      *BodyField
}

// A Param is one parameter. The field is nil or zero where Field.Hold says so; Wire is the name of the parameter.
type Param struct {
	Field
	In    Place
	Write ParamWriter
	// Option is the name of the [ValueOption] that gives it for all calls, "" for none.
	Option string
}

// A Place is where a parameter stands in a request.
type Place string

// The places.
const (
	InPath   Place = "path"
	InQuery  Place = "query"
	InHeader Place = "header"
)

// A ParamWriter is how a parameter becomes text: [ScalarParam] or [ListParam].
type ParamWriter interface{ isWriter() }

type (
	// ScalarParam is a value that is written alone; its codec is a [Scalar] or an [EnumCodec].
	ScalarParam struct{}
	// ListParam is a list in a query, style form: name=a&name=b, or name=a,b if it is not exploded.
	ListParam struct {
		Elem    Codec // a [Scalar] or an [EnumCodec]
		Explode bool
	}
)

func (ScalarParam) isWriter() {}
func (ListParam) isWriter()   {}

// A BodyField is the field Body: a JSON value.
type BodyField struct {
	Field
	MediaType string // application/json or a +json type
}
