package support

import (
	"context"
	"net/http"
	"strings"
)

// A textCheck checks a credential that is a text.
type textCheck = func(ctx context.Context, credential string, scopes []string) (context.Context, error)

// textScheme is a scheme whose credential is a text. An empty one is none.
func textScheme(name, challenge string, read func(*http.Request) string, check textCheck) scheme {
	s := scheme{name: name, challenge: challenge, isThere: func(r *http.Request) bool { return read(r) != "" }}
	if check != nil {
		s.check = func(x *exchange, ctx context.Context, scopes []string) (context.Context, error) {
			return check(ctx, read(x.r), scopes)
		}
	}
	return s
}

// bearerScheme is a scheme with access tokens (RFC 6750).
func bearerScheme(name string, check textCheck) scheme {
	return textScheme(name, "Bearer", func(r *http.Request) string {
		kind, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		if !strings.EqualFold(kind, "Bearer") {
			return ""
		}
		return strings.TrimSpace(token)
	}, check)
}

// headerKeyScheme is a scheme with a key in a header.
func headerKeyScheme(name, header string, check textCheck) scheme {
	return textScheme(name, keyChallenge("header", header), func(r *http.Request) string { return r.Header.Get(header) }, check)
}

// keyChallenge is what WWW-Authenticate says of a key. There is no registered scheme for keys, but a 401 must have one.
func keyChallenge(place, name string) string { return `ApiKey in="` + place + `", name="` + name + `"` }
