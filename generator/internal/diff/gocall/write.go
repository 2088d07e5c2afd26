package gocall

import (
	"fmt"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// Code is a call.
type Code struct {
	// Params is the expression for the parameters: &api.GetOrderParams{ID: "a"}. It is code of another package, which imports this
	// one by its name.
	Params string
	// Imports are the paths of other packages in it.
	Imports []string
	// Helpers are the functions in it that nobody has: instant(text) makes a time.Time of RFC 3339.
	Helpers []string
	Needs   []Need
	Result  string // how the results are taken: error, value and error, sequence
}

// Write writes the call for a request. The error says why Go code cannot send it: a value of a kind that its type does not have, a
// member that has no field.
func (s *Package) Write(r Request) (Code, error) {
	w := &writer{Package: s}
	o, params, err := w.operation(r.Operation)
	if err != nil {
		return Code{}, err
	}
	w.code.Result = results(o)
	w.need(Need{Name: "Client." + o.Name, Type: w.code.Result})
	w.need(Need{Name: params.Name, Type: "struct"})
	var set []string
	for _, v := range r.Values {
		i := slices.IndexFunc(params.Fields, func(f gomodel.Param) bool { return f.In == v.In && f.Wire == v.Name })
		if i < 0 {
			return Code{}, fmt.Errorf("there is no parameter %s in the %s", v.Name, v.In)
		}
		text, err := w.field(params.Name, &params.Fields[i].Field, v.Value)
		if err != nil {
			return Code{}, err
		}
		set = append(set, text)
	}
	if r.Body != nil {
		text, err := w.body(params, r)
		if err != nil {
			return Code{}, err
		}
		set = append(set, text)
	}
	w.code.Params = "&" + w.name + "." + params.Name + "{" + strings.Join(set, ", ") + "}"
	return w.code, nil
}

type writer struct {
	*Package
	code Code
}

func (w *writer) need(n Need) { (*needs)(&w.code.Needs).add(n) }

func (w *writer) imports(path string) {
	if !slices.Contains(w.code.Imports, path) {
		w.code.Imports = append(w.code.Imports, path)
	}
}

func (w *writer) helper(name string) {
	if !slices.Contains(w.code.Helpers, name) {
		w.code.Helpers = append(w.code.Helpers, name)
	}
}

func (w *writer) body(params *gomodel.Params, r Request) (string, error) {
	b := BodyField(params, r.Media)
	if b == nil {
		return "", fmt.Errorf("there is no body of type %s", r.Media)
	}
	switch b.Write.(type) {
	case gomodel.JSONBody, gomodel.URLForm, gomodel.TextBody, gomodel.XMLBody:
		return w.field(params.Name, &b.Field, r.Body)
	}
	return "", fmt.Errorf("a body of type %s is no value", b.MediaType)
}

// typeText returns a type as other packages write it.
func (w *writer) typeText(t gomodel.TypeExpr) string {
	switch t := t.(type) {
	case gomodel.Named:
		text := t.Ident.Name
		switch t.Ident.Path {
		case "":
		case w.path:
			text = w.name + "." + text
			if made := w.typ(t.Ident.Name); made != "" {
				w.need(Need{Name: t.Ident.Name, Type: made})
			}
		default:
			w.imports(t.Ident.Path)
			text = t.Ident.Path[strings.LastIndexByte(t.Ident.Path, '/')+1:] + "." + text
		}
		if len(t.Args) > 0 {
			text += "[" + w.typeText(t.Args[0]) + "]"
		}
		return text
	case gomodel.Pointer:
		return "*" + w.typeText(t.Elem)
	case gomodel.Slice:
		return "[]" + w.typeText(t.Elem)
	case gomodel.Map:
		return "map[string]" + w.typeText(t.Elem)
	}
	return ""
}
