package gomodel

// Params are the parameters of an operation: type ListOrdersParams struct, its Validate and its check.
type Params struct {
	Head
	Operation string // the method of Client, for links
	Fields    []Param
	Bodies    []*BodyField // of several, one is sent
	// BodyRequired: of several bodies, one must be given. One alone says so itself.
	BodyRequired bool
}

// A Param is one parameter. The field is nil or zero where Field.Hold says so; Wire is the name of the parameter.
type Param struct {
	Field
	In    Place
	Write ParamWriter
	// Option is the name of the [ValueOption] that gives it for all calls, "" for none.
	Option string
	Key    KeyRole
	Read   Codec // how a server reads a [ListParam]; nil: it has another writer, or there is no server
}

// A KeyRole says whether a parameter is the idempotency key of its operation.
type KeyRole uint8

// The roles.
const (
	NoKey     KeyRole = iota
	KeyGiven          // the caller gives it, or nobody
	KeyFilled         // a random UUID is one, if the caller gives none
)

// A Place is where a parameter stands in a request.
type Place string

// The places.
const (
	InPath   Place = "path"
	InQuery  Place = "query"
	InHeader Place = "header"
	InCookie Place = "cookie"
)

// A ParamWriter is how a parameter becomes text: [ScalarParam], [ListParam], [StyledParam] or [FormParam].
type ParamWriter interface{ isWriter() }

type (
	// ScalarParam is a value that is written alone; its codec is a [Scalar] or an [EnumCodec].
	ScalarParam struct{}
	// ListParam is a list in a query, style form: name=a&name=b, or name=a,b if it is not exploded. Its codec is a [ListCodec] of
	// a [Scalar] or an [EnumCodec].
	ListParam struct{ Explode bool }
	// StyledParam is a value of any type in any place: support code turns its JSON into a style.
	StyledParam struct {
		Style             string // of the document, or [StyleJSON]
		Explode, Reserved bool
		// Whole: it is the whole query string, without a name.
		Whole bool
	}
	// FormParam is the whole query string, written like a body that is a form.
	FormParam struct{ Parts []PartStyle }
)

// StyleJSON is the style of a parameter with content: JSON text.
const StyleJSON = "json"

func (ScalarParam) isWriter() {}
func (ListParam) isWriter()   {}
func (StyledParam) isWriter() {}
func (FormParam) isWriter()   {}

// A BodyField is a field for what is sent: Body, or BodyText beside it where the document has several.
type BodyField struct {
	Field
	MediaType string // as it is sent
	Write     BodyWriter
}

// A BodyWriter is how a body is written: [JSONBody], [URLForm], [MultipartBody], [TextBody], [XMLBody] or [StreamBody];
// [PartsBody] is read only.
type BodyWriter interface{ isBodyWriter() }

type (
	// JSONBody is a JSON value.
	JSONBody struct{}
	// URLForm is application/x-www-form-urlencoded: the members of an object.
	URLForm struct{ Parts []PartStyle }
	// MultipartBody is a [Form], which writes itself.
	MultipartBody struct{}
	// PartsBody is a multipart body whose parts are the members of an object that has no files. Only servers read one.
	PartsBody struct{ Parts []PartStyle }
	// TextBody is the text of a scalar.
	TextBody struct{}
	// XMLBody is what encoding/xml makes of the value.
	XMLBody struct{ Root XMLRoot }
	// StreamBody is an io.Reader. Choice is the field for its media type where the document allows several, "" for none; Allowed
	// are those, "" for all.
	StreamBody struct{ Choice, Allowed string }
)

func (JSONBody) isBodyWriter()      {}
func (URLForm) isBodyWriter()       {}
func (MultipartBody) isBodyWriter() {}
func (PartsBody) isBodyWriter()     {}
func (TextBody) isBodyWriter()      {}
func (XMLBody) isBodyWriter()       {}
func (StreamBody) isBodyWriter()    {}

// A PartStyle is how a member of a form is written, where the document says it (OAS: Encoding Object). Without a style its media
// type counts.
type PartStyle struct {
	Name      string
	Style     *StyledParam
	MediaType string
}

// A Form is a multipart body: a struct that writes each of its fields as a part.
type Form struct {
	Head
	Operation string // the method of Client that sends it
	Fields    []FormField
	InOrder   bool // the first part is the root (RFC 2387); else files are sent last
}

// A FormField is a part of a form, or several parts if it is a list.
type FormField struct {
	Field
	Part PartStyle
	File FileKind
	// Allowed are the media types and ranges that a file may have, "" for all.
	Allowed string
}

// A FileKind says whether a field is a file: FormFile of support code.
type FileKind uint8

// The kinds.
const (
	NoFile    FileKind = iota
	OneFile            // FormFile, or *FormFile if it may be absent
	ManyFiles          // []FormFile
)

// An XMLRoot is the outermost element of a body of XML.
type XMLRoot struct {
	Name, Namespace, Prefix string // Name is "" in a response whose document does not say it
}
