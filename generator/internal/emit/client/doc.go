// Package client prints what only a client has: the methods of Client with their parameters, bodies, results and headers, the options that
// give credentials and values, the URLs of servers, and the handlers of webhooks and callbacks.
//
// It has one function for each of these kinds of gomodel and returns the whole declaration. What is done with a parameter or a body it asks
// package values; how the types of the document are declared it need not know.
package client

import "github.com/oas2go/oas2go/generator/internal/emit/values"

// A Printer prints the client of one package.
type Printer struct{ values.Scope }
