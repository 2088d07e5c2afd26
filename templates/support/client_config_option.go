package support

import (
	"context"
	"log/slog"
	"net/http"
	"time"
)

// An Option changes how a client, or one call, talks to the server. An option
// of a call wins over one of the client.
type Option func(*config)

// A Middleware wraps the sending of one request. It runs once per attempt,
// before the request is signed.
type Middleware func(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error)

// WithBaseURL sends to another server than the one that the client was made
// for.
func WithBaseURL(baseURL string) Option {
	base, err := parseBase(baseURL)
	return func(c *config) { c.base, c.err = base, err }
}

// WithHTTPClient sends through hc instead of [http.DefaultClient]. Nil changes
// nothing. If hc has no CheckRedirect, redirects are followed on the same
// server only, and if they keep method and body; any other redirect is the
// response.
func WithHTTPClient(hc *http.Client) Option {
	return func(c *config) {
		if hc != nil {
			c.http = hc
		}
	}
}

// WithHeader sets a header of every request. Parameters of a call that are
// headers win over it. It wins over the Content-Type of the document, except
// for forms in parts, where a Content-Type is an error.
func WithHeader(name, value string) Option {
	return func(c *config) { c.header.Set(name, value) }
}

// WithRetryPolicy lets policy decide whether a request is sent again, and after
// which pause. It is asked after each attempt that failed, and may return the
// Retry and Wait of the attempt; [WithRetries] then is no limit but for these.
// A body that cannot be read again is never sent again, nor is anything when
// the context ends before the pause does.
func WithRetryPolicy(policy func(ctx context.Context, a Attempt) (retry bool, wait time.Duration)) Option {
	return func(c *config) { c.policy = policy }
}

// WithLogger tells logger of each attempt: operation, method, URL, status, the
// time since the call began, and what follows. Failures are warnings, all else
// is information. Headers, queries and bodies, which may hold secrets, are not
// logged.
func WithLogger(logger *slog.Logger) Option { return func(c *config) { c.logger = logger } }

// WithMiddleware adds m inside the middleware that is already there.
func WithMiddleware(m Middleware) Option {
	return func(c *config) {
		if m != nil {
			c.middleware = append(c.middleware, m)
		}
	}
}

// WithTimeout limits one attempt, from sending to the end of the response. Zero
// is no limit, which is the default: what is long for a look-up is short for an
// upload or a stream. The context of a call limits all its attempts together,
// and is there to be given a deadline.
func WithTimeout(d time.Duration) Option { return func(c *config) { c.timeout = d } }

// WithRetries sets how often a request is sent again (default 2, 0 for never):
// any after status 429, after 503 that says when, and if there was no
// connection; one that may arrive twice, by its method or an idempotency key,
// also after 408, 425, 500, 502 to 504, 520 to 527 and broken connections.
// Retry-After is obeyed; if it asks for more than two minutes, or for more than
// the context has left, the response is returned instead. A body that is read
// while it is sent is sent once.
func WithRetries(n int) Option { return func(c *config) { c.retries = n } }

// WithMaxResponse limits the body of a response to n bytes (default 64 MiB). A
// larger one is an [*APIError].
func WithMaxResponse(n int64) Option { return func(c *config) { c.maxResponse = n } }

// WithoutRequestValidation sends requests without checking them first.
func WithoutRequestValidation() Option { return func(c *config) { c.noCheck = true } }

// WithUnknownValues sends values that an enum of the document does not list,
// such as those of a newer server that a response had. An empty text is none.
func WithUnknownValues() Option { return func(c *config) { c.unknownValues = true } }

// WithZeroValues sends required times, dates and UUIDs that nobody set, as year
// 1 and a UUID of zeros. Without it they are violations, for they are hardly
// ever meant. List items and map values are never looked at.
func WithZeroValues() Option { return func(c *config) { c.zeroValues = true } }

// WithResponseValidation makes a response that breaks the document an error.
// Without it unknown enum values, missing members and the like are accepted.
func WithResponseValidation() Option { return func(c *config) { c.checkResponse = true } }

// WithResponseInto stores the HTTP response of a call, for its status and
// headers. Its body has been read already; what was kept of it can be read
// again.
func WithResponseInto(dst **http.Response) Option { return func(c *config) { c.response = dst } }

// withValue makes the option for a parameter that a client can set for all
// calls.
func withValue(name, value string) Option {
	return func(c *config) {
		if c.values == nil {
			c.values = map[string]string{}
		}
		c.values[name] = value
	}
}
