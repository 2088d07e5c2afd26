// Package chatapi has the client and the server of the chat API.
package chatapi

//go:generate go tool oas2go generate chat.yaml --package chatapi --config oas2go.yaml --strict
