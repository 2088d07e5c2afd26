package gomodel

// A Sender is the type by which a server sends webhooks and callbacks, and the function that makes one.
type Sender struct {
	Head
	Make    string // the name of the function
	MakeDoc Doc
}

// A Send is a method of the [Sender]: an operation that goes to the URL that the caller gives. Its Grouped has the name of the type.
type Send struct{ Operation }

// A CallbackURL is a function that gives the URL of a callback from the parameters of the operation that has it.
type CallbackURL struct {
	Head
	Expression string // the URL, with runtime expressions in braces
	Params     Ident
	Values     []CallbackValue
}

// A CallbackValue is what a runtime expression means.
type CallbackValue struct {
	Expression string // without braces
	Field      string // of the parameters
	Pointer    string // into the value of the field, "" for all of it
}
