// Package plan turns what a document says (package api) into the Go declarations to print (package gomodel). It decides shapes,
// then all names in one pass, then builds the declarations; what no declaration enforces becomes a finding.
package plan
