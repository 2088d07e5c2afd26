package render

import (
	"go/ast"
	"go/token"
	"maps"
	"strings"
)

// facts are what is known of the fields of support code in one package. A field that nothing sets is zero: an if that asks whether it is
// set is not copied, and a field that nothing names is not either.
type facts struct {
	set, named map[method]bool // fields by type; without a type, that of any
}

// grow adds what uses set and name, and reports whether that is new.
func (f *facts) grow(u *uses) bool {
	before := len(f.set) + len(f.named)
	maps.Copy(f.set, u.set)
	maps.Copy(f.named, u.named)
	return len(f.set)+len(f.named) > before
}

// An edit is a part of a declaration that is copied with another text.
type edit struct {
	from, end token.Pos
	text      string
	lines     bool // it is a statement or a field, which has lines and comments of its own
}

// known tells what a condition is.
type known int

const (
	unsure known = iota
	always
	never
)

// judge returns what a condition is, as far as fields that nothing sets decide it.
func (c *scanner) judge(e ast.Expr) known {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return c.judge(e.X)
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return c.judge(e.X).opposite()
		}
	case *ast.SelectorExpr:
		if c.isZero(e) {
			return never
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND:
			return both(c.judge(e.X), c.judge(e.Y))
		case token.LOR:
			return both(c.judge(e.X).opposite(), c.judge(e.Y).opposite()).opposite()
		case token.NEQ, token.EQL, token.GTR:
			if !c.isZero(e.X) || !isZeroLiteral(e.Y) {
				return unsure
			}
			if e.Op == token.EQL {
				return always
			}
			return never
		}
	}
	return unsure
}

func (k known) opposite() known {
	switch k {
	case always:
		return never
	case never:
		return always
	}
	return unsure
}

func both(a, b known) known {
	switch {
	case a == never || b == never:
		return never
	case a == always && b == always:
		return always
	}
	return unsure
}

func isZeroLiteral(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "nil"
	case *ast.BasicLit:
		return e.Value == `""` || e.Value == "0"
	}
	return false
}

// isZero reports whether e is a field that nothing sets, or its length.
func (c *scanner) isZero(e ast.Expr) bool {
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) == 1 {
		if f, ok := call.Fun.(*ast.Ident); !ok || f.Name != "len" {
			return false
		}
		e = call.Args[0]
	}
	x, ok := e.(*ast.SelectorExpr)
	if !ok || c.facts == nil {
		return false
	}
	owner, f := c.fieldOf(c.typeOf(x.X), x.Sel)
	return f != nil && c.isPlain(f.Type) && !c.facts.set[method{owner, x.Sel.Name}] && !c.facts.set[method{"", x.Sel.Name}]
}

// fieldOf returns the field of a name that a type has, with the struct of support code that declares it.
func (c *scanner) fieldOf(of ast.Expr, name *ast.Ident) (owner string, f *ast.Field) {
	owner = c.typeName(of)
	if spec := c.support[owner]; spec != nil && !name.IsExported() {
		if t, ok := spec.Type.(*ast.StructType); ok {
			if f := c.field(t.Fields, name.Name); f != nil && f.Names != nil {
				return owner, f
			}
		}
	}
	return "", nil
}

// isPlain reports whether the values of a type change by assignments to the field alone: no method has a pointer to them.
func (c *scanner) isPlain(t ast.Expr) bool {
	switch t := t.(type) {
	case *ast.FuncType, *ast.StarExpr, *ast.MapType:
		return true
	case *ast.ArrayType:
		return t.Len == nil
	case *ast.Ident:
		if t.Obj == nil && (t.Name == "bool" || t.Name == "string" || t.Name == "int") {
			return true
		}
		if spec := c.types[c.typeName(t)]; spec != nil {
			switch spec.Type.(type) {
			case *ast.FuncType, *ast.InterfaceType:
				return true
			}
		}
	}
	return false
}

// sets adds the fields that an expression names, where that may change them.
func (c *scanner) sets(e ast.Expr) {
	for {
		switch x := e.(type) {
		case *ast.SelectorExpr:
			c.uses.set[c.fieldKey(c.typeOf(x.X), x.Sel)] = true
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return
		}
	}
}

// fieldKey returns which field of a type has a name; without a type if the syntax does not show it.
func (c *scanner) fieldKey(of ast.Expr, name *ast.Ident) method {
	owner, _ := c.fieldOf(of, name)
	return method{owner, name.Name}
}

// fold leaves out what is decided in a list of statements, and visits the rest.
func (c *scanner) fold(list []ast.Stmt) {
	for _, s := range list {
		if i, ok := s.(*ast.IfStmt); ok && i.Init == nil && i.Else == nil && c.judge(i.Cond) == never {
			c.leaveOut(i)
			continue
		}
		if clause, ok := s.(*ast.CaseClause); ok && len(clause.List) == 1 && c.judge(clause.List[0]) == never {
			c.leaveOut(clause)
			continue
		}
		ast.Inspect(s, c.visit)
	}
}

// operand leaves out one of two operands that says nothing, and reports whether it has.
func (c *scanner) operand(e *ast.BinaryExpr) bool {
	idle := always
	if e.Op == token.LOR {
		idle = never
	}
	switch {
	case c.judge(e) != unsure:
		return false
	case c.judge(e.X) == idle:
		c.edits = append(c.edits, edit{from: e.X.Pos(), end: e.Y.Pos()})
		ast.Inspect(e.Y, c.visit)
	case c.judge(e.Y) == idle:
		c.edits = append(c.edits, edit{from: e.X.End(), end: e.Y.End()})
		ast.Inspect(e.X, c.visit)
	default:
		return false
	}
	return true
}

// leaveOut notes that a statement or a field is not copied.
func (c *scanner) leaveOut(n ast.Node) {
	c.edits = append(c.edits, edit{from: n.Pos(), end: n.End(), lines: true})
}

// fields visits the fields of a struct that something names, and leaves the others out.
func (c *scanner) fields(owner string, t *ast.StructType) {
	for _, f := range t.Fields.List {
		var kept []string
		for _, name := range f.Names {
			if name.IsExported() || name.Name == "_" || c.facts.named[method{owner, name.Name}] || c.facts.named[method{"", name.Name}] {
				kept = append(kept, name.Name)
			}
		}
		if len(f.Names) > 0 && kept == nil {
			c.leaveOut(f)
			continue
		}
		if len(kept) < len(f.Names) {
			c.edits = append(c.edits, edit{from: f.Names[0].Pos(), end: f.Names[len(f.Names)-1].End(), text: strings.Join(kept, ", ")})
		}
		ast.Inspect(f.Type, c.visit)
	}
}
