package support

import (
	"context"
	"net/http"
)

// basicScheme is a scheme with a user and a password (RFC 7617).
func basicScheme(name string, check func(ctx context.Context, user, password string, scopes []string) (context.Context, error)) scheme {
	s := scheme{name: name, challenge: `Basic realm="` + name + `", charset="UTF-8"`, isThere: func(r *http.Request) bool {
		_, _, ok := r.BasicAuth()
		return ok
	}}
	if check != nil {
		s.check = func(x *exchange, ctx context.Context, scopes []string) (context.Context, error) {
			user, password, _ := x.r.BasicAuth()
			return check(ctx, user, password, scopes)
		}
	}
	return s
}
