package golden_test

import (
	"go/ast"
	"slices"
	"strings"
)

// A unionType is an interface that a generated package seals by a marker: type Event interface { isEvent() bool }.
type unionType struct {
	doc      string
	variants []string // as links: [*OrderCreated], [KeyInt64]
}

// unions wants links to each variant in the comment of a union, and of each field that holds one.
func (c *commentChecker) unions(files []*ast.File) {
	unions := findUnions(files)
	for name, u := range unions {
		c.variants(u, name, u.doc)
	}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.StructType); ok {
				for _, field := range s.Fields.List {
					if id, ok := field.Type.(*ast.Ident); ok && unions[id.Name] != nil {
						c.variants(unions[id.Name], "a field of type "+id.Name, field.Doc.Text())
					}
				}
			}
			return true
		})
	}
}

func (c *commentChecker) variants(u *unionType, name, text string) {
	if len(u.variants) < 2 {
		c.fail("%s is a union of %d", name, len(u.variants))
	}
	for _, link := range u.variants {
		if !strings.Contains(text, link) {
			c.fail("the comment of %s has no link %s", name, link)
		}
	}
}

func findUnions(files []*ast.File) map[string]*unionType {
	unions := map[string]*unionType{}
	for _, file := range files {
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok {
				for _, spec := range g.Specs {
					if typ, ok := spec.(*ast.TypeSpec); ok && hasMethod(typ.Type, "is"+typ.Name.Name) {
						unions[typ.Name.Name] = &unionType{doc: g.Doc.Text()}
					}
				}
			}
		}
	}
	for _, file := range files {
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil {
				continue
			}
			name := strings.TrimPrefix(f.Name.Name, "is")
			if u := unions[name]; u != nil {
				if link := receiverLink(f.Recv.List[0].Type); !strings.HasPrefix(link, "[*"+name+"Unknown") {
					u.variants = append(u.variants, link)
				}
			}
		}
	}
	return unions
}

func hasMethod(t ast.Expr, name string) bool {
	i, ok := t.(*ast.InterfaceType)
	return ok && slices.ContainsFunc(i.Methods.List, func(m *ast.Field) bool { return len(m.Names) == 1 && m.Names[0].Name == name })
}

func receiverLink(t ast.Expr) string {
	if star, ok := t.(*ast.StarExpr); ok {
		return "[*" + star.X.(*ast.Ident).Name + "]"
	}
	return "[" + t.(*ast.Ident).Name + "]"
}
