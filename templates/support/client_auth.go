package support

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// A credential is what an option gives for a security scheme. The scheme is a constant: the name of the option, the place of the
// credential in a request, and its name there, such as "WithKey header X-Key".
type credential struct {
	scheme string
	apply  func(req *http.Request, body []byte) error // nil: there is none
}

// withCredential makes the option for one security scheme.
func withCredential(scheme string, apply func(req *http.Request, body []byte) error) Option {
	return func(c *config) { c.credentials = append(c.credentials, credential{scheme, apply}) }
}

// withSecret makes the option for a text, which put puts into a request. An empty one is no credential.
func withSecret(scheme, secret string, put func(req *http.Request, scheme, secret string) error) Option {
	if secret == "" {
		return withCredential(scheme, nil)
	}
	return withCredential(scheme, func(req *http.Request, _ []byte) error { return put(req, scheme, secret) })
}

// WithoutCredentialCheck sends requests for which no option gives a credential
// that the document asks for. Without it they are an error, unless a
// [Middleware], a header of the same name, or the Transport or Jar of an
// http.Client may give it.
func WithoutCredentialCheck() Option { return func(c *config) { c.noCredential = true } }

// authorize applies the first of alternatives for which there are all credentials. If there is none, the request is sent as it is:
// see missing.
func (c *config) authorize(req *http.Request, alternatives string, body []byte) error {
	for alternative := range strings.SplitSeq(alternatives, " | ") {
		schemes := strings.Split(alternative, " & ")
		if slices.ContainsFunc(schemes, func(scheme string) bool { return c.find(scheme) == nil }) {
			continue
		}
		for _, scheme := range schemes {
			if err := c.find(scheme).apply(req, body); err != nil {
				return fmt.Errorf("%s: %w", optionOfScheme(scheme), err)
			}
		}
		return nil
	}
	return nil
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

// optionOfScheme gives the name of the option for a scheme.
func optionOfScheme(scheme string) string {
	option, _, _ := strings.Cut(scheme, " ")
	return option
}

// placeOfScheme gives where a credential is sent: "header", "query", "cookie" or "", and its name there.
func placeOfScheme(scheme string) (place, name string) {
	_, rest, _ := strings.Cut(scheme, " ")
	place, name, _ = strings.Cut(rest, " ")
	return place, name
}

// missing tells that a request would be sent without any credential that the document asks for.
func (c *config) missing(k *call) error {
	if k.security == "" || c.noCredential || len(c.middleware) > 0 || c.http.Transport != nil || c.http.Jar != nil {
		return nil
	}
	var wanted []string
	for alternative := range strings.SplitSeq(k.security, " | ") {
		lacking := c.lacking(k, alternative)
		if len(lacking) == 0 {
			return nil
		}
		wanted = append(wanted, strings.Join(lacking, " and "))
	}
	return errors.New("there is no credential: it needs " + strings.Join(wanted, ", or ") + " (WithoutCredentialCheck sends it without)")
}

// lacking gives the options that an alternative needs beside those that were given. An alternative without schemes needs none.
func (c *config) lacking(k *call, alternative string) (options []string) {
	for scheme := range strings.SplitSeq(alternative, " & ") {
		if scheme != "" && c.find(scheme) == nil && !c.sets(k, scheme) {
			options = append(options, optionOfScheme(scheme))
		}
	}
	return options
}

// sets reports whether a parameter or a header of the caller is what a scheme wants.
func (c *config) sets(k *call, scheme string) bool {
	place, name := placeOfScheme(scheme)
	header := func(name string) string {
		if list := k.header[name]; len(list) > 0 {
			return list[0]
		}
		return c.header.Get(name)
	}
	switch place {
	case "header":
		return header(http.CanonicalHeaderKey(name)) != ""
	case "cookie":
		return strings.Contains("; "+header("Cookie"), "; "+name+"=")
	}
	if k.query != nil && place == "query" {
		return slices.ContainsFunc(k.query, func(pair string) bool { return strings.HasPrefix(pair, name+"=") })
	}
	return false
}

// putHeader sends a credential as a header.
func putHeader(req *http.Request, scheme, secret string) error {
	_, name := placeOfScheme(scheme)
	req.Header.Set(name, secret)
	return nil
}

// putBearer sends a token as RFC 6750, section 2.1, says.
func putBearer(req *http.Request, _, token string) error {
	req.Header.Set("Authorization", "Bearer "+token)
	return nil
}

// putQuery sends a credential in the query. The scheme has its name as a query has it.
func putQuery(req *http.Request, scheme, secret string) error {
	_, name := placeOfScheme(scheme)
	if req.URL.RawQuery != "" {
		req.URL.RawQuery += "&"
	}
	req.URL.RawQuery += name + "=" + queryEscape(secret)
	return nil
}
