// Package operations decides what an operation is in Go: its parameters and how they are written, its bodies, results and errors, the
// headers of its responses, credentials and servers; and the handlers of webhooks and callbacks. It asks shapes for the types and returns
// [Operations], without names.
package operations
