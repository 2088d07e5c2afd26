package server

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
)

// schemes returns the schemes that some operation needs.
func (b *Builder) schemes() (list []gomodel.ServerScheme) {
	used := map[string]bool{}
	for _, o := range b.Operations.List {
		for _, needs := range b.security(o) {
			for _, n := range needs {
				used[n.Scheme] = true
			}
		}
	}
	for _, s := range b.Operations.Schemes {
		if used[s.Name] {
			list = append(list, b.scheme(s))
		}
	}
	return list
}

func (b *Builder) scheme(s *operations.Scheme) gomodel.ServerScheme {
	d := gomodel.ServerScheme{Field: strings.TrimPrefix(b.Names.Of(s), "With"), Name: s.Name, Kind: s.Kind}
	if key, ok := s.Scheme.Kind.(api.APIKey); ok {
		d.In, d.Wire = gomodel.Place(key.In), key.Name
	}
	d.Doc = gomodel.Words(d.Field + " checks " + checked(d) + " of security scheme " + s.Name + scopesNote(s) + ".")
	return d
}

// checked says what the function of a scheme gets.
func checked(d gomodel.ServerScheme) string {
	switch d.Kind {
	case gomodel.CredentialBearer:
		return "the access token"
	case gomodel.CredentialBasic:
		return "user and password"
	case gomodel.CredentialCert:
		return "the client certificate"
	case gomodel.CredentialSigner:
		return "the request, with its whole body,"
	}
	return "the key in " + string(d.In) + " " + d.Wire
}

func scopesNote(s *operations.Scheme) string {
	switch s.Scheme.Kind.(type) {
	case api.OAuth2, api.OpenIDConnect:
		return ", and that it has the scopes"
	}
	return ""
}
