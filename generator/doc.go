// Package generator turns an OpenAPI document into the files of a Go package. It is the flat list of the stages; each stage is a
// package below this one, and a package imports only those of earlier stages.
package generator
