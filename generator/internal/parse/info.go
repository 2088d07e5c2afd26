package parse

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

func (p *parser) info(at place) (info api.Info) {
	info.Pos = p.pos(at)
	o, ok := p.open(at, &infoFields)
	if !ok {
		return info
	}
	info.Title, info.Summary, info.Description = o.note("title"), o.note("summary"), o.note("description")
	info.TermsOfService, info.Version = o.note("termsOfService"), o.text("version")
	if at, ok := o.member("contact"); ok && !p.isNull(at, "an object") {
		info.Contact = p.contact(at)
	}
	if at, ok := o.member("license"); ok && !p.isNull(at, "an object") {
		info.License = p.license(at)
	}
	info.Extensions = o.extensions()
	return info
}

func (p *parser) contact(at place) *api.Contact {
	o, ok := p.open(at, &contactFields)
	if !ok {
		return nil
	}
	return &api.Contact{Name: o.text("name"), URL: o.text("url"), Email: o.note("email"), Extensions: o.extensions()}
}

func (p *parser) license(at place) *api.License {
	o, ok := p.open(at, &licenseFields)
	if !ok {
		return nil
	}
	if o.has("identifier") && o.has("url") {
		p.Warn(p.pos(at), diag.RuleValue, "\"identifier\" and \"url\" of the License Object exclude each other")
	}
	return &api.License{Name: o.text("name"), Identifier: o.text("identifier"), URL: o.text("url"), Extensions: o.extensions()}
}

func (p *parser) servers(o object) (list []*api.Server) {
	for _, at := range o.items("servers") {
		list = append(list, p.server(at))
	}
	return list
}

func (p *parser) server(at place) *api.Server {
	s := &api.Server{Pos: p.pos(at)}
	o, ok := p.open(at, &serverFields)
	if !ok {
		return s
	}
	s.URL, s.Name, s.Description = o.text("url"), o.text("name"), o.note("description")
	s.Variables = named(o, "variables", p.serverVariable)
	s.Extensions = o.extensions()
	names, ok := api.TemplateNames(s.URL)
	if at, given := o.member("url"); given && !ok {
		p.Fail(p.pos(at), diag.RuleValue, "the braces of the URL %q do not match", s.URL)
		return s
	}
	for _, name := range names {
		if _, ok := api.Find(s.Variables, name); !ok {
			p.Warn(s.Pos, diag.RuleMissing, "the URL of the server has {%s}, but \"variables\" does not", name)
		}
	}
	for _, v := range s.Variables {
		if !slices.Contains(names, v.Name) {
			p.Warn(v.Pos, diag.RuleNoEffect, "the URL of the server does not use the variable %q", v.Name)
		}
	}
	return s
}

func (p *parser) serverVariable(at place) (v api.ServerVariable) {
	o, ok := p.open(at, &variableFields)
	if !ok {
		return v
	}
	v.Default, v.Enum, v.Description, v.Extensions = o.text("default"), o.texts("enum"), o.note("description"), o.extensions()
	value, given := o.member("default")
	if enum, ok := o.member("enum"); ok && given && !slices.Contains(v.Enum, v.Default) {
		complain := p.Fail
		if p.before(1) { // 3.0 recommends it only
			complain = p.Warn
		}
		complain(p.pos(value), diag.RuleDefault, "the default %q is not in the enum", v.Default).Related =
			[]diag.Related{{Pos: p.pos(enum), Message: "the enum is here"}}
	}
	return v
}

func (p *parser) externalDocs(o object) *api.ExternalDocs {
	at, ok := o.member("externalDocs")
	if !ok || p.isNull(at, "an object") {
		return nil
	}
	return p.externalDocsAt(at)
}

func (p *parser) externalDocsAt(at place) *api.ExternalDocs {
	o, ok := p.open(at, &externalDocsFields)
	if !ok {
		return nil
	}
	return &api.ExternalDocs{Pos: p.pos(at), URL: o.text("url"), Description: o.note("description"), Extensions: o.extensions()}
}

func (p *parser) tags(o object) (list []*api.Tag) {
	seen := map[string]diag.Pos{}
	for _, at := range o.items("tags") {
		t := p.tag(at)
		list = append(list, t)
		if first, ok := seen[t.Name]; ok && t.Name != "" {
			p.Warn(t.Pos, diag.RuleValue, "the tag %q is declared twice", t.Name).Related = []diag.Related{{Pos: first, Message: "first here"}}
		}
		seen[t.Name] = t.Pos
	}
	for _, t := range list {
		if _, ok := seen[t.Parent]; t.Parent != "" && !ok {
			p.Warn(t.Pos, diag.RuleValue, "the parent %q of the tag %q is not declared", t.Parent, t.Name)
		}
	}
	return list
}

func (p *parser) tag(at place) *api.Tag {
	t := &api.Tag{Pos: p.pos(at)}
	o, ok := p.open(at, &tagFields)
	if !ok {
		return t
	}
	t.Name, t.Summary, t.Description = o.text("name"), o.note("summary"), o.note("description")
	t.Parent, t.Kind = o.text("parent"), o.text("kind")
	t.ExternalDocs, t.Extensions = p.externalDocs(o), o.extensions()
	return t
}

// componentNames: OAS, Components Object, Fixed Fields.
func (p *parser) componentNames(o object, section string) {
	at, ok := o.member(section)
	if !ok || o.resource.swagger != nil { // Swagger 2.0 allows all names
		return
	}
	for i := range at.node.Members {
		m := &at.node.Members[i]
		if m.Name == "" || strings.Trim(m.Name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_") != "" {
			p.Warn(p.keyPos(at, m), diag.RuleValue, "the name %q of a component may have only letters, digits, '.', '-' and '_'", m.Name)
		}
	}
}
