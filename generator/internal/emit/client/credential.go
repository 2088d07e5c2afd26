package client

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// CredentialOption prints With<Scheme> (OpenAPI, security scheme object).
func CredentialOption(o *gomodel.CredentialOption) jen.Code {
	head := golang.Doc(o.Doc, golang.PageWidth).Func().Id(o.Name)
	switch o.Kind {
	case gomodel.CredentialToken:
		token := jen.Id("token").Func().Params(jen.Qual("context", "Context")).Params(jen.String(), jen.Error())
		return head.Params(token).Id("Option").Block(jen.Return(jen.Id("withToken").Call(golang.Text(schemeWord(o.Scheme)), jen.Id("token"))))
	case gomodel.CredentialCert:
		certificate := jen.Id("certificate").Qual("crypto/tls", "Certificate")
		return head.Params(certificate).Id("Option").Block(jen.Return(jen.Id("withCertificate").Call(golang.Text(schemeWord(o.Scheme)), jen.Id("certificate"))))
	}
	if o.Kind == gomodel.CredentialSigner {
		sign := jen.Id("sign").Func().Params(requestParam(), jen.Id("body").Index().Byte()).Error()
		return head.Params(sign).Id("Option").Block(jen.Return(jen.Id("withCredential").Call(golang.Text(schemeWord(o.Scheme)), jen.Id("sign"))))
	}
	params, secret, apply := credential(o)
	with := jen.Id("withSecret").Call(golang.Text(schemeWord(o.Scheme)), secret, apply)
	return head.Params(params).Id("Option").Block(jen.Return(with))
}

// credential prints the parameters of the option, what is empty if there is no credential, and the function that puts it into a request.
func credential(o *gomodel.CredentialOption) (params, secret, apply jen.Code) {
	header := jen.Id("req").Dot("Header").Dot("Set")
	token := jen.Id("token")
	switch o.Kind {
	case gomodel.CredentialKey:
		return keyCredential(o)
	case gomodel.CredentialBearer:
		return jen.Add(token).String(), token, applyFunc(header.Call(jen.Lit("Authorization"), jen.Lit("Bearer ").Op("+").Add(token)))
	case gomodel.CredentialBasic:
		user, password := jen.Id("user"), jen.Id("password")
		return jen.List(user, password).String(), jen.Add(user).Op("+").Add(password),
			applyFunc(jen.Id("req").Dot("SetBasicAuth").Call(user, password))
	}
	panic(golang.Unprintable("no printer for credential kind " + string(o.Kind)))
}

// keyCredential prints an API key in a header, the query or a cookie.
func keyCredential(o *gomodel.CredentialOption) (params, secret, apply jen.Code) {
	token, key := jen.Id("token"), jen.Id("key")
	switch o.In {
	case "header":
		return jen.Add(token).String(), token, applyFunc(jen.Id("req").Dot("Header").Dot("Set").Call(golang.Text(o.Wire), token))
	case "query":
		return jen.Add(key).String(), key, applyFunc(jen.Id("addQuery").Call(jen.Id("req"), golang.Text(o.Wire), key))
	case "cookie":
		add := jen.Return(jen.Id("addCookie").Call(jen.Id("req"), golang.Text(o.Wire), key))
		return jen.Add(key).String(), key, jen.Func().Params(requestParam(), jen.Id("_").Index().Byte()).Error().Add(golang.Short(add))
	}
	panic(golang.Unprintable("no printer for a key in " + o.In))
}

func requestParam() jen.Code { return jen.Id("req").Op("*").Qual("net/http", "Request") }

func applyFunc(statement jen.Code) jen.Code {
	return jen.Func().Params(requestParam(), jen.Id("_").Index().Byte()).Error().Block(statement, jen.Return(jen.Nil()))
}

// ValueOption prints With<Parameter>.
func ValueOption(o *gomodel.ValueOption) jen.Code {
	return golang.Doc(o.Doc, golang.PageWidth).Func().Id(o.Name).Params(jen.Id(o.Argument).String()).Id("Option").
		Block(jen.Return(jen.Id("withValue").Call(golang.Text(o.Wire), jen.Id(o.Argument))))
}
