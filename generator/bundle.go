package generator

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/bundle"
	"github.com/oas2go/oas2go/generator/internal/parse"
)

// BundleFormats returns what [BundleConfig.Format] may be.
func BundleFormats() []string { return []string{"yaml", "json"} }

// A BundleConfig says which document to write as one.
type BundleConfig struct {
	Reading Config // how it is read: with which overlays, and what it may refer to
	Format  string // one of [BundleFormats]; "" is that of the document
}

// A BundleResult is a document as one text.
type BundleResult struct {
	Findings []diag.Finding // of reading and joining
	Text     []byte         // nil if there is an error
}

// Bundle returns the one document that overlays and all files of a document make together. What a reference leads to in another file
// becomes a component. Order, comments and the spelling of numbers stay.
//
// Errors are those of [Lint]; with those about the document there is a result with findings.
func Bundle(ctx context.Context, c BundleConfig) (*BundleResult, error) {
	r := &run{config: c.Reading, followed: &parse.References{}}
	result := &BundleResult{}
	err := r.through(ctx, []stage{
		{"config", "", r.config.check},
		{"source", "reading the document", func() error { return r.read(ctx) }}, {"parse", "checking the document", r.parse},
		{"bundle", "joining files", func() (err error) { result.Text, err = r.bundle(c.Format); return err }},
	})
	if err != nil && !isAboutDocument(err) {
		return nil, err
	}
	result.Findings = r.judged()
	return result, err
}

func (r *run) bundle(format string) ([]byte, error) {
	entry := r.followed.Sources[0]
	if r.document.Version.Text == "2.0" {
		if len(r.followed.Sources) > 1 {
			r.findings.Error(r.document.Pos, diag.RuleNotGenerated, "a document of Swagger 2.0 in several files cannot be bundled").Hint = "convert it to OpenAPI 3 first"
			return nil, ErrUnusable
		}
		entry = r.again(r.entry) // parse has rewritten the tree
	}
	d := bundle.Document(entry, r.document, r.followed, &r.findings)
	if r.findings.Count(diag.Error) > 0 {
		return nil, ErrUnusable
	}
	if format == "" {
		format = formatOf(r.entry)
	}
	switch format {
	case "json":
		return bundle.JSON(d)
	case "yaml":
		return bundle.YAML(d)
	}
	return nil, &UsageError{fmt.Errorf("%q is no format of a document: it is yaml or json", format)}
}

// formatOf returns the format of a file: JSON by its name, or if it is no file of YAML and begins like JSON.
func formatOf(file *diag.File) string {
	ext := strings.ToLower(filepath.Ext(file.Name))
	if begin := strings.TrimLeft(file.Text, " \t\r\n"); ext == ".json" || ext != ".yaml" && ext != ".yml" && strings.HasPrefix(begin, "{") {
		return "json"
	}
	return "yaml"
}
