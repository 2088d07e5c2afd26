package main

import (
	"context"
	"errors"
	"strings"

	"github.com/getkin/kin-openapi/openapi3filter"
)

// credentialIsThere takes any credential, as the handlers do: kin-openapi leaves it to its users where it stands.
func credentialIsThere(_ context.Context, input *openapi3filter.AuthenticationInput) error {
	r, s := input.RequestValidationInput.Request, input.SecurityScheme
	isThere := false
	switch {
	case s.Type == "mutualTLS":
		isThere = true
	case s.Type == "apiKey" && s.In == "query":
		isThere = r.URL.Query().Get(s.Name) != ""
	case s.Type == "apiKey" && s.In == "cookie":
		c, err := r.Cookie(s.Name)
		isThere = err == nil && c.Value != ""
	case s.Type == "apiKey":
		isThere = r.Header.Get(s.Name) != ""
	case s.Type == "http" && !strings.EqualFold(s.Scheme, "bearer") && !strings.EqualFold(s.Scheme, "basic"):
		isThere = r.Header.Get("Authorization") != ""
	case s.Type == "http":
		isThere = strings.HasPrefix(strings.ToLower(r.Header.Get("Authorization")), strings.ToLower(s.Scheme)+" ")
	default: // OAuth 2 and OpenID Connect
		isThere = strings.HasPrefix(r.Header.Get("Authorization"), "Bearer ")
	}
	if !isThere {
		return errors.New("the credential is not there")
	}
	return nil
}
