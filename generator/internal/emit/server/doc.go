// Package server prints what serves operations: a handler, and for each operation the reader of its parameters and its row in the handler.
package server
