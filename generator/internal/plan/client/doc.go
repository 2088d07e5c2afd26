// Package client builds what is printed of operations: the methods of Client with their parameters, bodies, results and headers, options,
// servers, and handlers of webhooks and callbacks, with their comments. It takes operations and names, asks declarations for types, codecs and
// checks, and returns declarations of package gomodel.
package client
