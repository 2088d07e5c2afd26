package main

import (
	"bytes"
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/oas2go/oas2go/internal/scratch"
)

// program is the text of a program that reads, validates and writes each struct of a package, and nothing else.
func program(pkg string, structs []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, programHead, "p "+`"`+modulePath+"/"+pkg+`"`, `	UnmarshalJSON([]byte) error
	Validate() error
	AppendJSON([]byte) ([]byte, error)`)
	b.WriteString("var values = []value{\n")
	for _, name := range structs {
		fmt.Fprintf(&b, "\tnew(p.%s),\n", name)
	}
	b.WriteString("}\n\n" + `func use(v value, data []byte) ([]byte, error) {
	if err := v.UnmarshalJSON(data); err != nil {
		return nil, err
	}
	if err := v.Validate(); err != nil {
		return nil, err
	}
	return v.AppendJSON(nil)
}
`)
	return b.String()
}

const programHead = `package main

import (
	"io"
	"os"

	%s
)

type value interface {
%s
}

func main() {
	data, err := io.ReadAll(os.Stdin)
	for _, v := range values {
		if err == nil {
			data, err = use(v, data)
		}
	}
	if err != nil {
		println(err.Error())
		os.Exit(1)
	}
	os.Stdout.Write(data)
}

`

// plainProgram is the text of a program that does the same through encoding/json, without validation: with the types of a package,
// but without their methods. Nullable[T] is *T.
func plainProgram(models []byte, structs []string) (string, error) {
	files := token.NewFileSet()
	syntax, err := parser.ParseFile(files, "", models, 0)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, programHead, `"encoding/json"`+"\n\t"+`"time"`, "")
	for _, d := range syntax.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.TYPE {
			astutil.Apply(g, nil, func(c *astutil.Cursor) bool {
				if x, ok := c.Node().(*ast.IndexExpr); ok {
					c.Replace(&ast.StarExpr{X: x.Index})
				}
				return true
			})
			if err := printer.Fprint(&b, files, g); err != nil {
				return "", err
			}
			b.WriteString("\n\n")
		}
	}
	b.WriteString("var values = []value{\n")
	for _, name := range structs {
		fmt.Fprintf(&b, "\tnew(%s),\n", name)
	}
	b.WriteString("}\n\n" + `func use(v value, data []byte) ([]byte, error) {
	if err := json.Unmarshal(data, v); err != nil {
		return nil, err
	}
	return json.Marshal(v)
}
`)
	return b.String(), nil
}

// link builds a stripped program and returns its size.
func link(ctx context.Context, m *scratch.Module, name, text string) (size int64, err error) {
	if err := m.Write(name+"/main.go", []byte(text)); err != nil {
		return 0, err
	}
	binary := filepath.Join(m.Dir, name, "program")
	if out, err := m.Go(ctx, "build", "-trimpath=false", "-ldflags=-s -w", "-o", binary, "./"+name); err != nil {
		return 0, fmt.Errorf("%w\n%s", err, bytes.TrimSpace(out))
	}
	info, err := os.Stat(binary)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}
