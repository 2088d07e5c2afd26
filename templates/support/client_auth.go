package support

import (
	"fmt"
	"net/http"
	"strings"
)

// A credential satisfies one security scheme of the document.
type credential struct {
	scheme string
	apply  func(req *http.Request, body []byte) error // nil: there is none
}

// withCredential makes the option for one security scheme.
func withCredential(scheme string, apply func(req *http.Request, body []byte) error) Option {
	return func(c *config) { c.credentials = append(c.credentials, credential{scheme, apply}) }
}

// withSecret is withCredential for a text. An empty one is no credential.
func withSecret(scheme, secret string, apply func(req *http.Request, body []byte) error) Option {
	if secret == "" {
		apply = nil
	}
	return withCredential(scheme, apply)
}

// authorize applies the first of alternatives for which there are all credentials. If there is none, the request is sent as it is:
// the transport of the user may add what is missing. So an alternative without schemes, which allows to send nothing, needs no
// code.
func (c *config) authorize(req *http.Request, alternatives string, body []byte) error {
	for alternative := range strings.SplitSeq(alternatives, " | ") {
		if !c.has(alternative) {
			continue
		}
		for scheme := range strings.SplitSeq(alternative, " & ") {
			if err := c.find(scheme).apply(req, body); err != nil {
				return fmt.Errorf("%s: %w", scheme, err)
			}
		}
		return nil
	}
	return nil
}

// has reports whether there is a credential for each scheme of an alternative.
func (c *config) has(alternative string) bool {
	for scheme := range strings.SplitSeq(alternative, " & ") {
		if c.find(scheme) == nil {
			return false
		}
	}
	return true
}

// find returns the credential for a scheme, nil if there is none. The last option wins, which is one of the call; one without a credential
// takes that of the client away.
func (c *config) find(scheme string) *credential {
	for i := len(c.credentials) - 1; i >= 0; i-- {
		if found := &c.credentials[i]; found.scheme == scheme {
			if found.apply == nil {
				return nil
			}
			return found
		}
	}
	return nil
}
