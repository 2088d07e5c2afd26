package swagger

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// scheme rewrites a security scheme: basic is one of HTTP, and the flow of OAuth 2 an object. Swagger 2.0: Security Scheme Object.
func (s *file) scheme(at tree.Place) *source.Node {
	if isReference(at.Node) {
		return at.Node
	}
	kind := tree.TextOf(at.Node, "type")
	if kind == "http" || kind == "openIdConnect" {
		s.Warn(at.Child("type", at.Node.Get("type")).Pos(), diag.RuleValue, "%q is no type of a security scheme in Swagger 2.0; it is read as in OpenAPI 3", kind).Hint =
			"it must be one of basic, apiKey, oauth2"
		return at.Node
	}
	out := s.object(at, schemeFields, func(out *source.Node, m *source.Member, child tree.Place) {
		switch m.Name {
		case "type":
			if kind != "basic" {
				out.Members = append(out.Members, *m)
				break
			}
			tree.Put(out, m.Name, m, tree.NewText(m.Value, "http"))
			tree.Put(out, "scheme", m, s.from(child, tree.NewText(m.Value, "basic")))
		case "flow", "authorizationUrl", "tokenUrl", "scopes":
			if kind != "oauth2" {
				s.Warn(at.KeyPos(m), diag.RuleNoEffect, "%q has an effect in a security scheme of the type \"oauth2\" only", m.Name)
			}
		default:
			out.Members = append(out.Members, *m)
		}
	})
	if kind == "oauth2" {
		tree.Add(out, "flows", at.Node, s.flows(at))
	}
	return out
}

// flows makes the object that OpenAPI 3 has for one flow or several.
func (s *file) flows(at tree.Place) *source.Node {
	flows := tree.NewObject(at.Node)
	m := at.Node.Member("flow")
	if m == nil {
		s.Warn(at.Pos(), diag.RuleMissing, "a security scheme of the type \"oauth2\" needs \"flow\"")
		return flows
	}
	name, ok := s.Text(at.Child(m.Name, m.Value))
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
		s.Warn(at.Child(m.Name, m.Value).Pos(), diag.RuleValue, "%q is not a flow", name).Hint = "it must be one of implicit, password, application, accessCode"
		return flows
	}
	flow := tree.NewObject(at.Node)
	for i := range at.Node.Members {
		switch f := &at.Node.Members[i]; f.Name {
		case "authorizationUrl", "tokenUrl":
			flow.Members = append(flow.Members, *f)
		case "scopes":
			s.scopes(flow, f, at.Child(f.Name, f.Value))
		}
	}
	tree.Put(flows, name, m, s.from(at, flow))
	return flows
}

// scopes adds the scopes of a flow. Their extensions become those of the flow: OpenAPI 3 has a plain map.
func (s *file) scopes(flow *source.Node, m *source.Member, at tree.Place) {
	if m.Value.Kind != source.Object {
		flow.Members = append(flow.Members, *m)
		return
	}
	scopes := tree.NewObject(m.Value)
	for i := range m.Value.Members {
		scope := &m.Value.Members[i]
		if tree.IsExtension(scope.Name) {
			tree.Put(flow, scope.Name, scope, s.from(at.Child(scope.Name, scope.Value), scope.Value))
		} else {
			scopes.Members = append(scopes.Members, *scope)
		}
	}
	tree.Put(flow, m.Name, m, scopes)
}
