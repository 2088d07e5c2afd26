// Package diff compares two documents and their Go packages: what changed, what it does to messages in each direction, proved by
// a witness that both documents judged, and what it does to Go code.
//
// It joins the results of the packages below it: operations finds what is no schema, schemas walks the schemas side by side, sets
// answers what they allow, verify judges every witness by other means, surface compares the Go packages, rules has the sentences.
package diff

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/annotations"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/decided"
	"github.com/oas2go/oas2go/generator/internal/diff/gocall"
	"github.com/oas2go/oas2go/generator/internal/diff/gorun"
	"github.com/oas2go/oas2go/generator/internal/diff/operations"
	"github.com/oas2go/oas2go/generator/internal/diff/schemas"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A Side is one of the two documents, which was read leniently.
type Side struct {
	Document *api.Document
	Trees    *source.Trees    // of its files; nil: they are read again
	Package  *gomodel.Package // nil: Go code does not count
	Run      Runner           // nil: what generated code does is predicted
}

// A Runner builds the package of a side and runs it on messages: [gorun.Run].
type Runner func([]gorun.Message) ([]gorun.Outcome, error)

// Options say what counts.
type Options struct {
	Strict          bool // members that are added to open objects, and those that are removed from them, are breaking
	AnnotateFormats bool // formats say nothing about what is valid
	// AnnotateDiscriminators says the same of discriminators, as OpenAPI does to the letter.
	AnnotateDiscriminators bool
}

// A Result is what a comparison found.
type Result struct {
	Changes    []change.Change // in the order of reports but for their class
	Operations []operations.Operation
	Lead       string // one sentence that says more than the counts, "" for none
	NotRun     error  // why generated code could not be run; nil if it was, or was not to be
}

// Compare compares two documents.
func Compare(old, new Side, o Options) *Result {
	c := &comparison{old: newSide(old, o), new: newSide(new, o), options: o}
	c.solver = sets.New(c.asserts, c.old.ways.Schemas, c.new.ways.Schemas)
	c.solver.JudgeFormats(c.formats())
	if !o.AnnotateDiscriminators {
		c.decided = decided.New(c.old.ways.Schemas, c.new.ways.Schemas)
		c.solver.Decide(c.decided)
	}
	c.operations = operations.Compare(old.Document, new.Document, c.sample)
	c.rankOperations()
	c.tieStatuses()
	c.nameSubjects()
	c.compareSchemas()
	c.compareWords()
	c.verifyOperations()
	c.compareGo()
	c.decideRunning()
	err := c.try()
	r := c.result()
	r.NotRun = err
	return r
}

// A side is one of the two documents with what is asked of it.
type side struct {
	Side
	ways  *directions.Directions
	judge *verify.Judge
	coder *gocall.Package // nil until it is asked for
}

// calls writes the Go code of calls.
func (s *side) calls() *gocall.Package {
	if s.coder == nil {
		s.coder = gocall.New(s.Package)
	}
	return s.coder
}

func newSide(s Side, o Options) *side {
	if s.Trees == nil {
		s.Trees = source.NewTrees()
	}
	return &side{
		Side: s, ways: directions.Plan(s.Document, directions.Options{}, &diag.List{}),
		judge: verify.New(s.Document, verify.Options{
			AnnotateFormats: o.AnnotateFormats, AnnotateDiscriminators: o.AnnotateDiscriminators, Lenient: true, Trees: s.Trees,
		}),
	}
}

// A comparison is one run; its fields are the results of its steps.
type comparison struct {
	old, new   *side
	options    Options
	solver     *sets.Solver
	decided    *decided.Reader // nil: discriminators say nothing
	operations *operations.Result
	rank       map[string]int // of operations, by name
	names      *names
	found      schemas.Found
	words      annotations.Found
	changes    []ranked
	places     *goPlaces                     // nil until asked for
	parents    map[*api.Schema][]*api.Schema // of the schemas of the new document; nil until asked for
}

// A ranked change knows where it stands in a report.
type ranked struct {
	change.Change
	rank int // of the first operation that it reaches
	// places are the schemas and members that it is about, in both documents
	quiet bool // told only if Go code differs
}

// asserts reports whether a format is a constraint.
func (c *comparison) asserts(name string, number bool) bool {
	return !c.options.AnnotateFormats && gomodel.FormatFunc(gomodel.Format{Name: name, Number: number}) != ""
}

// formats returns the judge of strings that not all validators judge alike: the one that judges witnesses.
func (c *comparison) formats() func(name, text string) (valid, known bool) {
	made := map[string]*api.Schema{}
	return func(name, text string) (valid, known bool) {
		if made[name] == nil {
			made[name] = &api.Schema{Types: []api.Type{api.TypeString}, Format: name}
		}
		r := c.new.judge.Value(made[name], change.Request, []byte(api.JSON(api.String(text))))
		return r.Valid, r.Problem == nil
	}
}

// way is the direction of package directions for a direction of messages.
func way(dir change.Direction) directions.Direction {
	if dir == change.Request {
		return directions.Sent
	}
	return directions.Received
}

// sample returns the plainest value of a schema.
func (c *comparison) sample(s *api.Schema, dir change.Direction) (json string, ok bool) {
	form := c.old.ways.Form(s, way(dir))
	if !c.old.has(s) {
		form = c.new.ways.Form(s, way(dir))
	}
	answer := c.solver.Find(sets.Lit{Schema: form})
	if answer.Status != sets.Inhabited {
		return "", false
	}
	return api.JSON(answer.Value), true
}

// has reports whether a schema is one of the document.
func (s *side) has(schema *api.Schema) bool {
	id := int(schema.ID)
	return id < len(s.Document.Schemas) && s.Document.Schemas[id] == schema
}

func (c *comparison) rankOperations() {
	c.rank = map[string]int{}
	for i, op := range c.operations.Operations {
		if _, known := c.rank[op.Name]; !known {
			c.rank[op.Name] = i
		}
	}
}

// origin returns what a form of a schema was made of.
func (c *comparison) origin(s *api.Schema) *api.Schema {
	if o := c.old.ways.OriginOf(s); o != nil {
		return o
	}
	return c.new.ways.OriginOf(s)
}
