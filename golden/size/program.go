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
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/oas2go/oas2go/golden/scratch"
)

// program is the text of a program that reads, validates and writes each struct of a package, and nothing else.
func program(pkg string, structs []string) string {
	return programText("p "+strconv.Quote(modulePath+"/"+pkg), "", "p.", structs, `	if err := x.UnmarshalJSON(data); err != nil {
		return nil, err
	}
	if err := x.Validate(); err != nil {
		return nil, err
	}
	return x.AppendJSON(nil)`)
}

// plainProgram is the text of a program that does the same through encoding/json, without validation: with the types of a package,
// but without their methods. Nullable[T] is *T.
func plainProgram(models []byte, structs []string) (string, error) {
	files := token.NewFileSet()
	syntax, err := parser.ParseFile(files, "", models, 0)
	if err != nil {
		return "", err
	}
	var types strings.Builder
	for _, d := range syntax.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.TYPE {
			astutil.Apply(g, nil, func(c *astutil.Cursor) bool {
				if x, ok := c.Node().(*ast.IndexExpr); ok {
					c.Replace(&ast.StarExpr{X: x.Index})
				}
				return true
			})
			if err := printer.Fprint(&types, files, g); err != nil {
				return "", err
			}
			types.WriteString("\n\n")
		}
	}
	return programText(`"encoding/json"`+"\n\t"+`"time"`, types.String(), "", structs, `	if err := json.Unmarshal(data, &x); err != nil {
		return nil, err
	}
	return json.Marshal(&x)`), nil
}

// programText makes a program of a function for each struct, with the same body. It calls the methods of x directly: through an
// interface, the linker would keep methods of other types that have the same names.
func programText(imports, declarations, qualifier string, structs []string, body string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package main\n\nimport (\n\t\"io\"\n\t\"os\"\n\t%s\n)\n\n%s", imports, declarations)
	for _, name := range structs {
		fmt.Fprintf(&b, "func use%s(data []byte) ([]byte, error) {\n\tvar x %s%s\n%s\n}\n\n", name, qualifier, name, body)
	}
	b.WriteString("func main() {\n\tdata, err := io.ReadAll(os.Stdin)\n")
	for _, name := range structs {
		fmt.Fprintf(&b, "\tif err == nil {\n\t\tdata, err = use%s(data)\n\t}\n", name)
	}
	b.WriteString("\tif err != nil {\n\t\tprintln(err.Error())\n\t\tos.Exit(1)\n\t}\n\tos.Stdout.Write(data)\n}\n")
	return b.String()
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
