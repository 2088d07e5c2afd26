package support

import (
	"bytes"
	"context"
	"io"
	"net/http"
)

// signerScheme is a scheme of HTTP whose credential says something about the whole request. The body is read for it, at most MaxBody.
func signerScheme(name string, check func(ctx context.Context, r *http.Request, body []byte) (context.Context, error)) scheme {
	s := scheme{name: name, challenge: name, isThere: func(r *http.Request) bool { return r.Header.Get("Authorization") != "" }}
	if check != nil {
		s.check = func(x *exchange, ctx context.Context, _ []string) (context.Context, error) {
			body, err := x.wholeBody()
			if err != nil {
				return nil, err
			}
			return check(ctx, x.r, body)
		}
	}
	return s
}

// wholeBody reads the body and puts it back.
func (x *exchange) wholeBody() ([]byte, error) {
	body, err := io.ReadAll(http.MaxBytesReader(x.w, x.r.Body, x.h.options.MaxBody))
	if err != nil {
		return nil, bodyError(err)
	}
	x.r.Body = io.NopCloser(bytes.NewReader(body))
	return body, nil
}
