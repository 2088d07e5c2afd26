package render

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
)

// Most packages need a small part of the support code. So functions are read without their bodies, and a body when a package needs it.

// withoutBodies returns a file in the form of gofmt in which the bodies of functions of several lines are blank. Positions stay.
func withoutBodies(data []byte) []byte {
	heads := bytes.Clone(data)
	inside, at := false, 0
	for line := range bytes.Lines(data) {
		switch {
		case !inside:
			inside = bytes.HasPrefix(line, []byte("func ")) && bytes.HasSuffix(line, []byte("{\n"))
		case line[0] == '}':
			inside = false
		default:
			for i := range len(line) - 1 {
				heads[at+i] = ' '
			}
		}
		at += len(line)
	}
	return heads
}

// parse returns the declaration with its body, and with the positions that it has in its file.
func (d *declaration) parse() ast.Decl {
	function, ok := d.head.(*ast.FuncDecl)
	if !ok || function.Body == nil || d.source.positions.Line(function.Body.Lbrace) == d.source.positions.Line(function.Body.Rbrace) {
		return d.head
	}
	const clause = "package p\n" // the comment of the function must not stand beside it
	text := append([]byte(clause), d.source.text(start(function), function.End())...)
	fset := token.NewFileSet()
	if before := d.source.positions.Offset(start(function)) - len(clause); before > 0 {
		fset.AddFile("", 1, before-1) // the next file has its first position behind this one
	}
	f, err := parser.ParseFile(fset, d.source.base+".go", text, parser.ParseComments)
	if err != nil {
		panic(fmt.Sprintf("support code, %s: %v", d.title(), err)) // it was compiled where it stands
	}
	return f.Decls[0]
}
