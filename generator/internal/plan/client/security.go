package client

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

func (b *Builder) credentialDecl(s *operations.Scheme) gomodel.Decl {
	d := &gomodel.CredentialOption{Scheme: s.Name, Kind: s.Kind}
	d.Name, d.From = b.Names.Of(s), s.Scheme.Pos
	if key, ok := s.Scheme.Kind.(api.APIKey); ok {
		d.In, d.Wire = string(key.In), key.Name
	}
	about := d.Name + " gives the credential of security scheme " + s.Name + ": " + credentialText(d)
	if b.isAlternative(s) {
		about += " Of alternatives, the first of the document that is complete is used."
	}
	d.Doc = append(gomodel.Doc{gomodel.Text{{Text: about}}}, words.Blocks(s.Scheme.Description)...)
	return d
}

// isAlternative reports whether an operation takes the credential of a scheme or others instead.
func (b *Builder) isAlternative(s *operations.Scheme) bool {
	return slices.ContainsFunc(b.Operations.List, func(o *operations.Operation) bool {
		others := slices.DeleteFunc(slices.Clone(o.Security), func(names []string) bool { return len(names) == 0 })
		return len(others) > 1 && slices.ContainsFunc(others, func(names []string) bool { return slices.Contains(names, s.Name) })
	})
}

func credentialText(d *gomodel.CredentialOption) string {
	switch d.Kind {
	case gomodel.CredentialSigner:
		what := d.In + " " + d.Wire
		if d.Wire == "" {
			what = "what it needs of the request"
		}
		return "sign sets " + what + ". It runs last, when everything else of the request is final."
	case gomodel.CredentialToken:
		return "token gives an access token, which is sent as a bearer token. It is asked for each attempt, and keeps the token as long as it is good."
	case gomodel.CredentialCert:
		return "certificate is shown to the server. A client of WithHTTPClient that has a Transport must have it there."
	case gomodel.CredentialBearer:
		return "token is sent as a bearer token in header Authorization."
	case gomodel.CredentialBasic:
		return "user and password are sent in header Authorization."
	}
	if d.In == "header" {
		return "token is sent as header " + d.Wire + "."
	}
	return "key is sent as " + d.In + " " + d.Wire + "."
}
