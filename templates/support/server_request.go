package support

import (
	"errors"
	"net/http"
	"slices"
	"strings"
)

// A requestReader reads the parameters and the body of one operation. It notes what is wrong and reads on.
type requestReader struct {
	r          *http.Request
	x          *exchange // nil below the router of somebody else
	options    *HandlerOptions
	query      []rawPair
	cookies    []string // the names of those that were read
	violations []Violation
	err        error  // that ends the reading
	noBody     bool   // it is left alone, or could not be read
	mediaType  string // of the body, as the document has it
	parts      *formReader
	defaults   []func() // of parameters that are absent
	room       readingRoom
	checker
}

// A readingRoom is what reading a parameter takes, used again for the next one.
type readingRoom struct {
	pair   [1]rawPair // of the path or a header
	reader jsonReader
	writer jsonWriter
	text   [128]byte // the buffer of the writer, if that is enough
}

// requestParams is a generated type that can read itself from a request.
type requestParams interface {
	jsonChecker
	read(in *requestReader)
}

// paramsOf is the parameters of a method.
type paramsOf[T any] interface {
	*T
	requestParams
}

// paramsFor gives the parameters of a method, which are read once and validated.
func paramsFor[T any, P paramsOf[T]](x *exchange) (P, error) {
	if p, ok := x.params.(P); ok {
		return p, nil
	}
	p := P(new(T))
	x.params = p
	x.in.r, x.in.x, x.in.options = x.r, x, &x.h.options
	return p, x.in.readAll(x.op.params, p)
}

// parseParams is paramsFor below the router of somebody else, which has set the path values.
func parseParams[P requestParams](r *http.Request, subject string, p P) (P, error) {
	var options HandlerOptions
	options.setDefaults()
	in := requestReader{r: r, options: &options}
	return p, in.readAll(subject, p)
}

func (in *requestReader) readAll(subject string, p requestParams) error {
	in.query = rawPairs(in.r.URL.RawQuery, "&")
	if len(in.query) > in.options.MaxParams {
		return &requestError{status: http.StatusBadRequest, error: errors.New("the query has too many parameters")}
	}
	if in.x != nil {
		in.reserve()
	}
	if p.read(in); in.err != nil {
		return in.err
	}
	if in.options.StrictQuery {
		in.strictQuery()
	}
	p.check(&in.checker)
	if bad, ok := in.result(subject).(*InvalidError); ok {
		for _, v := range bad.Violations {
			if !in.follows(v) {
				in.violate(v)
			}
		}
	}
	if len(in.violations) == 0 {
		if in.defaults != nil {
			in.fillIn()
		}
		return nil
	}
	return &requestError{status: http.StatusBadRequest, error: &InvalidError{Subject: subject, Violations: in.violations}}
}

// follows reports whether a violation follows from one that was found by reading: what cannot be read is zero.
func (in *requestReader) follows(v Violation) bool {
	if v.In == "body" && in.noBody {
		return true
	}
	return slices.ContainsFunc(in.violations, func(n Violation) bool {
		return n.In == v.In && (n.Pointer == v.Pointer || strings.HasPrefix(v.Pointer, n.Pointer+"/"))
	})
}

// note adds what is wrong with a part of the request.
func (in *requestReader) note(place, pointer string, err error) {
	if bad, ok := errors.AsType[*InvalidError](err); ok {
		for _, v := range bad.Violations {
			v.In, v.Pointer = place, pointer+v.Pointer
			in.violate(v)
		}
	}
}

// violate adds a violation, unless the handler is tolerant of it.
func (in *requestReader) violate(v Violation) {
	isOther := v.In == "body" && v.Limit == "false" && (v.Rule == "additionalProperties" || v.Rule == "unevaluatedProperties")
	if len(in.violations) < maxViolations && !(in.options.Tolerant && isOther) {
		in.violations = append(in.violations, v)
	}
}

func (in *requestReader) missing(place, pointer string) {
	in.violate(Violation{In: place, Pointer: pointer, Rule: "required"})
}

// reserve marks the pairs of the query that are credentials or belong to the path: no parameter that takes the rest is to have them.
func (in *requestReader) reserve() {
	for i := range in.query {
		p := &in.query[i]
		isKey := func(s scheme) bool { return s.query != "" && s.query == p.name }
		isInPath := func(pair string) bool { return pair == p.name || strings.HasPrefix(pair, p.name+"=") }
		p.used = slices.ContainsFunc(in.x.h.schemes, isKey) || slices.ContainsFunc(in.x.op.route.query, isInPath)
	}
}

// strictQuery finds pairs of the query that nothing reads.
func (in *requestReader) strictQuery() {
	for _, p := range in.query {
		if !p.used {
			in.violate(Violation{In: "query", Pointer: step(p.name), Rule: "unknown"})
		}
	}
}
