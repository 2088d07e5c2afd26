package support

import (
	"context"
	"slices"
)

// A result is a generated type that a response is read into.
type result interface {
	jsonDecoder
	jsonChecker
	UnmarshalJSON(data []byte) error
}

// receive sends a call and reads the response into x. It returns false without an
// error for a success that has no content, where the document allows that.
func (c *Client) receive(ctx context.Context, cfg *config, k *call, x result) (ok bool, err error) {
	read := func(r *jsonReader) {
		if r.left != nil {
			_ = x.UnmarshalJSON(nil) // it begins with the zero value
		}
		x.decode(r)
	}
	return c.receiveFunc(ctx, cfg, k, read, func() error { return validate(k.subject(), x) })
}

// receiveFunc is receive with functions that read and check. check may be nil.
func (c *Client) receiveFunc(ctx context.Context, cfg *config, k *call, read func(*jsonReader), check func() error) (ok bool, err error) {
	a, err := c.send(ctx, cfg, k, cfg.maxResponse)
	if err != nil {
		return false, err
	}
	return k.take(a, cfg, read, check)
}

// take reads the response of a success. What could not be read of it is noted in misread.
func (k *call) take(a *response, cfg *config, read func(*jsonReader), check func() error) (ok bool, err error) {
	if slices.Contains(k.empty, a.StatusCode) {
		return false, nil
	}
	partly, err := k.decode(a, !cfg.checkResponse, read)
	if partly && !a.plain {
		k.misread = &DecodeError{k.failed(a, err)}
		return true, nil
	}
	if err == nil && cfg.checkResponse && check != nil {
		err = check()
	}
	if err != nil {
		return false, k.failed(a, err)
	}
	return true, nil
}
