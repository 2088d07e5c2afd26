package verify

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// Options change what a document means.
type Options struct {
	// AnnotateFormats makes formats annotations, which say nothing about what is valid.
	AnnotateFormats bool
	// AnnotateDiscriminators makes discriminators annotations.
	AnnotateDiscriminators bool
	// Lenient says that the document was read leniently: an enum beside nullable has null.
	Lenient bool
	// Trees has the files of the document; nil: they are read again.
	Trees *source.Trees
}

// A Judge says what one document allows. It compiles what is needed of schemas for each value. It is for one goroutine at a time.
type Judge struct {
	doc     *api.Document
	library *library
	servers map[*api.Server][]base
	paths   []template // of the document, in its order; nil: not read yet
}

// New returns a judge for a document.
func New(doc *api.Document, o Options) *Judge {
	return &Judge{doc: doc, library: newLibrary(doc, o), servers: map[*api.Server][]base{}}
}

// A Result is what a judge says.
type Result struct {
	// Valid says that the document allows it. It is false if there is an error or a problem.
	Valid  bool
	Errors []Place // what the document does not allow; these are certain, even beside a problem
	// Problem says why something was not judged. A result with a problem and without errors says nothing.
	Problem error
	// Operation is what a request was judged by; nil if no operation has its URL and method.
	Operation *api.Operation
}

// Value judges the text of a JSON value. The schema is one of the document, a form of one, or one that was made in memory; nil allows
// everything.
func (j *Judge) Value(schema *api.Schema, way change.Direction, text []byte) Result {
	value, place := decode(text)
	if place != nil {
		return Result{Errors: []Place{*place}}
	}
	return j.value(schema, way, value)
}

// decode reads a JSON text with its numbers as they are written.
func decode(text []byte) (value any, wrong *Place) {
	if !utf8.Valid(text) {
		return nil, &Place{Keyword: "json", Message: "the text is not UTF-8"}
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, &Place{Keyword: "json", Message: err.Error()}
	}
	return value, nil
}

// value judges a value that was read before.
func (j *Judge) value(schema *api.Schema, way change.Direction, value any) Result {
	if schema == nil {
		return Result{Valid: true}
	}
	if err := checkNumbers(value); err != nil {
		return Result{Problem: err}
	}
	c := newCompiler(j.library, way)
	compiled, err := c.compile(schema, value)
	if err != nil {
		return Result{Problem: fmt.Errorf("the schema at %s was not judged: %w", schema.Pos, err)}
	}
	places, err := c.judge(compiled, value)
	return Result{Valid: err == nil && len(places) == 0, Errors: places, Problem: err}
}
