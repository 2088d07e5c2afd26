package gomodel

// An Operation is a method of Client.
type Operation struct {
	Head            // Name is that of the method
	Method   string // as sent
	Path     []PathPart
	Params   Ident
	Accept   string     // "" for none
	Security [][]string // alternatives of scheme names; nil: none
	Result   Result
	Errors   []ErrorBody // in the order of the best match: exact codes, ranges, default
}

// A PathPart is text, or the parameter at index Param of [Params.Fields] if Text is "". Text is escaped already.
type PathPart struct {
	Text  string
	Param int
}

// A Result is what the method returns: [NoResult] or [ValueResult].
type Result interface{ isResult() }

type (
	// NoResult is error alone.
	NoResult struct{}
	// ValueResult is (T, error), T a pointer to a struct, or a type that has a nil.
	ValueResult struct {
		Type  TypeExpr // Pointer{OrderList}
		Codec Codec
		// Nullable: null is a valid answer and gives nil.
		Nullable bool
		Checks   []Check // of a value without check method: a list, a map or a scalar in place
		// Empty are the success codes without content: they give nil. A declared 2XX is no code.
		Empty []int
	}
)

func (NoResult) isResult()    {}
func (ValueResult) isResult() {}

// An ErrorBody is the type of APIError.Body for a status: 422, 4XX or default.
type ErrorBody struct {
	Status string
	Type   TypeExpr
	Codec  Codec
}

// A ServerURL is the const or the function with the base URL of a server: a const without variables.
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
	Default string
}

// A CredentialOption is With<Scheme>.
type CredentialOption struct {
	Head
	Scheme string // in Operation.Security
	Kind   CredentialKind
	In     string // for Key: header, query, cookie
	Wire   string // for Key: its name there
}

// A CredentialKind is what the option takes and does.
type CredentialKind string

// The kinds of credentials.
const (
	CredentialKey    CredentialKind = "key"    // a string sent in In as Wire
	CredentialBearer CredentialKind = "bearer" // Authorization: Bearer
	CredentialBasic  CredentialKind = "basic"  // user and password
	CredentialSigner CredentialKind = "signer" // func(*http.Request, body []byte) error
)

// A ValueOption is With<Parameter>: it gives a string parameter for all calls.
type ValueOption struct {
	Head
	Wire     string
	Argument string // Go name of the argument
	Field    string // Go name of the field in params, for the comment
}
