package reference

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// credential writes the options for a security scheme.
func (w *writer) credential(d *gomodel.CredentialOption) {
	argument, source := "token string", "string"
	switch d.Kind {
	case gomodel.CredentialBasic:
		argument, source = "user, password string", "string, string"
	case gomodel.CredentialSigner:
		argument = "sign func(req *http.Request, body []byte) error"
	case gomodel.CredentialCert:
		argument = "cert tls.Certificate"
	}
	lines := []string{"func " + d.Name + "(" + argument + ") Option"}
	if d.Source != nil {
		lines = append(lines, "func "+d.Source.Name+"(source func(context.Context) ("+source+", error)) Option")
	}
	if d.Client != nil {
		lines = append(lines, "func "+d.Client.Name+"(id, secret string, scopes ...string) Option")
	}
	w.code(lines...)
}

// webhook writes what makes a handler.
func (w *writer) webhook(d *gomodel.Webhook) {
	parameters := "r *http.Request"
	if d.Header != nil {
		parameters += ", header *" + d.Header.Name
	}
	if d.Body != nil {
		parameters += ", body " + w.typ(d.Body.Type)
	}
	w.code("func " + d.Name + "(handle func(" + parameters + ") error, opts ...WebhookOption) http.Handler")
}

// server writes what gives a base URL.
func (w *writer) server(d *gomodel.ServerURL) {
	switch len(d.Variables) {
	case 0:
		url := ""
		for _, part := range d.Parts {
			url += part.Text
		}
		w.code("const " + d.Name + " = " + strconv.Quote(url))
	case 1:
		w.code("func " + d.Name + "(" + d.Variables[0].Name + " string) string")
	default:
		w.code("func (s " + d.Name + ") URL() string")
		t := table{head: []string{"Field", "Default", "About"}}
		for _, v := range d.Variables {
			t.add(code(v.Name), code(v.Default), w.cell(v.Doc))
		}
		w.table(t)
	}
}
