package gomodel

// An Operation is a method of Client.
type Operation struct {
	Head     // Name is that of the method, if its operation is in no group
	Grouped  Grouped
	ID       string // the operationId of the document, "" for none
	Template string // the path of the document
	Method   string // as sent
	Path     []PathPart
	Query    []PathPart // fixed text of the path template behind a question mark
	Params   Ident
	Accept   string     // "" for none
	Security [][]string // alternatives of [CredentialOption.Const]; nil: none
	Server   *OwnServer // nil: that of the client
	Result   Result
	Errors   []ErrorBody // in the order of the best match: exact codes, ranges, default
	Headers  string      // the function that reads and checks the headers of successes, "" for none
	Needed   []NeededHeaders
	Tolerate []Tolerance // wrong JSON types that are read all the same in its responses
	Switches []StreamSwitch
	Reads    Reading
	Receiver bool // the caller gives the URL: it is a [Send]
}

// A StreamSwitch is a boolean that a method sets to get a sequence, because other methods of the operation get a whole value.
type StreamSwitch struct {
	Body  string // the [BodyField] that has it, "" for a parameter
	Field Field
}

// Reading is what the client must know of media types and statuses to read the responses to an operation.
type Reading struct {
	Texts    []string // statuses of failures whose body is text
	AnyType  []string // statuses, or 2XX, whose JSON may be labelled as anything
	Media    string   // the media types of bytes or of a text, if Operation.Accept has others; "" else
	Location bool     // the only successes are redirects, which are not followed
}

// NeededHeaders are the headers that a success must have and others need not.
type NeededHeaders struct {
	Status string // 200, 2XX or default
	Names  []string
}

// A Tolerance is a wrong JSON type that a client reads all the same, as the configuration calls it.
type Tolerance string

// The tolerances.
const (
	NumbersAsStrings Tolerance = "numbers-as-strings" // "5" for a number
	StringsAsNumbers Tolerance = "strings-as-numbers" // 5 for a string
)

// Tolerances returns all of them.
func Tolerances() []Tolerance { return []Tolerance{NumbersAsStrings, StringsAsNumbers} }

// An OwnServer is the base URL of an operation that the document puts on another server than the rest.
type OwnServer struct {
	URL  string
	Main []string // the base URLs of the document; a client with another one stays there
}

// A PathPart is text, or the parameter at index Param of [Params.Fields] if Text is "". Text is escaped already.
type PathPart struct {
	Text  string
	Param int
}

// A Result is what the method returns: [NoResult], [ValueResult], [ReaderResult], [SequenceResult] or [OneOfResult].
type Result interface{ isResult() }

type (
	// NoResult is error alone.
	NoResult struct{}
	// ValueResult is (T, error), T a pointer to a struct, or a type that has a nil, or any type of text.
	ValueResult struct {
		Type  TypeExpr // Pointer{OrderList}
		Codec Codec
		Form  BodyForm
		// Nullable: null is a valid response and gives nil.
		Nullable bool
		Checks   []Check // of a value without check method: a list, a map or a scalar in place
		// Empty are the success codes without content: they give nil. A declared 2XX is no code.
		Empty []int
		Root  XMLRoot // for FormXML
	}
	// ReaderResult is (io.ReadCloser, error): the body as it comes from the network.
	ReaderResult struct{ Empty []int }
	// SequenceResult is iter.Seq2[T, error], T a StreamEvent if Events.
	SequenceResult struct {
		Type   TypeExpr // of an item, or of the data of an event
		Codec  Codec
		Form   BodyForm
		Checks []Check
		// Nullable: null is a valid item and gives the zero value.
		Nullable bool
		Events   bool
		// Failures are the bodies of failures of other operations, which an item may be too. They have no status.
		Failures []ErrorBody
	}
	// OneOfResult is (U, error), U a [ResultUnion]: the body depends on the status.
	OneOfResult struct {
		Union Ident
		Cases []ResultCase
		Empty []int
	}
)

func (NoResult) isResult()       {}
func (ValueResult) isResult()    {}
func (ReaderResult) isResult()   {}
func (SequenceResult) isResult() {}
func (OneOfResult) isResult()    {}

// A BodyForm is how a body is read.
type BodyForm string

// The forms of bodies.
const (
	FormJSON   BodyForm = "json"
	FormText   BodyForm = "text"   // a scalar as plain text
	FormXML    BodyForm = "xml"    // by encoding/xml
	FormReader BodyForm = "reader" // an io.ReadCloser
)

// A ResultCase is the body of one status of a [OneOfResult].
type ResultCase struct {
	Status   string
	Media    string // of a text or of bytes
	Variant  Ident  // the struct that is the variant
	Type     TypeExpr
	Codec    Codec
	Form     BodyForm
	Wrapped  bool // the body is the field Body of the variant
	Nullable bool // null is a valid body, and gives the zero value
}

// A ResultUnion is the interface of several kinds of success, with the structs around bodies that are no structs themselves.
type ResultUnion struct {
	Head
	Marker   string
	Variants []ResultVariant
}

// A ResultVariant is a struct that implements a [ResultUnion].
type ResultVariant struct {
	Name string
	Doc  Doc      // of a struct to declare
	Body TypeExpr // its only field; nil: the struct is declared elsewhere
}

// An ErrorBody is the type of APIError.Body for a status: 422, 4XX or default.
type ErrorBody struct {
	Status string
	Type   TypeExpr
	Codec  Codec
	Checks []Check // of a value that has no method for them, where a server sends it
}

// A HeaderType is the struct of the typed headers of a response or of a request to a webhook, with the function that reads it.
type HeaderType struct {
	Head
	Parse    string // its name
	ParseDoc Doc
	Fields   []HeaderField
}

// A HeaderField is a header.
type HeaderField struct {
	Field
	Form HeaderForm
}

// A HeaderForm is how the text of a header becomes JSON, which the codec of the field reads.
type HeaderForm string

// The forms of headers.
const (
	HeaderText  HeaderForm = "text"  // a string
	HeaderPlain HeaderForm = "plain" // a number or a boolean, or JSON
	HeaderTexts HeaderForm = "texts" // a list of strings
	HeaderList  HeaderForm = "list"  // a list of numbers or booleans
)

// A ServerURL is the base URL of a server: a const without variables, a function of one variable, a struct of several with a method
// URL.
type ServerURL struct {
	Head
	Parts     []URLPart
	Variables []ServerVar
}

// A URLPart is text, or the variable at index Var of [ServerURL.Variables] if Text is "".
type URLPart struct {
	Text string
	Var  int
}

// A ServerVar is a parameter of the function.
type ServerVar struct {
	Name    string // Go name
	Wire    string
	Default string
	Enum    []string // nil: any value
	Doc     Doc      // of a field
}

// A CredentialOption is With<Scheme> with what belongs to it: the constant that names the scheme in support code, With<Scheme>Source, and
// With<Scheme>ClientCredentials.
type CredentialOption struct {
	Head
	Const  string // in Operation.Security
	Kind   CredentialKind
	In     string // header, query or cookie; "" for a certificate
	Wire   string // its name there
	Source *SourceOption
	Client *ClientOption
}

// OptionNames returns the names of the options that a declaration has.
func OptionNames(o *CredentialOption) []string {
	names := []string{o.Name}
	if o.Source != nil {
		names = append(names, o.Source.Name)
	}
	if o.Client != nil {
		names = append(names, o.Client.Name)
	}
	return names
}

// A SourceOption is With<Scheme>Source.
type SourceOption struct {
	Name string
	Doc  Doc
}

// A ClientOption is With<Scheme>ClientCredentials.
type ClientOption struct {
	Name     string
	Doc      Doc
	TokenURL string // the name of the constant
}

// A CredentialKind is what the option takes and does.
type CredentialKind string

// The kinds of credentials.
const (
	CredentialKey    CredentialKind = "key"    // a string sent in In as Wire
	CredentialBearer CredentialKind = "bearer" // Authorization: Bearer
	CredentialBasic  CredentialKind = "basic"  // user and password
	CredentialSigner CredentialKind = "signer" // func(*http.Request, body []byte) error
	CredentialCert   CredentialKind = "cert"   // a tls.Certificate
)

// TextConstants are constants that stand together, such as the scopes of a security scheme. The name of the first one is that of the
// declaration.
type TextConstants struct {
	Head
	List []TextConstant
}

// A TextConstant is one of them.
type TextConstant struct {
	Name, Text string
	About      string // a comment behind it, "" for none
}

// A ValueOption is With<Parameter>: it gives a string parameter for all calls.
type ValueOption struct {
	Head
	Wire     string
	Argument string // Go name of the argument
	Field    string // Go name of the field in params, for the comment
}

// A Webhook is a function that makes the handler of a webhook or a callback.
type Webhook struct {
	Head
	What   string // webhook newPet
	Method string
	Status int          // of the response if nothing is wrong
	Header *HeaderType  // declared beside it; nil for none
	Body   *WebhookBody // nil: the function of the user reads it
}

// A WebhookBody is the JSON that the API sends.
type WebhookBody struct {
	Type     TypeExpr
	Codec    Codec
	Nullable bool
	Checks   []Check // of a value without check method
}
