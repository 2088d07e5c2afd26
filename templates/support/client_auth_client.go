package support

import (
	"context"
	"errors"
	"net/url"
	"sync"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

// withClientCredentials makes the option for the flow clientCredentials (RFC 6749, section 4.4). A URL without host is one of the server.
func withClientCredentials(scheme, tokenURL, id, secret string, scopes []string) Option {
	cache := new(tokenCache)
	return withSource(scheme, func(ctx context.Context) (string, error) {
		return cache.token(ctx, func(ctx context.Context, k *call) (*oauth2.Token, error) {
			target, err := k.last.url.Parse(tokenURL)
			if err != nil {
				return nil, errors.New("the URL for tokens cannot be parsed")
			}
			return cache.fetch(context.WithValue(ctx, oauth2.HTTPClient, k.last.cfg.http), target, id, secret, scopes)
		})
	}, putBearer)
}

// A tokenCache keeps a token until shortly before its end. One request for another one is under way at a time.
type tokenCache struct {
	mu      sync.Mutex
	flow    *clientcredentials.Config // knows how the server wants to be asked
	kept    *oauth2.Token
	until   time.Time
	running *tokenRequest
}

type tokenRequest struct {
	done chan struct{}
	err  error
}

// expiresEarly is how long before its end a token is replaced, at most.
const expiresEarly = time.Minute

// token gives the token at hand, or another one. Who waits for a request of somebody else gets its error, but not that of their context.
func (c *tokenCache) token(ctx context.Context, fetch func(context.Context, *call) (*oauth2.Token, error)) (string, error) {
	op, ok := ctx.Value(operationKey{}).(*operationContext)
	if !ok {
		return "", errors.New("a middleware has replaced the context of the request")
	}
	rejected, _ := RejectedToken(ctx)
	for {
		c.mu.Lock()
		if t := c.kept; t != nil && t.AccessToken != rejected && (c.until.IsZero() || time.Now().Before(c.until)) {
			c.mu.Unlock()
			return t.AccessToken, nil
		}
		running := c.running
		if running == nil {
			c.running = &tokenRequest{done: make(chan struct{})}
			c.mu.Unlock()
			t, err := fetch(ctx, op.k)
			c.finish(t, err)
			if err != nil {
				return "", err
			}
			return t.AccessToken, nil
		}
		c.mu.Unlock()
		select {
		case <-running.done:
			if err := running.err; err != nil && !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded) {
				return "", err
			}
		case <-ctx.Done():
			return "", context.Cause(ctx)
		}
	}
}

// finish keeps what a request for a token brought, and lets those go on who wait for it.
func (c *tokenCache) finish(t *oauth2.Token, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err == nil {
		c.kept, c.until = t, time.Time{}
		if !t.Expiry.IsZero() {
			c.until = t.Expiry.Add(-min(expiresEarly, time.Until(t.Expiry)/10))
		}
	}
	c.running.err = err
	close(c.running.done)
	c.running = nil
}

// fetch asks for a token.
func (c *tokenCache) fetch(ctx context.Context, target *url.URL, id, secret string, scopes []string) (*oauth2.Token, error) {
	if c.flow == nil || c.flow.TokenURL != target.String() {
		c.flow = &clientcredentials.Config{ClientID: id, ClientSecret: secret, TokenURL: target.String(), Scopes: scopes}
	}
	t, err := c.flow.Token(ctx)
	if err == nil && t.AccessToken == "" {
		err = errors.New("the server for tokens gave none")
	}
	return t, err
}
