package check

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/parse/whole"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// An Input is what is checked.
type Input struct {
	Document  *api.Document
	PathItems []*api.PathItem    // all, in the order of reading
	Examples  []Examples         // all that stand beside a schema, in the order of reading
	Sources   []*source.Document // the files, for positions inside of values
	Wholes    bool               // allOf of parts that are closed against each other is closed as a whole
}

// Examples are those of a parameter, a header or a body.
type Examples struct {
	Schema *api.Schema // nil: there is none to compare with
	List   []api.Named[api.Use[api.Example]]
}

// Document looks for what needs the whole document, when all references are followed. It changes the document only where no later
// stage could go on: a default that does not fit goes, circles of schemas are untied or cut. What package whole reads as it is meant is
// changed before contradictions are looked for.
func Document(in Input, r *report.Reporter) {
	c := &checker{Reporter: r, Input: in}
	c.checkPaths()
	for _, item := range c.PathItems {
		c.checkParameters(item.Parameters)
		for _, op := range item.Operations {
			c.checkParameters(op.Parameters)
			c.checkQuerystring(item, op)
		}
	}
	for _, s := range c.Document.Schemas {
		c.checkTypes(s)
		c.checkDefault(s)
	}
	c.checkExamples()
	c.untie()
	c.mapHeirs()
	c.checkCircles()
	if in.Wholes {
		whole.Close(in.Document, r)
	}
	c.checkContradictions()
	c.checkCalls()
}

// A checker looks through one document.
type checker struct {
	*report.Reporter
	Input
}

// checkTypes reports values that the schema lists and forbids.
func (c *checker) checkTypes(s *api.Schema) {
	if s.Types == nil {
		return
	}
	for _, l := range s.Enum {
		if !HasType(s.Types, l.Value) {
			c.Warn(l.Pos, diag.RuleEnum, "the enum has %s, which is not of the type %s", report.Show(l.Value), TypeNames(s.Types))
		}
	}
	if s.Const != nil && !HasType(s.Types, s.Const.Value) {
		c.Warn(s.Const.Pos, diag.RuleEnum, "the const %s is not of the type %s", report.Show(s.Const.Value), TypeNames(s.Types))
	}
}
