package support

// A failureBody is what the document says about the body of a status ("422"), of a range ("4XX") or of "default".
type failureBody struct {
	status, mediaType string
	body              func(any) func(*jsonWriter) // writes one, nil if it is not of the type; the function is nil: there is no body
	problem           problemKind
}

// A problemKind says whether the default body is one of the document.
type problemKind uint8

const (
	noProblem     problemKind = iota
	openProblem               // with members that the document does not name
	closedProblem             // without
)

// asBody takes a body that is a T.
func asBody[T jsonEncoder](body any) func(*jsonWriter) {
	if v, ok := body.(T); ok {
		return v.encode
	}
	return nil
}

// asFunc takes a body that is a T and is written by a function.
func asFunc[T any](write func(*jsonWriter, T)) func(any) func(*jsonWriter) {
	return func(body any) func(*jsonWriter) {
		v, ok := body.(T)
		if !ok {
			return nil
		}
		return func(w *jsonWriter) { write(w, v) }
	}
}

// asText takes a body that is a string.
func asText(body any) func(*jsonWriter) {
	text, ok := body.(string)
	if !ok {
		return nil
	}
	return func(w *jsonWriter) { w.buf = append(w.buf, text...) }
}

// failureOf finds what the document says about a status: of its bodies the one that fits, else the first. Without a body that is one
// that may be the default. write is nil if there is no body, or none fits.
func (o *operation) failureOf(code int, body any) (known failureBody, write func(*jsonWriter)) {
	if o == nil { // the document says nothing
		return failureBody{mediaType: "application/json"}, asBody[jsonEncoder](body)
	}
	for _, wanted := range statuses(code) {
		for _, f := range o.failures {
			if f.status != wanted {
				continue
			}
			if known.status == "" || known.problem == noProblem && f.problem != noProblem {
				known = f
			}
			if body != nil && f.body != nil {
				if write = f.body(body); write != nil {
					return f, write
				}
			}
		}
		if known.status != "" {
			break
		}
	}
	return known, nil
}

// hasFailure reports whether the document has a failure with the status and the body of e.
func (o *operation) hasFailure(e *APIError) bool {
	known, write := o.failureOf(e.StatusCode, e.Body)
	switch {
	case known.status == "" || e.StatusCode < 300 || e.StatusCode > 999:
		return false
	case e.Body != nil:
		return write != nil
	}
	return known.body == nil || e.Operation == "" && known.problem != noProblem // the default body will do
}
