package client

import (
	"net/url"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// credentialDecls builds the options for a security scheme, and the constants that the document has about it.
func (b *Builder) credentialDecls(s *operations.Scheme) (decls []gomodel.Decl) {
	d := &gomodel.CredentialOption{Const: b.Names.Of(operations.Const{Scheme: s}), Kind: s.Kind}
	d.Name, d.From = b.Names.Of(s), s.Scheme.Pos
	d.In, d.Wire = place(s)
	about := d.Name + " gives the credential of security scheme " + s.Name + ": " + credentialText(d)
	if b.isAlternative(s) {
		about += " Of alternatives, the first of the document that is complete is used."
	}
	d.Doc = append(gomodel.Doc{gomodel.Text{{Text: about}}}, words.Blocks(s.Scheme.Description)...)
	if s.HasSource() {
		d.Source = &gomodel.SourceOption{Name: b.Names.Of(operations.Source{Scheme: s})}
		d.Source.Doc = gomodel.Doc{(&words.Text{}).Add(d.Source.Name+" is ").Link(b.Names.Own(d.Name), false, "").
			Add(" with a function that is asked for each attempt. After status 401 it is asked once more, see ").
			Link(b.Names.Own("RejectedToken"), false, "").Add(". It should keep what it gives as long as that is valid.").Spans}
	}
	if url := s.TokenURL(); url != nil {
		d.Client = &gomodel.ClientOption{Name: b.Names.Of(operations.Client{Scheme: s}), TokenURL: b.Names.Of(url)}
		d.Client.Doc = gomodel.Doc{(&words.Text{}).Add(d.Client.Name+" is ").Link(b.Names.Own(d.Name), false, "").
			Add(" with tokens for the client itself, which are asked for at ").Link(b.Names.Own(d.Client.TokenURL), false, "").
			Add(" (RFC 6749, section 4.4) and kept until shortly before they expire.").Spans}
	}
	if len(s.Texts) > 0 {
		decls = append(decls, b.schemeConstants(s))
	}
	return append(decls, d)
}

// schemeConstants builds the URLs and scopes of a scheme.
func (b *Builder) schemeConstants(s *operations.Scheme) *gomodel.TextConstants {
	d := &gomodel.TextConstants{}
	d.Name, d.From = b.Names.Of(s.Texts[0]), s.Scheme.Pos
	d.Doc = gomodel.Doc{gomodel.Text{{Text: "What the document says of security scheme " + s.Name + "."}}}
	for _, t := range s.Texts {
		d.List = append(d.List, gomodel.TextConstant{Name: b.Names.Of(t), Text: t.Text, About: words.PlainText(t.About)})
	}
	return d
}

// place returns where a credential is sent, and its name there.
func place(s *operations.Scheme) (in, name string) {
	switch kind := s.Scheme.Kind.(type) {
	case api.APIKey:
		if kind.In == api.InQuery {
			return string(kind.In), strings.ReplaceAll(url.QueryEscape(kind.Name), "+", "%20")
		}
		return string(kind.In), kind.Name
	case api.MutualTLS:
		return "", ""
	}
	return "header", "Authorization"
}

// isAlternative reports whether an operation takes the credential of a scheme or others instead.
func (b *Builder) isAlternative(s *operations.Scheme) bool {
	return slices.ContainsFunc(b.Operations.List, func(o *operations.Operation) bool {
		others := slices.DeleteFunc(slices.Clone(o.Security), func(names []string) bool { return len(names) == 0 })
		return len(others) > 1 && slices.ContainsFunc(others, func(names []string) bool { return slices.Contains(names, s.Name) })
	})
}

// security returns the alternatives of an operation, by the constants of schemes.
func (b *Builder) security(o *operations.Operation) (alternatives [][]string) {
	for _, names := range o.Security {
		consts := make([]string, len(names))
		for i, name := range names {
			consts[i] = b.Names.Of(operations.Const{Scheme: b.Operations.Scheme(name)})
		}
		alternatives = append(alternatives, consts)
	}
	return alternatives
}

func credentialText(d *gomodel.CredentialOption) string {
	switch d.Kind {
	case gomodel.CredentialSigner:
		return "sign sets " + d.In + " " + d.Wire + ". It runs last, when everything else of the request is final."
	case gomodel.CredentialCert:
		return "certificate is shown to the server. A client of WithHTTPClient that has a Transport must have it there."
	case gomodel.CredentialBearer:
		return "token is sent as a bearer token in header Authorization."
	case gomodel.CredentialBasic:
		return "user and password are sent in header Authorization."
	}
	if d.In == "header" {
		return "token is sent as header " + d.Wire + "."
	}
	name := d.Wire
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	return "key is sent as " + d.In + " " + name + "."
}
