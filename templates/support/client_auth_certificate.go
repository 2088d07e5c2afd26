package support

import (
	"crypto/tls"
	"net/http"
)

// withCertificate makes the option for a security scheme with client certificates.
func withCertificate(scheme string, certificate tls.Certificate) Option {
	transport := &http.Transport{Proxy: http.ProxyFromEnvironment, ForceAttemptHTTP2: true}
	if t, ok := http.DefaultTransport.(*http.Transport); ok { // which a program may replace
		transport = t.Clone()
	}
	transport.TLSClientConfig = &tls.Config{Certificates: []tls.Certificate{certificate}}
	return func(c *config) {
		c.transport = transport
		withCredential(scheme, func(*http.Request, []byte) error { return nil })(c)
	}
}
