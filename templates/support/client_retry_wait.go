package support

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	firstBackoff  = 200 * time.Millisecond
	maxBackoff    = 10 * time.Second
	maxRetryAfter = 2 * time.Minute
)

// again tells whether and when to send a request again, given what the last attempt brought: a response or an error.
func (c *config) again(ctx context.Context, k *call, n int, a *response, err error) (wait time.Duration, ok bool) {
	if err == nil && a.StatusCode/100 == 2 {
		err = a.err
	}
	if k.retryable = false; err == nil && a.StatusCode/100 == 2 {
		return 0, false
	}
	if wait = backoff(n); err != nil {
		_, permanent := errors.AsType[permanentError](err)
		k.retryable = !permanent && (k.unsent || k.isSafe()) && !errors.Is(err, context.Canceled)
	} else {
		after, told := retryAfter(a.Header, time.Now())
		k.retryable = k.worthAnother(a.StatusCode, told)
		wait = max(wait, after)
	}
	ok = k.retryable && n < c.retries && wait <= maxRetryAfter
	if k.renewed(ctx, a, err) {
		ok, wait = true, 0
	}
	ok, wait = c.ask(ctx, k, a, err, ok, wait)
	if deadline, limited := ctx.Deadline(); limited && time.Until(deadline) <= wait {
		return 0, false // what is at hand says more than a deadline that is exceeded
	}
	return wait, ok && k.sendsAgain() && ctx.Err() == nil
}

// renewed reports whether the server has refused a credential, and there is another one now.
func (k *call) renewed(ctx context.Context, a *response, err error) (ok bool) {
	if err != nil || a.StatusCode != http.StatusUnauthorized || k.renewer == nil || !k.sendsAgain() || ctx.Err() != nil {
		return false
	}
	ok, k.unrenewed = k.renewer.renew(ctx, k)
	return ok
}

// worthAnother tells whether a failure may be gone next time, and the request may arrive twice. told: the server said when.
func (k *call) worthAnother(status int, told bool) bool {
	switch {
	case status == http.StatusTooManyRequests, status == http.StatusServiceUnavailable && told:
		return true
	case status == http.StatusRequestTimeout, status == http.StatusTooEarly, status == http.StatusInternalServerError,
		status >= http.StatusBadGateway && status <= http.StatusGatewayTimeout,
		status >= 520 && status <= 527: // a proxy could not reach the server
		return k.isSafe()
	}
	return false
}

// isSafe reports whether a request may arrive twice (RFC 9110, section 9.2.2; RFC 10008 has QUERY).
func (k *call) isSafe() bool {
	switch k.method {
	case "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY":
		return true
	}
	return k.key != ""
}

// backoff doubles with each attempt. Half of it is random, so that many clients do not come back at once.
func backoff(n int) time.Duration {
	d := min(firstBackoff<<min(n, 10), maxBackoff)
	return d/2 + rand.N(d/2)
}

// retryAfter reads the header Retry-After, seconds or a date (RFC 9110, section 10.2.3), or milliseconds of retry-after-ms.
func retryAfter(h http.Header, now time.Time) (wait time.Duration, ok bool) {
	if wait, ok = duration(h.Get("Retry-After-Ms"), time.Millisecond); ok {
		return wait, true
	}
	text := h.Get("Retry-After")
	if at, err := http.ParseTime(text); err == nil {
		return max(at.Sub(now), 0), true
	}
	return duration(text, time.Second)
}

// duration reads a number of units, of any size.
func duration(text string, unit time.Duration) (d time.Duration, ok bool) {
	if strings.Trim(text, "0123456789.") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(text, 64)
	if n *= float64(unit); n >= math.MaxInt64 {
		return math.MaxInt64, true
	}
	return time.Duration(n), err == nil
}

// pause waits. It returns the error of the context if that ends first.
func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
	return ctx.Err()
}
