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
	params, apply := credential(o)
	with := jen.Id("withCredential").Call(golang.Text(schemeWord(o.Scheme)), apply)
	return head.Params(params).Id("Option").Block(jen.Return(with))
}

// credential prints the parameters of the option and the function that puts them into a request.
func credential(o *gomodel.CredentialOption) (params, apply jen.Code) {
	header := jen.Id("req").Dot("Header").Dot("Set")
	switch o.Kind {
	case gomodel.CredentialKey:
		return keyCredential(o)
	case gomodel.CredentialBearer:
		return jen.Id("token").String(), applyFunc(header.Call(jen.Lit("Authorization"), jen.Lit("Bearer ").Op("+").Id("token")))
	case gomodel.CredentialBasic:
		return jen.List(jen.Id("user"), jen.Id("password")).String(),
			applyFunc(jen.Id("req").Dot("SetBasicAuth").Call(jen.Id("user"), jen.Id("password")))
	case gomodel.CredentialSigner:
		sign := jen.Id("sign").Func().Params(requestParam(), jen.Id("body").Index().Byte()).Error()
		return sign, jen.Id("sign")
	}
	panic(golang.Unprintable("no printer for credential kind " + string(o.Kind)))
}

// keyCredential prints an API key in a header, the query or a cookie.
func keyCredential(o *gomodel.CredentialOption) (params, apply jen.Code) {
	switch o.In {
	case "header":
		return jen.Id("token").String(), applyFunc(jen.Id("req").Dot("Header").Dot("Set").Call(golang.Text(o.Wire), jen.Id("token")))
	case "query":
		return jen.Id("key").String(), applyFunc(jen.Id("addQuery").Call(jen.Id("req"), golang.Text(o.Wire), jen.Id("key")))
	case "cookie":
		cookie := jen.Op("&").Qual("net/http", "Cookie").Values(golang.Pair("Name", golang.Text(o.Wire)), golang.Pair("Value", jen.Id("key")))
		return jen.Id("key").String(), applyFunc(jen.Id("req").Dot("AddCookie").Call(cookie))
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
