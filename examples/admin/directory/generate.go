// Package directory has the client and the server of a directory of users.
package directory

//go:generate go tool oas2go generate directory.yaml --package directory --config oas2go.yaml --strict
