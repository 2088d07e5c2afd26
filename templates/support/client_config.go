package support

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// A Client calls the API. It is safe for concurrent use and does not change
// after NewClient.
type Client struct {
	base   string // without a slash at the end
	config config
}

// config is what options set, for a client or for one call.
type config struct {
	http          *http.Client
	base          string            // of a call; "" is that of the client
	transport     http.RoundTripper // for clients that have none of their own
	header        http.Header
	credentials   []credential
	middleware    []Middleware
	timeout       time.Duration
	retries       int
	maxResponse   int64
	noCheck       bool // requests are not validated
	unknownValues bool // and values that an enum does not list are sent
	zeroValues    bool // times and UUIDs that nobody set are sent
	checkResponse bool
	redirects     bool // of byte results to other servers are followed
	response      **http.Response
	values        map[string]string // parameters that hold for all calls
}

// NewClient makes a client for the server at baseURL, which may have a path
// but no query. Options given here hold for every call; a call may add its own.
func NewClient(baseURL string, opts ...Option) (*Client, error) {
	u, err := url.Parse(baseURL)
	_, unlisted, isUnlisted := strings.Cut(baseURL, "%!") // by a server of the document: a value that it does not have
	switch {
	case isUnlisted:
		unlisted, _, _ = strings.Cut(unlisted, "!%")
		return nil, fmt.Errorf("support: NewClient: %s", unlisted)
	case err != nil:
		return nil, fmt.Errorf("support: NewClient: %w", err)
	case u.Scheme == "" || u.Host == "":
		return nil, fmt.Errorf("support: NewClient: base URL %q is not absolute", baseURL)
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "":
		return nil, fmt.Errorf("support: NewClient: base URL %q has a query or a fragment", baseURL)
	}
	c := &Client{base: strings.TrimRight(u.String(), "/")}
	c.config = config{http: http.DefaultClient, retries: 2, maxResponse: 64 << 20}
	c.config = *c.with(opts)
	return c, nil
}

// with gives the settings of one call. They share nothing with the client that
// an option can change.
func (c *Client) with(opts []Option) *config {
	cfg := c.config
	cfg.header = cfg.header.Clone()
	if cfg.header == nil {
		cfg.header = http.Header{}
	}
	cfg.credentials = cfg.credentials[:len(cfg.credentials):len(cfg.credentials)]
	cfg.middleware = cfg.middleware[:len(cfg.middleware):len(cfg.middleware)]
	cfg.values = maps.Clone(cfg.values)
	for _, o := range opts {
		if o != nil {
			o(&cfg)
		}
	}
	return &cfg
}
