package generator

import (
	"fmt"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// describe says what a node is.
func describe(n *source.Node) string {
	switch n.Kind {
	case source.Object:
		return fmt.Sprintf("object of %d", len(n.Members))
	case source.Array:
		return fmt.Sprintf("array of %d", len(n.Items))
	case source.Null:
		return "null"
	}
	return n.Kind.String()
}

// objectName says what OpenAPI calls the object at a place outside of schemas, "" if its place does not tell.
func objectName(path *diag.Path) string {
	if path == nil || path.Parent == nil {
		return ""
	}
	for above := path.Parent.Parent; above != nil; above = above.Parent {
		if strings.HasPrefix(above.Token, "x-") || strings.HasPrefix(above.Token, "example") {
			return "" // values of the user's
		}
	}
	if path.Token == "requestBody" {
		return "request body"
	}
	switch path.Parent.Token {
	case "paths", "webhooks", "pathItems":
		return "path item"
	case "parameters", "responses", "headers", "examples", "links", "callbacks", "servers", "tags", "variables":
		return strings.TrimSuffix(path.Parent.Token, "s")
	case "requestBodies":
		return "request body"
	case "securitySchemes":
		return "security scheme"
	case "content":
		return "media type"
	}
	return ""
}
