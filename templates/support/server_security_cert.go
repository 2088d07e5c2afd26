package support

import (
	"context"
	"crypto/x509"
	"net/http"
)

// certScheme is a scheme with the certificate of the client. Whether TLS asks for one, and who signs it, is a matter of the server.
func certScheme(name string, check func(context.Context, *x509.Certificate) (context.Context, error)) scheme {
	s := scheme{name: name, isThere: func(r *http.Request) bool { return r.TLS != nil && len(r.TLS.PeerCertificates) > 0 }}
	if check != nil {
		s.check = func(x *exchange, ctx context.Context, _ []string) (context.Context, error) {
			return check(ctx, x.r.TLS.PeerCertificates[0])
		}
	}
	return s
}
