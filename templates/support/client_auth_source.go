package support

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
)

// RejectedToken gives the token that the server has refused with status 401, to
// a function that is asked for another one. Of basic authentication it is user
// and password as they were sent. A source that keeps tokens then gets a new
// one; if it returns the same one, the response is the error of the call.
func RejectedToken(ctx context.Context) (token string, ok bool) {
	token, ok = ctx.Value(rejectedKey{}).(string)
	return token, ok
}

// A rejectedKey has no name of its own, so that it is the same in all generated packages: the source may be of another one.
type rejectedKey = struct{ RejectedToken struct{} }

// withSource makes the option for a security scheme of which source gives the credential, for each attempt. put puts it into a request.
func withSource(scheme string, source func(context.Context) (string, error), put func(req *http.Request, scheme, secret string) error) Option {
	if source == nil {
		return withCredential(scheme, nil)
	}
	return withCredential(scheme, func(req *http.Request, _ []byte) error {
		tokens := new(tokenSources)
		if c, ok := req.Context().Value(operationKey{}).(*operationContext); ok { // no middleware has replaced it
			tokens = c.k.tokens()
		}
		token, err := tokens.token(req.Context(), scheme, source)
		if err == nil {
			err = put(req, scheme, token)
		}
		return err
	})
}

// tokens gives the tokens of a call.
func (k *call) tokens() *tokenSources {
	if l, ok := k.renewer.(*tokenSources); ok {
		return l
	}
	l := new(tokenSources)
	k.renewer = l
	return l
}

// tokenSources are the sources that a call has asked, and what they gave.
type tokenSources []*tokenSource

type tokenSource struct {
	scheme, token string
	source        func(context.Context) (string, error)
	renewed       bool // the token was asked for after another one had been refused
}

// token gives the token for a scheme.
func (l *tokenSources) token(ctx context.Context, scheme string, source func(context.Context) (string, error)) (string, error) {
	i := slices.IndexFunc(*l, func(s *tokenSource) bool { return s.scheme == scheme })
	if i < 0 {
		i = len(*l)
		*l = append(*l, &tokenSource{scheme: scheme, source: source})
	}
	s := (*l)[i]
	if s.renewed {
		return s.token, nil
	}
	token, err := source(ctx)
	if err == nil && token == "" {
		err = errors.New("the token is empty")
	}
	s.token = token
	return token, err
}

// renew implements [renewer], once for a call.
func (l *tokenSources) renew(ctx context.Context, k *call) (other bool, err error) {
	ctx = &operationContext{ctx, k, k.attempts}
	for _, s := range *l {
		if s.renewed {
			return false, nil
		}
		token, err := s.source(context.WithValue(ctx, rejectedKey{}, s.token))
		if err != nil {
			return false, fmt.Errorf("%s: %w", optionOfScheme(s.scheme), err)
		}
		other = other || token != s.token && token != ""
		s.token, s.renewed = token, true
	}
	return other, nil
}
