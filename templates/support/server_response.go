package support

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// answering makes the sender of a method whose result is sent when it has returned.
func answering[T, R any, P paramsOf[T]](method func(context.Context, P) (R, error), send func(*exchange, R) error) sender {
	return sender{serve: func(x *exchange) error {
		defer x.inTime()()
		p, err := paramsFor[T, P](x)
		if err != nil {
			return err
		}
		v, err := method(x.ctx, p)
		if err != nil {
			return err
		}
		return send(x, v)
	}}
}

// sendsNothing serves a method without a result.
func sendsNothing[T any, P paramsOf[T]](method func(context.Context, P) error) sender {
	return answering(func(ctx context.Context, p P) (struct{}, error) { return struct{}{}, method(ctx, p) },
		func(x *exchange, _ struct{}) error { return x.sendEmpty(x.op.success) })
}

// headersOf checks headers by reading them.
func headersOf[T any](parse func(http.Header) (T, error)) func(http.Header) error {
	return func(h http.Header) error {
		_, err := parse(h)
		return err
	}
}

// bodied gives the successes that have a body.
func (o *operation) bodied() []string {
	if o.empty == nil {
		return o.success
	}
	return slices.DeleteFunc(slices.Clone(o.success), func(s string) bool { return slices.Contains(o.empty, s) })
}

// code gives the status of a success that is one of some: that which the method chose, else the first, which is usual for a range. One that
// the document does not have, or has for another result, is an error.
func (x *exchange) code(chosen int, of []string, usual int) (int, error) {
	if chosen == 0 && len(of) > 0 {
		if code, err := strconv.Atoi(of[0]); err == nil {
			return code, nil
		}
		return usual, nil
	}
	for _, s := range statuses(chosen) {
		if slices.Contains(of, s) && chosen >= 200 && chosen < 400 {
			return chosen, nil
		}
		if slices.Contains(x.op.success, s) {
			break // for another result
		}
	}
	return 0, fmt.Errorf("the document has no success with status %d and the result of the method", chosen)
}

// begin sets the headers of a success that is one of some, and gives its status. What the document has otherwise is an error.
func (x *exchange) begin(chosen int, header http.Header, of []string, usual int) (code int, err error) {
	if code, err = x.code(chosen, of, usual); err == nil && x.op.headers != nil {
		err = x.op.headers(header)
	}
	if x.op.needed != nil && err == nil {
		err = x.op.needed(code, header)
	}
	if err == nil {
		maps.Copy(x.w.Header(), header)
	}
	return code, err
}

// sendEmpty answers without a body, with one of some successes.
func (x *exchange) sendEmpty(of []string) error {
	code, err := x.begin(x.status, x.header, of, http.StatusNoContent)
	if err == nil {
		x.began = true
		x.w.WriteHeader(code)
	}
	return err
}

// sendNil answers for a method that has no result.
func (x *exchange) sendNil() error {
	if x.op.empty == nil {
		return errors.New("the method gave neither a result nor an error")
	}
	return x.sendEmpty(x.op.empty)
}

// sendWhole answers with a body, as one of some successes. Where the media type is a range, it is usual.
func (x *exchange) sendWhole(of []string, usual string, body []byte) error {
	code, err := x.begin(x.status, x.header, of, http.StatusOK)
	if err != nil {
		return err
	}
	if x.began = true; isBodiless(code) {
		x.w.WriteHeader(code)
		return nil
	}
	if !strings.Contains(x.mediaType, "*") {
		usual = cmp.Or(x.mediaType, usual)
	}
	x.w.Header().Set("Content-Type", usual)
	x.w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	x.w.WriteHeader(code)
	x.write(body)
	return nil
}

// isBodiless reports whether no response of a status has a body, whatever the document says of its range (RFC 9110, section 15).
func isBodiless(code int) bool {
	return code == http.StatusNoContent || code == http.StatusResetContent || code == http.StatusNotModified
}

// write writes a body, unless only its headers are wanted. An error says that nobody reads it.
func (x *exchange) write(body []byte) {
	if x.r.Method != http.MethodHead {
		_, _ = x.w.Write(body)
	}
}
