package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A SchemeText is a constant about a security scheme.
type SchemeText struct {
	Suffix string // of its name, behind the word of the scheme
	Longer string // the suffix if another constant has that one
	Text   string
	About  string // what the document says, or what it is
}

// tokenURL is the suffix of the URL where tokens are asked for.
const tokenURL = "TokenURL"

// TokenURL returns where the flow clientCredentials asks for tokens, nil if the scheme does not have it.
func (s *Scheme) TokenURL() *SchemeText {
	oauth, ok := s.Scheme.Kind.(api.OAuth2)
	if !ok {
		return nil
	}
	for _, f := range oauth.Flows {
		if f.Kind != api.FlowClientCredentials {
			continue
		}
		for _, t := range s.Texts {
			if t.Text == f.TokenURL && (t.Suffix == tokenURL || t.Suffix == "ClientCredentials"+tokenURL) {
				return t
			}
		}
	}
	return nil
}

// schemeTexts returns the URLs and scopes of a scheme (OpenAPI, OAuth Flows Object). Where two flows have different URLs, that of the
// second one has the name of the flow.
func (p *Planner) schemeTexts(s *api.SecurityScheme) (list []*SchemeText) {
	add := func(flow, suffix, text, about string) {
		if text == "" || slices.ContainsFunc(list, func(t *SchemeText) bool { return t.Suffix == suffix && t.Text == text }) {
			return
		}
		if slices.ContainsFunc(list, func(t *SchemeText) bool { return t.Suffix == suffix }) {
			suffix = p.Style.Exported(flow) + suffix
		}
		list = append(list, &SchemeText{suffix, suffix + "Constant", text, about})
	}
	switch kind := s.Kind.(type) {
	case api.OpenIDConnect:
		add("", "DiscoveryURL", kind.URL, "where the provider describes itself")
	case api.OAuth2:
		for _, f := range kind.Flows {
			add(string(f.Kind), "AuthorizationURL", f.AuthorizationURL, "where the user agrees")
			add(string(f.Kind), tokenURL, f.TokenURL, "where tokens are asked for")
			add(string(f.Kind), "RefreshURL", f.RefreshURL, "where a token is exchanged for a new one")
			add(string(f.Kind), "DeviceAuthorizationURL", f.DeviceAuthorizationURL, "where a device begins")
		}
		list = append(list, p.scopes(kind.Flows)...)
	}
	return list
}

// scopes returns the scopes of all flows. One that is a URL has the name of its last part, if no other has that.
func (p *Planner) scopes(flows []api.Flow) (list []*SchemeText) {
	for _, f := range flows {
		for _, scope := range f.Scopes {
			word := p.Style.Exported(scope.Name)
			if word == "" || slices.ContainsFunc(list, func(t *SchemeText) bool { return t.Text == scope.Name }) {
				continue
			}
			short := p.Style.Exported(scope.Name[strings.LastIndex(strings.TrimRight(scope.Name, "/"), "/")+1:])
			if !strings.Contains(scope.Name, "://") || short == "" {
				short = word
			}
			list = append(list, &SchemeText{"Scope" + short, "Scope" + word, scope.Name, scope.Value})
		}
	}
	return list
}
