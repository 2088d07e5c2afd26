package support

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

const (
	firstBackoff  = 200 * time.Millisecond
	maxBackoff    = 10 * time.Second
	maxRetryAfter = 2 * time.Minute
)

// again tells whether and when to send a request again, given what attempt number n brought: an answer or an error.
func (c *config) again(ctx context.Context, k *call, n int, a *answer, err error) (wait time.Duration, ok bool) {
	if n >= c.retries || ctx.Err() != nil || !k.sendsAgain() {
		return 0, false
	}
	if err == nil && a.StatusCode/100 == 2 {
		err = a.err
	}
	wait = backoff(n)
	if err != nil {
		_, permanent := errors.AsType[permanentError](err)
		ok = !permanent && idempotent(k.method)
	} else if a.StatusCode/100 != 2 {
		after, told := retryAfter(a.Header, time.Now())
		ok = after <= maxRetryAfter && worthAnother(a.StatusCode, k.method, told)
		wait = max(wait, after)
	}
	if deadline, limited := ctx.Deadline(); limited && time.Until(deadline) <= wait {
		return 0, false // what is at hand says more than a deadline that is exceeded
	}
	return wait, ok
}

// worthAnother tells whether a failure may be gone next time, and the request may arrive twice. told: the server said when.
func worthAnother(status int, method string, told bool) bool {
	switch status {
	case http.StatusTooManyRequests:
		return true
	case http.StatusServiceUnavailable:
		return told || idempotent(method)
	case http.StatusInternalServerError, http.StatusBadGateway, http.StatusGatewayTimeout:
		return idempotent(method)
	}
	return false
}

// idempotent reports whether a request may arrive twice (RFC 9110, section 9.2.2).
func idempotent(method string) bool {
	switch method {
	case "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE":
		return true
	}
	return false
}

// backoff doubles with each attempt. Half of it is random, so that many clients do not come back at once.
func backoff(n int) time.Duration {
	d := min(firstBackoff<<min(n, 10), maxBackoff)
	return d/2 + rand.N(d/2)
}

// retryAfter reads the header Retry-After, seconds or a date (RFC 9110, section 10.2.3).
func retryAfter(h http.Header, now time.Time) (wait time.Duration, ok bool) {
	text := h.Get("Retry-After")
	if seconds, err := strconv.ParseUint(text, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second, true
	}
	if at, err := http.ParseTime(text); err == nil {
		return max(at.Sub(now), 0), true
	}
	return 0, false
}

// pause waits. It returns the error of the context if that ends first.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
