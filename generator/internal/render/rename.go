package render

import (
	"go/ast"
	"regexp"
)

// word finds the words of a comment.
var word = regexp.MustCompile(`[A-Za-z0-9_]+`)

// renamedPlaces returns where the names of declarations stand that a package calls otherwise: in code, and in the comment above it.
func (d *declaration) renamedPlaces(renamed map[string]string) (list []place) {
	if len(renamed) == 0 {
		return nil
	}
	add := func(at int, name string) {
		if to := renamed[name]; to != "" {
			list = append(list, place{at, at + len(name), to})
		}
	}
	ast.Inspect(d.syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr: // what stands behind the dot belongs to something else
			ast.Inspect(n.X, func(x ast.Node) bool {
				if id, ok := x.(*ast.Ident); ok {
					add(d.source.positions.Offset(id.Pos()), id.Name)
				}
				return true
			})
			return false
		case *ast.Ident:
			add(d.source.positions.Offset(n.Pos()), n.Name)
		case *ast.Comment:
			at := d.source.positions.Offset(n.Pos())
			for _, m := range word.FindAllStringIndex(n.Text, -1) {
				add(at+m[0], n.Text[m[0]:m[1]])
			}
		}
		return true
	})
	return list
}
