package output

import (
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"
)

// declaredTwice refuses a folder whose hand-written files declare what the generated ones do: a name of the package, or a member of a
// type. paths are the hand-written files of the package.
func (f *folder) declaredTwice(paths []string, files []File) error {
	theirs := map[string]token.Position{}
	for _, path := range paths {
		fset := token.NewFileSet()
		syntax, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			continue // go build will tell
		}
		declared(syntax, func(name string, pos token.Pos) { theirs[name] = fset.Position(pos) })
	}
	if len(theirs) == 0 {
		return nil
	}
	ours := map[string]string{} // the file, by name
	for _, file := range files {
		syntax, err := parser.ParseFile(token.NewFileSet(), file.Name, file.Data, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		declared(syntax, func(name string, _ token.Pos) { ours[name] = file.Name })
	}
	maps.DeleteFunc(theirs, func(name string, _ token.Position) bool {
		owner, _, isMember := strings.Cut(name, ".")
		return ours[name] == "" || isMember && theirs[owner] != (token.Position{}) // the type says it
	})
	if len(theirs) == 0 {
		return nil
	}
	names := slices.SortedFunc(maps.Keys(theirs), func(a, b string) int {
		x, y := theirs[a], theirs[b]
		return cmp.Or(cmp.Compare(x.Filename, y.Filename), cmp.Compare(x.Offset, y.Offset))
	})
	text := "names are declared by files of yours and by generated code; rename yours, or with x-go-name what the document has:"
	for _, name := range names {
		text += fmt.Sprintf("\n%s: %s is also in %s", theirs[name], name, ours[name])
	}
	return errors.New(text)
}

// declared visits what a file declares at package level: names, and members of its types as Type.member.
func declared(file *ast.File, visit func(name string, pos token.Pos)) {
	add := func(owner string, id *ast.Ident) {
		if id.Name == "_" || owner == "" && id.Name == "init" {
			return
		}
		visit(owner+id.Name, id.Pos())
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			add(receiver(d), d.Name)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					add("", s.Name)
					for _, id := range fieldNames(s.Type) {
						add(s.Name.Name+".", id)
					}
				case *ast.ValueSpec:
					for _, id := range s.Names {
						add("", id)
					}
				}
			}
		}
	}
}

// receiver returns the type of a method and a dot, "" for a function.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return ""
	}
	for t := d.Recv.List[0].Type; ; {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.ParenExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.Name + "."
		default:
			return "?."
		}
	}
}

// fieldNames returns the fields of a struct: no method may have the name of one.
func fieldNames(t ast.Expr) (names []*ast.Ident) {
	s, ok := t.(*ast.StructType)
	if !ok {
		return nil
	}
	for _, f := range s.Fields.List {
		names = append(names, f.Names...)
	}
	return names
}
