package main

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"net/http"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/output"
)

// Examples are what the generator writes for the tests of a package: calls with values that it found by itself, and responses.
type examples struct {
	pkg       string
	calls     map[string]*ast.CallExpr
	responses map[string]*gomodel.SampleResponse
}

// readExamples finds the examples of a package.
func readExamples(model *gomodel.Package, files []output.File) (*examples, error) {
	x := &examples{model.Name, map[string]*ast.CallExpr{}, map[string]*gomodel.SampleResponse{}}
	for _, f := range model.Files {
		for _, d := range f.Decls {
			if e, ok := d.(*gomodel.Example); ok {
				x.responses[e.Method] = e.Response
			}
		}
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), f.Name, f.Data, 0)
		if err != nil {
			return nil, err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if s, ok := call.Fun.(*ast.SelectorExpr); ok && isName(s.X, "c") {
					x.calls[s.Sel.Name] = call
				}
			}
			return true
		})
	}
	return x, nil
}

func isName(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

// params gives the parameters of an example as an expression of a package that is imported as api, "" if there is none.
func (x *examples) params(method string) string {
	call := x.calls[method]
	if call == nil || len(call.Args) < 2 {
		return ""
	}
	known := true
	ast.Inspect(call.Args[1], func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			switch id, ok := s.X.(*ast.Ident); {
			case ok && (id.Name == x.pkg || id.Name == "api"):
				id.Name = "api"
			case ok && id.Name == "strings": // the program imports it
			default:
				known = false
			}
		}
		return true
	})
	var b bytes.Buffer
	if err := format.Node(&b, token.NewFileSet(), call.Args[1]); err != nil || !known {
		return ""
	}
	return b.String()
}

// respond takes the response of an example where no other was found.
func (x *examples) respond(o *gomodel.Operation, c *apiCall) {
	if c.failure == "" && c.response.status != 0 {
		return
	}
	r := x.responses[o.Name]
	if r == nil {
		c.response, c.failure = response{status: http.StatusInternalServerError}, cmp.Or(c.failure, "no value was found for the response")
		return
	}
	c.response, c.failure = response{status: r.Status, contentType: r.Media, body: r.Body}, ""
}

// fill adds a call with the values of an example, for when the sampler found none, or one that the client refuses.
func (x *examples) fill(o *gomodel.Operation, c *apiCall) {
	params := x.params(o.Name)
	switch params {
	case "":
		return
	case "nil":
		params = fmt.Sprintf("\t\tvar x api.%s\n", o.Params.Name)
	default:
		params = fmt.Sprintf("\t\tx := *%s\n", params)
	}
	c.skip, c.sources = "", append(c.sources, params+invoke(o, c))
}
