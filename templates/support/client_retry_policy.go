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
