package support

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// senderTimeout is how long an attempt of a sender may take, unless WithTimeout
// says otherwise: who receives may be a stranger.
const senderTimeout = 30 * time.Second

// newSender makes the client behind a sender of webhooks and callbacks. It has no server of its own.
func newSender(opts []Option) (*Client, error) {
	c := &Client{config: &config{own: new(url.URL), http: http.DefaultClient, retries: 2, maxResponse: 64 << 20, timeout: senderTimeout}}
	c.config = c.with(opts)
	if err := c.config.unbased(); err != nil {
		return nil, fmt.Errorf("support: NewWebhookSender: %w", err)
	}
	return c, nil
}

// unbased refuses a base URL: each call of a sender has the URL of its receiver.
func (c *config) unbased() error {
	if c.base != nil || c.err != nil {
		return errors.New("WithBaseURL is not for senders: each call has its own URL")
	}
	return nil
}

// sendTo makes receiver the URL of a request. Of credentials, the request gets those of the signer only. Whatever is behind the server in
// the URL may be a secret.
func (k *call) sendTo(cfg *config, receiver string) {
	k.security = webhookSigner + " | "
	if err := cfg.unbased(); err != nil {
		k.fail(err)
		return
	}
	u, err := url.Parse(receiver)
	switch {
	case err != nil:
		k.fail(errors.New("the URL of the receiver cannot be parsed"))
		return
	case u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "":
		k.fail(errors.New("the URL of the receiver does not begin with https:// or http:// and a host"))
		return
	}
	path := u.EscapedPath()
	k.server, k.path = u, path[len(strings.TrimRight(path, "/")):] // the slashes at its end are not of a base
	if u.RawQuery == "" {
		return
	}
	k.query = append(k.query, u.RawQuery)
	for pair := range strings.SplitSeq(u.RawQuery, "&") {
		_, value, _ := strings.Cut(pair, "=")
		k.hide(value)
	}
}
