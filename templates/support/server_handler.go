package support

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
)

// An operation is what the document says about one operation, and how it is served.
type operation struct {
	name   string
	params string // what violations are about; newHandler sets it
	route
	base     string        // of a server of its own, in place of that of the document
	security []alternative // nil: anybody may call it
	success  []string      // statuses, ranges, "default"; the first one is sent unless the method chooses
	empty    []string      // those of them without a body
	contents []sentContent // of a success, at least one
	failures []failureBody
	headers  func(http.Header) error             // checks those of a success; nil: the document has none
	needed   func(code int, h http.Header) error // checks those that a status requires
	stream   func(x *exchange) (bool, error)     // whether the client asks for a stream; nil: by media type
}

// An apiHandler serves the operations of a document.
type apiHandler struct {
	routes     routeTree
	operations []operation
	schemes    []scheme
	options    HandlerOptions
	inner      http.Handler // the middleware
}

// errNoService is why there is no handler.
var errNoService = errors.New("support: NewHandler: the service is nil")

func newHandler(options HandlerOptions, base string, schemes []scheme, operations ...operation) (http.Handler, error) {
	h := &apiHandler{options: options, schemes: schemes, operations: operations, inner: http.HandlerFunc(inside)}
	h.options.setDefaults()
	for _, s := range schemes {
		if s.check == nil {
			return nil, errors.New("support: NewHandler: the function for security scheme " + s.name + " is missing")
		}
	}
	for i := range h.operations {
		op := &h.operations[i]
		op.params = op.name + "Params"
		base := cmp.Or(options.Path, op.base, base)
		op.route.op, op.route.path = i, strings.TrimRight(base, "/")+"/"+strings.TrimLeft(op.route.path, "/")
		h.routes.add("", &op.route)
	}
	for _, m := range slices.Backward(options.Middleware) {
		h.inner = m(h.inner)
	}
	return h, nil
}

// An exchange is one request and its response.
type exchange struct {
	h         *apiHandler
	w         http.ResponseWriter
	r         *http.Request
	ctx       context.Context // of the method: what the functions for security gave
	in        requestReader
	op        *operation
	values    []string // of the path, escaped
	params    any      // of the method, once they are read
	mediaType string   // of the response
	status    int      // chosen by the method
	header    http.Header
	began     bool // the response
	id        string
	cleanup   []func()
}

type exchangeKey struct{}

func exchangeOf(ctx context.Context) *exchange {
	x, _ := ctx.Value(exchangeKey{}).(*exchange)
	return x
}

// ServeHTTP implements [http.Handler].
func (h *apiHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	x := &exchange{h: h, w: w, r: r}
	x.ctx = context.WithValue(r.Context(), exchangeKey{}, x)
	defer x.end()
	found, values, allow := h.routes.route(r)
	if found == nil {
		x.fail(noRoute(allow))
		return
	}
	x.op, x.values = &h.operations[found.op], values
	if len(h.options.Middleware) == 0 {
		x.run()
	} else {
		h.inner.ServeHTTP(w, r.WithContext(x.ctx))
	}
}

// noRoute is the failure of a request for which there is no operation.
func noRoute(allow []string) error {
	if allow == nil {
		return &requestError{status: http.StatusNotFound, error: errors.New("the path is not known")}
	}
	header := http.Header{"Allow": {strings.Join(allow, ", ")}}
	return &requestError{http.StatusMethodNotAllowed, header, errors.New("the path has no such method")}
}

// inside serves a request inside the middleware, which may have put others in place of request and writer.
func inside(w http.ResponseWriter, r *http.Request) {
	x := exchangeOf(r.Context())
	x.w, x.r, x.ctx = w, r, r.Context()
	x.run()
}

// run answers a request, one way or the other.
func (x *exchange) run() {
	if err := x.serve(); err != nil {
		x.fail(err)
	}
}

// serve asks in this order: may the client do this, is there a response that it wants, is the request right.
func (x *exchange) serve() error {
	if x.op.security != nil {
		if err := x.authorize(); err != nil {
			return err
		}
	}
	c, err := x.negotiate()
	if err != nil {
		return err
	}
	x.mediaType = c.mediaType
	return c.sender.serve(x)
}

// inTime limits the time of a method that does not stream.
func (x *exchange) inTime() (cancel context.CancelFunc) {
	if x.h.options.Timeout <= 0 {
		return func() {}
	}
	x.ctx, cancel = context.WithTimeoutCause(x.ctx, x.h.options.Timeout, errTimeout)
	return cancel
}

// end cleans up, and makes a panic a failure.
func (x *exchange) end() {
	v := recover()
	for _, f := range x.cleanup {
		f()
	}
	if v == http.ErrAbortHandler {
		panic(v)
	} else if v != nil {
		x.fail(newPanicError(v))
	}
}
