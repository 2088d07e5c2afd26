package tree

import (
	"net/url"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A File is what the entry document or a reference to another file leads to.
type File struct {
	Source  *source.Document
	Version api.Version // what its objects are read as
	At      *url.URL    // where it was read, whatever URI it calls its own
	Root    *Resource
}

// NewFile makes the resource of a file that was read.
func NewFile(d *source.Document, version api.Version, at *url.URL) *File {
	f := &File{Source: d, Version: version, At: at}
	f.Root = &Resource{URI: at, File: f, Anchors: map[string]Place{}}
	f.Root.Root = Place{Node: d.Root, Resource: f.Root}
	return f
}

// A Resource is what a base URI identifies: a file, or a schema with $id. Core 4.3.5 and 8.2.1.
type Resource struct {
	URI     *url.URL
	File    *File
	Root    Place
	Anchors map[string]Place // $anchor and $dynamicAnchor
	// Origin is where a file of Swagger 2.0 has the nodes that stand elsewhere since its tree was rewritten, nil for all others.
	Origin map[*source.Node]*diag.Path
}

// IsSwagger reports whether the resource is a file of Swagger 2.0, rewritten.
func (r *Resource) IsSwagger() bool { return r.Origin != nil }

// A Place is a node and where it stands.
type Place struct {
	Node     *source.Node
	Path     *diag.Path
	Resource *Resource // what references of this place are relative to
}

// Child returns the place of a member or an element.
func (at Place) Child(token string, n *source.Node) Place {
	return Place{Node: n, Path: at.step(token, n), Resource: at.Resource}
}

// step returns the path of a member or an element, which remembers where a file of Swagger 2.0 has it.
func (at Place) step(token string, n *source.Node) *diag.Path {
	path := at.Path.Child(token)
	path.Origin = at.Resource.Origin[n]
	return path
}

// Pos returns the position of what stands at the place.
func (at Place) Pos() diag.Pos { return at.Resource.File.Source.Pos(at.Node, at.Path) }

// KeyPos returns the position of the name of a member.
func (at Place) KeyPos(m *source.Member) diag.Pos {
	return diag.Pos{File: at.Resource.File.Source.File, Path: at.step(m.Name, m.Value), Line: m.Line, Column: m.Column}
}
