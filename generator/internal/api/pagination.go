package api

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
)

// A Pagination says how the pages of an operation follow each other. It is what x-pagination holds, and what the configuration says of the
// operations that fit.
type Pagination struct {
	Pos     diag.Pos
	Kind    PageKind
	Request PageWord // the query parameter that asks for a page
	Items   PageWord // a pointer into the response, to its items
	Next    PageWord // a pointer into the response, to what leads to the next page
}

// A PageWord is the value of a key of a [Pagination].
type PageWord struct {
	Pos   diag.Pos
	Text  string
	Given bool // the key is there; an empty pointer means something
}

// A PageKind is how one page leads to the next.
type PageKind string

// The kinds of pages.
const (
	ByCursor PageKind = "cursor" // by a text in the response
	ByPage   PageKind = "page"   // by a number that goes up by one
	ByOffset PageKind = "offset" // by the number of items so far
	ByLink   PageKind = "link"   // by a URL, of the header Link or in the body
)

// PageKinds returns all of them.
func PageKinds() []PageKind { return []PageKind{ByCursor, ByPage, ByOffset, ByLink} }

// PageKeys are the keys of a [Pagination].
func PageKeys() []string { return []string{"items", "kind", "next", "request"} }

// Word returns the value of a key, nil if there is none of the name.
func (p *Pagination) Word(key string) *PageWord {
	switch key {
	case "request":
		return &p.Request
	case "items":
		return &p.Items
	case "next":
		return &p.Next
	}
	return nil
}

// Missing returns the key that the kind needs and that is not given, "" if there is none.
func (p *Pagination) Missing() string {
	switch {
	case !p.Items.Given:
		return "items"
	case p.Kind != ByLink && !p.Request.Given:
		return "request"
	case p.Kind == ByCursor && !p.Next.Given:
		return "next"
	}
	return ""
}

// A Paging is what the configuration says of pages.
type Paging struct {
	Rules  []*PageRule
	Detect bool // operations are looked at whether they look like pages
}

// A PageRule is about the operations that fit one of its criteria.
type PageRule struct {
	Pos   diag.Pos
	For   []*Criterion
	Pages *Pagination
	Used  bool // it is the one that counts for an operation, or for one of another document that shares the rule
}

// Names reports whether the rule has the operationId of an operation, and not only something like it.
func (r *PageRule) Names(op *Operation) bool {
	return slices.ContainsFunc(r.For, func(c *Criterion) bool { return c.Kind == ByOperation && c.Text == op.OperationID })
}

// Fits reports whether the rule is about an operation.
func (r *PageRule) Fits(path string, op *Operation) bool {
	fits := false
	for _, c := range r.For {
		if c.fits(path, op) {
			fits, c.Used = true, true
		}
	}
	return fits
}
