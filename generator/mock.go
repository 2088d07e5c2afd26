package generator

import (
	"context"
	"net/http"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/mock"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A MockConfig says which document to answer by, and how.
type MockConfig struct {
	Reading Config           // how it is read, and which operations are served; what is about Go is not used
	Seed    uint64           // chooses among the examples of a response
	Served  func(MockServed) // is told of each request, by several goroutines at a time; nil: nobody is
}

// A MockServed is one request and what became of it.
type MockServed = mock.Served

// A MockResult is what answers by a document.
type MockResult struct {
	Findings   []diag.Finding
	Handler    http.Handler // nil if the document cannot be used
	BasePath   string       // that the paths begin with: that of the first server
	Operations int          // how many are served
}

// Mock makes a handler that answers by a document. What cannot be answered is a finding, and answered with 501.
//
// Errors are those of [Lint]; with those about the document there is a result with findings.
func Mock(ctx context.Context, c MockConfig) (*MockResult, error) {
	r := &run{config: c.Reading}
	var handler *mock.Handler
	var trees *source.Trees // which parse lets go of
	err := r.through(ctx, []stage{
		{"config", "", r.config.check},
		{"source", "reading the document", func() error { return r.read(ctx) }},
		{"parse", "checking the document", func() error { trees = source.NewTrees(r.source).Editing(r.edit); return r.parse() }}, {"filter", "", r.filter},
		{"mock", "making responses", func() error {
			o := mock.Options{Values: r.config.values(), Lenient: r.config.Lenient, Seed: c.Seed, Served: c.Served}
			o.Values.Trees = trees
			handler = mock.New(r.document, o, &r.findings)
			return nil
		}},
		{"rules", "", r.refuse},
	})
	switch {
	case err != nil && !isAboutDocument(err):
		return nil, err
	case err != nil:
		return &MockResult{Findings: r.judged()}, err
	}
	return &MockResult{Findings: r.judged(), Handler: handler, BasePath: handler.BasePath(), Operations: handler.Operations()}, nil
}
