package effective

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A SchemePair is a security scheme of both documents: of one name, or of another name with the same content.
type SchemePair struct {
	ID             string // the same for the uses of both
	OldName        string
	NewName        string
	Old, New       *api.SecurityScheme
	OldPos, NewPos diag.Pos
	Used           bool // by an operation of both documents
}

// A Schemes has the security schemes of both documents in pairs. What a scheme is called means nothing on the wire.
type Schemes struct {
	old   *Document
	Pairs []SchemePair
}

// NewSchemes pairs schemes: those of one name and content first, then of one content, then of one name.
func NewSchemes(before, after *Document) *Schemes {
	c := &Schemes{old: before}
	oldList, newList := before.API.Components.SecuritySchemes, after.API.Components.SecuritySchemes
	taken := map[string]bool{}
	pairUp := func(fits func(o, n api.Named[api.Use[api.SecurityScheme]]) bool) {
		for _, o := range oldList {
			if o.Value.Value == nil || slices.ContainsFunc(c.Pairs, func(s SchemePair) bool { return s.OldName == o.Name }) {
				continue
			}
			for _, n := range newList {
				if n.Value.Value != nil && !taken[n.Name] && fits(o, n) {
					taken[n.Name] = true
					c.Pairs = append(c.Pairs, SchemePair{ID: o.Name, OldName: o.Name, NewName: n.Name, Old: o.Value.Value,
						New:    n.Value.Value,
						OldPos: o.Value.Value.Pos, NewPos: n.Value.Value.Pos})
					break
				}
			}
		}
	}
	content := func(o, n api.Named[api.Use[api.SecurityScheme]]) bool {
		return ContentOf(o.Value.Value.Kind) == ContentOf(n.Value.Value.Kind)
	}
	name := func(o, n api.Named[api.Use[api.SecurityScheme]]) bool { return o.Name == n.Name }
	pairUp(func(o, n api.Named[api.Use[api.SecurityScheme]]) bool { return name(o, n) && content(o, n) })
	pairUp(content)
	pairUp(name)
	return c
}

// identityOf is what a use of a scheme has in common with uses in the other document.
func (c *Schemes) identityOf(s *Document, use api.SchemeUse) string {
	for _, p := range c.Pairs {
		if s == c.old && p.Old == use.Target || s != c.old && p.New == use.Target {
			return p.ID
		}
	}
	if use.Target != nil {
		return "content " + ContentOf(use.Target.Kind)
	}
	return "name " + use.Name
}

// WireOf is what a message has of a scheme.
func WireOf(k api.SchemeKind) string {
	switch k := k.(type) {
	case api.APIKey:
		if k.In == api.InHeader {
			return "header " + strings.ToLower(k.Name)
		}
		return string(k.In) + " " + k.Name
	case api.HTTPAuth:
		return "http " + strings.ToLower(k.Scheme)
	case api.OAuth2, api.OpenIDConnect:
		return "http bearer"
	case api.MutualTLS:
		return "client certificate"
	case api.UnknownScheme:
		return "type " + k.Type
	}
	return ""
}

// ContentOf is all of a scheme that callers go by: also where tokens come from.
func ContentOf(k api.SchemeKind) string {
	parts := []string{WireOf(k)}
	switch k := k.(type) {
	case api.OAuth2:
		parts = append(parts, "oauth2")
		for _, f := range k.Flows {
			parts = append(parts, FlowText(f))
		}
		slices.Sort(parts[2:])
	case api.OpenIDConnect:
		parts = append(parts, "openIdConnect", k.URL)
	}
	return strings.Join(parts, " ")
}

// FlowText is what callers go by: the kind and the addresses.
func FlowText(f api.Flow) string {
	return strings.Join([]string{string(f.Kind), f.AuthorizationURL, f.TokenURL, f.DeviceAuthorizationURL}, " ")
}

// Demands reports whether an alternative has a scheme.
func Demands(list []Requirement, id string) bool { return AlternativeWith(list, id) != nil }

// AlternativeWith returns an alternative that has a scheme, nil for none.
func AlternativeWith(list []Requirement, id string) *Requirement {
	for i := range list {
		if _, ok := list[i].scopes[id]; ok {
			return &list[i]
		}
	}
	return nil
}

// ShownScheme is a scheme as sentences have it.
func ShownScheme(k api.SchemeKind) string {
	switch k := k.(type) {
	case api.APIKey:
		return string(k.In) + " " + k.Name
	case api.OAuth2:
		return "oauth2"
	case api.OpenIDConnect:
		return "openIdConnect " + k.URL
	}
	return WireOf(k)
}
