package support

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
)

// maxErrorBody is how much of the body of a failure is kept.
const maxErrorBody = 1 << 20

// An answer is a response with its body.
type answer struct {
	*http.Response
	data  []byte
	err   error // why the body could not be read to its end
	plain bool  // the body was plain text, of which data is the JSON
}

// send gives the answer if it is a success, or an error. limit is how much of
// its body is of interest.
func (c *Client) send(ctx context.Context, cfg *config, k *call, limit int64) (*answer, error) {
	if ctx == nil {
		return nil, k.wrap(errors.New("the context is nil"))
	}
	if k.err != nil {
		return nil, k.wrap(k.err)
	}
	for n := 0; ; n++ {
		a, err := c.exchange(ctx, cfg, k, limit)
		if wait, ok := cfg.again(ctx, k, n, a, err); ok {
			if err := pause(ctx, wait); err != nil {
				return nil, k.wrap(err)
			}
			continue
		}
		if err != nil {
			return nil, k.wrap(err)
		}
		if cfg.response != nil {
			*cfg.response = a.Response
		}
		if cfg.response != nil && a.data != nil {
			a.Body = io.NopCloser(bytes.NewReader(a.data))
		}
		if a.StatusCode/100 != 2 {
			return nil, k.failure(a)
		}
		if k.foreign != nil {
			err = k.foreign(a.Response)
		}
		if err == nil && cfg.checkResponse && k.headers != nil {
			err = k.headers(a.Header)
		}
		if err == nil && cfg.checkResponse && k.needed != nil {
			err = k.needed(a.StatusCode, a.Header)
		}
		if err != nil {
			a.Body.Close() // of a body that is left to read
			return nil, k.failed(a, err)
		}
		return a, nil
	}
}

// exchange sends the request once and reads the answer, all in the time that
// one attempt has.
func (c *Client) exchange(ctx context.Context, cfg *config, k *call, limit int64) (*answer, error) {
	cancel := func() {}
	if cfg.timeout > 0 {
		ctx, cancel = context.WithTimeout(ctx, cfg.timeout)
	}
	resp, err := c.attempt(ctx, cfg, k)
	end := func() {
		cancel()
		if k.held != nil {
			k.held.Close() // the transport may still have it
		}
	}
	if err != nil {
		end()
		return nil, err
	}
	if k.open && resp.StatusCode/100 == 2 && (k.foreign == nil || k.foreign(resp) == nil) {
		resp.Body = &openBody{resp.Body, end}
		return &answer{Response: resp}, nil
	}
	defer end()
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		limit = maxErrorBody
	}
	return bodyOf(resp, min(limit, cfg.maxResponse)), nil
}

// bodyOf reads the body of an answer, at most limit bytes.
func bodyOf(resp *http.Response, limit int64) *answer {
	limit = min(max(limit, 0), math.MaxInt64-1)
	a := &answer{Response: resp}
	a.data, a.err = io.ReadAll(io.LimitReader(resp.Body, limit+1))
	if int64(len(a.data)) > limit {
		a.data = a.data[:limit]
		a.err = permanentError{fmt.Errorf("the body has more than %d bytes", limit)}
	}
	return a
}

// An openBody is a body that the caller reads. It ends what its attempt holds.
type openBody struct {
	io.ReadCloser
	end func()
}

// Close ends the reading.
func (b *openBody) Close() error {
	defer b.end()
	return b.ReadCloser.Close()
}
