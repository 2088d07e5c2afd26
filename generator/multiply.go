package generator

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// How many parts all operations may have: one for so many bytes of the document, or so many at least. Documents that people write have
// one for 100 bytes.
const (
	bytesPerPart = 20
	partsAtLeast = 50_000
)

// multiply refuses a document whose operations share so much that planning them has no end: path items, parameters, responses, security
// and callbacks by reference are planned for each operation that has them.
func (r *run) multiply() error {
	c := callCounter{security: requirements(r.document.Security), known: map[*api.PathItem]int{}}
	most := max(partsAtLeast, (r.bytes+int(r.input.loader.Bytes()))/bytesPerPart) * max(1, r.config.Limits)
	sum := 0
	for _, list := range [][]api.Named[api.Use[api.PathItem]]{r.document.Paths, r.document.Webhooks} {
		for _, p := range list {
			if sum += c.item(p.Value.Value); sum > most {
				f := r.findings.Error(p.Pos, diag.RuleTooLarge, "the operations have more than %d parameters, responses, headers, media types and security requirements in all", most)
				f.Hint = source.Larger(r.config.Limits)
				return ErrUnusable
			}
		}
	}
	return nil
}

// A callCounter counts the parts of operations.
type callCounter struct {
	security int // of the document
	known    map[*api.PathItem]int
}

// item counts the parts of the operations of a path item. One that is inside itself by callbacks counts once.
func (c *callCounter) item(item *api.PathItem) int {
	if item == nil {
		return 0
	}
	if n, known := c.known[item]; known {
		return n
	}
	c.known[item] = 0
	n := 0
	for _, op := range item.Operations {
		n += 1 + len(item.Parameters) + c.operation(op)
	}
	c.known[item] = n
	return n
}

func (c *callCounter) operation(op *api.Operation) int {
	n := len(op.Parameters) + c.security
	if op.Security != nil {
		n += requirements(op.Security) - c.security
	}
	for _, e := range op.Responses {
		n++
		if r := e.Use.Value; r != nil {
			n += len(r.Headers) + len(r.Content)
		}
	}
	if op.RequestBody != nil && op.RequestBody.Value != nil {
		n += len(op.RequestBody.Value.Content)
	}
	for _, callback := range op.Callbacks {
		if callback.Value.Value == nil {
			continue
		}
		for _, e := range callback.Value.Value.Expressions {
			n += c.item(e.Value.Value)
		}
	}
	return n
}

// requirements counts the schemes that alternatives name.
func requirements(s *api.Security) (n int) {
	if s == nil {
		return 0
	}
	for _, alternative := range s.Alternatives {
		n += 1 + len(alternative.Schemes)
	}
	return n
}
