package locate

import (
	"net/url"

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

	r         *tree.Reader
	loader    *source.Loader   // nil: there is only the entry
	read      map[string]*file // by the URI that they were read from
	known     resources
	located   map[query]Located
	following int // references that the pointer of another one leads through
	index     index
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
	fs := &Files{Entry: entry, Sources: []*source.Document{d}, r: r, loader: loader, read: map[string]*file{}, known: newResources(), located: map[query]Located{},
		index: index{}}
	fs.Know(entry.At, entry.Root)
	return fs
}

// Know makes a resource known under a URI.
func (fs *Files) Know(uri *url.URL, res *tree.Resource) { fs.known.add(uri, res) }

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
	fs.known.add(f.At, f.Root)
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
			fs.known.add(f.Root.URI, f.Root)
			fs.known.bySchema[n] = f.Root
		}
	}
	if !f.Version.Before(3, 1) {
		fs.known.scan(f.Root.Root, false)
	}
}

// Identified returns the place of a schema as the root of a resource of its own, if it has an $id. Core 8.2.1.
func (fs *Files) Identified(at tree.Place) tree.Place { return fs.known.identified(at) }
