package support

import (
	"slices"
	"strings"
)

// WithBaseURL sends calls to another server than the one that the client was
// made for. It is not checked; NewClient does that.
func WithBaseURL(baseURL string) Option {
	return func(c *config) { c.base = strings.TrimRight(baseURL, "/") }
}

// onServer says that an operation has a server of its own. A client with a base URL that is none of the document's stays with that.
func (k *call) onServer(c *Client, cfg *config, server string, document ...string) {
	if cfg.base == "" && slices.Contains(document, c.config.own) {
		cfg.base = server
	}
}
