package parse

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/locate"
	"github.com/oas2go/oas2go/generator/internal/parse/swagger"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// readVersion reports and returns false if d is not an OpenAPI document that can be read.
func readVersion(d *source.Document, findings *diag.List) (v api.Version, ok bool) {
	m := d.Root.Member("openapi")
	if m == nil && d.Root.Member("swagger") != nil {
		return swagger.ReadVersion(d, findings)
	}
	if m == nil {
		notOpenAPI(d, findings)
		return v, false
	}
	path := (*diag.Path)(nil).Child("openapi")
	pos := d.Pos(m.Value, path)
	v, ok = locate.ParseVersion(m.Value.Text)
	switch {
	case m.Value.Kind != source.String && m.Value.Kind != source.Number:
		findings.Error(pos, diag.RuleVersion, "\"openapi\" must be a string such as 3.1.0, not %s", tree.WithArticle(m.Value.Kind))
		return v, false
	case !ok:
		findings.Error(pos, diag.RuleVersion, "version %s of OpenAPI is not supported", strconv.Quote(m.Value.Text)).Hint =
			"supported are 3.0, 3.1 and 3.2"
		return v, false
	case m.Value.Kind == source.Number:
		findings.Warn(pos, diag.RuleVersion, "\"openapi\" must be a string, not a number; it is read as %d.%d", v.Major, v.Minor).Hint =
			"write \"" + m.Value.Text + ".0\""
	case strings.Count(v.Text, ".") == 1:
		findings.Warn(pos, diag.RuleVersion, "\"openapi\" must have a patch number; it is read as %d.%d", v.Major, v.Minor).Hint =
			"write \"" + m.Value.Text + ".0\""
	}
	return v, true
}

func notOpenAPI(d *source.Document, findings *diag.List) {
	pos := d.Pos(d.Root, nil)
	if d.Root.Kind != source.Object {
		findings.Error(pos, diag.RuleNotOpenAPI, "the file holds %s, not an OpenAPI document", tree.WithArticle(d.Root.Kind)).Hint =
			"an OpenAPI document is an object with the keys openapi, info and paths"
		return
	}
	if old := d.Root.Get("swaggerVersion"); old != nil {
		path := (*diag.Path)(nil).Child("swaggerVersion")
		findings.Error(d.Pos(old, path), diag.RuleVersion, "the document is Swagger %s, which is not supported", strconv.Quote(old.Text)).Hint =
			"convert it to Swagger 2.0 or OpenAPI 3 first"
		return
	}
	f := findings.Error(pos, diag.RuleNotOpenAPI, "the file is not an OpenAPI document: it has no key \"openapi\"")
	f.Hint = "the first line of an OpenAPI document is usually \"openapi: 3.1.0\""
	for _, m := range d.Root.Members {
		if diag.Closest(m.Name, []string{"openapi"}) != "" || strings.EqualFold(m.Name, "openapi") {
			f.Hint = "did you mean \"openapi\" instead of " + strconv.Quote(m.Name) + "?"
		}
	}
}
