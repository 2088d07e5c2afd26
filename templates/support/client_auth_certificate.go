package support

import (
	"crypto/tls"
	"net/http"
)

// withCertificate makes the option for a security scheme with client certificates.
func withCertificate(scheme string, certificate tls.Certificate) Option {
	if len(certificate.Certificate) == 0 {
		return withCredential(scheme, nil)
	}
	transport := &http.Transport{Proxy: http.ProxyFromEnvironment, ForceAttemptHTTP2: true}
	if standard, ok := http.DefaultTransport.(*http.Transport); ok { // programs may have put another one there
		transport = standard.Clone()
	}
	transport.TLSClientConfig = &tls.Config{Certificates: []tls.Certificate{certificate}}
	return func(c *config) {
		c.transport = transport
		withCredential(scheme, func(*http.Request, []byte) error { return nil })(c)
	}
}
