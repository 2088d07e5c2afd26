package parse

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// scheme rewrites a security scheme: basic is one of HTTP, and the flow of OAuth 2 an object. Swagger 2.0: Security Scheme Object.
func (s *swagger) scheme(at place) *source.Node {
	if isReference(at.node) {
		return at.node
	}
	kind := textOf(at.node, "type")
	if kind == "http" || kind == "openIdConnect" {
		s.p.Warn(s.p.pos(at.child("type", at.node.Get("type"))), diag.RuleValue, "%q is no type of a security scheme in Swagger 2.0; it is read as in OpenAPI 3", kind).Hint =
			"it must be one of basic, apiKey, oauth2"
		return at.node
	}
	out := s.object(at, &swaggerScheme, func(out *source.Node, m *source.Member, child place) {
		switch m.Name {
		case "type":
			if kind != "basic" {
				out.Members = append(out.Members, *m)
				break
			}
			put(out, m.Name, m, newText(m.Value, "http"))
			put(out, "scheme", m, s.from(child, newText(m.Value, "basic")))
		case "flow", "authorizationUrl", "tokenUrl", "scopes":
			if kind != "oauth2" {
				s.p.Warn(s.p.keyPos(at, m), diag.RuleNoEffect, "%q has an effect in a security scheme of the type \"oauth2\" only", m.Name)
			}
		default:
			out.Members = append(out.Members, *m)
		}
	})
	if kind == "oauth2" {
		add(out, "flows", at.node, s.flows(at))
	}
	return out
}

// flows makes the object that OpenAPI 3 has for one flow or several.
func (s *swagger) flows(at place) *source.Node {
	flows := newObject(at.node)
	m := at.node.Member("flow")
	if m == nil {
		s.p.Warn(s.p.pos(at), diag.RuleMissing, "a security scheme of the type \"oauth2\" needs \"flow\"")
		return flows
	}
	name, ok := s.p.text(at.child(m.Name, m.Value))
	if !ok {
		return flows
	}
	switch name {
	case "implicit", "password":
	case "application":
		name = string(api.FlowClientCredentials)
	case "accessCode":
		name = string(api.FlowAuthorizationCode)
	default:
		s.p.Warn(s.p.pos(at.child(m.Name, m.Value)), diag.RuleValue, "%q is no flow", name).Hint = "it must be one of implicit, password, application, accessCode"
		return flows
	}
	flow := newObject(at.node)
	for i := range at.node.Members {
		switch f := &at.node.Members[i]; f.Name {
		case "authorizationUrl", "tokenUrl":
			flow.Members = append(flow.Members, *f)
		case "scopes":
			s.scopes(flow, f, at.child(f.Name, f.Value))
		}
	}
	put(flows, name, m, s.from(at, flow))
	return flows
}

// scopes adds the scopes of a flow. Their extensions become those of the flow: OpenAPI 3 has a plain map.
func (s *swagger) scopes(flow *source.Node, m *source.Member, at place) {
	if m.Value.Kind != source.Object {
		flow.Members = append(flow.Members, *m)
		return
	}
	scopes := newObject(m.Value)
	for i := range m.Value.Members {
		scope := &m.Value.Members[i]
		if isExtension(scope.Name) {
			put(flow, scope.Name, scope, s.from(at.child(scope.Name, scope.Value), scope.Value))
		} else {
			scopes.Members = append(scopes.Members, *scope)
		}
	}
	put(flow, m.Name, m, scopes)
}
