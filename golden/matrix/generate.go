package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/golden/scratch"
)

const modulePath = "matrix.test"

// generate writes the package of a document and the program that tries it. Pairs with errors are taken out, and it begins again.
func (d *document) generate(ctx context.Context, m *scratch.Module) error {
	for len(d.pairs) > 0 {
		spec := d.pkg + ".yaml"
		if err := m.Write(spec, d.text()); err != nil {
			return err
		}
		result, err := generator.Generate(ctx, generator.Config{Spec: filepath.Join(m.Dir, spec), Package: d.pkg})
		if err != nil && !errors.Is(err, generator.ErrUnusable) {
			if err := d.blame(err.Error()); err != nil {
				return err
			}
			d.drop()
			continue
		}
		if err := d.note(result.Findings); err != nil {
			return err
		}
		if d.drop() > 0 {
			continue
		}
		for _, f := range result.Files {
			if err := m.Write(d.pkg+"/"+f.Name, f.Data); err != nil {
				return err
			}
		}
		return m.Write("try_"+d.pkg+"/main.go", d.program(result.Package))
	}
	return nil
}

// blame finds the pair that an internal error is about.
func (d *document) blame(message string) error {
	p := d.find(message)
	if p == nil && len(d.pairs) > 1 {
		return fmt.Errorf("%s: %s", d.pkg, message)
	}
	if p == nil {
		p = d.pairs[0]
	}
	p.tried, p.problem = true, message
	return nil
}

// note hands findings to the pairs that they are about. An error is the end of a pair.
func (d *document) note(findings []diag.Finding) error {
	for _, p := range d.pairs {
		p.findings = nil
	}
	for _, f := range findings {
		p := d.at(string(f.Pos.Path.Pointer()))
		if p == nil && f.Severity == diag.Error {
			return fmt.Errorf("%s: %s: %s", d.pkg, f.Pos, f.Message)
		}
		if p == nil || f.Severity == diag.Info && saysHow(f.Rule) {
			continue
		}
		p.findings = append(p.findings, fmt.Sprintf("%s [%s]", f.Message, f.Rule))
		if f.Severity < diag.Error {
			continue
		}
		if p.tried = true; p.fit == works {
			p.problem = "error: " + f.Message
		}
	}
	return nil
}

// saysHow reports whether an info only says how something is meant that works.
func saysHow(r diag.Rule) bool {
	return r == diag.RuleRenamed || r == diag.RuleDiscriminator || r == diag.RuleContradicts
}

// program is the program that tries the pairs of a package: its table for the runner.
func (d *document) program(model *gomodel.Package) []byte {
	var t table
	for _, f := range model.Files {
		for _, decl := range f.Decls {
			t.add(d, decl)
		}
	}
	return fmt.Appendf(nil, strings.ReplaceAll(programText, "PACKAGE", modulePath+"/"+d.pkg), &t.types, &t.funcs, &t.unions, &t.methods)
}

// A table is the Go text of what the runner uses.
type table struct{ types, funcs, unions, methods bytes.Buffer }

func (t *table) add(d *document, decl gomodel.Decl) {
	head := decl.Common()
	if union, ok := decl.(*gomodel.Union); ok {
		fmt.Fprintf(&t.unions,
			"\t\t\treflect.TypeFor[api.%s](): func(data []byte) (any, error) { return api.%s(data) },\n", head.Name, union.Unmarshal)
	}
	pair := d.find(string(head.From.Path.Pointer()))
	if pair == nil {
		return
	}
	function := func(what, name string) { fmt.Fprintf(&t.funcs, "\t\t\t%q: api.%s,\n", what+" "+pair.id, name) }
	switch decl := decl.(type) {
	case *gomodel.NewFunc:
		if decl.Type.Name == pair.id {
			function("new", head.Name)
		}
	case *gomodel.HeaderType:
		function("parse", decl.Parse)
	case *gomodel.Webhook:
		function("handle", head.Name)
		function("strict", "StrictWebhook")
	case *gomodel.Operation:
		if !strings.Contains(strings.ToLower(head.Name), "other") || pair.name != "" {
			fmt.Fprintf(&t.methods, "\t\t\t%q: %q,\n", pair.id, head.Name)
		}
	case *gomodel.Struct, *gomodel.RawType, *gomodel.MapType, *gomodel.NamedType:
		if head.Name == pair.id {
			fmt.Fprintf(&t.types, "\t\t\t%q: reflect.TypeFor[api.%s](),\n", pair.id, head.Name)
		}
	}
}

const programText = `package main

import (
	"errors"
	"reflect"

	api "PACKAGE"
	"matrix.test/runner"
)

func main() {
	runner.Main(runner.Table{
		Types: map[string]reflect.Type{
%s		},
		Funcs: map[string]any{
%s		},
		Unions: map[reflect.Type]func([]byte) (any, error){
%s		},
		Methods: map[string]string{
%s		},
		Client: func(url string) (any, error) { return api.NewClient(url, api.WithRetries(0)) },
		Strict: api.WithResponseValidation(),
		Pointers: func(err error) (list []string) {
			if e, ok := errors.AsType[*api.InvalidError](err); ok {
				for _, v := range e.Violations {
					list = append(list, v.Pointer)
				}
			}
			return list
		},
		Body: func(err error) any {
			if e, ok := errors.AsType[*api.APIError](err); ok {
				return e.Body
			}
			return nil
		},
	})
}
`
