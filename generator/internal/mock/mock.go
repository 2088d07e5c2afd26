package mock

import (
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
	"github.com/oas2go/oas2go/generator/internal/examples"
)

// Options say how to answer.
type Options struct {
	Values  examples.Options
	Lenient bool         // the document was read leniently
	Seed    uint64       // chooses among the examples of a response
	Served  func(Served) // is told of each request; nil: nobody is
}

// A Served is one request and what became of it.
type Served struct {
	Method, Target string
	Status         int
	Operation      string // its operationId, or its method and path; "" if there is none
	Note           string // why it failed, or what was not judged; "" for nothing
	Took           time.Duration
}

// Limits of requests.
const (
	maxBody     = 8 << 20 // bytes
	maxFields   = 1_000   // parameters of a query, fields of a form
	maxElements = 2_000   // begins and ends of elements of XML
)

// A Handler answers by a document. It is for several goroutines.
type Handler struct {
	routes   *routes
	basePath string
	served   func(Served)
	mu       sync.Mutex // of engine: judging and making values is for one goroutine at a time
	engine   *engine
}

// New returns a handler for a document. Each operation whose usual response cannot be made is a finding.
func New(doc *api.Document, o Options, findings *diag.List) *Handler {
	judge := verify.New(doc, verify.Options{AnnotateFormats: o.Values.Asserts == nil, AnnotateDiscriminators: o.Values.AnnotateDiscriminators,
		Lenient: o.Lenient, Trees: o.Values.Trees})
	h := &Handler{
		routes: newRoutes(doc, findings), basePath: documentPath(doc), served: o.Served,
		engine: &engine{judge: judge, maker: examples.New(doc, o.Values), seed: o.Seed, replies: map[replyKey]*reply{}},
	}
	for _, op := range h.routes.operations {
		if r := h.engine.usual(op); r.why != "" {
			findings.Warn(op.api.Pos, diag.RuleNotGenerated, "%s answers 501: %s", op.name(), r.why)
		}
	}
	return h
}

// Operations returns how many operations are served.
func (h *Handler) Operations() int { return len(h.routes.operations) }

// BasePath returns what the paths of most operations begin with: that of the first server of the document.
func (h *Handler) BasePath() string { return h.basePath }

// name is what people call an operation.
func (o *operation) name() string {
	if o.api.OperationID != "" {
		return o.api.OperationID
	}
	return o.method + " " + o.path
}

// An exchange is one request on its way to a response.
type exchange struct {
	*Handler
	w        http.ResponseWriter
	r        *http.Request
	op       *operation
	params   map[string]string // texts of path parameters, escaped
	prefer   preferences
	status   int
	notes    []string
	judgable verify.Message // the request
}

// ServeHTTP answers a request. The order of checks is that of generated servers: a stranger learns nothing about bodies.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	x := &exchange{Handler: h, w: w, r: r, prefer: preferencesOf(r.Header.Values("Prefer"))}
	x.serve()
	if h.served == nil {
		return
	}
	s := Served{Method: r.Method, Target: r.URL.RequestURI(), Status: x.status, Note: strings.Join(x.notes, "; "), Took: time.Since(start)}
	if x.op != nil {
		s.Operation = x.op.name()
	}
	h.served(s)
}

func (x *exchange) serve() {
	var allow []string
	if x.op, x.params, allow = x.routes.find(x.r); x.op == nil {
		x.nowhere(allow)
		return
	}
	for _, check := range []func() *failure{x.authorized, x.acceptable, x.supported, x.read, x.valid} {
		if f := check(); f != nil {
			x.fail(f)
			return
		}
	}
	x.respond()
}

// respond sends the response that the request prefers.
func (x *exchange) respond() {
	x.mu.Lock()
	r, applied := x.engine.preferred(x.op, x.prefer, x.r.Header.Values("Accept"))
	x.mu.Unlock()
	if r.why != "" {
		x.fail(&failure{status: http.StatusNotImplemented, detail: r.why})
		return
	}
	if ignored := x.prefer.without(applied); ignored != "" {
		x.notes = append(x.notes, "the document has nothing for Prefer: "+ignored)
	}
	if len(applied) > 0 {
		x.w.Header().Set("Preference-Applied", strings.Join(applied, ", "))
	}
	x.send(r)
}

// send writes a response. A stream is flushed after each item; one that is continued has no more items.
func (x *exchange) send(r *reply) {
	for name, values := range r.header {
		x.w.Header()[name] = values
	}
	x.status = r.status
	if r.isEvents && x.r.Header.Get("Last-Event-ID") != "" {
		x.status = http.StatusNoContent // ends reconnecting: WHATWG HTML, 9.2.3
		x.w.Header().Del("Content-Type")
		x.w.WriteHeader(x.status)
		return
	}
	x.w.WriteHeader(r.status)
	if x.r.Method == http.MethodHead || !hasBody(r.status) {
		return
	}
	for _, part := range r.parts {
		if _, err := x.w.Write(part); err != nil {
			return // the client is gone
		}
		if len(r.parts) > 1 {
			_ = http.NewResponseController(x.w).Flush() // without it the items come together
		}
	}
}

// hasBody reports whether responses of a status may have a body (RFC 9110, section 15).
func hasBody(status int) bool {
	return status >= 200 && status != http.StatusNoContent && status != http.StatusResetContent && status != http.StatusNotModified
}
