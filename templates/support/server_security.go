package support

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
)

// A scheme reads and checks the credential of one security scheme.
type scheme struct {
	name      string
	challenge string // for WWW-Authenticate; "": there is none
	query     string // the parameter of the query that has the credential
	cookie    string // the cookie that has it
	isThere   func(r *http.Request) bool
	check     func(x *exchange, ctx context.Context, scopes []string) (context.Context, error) // nil: the function is missing
}

// A need is a security scheme with the scopes that an operation asks for.
type need struct {
	scheme string
	scopes []string
}

// An alternative is what must be there together. One without needs allows anybody.
type alternative []need

// authorize tries the alternatives whose credentials are all there, in the order of the document, until one is good. One without
// needs counts only if no credential came, so that a bad one is never overlooked.
func (x *exchange) authorize() error {
	var refused error
	open := false
	for _, a := range x.op.security {
		if len(a) == 0 {
			open = true
			continue
		}
		tried, err := x.try(a)
		if tried && err == nil {
			return nil
		}
		if refused == nil || errors.Is(err, ErrForbidden) {
			refused = err
		}
	}
	if open && refused == nil && !x.hasCredential() {
		return nil
	}
	if e, ok := errors.AsType[*requestError](refused); ok {
		return e // the body could not be read
	}
	return x.unauthorized(refused)
}

// hasCredential reports whether a credential came that the operation knows, with others that it needs or without.
func (x *exchange) hasCredential() bool {
	for _, a := range x.op.security {
		for _, n := range a {
			if s := x.h.scheme(n.scheme); s != nil && s.isThere(x.r) {
				return true
			}
		}
	}
	return false
}

// try checks the credentials of an alternative if they are all there. The context of the method is what the functions give.
func (x *exchange) try(a alternative) (tried bool, err error) {
	for _, n := range a {
		if s := x.h.scheme(n.scheme); s == nil || !s.isThere(x.r) {
			return false, nil
		}
	}
	ctx := x.ctx
	for _, n := range a {
		next, err := x.h.scheme(n.scheme).check(x, ctx, n.scopes)
		if err != nil {
			return true, err
		}
		if next != nil {
			ctx = next
		}
	}
	x.ctx = ctx
	return true, nil
}

// scheme finds a security scheme, nil if there is no way to check it.
func (h *apiHandler) scheme(name string) *scheme {
	for i := range h.schemes {
		if h.schemes[i].name == name {
			return &h.schemes[i]
		}
	}
	return nil
}

// unauthorized is the failure of a request without a good credential. The reason is for Failed only.
func (x *exchange) unauthorized(reason error) error {
	status, text, code := http.StatusUnauthorized, "a good credential is needed", ""
	switch {
	case errors.Is(reason, ErrForbidden):
		status, text, code = http.StatusForbidden, "the credential does not allow this", "insufficient_scope"
	case reason != nil:
		code = "invalid_token"
	}
	var challenges []string
	for _, a := range x.op.security {
		for _, n := range a {
			if s := x.h.scheme(n.scheme); s != nil && s.challenge != "" {
				challenges = append(challenges, s.challenged(code, n.scopes))
			}
		}
	}
	slices.Sort(challenges)
	header := http.Header{}
	for _, c := range slices.Compact(challenges) {
		header.Add("WWW-Authenticate", c)
	}
	return &requestError{status, header, hiddenReason{text, reason}}
}

// challenged gives a value of WWW-Authenticate (RFC 6750, section 3).
func (s *scheme) challenged(code string, scopes []string) string {
	if s.challenge != "Bearer" {
		return s.challenge
	}
	var params []string
	if code != "" {
		params = append(params, `error="`+code+`"`)
	}
	if len(scopes) > 0 {
		params = append(params, `scope="`+strings.Join(scopes, " ")+`"`)
	}
	return strings.TrimSpace("Bearer " + strings.Join(params, ", "))
}

// A hiddenReason is an error with a text for all and a reason for those who ask with errors.Is.
type hiddenReason struct {
	text   string
	reason error
}

// Error gives the text.
func (e hiddenReason) Error() string { return e.text }

// Unwrap gives the reason.
func (e hiddenReason) Unwrap() error { return e.reason }
