package gomodel

// A Service is an interface with a method for each method of Client that is an operation, and the method of Client that gives one.
type Service struct {
	Head
	Adapter string // the method of Client; "": there is no client
	Served  bool   // a handler serves it
	Methods []ServiceMethod
}

// A ServiceMethod is a method of a [Service]. It has the name of the declaration of Call.
type ServiceMethod struct {
	Doc     Doc
	Call    *Operation
	Headers []string // that the document has for its successes
}

// AdapterType returns the name of the type that makes a Service of a Client. Support code declares that of one that handlers serve.
func (s *Service) AdapterType() string {
	if s.Served {
		return "clientProxy"
	}
	return "clientService"
}
