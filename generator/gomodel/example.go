package gomodel

// An Example is a function of the tests of a package that shows a call: ExampleClient_ListOrders.
type Example struct {
	Head
	Method      string // behind a client: ListOrders, or Orders.List
	Params      Ident
	Sets        []Set // of the parameters; none: they are nil
	Credentials []SampleCredential
	Result      Result
	Server      string          // the function that starts its server
	Response    *SampleResponse // nil: the example is compiled and not run
}

// An ExampleServer is the function that starts the server of an example. It stands once in the file of the examples.
type ExampleServer struct{ Head }

// A SampleCredential is an option that gives a made-up credential.
type SampleCredential struct {
	Option Ident
	Kind   CredentialKind // a key, a bearer or basic
}

// A SampleResponse is what the server of an example sends, and what the example prints of it.
type SampleResponse struct {
	Status int
	Media  string // "" without body
	Body   string
	Shown  *Shown // nil: nothing is printed
}

// Shown is a part of a result.
type Shown struct {
	Field   string // Go name; "" for the length of a list
	Pointer bool   // the field is a pointer
	Text    string // what is printed
}
