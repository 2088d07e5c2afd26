package render

import (
	"go/ast"
	"go/token"
	"maps"
)

// symbols are the declarations of support code by name: enough to say which type a method is selected on. They are syntax, because
// types would need the compiled standard library at generation time.
type symbols struct {
	support  map[string]*ast.TypeSpec // types of support code
	declared map[string]bool          // all names of support code, and those of its methods
	types    map[string]*ast.TypeSpec // and of the package
	values   map[string]ast.Expr      // types of variables, if they are written
	funcs    map[string]*ast.FuncType
	methods  map[string]map[string]*ast.FuncType // by the name of the type
	bodies   map[method]func() ast.Decl          // functions of support code; without a receiver: no methods
	top      map[any]bool                        // what the parser found at the top of files
	honoured map[string][]honour                 // by the contract, when it is asked for
}

func newSymbols() *symbols {
	types := map[string]*ast.TypeSpec{}
	return &symbols{
		types, map[string]bool{}, types, map[string]ast.Expr{}, map[string]*ast.FuncType{}, map[string]map[string]*ast.FuncType{},
		map[method]func() ast.Decl{}, map[any]bool{}, map[string][]honour{},
	}
}

// with returns s with the declarations of other files.
func (s *symbols) with(files []*ast.File) *symbols {
	all := &symbols{
		s.support, s.declared, maps.Clone(s.types), maps.Clone(s.values), maps.Clone(s.funcs), map[string]map[string]*ast.FuncType{},
		maps.Clone(s.bodies), maps.Clone(s.top), map[string][]honour{},
	}
	for name, list := range s.methods {
		all.methods[name] = maps.Clone(list)
	}
	for _, f := range files {
		all.add(f)
	}
	return all
}

func (s *symbols) add(f *ast.File) {
	for _, o := range f.Scope.Objects {
		s.top[o] = true
	}
	for _, d := range f.Decls {
		s.declare(d)
	}
}

// addSupport adds a file of support code.
func (s *symbols) addSupport(f *ast.File) {
	s.add(f)
	for name := range f.Scope.Objects {
		s.declared[name] = true
	}
	for _, d := range f.Decls {
		if m, ok := d.(*ast.FuncDecl); ok && m.Recv != nil {
			s.declared[m.Name.Name] = true
		}
	}
}

func (s *symbols) declare(d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			s.funcs[d.Name.Name] = d.Type
			delete(s.bodies, method{"", d.Name.Name}) // another one, in the place of that of support code
			return
		}
		receiver := s.typeName(d.Recv.List[0].Type)
		delete(s.bodies, method{receiver, d.Name.Name})
		if s.methods[receiver] == nil {
			s.methods[receiver] = map[string]*ast.FuncType{}
		}
		s.methods[receiver][d.Name.Name] = d.Type
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				s.types[spec.Name.Name] = spec
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					s.values[name.Name] = spec.Type
				}
			}
		}
	}
}

// typeName returns T of T, *T, T[A] and *T[A].
func (s *symbols) typeName(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return s.typeName(t.X)
	case *ast.ParenExpr:
		return s.typeName(t.X)
	case *ast.IndexExpr:
		return s.typeName(t.X)
	case *ast.IndexListExpr:
		return s.typeName(t.X)
	case *ast.Ident:
		if !s.isLocal(t) {
			return t.Name
		}
	}
	return ""
}

// isLocal reports whether an identifier means something that is declared inside of a declaration, or a type parameter.
func (s *symbols) isLocal(id *ast.Ident) bool {
	return id.Obj != nil && id.Obj.Kind != ast.Fun && !s.top[id.Obj] // functions are declared at the top only
}

// underlying follows named types of support code: of list, []rule.
func (s *symbols) underlying(t ast.Expr) ast.Expr {
	for range 8 {
		if star, ok := t.(*ast.StarExpr); ok {
			t = star.X
		}
		spec := s.types[s.typeName(t)]
		if spec == nil {
			return t
		}
		t = spec.Type
	}
	return nil
}

// typeOf returns the type of an expression as somebody has written it, or nil if that takes more than a look at declarations.
func (s *symbols) typeOf(e ast.Expr) ast.Expr {
	switch e := e.(type) {
	case *ast.Ident:
		return s.ofIdent(e)
	case *ast.ParenExpr:
		return s.typeOf(e.X)
	case *ast.StarExpr: // a value behind a pointer, or the pointer type of a method expression
		return s.typeOf(e.X)
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return s.typeOf(e.X)
		}
	case *ast.CompositeLit:
		return e.Type
	case *ast.FuncLit:
		return e.Type
	case *ast.TypeAssertExpr:
		return e.Type
	case *ast.SliceExpr:
		return s.typeOf(e.X)
	case *ast.IndexExpr:
		switch t := s.underlying(s.typeOf(e.X)).(type) {
		case *ast.ArrayType:
			return t.Elt
		case *ast.MapType:
			return t.Value
		case *ast.FuncType: // with its type arguments
			return t
		}
	case *ast.SelectorExpr:
		return s.member(s.typeName(s.typeOf(e.X)), e.Sel.Name)
	case *ast.CallExpr:
		return s.result(e, 0)
	}
	return nil
}

// result returns the type of one result of a call, or of a conversion.
func (s *symbols) result(call *ast.CallExpr, i int) ast.Expr {
	if id, ok := call.Fun.(*ast.Ident); ok && len(call.Args) > 0 && !s.isLocal(id) {
		switch id.Name {
		case "new", "make":
			return call.Args[0]
		case "append":
			return s.typeOf(call.Args[0])
		}
	}
	if name := s.typeName(call.Fun); s.types[name] != nil {
		return call.Fun
	}
	f, ok := s.underlying(s.typeOf(call.Fun)).(*ast.FuncType)
	if !ok || f.Results == nil {
		return nil
	}
	for _, field := range f.Results.List {
		n := max(1, len(field.Names))
		if i < n {
			return field.Type
		}
		i -= n
	}
	return nil
}

// member returns the type of a field or method of a type of support code.
func (s *symbols) member(name, member string) ast.Expr {
	if f := s.methods[name][member]; f != nil {
		return f
	}
	spec := s.types[name]
	if spec == nil {
		return nil
	}
	switch t := spec.Type.(type) {
	case *ast.StructType:
		if f := s.field(t.Fields, member); f != nil {
			return f.Type
		}
		for _, f := range t.Fields.List {
			if len(f.Names) == 0 {
				if t := s.member(s.typeName(f.Type), member); t != nil {
					return t
				}
			}
		}
	case *ast.InterfaceType:
		if f := s.field(t.Methods, member); f != nil {
			return f.Type
		}
	}
	return nil
}

// field returns the field of a name. The name of an embedded one is that of its type.
func (s *symbols) field(list *ast.FieldList, name string) *ast.Field {
	for _, f := range list.List {
		for _, id := range f.Names {
			if id.Name == name {
				return f
			}
		}
		if len(f.Names) == 0 && s.typeName(f.Type) == name {
			return f
		}
	}
	return nil
}

// ofIdent returns the type of a variable, or the type that an identifier names.
func (s *symbols) ofIdent(id *ast.Ident) ast.Expr {
	if !s.isLocal(id) {
		if f := s.funcs[id.Name]; f != nil {
			return f
		}
		if s.types[id.Name] != nil {
			return id
		}
		return s.values[id.Name]
	}
	switch d := id.Obj.Decl.(type) {
	case *ast.Field:
		if id.Obj.Kind != ast.Var {
			return nil // a type parameter
		}
		if list, ok := d.Type.(*ast.Ellipsis); ok {
			return &ast.ArrayType{Elt: list.Elt}
		}
		return d.Type
	case *ast.ValueSpec:
		if d.Type != nil {
			return d.Type
		}
		return s.assigned(id, names(d.Names), d.Values)
	case *ast.AssignStmt:
		return s.assigned(id, d.Lhs, d.Rhs)
	}
	return nil
}

func names(list []*ast.Ident) (out []ast.Expr) {
	for _, id := range list {
		out = append(out, id)
	}
	return out
}

// assigned returns the type of a variable that is declared by an assignment, or by a range.
func (s *symbols) assigned(id *ast.Ident, lhs, rhs []ast.Expr) ast.Expr {
	at := -1
	for i, e := range lhs {
		if x, ok := e.(*ast.Ident); ok && x.Obj == id.Obj {
			at = i
			break
		}
	}
	if at < 0 || len(rhs) == 0 {
		return nil
	}
	if len(lhs) == len(rhs) {
		if over, ok := rhs[at].(*ast.UnaryExpr); !ok || over.Op != token.RANGE {
			return s.typeOf(rhs[at])
		}
	}
	switch e := rhs[0].(type) {
	case *ast.CallExpr:
		return s.result(e, at)
	case *ast.UnaryExpr:
		return s.ranged(e, at)
	}
	if at == 0 { // a value and whether it is there
		return s.typeOf(rhs[0])
	}
	return nil
}

// ranged returns the type of the key or the element of what a loop runs through.
func (s *symbols) ranged(over *ast.UnaryExpr, at int) ast.Expr {
	if over.Op != token.RANGE {
		return nil
	}
	switch t := s.underlying(s.typeOf(over.X)).(type) {
	case *ast.ArrayType:
		if at == 1 {
			return t.Elt
		}
	case *ast.MapType:
		if at == 0 {
			return t.Key
		}
		return t.Value
	}
	return nil
}
