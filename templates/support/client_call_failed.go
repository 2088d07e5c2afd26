package support

// A CallError is a call without a response: parameters that break the document,
// no connection, a context that has ended.
type CallError struct {
	// Operation is the name of the method that was called.
	Operation string
	// Err is what went wrong.
	Err error
	// SentRequest is what was sent.
	SentRequest
}

// Error gives operation and reason.
func (e *CallError) Error() string {
	s := "support: " + e.Operation + ": " + e.Err.Error()
	if e.Attempts > 0 {
		s += e.effort()
	}
	return s
}

// Unwrap gives Err.
func (e *CallError) Unwrap() error { return e.Err }

// OperationName gives Operation.
func (e *CallError) OperationName() string { return e.Operation }

// HTTPStatus gives 0: there was no response.
func (e *CallError) HTTPStatus() int { return 0 }

// RequestID gives "": there was no response.
func (e *CallError) RequestID() string { return "" }
