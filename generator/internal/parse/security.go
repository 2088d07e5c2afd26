package parse

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// security reads a security field, nil if it is absent. OAS: Security Requirement Object.
func (p *parser) security(o tree.Object) *api.Security {
	at, ok := o.Member("security")
	if !ok || p.IsNull(at, "an array") {
		return nil
	}
	s := &api.Security{Pos: at.Pos()}
	places := p.Elements(at)
	s.Alternatives = make([]api.Requirement, len(places))
	for i, at := range places {
		s.Alternatives[i] = p.requirement(at)
	}
	return s
}

func (p *parser) requirement(at tree.Place) api.Requirement {
	r := api.Requirement{Pos: at.Pos()}
	entries := p.Entries(at)
	r.Schemes = make([]api.SchemeUse, len(entries))
	for i, e := range entries {
		r.Schemes[i] = api.SchemeUse{Pos: e.Key, Name: e.Name}
		for _, scope := range p.Elements(e.Place) {
			if text, ok := p.Text(scope); ok {
				r.Schemes[i].Scopes = append(r.Schemes[i].Scopes, text)
			}
		}
		p.refs.names = append(p.refs.names, func() { p.findScheme(&r.Schemes[i]) })
	}
	return r
}

// findScheme looks a scheme up by its name; since 3.2 the name may be a URI.
func (p *parser) findScheme(use *api.SchemeUse) {
	schemes := p.doc.Components.SecuritySchemes
	if found, ok := api.Find(schemes, use.Name); ok {
		use.Target = found.Value
		return
	}
	if !p.Before(2) && strings.Contains(use.Name, "#") {
		if found := p.files.Locate(p.files.Entry.Root, use.Name, use.Pos); !found.Failed() {
			use.Target = p.kinds.schemes.find(found.Place)
		}
		if use.Target != nil {
			return
		}
	}
	section := "the components"
	if p.files.Entry.Root.IsSwagger() {
		section = "\"securityDefinitions\""
	}
	f := p.Warn(use.Pos, diag.RuleSecurity, "there is no security scheme %q in %s; the client cannot answer it", use.Name, section)
	f.Hint = p.Suggest(use.Name, len(schemes), func() []string { return namesOf(schemes) })
	f.Loses = true
}

func (p *parser) scheme(at tree.Place, s *api.SecurityScheme) {
	s.Pos = at.Pos()
	s.Kind = api.UnknownScheme{}
	o, ok := p.Open(at, tree.SchemeFields)
	if !ok {
		return
	}
	s.Description, s.Deprecated, s.Extensions = o.Note("description"), o.Flag("deprecated"), o.Extensions()
	s.Kind = p.schemeKind(o)
}

func (p *parser) schemeKind(o tree.Object) api.SchemeKind {
	known := []string{"apiKey", "http", "oauth2", "openIdConnect"}
	if !p.Before(1) {
		known = append(known, "mutualTLS")
	}
	kind := o.Text("type")
	if o.Resource.IsSwagger() {
		known = []string{"basic", "apiKey", "oauth2"}
	}
	switch {
	case kind == "apiKey":
		needAll(o, "name", "in")
		if k := (api.APIKey{Name: o.Text("name"), In: location(o, keyPlaces(o.Place))}); k.Name != "" && k.In != "" {
			return k
		}
		return api.UnknownScheme{Type: kind} // where the key goes is up to the user
	case kind == "http":
		needAll(o, "scheme")
		return api.HTTPAuth{Scheme: o.Text("scheme"), BearerFormat: o.Text("bearerFormat")}
	case kind == "oauth2":
		needAll(o, "flows")
		return api.OAuth2{Flows: flows(o), MetadataURL: o.Text("oauth2MetadataUrl")}
	case kind == "openIdConnect":
		needAll(o, "openIdConnectUrl")
		return api.OpenIDConnect{URL: o.Text("openIdConnectUrl")}
	case kind == "mutualTLS" && !p.Before(1):
		return api.MutualTLS{}
	}
	if at, ok := o.Member("type"); ok {
		f := p.Fail(at.Pos(), diag.RuleValue, "%q is no type of a security scheme", kind)
		if f.Hint = report.DidYouMean(kind, known); f.Hint == "" {
			f.Hint = "it must be one of " + strings.Join(known, ", ")
		}
		switch kind {
		case "mutualTLS":
			f.Hint = "it exists since OpenAPI 3.1"
		case "basic":
			f.Hint = "write \"type: http\" and \"scheme: basic\""
		}
	}
	return api.UnknownScheme{Type: kind}
}

func keyPlaces(at tree.Place) []api.Location {
	if at.Resource.IsSwagger() {
		return []api.Location{api.InQuery, api.InHeader}
	}
	return []api.Location{api.InQuery, api.InHeader, api.InCookie}
}

// needAll reports fields that the type of a security scheme demands.
func needAll(o tree.Object, names ...string) {
	for _, name := range names {
		if n := o.Node.Get(name); n == nil || n.Kind == source.String && n.Text == "" {
			o.Reader.Fail(o.Pos(), diag.RuleMissing, "a security scheme of the type %q needs %q", o.Text("type"), name)
		}
	}
}

func flows(o tree.Object) (list []api.Flow) {
	at, ok := o.Member("flows")
	if !ok || o.Reader.IsNull(at, "an object") {
		return nil
	}
	flows, ok := o.Reader.Open(at, tree.FlowsFields)
	if !ok {
		return nil
	}
	for i := range flows.Node.Members {
		name := flows.Node.Members[i].Name
		if tree.FlowsFields.Find(name) == nil {
			continue
		}
		if at, ok := flows.Member(name); ok && at.Node.Kind != source.Null {
			list = append(list, flow(o.Reader, at, api.FlowKind(name)))
		}
	}
	return list
}

func flow(r *tree.Reader, at tree.Place, kind api.FlowKind) api.Flow {
	f := api.Flow{Pos: at.Pos(), Kind: kind}
	o, ok := r.Open(at, tree.FlowFields)
	if !ok {
		return f
	}
	f.AuthorizationURL, f.TokenURL, f.RefreshURL = o.Text("authorizationUrl"), o.Text("tokenUrl"), o.Text("refreshUrl")
	f.DeviceAuthorizationURL = o.Text("deviceAuthorizationUrl")
	f.Scopes = tree.Named(o, "scopes", func(at tree.Place) string {
		s, _ := r.Text(at)
		return s
	})
	f.Extensions = o.Extensions()
	flowURLs(o, kind)
	return f
}

// flowURLs: which URL a flow must have. Code can do without it, since the user brings the token.
func flowURLs(o tree.Object, kind api.FlowKind) {
	var names []string
	switch kind {
	case api.FlowImplicit:
		names = []string{"authorizationUrl"}
	case api.FlowAuthorizationCode:
		names = []string{"authorizationUrl", "tokenUrl"}
	case api.FlowDeviceAuthorization:
		names = []string{"deviceAuthorizationUrl", "tokenUrl"}
	default:
		names = []string{"tokenUrl"}
	}
	for _, name := range names {
		if o.Node.Member(name) == nil {
			o.Reader.Warn(o.Pos(), diag.RuleMissing, "the flow %q needs %q", string(kind), name)
		}
	}
}
