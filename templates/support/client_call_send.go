package support

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"slices"
	"time"
)

// maxErrorBody is how much of the body of a failure is kept.
const maxErrorBody = 1 << 20

// A response is one of package http with its body.
type response struct {
	*http.Response
	data  []byte
	err   error   // why the body could not be read to its end
	plain bool    // the body was plain text, of which data is the JSON
	short [8]byte // data, if it is short
}

// send gives the response if it is a success, or an error. limit is how much of
// its body is of interest.
func (c *Client) send(ctx context.Context, cfg *config, k *call, limit int64) (got *response, err error) {
	defer func() {
		if k.open && err == nil {
			return // it still sends
		}
		k.close()
	}()
	switch {
	case ctx == nil:
		return nil, k.wrap(errors.New("the context is nil"))
	case cfg.err != nil:
		return nil, k.wrap(cfg.err)
	case k.err != nil:
		return nil, k.wrap(k.err)
	}
	if err := cfg.missing(k); err != nil {
		return nil, k.wrap(err)
	}
	k.start, k.renewer = time.Now(), nil
	for n := 0; ; n++ {
		k.attempts = n + 1
		a, err := c.exchange(ctx, cfg, k, limit)
		if _, permanent := errors.AsType[permanentError](err); permanent {
			k.attempts = n // it was not sent
		}
		wait, again := cfg.again(ctx, k, n, a, err)
		if cfg.logger != nil {
			cfg.log(ctx, k, a, err, again, wait)
		}
		if again {
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
		if !k.succeeded(a.StatusCode) {
			return nil, k.failure(a)
		}
		if k.foreign != nil || k.headers != nil || k.needed != nil {
			if err := k.misfit(cfg, a); err != nil {
				a.Body.Close() // of a body that is left to read
				return nil, k.failed(a, err)
			}
		}
		return a, nil
	}
}

// misfit tells what is wrong with the headers of a success.
func (k *call) misfit(cfg *config, a *response) (err error) {
	if k.foreign != nil {
		err = k.foreign(a.Response)
	}
	if err == nil && cfg.checkResponse && k.headers != nil {
		err = k.headers(a.Header)
	}
	if err == nil && cfg.checkResponse && k.needed != nil {
		err = k.needed(a.StatusCode, a.Header)
	}
	return err
}

// exchange sends the request once and reads the response, all in the time that
// one attempt has.
func (c *Client) exchange(ctx context.Context, cfg *config, k *call, limit int64) (*response, error) {
	cancel := func() {}
	if cfg.timeout > 0 {
		ctx, cancel = context.WithTimeout(ctx, cfg.timeout)
	}
	resp, err := c.attempt(ctx, cfg, k)
	if err == nil && k.elsewhere != nil {
		resp, err = k.elsewhere(ctx, cfg, resp)
	}
	if resp == nil {
		k.endAttempt(cancel)
		return nil, err
	}
	if k.open && resp.StatusCode/100 == 2 && (k.foreign == nil || k.foreign(resp) == nil) {
		resp.Body = &openBody{resp.Body, func() { k.endAttempt(cancel); k.close() }}
		return &response{Response: resp}, nil
	}
	defer k.endAttempt(cancel)
	defer resp.Body.Close()
	if !k.succeeded(resp.StatusCode) {
		limit = maxErrorBody
	}
	a := &k.last.response
	a.read(resp, min(limit, cfg.maxResponse))
	k.settle(a, err)
	return a, nil
}

// succeeded reports whether a status is a success.
func (k *call) succeeded(code int) bool { return code/100 == 2 || k.location && code/100 == 3 }

// settle decides what it means that a body could not be read, or a redirect was not followed. Of a success the status counts, if its
// body is not needed; else the connection broke, and a method that changes nothing is worth another attempt. What came whole and is
// garbled would be so again.
func (k *call) settle(a *response, redirect error) {
	switch {
	case redirect != nil:
		a.err = redirect
	case !k.succeeded(a.StatusCode):
	case k.unneeded || slices.Contains(k.empty, a.StatusCode):
		a.err = nil
	case a.err != nil && (!k.changesNothing() || isGarbled(a.err)):
		a.err = permanentError{a.err}
	}
}

// changesNothing reports whether the method of a call is safe (RFC 9110, section 9.2.1; RFC 10008 has QUERY).
func (k *call) changesNothing() bool {
	switch k.method {
	case "GET", "HEAD", "OPTIONS", "TRACE", "QUERY":
		return true
	}
	return false
}

// isGarbled reports whether a body is not in the encoding that its header names.
func isGarbled(err error) bool {
	_, corrupt := errors.AsType[flate.CorruptInputError](err)
	return corrupt || errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum)
}

// endAttempt lets go of what an attempt holds.
func (k *call) endAttempt(cancel func()) {
	cancel()
	if k.source != nil {
		k.source.release() // the transport may still have it
	}
}

// read reads the body of a response, at most limit bytes.
func (a *response) read(resp *http.Response, limit int64) {
	limit = max(limit, 0)
	a.Response = resp
	data := a.short[:0]
	if n := min(resp.ContentLength, limit, maxErrorBody); n >= int64(len(a.short)) {
		data = make([]byte, 0, n+1) // one more, to meet the end
	}
	for a.err == nil && int64(len(data)) <= limit {
		if len(data) == cap(data) {
			data = grown(data, limit)
		}
		var n int
		n, a.err = resp.Body.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
	}
	if a.data = data; a.err == io.EOF {
		a.err = nil
	}
	if int64(len(data)) > limit {
		a.data = data[:limit]
		a.err = permanentError{fmt.Errorf("the body has more than %d bytes", limit)}
	}
}

// grown returns a body with room for more. A large one grows to half of the limit and then to all of it: with what it is copied from, it
// never takes more than twice the limit.
func grown(data []byte, limit int64) []byte {
	const small = 1 << 20
	if len(data) < small {
		return append(data, 0)[:len(data)]
	}
	size := min(limit, math.MaxInt64-1) + 1 // one more, to meet the end
	for size/2 >= 2*int64(len(data)) {
		size /= 2
	}
	return append(make([]byte, 0, size), data...)
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
