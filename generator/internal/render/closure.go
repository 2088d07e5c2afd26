package render

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
)

// A closure is the declarations that a package needs: those that its code uses by name, the methods that it selects, what they use, and
// so on. What is exported stays as long as its file is there: users of the package can call it, or the standard library can.
type closure struct {
	*symbols
	*uses
	facts *facts
	kept  map[*declaration]*uses
	files map[*supportFile]bool // of which a declaration is kept
	types map[string]bool       // that are kept
	// declared are the names of the code itself. It has some declarations of support code in a form of its own.
	declared map[string]bool
}

// needed returns the declarations that emitted files need, with those of the names in also. The rule goes by names and by the types that
// the syntax shows; where it does not show one, a method of any type with that name counts as used. What is renamed is needed, and the name
// that it has here means something else in the files.
func (s *Support) needed(emitted []File, renamed map[string]string, also ...string) (map[*declaration]*uses, error) {
	var files []*ast.File
	for _, file := range emitted {
		syntax := file.Syntax
		if syntax == nil {
			var err error
			if syntax, err = parser.ParseFile(token.NewFileSet(), file.Name, file.Data, 0); err != nil {
				return nil, fmt.Errorf("%s: %w", file.Name, err)
			}
		}
		files = append(files, syntax)
	}
	all := s.symbols.with(files)
	from := newUses()
	for _, file := range files {
		from.add(all.scan(file, file, nil))
	}
	for _, name := range also {
		from.names[name] = true
	}
	declared := map[string]bool{} // by the code itself, in place of what support code has under the name
	for _, file := range files {
		for name := range file.Scope.Objects {
			declared[name] = renamed[name] == ""
		}
	}
	for name := range renamed {
		from.names[name] = true
	}
	return s.closure(all, from, declared), nil
}

// closure returns the declarations that are needed by code with these uses, each with what it uses. It begins with fields of which nothing
// is known but what that code sets, and goes round as long as a declaration that is needed sets another one.
func (s *Support) closure(all *symbols, from *uses, declared map[string]bool) map[*declaration]*uses {
	known := newFacts()
	known.grow(from)
	for {
		if c := s.round(all, from, declared, known); !known.grow(c.uses) {
			return c.kept
		}
	}
}

// round is one way through the declarations, as far as the facts are known.
func (s *Support) round(all *symbols, from *uses, declared map[string]bool, known *facts) *closure {
	types := map[string]bool{}
	maps.Copy(types, declared)
	for _, name := range s.StepAside() {
		if declared[name] {
			delete(types, name) // a type of the document, in a package without servers
		}
	}
	c := &closure{all, newUses(), known, map[*declaration]*uses{}, map[*supportFile]bool{}, types, declared}
	c.uses.add(from)
	for grown := true; grown; {
		grown = false
		for _, f := range s.files {
			for _, d := range f.declarations {
				if c.kept[d] == nil && c.wants(f, d) {
					grown = true
					c.keep(f, d)
				}
			}
		}
		c.honour()
	}
	return c
}

func (c *closure) wants(f *supportFile, d *declaration) bool {
	if d.method.name != "" {
		return c.types[d.method.receiver] &&
			(ast.IsExported(d.method.name) && (!d.guest || c.files[f]) || c.selected[d.method] || c.selected[method{"", d.method.name}])
	}
	if slices.ContainsFunc(d.names, func(name string) bool { return c.declared[name] }) {
		return false
	}
	for _, name := range d.names {
		if c.names[name] || ast.IsExported(name) && c.files[f] {
			return true
		}
	}
	return false
}

func (c *closure) keep(f *supportFile, d *declaration) {
	c.kept[d], c.files[f] = c.scan(d.source.syntax, d.syntax(), c.facts), true
	c.uses.add(c.kept[d])
	for _, name := range d.names {
		if c.symbols.types[name] != nil {
			c.types[name] = true
		}
	}
}

// honour adds the methods by which types that are kept satisfy interfaces that are.
func (c *closure) honour() {
	for key, asked := range c.contracts {
		for _, h := range c.honours(key, asked) {
			if _, there := c.types[h.by]; !there {
				continue
			}
			for _, m := range h.methods {
				c.selected[m] = true
			}
		}
	}
}

// An honour is the methods with which a type satisfies an interface.
type honour struct {
	by      string
	methods []method
}

// honours returns all types of support code and of the package that satisfy an interface, kept or not. They are looked for once.
func (s *symbols) honours(key string, asked contract) []honour {
	list, known := s.honoured[key]
	if !known {
		for name := range s.types {
			if methods := s.satisfies(name, asked); methods != nil {
				list = append(list, honour{name, methods})
			}
		}
		s.honoured[key] = list
	}
	return list
}

// satisfies returns the methods of a type that an interface asks for, or nil if it does not have all of them.
func (s *symbols) satisfies(name string, asked contract) (methods []method) {
	for _, m := range asked {
		owner, ok := s.owner(name, m)
		if !ok {
			return nil
		}
		methods = append(methods, method{owner, m})
	}
	return methods
}

func (u *uses) add(other *uses) {
	maps.Copy(u.names, other.names)
	maps.Copy(u.selected, other.selected)
	maps.Copy(u.contracts, other.contracts)
	maps.Copy(u.imports, other.imports)
	maps.Copy(u.set, other.set)
	maps.Copy(u.other, other.other)
	maps.Copy(u.texts, other.texts)
	maps.Copy(u.named, other.named)
}
