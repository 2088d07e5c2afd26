package render

import (
	"go/ast"
	"regexp"
	"strings"
)

// word finds the words of a comment.
var word = regexp.MustCompile(`[A-Za-z0-9_]+`)

// renamedPlaces returns where the names of declarations stand that a package calls otherwise: in code, and in the comment above it.
func (d *declaration) renamedPlaces(renamed map[string]string) (list []place) {
	if len(renamed) == 0 {
		return nil
	}
	add := func(id *ast.Ident) {
		if to := renamed[id.Name]; to != "" {
			at := d.source.positions.Offset(id.Pos())
			list = append(list, place{at, at + len(id.Name), to})
		}
	}
	ast.Inspect(d.syntax(), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr: // what stands behind the dot belongs to something else
			ast.Inspect(n.X, func(x ast.Node) bool {
				if id, ok := x.(*ast.Ident); ok {
					add(id)
				}
				return true
			})
			return false
		case *ast.Ident:
			add(n)
		case *ast.CommentGroup:
			if p, ok := d.renamedComment(n, renamed); ok {
				list = append(list, p)
			}
			return false
		}
		return true
	})
	return list
}

// commentWidth is how long the lines of comments are in generated code.
const commentWidth = 80

// renamedComment returns the text of a comment with other names, if it has some. Its paragraphs are broken into lines again.
func (d *declaration) renamedComment(c *ast.CommentGroup, renamed map[string]string) (p place, ok bool) {
	text := word.ReplaceAllStringFunc(c.Text(), func(name string) string {
		if to := renamed[name]; to != "" {
			ok = true
			return to
		}
		return name
	})
	at := d.source.positions.Offset(c.Pos())
	indent := string(d.source.data[lineStart(d.source.data, at):at])
	var lines []string
	for i, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			lines = append(lines, "//")
		}
		lines = append(lines, wrapped(paragraph, commentWidth-4*len(indent))...)
	}
	return place{at, d.source.positions.Offset(c.End()), strings.Join(lines, "\n"+indent)}, ok
}

// wrapped breaks a paragraph into lines of a comment.
func wrapped(paragraph string, width int) (lines []string) {
	line := "//"
	for word := range strings.FieldsSeq(paragraph) {
		if len(line)+1+len(word) > width && line != "//" {
			lines, line = append(lines, line), "//"
		}
		line += " " + word
	}
	return append(lines, line)
}
