package locate

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// Files are the files of a document: the entry, and those that references have led to.
type Files struct {
	Entry   *tree.File
	Dialect Dialect            // set before the first reference is followed
	Sources []*source.Document // all that were read, also those that are not well-formed

	resources
	index
	r         *tree.Reader
	loader    *source.Loader   // nil: there is only the entry
	read      map[string]*file // by the URI that they were read from
	located   map[query]Located
	following int // references that the pointer of another one leads through
}

// A Dialect is a specification before OpenAPI 3, whose files are rewritten when they are read.
type Dialect interface {
	// Version returns what a file that does not say "openapi" is read as: otherwise, unless it is a document of the dialect.
	Version(d *source.Document, otherwise api.Version) api.Version
	// Rewrite replaces the tree of a document of the dialect, or of a fragment that such a one refers to.
	Rewrite(res, from *tree.Resource)
	// Walk follows a JSON pointer of a rewritten file as it was written.
	Walk(res *tree.Resource, pointer string) Located
}

// A file is where a URI leads; File is nil if it is not well-formed or could not be read.
type file struct {
	*tree.File
	refusal *source.Refusal
}

// New returns the files of a document of which only the entry was read.
func New(d *source.Document, loader *source.Loader, r *tree.Reader) *Files {
	entry := tree.NewFile(d, r.Version, baseURI(d.File))
	fs := &Files{Entry: entry, Sources: []*source.Document{d}, r: r, loader: loader, read: map[string]*file{}, resources: newResources(), index: index{},
		located: map[query]Located{}}
	fs.Know(entry.At, entry.Root)
	return fs
}

// fileAt returns the file at a URI, which it reads if nothing has led there before; by is the reference.
func (fs *Files) fileAt(uri *url.URL, from *tree.File, by diag.Pos) *file {
	key := uriKey(uri)
	f := fs.read[key]
	if f == nil {
		f = fs.readFile(uri, from, by)
		fs.read[key] = f
	}
	return f
}

func (fs *Files) readFile(uri *url.URL, from *tree.File, by diag.Pos) *file {
	if fs.loader == nil {
		return &file{refusal: &source.Refusal{Rule: diag.RuleRef, Problem: "is another file, and there is only this one"}}
	}
	var found diag.List
	d, refusal := fs.loader.Load(uri, &found)
	if refusal != nil {
		return &file{refusal: refusal}
	}
	for _, f := range found.All() {
		if f.Severity == diag.Error {
			f.Related = append(f.Related, diag.Related{Pos: by, Message: "the reference to this file"})
			if fs.r.Lenient {
				f = f.Lenient()
			}
		}
		fs.r.Add(f)
	}
	fs.Sources = append(fs.Sources, d)
	if d.Root == nil {
		return &file{}
	}
	f := tree.NewFile(d, fs.versionOf(d, from.Version), baseURI(d.File))
	fs.Know(f.At, f.Root)
	if d.Root.Member("openapi") == nil {
		fs.Dialect.Rewrite(f.Root, from.Root)
	}
	fs.identify(f)
	return &file{File: f}
}

// identify learns by what URI a file and the schemas in it want to be known, and what a whole document has where.
func (fs *Files) identify(f *tree.File) {
	n := f.Root.Root.Node
	name := ""
	switch isDocument := n.Member("openapi") != nil; {
	case isDocument:
		fs.noteObjects(f)
		if !f.Version.Before(3, 2) {
			name = "$self"
		}
	case !f.Version.Before(3, 1):
		name = "$id"
	}
	if own := n.Get(name); own != nil && own.Kind == source.String && own.Text != "" {
		if uri, err := url.Parse(own.Text); err == nil && uri.Fragment == "" {
			f.Root.URI = f.At.ResolveReference(uri)
			fs.Know(f.Root.URI, f.Root)
			fs.bySchema[n] = f.Root
		}
	}
	if !f.Version.Before(3, 1) {
		fs.scan(f.Root.Root, false)
	}
}

// noteObjects says what the objects of a whole document are, so that a reference of the wrong kind can name what it leads to.
func (fs *Files) noteObjects(f *tree.File) {
	fs.r.ReadAs(f.Root.Root.Node, tree.DocumentFields)
	note := func(container *source.Node, fields *tree.Fields) {
		if container == nil {
			return
		}
		for i := range container.Members {
			if m := &container.Members[i]; !tree.IsExtension(m.Name) {
				fs.r.ReadAs(m.Value, fields)
			}
		}
	}
	n := f.Root.Root.Node
	note(n.Get("paths"), tree.PathItemFields)
	note(n.Get("webhooks"), tree.PathItemFields)
	components := n.Get("components")
	for _, section := range [...]struct {
		name   string
		fields *tree.Fields
	}{
		{"schemas", tree.SchemaFields}, {"responses", tree.ResponseFields}, {"parameters", tree.ParameterFields}, {"examples", tree.ExampleFields},
		{"requestBodies", tree.BodyFields}, {"headers", tree.HeaderFields}, {"securitySchemes", tree.SchemeFields}, {"links", tree.LinkFields},
		{"callbacks", tree.CallbackFields}, {"pathItems", tree.PathItemFields}, {"mediaTypes", tree.MediaFields},
	} {
		note(components.Get(section.name), section.fields)
	}
}

// versionOf returns the version that another file is read as: its own, or that of the file with the reference, if it is a fragment.
func (fs *Files) versionOf(d *source.Document, otherwise api.Version) api.Version {
	m := d.Root.Member("openapi")
	if m == nil {
		return fs.Dialect.Version(d, otherwise)
	}
	version, ok := ParseVersion(m.Value.Text)
	if !ok {
		fs.r.Fail(d.Pos(m.Value, (*diag.Path)(nil).Child("openapi")), diag.RuleVersion, "version %q of OpenAPI is not supported; the file is read as %s",
			m.Value.Text, otherwise.Text).Hint = "supported are 3.0, 3.1 and 3.2"
		return otherwise
	}
	return version
}

// ParseVersion reads 3.minor or 3.minor.patch; a patch may have a suffix, as in 3.1.0-rc1.
func ParseVersion(text string) (api.Version, bool) {
	major, rest, _ := strings.Cut(text, ".")
	minor, patch, dot := strings.Cut(rest, ".")
	if major != "3" || dot && (patch == "" || patch[0] < '0' || patch[0] > '9') {
		return api.Version{}, false
	}
	n, err := strconv.ParseUint(minor, 10, 8)
	if err != nil || n > 2 || len(minor) != 1 {
		return api.Version{}, false
	}
	return api.Version{Text: text, Major: 3, Minor: uint8(n)}, true
}
