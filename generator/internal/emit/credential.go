package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// credentialOption prints With<Scheme> (OpenAPI, security scheme object).
func credentialOption(o *gomodel.CredentialOption) jen.Code {
	head := doc(o.Doc, pageWidth).Func().Id(o.Name)
	switch o.Kind {
	case gomodel.CredentialToken:
		token := jen.Id("token").Func().Params(jen.Qual("context", "Context")).Params(jen.String(), jen.Error())
		return head.Params(token).Id("Option").Block(jen.Return(jen.Id("withToken").Call(text(o.Scheme), jen.Id("token"))))
	case gomodel.CredentialCert:
		certificate := jen.Id("certificate").Qual("crypto/tls", "Certificate")
		return head.Params(certificate).Id("Option").Block(jen.Return(jen.Id("withCertificate").Call(text(o.Scheme), jen.Id("certificate"))))
	}
	params, apply := credential(o)
	with := jen.Id("withCredential").Call(text(o.Scheme), apply)
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
	panic(unprintable("no printer for credential kind " + string(o.Kind)))
}

// keyCredential prints an API key in a header, the query or a cookie.
func keyCredential(o *gomodel.CredentialOption) (params, apply jen.Code) {
	switch o.In {
	case "header":
		return jen.Id("token").String(), applyFunc(jen.Id("req").Dot("Header").Dot("Set").Call(text(o.Wire), jen.Id("token")))
	case "query":
		return jen.Id("key").String(), applyFunc(jen.Id("addQuery").Call(jen.Id("req"), text(o.Wire), jen.Id("key")))
	case "cookie":
		cookie := jen.Op("&").Qual("net/http", "Cookie").Values(pair("Name", text(o.Wire)), pair("Value", jen.Id("key")))
		return jen.Id("key").String(), applyFunc(jen.Id("req").Dot("AddCookie").Call(cookie))
	}
	panic(unprintable("no printer for a key in " + o.In))
}

func requestParam() jen.Code { return jen.Id("req").Op("*").Qual("net/http", "Request") }

func applyFunc(statement jen.Code) jen.Code {
	return jen.Func().Params(requestParam(), jen.Id("_").Index().Byte()).Error().Block(statement, jen.Return(jen.Nil()))
}

// valueOption prints With<Parameter>.
func valueOption(o *gomodel.ValueOption) jen.Code {
	return doc(o.Doc, pageWidth).Func().Id(o.Name).Params(jen.Id(o.Argument).String()).Id("Option").
		Block(jen.Return(jen.Id("withValue").Call(text(o.Wire), jen.Id(o.Argument))))
}
