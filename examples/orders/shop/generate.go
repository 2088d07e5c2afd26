// Package shop is the client of the orders API.
package shop

//go:generate go tool oas2go generate orders.yaml --package shop --config oas2go.yaml --strict
