package support

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

// WithIdleTimeout ends a connection of a stream (events, JSON lines) when
// nothing comes for d: neither a response nor more of it, be it a comment. Time
// in the loop of the caller does not count. Zero is no limit, which is the
// default. A stream that can go on connects again; the error of another one
// wraps [context.DeadlineExceeded]. [WithTimeout] limits a connection as a
// whole.
func WithIdleTimeout(d time.Duration) Option { return func(c *config) { c.idle = d } }

// watchIdle puts the watch around each attempt.
func (c *config) watchIdle() {
	if c.idle > 0 {
		c.middleware = append(c.middleware, c.watched)
	}
}

// An idleWatch is a body that must not keep its reader waiting for too long.
type idleWatch struct {
	io.ReadCloser
	ctx    context.Context
	cancel context.CancelCauseFunc
	timer  *time.Timer
	limit  time.Duration
	idle   error
}

// watched sends a request under a watch.
func (c *config) watched(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
	w := &idleWatch{limit: c.idle, idle: fmt.Errorf("nothing came for %s: %w", c.idle, context.DeadlineExceeded)}
	w.ctx, w.cancel = context.WithCancelCause(req.Context())
	w.timer = time.AfterFunc(w.limit, func() { w.cancel(w.idle) })
	resp, err := next(req.WithContext(w.ctx))
	w.timer.Stop()
	if err != nil || resp == nil || resp.Body == nil {
		err = w.reason(err)
		w.cancel(nil)
		return resp, err
	}
	w.ReadCloser, resp.Body = resp.Body, w
	return resp, nil
}

// Read reads what comes before the limit.
func (w *idleWatch) Read(p []byte) (int, error) {
	w.timer.Reset(w.limit)
	n, err := w.ReadCloser.Read(p)
	w.timer.Stop()
	return n, w.reason(err)
}

// Close ends the watch.
func (w *idleWatch) Close() error {
	defer w.cancel(nil)
	return w.ReadCloser.Close()
}

// reason puts the limit in place of the error that it caused.
func (w *idleWatch) reason(err error) error {
	if err != nil && err != io.EOF && context.Cause(w.ctx) == w.idle {
		return w.idle
	}
	return err
}
