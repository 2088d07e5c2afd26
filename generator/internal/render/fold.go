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

// sets adds a field that is set to a value; nil is any. A value that is zero sets nothing.
func (c *scanner) sets(f method, value ast.Expr) {
	c.uses.named[f] = true
	if value != nil && c.isNothing(value) {
		return
	}
	c.uses.set[f] = true
	if literal, ok := value.(*ast.BasicLit); ok && literal.Kind == token.STRING {
		c.uses.texts[fieldText{f, literal.Value}] = true
	} else {
		c.uses.other[f] = true
	}
}

// isNothing reports whether a value is zero.
func (c *scanner) isNothing(value ast.Expr) bool { return isZeroLiteral(value) || c.isZero(value) }

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
	for at, s := range list {
		if clause, ok := s.(*ast.CaseClause); ok && c.missesAll(tag, clause.List) || c.isIdle(s) || c.setsNothing(s) {
			c.leaveOut(s)
			continue
		}
		if i, ok := s.(*ast.IfStmt); ok && c.foldIf(i, at+1 == len(list)) {
			continue
		}
		ast.Inspect(s, c.visit)
	}
}

// foldIf writes the branch of an if that is taken in its place, and reports whether it has. A branch that returns stays as it is where
// statements follow, which may be the only ones that use a variable.
func (c *scanner) foldIf(i *ast.IfStmt, last bool) bool {
	if i.Init != nil {
		return false
	}
	switch c.judge(i.Cond) {
	case never: // there is an else, or the statement is idle
		other, ok := i.Else.(*ast.IfStmt)
		if ok && c.isIdle(other) {
			c.leaveOut(i)
			return true
		}
		if ok {
			c.edits = append(c.edits, edit{from: i.Pos(), end: other.Pos()})
			if !c.foldIf(other, last) {
				ast.Inspect(other, c.visit)
			}
			return true
		}
		return c.unwrap(i, i.Else.(*ast.BlockStmt))
	case always:
		return (last || !endsHere(i.Body)) && c.unwrap(i, i.Body)
	}
	if other, ok := i.Else.(*ast.IfStmt); ok && c.isIdle(other) {
		c.edits = append(c.edits, edit{from: i.Body.End(), end: other.End()})
		ast.Inspect(i.Cond, c.visit)
		ast.Inspect(i.Body, c.visit)
		return true
	}
	return false
}

// unwrap writes the statements of a branch in the place of an if, unless they declare names, which could be there already.
func (c *scanner) unwrap(i *ast.IfStmt, branch *ast.BlockStmt) bool {
	for _, s := range branch.List {
		if a, ok := s.(*ast.AssignStmt); ok && a.Tok == token.DEFINE {
			return false
		}
		if _, ok := s.(*ast.DeclStmt); ok {
			return false
		}
	}
	if len(branch.List) == 0 {
		c.leaveOut(i)
		return true
	}
	first, last := branch.List[0], branch.List[len(branch.List)-1]
	c.edits = append(c.edits, edit{from: i.Pos(), end: first.Pos()}, edit{from: last.End(), end: i.End()})
	c.fold(branch.List, nil)
	return true
}

// endsHere reports whether nothing behind a block is reached.
func endsHere(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	_, ok := b.List[len(b.List)-1].(*ast.ReturnStmt)
	return ok
}

// setsNothing reports whether a statement sets a field to zero that nothing else sets.
func (c *scanner) setsNothing(s ast.Stmt) bool {
	a, ok := s.(*ast.AssignStmt)
	return ok && a.Tok == token.ASSIGN && len(a.Lhs) == 1 && len(a.Rhs) == 1 && isPure(a.Lhs[0]) && c.isZero(a.Lhs[0]) && c.isNothing(a.Rhs[0])
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

// operand leaves out one of two operands that says nothing, and returns the other one, nil if both stay.
func (c *scanner) operand(e *ast.BinaryExpr) (left ast.Expr) {
	idle := always
	if e.Op == token.LOR {
		idle = never
	}
	switch {
	case c.judge(e) != unsure:
		return nil
	case c.judge(e.X) == idle:
		c.edits = append(c.edits, edit{from: e.X.Pos(), end: e.Y.Pos()})
		left = e.Y
	case c.judge(e.Y) == idle:
		c.edits = append(c.edits, edit{from: e.X.End(), end: e.Y.End()})
		left = e.X
	default:
		return nil
	}
	ast.Inspect(left, c.visit)
	return left
}

// group leaves out parentheses of which one operand is left, and reports whether it has.
func (c *scanner) group(e *ast.ParenExpr) bool {
	two, ok := e.X.(*ast.BinaryExpr)
	if !ok {
		return false
	}
	left := c.operand(two)
	if left == nil {
		return false
	}
	if _, ok := left.(*ast.BinaryExpr); !ok {
		c.edits = append(c.edits, edit{from: e.Lparen, end: e.Lparen + 1}, edit{from: e.Rparen, end: e.End()})
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
		if f.Names == nil && c.isEmpty(owner, c.typeName(f.Type)) {
			c.leaveOut(f)
			continue
		}
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

// isEmpty reports whether a struct of support code that another one embeds has no methods, and nothing names it or a field of it.
func (c *scanner) isEmpty(owner, name string) bool {
	if c.support[name] == nil || len(c.methods[name]) > 0 || c.facts.named[method{owner, name}] || c.facts.named[method{"", name}] {
		return false
	}
	t, ok := c.support[name].Type.(*ast.StructType)
	if !ok {
		return false
	}
	for _, f := range t.Fields.List {
		if f.Names == nil {
			return false
		}
		for _, id := range f.Names {
			if id.IsExported() || c.facts.named[method{name, id.Name}] || c.facts.named[method{"", id.Name}] {
				return false
			}
		}
	}
	return true
}

// filling returns the elements of a literal of a struct, and leaves out those that set a field to zero that nothing else sets.
func (c *scanner) filling(lit *ast.CompositeLit, owner string) (kept []ast.Expr) {
	if c.facts == nil || c.support[owner] == nil {
		return lit.Elts
	}
	t, ok := c.support[owner].Type.(*ast.StructType)
	if !ok {
		return lit.Elts
	}
	for i, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return lit.Elts
		}
		name := kv.Key.(*ast.Ident)
		f := c.field(t.Fields, name.Name)
		switch {
		case f == nil || name.IsExported() || !c.staysZero(owner, f, name.Name) || !c.isNothing(kv.Value):
			kept = append(kept, e)
		case kept != nil:
			c.edits = append(c.edits, edit{from: lit.Elts[i-1].End(), end: e.End()})
		case i+1 < len(lit.Elts):
			c.edits = append(c.edits, edit{from: e.Pos(), end: lit.Elts[i+1].Pos()})
		default:
			c.edits = append(c.edits, edit{from: e.Pos(), end: lit.Rbrace})
		}
	}
	return kept
}
