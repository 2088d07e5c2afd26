package gocall

import (
	"fmt"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Request is what a call of an operation sends.
type Request struct {
	Operation string // the Go name of the method
	Values    []Value
	Body      api.Value // nil: none
	Media     string    // of the body; "": that of the only one, or JSON
}

// A Value is a parameter with what it is in JSON.
type Value struct {
	In    gomodel.Place
	Name  string // in the document
	Value api.Value
}

// Method returns the Go name of the method for an operation, "" if there is none. If it has several, it is the first, which is there
// always. Names of parameters in the path do not count.
func (s *Package) Method(method, path string) string {
	return s.methods[strings.ToUpper(method)+" "+template(path)]
}

func pathOf(o *gomodel.Operation) string {
	var b strings.Builder
	for _, part := range o.Path {
		if b.WriteString(part.Text); part.Text == "" {
			b.WriteString("{}")
		}
	}
	return b.String()
}

// template empties the braces of a path.
func template(path string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(path, "{")
		if b.WriteString(before); !ok {
			return b.String()
		}
		_, path, _ = strings.Cut(rest, "}")
		b.WriteString("{}")
	}
}

// A Package is a package of gomodel by the names that it declares.
type Package struct {
	path    string
	name    string
	decl    map[string]gomodel.Decl
	methods map[string]string // by HTTP method and path, without the names of parameters
}

// New returns a package to write calls for.
func New(p *gomodel.Package) *Package {
	s := &Package{path: p.Path, name: p.Name, decl: map[string]gomodel.Decl{}, methods: map[string]string{}}
	for _, f := range p.Files {
		for _, d := range f.Decls {
			if o, ok := d.(*gomodel.Operation); ok {
				s.decl["Client."+o.Name] = o
				if key := o.Method + " " + pathOf(o); s.methods[key] == "" {
					s.methods[key] = o.Name
				}
				continue
			}
			if _, ok := d.(*gomodel.Pages); !ok { // methods, which no witness calls
				s.decl[d.Common().Name] = d
			}
		}
	}
	return s
}

// operation returns a method and its parameters.
func (s *Package) operation(name string) (*gomodel.Operation, *gomodel.Params, error) {
	o, ok := s.decl["Client."+name].(*gomodel.Operation)
	if !ok {
		return nil, nil, fmt.Errorf("there is no method %s", name)
	}
	p, ok := s.decl[o.Params.Name].(*gomodel.Params)
	if !ok {
		return nil, nil, fmt.Errorf("there is no type %s", o.Params.Name)
	}
	return o, p, nil
}

// BodyField returns the field for a body of a media type.
func BodyField(p *gomodel.Params, media string) *gomodel.BodyField {
	for _, b := range p.Bodies {
		if b.MediaType == media {
			return b
		}
	}
	isJSON := func(b *gomodel.BodyField) bool { _, ok := b.Write.(gomodel.JSONBody); return ok }
	if i := slices.IndexFunc(p.Bodies, isJSON); i >= 0 && media == "" {
		return p.Bodies[i]
	}
	if len(p.Bodies) == 1 {
		return p.Bodies[0]
	}
	return nil
}
