package generator

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/examples"
	"github.com/oas2go/oas2go/generator/internal/plan"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A Part is something that a package can have. Without PartModels among them, the parts come beside models and client.
type Part string

// The parts.
const (
	PartModels  Part = "models"  // types with validation: always there; named, it says that the others are all
	PartClient  Part = "client"  // a client
	PartService Part = "service" // an interface of all operations
	PartServer  Part = "server"  // handlers that serve it, and senders of webhooks
	PartFakes   Part = "fakes"   // a service that gives examples
	PartTests   Part = "tests"   // examples of calls, as a test file
	PartDocs    Part = "docs"    // a reference of the package in Markdown
)

// Parts returns all of them.
func Parts() []Part {
	return []Part{PartModels, PartClient, PartService, PartServer, PartFakes, PartTests, PartDocs}
}

// generates reports whether a package has a part.
func (c *Config) generates(p Part) bool {
	switch p {
	case PartModels:
		return true
	case PartClient:
		return slices.Contains(c.Parts, p) || !slices.Contains(c.Parts, PartModels)
	case PartService:
		return slices.Contains(c.Parts, p) || c.generates(PartServer)
	case PartServer:
		return slices.Contains(c.Parts, p) || slices.Contains(c.Parts, PartFakes)
	}
	return slices.Contains(c.Parts, p)
}

// generate reads what a package has beside models and client.
func (f *configFile) generate(n *source.Node, path *diag.Path) {
	var known []string
	for _, p := range Parts() {
		known = append(known, string(p))
	}
	want := "generate is an array of " + strings.Join(known, ", ")
	f.texts(n, path, want, func(item *source.Node, path *diag.Path) {
		switch p := Part(item.Text); {
		case !slices.Contains(known, item.Text):
			f.findings.Error(f.document.Pos(item, path), diag.RuleValue, "%s", want)
		case !slices.Contains(f.config.Parts, p):
			f.config.Parts = append(f.config.Parts, p)
		}
	})
}

// group reads whether operations are grouped.
func (f *configFile) group(n *source.Node, path *diag.Path) {
	if n.Kind != source.String || n.Text != "tags" && n.Text != "none" {
		f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "group is tags or none")
		return
	}
	f.config.Group = n.Text == "tags"
}

// examples returns what the examples of a package need, nil if it has none: nobody wants them, or there is no path by which tests could
// import the package.
func (r *run) examples() *plan.Examples {
	e := &plan.Examples{Fakes: !r.unseen && r.config.generates(PartFakes)}
	switch {
	case !r.prints || !r.config.generates(PartTests):
	case !r.config.generates(PartClient):
		x := r.findings.Warn(r.document.Pos, diag.RuleNotGenerated, "tests are calls of the client, which generate leaves out")
		x.Hint = "add client to generate, or leave tests out"
	default:
		if e.ImportPath = r.config.ImportPath; e.ImportPath == "" {
			r.findings.Warn(r.document.Pos, diag.RuleNotGenerated, "examples need an import path, and no go.mod is above the folder of the package")
		}
	}
	if e.ImportPath == "" && !e.Fakes {
		return nil
	}
	e.Samples = sampler{examples.New(r.document, r.config.values())}
	return e
}

// values says what values of schemas are, as generated code has it.
func (c *Config) values() examples.Options {
	o := examples.Options{AnnotateDiscriminators: c.AnnotateDiscriminators}
	if !c.Annotate {
		o.Asserts = func(name string, number bool) bool {
			return gomodel.FormatFunc(gomodel.Format{Name: name, Number: number}) != ""
		}
	}
	return o
}

// A sampler asks a maker of values by direction.
type sampler struct{ maker *examples.Maker }

func (s sampler) Given(schema *api.Schema, sent bool, list []api.Value) api.Value {
	return s.maker.Given(schema, direction(sent), list)
}

func (s sampler) Value(schema *api.Schema, sent bool, list []api.Value) api.Value {
	return s.maker.Value(schema, direction(sent), list)
}

func (s sampler) Several(schema *api.Schema, status int, mediaType string, list []api.Named[api.Value], most int) []api.Named[api.Value] {
	return s.maker.ForResponse(status, mediaType).Several(schema, change.Response, list, most)
}

func (s sampler) Image(mediaType string) string { return examples.Image(mediaType) }

func direction(sent bool) change.Direction {
	if sent {
		return change.Request
	}
	return change.Response
}
