package verify

import (
	"encoding/base64"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

// security judges the credentials: those of one alternative must all be there. OAS: Security Requirement Object.
func (p *parameters) security(s *api.Security) {
	if s == nil || len(s.Alternatives) == 0 {
		return
	}
	var unknown, missing []string
	for _, alternative := range s.Alternatives {
		lacks, cannot := p.lacking(alternative)
		if lacks == "" && cannot == "" {
			return
		}
		if lacks == "" {
			unknown = append(unknown, cannot)
		} else {
			missing = append(missing, lacks)
		}
	}
	if len(unknown) > 0 {
		p.problem("security: %s", strings.Join(unknown, "; "))
		return
	}
	p.add("security", "", "", "missing %s", strings.Join(missing, ", or "))
}

// lacking returns what the message lacks for an alternative, or why that cannot be said. Both are "" if it has all.
func (p *parameters) lacking(alternative api.Requirement) (lacks, cannot string) {
	for _, use := range alternative.Schemes {
		if use.Target == nil {
			return "", "the scheme " + use.Name + " is not known"
		}
		switch kind := use.Target.Kind.(type) {
		case api.APIKey:
			if !p.hasKey(kind) {
				return use.Name, ""
			}
		case api.HTTPAuth:
			if !p.hasAuthorization(kind.Scheme) {
				return use.Name, ""
			}
		case api.OAuth2, api.OpenIDConnect:
			if !p.hasAuthorization("bearer") {
				return use.Name, ""
			}
			if i := slices.IndexFunc(use.Scopes, func(scope string) bool { return !slices.Contains(p.header.Grants.Scopes, scope) }); i >= 0 {
				return use.Name + " with the scope " + use.Scopes[i], ""
			}
		case api.MutualTLS:
			if !p.header.Grants.Certificate {
				return use.Name, ""
			}
		default:
			cannot = "the type of the scheme " + use.Name + " is not known"
		}
	}
	return "", cannot
}

// hasKey reports whether the message has a key; names of headers have no case.
func (p *parameters) hasKey(k api.APIKey) bool {
	var values []string
	switch k.In {
	case api.InHeader:
		values = p.header.Header.Values(k.Name)
	case api.InQuery:
		values = wire.Named(p.request.query, k.Name)
	case api.InCookie:
		values = wire.Named(wire.ParseCookies(p.header.Header.Values("Cookie")), k.Name)
	}
	return slices.ContainsFunc(values, func(value string) bool { return value != "" })
}

// hasAuthorization reports whether the header Authorization has credentials of a scheme (RFC 9110, section 11.4). Those of basic
// are base64 of user:password (RFC 7617, section 2).
func (p *parameters) hasAuthorization(scheme string) bool {
	for _, value := range p.header.Header.Values("Authorization") {
		name, credentials, _ := strings.Cut(value, " ")
		if !strings.EqualFold(name, scheme) || strings.TrimSpace(credentials) == "" {
			continue
		}
		if !strings.EqualFold(scheme, "basic") {
			return true
		}
		text, err := base64.StdEncoding.DecodeString(strings.TrimSpace(credentials))
		if err == nil && strings.Contains(string(text), ":") {
			return true
		}
	}
	return false
}
