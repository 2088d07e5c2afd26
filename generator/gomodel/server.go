package gomodel

// A Handler is how a program serves the operations of a package: HandlerConfig, NewHandler and UnimplementedService. Its head is that of
// HandlerConfig.
type Handler struct {
	Head
	New, Unimplemented string // names
	NewDoc             Doc
	Service, Options   Ident
	Path               string // of the first server
	Schemes            []ServerScheme
	Served             []*Served
}

// A ServerScheme is the function of HandlerConfig that checks the credential of a security scheme.
type ServerScheme struct {
	Field string
	Doc   Doc
	Name  string // in the document
	Kind  CredentialKind
	In    Place  // of a key
	Wire  string // its name there
}

// A Served is how an operation is served: the reader of its parameters, and the row that a handler has for it.
type Served struct {
	Head           // its name is that of the method of serviceHandler
	Calls          []*Operation
	Params         *Params
	Request        ServedRequest
	Base           string      // the path of its own server, "" for that of the document
	Marks          []RouteMark // what tells it from others of its method and path
	Security       []SecurityNeeds
	Response       ServedResponse
	Switch         *StreamSwitch // a boolean that chooses between a whole and a stream; nil: none
	SwitchOptional bool          // the body or the field of Switch may be absent
	Unreachable    bool          // no request can be told from one for another operation, so a handler has no row for it
}

// A RouteMark is what a request has for an operation and not for others.
type RouteMark struct {
	Of    MarkKind
	Texts []string // the name of the parameter and its value; media types, "" for no body
}

// A MarkKind is where a mark stands.
type MarkKind string

// The kinds.
const (
	MarkHeader MarkKind = "header" // a parameter with one value
	MarkQuery  MarkKind = "query"  // the same
	MarkBody   MarkKind = "body"   // the media type of the body
	MarkAccept MarkKind = "accept" // the media type that the client likes best
)

// A ServedRequest says how parameters and bodies are read. Fields and Bodies go with those of [Params].
type ServedRequest struct {
	Parse    string // the function for those who have a router of their own
	ParseDoc Doc
	Fields   []ServedParam
	Bodies   []ServedBody
}

// A ServedParam is how a parameter is read.
type ServedParam struct {
	Shape   TextShape
	Default *Set // of a parameter that may be absent; nil: none
}

// A ServedBody is how a body is read.
type ServedBody struct {
	Types []string    // the media types of the document that are read in the way in which the body is written
	Shape TextShape   // of a form or a text
	Parts []TextShape // of the fields of a multipart body
	Pairs bool        // Types has a form that is not multipart
	Also  []AlsoRead
}

// An AlsoRead is another way in which the same field is read.
type AlsoRead struct {
	Types []string
	Write BodyWriter // what it is the way back of
	Shape TextShape
}

// A TextShape says how texts become JSON: the kinds of values that a schema allows.
type TextShape struct {
	Text, Number, Bool bool
	Items              *TextShape   // of a list
	Members            []TextMember // of an object
	Rest               *TextShape   // of other members; nil: there are none
}

// A TextMember is a member of an object.
type TextMember struct {
	Name  string
	Shape TextShape
}

// SecurityNeeds are the schemes that are needed together; none: anybody may call.
type SecurityNeeds []SecurityNeed

// A SecurityNeed is a scheme of the document with what it must grant.
type SecurityNeed struct {
	Scheme string
	Scopes []string
}

// A ServedResponse is what the document says about responses.
type ServedResponse struct {
	Success  []string // statuses, the best first
	Empty    []string // those of them that have no body
	Headers  string   // the function that reads and checks the headers of successes, "" for none
	Needed   []NeededHeaders
	Set      *HeaderSetter // nil: there are none
	Failures []ServedFailure
	Contents []ServedContent
}

// A HeaderSetter is Set<Op>Header: it sets the headers of a success.
type HeaderSetter struct {
	Name string
	Doc  Doc
	Type *HeaderType
	From Ident // the function that gives the headers
}

// A ServedFailure is the body of a failure.
type ServedFailure struct {
	Status  string
	Media   string   // "" for no body that Go has a type for
	Type    TypeExpr // nil: a text, or none
	Codec   Codec
	Checks  []Check
	Problem ProblemShape
}

// A ProblemShape says whether problem details (RFC 9457) are valid as the body of a failure.
type ProblemShape string

// The shapes.
const (
	NoProblem     ProblemShape = "noProblem"
	OpenProblem   ProblemShape = "openProblem"   // with members of our own
	ClosedProblem ProblemShape = "closedProblem" // without them
)

// A ServedContent is a media type of a success, and the method that gives it.
type ServedContent struct {
	Media string // "" if there is no body
	Call  *Operation
	Cases []string // the media types of the cases of a [OneOfResult]
}
