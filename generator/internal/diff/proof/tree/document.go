package tree

import (
	"errors"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A Document is a tree with what it says.
type Document struct {
	Root *Node
	API  *api.Document
	// ledInto are the pointers of all that has the target of a reference inside; anywhere says that nobody knows.
	ledInto  map[string]bool
	anywhere bool
}

// Read reads a file. What is wrong with it does not count, as long as it is a document.
func Read(path string) (*Document, error) {
	loader := source.NewLoader(path)
	defer loader.Close()
	var findings diag.List
	read, err := loader.Document(&findings)
	if err != nil {
		return nil, err
	}
	return document(read, loader, &findings)
}

// ReadText reads the text of a single file.
func ReadText(name string, text []byte) (*Document, error) {
	var findings diag.List
	return document(source.Read(name, text, &findings), nil, &findings)
}

func document(read *source.Document, loader *source.Loader, findings *diag.List) (*Document, error) {
	if read.Root == nil {
		return nil, errors.New("not well-formed: " + firstOf(findings))
	}
	d := &Document{Root: Copy(read.Root), ledInto: map[string]bool{}} // parse may rewrite what was read
	if d.API = parse.Document(read, parse.Options{Loader: loader, Lenient: true}, findings); d.API == nil {
		return nil, errors.New("no document: " + firstOf(findings))
	}
	d.Root.Walk(func(n *Node) {
		if ref := n.Get("$ref"); ref.Is(source.String) {
			if text, err := url.PathUnescape(ref.Text); err == nil {
				d.refer(text)
			}
		}
	})
	return d, nil
}

func firstOf(findings *diag.List) string {
	for _, f := range findings.All() {
		return f.Message
	}
	return "nothing is wrong"
}

// Model parses a text again.
func Model(text []byte) (*api.Document, error) {
	d, err := ReadText("new.json", text)
	if err != nil {
		return nil, err
	}
	return d.API, nil
}

// A Place is a schema of the tree.
type Place struct {
	Node    *Node
	Schema  *api.Schema
	Pointer string
}

// Schemas returns the places of all schemas that stand in the tree as Schema Objects, in the order of the model. Parameters of Swagger
// 2.0, which are half a schema, are left out.
func (d *Document) Schemas() (list []Place) {
	for _, s := range d.API.Schemas {
		if s.Synth || s.Pos.File == nil || s.Pos.Elsewhere() || s.Form != api.FormObject {
			continue
		}
		path := s.Pos.Path.Original()
		tokens := tokensOf(path)
		n := d.Root.At(tokens)
		if n.Is(source.Object) && (!d.IsSwagger() || inSwagger(tokens)) {
			list = append(list, Place{n, s, path.Pointer()})
		}
	}
	return list
}

// IsSwagger reports whether the document is one of Swagger 2.0.
func (d *Document) IsSwagger() bool { return d.Root.Has("swagger") }

// Version returns the text of openapi.
func (d *Document) Version() string {
	if v := d.Root.Get("openapi"); v.Is(source.String) {
		return v.Text
	}
	return "2.0"
}

// Old reports whether the schemas are of the dialect before OpenAPI 3.1.
func (d *Document) Old() bool { return d.Version() < "3.1" }

// inSwagger reports whether a pointer leads to a Schema Object.
func inSwagger(tokens []string) bool {
	if tokens[0] == "definitions" {
		return true
	}
	for _, t := range tokens {
		if t == "schema" {
			return true
		}
	}
	return false
}

func tokensOf(p *diag.Path) (list []string) {
	for ; p != nil; p = p.Parent {
		list = append([]string{p.Token}, list...)
	}
	return list
}

// LedInto reports whether a reference leads to something inside of a place, so that nothing there may move.
func (d *Document) LedInto(pointer string) bool { return d.anywhere || d.ledInto[pointer] }

// refer notes where a reference leads.
func (d *Document) refer(text string) {
	pointer := strings.TrimPrefix(text, "#")
	d.anywhere = d.anywhere || d.leadsThrough(pointer)
	for i := range pointer {
		if pointer[i] == '/' {
			d.ledInto[pointer[:i]] = true
		}
	}
}

// leadsThrough reports whether a pointer goes on where another reference leads: nobody knows what it needs.
func (d *Document) leadsThrough(ref string) bool {
	if !strings.HasPrefix(ref, "/") || !strings.Contains(ref, "/properties/") {
		return false
	}
	n := d.Root
	for _, token := range Tokens(ref) {
		if n.Has("$ref") {
			return true
		}
		n = n.At([]string{token})
	}
	return false
}

// Files returns the paths of the documents in a folder.
func Files(folder string) []string {
	list, _ := filepath.Glob(filepath.Join(folder, "*.*")) // the pattern is right
	return list
}

// Fresh returns a document with a tree of its own, to be rewritten.
func (d *Document) Fresh() *Document {
	fresh := *d
	fresh.Root = d.Root.Clone()
	return &fresh
}
