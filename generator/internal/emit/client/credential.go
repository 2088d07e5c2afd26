package client

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// CredentialOption prints With<Scheme> (OpenAPI, security scheme object), behind the constant that names the scheme in support code, and
// what else may give the credential.
func CredentialOption(o *gomodel.CredentialOption) jen.Code {
	scheme := jen.Id(o.Const)
	text := strings.TrimRight(o.Name+" "+o.In+" "+o.Wire, " ")
	parts := []jen.Code{jen.Const().Add(scheme).Op("=").Add(golang.Text(text))}
	option := func(name string, doc gomodel.Doc, params jen.Code, with string, args ...jen.Code) {
		call := jen.Id(with).Call(append([]jen.Code{scheme}, args...)...)
		parts = append(parts, golang.Doc(doc, golang.PageWidth).Func().Id(name).Params(params).Id("Option").Block(jen.Return(call)))
	}
	switch o.Kind {
	case gomodel.CredentialCert:
		option(o.Name, o.Doc, jen.Id("certificate").Qual("crypto/tls", "Certificate"), "withCertificate", jen.Id("certificate"))
	case gomodel.CredentialSigner:
		sign := jen.Id("sign").Func().Params(requestParam(), jen.Id("body").Index().Byte()).Error()
		option(o.Name, o.Doc, sign, "withCredential", jen.Id("sign"))
	case gomodel.CredentialBasic:
		user, password := jen.Id("user"), jen.Id("password")
		option(o.Name, o.Doc, jen.List(user, password).String(), "withSecret", jen.Id("basicSecret").Call(user, password), jen.Id("putBasic"))
	default:
		word := "token"
		if o.In != "header" {
			word = "key"
		}
		option(o.Name, o.Doc, jen.Id(word).String(), "withSecret", jen.Id(word), put(o))
	}
	if o.Source != nil {
		params, source := sourceParam(o)
		option(o.Source.Name, o.Source.Doc, params, "withSource", source, put(o))
	}
	if o.Client != nil {
		params := jen.List(jen.List(jen.Id("id"), jen.Id("secret")).String(), jen.Id("scopes").Op("...").String())
		option(o.Client.Name, o.Client.Doc, params, "withClientCredentials", jen.Id(o.Client.TokenURL), jen.Id("id"), jen.Id("secret"), jen.Id("scopes"))
	}
	return golang.Lines(parts...)
}

// sourceParam prints the function that gives a credential, and what support code gets of it.
func sourceParam(o *gomodel.CredentialOption) (param, source jen.Code) {
	name := jen.Id("source")
	results := jen.Params(jen.String(), jen.Error())
	if o.Kind == gomodel.CredentialBasic {
		results = jen.Params(jen.List(jen.Id("user"), jen.Id("password")).String(), jen.Err().Error())
		source = jen.Id("basicSource").Call(name)
	} else {
		source = name
	}
	return jen.Add(name).Func().Params(jen.Qual("context", "Context")).Add(results), source
}

// put names the function that puts a text into a request.
func put(o *gomodel.CredentialOption) jen.Code {
	switch {
	case o.Kind == gomodel.CredentialBearer:
		return jen.Id("putBearer")
	case o.Kind == gomodel.CredentialBasic:
		return jen.Id("putBasic")
	case o.Kind == gomodel.CredentialKey && o.In == "header":
		return jen.Id("putHeader")
	case o.Kind == gomodel.CredentialKey && o.In == "query":
		return jen.Id("putQuery")
	case o.Kind == gomodel.CredentialKey && o.In == "cookie":
		return jen.Id("putCookie")
	}
	panic(golang.Unprintable("no printer for a credential of kind " + string(o.Kind) + " in " + o.In))
}

func requestParam() jen.Code { return jen.Id("req").Op("*").Qual("net/http", "Request") }

// TextConstants prints constants that stand together.
func TextConstants(d *gomodel.TextConstants) jen.Code {
	if len(d.List) == 1 && d.List[0].About == "" {
		return golang.Doc(d.Doc, golang.PageWidth).Const().Id(d.Name).Op("=").Add(golang.Text(d.List[0].Text))
	}
	return golang.Doc(d.Doc, golang.PageWidth).Const().DefsFunc(func(g *jen.Group) {
		for _, c := range d.List {
			line := jen.Id(c.Name).Op("=").Add(golang.Text(c.Text))
			if comment := golang.CommentLine(c.About); len(comment) > golang.PageWidth/2 {
				line = golang.Doc(gomodel.Doc{gomodel.Text{{Text: c.About}}}, golang.PageWidth).Add(line)
			} else if c.About != "" {
				line.Comment(comment)
			}
			g.Add(line)
		}
	})
}

// ValueOption prints With<Parameter>.
func ValueOption(o *gomodel.ValueOption) jen.Code {
	return golang.Doc(o.Doc, golang.PageWidth).Func().Id(o.Name).Params(jen.Id(o.Argument).String()).Id("Option").
		Block(jen.Return(jen.Id("withValue").Call(golang.Text(o.Wire), jen.Id(o.Argument))))
}
