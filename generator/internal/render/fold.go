package render

import (
	"go/ast"
	"go/token"
	"maps"
	"strings"
)

// facts are what is known of the fields of support code in one package. A field that nothing sets is zero: an if that asks whether it is
// set is not copied, and a field that nothing names is not either. A field that is set to literal texts only has none of the others.
type facts struct {
	set, other, named map[method]bool // fields by type; without a type, that of any
	texts             map[fieldText]bool
}

func newFacts() *facts {
	return &facts{map[method]bool{}, map[method]bool{}, map[method]bool{}, map[fieldText]bool{}}
}

func (f *facts) size() int { return len(f.set) + len(f.other) + len(f.named) + len(f.texts) }

// grow adds what uses set and name, and reports whether that is new.
func (f *facts) grow(u *uses) bool {
	before := f.size()
	maps.Copy(f.set, u.set)
	maps.Copy(f.other, u.other)
	maps.Copy(f.named, u.named)
	maps.Copy(f.texts, u.texts)
	return f.size() > before
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
	if c.facts == nil {
		return unsure
	}
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
			return c.compare(e)
		}
	}
	return unsure
}

// compare judges x.field == literal, != and >.
func (c *scanner) compare(e *ast.BinaryExpr) known {
	switch {
	case c.isZero(e.X) && isZeroLiteral(e.Y):
		if e.Op == token.EQL {
			return always
		}
		return never
	case !c.isNever(e.X, e.Y):
		return unsure
	case e.Op == token.EQL:
		return never
	case e.Op == token.NEQ:
		return always
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

// isNever reports whether e is a field that is never set to the literal text.
func (c *scanner) isNever(e, text ast.Expr) bool {
	x, isField := e.(*ast.SelectorExpr)
	literal, isLiteral := text.(*ast.BasicLit)
	if !isField || !isLiteral || c.facts == nil || literal.Kind != token.STRING || literal.Value == `""` {
		return false
	}
	owner, f := c.fieldOf(c.typeOf(x.X), x.Sel)
	if f == nil || !c.isPlain(f.Type) {
		return false
	}
	for _, key := range []method{{owner, x.Sel.Name}, {"", x.Sel.Name}} {
		if c.facts.other[key] || c.facts.texts[fieldText{key, literal.Value}] {
			return false
		}
	}
	return true
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

// sets adds a field that is set to a value; nil is any.
func (c *scanner) sets(f method, value ast.Expr) {
	c.uses.set[f], c.uses.named[f] = true, true
	if literal, ok := value.(*ast.BasicLit); ok && literal.Kind == token.STRING {
		c.uses.texts[fieldText{f, literal.Value}] = true
	} else {
		c.uses.other[f] = true
	}
}

// changes adds the fields that an expression names, where that may change them.
func (c *scanner) changes(e ast.Expr) {
	for {
		switch x := e.(type) {
		case *ast.SelectorExpr:
			key := c.fieldKey(c.typeOf(x.X), x.Sel)
			c.uses.set[key], c.uses.other[key] = true, true
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

// fold leaves out what is decided in a list of statements, and visits the rest. The clauses of a switch are compared with its tag.
func (c *scanner) fold(list []ast.Stmt, tag ast.Expr) {
	for _, s := range list {
		if i, ok := s.(*ast.IfStmt); ok && i.Init == nil && i.Else == nil && c.judge(i.Cond) == never {
			c.leaveOut(i)
			continue
		}
		if clause, ok := s.(*ast.CaseClause); ok && c.missesAll(tag, clause.List) {
			c.leaveOut(clause)
			continue
		}
		ast.Inspect(s, c.visit)
	}
}

// missesAll reports whether a switch never comes to a clause with these cases. Without cases it is the default, which stays.
func (c *scanner) missesAll(tag ast.Expr, cases []ast.Expr) bool {
	for _, e := range cases {
		if tag == nil && c.judge(e) != never || tag != nil && !c.isNever(tag, e) {
			return false
		}
	}
	return cases != nil
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
