package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Scheme is a security scheme that a client can answer.
type Scheme struct {
	Name   string // in the document
	Word   string
	Scheme *api.SecurityScheme
	Kind   gomodel.CredentialKind
	Texts  []*SchemeText
}

// Source and Client are roles of a scheme beside its option, which have names of their own.
type (
	// Source is the option for a function that gives the credential.
	Source struct{ *Scheme }
	// Client is the option for the flow clientCredentials.
	Client struct{ *Scheme }
	// Const is the constant that names the scheme in support code.
	Const struct{ *Scheme }
)

// HasSource reports whether a function can give what the option takes, for each attempt anew.
func (s *Scheme) HasSource() bool {
	return s.Kind == gomodel.CredentialKey || s.Kind == gomodel.CredentialBearer || s.Kind == gomodel.CredentialBasic
}

// planSchemes plans an option for each scheme.
func (p *Planner) planSchemes() {
	for _, entry := range p.Doc.Components.SecuritySchemes {
		if entry.Value.Value == nil {
			continue // parse has reported the reference
		}
		s := &Scheme{Name: entry.Name, Word: p.Style.Exported(entry.Name), Scheme: entry.Value.Value}
		s.Kind = credentialKind(s.Scheme)
		s.Texts = p.schemeTexts(s.Scheme)
		p.operations.Schemes = append(p.operations.Schemes, s)
	}
}

// credentialKind returns what the option of a scheme takes. What only a conversation with the server gives, such as the digest of RFC
// 7616, is up to a function of the user.
func credentialKind(s *api.SecurityScheme) gomodel.CredentialKind {
	switch k := s.Kind.(type) {
	case api.APIKey:
		if v, ok := ExtensionOf(s.Extensions, "x-go-signer").(api.Bool); ok && bool(v) {
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
		return gomodel.CredentialBearer
	case api.MutualTLS:
		return gomodel.CredentialCert
	}
	return gomodel.CredentialSigner
}

// planSecurity returns the alternatives of an operation. One with a scheme that has no option is left out; the scheme is reported.
func (p *Planner) planSecurity(op *api.Operation) (alternatives [][]string) {
	security := op.Security
	if security == nil {
		security = p.Doc.Security
	}
	if security == nil {
		return nil
	}
	for _, r := range security.Alternatives {
		names := []string{}
		for _, use := range r.Schemes {
			if s := p.operations.SchemeOf(use); s != nil {
				names = append(names, s.Name)
			}
		}
		if len(names) == len(r.Schemes) {
			alternatives = append(alternatives, names)
		}
	}
	return alternatives
}

// SchemeOf returns what is planned for the scheme that a requirement names by component or, since 3.2, by URI; nil if nothing is.
func (l *Operations) SchemeOf(use api.SchemeUse) *Scheme {
	if s := l.Scheme(use.Name); s != nil {
		return s
	}
	i := slices.IndexFunc(l.Schemes, func(s *Scheme) bool { return s.Scheme == use.Target })
	if i < 0 {
		return nil
	}
	return l.Schemes[i]
}

// Scheme returns the scheme with a name in the document, nil for none.
func (l *Operations) Scheme(name string) *Scheme {
	for _, s := range l.Schemes {
		if s.Name == name {
			return s
		}
	}
	return nil
}
