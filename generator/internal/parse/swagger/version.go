package swagger

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// ReadVersion returns the version of a document that says "swagger": it is read as what it is rewritten to. ok is false, with a finding,
// if that is none of 2.0.
func ReadVersion(d *source.Document, findings *diag.List) (v api.Version, ok bool) {
	n := d.Root.Get("swagger")
	pos := d.Pos(n, (*diag.Path)(nil).Child("swagger"))
	v = version()
	switch {
	case n.Kind == source.String && n.Text == "2.0":
	case n.Kind == source.Number && (n.Text == "2.0" || n.Text == "2"), n.Kind == source.String && n.Text == "2":
		findings.Warn(pos, diag.RuleVersion, "\"swagger\" must be the string \"2.0\"; it is read as that").Hint = "write \"2.0\", with the quotes"
	case n.Kind != source.String && n.Kind != source.Number:
		findings.Error(pos, diag.RuleVersion, "\"swagger\" must be the string \"2.0\", not %s", tree.WithArticle(n.Kind))
		return v, false
	default:
		findings.Error(pos, diag.RuleVersion, "version %q of Swagger is not supported", n.Text).Hint = "supported are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2"
		return v, false
	}
	return v, true
}

// version is what the objects of a rewritten file are read as.
func version() api.Version { return api.Version{Text: "2.0", Major: 3} }

// isDocument reports whether another file is a whole document of Swagger 2.0.
func isDocument(d *source.Document) bool {
	v := d.Root.Get("swagger")
	return v != nil && strings.HasPrefix(v.Text, "2")
}
