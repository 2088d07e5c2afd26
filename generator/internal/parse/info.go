package parse

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
)

func info(r *tree.Reader, at tree.Place) (info api.Info) {
	info.Pos = at.Pos()
	o, ok := r.Open(at, tree.InfoFields)
	if !ok {
		return info
	}
	info.Title, info.Summary, info.Description = o.Note("title"), o.Note("summary"), o.Note("description")
	info.TermsOfService, info.Version = o.Note("termsOfService"), o.Text("version")
	if at, ok := o.Member("contact"); ok && !r.IsNull(at, "an object") {
		info.Contact = contact(r, at)
	}
	if at, ok := o.Member("license"); ok && !r.IsNull(at, "an object") {
		info.License = license(r, at)
	}
	info.Extensions = o.Extensions()
	return info
}

func contact(r *tree.Reader, at tree.Place) *api.Contact {
	o, ok := r.Open(at, tree.ContactFields)
	if !ok {
		return nil
	}
	return &api.Contact{Name: o.Text("name"), URL: o.Text("url"), Email: o.Note("email"), Extensions: o.Extensions()}
}

func license(r *tree.Reader, at tree.Place) *api.License {
	o, ok := r.Open(at, tree.LicenseFields)
	if !ok {
		return nil
	}
	if o.Has("identifier") && o.Has("url") {
		r.Warn(at.Pos(), diag.RuleValue, "\"identifier\" and \"url\" of the License Object exclude each other")
	}
	return &api.License{Name: o.Text("name"), Identifier: o.Text("identifier"), URL: o.Text("url"), Extensions: o.Extensions()}
}

func servers(o tree.Object) (list []*api.Server) {
	for _, at := range o.Items("servers") {
		list = append(list, server(o.Reader, at))
	}
	return list
}

func server(r *tree.Reader, at tree.Place) *api.Server {
	s := &api.Server{Pos: at.Pos()}
	o, ok := r.Open(at, tree.ServerFields)
	if !ok {
		return s
	}
	s.URL, s.Name, s.Description = o.Text("url"), o.Text("name"), o.Note("description")
	s.Variables = tree.Named(o, "variables", func(at tree.Place) api.ServerVariable { return serverVariable(r, at) })
	s.Extensions = o.Extensions()
	names, ok := api.TemplateNames(s.URL)
	if at, given := o.Member("url"); given && !ok {
		r.Fail(at.Pos(), diag.RuleValue, "the braces of the URL %q do not match", s.URL)
		return s
	}
	for _, name := range names {
		if _, ok := api.Find(s.Variables, name); !ok {
			r.Warn(s.Pos, diag.RuleMissing, "the URL of the server has {%s}, but \"variables\" does not", name)
		}
	}
	for _, v := range s.Variables {
		if !slices.Contains(names, v.Name) {
			r.Warn(v.Pos, diag.RuleNoEffect, "the URL of the server does not use the variable %q", v.Name)
		}
	}
	return s
}

func serverVariable(r *tree.Reader, at tree.Place) (v api.ServerVariable) {
	o, ok := r.Open(at, tree.VariableFields)
	if !ok {
		return v
	}
	v.Default, v.Enum, v.Description, v.Extensions = o.Text("default"), o.Texts("enum"), o.Note("description"), o.Extensions()
	value, given := o.Member("default")
	if enum, ok := o.Member("enum"); ok && given && !slices.Contains(v.Enum, v.Default) {
		complain := r.Fail
		if r.Before(1) { // 3.0 recommends it only
			complain = r.Warn
		}
		complain(value.Pos(), diag.RuleDefault, "the default %q is not in the enum", v.Default).Related =
			[]diag.Related{{Pos: enum.Pos(), Message: "the enum is here"}}
	}
	return v
}

func externalDocs(o tree.Object) *api.ExternalDocs {
	at, ok := o.Member("externalDocs")
	if !ok || o.Reader.IsNull(at, "an object") {
		return nil
	}
	return externalDocsAt(o.Reader, at)
}

func externalDocsAt(r *tree.Reader, at tree.Place) *api.ExternalDocs {
	o, ok := r.Open(at, tree.ExternalDocsFields)
	if !ok {
		return nil
	}
	return &api.ExternalDocs{Pos: at.Pos(), URL: o.Text("url"), Description: o.Note("description"), Extensions: o.Extensions()}
}

func tags(o tree.Object) (list []*api.Tag) {
	seen := map[string]diag.Pos{}
	for _, at := range o.Items("tags") {
		t := tag(o.Reader, at)
		list = append(list, t)
		if first, ok := seen[t.Name]; ok && t.Name != "" {
			o.Reader.Warn(t.Pos, diag.RuleValue, "the tag %q is declared twice", t.Name).Related = []diag.Related{{Pos: first, Message: "first here"}}
		}
		seen[t.Name] = t.Pos
	}
	for _, t := range list {
		if _, ok := seen[t.Parent]; t.Parent != "" && !ok {
			o.Reader.Warn(t.Pos, diag.RuleValue, "the parent %q of the tag %q is not declared", t.Parent, t.Name)
		}
	}
	return list
}

func tag(r *tree.Reader, at tree.Place) *api.Tag {
	t := &api.Tag{Pos: at.Pos()}
	o, ok := r.Open(at, tree.TagFields)
	if !ok {
		return t
	}
	t.Name, t.Summary, t.Description = o.Text("name"), o.Note("summary"), o.Note("description")
	t.Parent, t.Kind = o.Text("parent"), o.Text("kind")
	t.ExternalDocs, t.Extensions = externalDocs(o), o.Extensions()
	return t
}

// componentNames: OAS, Components Object, Fixed Fields.
func componentNames(r *tree.Reader, at tree.Place) {
	if at.Resource.IsSwagger() { // Swagger 2.0 allows all names
		return
	}
	for i := range at.Node.Members {
		m := &at.Node.Members[i]
		if m.Name == "" || strings.Trim(m.Name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_") != "" {
			r.Warn(at.KeyPos(m), diag.RuleValue, "the name %q of a component may have only letters, digits, '.', '-' and '_'", m.Name)
		}
	}
}
