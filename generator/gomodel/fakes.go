package gomodel

// An ExampleService is a service whose methods give examples, with the function that makes one.
type ExampleService struct {
	Head
	New     string
	NewDoc  Doc
	Service Ident
}

// An ExampleSet has the examples of one operation, and the methods of an [ExampleService] that give them. Its name is that of the method
// that gives the set.
type ExampleSet struct {
	Head
	Owner    string // the ExampleService
	Service  Ident
	Calls    []*Operation
	Success  []SetExample // those of the first status first
	Failures []SetExample
	Bodies   []ErrorBody // the types of failures
}

// A SetExample is a response that the document allows.
type SetExample struct {
	Call   *Operation // the method that gives it, nil for a failure
	Status string     // 200, 4XX or default
	Name   string     // in the document, "" for none
	Header []SentHeader
	Text   bool   // Body is no JSON
	Body   string // "" for none
}

// A SentHeader is a header as it is sent.
type SentHeader struct{ Name, Text string }
