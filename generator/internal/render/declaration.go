package render

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
	"strings"
	"sync"
)

// A declaration is the smallest part of support code that is copied: a function, a method, or what stands behind one type, var or const.
type declaration struct {
	names  []string // that it declares at the top
	method method   // if it is one
	source source
	syntax ast.Decl
	above  *declaration // that it stands below without an empty line
	uses   func() *uses // found when they are needed: most declarations are not
}

// A source is a file of support code.
type source struct {
	base      string
	data      []byte
	positions *token.File
	syntax    *ast.File
}

// index returns a file with its declarations.
func (s *symbols) index(src source) (*supportFile, error) {
	f := &supportFile{base: src.base, imports: map[string]string{}}
	for _, spec := range src.syntax.Imports {
		f.imports[importName(spec)] = string(src.text(spec.Pos(), spec.End()))
	}
	var last ast.Decl
	for _, d := range src.syntax.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			continue
		} else if ok && g.Lparen.IsValid() && g.Tok != token.CONST {
			return nil, fmt.Errorf("%s.go:%d: each %s is declared by itself, so that it can be copied alone", src.base, src.positions.Line(d.Pos()), g.Tok)
		}
		one := s.declaration(src, d)
		if last != nil && src.positions.Line(last.End())+1 == src.positions.Line(start(d)) {
			one.above = f.declarations[len(f.declarations)-1]
		}
		last = d
		f.declarations = append(f.declarations, one)
	}
	return f, nil
}

func (s *symbols) declaration(src source, d ast.Decl) *declaration {
	one := &declaration{source: src, syntax: d, uses: sync.OnceValue(func() *uses { return s.scan(src.syntax, d) })}
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			one.names = []string{d.Name.Name}
		} else {
			one.method = method{s.typeName(d.Recv.List[0].Type), d.Name.Name}
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				one.names = append(one.names, spec.Name.Name)
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					one.names = append(one.names, name.Name)
				}
			}
		}
	}
	return one
}

// title returns what a declaration is called: its first name, or that of the type and that of the method.
func (d *declaration) title() string {
	if d.method.name != "" {
		return d.method.receiver + "." + d.method.name
	}
	return d.names[0]
}

// start returns where a declaration begins, with its comment.
func start(d ast.Decl) token.Pos {
	var doc *ast.CommentGroup
	switch d := d.(type) {
	case *ast.FuncDecl:
		doc = d.Doc
	case *ast.GenDecl:
		doc = d.Doc
	}
	if doc != nil {
		return doc.Pos()
	}
	return d.Pos()
}

func (src source) text(from, to token.Pos) []byte {
	return src.data[src.positions.Offset(from):src.positions.Offset(to)]
}

// text returns a declaration with its comments, of which one may stand behind it.
func (d *declaration) text() []byte {
	from, end := d.source.positions.Offset(start(d.syntax)), d.source.positions.Offset(d.syntax.End())
	rest, _, _ := bytes.Cut(d.source.data[end:], []byte("\n"))
	return d.source.data[from : end+len(rest)]
}

// fit writes a declaration for the package called name.
func (d *declaration) fit(b *bytes.Buffer, name string) {
	text, from, at := d.text(), start(d.syntax), 0
	old := d.source.syntax.Name.Name
	ast.Inspect(d.syntax, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if ok && lit.Kind == token.STRING && (strings.HasPrefix(lit.Value[1:], old+": ") || strings.HasPrefix(lit.Value[1:], old+" (")) {
			place := int(lit.Pos()-from) + 1
			b.Write(text[at:place])
			b.WriteString(name)
			at = place + len(old)
		}
		return true
	})
	b.Write(text[at:])
	b.WriteByte('\n')
}
