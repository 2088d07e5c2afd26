package support

import (
	"cmp"
	"log/slog"
	"net/http"
	"time"
)

// HandlerOptions are the settings of a handler that are the same for every
// API. Zero values stand for what the comments say.
type HandlerOptions struct {
	// Path stands before the paths of the document, instead of the path of its
	// first server. "/" is none.
	Path string
	// Failed sees every request that did not succeed, before it is answered,
	// and may change the response.
	Failed func(r *http.Request, f *Failure)
	// Logger gets what is the fault of the server; nil is [slog.Default].
	Logger *slog.Logger
	// Middleware wraps each operation, the first one outermost. The pattern of
	// the request and [OperationFrom] say which operation it is.
	Middleware []func(http.Handler) http.Handler
	// Timeout ends the context of a method whose result is sent as a whole: of
	// all but streams and bytes. Zero is no limit.
	Timeout time.Duration
	// MaxBody limits a body that is read before the method is called (8 MiB),
	// MaxUpload a body that is read by it, or has files (1 GiB).
	MaxBody, MaxUpload int64
	// MaxParams limits how many pairs a query or a form has, and how many
	// parts (1,000).
	MaxParams int
	// StreamHeaders is how long a stream waits for its first item before its
	// headers go out (5 s), Heartbeat how long it may be silent (15 s),
	// StreamWrite how long a slow client may take for one item (30 s).
	StreamHeaders, Heartbeat, StreamWrite time.Duration
	// KeepFiles reads all files of a form before the method is called. Without
	// it the method reads the last file while it arrives.
	KeepFiles bool
	// StrictQuery refuses parameters of the query that the document does not
	// have.
	StrictQuery bool
	// Tolerant accepts members of a body that the document does not have, where
	// it forbids others.
	Tolerant bool
	// ValidateResponses makes a response that breaks the document a failure.
	ValidateResponses bool
}

func (o *HandlerOptions) setDefaults() {
	o.Logger = cmp.Or(o.Logger, slog.Default())
	o.MaxBody = cmp.Or(o.MaxBody, 8<<20)
	o.MaxUpload = cmp.Or(o.MaxUpload, 1<<30)
	o.MaxParams = cmp.Or(o.MaxParams, 1000)
	o.StreamHeaders = cmp.Or(o.StreamHeaders, 5*time.Second)
	o.Heartbeat = cmp.Or(o.Heartbeat, 15*time.Second)
	o.StreamWrite = cmp.Or(o.StreamWrite, 30*time.Second)
}
