package support

import (
	"fmt"
	"slices"
	"strings"
)

// A failureBody is what the document says about the body of a status ("422"), of a range ("4XX") or of "default".
type failureBody struct {
	status, mediaType string
	body              func() bodyType // nil: there is no body
	problem           problemKind
}

// A problemKind says whether the default body is one of the document.
type problemKind uint8

const (
	noProblem     problemKind = iota
	openProblem               // with members that the document does not name
	closedProblem             // without
)

// A bodyType is the type of the body of a failure.
type bodyType struct {
	name  string
	write func(body any) func(*jsonWriter) // nil: the body is of another type
	check func(body any) error             // of a body of the type
}

// bodyOf is a T. check may be nil.
func bodyOf[T any](write func(*jsonWriter, T), check func(T) error) bodyType {
	t := bodyType{name: strings.TrimPrefix(fmt.Sprintf("%T", new(T)), "*")}
	t.write = func(body any) func(*jsonWriter) {
		v, ok := body.(T)
		if !ok {
			return nil
		}
		return func(w *jsonWriter) { write(w, v) }
	}
	t.check = func(body any) error {
		if v, ok := body.(T); ok && check != nil {
			return check(v)
		}
		return nil
	}
	return t
}

// asBody is a body that writes and checks itself.
func asBody[T jsonEncoder]() bodyType {
	return bodyOf(func(w *jsonWriter, v T) { v.encode(w) }, func(v T) error {
		if c, ok := any(v).(jsonChecker); ok {
			return validate("failure", c)
		}
		return nil
	})
}

// asFunc is a body that functions write and check.
func asFunc[T any](write func(*jsonWriter, T), check func(T) error) func() bodyType {
	return func() bodyType { return bodyOf(write, check) }
}

// asText is a text.
func asText() bodyType {
	return bodyOf(func(w *jsonWriter, text string) { w.buf = append(w.buf, text...) }, nil)
}

// failureOf finds what the document says about a status: of its bodies the one that fits, else the first. Without a body that is one
// that may be the default. write is nil if there is no body, or none fits. known has no status if the document says nothing.
func (o *operation) failureOf(code int, body any) (known failureBody, write func(*jsonWriter)) {
	if o == nil { // the document says nothing
		return failureBody{mediaType: "application/json"}, asBody[jsonEncoder]().write(body)
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
				if write = f.body().write(body); write != nil {
					return f, write
				}
			}
		}
		if known.status != "" {
			return known, nil
		}
	}
	for i := range o.failures { // a body of another status, where the document says nothing
		if f := o.failures[i]; body != nil && f.body != nil {
			if write = f.body().write(body); write != nil {
				return failureBody{mediaType: f.mediaType}, write
			}
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

// misfit says what the document has in place of e.
func (o *operation) misfit(e *APIError) error {
	known, _ := o.failureOf(e.StatusCode, e.Body)
	var types []string
	for _, f := range o.failures {
		if name := f.typeName(); f.status == known.status && !slices.Contains(types, name) {
			types = append(types, name)
		}
	}
	given := "no body"
	if e.Body != nil {
		given = fmt.Sprintf("%T", e.Body)
	}
	if types == nil || e.StatusCode < 300 || e.StatusCode > 999 {
		return fmt.Errorf("the document of %s has no failure with status %d, which the method gave with %s", o.name, e.StatusCode, given)
	}
	return fmt.Errorf("the document of %s has status %d with %s; the method gave %s", o.name, e.StatusCode, strings.Join(types, " or "), given)
}

// typeName is the Go type of the body.
func (f failureBody) typeName() string {
	if f.body == nil {
		return "no body"
	}
	return f.body().name
}

// broken says in what the body of a failure breaks the document.
func (o *operation) broken(e *APIError) error {
	known, write := o.failureOf(e.StatusCode, e.Body)
	if write == nil {
		return nil
	}
	if err := known.body().check(e.Body); err != nil {
		return fmt.Errorf("status %d of %s: %w", e.StatusCode, o.name, err)
	}
	return nil
}
