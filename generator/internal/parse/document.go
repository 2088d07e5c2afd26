package parse

import (
	"net/url"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/check"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// Options change how a document is read.
type Options struct {
	// Lenient turns the errors of a document into warnings and leaves out what they concern: the target of a dangling reference
	// is nil.
	Lenient bool
	// Loader reads the files that the document refers to. Without one, it must be a single file.
	Loader *source.Loader
}

// Document returns what d says, nil if d is no OpenAPI document of a version that is supported. What is wrong with d is added to
// findings; the result keeps the promises of [api.Verify] if none of them has severity error and options are not lenient.
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
		p.rewriteSwagger(p.entry.root)
	}
	p.document()
	p.follow()
	check.Document(p.checked, p.Reporter)
	return p.doc
}

// A parser reads one document, with the files that it refers to.
type parser struct {
	*report.Reporter
	loader *source.Loader
	doc    *api.Document

	entry     *file
	version   api.Version                // of the file that is being read
	files     map[string]*file           // by the URI that they were read from
	resources map[string]*resource       // by URI: files, schemas with $id
	embedded  map[*source.Node]*resource // by the schema with the $id
	located   map[locateKey]located
	following int                                      // references that the pointer of another one leads through
	index     map[*source.Node]map[string]*source.Node // members of large objects
	objects   map[*source.Node]string                  // what a node was read as: the name of the object in the specification
	reported  map[*source.Node]bool                    // references that have a finding

	scanned map[*source.Node]bool // in search of $id and $anchor

	checked check.Input

	queue queue

	operationIDs map[string]identified
	operations   registry[api.Operation]
	schemas      registry[api.Schema]
	responses    kind[api.Response]
	parameters   kind[api.Parameter]
	examples     kind[api.Example]
	bodies       kind[api.RequestBody]
	headers      kind[api.Header]
	schemes      kind[api.SecurityScheme]
	links        kind[api.Link]
	callbacks    kind[api.Callback]
	items        kind[api.PathItem]
	media        kind[api.MediaType]
}

func newParser(d *source.Document, version api.Version, options Options, findings *diag.List) *parser {
	p := &parser{
		Reporter: &report.Reporter{List: findings, Lenient: options.Lenient}, loader: options.Loader, doc: &api.Document{Version: version, Files: []*diag.File{d.File}},
		version: version, files: map[string]*file{}, resources: map[string]*resource{}, embedded: map[*source.Node]*resource{}, scanned: map[*source.Node]bool{},
		located: map[locateKey]located{}, index: map[*source.Node]map[string]*source.Node{},
		objects: map[*source.Node]string{}, reported: map[*source.Node]bool{}, operationIDs: map[string]identified{},
	}
	p.entry = newFile(d, version, baseURI(d.File))
	p.know(p.entry.at, p.entry.root)
	p.checked.Document, p.checked.Sources = p.doc, []*source.Document{d}
	x := &p.doc.External
	p.responses = kind[api.Response]{fields: &responseFields, section: "responses", read: p.response, external: &x.Responses}
	p.parameters = kind[api.Parameter]{fields: &parameterFields, section: "parameters", read: p.parameter, external: &x.Parameters}
	p.examples = kind[api.Example]{fields: &exampleFields, section: "examples", read: p.example, external: &x.Examples}
	p.bodies = kind[api.RequestBody]{fields: &bodyFields, section: "requestBodies", read: p.body, external: &x.RequestBodies}
	p.headers = kind[api.Header]{fields: &headerFields, section: "headers", read: p.header, external: &x.Headers}
	p.schemes = kind[api.SecurityScheme]{fields: &schemeFields, section: "securitySchemes", read: p.scheme, external: &x.SecuritySchemes}
	p.links = kind[api.Link]{fields: &linkFields, section: "links", read: p.link, external: &x.Links}
	p.callbacks = kind[api.Callback]{fields: &callbackFields, section: "callbacks", read: p.callback, external: &x.Callbacks}
	p.items = kind[api.PathItem]{fields: &pathItemFields, section: "pathItems", read: p.pathItem, external: &x.PathItems}
	p.media = kind[api.MediaType]{fields: &mediaFields, section: "mediaTypes", read: p.mediaType, external: &x.MediaTypes}
	return p
}

// document reads the OpenAPI Object. Components come first, so that names of later stages follow them.
func (p *parser) document() {
	d := p.doc
	root := p.entry.root.root
	d.Pos = p.pos(root)
	f := &documentFields
	if p.entry.root.swagger != nil {
		f = &swaggerRootFields
	}
	o, ok := p.open(root, f)
	if !ok {
		return
	}
	if d.Self = o.text("$self"); d.Self != "" {
		p.self(o)
	}
	if at, ok := o.member("jsonSchemaDialect"); ok {
		d.Dialect, _ = p.text(at)
		p.dialect(at, d.Dialect)
	}
	if at, ok := o.member("info"); ok {
		d.Info = p.info(at)
	}
	d.Servers = p.servers(o)
	if at, ok := o.member("components"); ok {
		p.components(at, &d.Components)
	}
	if at, ok := o.member("paths"); ok {
		p.paths(at)
	}
	d.Webhooks = uses(o, "webhooks", &p.items)
	d.Security = p.security(o)
	d.Tags = p.tags(o)
	d.ExternalDocs = p.externalDocs(o)
	d.Extensions = o.extensions()
	p.needPaths(o)
}

// self makes $self the base URI of the document. OAS 3.2: Establishing the Base URI.
func (p *parser) self(o object) {
	at, _ := o.member("$self")
	uri, err := url.Parse(p.doc.Self)
	if err != nil || uri.Fragment != "" {
		p.Fail(p.pos(at), diag.RuleValue, "\"$self\" must be a URI reference without a fragment")
		return
	}
	p.entry.root.uri = p.entry.at.ResolveReference(uri)
	p.know(p.entry.root.uri, p.entry.root)
}

// needPaths: 3.0 demands paths; later versions one of paths, webhooks and components.
func (p *parser) needPaths(o object) {
	if o.node.Member("paths") != nil {
		return
	}
	if p.before(1) {
		p.Warn(p.pos(o.place), diag.RuleMissing, "the %s needs \"paths\"", o.fields.object)
	} else if o.node.Member("webhooks") == nil && o.node.Member("components") == nil {
		p.Fail(p.pos(o.place), diag.RuleMissing, "the OpenAPI Object needs one of \"paths\", \"webhooks\" and \"components\"")
	}
}

func (p *parser) components(at place, c *api.Components) {
	c.Pos = p.pos(at)
	o, ok := p.open(at, &componentsFields)
	if !ok {
		return
	}
	for _, name := range [...]string{"schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes",
		"links", "callbacks", "pathItems", "mediaTypes"} {
		p.componentNames(o, name)
	}
	c.Schemas = named(o, "schemas", p.schema)
	c.Responses = uses(o, "responses", &p.responses)
	c.Parameters = uses(o, "parameters", &p.parameters)
	c.Examples = uses(o, "examples", &p.examples)
	c.RequestBodies = uses(o, "requestBodies", &p.bodies)
	c.Headers = uses(o, "headers", &p.headers)
	c.SecuritySchemes = uses(o, "securitySchemes", &p.schemes)
	c.Links = uses(o, "links", &p.links)
	c.Callbacks = uses(o, "callbacks", &p.callbacks)
	c.PathItems = uses(o, "pathItems", &p.items)
	c.MediaTypes = uses(o, "mediaTypes", &p.media)
	c.Extensions = o.extensions()
}
