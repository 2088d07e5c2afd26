package render

import (
	"go/ast"
	"go/token"
)

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
	case *ast.Ident:
		if e.Obj == nil && e.Name == "true" {
			return always
		}
		if e.Obj == nil && e.Name == "false" {
			return never
		}
	case *ast.SelectorExpr:
		if c.isZero(e) {
			return never
		}
	case *ast.CallExpr:
		return c.judgeCall(e)
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
		return e.Obj == nil && (e.Name == "nil" || e.Name == "false")
	case *ast.BasicLit:
		return e.Value == `""` || e.Value == "0"
	}
	return false
}

// isZero reports whether e is a field that nothing sets, some bits of it, or its length.
func (c *scanner) isZero(e ast.Expr) bool {
	if bits, ok := e.(*ast.BinaryExpr); ok && bits.Op == token.AND {
		e = bits.X
	}
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
	return f != nil && c.staysZero(owner, f, x.Sel.Name)
}

// staysZero reports whether nothing sets a field.
func (c *scanner) staysZero(owner string, f *ast.Field, name string) bool {
	return c.isPlain(f.Type) && !c.facts.set[method{owner, name}] && !c.facts.set[method{"", name}]
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

// judgeCall returns what a call is that has no effect: of slices.Contains and its like with a field that nothing sets, or of a function
// of support code that comes to one result whatever it is called with.
func (c *scanner) judgeCall(e *ast.CallExpr) known {
	if c.facts == nil || !isPure(e.Fun) || c.judging == maxJudged {
		return unsure
	}
	c.judging++
	defer func() { c.judging-- }()
	if f, ok := e.Fun.(*ast.SelectorExpr); ok {
		if x, ok := f.X.(*ast.Ident); ok && x.Obj == nil && x.Name == "slices" {
			if (f.Sel.Name == "Contains" || f.Sel.Name == "ContainsFunc") && c.isZero(e.Args[0]) {
				return never
			}
			return unsure
		}
	}
	for _, arg := range e.Args {
		if !isPure(arg) || !usesNoVariables(arg) {
			return unsure
		}
	}
	if body := c.bodyOf(e.Fun, true); body != nil {
		return c.judgeBody(body.List)
	}
	return unsure
}

// isPure reports whether an expression is a name, a field or a literal.
func isPure(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident, *ast.BasicLit:
		return true
	case *ast.SelectorExpr:
		return isPure(e.X)
	}
	return false
}

// bodyOf returns the body of a function or a method of support code that gives a bool, or nothing. Else it is nil.
func (c *scanner) bodyOf(called ast.Expr, givesBool bool) *ast.BlockStmt {
	var key method
	var t *ast.FuncType
	switch f := called.(type) {
	case *ast.Ident:
		if c.isLocal(f) {
			return nil
		}
		key, t = method{"", f.Name}, c.funcs[f.Name]
	case *ast.SelectorExpr:
		key = method{c.typeName(c.typeOf(f.X)), f.Sel.Name}
		t = c.methods[key.receiver][key.name]
	}
	if t == nil || c.bodies[key] == nil || givesBool != isBool(t.Results) || !givesBool && t.Results != nil {
		return nil
	}
	return c.bodies[key]().(*ast.FuncDecl).Body
}

// isBool reports whether the results of a function are one bool.
func isBool(results *ast.FieldList) bool {
	if results == nil || len(results.List) != 1 {
		return false
	}
	id, ok := results.List[0].Type.(*ast.Ident)
	return ok && id.Name == "bool"
}

// maxJudged is how many functions may be inside of each other: one may call itself.
const maxJudged = 4

// judgeBody returns what a function gives that has nothing but conditions that never hold in front of its result.
func (c *scanner) judgeBody(list []ast.Stmt) known {
	for _, s := range list {
		if result, ok := s.(*ast.ReturnStmt); ok && len(result.Results) == 1 {
			return c.judge(result.Results[0])
		}
		if !c.isIdle(s) {
			return unsure
		}
	}
	return unsure
}

// isIdle reports whether a statement does nothing, as far as fields that nothing sets decide it.
func (c *scanner) isIdle(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.IfStmt:
		return s.Init == nil && s.Else == nil && c.judge(s.Cond) == never
	case *ast.SwitchStmt:
		if s.Init != nil || s.Tag != nil && !isPure(s.Tag) {
			return false
		}
		for _, clause := range s.Body.List {
			if !c.missesAll(s.Tag, clause.(*ast.CaseClause).List) {
				return false
			}
		}
		return true
	case *ast.RangeStmt:
		return c.isZero(s.X) && usesNoVariables(s)
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		return ok && c.isIdleCall(call)
	case *ast.DeferStmt:
		return c.isIdleCall(s.Call)
	}
	return false
}

// usesNoVariables reports whether a loop or an expression uses nothing but parameters and variables of its own: others could have no use
// but that.
func usesNoVariables(of ast.Node) bool {
	clean := true
	ast.Inspect(of, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Obj != nil && id.Obj.Kind == ast.Var {
			_, isParameter := id.Obj.Decl.(*ast.Field)
			clean = clean && (isParameter || of.Pos() <= id.Obj.Pos() && id.Obj.Pos() < of.End())
		}
		return true
	})
	return clean
}

// isIdleCall reports whether a function without arguments does nothing.
func (c *scanner) isIdleCall(call *ast.CallExpr) bool {
	if c.facts == nil || len(call.Args) > 0 || c.judging == maxJudged {
		return false
	}
	c.judging++
	defer func() { c.judging-- }()
	var body *ast.BlockStmt
	if f, ok := call.Fun.(*ast.FuncLit); ok {
		body = f.Body
	} else if isPure(call.Fun) {
		body = c.bodyOf(call.Fun, false)
	}
	if body == nil {
		return false
	}
	for _, s := range body.List {
		if !c.isIdle(s) {
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
		if t.Obj == nil && (t.Name == "bool" || t.Name == "string" || t.Name == "int" || t.Name == "uint8") {
			return true
		}
		if spec := c.types[c.typeName(t)]; spec != nil {
			switch spec.Type.(type) {
			case *ast.FuncType, *ast.InterfaceType:
				return true
			case *ast.Ident:
				return len(c.methods[t.Name]) == 0 && c.isPlain(spec.Type)
			}
		}
	}
	return false
}
