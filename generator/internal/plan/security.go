package plan

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A scheme is a security scheme that a client can answer.
type scheme struct {
	name   string // in the document
	word   string
	scheme *api.SecurityScheme
	kind   gomodel.CredentialKind
}

// planSchemes plans an option for each scheme.
func (p *planner) planSchemes() {
	for _, entry := range p.doc.Components.SecuritySchemes {
		if entry.Value.Value == nil {
			continue // parse has reported the reference
		}
		s := &scheme{name: entry.Name, word: p.style.Exported(entry.Name), scheme: entry.Value.Value}
		s.kind = credentialKind(s.scheme)
		p.operations.schemes = append(p.operations.schemes, s)
	}
}

// credentialKind returns what the option of a scheme takes. What only a conversation with the server gives, such as the digest of RFC
// 7616, is up to a function of the user.
func credentialKind(s *api.SecurityScheme) gomodel.CredentialKind {
	switch k := s.Kind.(type) {
	case api.APIKey:
		if v, ok := extensionOf(s.Extensions, "x-go-signer").(api.Bool); ok && bool(v) {
			return gomodel.CredentialSigner
		}
		return gomodel.CredentialKey
	case api.HTTPAuth:
		switch strings.ToLower(k.Scheme) {
		case "bearer":
			return gomodel.CredentialBearer
		case "basic":
			return gomodel.CredentialBasic
		}
	case api.OAuth2, api.OpenIDConnect:
		return gomodel.CredentialToken
	case api.MutualTLS:
		return gomodel.CredentialCert
	}
	return gomodel.CredentialSigner
}

// planSecurity returns the alternatives of an operation. One with a scheme that has no option is left out; the scheme is reported.
func (p *planner) planSecurity(op *api.Operation) (alternatives [][]string) {
	security := op.Security
	if security == nil {
		security = p.doc.Security
	}
	if security == nil {
		return nil
	}
	for _, r := range security.Alternatives {
		names := []string{}
		for _, use := range r.Schemes {
			if s := p.operations.schemeOf(use); s != nil {
				names = append(names, s.name)
			}
		}
		if len(names) == len(r.Schemes) {
			alternatives = append(alternatives, names)
		}
	}
	return alternatives
}

// schemeOf returns what is planned for the scheme that a requirement names by component or, since 3.2, by URI; nil if nothing is.
func (l *Operations) schemeOf(use api.SchemeUse) *scheme {
	if s := l.scheme(use.Name); s != nil {
		return s
	}
	i := slices.IndexFunc(l.schemes, func(s *scheme) bool { return s.scheme == use.Target })
	if i < 0 {
		return nil
	}
	return l.schemes[i]
}

func (l *Operations) scheme(name string) *scheme {
	for _, s := range l.schemes {
		if s.name == name {
			return s
		}
	}
	return nil
}

func (p *planner) credentialDecl(s *scheme) gomodel.Decl {
	d := &gomodel.CredentialOption{Scheme: s.name, Kind: s.kind}
	d.Name, d.From = p.named.Of(s), s.scheme.Pos
	if key, ok := s.scheme.Kind.(api.APIKey); ok {
		d.In, d.Wire = string(key.In), key.Name
	}
	about := d.Name + " gives the credential of security scheme " + s.name + ": " + credentialText(d)
	if p.isAlternative(s) {
		about += " Of alternatives, the first of the document that is complete is used."
	}
	d.Doc = append(gomodel.Doc{gomodel.Text{{Text: about}}}, blocks(s.scheme.Description)...)
	return d
}

// isAlternative reports whether an operation takes the credential of a scheme or others instead.
func (p *planner) isAlternative(s *scheme) bool {
	return slices.ContainsFunc(p.operations.list, func(o *operation) bool {
		others := slices.DeleteFunc(slices.Clone(o.security), func(names []string) bool { return len(names) == 0 })
		return len(others) > 1 && slices.ContainsFunc(others, func(names []string) bool { return slices.Contains(names, s.name) })
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
