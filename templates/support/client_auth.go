package support

import (
	"fmt"
	"net/http"
)

// A credential answers one security scheme of the document.
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

// authorize applies the first alternative for which there are all credentials. If there is none, the request is sent as it is:
// the transport of the user may add what is missing. So an alternative without schemes, which allows to send nothing, needs no
// code.
func (c *config) authorize(req *http.Request, k *call) error {
	for _, schemes := range k.security {
		found := c.find(schemes)
		if len(found) == 0 {
			continue
		}
		for _, credential := range found {
			if err := credential.apply(req, k.body); err != nil {
				return fmt.Errorf("%s: %w", credential.scheme, err)
			}
		}
		return nil
	}
	return nil
}

// find returns a credential for each scheme, nil if one is missing. The last option wins, which is one of the call; one without a
// credential takes that of the client away.
func (c *config) find(schemes []string) []credential {
	var found []credential
	for _, scheme := range schemes {
		for i := len(c.credentials) - 1; i >= 0; i-- {
			if c.credentials[i].scheme == scheme {
				if c.credentials[i].apply != nil {
					found = append(found, c.credentials[i])
				}
				break
			}
		}
	}
	if len(found) < len(schemes) {
		return nil
	}
	return found
}
