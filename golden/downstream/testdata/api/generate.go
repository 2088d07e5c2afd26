// Package api is generated from api.yaml.
package api

//go:generate go tool oas2go generate api.yaml --out . --package api
