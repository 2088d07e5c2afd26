// Package mock answers requests by a document, without generated code: each is judged by the document, and gets a response that the
// document allows. docs/mock.md says what users see.
//
// It takes a document and gives an http.Handler. The matcher is the support code of generated servers, of which support_server_gen.go is a
// copy; a test keeps it the same. Requests and responses are judged by package verify, values are made by package examples.
package mock
