package render

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// uses are what a declaration or a file needs of others of its package.
type uses struct {
	names     map[string]bool     // declared at the top
	selected  map[method]bool     // of values; without a receiver: of any type
	contracts map[string]contract // what interfaces ask for
	imports   map[string]bool     // by the name that the file gives them
	set       map[method]bool     // fields that are set, or may be
	other     map[method]bool     // those of them that are set to something else than a literal text
	texts     map[fieldText]bool
	named     map[method]bool // fields that are set or read
	edits     []edit          // what is not copied as it is
}

// A method is a method of a type.
type method struct{ receiver, name string }

// A fieldText is a field with a literal text, in quotes, that it is set to.
type fieldText struct {
	field method
	text  string
}

// A contract is the names of the methods that an interface asks for.
type contract []string

func newUses() *uses {
	return &uses{
		names: map[string]bool{}, selected: map[method]bool{}, contracts: map[string]contract{}, imports: map[string]bool{},
		set: map[method]bool{}, other: map[method]bool{}, texts: map[fieldText]bool{}, named: map[method]bool{},
	}
}

// A scanner collects the uses in a file of which the imports are known.
type scanner struct {
	*symbols
	*uses
	imported map[string]bool
	facts    *facts // nil if the file is not ours to be changed
	judging  int    // functions that are being judged, inside of each other
}

// scan returns what a part of a file uses, apart from what facts decide.
func (s *symbols) scan(file *ast.File, part ast.Node, f *facts) *uses {
	c := &scanner{s, newUses(), map[string]bool{}, f, 0}
	for _, spec := range file.Imports {
		c.imported[importName(spec)] = true
	}
	ast.Inspect(part, c.visit)
	return c.uses
}

// visit adds a node, and reports whether the nodes below it are to be visited.
func (c *scanner) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.File:
		for _, d := range n.Decls {
			ast.Inspect(d, c.visit)
		}
		return false
	case *ast.Ident:
		if c.declared[n.Name] && !c.isLocal(n) {
			c.names[n.Name] = true
		}
	case *ast.ImportSpec, *ast.CommentGroup, *ast.BranchStmt:
		return false
	case *ast.LabeledStmt:
		ast.Inspect(n.Stmt, c.visit)
		return false
	case *ast.FuncDecl:
		if n.Recv != nil {
			ast.Inspect(n.Recv, c.visit)
		}
		ast.Inspect(n.Type, c.visit)
		if n.Body != nil {
			ast.Inspect(n.Body, c.visit)
		}
		return false
	case *ast.Field:
		ast.Inspect(n.Type, c.visit)
		return false
	case *ast.InterfaceType:
		c.contract(n)
	case *ast.TypeSpec:
		if t, ok := n.Type.(*ast.StructType); ok && c.facts != nil {
			if n.TypeParams != nil {
				ast.Inspect(n.TypeParams, c.visit)
			}
			c.fields(n.Name.Name, t)
			return false
		}
	case *ast.BlockStmt:
		c.fold(n.List, nil)
		return false
	case *ast.SwitchStmt:
		if n.Init != nil {
			ast.Inspect(n.Init, c.visit)
		}
		if n.Tag != nil {
			ast.Inspect(n.Tag, c.visit)
		}
		c.fold(n.Body.List, n.Tag)
		return false
	case *ast.CaseClause:
		for _, e := range n.List {
			ast.Inspect(e, c.visit)
		}
		c.fold(n.Body, nil)
		return false
	case *ast.BinaryExpr:
		return c.operand(n) == nil
	case *ast.ParenExpr:
		return !c.group(n)
	case *ast.AssignStmt:
		for i, e := range n.Lhs {
			if x, ok := e.(*ast.SelectorExpr); ok && n.Tok == token.ASSIGN && len(n.Rhs) == len(n.Lhs) && c.isNothing(n.Rhs[i]) {
				c.changes(x.X)
				continue
			}
			c.changes(e)
		}
	case *ast.IncDecStmt:
		c.changes(n.X)
	case *ast.RangeStmt:
		c.changes(n.Key)
		c.changes(n.Value)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			c.changes(n.X)
		}
	case *ast.SelectorExpr:
		c.selector(n)
		return false
	case *ast.CompositeLit:
		if n.Type != nil {
			ast.Inspect(n.Type, c.visit)
		}
		c.elements(n, n.Type)
		return false
	}
	return true
}

// selector adds what stands before the dot, and the method behind it.
func (c *scanner) selector(n *ast.SelectorExpr) {
	if x, ok := n.X.(*ast.Ident); ok && x.Obj == nil && c.imported[x.Name] {
		c.imports[x.Name] = true
		return
	}
	if !n.Sel.IsExported() {
		t := c.typeOf(n.X)
		if c.methods[c.typeName(t)][n.Sel.Name] == nil {
			c.named[c.fieldKey(t, n.Sel)] = true
		}
		c.method(t, n.Sel.Name)
	}
	ast.Inspect(n.X, c.visit)
}

// method adds a method that is not exported. Those that are exported stay with their type.
func (c *scanner) method(t ast.Expr, name string) {
	if id, ok := t.(*ast.Ident); ok && c.isLocal(id) && id.Obj.Kind == ast.Typ {
		return // a type parameter, of which the constraint says what is called
	}
	if owner, ok := c.owner(c.typeName(t), name); !ok {
		c.uses.selected[method{"", name}] = true
	} else if owner != "" {
		c.uses.selected[method{owner, name}] = true
	}
}

// contract adds what an interface asks for.
func (c *scanner) contract(n *ast.InterfaceType) {
	var list contract
	for _, m := range n.Methods.List {
		for _, name := range m.Names {
			if !c.declared[name.Name] {
				return // no type of support code has it
			}
			list = append(list, name.Name)
		}
	}
	if list != nil {
		slices.Sort(list)
		c.contracts[strings.Join(list, " ")] = list
	}
}

// elements adds the elements of a literal. Keys of a struct are the names of its fields.
func (c *scanner) elements(lit *ast.CompositeLit, of ast.Expr) {
	var element, key ast.Expr
	isStruct := false
	switch t := c.underlying(of).(type) {
	case *ast.StructType:
		isStruct = true
	case *ast.ArrayType:
		element = t.Elt
	case *ast.MapType:
		key, element = t.Key, t.Value
	}
	elts := lit.Elts
	if isStruct {
		elts = c.filling(lit, c.typeName(of))
		c.filled(elts, c.typeName(of))
	}
	for _, e := range elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); !ok || !isStruct {
				c.element(kv.Key, key)
				if ok { // of a struct, for all that is known
					c.sets(method{"", id.Name}, kv.Value)
				}
			}
			e = kv.Value
		}
		c.element(e, element)
	}
}

// filled adds the fields that the elements of a literal set.
func (c *scanner) filled(elts []ast.Expr, owner string) {
	if c.support[owner] == nil || len(elts) == 0 {
		return
	}
	fields, isOwn := c.support[owner].Type.(*ast.StructType)
	if !isOwn { // it has those of another type
		owner, fields = "", c.underlying(c.support[owner].Type).(*ast.StructType)
	}
	if _, ok := elts[0].(*ast.KeyValueExpr); ok {
		for _, e := range elts {
			kv := e.(*ast.KeyValueExpr)
			c.sets(method{owner, kv.Key.(*ast.Ident).Name}, kv.Value)
		}
		return
	}
	for _, f := range fields.Fields.List {
		for _, id := range f.Names {
			c.sets(method{owner, id.Name}, nil)
		}
	}
}

// element adds an element of a literal, which may be one without its type.
func (c *scanner) element(e, of ast.Expr) {
	if lit, ok := e.(*ast.CompositeLit); ok && lit.Type == nil {
		c.elements(lit, of)
		return
	}
	ast.Inspect(e, c.visit)
}

// owner returns the type that has a method of a name, which is name or a type that it embeds. It is "" if the name is that of a field, or
// of a method of an interface. Without such a type the second result is false.
func (s *symbols) owner(name, member string) (string, bool) {
	if s.methods[name][member] != nil {
		return name, true
	}
	spec := s.types[name]
	if spec == nil {
		return "", false
	}
	var list *ast.FieldList
	switch t := spec.Type.(type) {
	case *ast.StructType:
		list = t.Fields
	case *ast.InterfaceType:
		list = t.Methods
	default:
		return "", false
	}
	if s.field(list, member) != nil {
		return "", true
	}
	for _, f := range list.List {
		if len(f.Names) == 0 {
			if owner, ok := s.owner(s.typeName(f.Type), member); ok {
				return owner, true
			}
		}
	}
	return "", false
}
