package parse

import (
	"net/url"
	"path"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A file is what the entry document or a reference to another file leads to.
type file struct {
	source  *source.Document
	version api.Version // what its objects are read as
	at      *url.URL    // where it was read, whatever URI it calls its own
	root    *resource   // nil if it could not be read
	refusal *source.Refusal
}

// newFile makes the resource of a file that was read.
func newFile(d *source.Document, version api.Version, at *url.URL) *file {
	f := &file{source: d, version: version, at: at}
	f.root = &resource{uri: at, file: f, anchors: map[string]place{}}
	f.root.root = place{node: d.Root, resource: f.root}
	return f
}

// baseURI returns the URI of a file; a file without one is known by its name.
func baseURI(f *diag.File) *url.URL {
	if uri, err := url.Parse(f.URI); err == nil && f.URI != "" {
		return uri
	}
	return &url.URL{Path: "/" + path.Base(strings.ReplaceAll(f.Name, "\\", "/"))}
}

// uriKey returns one text for all spellings of the URI of a file, and of a resource.
func uriKey(uri *url.URL) string {
	if uri.Scheme != "" && uri.Scheme != "file" {
		return strings.TrimSuffix(uri.String(), "#")
	}
	return "file:" + path.Clean("/"+uri.Path)
}

// know makes a resource known under a URI.
func (p *parser) know(uri *url.URL, res *resource) {
	if uri != nil {
		p.resources[uriKey(uri)] = res
	}
}

// fileAt returns the file at a URI, which it reads if nothing has led there before; by is the reference.
func (p *parser) fileAt(uri *url.URL, from *file, by diag.Pos) *file {
	key := uriKey(uri)
	f := p.files[key]
	if f == nil {
		f = p.readFile(uri, from, by)
		p.files[key] = f
	}
	return f
}

func (p *parser) readFile(uri *url.URL, from *file, by diag.Pos) *file {
	if p.loader == nil {
		return &file{refusal: &source.Refusal{Rule: diag.RuleRef, Problem: "is another file, and there is only this one"}}
	}
	var found diag.List
	d, refusal := p.loader.Load(uri, &found)
	if refusal != nil {
		return &file{refusal: refusal}
	}
	for _, f := range found.All() {
		if f.Severity == diag.Error {
			f.Related = append(f.Related, diag.Related{Pos: by, Message: "the reference to this file"})
			if p.Lenient {
				f = f.Lenient()
			}
		}
		p.Add(f)
	}
	p.doc.Files, p.checked.Sources = append(p.doc.Files, d.File), append(p.checked.Sources, d)
	if d.Root == nil {
		return &file{source: d}
	}
	f := newFile(d, p.versionOf(d, from.version), baseURI(d.File))
	p.know(f.at, f.root)
	switch {
	case d.Root.Member("openapi") != nil:
	case isSwagger(d):
		p.rewriteSwagger(f.root)
	case from.root.swagger != nil:
		p.fragmentOfSwagger(f.root, from.root.swagger)
	}
	p.identify(f)
	return f
}

// isSwagger reports whether another file is a whole document of Swagger 2.0.
func isSwagger(d *source.Document) bool {
	v := d.Root.Get("swagger")
	return v != nil && strings.HasPrefix(v.Text, "2")
}

// versionOf returns the version of OpenAPI of another file: its own, or that of the file with the reference, if it is a fragment.
func (p *parser) versionOf(d *source.Document, otherwise api.Version) api.Version {
	m := d.Root.Member("openapi")
	switch {
	case m == nil && isSwagger(d):
		return api.Version{Text: "2.0", Major: 3}
	case m == nil:
		return otherwise
	}
	version, ok := parseVersion(m.Value.Text)
	if !ok {
		p.Fail(d.Pos(m.Value, (*diag.Path)(nil).Child("openapi")), diag.RuleVersion, "version %q of OpenAPI is not supported; the file is read as %s",
			m.Value.Text, otherwise.Text).Hint = "supported are 3.0, 3.1 and 3.2"
		return otherwise
	}
	return version
}

// identify learns by what URI a file and the schemas in it want to be known, and what a whole document has where.
func (p *parser) identify(f *file) {
	n := f.root.root.node
	name := ""
	switch isDocument := n.Member("openapi") != nil; {
	case isDocument:
		p.noteObjects(f)
		if !f.version.Before(3, 2) {
			name = "$self"
		}
	case !f.version.Before(3, 1):
		name = "$id"
	}
	if own := n.Get(name); own != nil && own.Kind == source.String && own.Text != "" {
		if uri, err := url.Parse(own.Text); err == nil && uri.Fragment == "" {
			f.root.uri = f.at.ResolveReference(uri)
			p.know(f.root.uri, f.root)
			p.embedded[n] = f.root
		}
	}
	if !f.version.Before(3, 1) {
		p.scan(f.root.root, false)
	}
}

// noteObjects says what the objects of a whole document are, so that a reference of the wrong kind can name what it leads to.
func (p *parser) noteObjects(f *file) {
	p.readAs(f.root.root, &documentFields)
	note := func(container *source.Node, fields *fields) {
		if container == nil {
			return
		}
		for i := range container.Members {
			if m := &container.Members[i]; !isExtension(m.Name) {
				p.readAs(place{node: m.Value}, fields)
			}
		}
	}
	n := f.root.root.node
	note(n.Get("paths"), &pathItemFields)
	note(n.Get("webhooks"), &pathItemFields)
	components := n.Get("components")
	for _, section := range [...]struct {
		name   string
		fields *fields
	}{
		{"schemas", &schemaFields}, {"responses", &responseFields}, {"parameters", &parameterFields}, {"examples", &exampleFields},
		{"requestBodies", &bodyFields}, {"headers", &headerFields}, {"securitySchemes", &schemeFields}, {"links", &linkFields},
		{"callbacks", &callbackFields}, {"pathItems", &pathItemFields}, {"mediaTypes", &mediaFields},
	} {
		note(components.Get(section.name), section.fields)
	}
}
