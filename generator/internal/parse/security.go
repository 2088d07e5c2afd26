package parse

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// security reads a security field, nil if it is absent. OAS: Security Requirement Object.
func (p *parser) security(o object) *api.Security {
	at, ok := o.member("security")
	if !ok || p.isNull(at, "an array") {
		return nil
	}
	s := &api.Security{Pos: p.pos(at)}
	places := p.elements(at)
	s.Alternatives = make([]api.Requirement, len(places))
	for i, at := range places {
		s.Alternatives[i] = p.requirement(at)
	}
	return s
}

func (p *parser) requirement(at place) api.Requirement {
	r := api.Requirement{Pos: p.pos(at)}
	entries := p.entries(at)
	r.Schemes = make([]api.SchemeUse, len(entries))
	for i, e := range entries {
		r.Schemes[i] = api.SchemeUse{Pos: e.key, Name: e.name}
		for _, scope := range p.elements(e.place) {
			if text, ok := p.text(scope); ok {
				r.Schemes[i].Scopes = append(r.Schemes[i].Scopes, text)
			}
		}
		p.queue.names = append(p.queue.names, func() { p.findScheme(&r.Schemes[i]) })
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
	if !p.before(2) && strings.Contains(use.Name, "#") {
		if found := p.locate(p.entry.root, use.Name, use.Pos); !found.failed() {
			use.Target = p.schemes.find(found.place)
		}
		if use.Target != nil {
			return
		}
	}
	section := "the components"
	if p.entry.root.swagger != nil {
		section = "\"securityDefinitions\""
	}
	p.Warn(use.Pos, diag.RuleSecurity, "there is no security scheme %q in %s; the client cannot answer it", use.Name, section).Hint =
		p.Suggest(use.Name, len(schemes), func() []string { return namesOf(schemes) })
}

func (p *parser) scheme(at place, s *api.SecurityScheme) {
	s.Pos = p.pos(at)
	s.Kind = api.UnknownScheme{}
	o, ok := p.open(at, &schemeFields)
	if !ok {
		return
	}
	s.Description, s.Deprecated, s.Extensions = o.note("description"), o.flag("deprecated"), o.extensions()
	s.Kind = p.schemeKind(o)
}

func (p *parser) schemeKind(o object) api.SchemeKind {
	known := []string{"apiKey", "http", "oauth2", "openIdConnect"}
	if !p.before(1) {
		known = append(known, "mutualTLS")
	}
	kind := o.text("type")
	if o.resource.swagger != nil {
		known = []string{"basic", "apiKey", "oauth2"}
	}
	switch {
	case kind == "apiKey":
		o.need("name", "in")
		if k := (api.APIKey{Name: o.text("name"), In: p.location(o, keyPlaces(o.place))}); k.Name != "" && k.In != "" {
			return k
		}
		return api.UnknownScheme{Type: kind} // where the key goes is up to the user
	case kind == "http":
		o.need("scheme")
		return api.HTTPAuth{Scheme: o.text("scheme"), BearerFormat: o.text("bearerFormat")}
	case kind == "oauth2":
		o.need("flows")
		return api.OAuth2{Flows: p.flows(o), MetadataURL: o.text("oauth2MetadataUrl")}
	case kind == "openIdConnect":
		o.need("openIdConnectUrl")
		return api.OpenIDConnect{URL: o.text("openIdConnectUrl")}
	case kind == "mutualTLS" && !p.before(1):
		return api.MutualTLS{}
	}
	if at, ok := o.member("type"); ok {
		f := p.Fail(p.pos(at), diag.RuleValue, "%q is no type of a security scheme", kind)
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

func keyPlaces(at place) []api.Location {
	if at.resource.swagger != nil {
		return []api.Location{api.InQuery, api.InHeader}
	}
	return []api.Location{api.InQuery, api.InHeader, api.InCookie}
}

// need reports fields that the type of a security scheme demands.
func (o object) need(names ...string) {
	for _, name := range names {
		if n := o.node.Get(name); n == nil || n.Kind == source.String && n.Text == "" {
			o.p.Fail(o.p.pos(o.place), diag.RuleMissing, "a security scheme of the type %q needs %q", o.text("type"), name)
		}
	}
}

func (p *parser) flows(o object) (list []api.Flow) {
	at, ok := o.member("flows")
	if !ok || p.isNull(at, "an object") {
		return nil
	}
	flows, ok := p.open(at, &flowsFields)
	if !ok {
		return nil
	}
	for i := range flows.node.Members {
		name := flows.node.Members[i].Name
		if flowsFields.find(name) == nil {
			continue
		}
		if at, ok := flows.member(name); ok && at.node.Kind != source.Null {
			list = append(list, p.flow(at, api.FlowKind(name)))
		}
	}
	return list
}

func (p *parser) flow(at place, kind api.FlowKind) api.Flow {
	f := api.Flow{Pos: p.pos(at), Kind: kind}
	o, ok := p.open(at, &flowFields)
	if !ok {
		return f
	}
	f.AuthorizationURL, f.TokenURL, f.RefreshURL = o.text("authorizationUrl"), o.text("tokenUrl"), o.text("refreshUrl")
	f.DeviceAuthorizationURL = o.text("deviceAuthorizationUrl")
	f.Scopes = named(o, "scopes", func(at place) string {
		s, _ := p.text(at)
		return s
	})
	f.Extensions = o.extensions()
	p.flowURLs(o, kind)
	return f
}

// flowURLs: which URL a flow must have. Code can do without it, since the user brings the token.
func (p *parser) flowURLs(o object, kind api.FlowKind) {
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
		if o.node.Member(name) == nil {
			p.Warn(p.pos(o.place), diag.RuleMissing, "the flow %q needs %q", string(kind), name)
		}
	}
}
