package render

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
)

// uses are the names by which a file can refer to other files of its package.
type uses struct {
	idents    map[string]bool // top-level names
	selectors map[string]bool // methods: x.name, and what interfaces ask for
}

// needed returns the support files that emitted files need: those that declare a top-level name that they use, or that also has,
// or a method of a type that is there already, and so on. The rule goes by names alone, because types would need the compiled
// standard library; a local variable does not count as a use, a field with the name of a method does.
func (s *Support) needed(emitted []File, also ...string) ([]*supportFile, error) {
	from := []*uses{{idents: map[string]bool{}}}
	declared := map[string]bool{}
	for _, name := range also {
		from[0].idents[name] = true
	}
	for _, file := range emitted {
		syntax := file.Syntax
		if syntax == nil {
			var err error
			if syntax, err = parser.ParseFile(token.NewFileSet(), file.Name, file.Data, 0); err != nil {
				return nil, fmt.Errorf("%s: %w", file.Name, err)
			}
		}
		from = append(from, collectUses(syntax))
		declare(declared, syntax)
	}
	return s.closure(from, declared), nil
}

// closure returns the files that are needed by code with these uses, in the order of s.
// What emitted code declares itself is left out, but for its methods.
func (s *Support) closure(from []*uses, declared map[string]bool) (needed []*supportFile) {
	all := &uses{idents: map[string]bool{}, selectors: map[string]bool{}}
	for _, u := range from {
		all.add(u)
	}
	types := maps.Clone(declared) // and those of the needed files
	for grown := true; grown; {
		grown = false
		for _, f := range s.files {
			if !slices.Contains(needed, f) && !f.declaresAny(declared) && f.isUsed(all, types) {
				needed, grown = append(needed, f), true
				all.add(f.uses)
				for _, name := range f.declares {
					types[name] = true
				}
			}
		}
	}
	slices.SortFunc(needed, func(a, b *supportFile) int { return slices.Index(s.files, a) - slices.Index(s.files, b) })
	return needed
}

// declare adds the types and functions that a file declares and support code may declare too.
func declare(declared map[string]bool, file *ast.File) {
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				declared[d.Name.Name] = true
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if t, ok := spec.(*ast.TypeSpec); ok {
					declared[t.Name.Name] = true
				}
			}
		}
	}
}

func (f *supportFile) declaresAny(names map[string]bool) bool {
	return slices.ContainsFunc(f.declares, func(name string) bool { return names[name] })
}

func (u *uses) add(other *uses) {
	maps.Copy(u.idents, other.idents)
	maps.Copy(u.selectors, other.selectors)
}

// isUsed reports whether u uses a name that f declares, or a method of one of the types. An exported method counts as used: the
// user of the package can call it, and so can the standard library through an interface.
func (f *supportFile) isUsed(u *uses, types map[string]bool) bool {
	if slices.ContainsFunc(f.declares, func(name string) bool { return u.idents[name] }) {
		return true
	}
	return slices.ContainsFunc(f.methods, func(m method) bool {
		return types[m.receiver] && (u.selectors[m.name] || ast.IsExported(m.name))
	})
}

// collectUses returns what file may use of other files. The parser has resolved the names that the file itself declares, local
// ones included, all but the keys of composite literals.
func collectUses(file *ast.File) *uses {
	u := &uses{idents: map[string]bool{}, selectors: map[string]bool{}}
	imports := map[string]bool{}
	for _, spec := range file.Imports {
		imports[importName(spec)] = true
	}
	unresolved := map[*ast.Ident]bool{}
	for _, id := range file.Unresolved {
		unresolved[id] = true
		if !imports[id.Name] {
			u.idents[id.Name] = true
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); !ok || !unresolved[x] || !imports[x.Name] {
				u.selectors[n.Sel.Name] = true
			}
		case *ast.CompositeLit:
			u.addKeys(n)
		case *ast.InterfaceType:
			for _, m := range n.Methods.List {
				for _, name := range m.Names {
					u.selectors[name.Name] = true
				}
			}
		}
		return true
	})
	return u
}

// addKeys adds the keys of a list or a map. Those of a named type are taken for fields: the names of a struct would often be
// names of support code, and a table with constants as keys has its type written out.
func (u *uses) addKeys(lit *ast.CompositeLit) {
	if _, named := lit.Type.(*ast.Ident); named {
		return
	}
	for _, element := range lit.Elts {
		if kv, ok := element.(*ast.KeyValueExpr); ok {
			if key, ok := kv.Key.(*ast.Ident); ok && key.Obj == nil {
				u.idents[key.Name] = true
			}
		}
	}
}
