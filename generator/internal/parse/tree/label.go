package tree

import (
	"fmt"
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// Label names a place by its last tokens.
func Label(path *diag.Path) string {
	switch path = path.Original(); {
	case path == nil:
		return "the document"
	case path.Parent == nil:
		return strconv.Quote(path.Token)
	}
	if _, err := strconv.ParseUint(path.Token, 10, 31); err == nil && (path.Parent.Token == "parameters" || !HasFreeNames(path.Parent.Token)) {
		return fmt.Sprintf("element %s of %q", path.Token, path.Parent.Token)
	}
	return strconv.Quote(path.Token)
}

// WithArticle names a kind of value in a sentence.
func WithArticle(k source.Kind) string {
	switch k {
	case source.Null:
		return "null"
	case source.Array, source.Object:
		return "an " + k.String()
	}
	return "a " + k.String()
}

// HasFreeNames reports whether the members of a member have names that the author has chosen.
func HasFreeNames(name string) bool {
	switch name {
	case "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas", "responses", "parameters",
		"requestBodies", "headers", "callbacks", "pathItems", "mediaTypes", "content", "encoding", "paths", "webhooks":
		return true
	}
	return false
}
