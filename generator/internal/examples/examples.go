package examples

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/decided"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A Maker makes values for the schemas of one document. It is for one goroutine at a time.
type Maker struct {
	judge  *verify.Judge
	solver *sets.Solver
	tags   *decided.Reader // nil: discriminators decide nothing
	response
}

// Options change what a document means.
type Options struct {
	// Asserts says which formats are constraints, of strings or of numbers; nil means that none is.
	Asserts func(name string, number bool) bool
	// AnnotateDiscriminators makes discriminators annotations.
	AnnotateDiscriminators bool
	// Trees has the files of the document; nil: they are read again.
	Trees *source.Trees
}

// New returns a maker for a document.
func New(doc *api.Document, o Options) *Maker {
	m := &Maker{
		judge:  verify.New(doc, verify.Options{AnnotateFormats: o.Asserts == nil, AnnotateDiscriminators: o.AnnotateDiscriminators, Trees: o.Trees}),
		solver: sets.New(o.Asserts, doc.Schemas),
	}
	if !o.AnnotateDiscriminators {
		m.tags = decided.New(doc.Schemas).KnownTags()
		m.solver.Decide(m.tags)
	}
	return m
}

// Given returns the first value that the document gives for a schema: one of list, which is written beside it, an example of its own, or
// one that is put together from the examples of its members. It is nil if there is none that is valid.
func (m *Maker) Given(s *api.Schema, way change.Direction, list []api.Value) api.Value {
	for _, v := range list {
		if m.valid(s, way, v) {
			return v
		}
	}
	if s == nil {
		return nil
	}
	if v, ok := (&composer{way: way, tags: m.tags}).compose(s, 0); ok && m.valid(s, way, v) {
		return v
	}
	return nil
}

// Value returns what Given does, or else some value of the schema, nil if none is found.
func (m *Maker) Value(s *api.Schema, way change.Direction, list []api.Value) api.Value {
	if v := m.Given(s, way, list); v != nil || s == nil {
		return v
	}
	if found := m.solver.Find(sets.Lit{Schema: s}); found.Status == sets.Inhabited && m.valid(s, way, found.Value) {
		return found.Value
	}
	return nil
}

// fullSize is how many parts a full value may have, about.
const fullSize = 300

// Full returns the first value of list that is valid, or else one that shows what a schema has: with the members that nobody requires too,
// where they have no example with some value, down to a few levels. It is nil if none is found.
func (m *Maker) Full(s *api.Schema, way change.Direction, list []api.Value) api.Value {
	for _, v := range list {
		if m.valid(s, way, v) {
			return v
		}
	}
	if s == nil {
		return nil
	}
	c := composer{way: way, tags: m.tags, fill: m.some, left: fullSize}
	if v, ok := c.compose(s, 0); ok && m.valid(s, way, v) {
		return m.problem(s, way, v)
	}
	return m.problem(s, way, m.Value(s, way, nil))
}

// Several returns up to most values of a schema: those of list that are valid, else those that the schema has as its own examples. If the
// document has none, it is one with all members and one with few.
func (m *Maker) Several(s *api.Schema, way change.Direction, list []api.Named[api.Value], most int) (found []api.Named[api.Value]) {
	add := func(v api.Named[api.Value]) {
		again := func(have api.Named[api.Value]) bool {
			return v.Name == have.Name && api.JSON(v.Value) == api.JSON(have.Value)
		}
		if len(found) < most && m.valid(s, way, v.Value) && !slices.ContainsFunc(found, again) {
			found = append(found, v)
		}
	}
	for _, v := range list {
		add(v)
	}
	if s == nil || len(found) > 0 {
		return found
	}
	if s.Meta != nil {
		for _, x := range s.Meta.Examples {
			add(api.Named[api.Value]{Value: x.Value})
		}
	}
	if len(found) == 0 {
		add(api.Named[api.Value]{Value: m.Full(s, way, nil)})
		if small := m.solver.Find(sets.Lit{Schema: s}); small.Status == sets.Inhabited {
			add(api.Named[api.Value]{Value: m.problem(s, way, small.Value)})
		}
	}
	return found
}

// some returns some value of a schema, nil if none is found. A text is not empty, if that is allowed.
func (m *Maker) some(s *api.Schema) api.Value {
	const text = api.String("text") // base64 too
	switch s.Format {
	case "", "binary", "byte", "password":
		if is, known := m.solver.Has(s, text); is && known {
			return text
		}
	}
	if found := m.solver.Find(sets.Lit{Schema: s}); found.Status == sets.Inhabited {
		return found.Value
	}
	return nil
}

func (m *Maker) valid(s *api.Schema, way change.Direction, v api.Value) bool {
	return v != nil && m.judge.Value(s, way, []byte(api.JSON(v))).Valid
}
