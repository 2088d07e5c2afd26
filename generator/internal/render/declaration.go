package render

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"sync"
)

// A declaration is the smallest part of support code that is copied: a function, a method, or what stands behind one type, var or const.
type declaration struct {
	names  []string // that it declares at the top
	method method   // if it is one
	source source
	head   ast.Decl        // without the body of a function
	syntax func() ast.Decl // whole
	above  *declaration    // that it stands below without an empty line
	guest  bool            // a method whose type stands in another group
}

// A source is a file of support code.
type source struct {
	base      string
	data      []byte
	positions *token.File
	syntax    *ast.File // functions of several lines have no bodies
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
	one := &declaration{source: src, head: d}
	one.syntax = sync.OnceValue(one.parse)
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			one.names = []string{d.Name.Name}
		} else {
			one.method = method{s.typeName(d.Recv.List[0].Type), d.Name.Name}
		}
		s.bodies[method{one.method.receiver, d.Name.Name}] = one.syntax
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

// A place is an edit of a text, by offsets.
type place struct {
	from, end int
	text      string
}

// naming is what things are called in a generated package: itself, and declarations whose names the document has.
type naming struct {
	of      string
	renamed map[string]string
}

// fit writes a declaration as a package has it, with its comments, of which one may stand behind it.
func (d *declaration) fit(b *bytes.Buffer, names naming, edits []edit) {
	data, at := d.source.data, d.source.positions.Offset(start(d.head))
	end := lineEnd(data, d.source.positions.Offset(d.head.End()))
	for _, p := range d.places(names, edits) {
		if p.from >= at {
			b.Write(data[at:p.from])
			b.WriteString(p.text)
		}
		at = max(at, p.end) // what is left out may overlap
	}
	b.Write(data[at:end])
	b.WriteByte('\n')
}

// places returns what is another text in a package, in order.
func (d *declaration) places(names naming, edits []edit) (list []place) {
	old := d.source.syntax.Name.Name
	ast.Inspect(d.syntax(), func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if ok && lit.Kind == token.STRING && (strings.HasPrefix(lit.Value[1:], old+": ") || strings.HasPrefix(lit.Value[1:], old+" (")) {
			at := d.source.positions.Offset(lit.Pos()) + 1
			list = append(list, place{at, at + len(old), names.of})
		}
		return true
	})
	list = append(list, d.renamedPlaces(names.renamed)...)
	for _, e := range edits {
		p := place{d.source.positions.Offset(e.from), d.source.positions.Offset(e.end), e.text}
		if e.lines {
			p = d.source.wholeLines(p)
		}
		list = append(list, p)
	}
	slices.SortStableFunc(list, func(x, y place) int { return cmp.Compare(x.from, y.from) })
	return list
}

// wholeLines extends a place to its lines, if nothing but a comment stands beside it, and to the comment above.
func (src source) wholeLines(p place) place {
	from, end := lineStart(src.data, p.from), lineEnd(src.data, p.end)
	behind := bytes.TrimSpace(src.data[p.end:end])
	if len(bytes.TrimSpace(src.data[from:p.from])) > 0 || len(behind) > 0 && !bytes.HasPrefix(behind, []byte("//")) {
		return p
	}
	for from > 0 {
		above := lineStart(src.data, from-1)
		if !bytes.HasPrefix(bytes.TrimSpace(src.data[above:from]), []byte("//")) {
			break
		}
		from = above
	}
	return place{from, end + 1, p.text}
}

func lineStart(data []byte, at int) int { return bytes.LastIndexByte(data[:at], '\n') + 1 }

func lineEnd(data []byte, at int) int {
	rest, _, _ := bytes.Cut(data[at:], []byte("\n"))
	return at + len(rest)
}
