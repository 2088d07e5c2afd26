package parse

import (
	"net/url"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/check"
	"github.com/oas2go/oas2go/generator/internal/parse/locate"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/parse/swagger"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// Options change how a document is read.
type Options struct {
	// Lenient turns the errors of a document into warnings and leaves out what they concern: the target of a dangling reference
	// is nil.
	Lenient bool
	// Wholes closes allOf of parts that are closed against each other as a whole.
	Wholes bool
	// Loader reads the files that the document refers to. Without one, it must be a single file.
	Loader *source.Loader
	// References notes which references led where, for those who move what they lead to. Nil: nobody asks.
	References *References
}

// References are the references of a document that were followed, and the trees of its files.
type References struct {
	List    []Followed
	Sources []*source.Document // the entry document first; references in place of maps are written out
}

// A Followed is one reference.
type Followed struct {
	From diag.Pos // of the text
	To   diag.Pos
	Kind string // the object of the specification that it leads to
}

// Document returns what d says, nil if d is not an OpenAPI document of a version that is supported. What is wrong with d is added to
// findings; the result keeps the promises of verify_test.go if none of them has severity error and options are not lenient.
func Document(d *source.Document, options Options, findings *diag.List) *api.Document {
	if d == nil || d.Root == nil {
		return nil // package source has reported it
	}
	version, ok := readVersion(d, findings)
	if !ok {
		return nil
	}
	p := newParser(d, version, options, findings)
	if d.Root.Member("openapi") == nil {
		p.swagger.Rewrite(p.files.Entry.Root, nil)
	}
	p.document()
	p.refs.follow()
	p.checked.Sources, p.checked.Wholes = p.files.Sources, options.Wholes
	for _, d := range p.files.Sources {
		p.doc.Files = append(p.doc.Files, d.File)
	}
	if p.followed != nil {
		p.followed.Sources = p.files.Sources
	}
	check.Document(p.checked, p.Reporter)
	return p.doc
}

// A parser reads one document, with the files that it refers to.
type parser struct {
	*tree.Reader
	files      *locate.Files
	swagger    *swagger.Rewriter
	doc        *api.Document
	refs       references
	schemas    registry[api.Schema]
	operations operations
	kinds      kinds
	checked    check.Input // what the reader has seen of it
	lines      diag.Lines
	followed   *References // nil: nobody asks
}

func newParser(d *source.Document, version api.Version, options Options, findings *diag.List) *parser {
	r := tree.NewReader(&report.Reporter{List: findings, Lenient: options.Lenient}, version)
	p := &parser{Reader: r, files: locate.New(d, options.Loader, r), lines: diag.Lines{}, followed: options.References, doc: &api.Document{Version: version},
		refs: references{reported: map[*source.Node]bool{}, made: map[*source.Node]bool{}}, operations: operations{byID: map[string]identified{}}}
	p.swagger = swagger.New(r, p.files)
	p.kinds = p.newKinds(&p.doc.External)
	p.checked.Document = p.doc
	return p
}

// document reads the OpenAPI Object. Components come first, so that names of later stages follow them.
func (p *parser) document() {
	d := p.doc
	root := p.files.Entry.Root.Root
	d.Pos = root.Pos()
	f := tree.DocumentFields
	if p.files.Entry.Root.IsSwagger() {
		f = swagger.RootFields()
	}
	o, ok := p.Open(root, f)
	if !ok {
		return
	}
	if d.Self = o.Text("$self"); d.Self != "" {
		p.self(o)
	}
	if at, ok := o.Member("jsonSchemaDialect"); ok {
		d.Dialect, _ = p.Text(at)
		dialect(p.Reader, at, d.Dialect)
	}
	if at, ok := o.Member("info"); ok {
		d.Info = info(p.Reader, at)
	}
	d.Servers = servers(o)
	if at, ok := o.Member("components"); ok {
		p.components(at, &d.Components)
	}
	if at, ok := o.Member("paths"); ok {
		p.paths(at)
	}
	d.Webhooks = uses(p, o, "webhooks", &p.kinds.items)
	d.Security = p.security(o)
	d.Tags = tags(o)
	d.ExternalDocs = externalDocs(o)
	d.Extensions = o.Extensions()
	p.needPaths(o)
}

// self makes $self the base URI of the document. OAS 3.2: Establishing the Base URI.
func (p *parser) self(o tree.Object) {
	at, _ := o.Member("$self")
	uri, err := url.Parse(p.doc.Self)
	if err != nil || uri.Fragment != "" {
		p.Fail(at.Pos(), diag.RuleValue, "\"$self\" must be a URI reference without a fragment")
		return
	}
	p.files.Entry.Root.URI = p.files.Entry.At.ResolveReference(uri)
	p.files.Know(p.files.Entry.Root.URI, p.files.Entry.Root)
}

// needPaths: 3.0 demands paths; later versions one of paths, webhooks and components.
func (p *parser) needPaths(o tree.Object) {
	if o.Node.Member("paths") != nil {
		return
	}
	if p.Before(1) {
		p.Warn(o.Pos(), diag.RuleMissing, "the %s needs \"paths\"", o.Fields.Object)
	} else if o.Node.Member("webhooks") == nil && o.Node.Member("components") == nil {
		p.Fail(o.Pos(), diag.RuleMissing, "the OpenAPI Object needs one of \"paths\", \"webhooks\" and \"components\"")
	}
}

func (p *parser) components(at tree.Place, c *api.Components) {
	c.Pos = at.Pos()
	p.spread(at)
	o, ok := p.Open(at, tree.ComponentsFields)
	if !ok {
		return
	}
	for _, name := range [...]string{"schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes",
		"links", "callbacks", "pathItems", "mediaTypes"} {
		if section, ok := o.Member(name); ok {
			p.spread(section)
			componentNames(p.Reader, section)
		}
	}
	c.Schemas = tree.Named(o, "schemas", p.schema)
	c.Responses = uses(p, o, "responses", &p.kinds.responses)
	c.Parameters = uses(p, o, "parameters", &p.kinds.parameters)
	c.Examples = uses(p, o, "examples", &p.kinds.examples)
	c.RequestBodies = uses(p, o, "requestBodies", &p.kinds.bodies)
	c.Headers = uses(p, o, "headers", &p.kinds.headers)
	c.SecuritySchemes = uses(p, o, "securitySchemes", &p.kinds.schemes)
	c.Links = uses(p, o, "links", &p.kinds.links)
	c.Callbacks = uses(p, o, "callbacks", &p.kinds.callbacks)
	c.PathItems = uses(p, o, "pathItems", &p.kinds.items)
	c.MediaTypes = uses(p, o, "mediaTypes", &p.kinds.media)
	c.Extensions = o.Extensions()
}
