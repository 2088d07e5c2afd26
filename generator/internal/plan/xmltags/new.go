package xmltags

import (
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
)

// Tags answers which tags types have.
type Tags struct {
	doc        *api.Document
	analysis   *analysis.Analysis
	directions *directions.Directions
}

// New returns the tags for the types of a document.
func New(doc *api.Document, a *analysis.Analysis, d *directions.Directions) *Tags {
	return &Tags{doc, a, d}
}
