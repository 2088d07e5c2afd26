package support

import (
	"context"
	"net/http"
	"time"
)

// An Attempt is what came of sending a request once, for [WithRetryPolicy].
type Attempt struct {
	Operation OperationInfo
	// Response has status and headers of the response, and Body what it says.
	// Response is nil if there is none.
	Response *http.Response
	Body     []byte
	// Err is why there is no response, or only a part of its body.
	Err error
	// Elapsed is the time since the call began.
	Elapsed time.Duration
	// Retry and Wait are what the client means to do, after [WithRetries].
	Retry bool
	Wait  time.Duration
}

// WithRetryPolicy lets policy decide whether a request is sent again, and after
// which pause. It is asked after each attempt that failed, and may return the
// Retry and Wait of the attempt; [WithRetries] then is no limit but for these.
// A body that cannot be read again is never sent again, nor is anything when
// the context ends before the pause does.
func WithRetryPolicy(policy func(ctx context.Context, a Attempt) (retry bool, wait time.Duration)) Option {
	return func(c *config) { c.policy = policy }
}

// ask lets the policy of the user decide, if there is one.
func (c *config) ask(ctx context.Context, k *call, a *response, err error, retry bool, wait time.Duration) (bool, time.Duration) {
	if c.policy == nil {
		return retry, wait
	}
	at := Attempt{Operation: k.info(k.attempts), Err: err, Elapsed: time.Since(k.start), Retry: retry, Wait: wait}
	if a != nil {
		at.Response, at.Body = a.Response, a.data
	}
	return c.policy(ctx, at)
}
