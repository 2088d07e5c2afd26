package support

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"time"
)

// config is what options set, for a client or for one call.
type config struct {
	own           *url.URL // the base URL of the client
	http          *http.Client
	base          *url.URL          // of a call; nil is that of the client
	err           error             // what is wrong with it
	transport     http.RoundTripper // for clients that have none of their own
	header        http.Header
	credentials   []credential
	middleware    []Middleware
	policy        func(context.Context, Attempt) (bool, time.Duration)
	logger        *slog.Logger
	timeout       time.Duration
	idle          time.Duration // of streams
	retries       int
	maxResponse   int64
	noCheck       bool // requests are not validated
	noCredential  bool // requests may lack credentials
	unknownValues bool // and values that an enum does not list are sent
	zeroValues    bool // times and UUIDs that nobody set are sent
	checkResponse bool
	redirects     bool // of byte results to other servers are followed
	response      **http.Response
	values        map[string]string // parameters that hold for all calls
}

// newConfig gives the settings of a client.
func newConfig(baseURL string, opts []Option) (*config, error) {
	base, err := parseBase(baseURL)
	c := &Client{config: &config{own: base, http: http.DefaultClient, retries: 2, maxResponse: 64 << 20}}
	cfg := c.with(opts)
	if err == nil {
		err = cfg.err
	}
	if err != nil {
		return nil, fmt.Errorf("support: NewClient: %w", err)
	}
	return cfg, nil
}

// with gives the settings of one call. They share nothing with the client that
// an option can change.
func (c *Client) with(opts []Option) *config {
	if len(opts) == 0 {
		return c.config
	}
	cfg := c.config.clone()
	for _, o := range opts {
		if o != nil {
			o(cfg)
		}
	}
	return cfg
}

// clone gives settings that can be changed.
func (c *config) clone() *config {
	cfg := *c
	cfg.header = cfg.header.Clone()
	if cfg.header == nil {
		cfg.header = http.Header{}
	}
	cfg.credentials = cfg.credentials[:len(cfg.credentials):len(cfg.credentials)]
	cfg.middleware = cfg.middleware[:len(cfg.middleware):len(cfg.middleware)]
	cfg.values = maps.Clone(cfg.values)
	return &cfg
}
